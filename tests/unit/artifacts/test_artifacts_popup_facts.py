"""How pop-ups went, what they offered, what stood there with them, and what came up beside the page."""

import pytest

from cxcheck.artifacts.popup_buttons import meaning
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.model.popup import Attempt, Ending, Popup, PopupKind, Way
from cxcheck.testing import Story, make_artifacts

BOX = {"x_px": 10, "y_px": 10, "width_px": 20, "height_px": 20}
LARGE = {"x_px": 10, "y_px": 10, "width_px": 200, "height_px": 40}


def look() -> Story:
    return Story().step("Look", 0).document(0, painted_ms=100)


def popups(story: Story) -> tuple[Popup, ...]:
    return story.end(60_000).artifacts().popups.items


def only(story: Story) -> Popup:
    (popup,) = popups(story)
    return popup


def button(name: str, *, contrast: float | None = 4.5, box: dict | None = None, **facts) -> dict:
    told = {"name": name, "selector": f"#{name}", "box": box or BOX, "contrast_ratio": contrast, "role": "button"}
    return told | {"named": True, "in_view": True} | facts


def cookies(key: str, t_ms: float, *names: str, story: Story | None = None, **facts) -> Story:
    about = {"text": "We use cookies", "choices": [button(name) for name in names], "close": None, **facts}
    return (story or look()).popup(key, t_ms, cover_ratio=0.2, **about)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Reject all", "reject"),
        ("Accept only necessary cookies", "reject"),
        ("Only necessary", "reject"),
        ("Continue without accepting", "reject"),
        ("Cookies : Deny all cookies", "reject"),
        ("Nicht zustimmen", "reject"),
        ("Ohne Einwilligung fortfahren", "reject"),
        ("同意しない", "reject"),
        ("Accept all", "accept"),
        ("Akzeptieren und schließen", "accept"),
        ("同意する", "accept"),
        ("That's ok", "acknowledge"),
        ("Dismiss, description for screen readers", "close"),
        ("No, thanks", "decline"),
        ("Close", "close"),
        ("×", "close"),
        ("x", "close"),
        ("✕", "close"),
        ("Sign up", None),
        ("Cookie policy", None),
        ("The story of how we came to accept orders by telephone", None),
        ("", None),
    ],
)
def test_what_a_button_is_for(name, what):
    assert meaning(name) == what


def pressed_away(story: Story, name: str, gone_ms: float | None = 1500, **target) -> Story:
    story.press(name, 1200, popup="a", **target)
    return story if gone_ms is None else story.add("popup/gone", gone_ms, id="a")


@pytest.mark.parametrize(
    ("story", "tried", "ended"),
    [
        (pressed_away(cookies("a", 500), "Reject all"), [(Way.REFUSE, "Reject all", True)], Ending.CUSTOMER),
        (pressed_away(cookies("a", 500), "Accept all"), [(Way.ACCEPT, "Accept all", True)], Ending.CUSTOMER),
        (pressed_away(cookies("a", 500), "×"), [(Way.CLOSE, "×", True)], Ending.CUSTOMER),
        (pressed_away(cookies("a", 500), "×", None), [(Way.CLOSE, "×", False)], None),
        (pressed_away(cookies("a", 500), "×", 9_000), [(Way.CLOSE, "×", False)], Ending.ITSELF),
        (pressed_away(cookies("a", 500), "Send me letters"), [], Ending.CUSTOMER),  # done with, though not closed
        (
            pressed_away(cookies("a", 500), "", role="", clickable=False, selector="#veil"),
            [(Way.BACKDROP, "", True)], Ending.CUSTOMER,
        ),
        (pressed_away(cookies("a", 500), "", None, role="", clickable=False), [], None),
        (
            pressed_away(cookies("a", 500, close=button("", selector="#i")), "", selector="#i"),
            [(Way.CLOSE, "", True)], Ending.CUSTOMER,
        ),
        (
            cookies("a", 500).add("gesture/key", 900, key="Escape", target={}).add("popup/gone", 950, id="a"),
            [(Way.ESCAPE, "", True)], Ending.CUSTOMER,
        ),
        (cookies("a", 500).press("Buy", 900).add("popup/gone", 950, id="a"), [], Ending.ITSELF),
        (cookies("a", 500).add("popup/gone", 8_500, id="a"), [], Ending.ITSELF),
        (cookies("a", 500).document(5_000, painted_ms=5_100), [], Ending.PAGE),
        (
            cookies("a", 500).press("Next", 4_900).add("popup/gone", 5_010, id="a").add(
                "screen/route", 5_000, url="https://shop.example/b", title="B"),
            [], Ending.PAGE,
        ),
        (
            pressed_away(cookies("a", 500), "Accept all", None).document(1_230, painted_ms=1_300),
            [(Way.ACCEPT, "Accept all", True)], Ending.CUSTOMER,
        ),
        (  # a dialog with an address of its own
            pressed_away(cookies("a", 500), "×").add("screen/route", 1_490, url="https://shop.example/", title="A"),
            [(Way.CLOSE, "×", True)], Ending.CUSTOMER,
        ),
        (  # an address was entered just after Escape, which had done nothing
            cookies("a", 500).add("gesture/key", 900, key="Escape", target={}).add(
                "screen/document", 1_000, url="https://shop.example/b", title="B", history=False, referred=False),
            [(Way.ESCAPE, "", False)], Ending.PAGE,
        ),
        (cookies("a", 500), [], None),
    ],
)  # fmt: skip
def test_what_was_tried_and_who_made_it_go(story, tried, ended):
    popup = popups(story)[0]
    assert [(one.way, one.control, one.worked) for one in popup.attempts] == tried
    assert popup.ending is ended


def test_what_the_customer_notes_is_one_attempt_with_the_gesture_that_follows():
    story = cookies("a", 500)
    story.add("popup/closing", 1_000, clock=Clock.RECORDER, id="a", control="×", way="close control")
    story.press("×", 1_100, popup="a").add("popup/stays", 2_600, clock=Clock.RECORDER, id="a", way="close control")
    story.add("popup/closing", 2_700, clock=Clock.RECORDER, id="a", control="Escape", way="Escape")
    story.add("gesture/key", 2_750, key="Escape", target={}).add("popup/gone", 2_800, id="a")
    popup = only(story)
    assert popup.attempts == (
        Attempt(t_ms=1_000, way=Way.CLOSE, control="×", worked=False),
        Attempt(t_ms=2_700, way=Way.ESCAPE, control="Escape", worked=True),
    )
    assert popup.ending is Ending.CUSTOMER


def test_escape_is_for_the_one_on_top():
    story = cookies("a", 500).popup("b", 700, cover_ratio=0.5).add("gesture/key", 900, key="Escape", target={})
    below, above = popups(story.add("popup/gone", 950, id="b"))
    assert (below.attempts, below.ending, below.at_once) == ((), None, 1)
    assert ([one.way for one in above.attempts], above.ending, above.at_once) == ([Way.ESCAPE], Ending.CUSTOMER, 2)


@pytest.mark.parametrize(("y_px", "times"), [(200, (1_200,)), (400, ())])
def test_in_the_way_of_what_lay_below_it(y_px, times):
    story = pressed_away(cookies("a", 500), "×")
    story.press("Buy", 2_000, box={"x_px": 100, "y_px": y_px, "width_px": 80, "height_px": 40})
    assert only(story).in_the_way == times


def test_consent_on_one_layer():
    story = cookies("a", 500, "Accept all", "Reject all")
    found = only(story).consent
    assert (found.accept.name, found.accept.clicks, found.accept.contrast_ratio) == ("Accept all", 1, 4.5)
    assert (found.reject.name, found.reject.clicks, found.reject.box.width_px) == ("Reject all", 1, 20)
    assert found.settings is None


def test_a_refusal_on_the_second_layer_takes_the_presses_that_led_there():
    story = cookies("a", 500, "Accept all", "Cookie choices").press("Cookie choices", 2_000, popup="a")
    story.add("popup/changed", 2_200, id="a", choices=[button("Back"), button("Reject all")])
    found = only(story).consent
    assert (found.accept.clicks, found.reject.clicks) == (1, 2)


def test_another_overlay_that_a_press_in_it_opened_is_its_next_layer():
    story = cookies("a", 500, "Accept all", "Cookie choices").press("Cookie choices", 2_000, popup="a")
    story = cookies("b", 2_100, "Reject all", story=story, asked_for=True)
    first, second = popups(story)
    assert first.consent.reject.clicks == 2
    assert second.consent.reject.clicks == 1
    apart = cookies("a", 500, "Accept all").press("Help", 2_000)
    assert popups(cookies("b", 2_100, "Reject all", story=apart, asked_for=True))[0].consent.reject is None


def test_nobody_looked_for_a_refusal():
    assert only(cookies("a", 500, "Accept all")).consent.reject is None
    assert only(look().popup("a", 500, cover_ratio=0.2, text="We use cookies")).consent is None
    assert only(look().popup("a", 500, cover_ratio=0.2, text="News", choices=[button("Accept")])).consent is None


@pytest.mark.parametrize(
    ("facts", "name", "named"),
    [
        ({"choices": [button("Close")]}, "Close", True),
        ({"choices": [button("Sign up")], "close": button("×", named=False)}, "×", False),
        ({"choices": [button("No thanks", box=LARGE)], "close": button("×", named=False)}, "No thanks", True),
        ({"choices": [button("Close", in_view=False)], "close": button("", named=False)}, "", False),
        ({"choices": [button("Sign up")], "close": None}, None, None),
        ({}, None, None),
    ],
)
def test_the_easiest_way_to_close(facts, name, named):
    found = only(look().popup("a", 500, cover_ratio=0.3, **facts)).close
    assert (found and found.name, found and found.named) == (name, named)


def again(text: str, *, closed: bool = True, **facts) -> Popup:
    story = look().popup("a", 500, cover_ratio=0.3, text="10 % off! Only 9:59 left.")
    if closed:
        pressed_away(story, "Close")
    story.document(5_000, painted_ms=5_100)
    return popups(story.popup("b", 6_000, cover_ratio=0.3, text=text, **facts))[1]


def test_it_came_back():
    back = again("10 % OFF – only 7:31 left")
    assert (back.came_back, back.screen) == (1, 2)
    assert again("15 lamps for you").came_back is None
    assert again("10 % off! Only 9:59 left.", closed=False).came_back is None
    assert again("10 % off! Only 9:59 left.", asked_for=True).came_back is None


def test_a_permission_is_a_popup_that_covers_nothing():
    story = look().asks_permission("location", 800).asks_permission("location", 900)
    story.asks_permission("notifications", 1_000, activated=True).popup("a", 1_500, cover_ratio=0.2)
    location, notifications, overlay = popups(story.document(7_000, painted_ms=7_100))
    assert (location.kind, location.title, location.asked_for) == (PopupKind.PERMISSION, "location", False)
    assert (location.cover_ratio, location.blocks, location.gone_ms) == (0, False, 7_000)
    assert (notifications.title, notifications.asked_for) == ("notifications", True)
    assert overlay.at_once == 1


def test_what_plays_and_whether_it_was_asked_for():
    story = look().plays(1_000, muted=True).press("Listen", 3_000).plays(3_400, selector="#song").plays(9_000)
    found = story.end(20_000).artifacts().playings.items
    assert [(one.selector, one.muted, one.asked_for) for one in found] == [
        ("video", True, False),
        ("#song", False, True),
        ("video", False, False),
    ]


def test_what_a_customers_browser_would_not_have_let_be_heard():
    story = look().plays(1_000).plays(1_200, muted=True).press("Buy", 3_000).plays(9_000)
    assert [one.t_ms for one in story.end(20_000).artifacts().playings.items] == [1_200, 9_000]


def test_the_most_that_bars_took_of_each_screen():
    story = look().bars(500, 0.1, "Shop").bars(900, 0.35, "Shop", "Call us").bars(1_500, 0.2, "Shop")
    story.document(3_000, painted_ms=3_100).document(5_000, painted_ms=5_100).bars(6_000, 0.12, "Shop")
    found = story.end(20_000).artifacts().bars.items
    assert [(one.screen, one.cover_ratio, one.names) for one in found] == [
        (1, 0.35, ("Shop", "Call us")),
        (3, 0.12, ("Shop",)),
    ]


def test_a_recording_from_before_says_that_nobody_listened():
    events = look().end(9_000).events
    began = events[0].model_copy(update={"data": {"probes": ["core", "shifts", "settled", "interactions"]}})
    tables = make_artifacts([began, *events[1:]])
    assert isinstance(tables.playings, NotRecorded)
    assert isinstance(tables.bars, NotRecorded)
    assert tables.popups.items == ()


def test_what_had_not_helped_is_no_success_when_the_page_is_left_soon_after():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.1)
    story.add("popup/closing", 1000, id="a", control="Escape")
    story.add("gesture/key", 1010, key="Escape", target={"selector": "body"}).add("popup/stays", 2500, id="a")
    (popup,) = story.press("Sign in", 2700).document(3000, painted_ms=3100).end(9000).artifacts().popups.items
    assert [attempt.worked for attempt in popup.attempts] == [False]
    assert popup.ending is Ending.PAGE

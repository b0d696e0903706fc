"""What lay over the page, what it was, how long it stood."""

import pytest

from cxcheck.model.event import Clock
from cxcheck.model.popup import Popup, PopupKind
from cxcheck.testing import Story


def popups(story: Story) -> tuple[Popup, ...]:
    return story.artifacts().popups.items


def only(story: Story) -> Popup:
    (popup,) = popups(story)
    return popup


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"text": "We use cookies to improve your experience"}, PopupKind.CONSENT),
        ({"text": "Usamos cookies y pedimos su consentimiento"}, PopupKind.CONSENT),
        ({"text": "We use cookies. Subscribe!", "fields": ["email"]}, PopupKind.CONSENT),
        ({"text": "Get 10% off your first purchase"}, PopupKind.NEWSLETTER),
        ({"text": "Get 10 % off"}, PopupKind.NEWSLETTER),
        ({"text": "Suscríbete a nuestro boletín"}, PopupKind.NEWSLETTER),
        ({"text": "Stay close", "fields": ["email"]}, PopupKind.NEWSLETTER),
        ({"text": "How do you like us?", "modal": True}, PopupKind.DIALOG),
        ({"text": "How do you like us?", "role": "dialog"}, PopupKind.DIALOG),
        ({"text": "How do you like us?", "role": "alertdialog"}, PopupKind.DIALOG),
        ({"text": "How do you like us?", "cover_ratio": 0.5}, PopupKind.DIALOG),
        ({"text": "How do you like us?", "cover_ratio": 0.49}, PopupKind.BANNER),
        ({"text": "Cookieless since 1990"}, PopupKind.BANNER),
    ],
)
def test_kinds(facts, kind):
    assert only(Story().step("Look", 0).popup("a", 500, **({"cover_ratio": 0.2} | facts)).end(5000)).kind is kind


def _standing(edge="corner", prose=6, size=(320, 120), **signs):
    plain = dict.fromkeys(
        ("top_layer", "scroll_locked", "backdrop", "inert_rest", "media", "spoken", "dialog", "draws", "draggable",
         "writes", "log", "broad", "tall", "spotlight"), False,
    )  # fmt: skip
    return {
        "blocks": False,
        "box": {"x_px": 10, "y_px": 10, "width_px": size[0], "height_px": size[1]},
        "signs": {**plain, "edge": edge, "prose": prose, "sliders": 0, "position": "fixed", **signs},
    }


@pytest.mark.parametrize("sign", sorted(_standing()["signs"]))
def test_a_recording_that_lacks_a_sign_is_read_all_the_same(sign):
    facts = _standing(spoken=True)
    signs = {name: value for name, value in facts["signs"].items() if name != sign}
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.1, text="Saved.", **(facts | {"signs": signs}))
    assert only(story.end(5000)).kind in {PopupKind.TOAST, PopupKind.BANNER}


_VEILED = {"blocks": True, "modal": True}


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"text": "Our opening hours have changed", **_standing(dialog=True)}, PopupKind.DIALOG),
        ({"text": "Our opening hours have changed", **_standing(spoken=True, dialog=True)}, PopupKind.TOAST),
        (
            {"text": "You are offline", **_standing("bottom", size=(700, 48), spoken=True, backdrop=True)},
            PopupKind.TOAST,
        ),
        ({"text": "You are offline", **_standing("bottom", size=(1280, 400), backdrop=True)}, PopupKind.DRAWER),
        ({"text": "Here you ask", "controls": ["Next", "Close"], **_standing("centre")}, PopupKind.TOUR),
        ({"text": "Qui lo metti", "controls": ["Salta", "Avanti"], **_standing("centre"), **_VEILED}, PopupKind.TOUR),
        (
            {"text": "Still there?", "controls": ["Continue shopping"], **_standing("centre"), **_VEILED},
            PopupKind.DIALOG,
        ),
        ({"text": "Up to 20 % off", **_standing("full"), **_VEILED}, PopupKind.INTERSTITIAL),
        ({"text": "Up to 20 % off", "fields": ["email"], **_standing("full"), **_VEILED}, PopupKind.NEWSLETTER),
        ({"text": "Up to 20 % off", **_standing("centre"), **_VEILED}, PopupKind.NEWSLETTER),
        ({"text": "▶", "frame": "films.example", **_standing("centre", prose=0), **_VEILED}, PopupKind.LIGHTBOX),
        (
            {"text": "Workshop, Station Road 4", "frame": "maps.example", **_standing("centre", prose=0), **_VEILED},
            PopupKind.DIALOG,
        ),
    ],
)
def test_kinds_by_look(facts, kind):
    assert only(Story().step("Look", 0).popup("a", 500, **({"cover_ratio": 0.2} | facts)).end(5000)).kind is kind


def test_numbered_in_order_of_appearance_with_dialogs_and_windows_among_them():
    story = Story().step("Look", 0).popup("b", 500, cover_ratio=0.2)
    story.add("dialog/opened", 1000, clock=Clock.ARRIVAL, type="alert", message="Sure?")
    story.add("window/opened", 1500, clock=Clock.ARRIVAL, url="https://ads.example/", asked_for=False)
    story.popup("a", 2000, cover_ratio=0.2).press("Close", 3000, popup="a")
    artifacts = story.end(5000).artifacts()
    assert [(popup.id, popup.kind.value) for popup in artifacts.popups.items] == [
        (1, "newsletter"),
        (2, "native dialog"),
        (3, "new window"),
        (4, "newsletter"),
    ]
    assert artifacts.gestures.items[0].target.popup == 4
    assert [popup.title for popup in artifacts.popups.items][1:3] == ["Sure?", "https://ads.example/"]


def test_gone_when_it_went():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2).popup("b", 600, cover_ratio=0.2)
    story.add("popup/gone", 1700, id="b").add("popup/gone", 2600, id="a")
    assert [popup.gone_ms for popup in popups(story.end(5000))] == [2600, 1700]


def test_gone_with_the_document_it_lay_over():
    story = Story().step("Look", 0).document(100, painted_ms=300).popup("a", 500, cover_ratio=0.2)
    story.document(2000, painted_ms=2300)
    assert only(story.end(5000)).gone_ms == 2000


def test_a_document_in_another_tab_takes_nothing_away():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2)
    story.add("screen/document", 2000, page=2, url="https://shop.example/", title="Other", history=False)
    assert only(story.end(5000)).gone_ms is None


def test_a_native_dialog_is_gone_when_it_was_closed():
    story = Story().step("Look", 0).add("dialog/opened", 500, clock=Clock.ARRIVAL, type="alert", message="Hm")
    story.add("dialog/closed", 900, clock=Clock.ARRIVAL)
    popup = only(story.end(5000))
    assert (popup.gone_ms, popup.blocks, popup.cover_ratio) == (900, True, 1.0)


@pytest.mark.parametrize(
    ("facts", "blocks"),
    [
        ({"cover_ratio": 0.75}, True),
        ({"cover_ratio": 0.74}, False),
        ({"cover_ratio": 0.05, "modal": True}, True),
    ],
)
def test_what_blocks(facts, blocks):
    assert only(Story().step("Look", 0).popup("a", 500, **facts).end(5000)).blocks is blocks


def test_asked_for_as_the_probe_says():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2, asked_for=True).popup("b", 600, cover_ratio=0.2)
    assert [popup.id for popup in story.end(5000).artifacts().popups.unasked] == [2]


@pytest.mark.parametrize(("pressed_ms", "asked_for"), [(600, True), (1000, True), (500, False), (1800, False)])
def test_a_native_dialog_within_a_second_of_a_press_was_asked_for(pressed_ms, asked_for):
    story = Story().step("Look", 0).press("Delete", pressed_ms)
    story.add("dialog/opened", 1600, clock=Clock.ARRIVAL, type="confirm", message="Sure?")
    assert only(story.end(5000)).asked_for is asked_for


def test_a_window_is_asked_for_as_the_browser_says():
    story = Story().step("Look", 0).press("Ad", 1000)
    story.add("window/opened", 1100, clock=Clock.ARRIVAL, url="https://ads.example/", asked_for=False)
    assert not only(story.end(5000)).asked_for


def test_what_closing_it_took():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2, text="one two three")
    story.add("popup/closing", 1000, clock=Clock.RECORDER, id="a", control="No thanks")
    story.press("No thanks", 1200, popup="a").add("popup/gone", 1500, id="a")
    story.press("Sign in", 2000, box={"x_px": 100, "y_px": 200, "width_px": 80, "height_px": 40})  # it lay below
    popup = only(story.end(5000))
    assert popup.words == 3
    assert popup.in_the_way == (1000,)
    assert popup.close_control == "No thanks"
    assert popup.close_press_ms == 1200


def test_closed_by_a_key_it_was_closed_when_the_customer_did_so():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2)
    story.add("popup/closing", 1000, clock=Clock.RECORDER, id="a", control="Escape")
    assert only(story.end(5000)).close_press_ms == 1000


def test_left_where_it_is():
    popup = only(Story().step("Look", 0).popup("a", 500, cover_ratio=0.2).press("Go", 900).end(5000))
    assert (popup.gone_ms, popup.close_press_ms, popup.close_control, popup.in_the_way) == (None, None, "", ())

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.vitals import VITALS, LongFrames, ScreenVitals
from cxcheck.score.vitals import Rating, rating
from cxcheck.testing import Story, make_artifacts

PAINTED = "nothing was painted while the customer was there"


def document(story, t_ms, *, page=1, first_byte_ms=120.0, activated_ms=0.0, **painted_ms):
    """A document, and when it was painted: ``first`` and ``largest`` or several of those, in visit time."""
    story.add(
        "screen/document", t_ms, page=page, url=f"https://shop.example/{t_ms}", title="Tea", history=False,
        first_byte_ms=first_byte_ms, activated_ms=activated_ms,
    )  # fmt: skip
    for what, at_ms in painted_ms.items():
        known = {"selector": f"#{what}", "area_px2": 900, "image": ""} if what != "first" else {}
        story.add("page/painted", at_ms, page=page, what=what.rstrip("_"), origin_ms=t_ms, **known)
    return story


def route(story, t_ms, url="https://shop.example/route"):
    return story.add("screen/route", t_ms, url=url, title="Route")


def shown(story, t_ms, duration_ms, *, selector="#buy", page=1, origin_ms=0.0):
    return story.add(
        "interaction/shown", t_ms, page=page, duration_ms=duration_ms, event="click", selector=selector,
        origin_ms=origin_ms,
    )  # fmt: skip


def vitals(story, end_ms=20_000):
    return story.end(end_ms).artifacts().vitals.items


def test_a_document_counts_from_when_it_was_asked_for():
    (row,) = vitals(document(Story(), 1000, first=1800, largest=2600))
    assert (row.fcp_ms, row.lcp_ms, row.ttfb_ms, row.cls) == (800, 1600, 120, 0)
    assert (row.largest.selector, row.largest.area_px2) == ("#largest", 900)
    assert row.long_frames == LongFrames(count=0, worst_ms=0, blocking_ms=0)
    assert row.reasons == {"inp_ms": "no click, tap or key that the browser times"}


def test_one_made_ready_before_counts_from_when_the_customer_went_there():
    (row,) = vitals(document(Story(), 1000, first=1100, largest=2600, activated_ms=700))
    assert (row.fcp_ms, row.lcp_ms, row.ttfb_ms) == (0, 900, 0)


def test_what_is_painted_after_the_customers_first_act_is_not_its_largest_paint():
    story = document(Story(), 1000, first=1800, largest=1900, largest_=2600)
    (row,) = vitals(story.press("Buy", 2000))
    assert row.lcp_ms == 900
    (row,) = vitals(
        document(Story(), 1000, first=1800, largest=1900, largest_=2600).add("gesture/key", 2700, key="Tab")
    )
    assert row.lcp_ms == 1600
    (row,) = vitals(document(Story(), 1000, first=1800, largest=1900, largest_=2600).type("Name", 2000, 5))
    assert row.lcp_ms == 1600, "filled in at one go, nothing was pressed"


def test_a_click_of_the_pages_own_ends_nothing():
    story = document(Story(), 1000, first=1800, largest=2600)
    (row,) = vitals(story.add("gesture/pressed", 1900, pointer="mouse", trusted=False, target={"selector": "#x"}))
    assert row.lcp_ms == 1600
    assert row.reasons["inp_ms"] == "no click, tap or key that the browser times"


def test_the_act_that_leads_to_a_document_does_not_end_its_loading():
    story = document(Story(), 1000, first=1100, largest=1100).press("Next", 2000)
    _, second = vitals(document(story, 2000.5, first=3000, largest=3500))
    assert second.lcp_ms == 1499.5


def test_a_document_left_before_it_was_painted_is_not_measured():
    first, second = vitals(document(document(Story(), 1000), 1500, first=1800, largest=1800, first_byte_ms=None))
    assert (first.lcp_ms, first.fcp_ms, first.cls, first.ttfb_ms) == (None, None, None, 120)
    assert (first.reasons["lcp_ms"], first.reasons["cls"]) == (PAINTED, PAINTED)
    assert second.reasons["ttfb_ms"] == "the browser does not tell when the first byte came"


def test_paints_of_an_old_document_told_late_stay_its_own():
    story = document(Story(), 1000, first=1100).press("Next", 1500)
    story.add("page/painted", 1550, what="largest", origin_ms=1000, selector="#old", area_px2=1, image="")
    _, second = vitals(document(story, 1502, first=1900, largest=1900))
    assert second.lcp_ms == 398


def test_the_worst_burst_is_its_stability():
    story = document(Story(), 0, first=100, largest=100)
    for t_ms, value in ((1000, 0.1), (1900, 0.1), (3000, 0.15), (4100, 0.05)):
        story.shift(t_ms, value, origin_ms=0)
    story.press("Buy", 6000).shift(6100, 0.9, recent_input=True, origin_ms=0)
    (row,) = vitals(story)
    assert row.cls == 0.2


def test_the_worst_interaction_counts_also_those_in_frames():
    story = document(Story(), 0, first=100, largest=100).press("Buy", 1000).press("Pay", 2000)
    shown(shown(story, 1000, 48), 2000, 304, selector="#in-a-frame", origin_ms=700)
    (row,) = vitals(story)
    assert (row.inp_ms, row.slowest.selector, row.slowest.t_ms) == (304, "#in-a-frame", 2000)


def test_an_interaction_belongs_to_the_screen_it_began_on_and_to_its_tab():
    story = document(Story(), 0, first=100, largest=100).press("Go", 1000)
    route(shown(story, 1000, 200), 1005)
    document(shown(story, 1500, 40), 2000, page=2, first=2100)
    shown(story, 3000, 96)
    home, tea, other = vitals(story)
    assert (home.inp_ms, tea.inp_ms, other.inp_ms) == (200, 96, None)


def test_what_rounds_to_nothing_took_up_to_eight_milliseconds():
    (row,) = vitals(shown(document(Story(), 0, first=100), 1000, 0))
    assert row.inp_ms == 8


def test_an_interaction_that_was_never_shown_is_not_measured_and_not_nothing():
    story = document(Story(), 0, first=100, largest=100).press("Next", 1000)
    first, _ = vitals(document(story, 1002, first=1500))
    assert (first.inp_ms, first.left_unshown) == (None, True)
    assert first.reasons["inp_ms"] == "the page was left before it had shown what the customer's act set off"


def test_beside_a_measured_one_it_is_said():
    story = shown(document(Story(), 0, first=100, largest=100).press("Buy", 500), 500, 24).press("Next", 1000)
    first, _ = vitals(document(story, 1002, first=1500))
    assert (first.inp_ms, first.left_unshown) == (24, True)


@pytest.mark.parametrize("later_ms", [2, 90])
def test_one_shown_while_the_page_was_being_left_is_measured(later_ms):
    story = shown(document(Story(), 0, first=100, largest=100).press("Next", 1000), 1000 + later_ms, 64)
    first, _ = vitals(document(story, 1002 + later_ms, first=1500))
    assert (first.inp_ms, first.left_unshown) == (64, False)


def test_acts_too_quick_to_be_timed_are_said_to_be():
    story = route(document(Story(), 0, first=100, largest=100), 1000).press("Buy", 2000)
    _, tea = vitals(story)
    assert (tea.inp_ms, tea.reasons["inp_ms"]) == (
        None, "each act showed within 16 ms, and the browser times only what took longer",
    )  # fmt: skip


def test_a_route_counts_from_the_act_that_led_to_it():
    story = document(Story(), 0, first=100, largest=100).press("Tea", 1000)
    route(story, 1020)
    for what, at_ms in (("first", 1300), ("largest", 1300), ("largest", 1900)):
        known = {} if what == "first" else {"selector": "#tea", "area_px2": 9, "image": ""}
        story.add("route/painted", at_ms, what=what, began_ms=1000, url="https://shop.example/route", **known)
    home, tea = vitals(story)
    assert (tea.fcp_ms, tea.lcp_ms, tea.largest.selector, tea.cls) == (300, 900, "#tea", 0)
    assert tea.reasons == {"ttfb_ms": "no request of its own", "inp_ms": "no click, tap or key that the browser times"}
    assert home.lcp_ms == 100


def test_of_two_routes_the_one_the_browser_names_is_meant():
    story = route(route(document(Story(), 0, first=100), 1010, "https://shop.example/one"), 1020)
    story.add("route/painted", 1300, what="first", began_ms=1000, url="https://shop.example/route")
    _, one, two = vitals(story)
    assert (one.fcp_ms, two.fcp_ms) == (None, 300)
    assert one.reasons["lcp_ms"] == "no act of the customer's led to new content that the browser times"


def test_long_frames_are_counted_and_the_worst_is_told():
    story = document(Story(), 0, first=100, largest=100)
    for t_ms, duration_ms, blocking_ms, more in ((500, 60, 0, False), (900, 310, 250, False), (1500, 80, 12, True)):
        story.add(
            "page/long-frame", t_ms, duration_ms=duration_ms, blocking_ms=blocking_ms, more=more, origin_ms=0,
            invoker=f"DIV#{duration_ms}.onclick", script="https://shop.example/app.js",
        )  # fmt: skip
    (row,) = vitals(story)
    assert row.long_frames == LongFrames(
        count=3, worst_ms=310, blocking_ms=262, at_least=True, invoker="DIV#310.onclick",
        script="https://shop.example/app.js",
    )  # fmt: skip


def test_what_the_browser_does_not_support_is_not_measured_each_with_its_reason():
    story = route(document(Story(), 0, first=100, largest=100), 1000).press("Buy", 1500)
    for probe, what in (("interactions", "event"), ("longframes", "long"), ("routes", "soft"), ("shifts", "layout")):
        story.add("probe/unsupported", 1, probe=probe, reason=f"no {what} entries")
    home, tea = vitals(story)
    assert (home.lcp_ms, home.reasons) == (
        100,
        {"cls": "no layout entries (shifts)", "inp_ms": "no event entries", "long_frames": "no long entries"},
    )
    assert (tea.reasons["lcp_ms"], tea.reasons["fcp_ms"]) == ("no soft entries", "no soft entries")


def test_without_paints_stability_is_measured_all_the_same():
    story = document(Story(), 0).add("probe/unsupported", 1, probe="paints", reason="no paint entries")
    (row,) = vitals(story.shift(500, 0.3, origin_ms=0))
    assert (row.cls, row.reasons["lcp_ms"]) == (0.3, "no paint entries")
    assert isinstance(story.artifacts().waits, NotRecorded)


def test_recordings_made_before_they_were_looked_at_stay_readable():
    story = Story()
    began = story.events[0].model_copy(update={"data": {"probes": ["screens", "shifts", "settled"]}})
    later = story.document(100, painted_ms=200).end(900).events[1:]
    artifacts = make_artifacts([began, *later])
    assert artifacts.vitals == NotRecorded(reason="recorded by a cxcheck that did not look at this yet")
    assert artifacts.waits.items[0].duration_ms == 100


def test_a_row_says_of_each_vital_what_it_is_or_why_not():
    with pytest.raises(ValueError, match="cls"):
        ScreenVitals(screen=1, step=1, reasons=dict.fromkeys(set(VITALS) - {"cls"}, "no reason"))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("lcp_ms", 2500, Rating.GOOD),
        ("lcp_ms", 2501, Rating.FAIR),
        ("inp_ms", 500, Rating.FAIR),
        ("cls", 0.26, Rating.POOR),
    ],
)
def test_a_limit_itself_is_on_the_better_side(name, value, said):
    assert rating(name, value) is said

import pytest
from read_page import shown
from sample_run import artifacts, clean_visit, timeline

from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.page import Screen, Screens
from cxcheck.model.vitals import VITALS, Interaction, LargestPaint, LongFrames, ScreenVitals, Vitals

GOOD = {"lcp_ms": 2500, "cls": 0.1, "inp_ms": 200, "fcp_ms": 1800, "ttfb_ms": 800}
NO_FRAMES = LongFrames(count=0, worst_ms=0, blocking_ms=0)


def row(number=1, **values):
    known = GOOD | {"long_frames": NO_FRAMES} | values
    why = known.pop("why", "no act")
    return ScreenVitals(
        screen=number, step=1, reasons={name: why for name in VITALS if known[name] is None}, **known
    )  # fmt: skip


def screens(*titles, how="document"):
    made = [Screen(t_ms=1, step=1, page=1, url="http://harbour.test/", title=title, how=how) for title in titles]
    return Screens(items=tuple(made))


def page(*rows, titles=("Tea", "Basket", "Till"), **changes):
    given = {"screens": screens(*titles), "vitals": Vitals(items=rows)} | changes
    return shown(clean_visit().model_copy(update={"artifacts": artifacts(timeline(Outcome.FINISHED, 5), **given)}))


def test_each_screen_has_its_numbers_with_ratings_in_words():
    found = page(
        row(lcp_ms=4001, cls=0.152, inp_ms=208, largest=LargestPaint(selector="#main > img")),
        row(2, slowest=Interaction(t_ms=5, event="click", selector="#buy")),
    )
    assert "1. Tea page 4 s poor #main > img 0.152 needs improvement 208 ms needs improvement 1.8 s good" in found.text
    assert "2. Basket page 2.5 s good 0.1 good 200 ms good #buy 1.8 s good 800 ms good none" in found.text
    assert "Vitals, screen by screen lab, n = 1 · 7 good, 2 needs improvement, 1 poor" in found.text
    assert {"cx-vital cx-vital--needs-improvement", "cx-vital cx-vital--poor"} < {
        attrs.get("class") for attrs in found.all("span")
    }


def test_the_limits_and_whose_they_are_is_said():
    assert (
        "Limits: LCP good up to 2.5 s, poor above 4 s; CLS good up to 0.1, poor above 0.25; "
        "INP good up to 200 ms, poor above 500 ms; FCP good up to 1.8 s, poor above 3 s; "
        "TTFB good up to 800 ms, poor above 1.8 s (web-vitals)."
    ) in page(row()).text


def test_what_was_not_measured_is_no_number_and_says_why_once():
    found = page(
        row(inp_ms=None), row(2, inp_ms=None), row(3, lcp_ms=None, fcp_ms=None, why="nothing was painted"),
    )  # fmt: skip
    assert found.text.count("not measured 1.8 s good") == 2
    assert "Not measured: LCP and FCP of screen 3: nothing was painted INP of screens 1 and 2: no act" in found.text


def test_an_interaction_that_led_away_unshown_is_said():
    found = page(row(left_unshown=True), row(2, inp_ms=None, left_unshown=True))
    assert "The last interaction on screen 1: it led away before anything of it had been shown" in found.text


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        (NO_FRAMES, "none"),
        (LongFrames(count=3, worst_ms=309.6, blocking_ms=262), "3, worst 310 ms input blocked for 262 ms"),
        (LongFrames(count=100, worst_ms=1250, blocking_ms=0, at_least=True), "100 or more, worst 1.25 s Times count"),
    ],
)
def test_long_frames_are_counted(frames, said):
    assert f"800 ms good {said}" in page(row(long_frames=frames)).text


def test_without_any_there_is_no_table():
    assert "Vitals, screen by screen" not in page().text
    found = page(vitals=NotRecorded(reason="recorded by a cxcheck that did not look at this yet"))
    assert "Vitals, screen by screen" not in found.text
    assert "Vitals: recorded by a cxcheck that did not look at this yet" in found.text


def test_a_hostile_title_stays_text():
    found = page(row(), titles=("<img src=x onerror=alert(1)>",))
    assert "<img src=x onerror=alert(1)> page" in found.text
    assert all("onerror" not in attrs for attrs in found.all("img"))

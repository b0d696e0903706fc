"""Where a finding lies, when its check did not say."""

import pytest

from cxcheck.model.base import Box
from cxcheck.model.finding import Attribute, CheckOutcome, CheckResult, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.score.evidence import located
from cxcheck.testing import Story

SEND = {"x_px": 10, "y_px": 500, "width_px": 90, "height_px": 40}
BOX = Box(**SEND)


def story() -> Story:
    return Story().step("Fill", 0).document(0, painted_ms=50).popup("a", 100, cover_ratio=0.6, title="10 % off")


def place(visit: Story, **more) -> Target | None:
    known = {"step": 1, "t_ms": 2000} | more
    finding = Finding(
        check="made-up", attribute=Attribute.EASE, severity=Severity.MINOR, sentence="Oh.", value=2, unit="count",
        limit=1, **known,
    )  # fmt: skip
    result = CheckResult(check="made-up", attribute=Attribute.EASE, outcome=CheckOutcome.FAIL, findings=(finding,))
    return located([result], visit.end(9000).artifacts())[0].findings[0].target


def test_about_a_popup_it_is_the_popup():
    assert place(story(), popup=1) == Target(
        role="dialog", name="10 % off", box=Box(x_px=0, y_px=0, width_px=400, height_px=300), popup=1
    )


def test_about_what_need_not_have_been_done_it_is_where_that_was_done_first():
    visit = story().press("Send", 1000, box=SEND).press("Again", 1500, box=SEND)
    found = place(visit, needless=(1500.0, 1000.0))
    assert (found.name, found.selector, found.box) == ("Send", "#Send", BOX)


@pytest.mark.parametrize(("moved", "box"), [(False, BOX), (True, None)])
def test_a_box_is_known_only_while_nothing_moved(moved, box):
    visit = story().press("Send", 1000, box=SEND)
    if moved:
        visit.document(1500, painted_ms=1600)
    assert place(visit, target=Target(selector="#Send", name="Send")).box == box


def test_what_the_check_said_stays():
    said = Target(selector="#x", name="X", box=BOX)
    assert place(story(), popup=1, target=said) == said


def test_where_nothing_tells_there_is_none():
    assert place(story()) is None
    assert place(story(), popup=7, needless=(77.0,)) is None

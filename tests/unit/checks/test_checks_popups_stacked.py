"""popups-stacked: fires on overlays that come together, is silent when they come one at a time."""

import pytest

from cxcheck.checks import popup_in_the_way, popups_stacked
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story, check=popups_stacked) -> CheckResult:
    (result,) = run_checks([check], story.artifacts(), TOM)
    return result


def pile(count: int, **facts) -> Story:
    """So many at once, on a page on which the customer has begun."""
    story = Story().step("Look", 0).press("Shop", 100).change(200)
    for number in range(count):
        story.popup(f"p{number}", 500 + number, **({"cover_ratio": 0.2, "title": f"Offer {number}"} | facts))
    return story.end(9000)


def one_after_the_other(*, begins_ms: float) -> Story:
    """Two, the second when the first is gone; the customer first presses on the page at ``begins_ms``."""
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2, title="Cookies").press("No", 900, popup="a")
    story.add("popup/gone", 1000, id="a").popup("b", 2000, cover_ratio=0.2, title="News")
    return story.press("Shop", begins_ms).change(begins_ms + 100).end(9000)


def test_two_at_once_are_found():
    result = judged(pile(2))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (2, "count", 1)
    assert (finding.step, finding.t_ms, finding.popup) == (1, 501, 2)
    assert finding.sentence == "2 pop-ups lay over the page at once: “Offer 0”, then “Offer 1”."


def test_one_alone_is_not():
    assert judged(pile(1)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(
    ("story", "severity"),
    [
        (pile(3), Severity.CRITICAL),
        (pile(2, modal=True), Severity.CRITICAL),
        (pile(2, cover_ratio=0.6), Severity.SERIOUS),
    ],
)
def test_how_bad(story, severity):
    assert [finding.severity for finding in judged(story).findings] == [severity]


def test_a_pile_of_three_is_one_finding():
    (finding,) = judged(pile(3)).findings
    assert (finding.value, finding.popup) == (3, 3)


def test_two_before_the_customer_could_begin_are_found():
    (finding,) = judged(one_after_the_other(begins_ms=3000)).findings
    assert finding.severity is Severity.SERIOUS
    assert finding.sentence == "2 pop-ups came before the customer could begin: “Cookies”, then “News”."


def test_its_twin_in_which_they_had_begun_is_not():
    assert judged(one_after_the_other(begins_ms=1500)).outcome is CheckOutcome.PASS


def test_met_together_before_beginning_they_are_told_once():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2).popup("b", 900, cover_ratio=0.2)
    (finding,) = judged(story.press("Shop", 5000).end(9000)).findings
    assert finding.sentence.startswith("2 pop-ups lay over the page at once")


@pytest.mark.parametrize(("closed", "found"), [(False, 1), (True, 0)])
def test_one_that_another_covers_lies_below_and_one_that_was_closed_does_not(closed, found):
    story = Story().step("Look", 0).press("Shop", 100).change(200).popup("a", 500, cover_ratio=0.2)
    if closed:
        story.press("No", 1900, popup="a")
    story.add("popup/gone", 2000, id="a").popup("b", 2000, cover_ratio=0.9)
    assert len(judged(story.end(9000)).findings) == found


def test_the_next_page_has_a_pile_of_its_own():
    story = pile(2)
    story.events.pop()
    story.events.pop()
    story.document(3000, painted_ms=3100).popup("c", 3500, cover_ratio=0.2).popup("d", 3600, cover_ratio=0.2)
    assert [finding.t_ms for finding in judged(story.end(9000)).findings] == [501, 3600]


def test_one_that_was_asked_for_and_another_window_lie_on_no_pile():
    story = pile(1, title="Offer")
    story.events.pop()
    story.events.pop()
    story.popup("menu", 700, cover_ratio=0.5, asked_for=True)
    story.add("window/opened", 800, clock=Clock.ARRIVAL, url="https://ads.example/", asked_for=False)
    assert judged(story.end(9000)).outcome is CheckOutcome.PASS


def test_a_large_one_alone_is_another_checks_business():
    assert judged(pile(1, cover_ratio=0.9)).outcome is CheckOutcome.PASS
    assert judged(pile(1, cover_ratio=0.9), popup_in_the_way).outcome is CheckOutcome.FAIL
    assert judged(pile(2, cover_ratio=0.2), popup_in_the_way).outcome is CheckOutcome.PASS


def test_none_does_not_apply():
    result = judged(Story().step("Look", 0).press("Shop", 100).end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "no pop-up on this journey")


def test_a_title_of_the_sites_stays_text():
    assert (
        "“<img src=x onerror=alert(1)>”" in judged(pile(2, title="<img src=x onerror=alert(1)>")).findings[0].sentence
    )


@pytest.mark.parametrize("table", ["popups", "gestures"])
def test_not_recorded_is_not_measured(table):
    blind = pile(2).artifacts().model_copy(update={table: NotRecorded(reason="no probe")})
    (result,) = run_checks([popups_stacked], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

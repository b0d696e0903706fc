"""patience-lost and page-never-settles: what a page was still busy with after ten seconds."""

import pytest
from slow_pages import judged, page

from cxcheck.checks import page_never_settles, patience_lost, slow_answer
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.testing import Story


def opening(loaded_ms: float | None = 1500) -> Story:
    story = page(Story().step("Look", 0), 1000)
    return story if loaded_ms is None else story.add("page/loaded", loaded_ms)


def pressed() -> Story:
    return opening().press("Pay", 20_000).change(20_100)


def spinning(story: Story, from_ms: float, until_ms: float | None = None, *, named: bool = True) -> Story:
    story.add("busy/began", from_ms, named=named, origin_ms=1000)
    return story if until_ms is None else story.add("busy/ended", until_ms, origin_ms=1000)


def found(story: Story) -> list[str]:
    story.end(60_000)
    checks = (patience_lost, page_never_settles, slow_answer)
    return [finding.check for check in checks for finding in judged(story, check).findings]


def test_a_spinner_for_longer_than_attention_lasts_is_found():
    story = spinning(pressed(), 20_150, 34_000).end(60_000)
    [finding] = judged(story, patience_lost).findings
    assert finding.sentence == "Ten seconds after “Pay” was pressed, the page still said that it was working."
    assert (finding.value, finding.unit, finding.limit, finding.cost_ms) == (10_000, "ms", 10_000, 9_900)
    assert (finding.severity, finding.t_ms, finding.target.name) == (Severity.CRITICAL, 20_000, "Pay")
    assert found(spinning(pressed(), 20_150, 34_000)) == ["patience-lost"]


def test_also_on_opening_and_when_it_never_ends():
    [finding] = judged(spinning(opening(), 1600).end(60_000), patience_lost).findings
    assert finding.sentence == "Ten seconds after it was opened, the page still said that it was working."
    assert finding.target is None


def test_its_twins_are_not():
    assert found(spinning(pressed(), 20_150, 25_000)) == []
    assert found(spinning(pressed(), 20_150, 34_000, named=False)) == []  # an ornament, for all one knows
    assert found(pressed()) == []
    assert judged(pressed().end(60_000), patience_lost).outcome is CheckOutcome.PASS


def test_a_page_that_comes_after_an_early_answer_is_waited_for_all_the_same():
    """By its own stamp it began soon, and it showed nothing for twelve seconds."""
    story = page(pressed(), 20_300, first_byte=11_000, first=12_000, largest=12_100)
    story.request(20_300, 31_500, resource="document")
    [finding] = judged(story.end(60_000), patience_lost).findings
    assert finding.sentence == "Ten seconds after “Pay” was pressed, the next page had still not come."


def test_what_shows_nothing_for_so_long_is_told_by_slow_answer():
    story = opening().press("Pay", 20_000)
    assert found(spinning(story, 32_100).change(32_000)) == ["slow-answer"]


def test_a_page_that_goes_on_changing_is_found_and_one_that_stops_is_not():
    [finding] = judged(opening().change(1600, 14_000).end(60_000), page_never_settles).findings
    assert finding.sentence == "Ten seconds after it was opened, the page was still changing."
    assert (finding.value, finding.limit, finding.cost_ms) == (10_000, 10_000, 9_700)
    assert finding.severity is Severity.MODERATE
    assert found(opening().change(1600, 14_000)) == ["page-never-settles"]
    assert found(opening().change(1600, 6_000)) == []


def test_a_page_that_is_not_loaded_is_found_and_one_that_only_fetches_is_not():
    slow = opening(loaded_ms=14_000).request(1200, 13_900, resource="image")
    [finding] = judged(slow.end(60_000), page_never_settles).findings
    assert finding.sentence == "Ten seconds after it was opened, the page was still loading."
    assert found(opening().request(1600, 14_000)) == []


def test_what_the_customer_does_meanwhile_ends_the_wait():
    assert found(opening().change(1600, 14_000).press("Buy", 5_000).change(5_100, 5_200)) == []


def test_a_popups_presses_and_the_mail_are_others_business():
    story = opening().popup("a", 15_000, cover_ratio=0.6).press("Yes", 20_000, popup="a").change(20_100)
    assert found(spinning(story, 20_150, 34_000)) == []
    assert judged(Story().step("Ask", 0).mail(7000, 47_000).end(60_000), patience_lost).outcome is (
        CheckOutcome.NOT_APPLICABLE
    )


@pytest.mark.parametrize("check", [patience_lost, page_never_settles])
def test_nothing_waited_for_does_not_apply_and_a_clock_that_was_set_is_not_measured(check):
    assert judged(Story().step("Look", 0).end(9000), check).outcome is CheckOutcome.NOT_APPLICABLE
    story = opening().add("probe/unsupported", 900, clock=Clock.ARRIVAL, probe="clock", reason="it was set")
    assert judged(story.end(60_000), check).outcome is CheckOutcome.NOT_MEASURED

"""surprise-cost: fires on a total that rises unannounced, is silent on one that was announced or stays."""

import pytest

from cxcheck.checks import surprise_cost
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
SAID = {"delivery_said": True}


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([surprise_cost], story.artifacts(), TOM)
    return result


def totals(*readings) -> Story:
    """Each (place, amount) or (place, amount, facts), a step apiece."""
    story = Story()
    for number, (place, amount, *facts) in enumerate(readings):
        story.step(place.title(), 1000 * number)
        story.read_total(amount, 1000 * number + 500, place=place, **(facts[0] if facts else {}))
    return story.end(20_000)


def sentences(*readings) -> list[str]:
    return [finding.sentence for finding in judged(totals(*readings)).findings]


def test_a_rise_that_nothing_announced_is_found():
    result = judged(totals(("basket", "58.00"), ("review", "63.50", SAID)))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit, finding.step, finding.t_ms) == (63.5, "money", 58, 2, 1500)
    assert (
        finding.sentence
        == "The total rose from £58.00 to £63.50 on the last page, and no page with a total on it had said so before."
    )


def test_its_twins_that_stay_fall_or_were_announced_are_not():
    assert judged(totals(("basket", "58.00"), ("review", "58.00"))).outcome is CheckOutcome.PASS
    assert judged(totals(("basket", "58.00"), ("review", "52.00"))).outcome is CheckOutcome.PASS
    assert judged(totals(("basket", "58.00", SAID), ("review", "63.50"))).outcome is CheckOutcome.PASS
    assert judged(totals(("basket", "58"), ("checkout", "58", SAID), ("review", "61.5"))).outcome is CheckOutcome.PASS


def test_a_penny_is_a_rise():
    assert sentences(("basket", "58.00"), ("review", "58.01")) == [
        "The total rose from £58.00 to £58.01 on the last page, and no page with a total on it had said so before."
    ]


def test_delivery_explains_one_rise_and_no_other():
    """A handling fee, first seen on the last page."""
    readings = [("basket", "58.00", SAID), ("checkout", "61.50", SAID), ("review", "66.50", SAID)]
    assert sentences(*readings) == [
        "The total rose from £61.50 to £66.50 on the last page, and no page with a total on it had said so before."
    ]
    assert sentences(*readings[:2], ("review", "61.50", SAID)) == []


@pytest.mark.parametrize(("risen", "found"), [("61.50", 0), ("61.51", 1), ("66.50", 1)])
def test_delivery_explains_no_more_than_it_costs(risen, found):
    named = SAID | {"delivery": "3.50"}
    assert len(sentences(("basket", "58.00", SAID), ("review", risen, named))) == found


@pytest.mark.parametrize(("cost", "severity"), [("5.50", Severity.SERIOUS), ("5.49", Severity.CRITICAL)])
def test_delivery_that_was_named_only_where_it_was_chosen_comes_late_not_out_of_nowhere(cost, severity):
    story = Story().step("Buy", 0).read_total("58.00", 500, place="basket")
    story.read_delivery(cost, 700).read_total("63.50", 900, place="review")
    (finding,) = judged(story.end(1000)).findings
    assert finding.severity is severity
    assert ("first said where the customer chose one" in finding.sentence) == (severity is Severity.SERIOUS)


def test_a_discount_taken_back_is_no_rise_above_what_was_known():
    assert sentences(("basket", "58.00"), ("checkout", "52.20"), ("review", "58.00")) == []


def test_what_the_customer_puts_into_the_basket_is_no_surprise():
    assert sentences(("basket", "29.00"), ("basket", "58.00"), ("review", "58.00")) == []


@pytest.mark.parametrize(
    ("currency", "said"),
    [("EUR", "€1,058.00 to €1,063.50"), ("PLN", "1,058.00 PLN to 1,063.50 PLN"), ("", "1,058.00 to")],
)
def test_money_in_words(currency, said):
    about = {"currency": currency}
    assert said in sentences(("basket", "1058", about), ("checkout", "1063.5", about))[0]


def test_one_reading_or_two_currencies_are_not_measured():
    once = judged(totals(("basket", "58.00")))
    assert (once.outcome, once.reason) == (CheckOutcome.NOT_MEASURED, "the total was read only once")
    mixed = judged(totals(("basket", "58.00"), ("review", "70.00", {"currency": "EUR"})))
    assert (mixed.outcome, mixed.reason) == (CheckOutcome.NOT_MEASURED, "the totals were in different currencies")


def test_no_total_does_not_apply():
    result = judged(Story().step("Look", 0).end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "no total was read on this journey")


def test_plain_calls_read_no_totals():
    assert judged(Story().step("Buy", 0).press("Pay", 500).end(9000)).outcome is CheckOutcome.NOT_MEASURED


def test_not_recorded_is_not_measured():
    story = totals(("basket", "58.00"), ("review", "63.50"))
    blind = story.artifacts().model_copy(update={"totals": NotRecorded(reason="no verbs")})
    (result,) = run_checks([surprise_cost], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no verbs")

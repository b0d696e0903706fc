"""The gate: each limit kept, broken and not measured, at each level."""

import pytest

from cxcheck.gate.verdict import judge
from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.journey import Budget
from cxcheck.model.scorecard import Counts, Scorecard, Verdict, VerdictKind

FINISHED = Timeline(outcome=Outcome.FINISHED, end_ms=1000)


def card(**facts) -> Scorecard:
    known = {
        "scoring": "x", "waiting_ms": 30_000, "effort_ms": 60_000, "interruption_ms": 30_000, "steps": (),
        "counts": Counts(popups=1), "attributes": (), "score": 80, "grade": "B",
    }  # fmt: skip
    return Scorecard(**(known | facts))


def verdict(budget: Budget, scorecard: Scorecard | None = None, level="fail") -> Verdict:
    return judge(FINISHED, scorecard or card(), budget, level)


def test_without_a_budget_a_finished_journey_passes():
    assert verdict(Budget()) == Verdict(kind=VerdictKind.PASS)


# The scorecard above: 2 min of customer time, 30 s of them waiting, 1 pop-up, a score of 80.
@pytest.mark.parametrize(
    "budget",
    [
        Budget(minutes=2), Budget(minutes=4), Budget(waiting_seconds=30), Budget(waiting_seconds=60), Budget(popups=1),
        Budget(popups=2), Budget(score=80), Budget(score=40), Budget(minutes=4, waiting_seconds=60, popups=2, score=40),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("level", ["fail", "warn", "off"])
def test_kept(budget, level):
    assert verdict(budget, level=level) == Verdict(kind=VerdictKind.PASS)


@pytest.mark.parametrize(
    ("budget", "reason"),
    [
        (Budget(minutes=1), "customer time: 2.00 min; the budget is 1 min"),
        (Budget(minutes=1.9), "customer time: 2.00 min; the budget is 1.9 min"),
        (Budget(waiting_seconds=15), "waiting: 30.0 s; the budget is 15 s"),
        (Budget(waiting_seconds=0), "waiting: 30.0 s; the budget is 0 s"),
        (Budget(popups=0), "pop-ups: 1; the budget is 0"),
        (Budget(score=90), "score: 80; the budget is at least 90"),
    ],
    ids=lambda value: str(value) if isinstance(value, Budget) else "",
)
def test_broken(budget, reason):
    broken = Verdict(kind=VerdictKind.FAIL, reasons=(reason,), budget_broken=True)
    assert verdict(budget) == broken
    assert verdict(budget, level="warn") == broken.model_copy(update={"kind": VerdictKind.WARN})
    assert verdict(budget, level="off") == Verdict(kind=VerdictKind.PASS)


@pytest.mark.parametrize(
    ("budget", "facts", "reason"),
    [
        (Budget(minutes=9), {"effort_ms": None}, "customer time: not measured; the budget is 9 min"),
        (Budget(waiting_seconds=99), {"waiting_ms": None}, "waiting: not measured; the budget is 99 s"),
        (Budget(popups=9), {"counts": Counts()}, "pop-ups: not measured; the budget is 9"),
        (
            Budget(score=1),
            {"score": None, "grade": None, "score_note": "no check could judge this visit"},
            "score: not measured, no check could judge this visit; the budget is at least 1",
        ),
    ],
    ids=["minutes", "waiting", "popups", "score"],
)
def test_not_measured_does_not_hold(budget, facts, reason):
    found = verdict(budget, card(**facts))
    assert (found.kind, found.reasons, found.budget_broken) == (VerdictKind.FAIL, (reason,), True)


def test_a_limit_on_something_else_does_not_ask_for_it():
    assert verdict(Budget(popups=1), card(waiting_ms=None, score=None)).kind is VerdictKind.PASS


def test_every_broken_limit_is_told_in_order():
    found = verdict(Budget(minutes=1, waiting_seconds=1, popups=0, score=99))
    assert [reason.partition(":")[0] for reason in found.reasons] == ["customer time", "waiting", "pop-ups", "score"]


@pytest.mark.parametrize("level", ["fail", "warn", "off"])
def test_a_journey_not_finished_fails_at_every_level(level):
    line = Timeline(outcome=Outcome.NOT_FINISHED, message="no way to sign in", end_ms=1000)
    expected = Verdict(kind=VerdictKind.FAIL, reasons=("no way to sign in",), budget_broken=False)
    assert judge(line, card(), Budget(popups=0), level) == expected


@pytest.mark.parametrize("level", ["fail", "warn", "off"])
@pytest.mark.parametrize("outcome", [Outcome.NOT_MEASURED, Outcome.CUT_OFF])
def test_what_could_not_be_measured_never_passes(outcome, level):
    line = Timeline(outcome=outcome, message="the site is down", end_ms=1000)
    expected = Verdict(kind=VerdictKind.NOT_MEASURED, reasons=("the site is down",))
    assert judge(line, card(), Budget(minutes=99), level) == expected

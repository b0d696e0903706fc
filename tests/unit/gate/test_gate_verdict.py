"""The gate: each limit kept, broken and not measured, at each level."""

import pytest

from cxcheck.gate.verdict import judge
from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.budget import MEASURES, Budget, Limit
from cxcheck.model.finding import Attribute, CheckOutcome, CheckResult, Finding, Severity
from cxcheck.model.scorecard import AttributeScore, Counts, PopupCounts, Scorecard, StepCost
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.model.vitals import VITALS, ScreenVitals, Vitals

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
    found = verdict(budget, level=level)
    assert (found.kind, found.reasons, found.budget_broken) == (VerdictKind.PASS, (), False)
    assert [one.kind for one in found.limits] == ([] if level == "off" else [VerdictKind.PASS] * len(budget.all_limits))


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
    for level in ("fail", "warn"):
        found = verdict(budget, level=level)
        assert (found.kind, found.reasons, found.budget_broken) == (level, (reason,), True)
        assert [(one.kind, one.reason) for one in found.limits] == [(level, reason)]
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


STEPS = tuple(
    StepCost(index=n, title=title, waiting_ms=1000 * n, effort_ms=None if n == 2 else 500, interruption_ms=0, presses=n)
    for n, title in enumerate(("Look", "Pay"), start=1)
)
OFFENCE = Finding(
    check="dead-click", attribute=Attribute.EASE, severity=Severity.CRITICAL, step=2, t_ms=1, sentence="Nothing.",
    value=3000, unit="ms", limit=2500,
)  # fmt: skip
RESULTS = (
    CheckResult(
        check="dead-click", attribute=Attribute.EASE, outcome=CheckOutcome.FAIL, value=3000, findings=(OFFENCE,)
    ),
    CheckResult(check="mail-slow", attribute=Attribute.SPEED, outcome=CheckOutcome.NOT_MEASURED, reason="no inbox"),
)
SCORES = tuple(
    AttributeScore(attribute=one, score=70 if one is Attribute.EASE else None, reason="no check applied")
    for one in Attribute
)
SCREENS = tuple(
    ScreenVitals(
        screen=n, step=n, lcp_ms=1000 * n, reasons={name: "no interaction" for name in VITALS if name != "lcp_ms"}
    )
    for n in (1, 2)
)
RICH = card(steps=STEPS, results=RESULTS, attributes=SCORES, popups=PopupCounts(at_once=2))


def held(level="fail", **limit):
    """A verdict on one limit, and that limit's result."""
    found = judge(FINISHED, RICH, Budget(limits=(Limit(**limit),)), level, Vitals(items=SCREENS))
    return found, *found.limits


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ({"measure": "seconds", "at_most": 120}, 120),
        ({"measure": "waiting_seconds", "step": "Pay", "at_most": 2}, 2),
        ({"measure": "waiting_seconds", "step": 1, "at_most": 1}, 1),
        ({"measure": "presses", "step": "Pay", "at_most": 2}, 2),
        ({"measure": "ease", "at_least": 70}, 70),
        ({"measure": "popups_at_once", "at_most": 2}, 2),
        ({"measure": "findings", "at_most": 1}, 1),
        ({"measure": "findings", "step": "Look", "at_most": 0}, 0),
        ({"measure": "findings", "check": "dead-click", "at_most": 1}, 1),
        ({"measure": "findings", "severity": "critical", "at_most": 1}, 1),
        ({"measure": "findings", "severity": "minor", "at_most": 0}, 0),
        ({"measure": "value", "check": "dead-click", "at_most": 3000}, 3000),
        ({"measure": "lcp_ms", "at_most": 2000}, 2000),
        ({"measure": "lcp_ms", "step": "Look", "at_most": 1000}, 1000),
    ],
    ids=str,
)
def test_a_limit_on_anything_measured(limit, value):
    """At its bound it holds, a little beyond it does not, and the sentence never reads as if it did."""
    found, result = held(**limit)
    assert (found.kind, result.value) == (VerdictKind.PASS, value)
    bound = "at_most" if "at_most" in limit else "at_least"
    stricter = limit | {bound: value + (-0.001 if bound == "at_most" else 0.001)}
    found, result = held(**stricter)
    assert (found.kind, found.budget_broken, result.value) == (VerdictKind.FAIL, True, value)


def test_a_broken_limit_never_reads_like_one_that_is_kept():
    found = judge(FINISHED, card(waiting_ms=10_004), Budget(waiting_seconds=10))
    assert found.reasons == ("waiting: 10.004 s; the budget is 10 s",)


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"measure": "effort_seconds", "step": "Pay"}, "effort in step “Pay”: not measured; the budget is 9 s"),
        (
            {"measure": "waiting_seconds", "step": "Pays"},
            "waiting in step “Pays”: not measured, no such step was walked (nearest: “Pay”); the budget is 9 s",
        ),
        ({"measure": "speed"}, "score of speed: not measured, no check applied; the budget is 9"),
        (
            {"measure": "findings", "check": "mail-slow"},
            "findings of mail-slow: not measured, no inbox; the budget is 9",
        ),
        (
            {"measure": "findings", "check": "dead-clock"},
            "findings of dead-clock: not measured, there is no such check (nearest: dead-click); the budget is 9",
        ),
        ({"measure": "value", "check": "mail-slow"}, "value of mail-slow: not measured, no inbox; the budget is 9"),
        ({"measure": "inp_ms"}, "interaction to next paint: not measured, no interaction; the budget is 9 ms"),
        ({"measure": "taps"}, "taps: not measured; the budget is 9"),
    ],
    ids=str,
)
def test_what_was_not_measured_fails_with_the_reason(limit, reason):
    found, result = held(**limit, at_most=9)
    assert (found.kind, found.reasons, result.value) == (VerdictKind.FAIL, (reason,), None)


@pytest.mark.parametrize(
    ("own", "run", "kind"),
    [
        ("fail", "fail", "fail"), ("warn", "fail", "warn"), ("fail", "warn", "warn"), ("off", "fail", None),
        ("warn", "off", None), ("off", "off", None),
    ],
)  # fmt: skip
def test_the_milder_level_holds(own, run, kind):
    found = judge(FINISHED, RICH, Budget(limits=(Limit(measure="seconds", at_most=1, level=own),)), run)
    assert [one.kind for one in found.limits] == ([kind] if kind else [])
    assert found.kind == (kind or "pass")


@pytest.mark.parametrize("name", MEASURES)
def test_each_measure_is_looked_up(name):
    """Of the journey, and where steps have it of a step: a value or None, never an error."""
    which = {"check": "dead-click"} if name == "value" else {}
    for where in [{}, {"step": "Pay"}] if MEASURES[name].in_steps else [{}]:
        _, result = held(measure=name, at_most=1, **which, **where)
        assert MEASURES[name].says in result.reason
        assert (result.value is None) == ("not measured" in result.reason)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"measure": "waiting_ms", "at_most": 1}, "nearest:   waiting_seconds"),
        ({"measure": "poups", "at_most": 1}, "nearest:   popups"),
        ({"measure": "popups"}, "either at_most or at_least"),
        ({"measure": "popups", "at_most": 1, "at_least": 1}, "either at_most or at_least"),
        ({"measure": "score", "at_least": 1, "step": "Pay"}, "of a whole journey"),
        ({"measure": "value", "at_most": 1}, "say which"),
        ({"measure": "popups", "at_most": 1, "check": "dead-click"}, "goes with"),
        ({"measure": "popups", "at_most": 1, "severity": "minor"}, "goes with"),
    ],
    ids=str,
)
def test_a_limit_that_makes_no_sense(limit, said):
    with pytest.raises(ValueError, match=said):
        Limit(**limit)

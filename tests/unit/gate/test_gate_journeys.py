"""Several visits by one customer to one verdict: the rules, what was not measured, and the run's word."""

import pytest

from cxcheck.gate.aggregate import aggregated
from cxcheck.gate.journeys import journey_verdicts, run_verdict
from cxcheck.gate.verdict import judge
from cxcheck.model.artifact import Artifacts, Outcome, Timeline
from cxcheck.model.budget import Budget, Limit
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, JudgedVisit, VisitInfo
from cxcheck.model.scorecard import Counts, Scorecard
from cxcheck.model.verdict import Verdict, VerdictKind

MOST, LEAST = {"at_most": 10}, {"at_least": 10}


@pytest.mark.parametrize(
    ("rule", "bound", "values", "found"),
    [
        ("median", MOST, [1, 30, 4], 4), ("median", MOST, [1, 30, 4, 6], 5), ("median", MOST, [7], 7),
        ("mean", MOST, [1, 30, 5], 12), ("best", MOST, [3, 1, 30], 1), ("worst", MOST, [3, 1, 30], 30),
        ("best", LEAST, [3, 1, 30], 30), ("worst", LEAST, [3, 1, 30], 1), ("median", LEAST, [3, 1, 30], 3),
        (None, MOST, [1, 30, 4], 4),
        # What was not measured counts as the worst, at whichever end that is.
        ("median", MOST, [1, None, 4], 4), ("median", LEAST, [1, None, 4], 1), ("median", MOST, [1, None, None], None),
        ("median", MOST, [1, 2, None, None], None), ("mean", MOST, [1, 2, None], None), ("best", MOST, [2, None], 2),
        ("best", LEAST, [2, None], 2), ("worst", MOST, [2, None], None), ("worst", LEAST, [2, None], None),
        ("best", MOST, [None, None], None), ("median", MOST, [None], None),
    ],
)  # fmt: skip
def test_the_rules(rule, bound, values, found):
    assert aggregated(Limit(measure="clicks", aggregate=rule, **bound), values) == found


NOTHING = Artifacts.model_construct()


def visit(
    clicks=None, *, outcome=Outcome.FINISHED, budget=None, repeat=1, level="fail", who="tom", test="", message=""
):
    """A visit that took so many clicks."""
    budget = budget or Budget(limits=(Limit(measure="clicks", at_most=10),))
    card = Scorecard(
        scoring="x", waiting_ms=1, effort_ms=1, interruption_ms=1, steps=(), counts=Counts(clicks=clicks),
        attributes=(), score=None, grade=None,
    )  # fmt: skip
    timeline = Timeline(outcome=outcome, message=message, end_ms=1)
    info = VisitInfo(
        id=f"buy--{who}--chromium--{repeat:02}",
        journey=Journey(key="buy", title="Buy", goal="", budget=budget, test=test),
        persona=Persona(key=who, title=who.title()), site="shop", base_url="https://shop.example/", seed=1,
        browser=BrowserInfo(name="chromium", version="1", playwright="1"), began="", repeat=repeat,
    )  # fmt: skip
    verdict = judge(timeline, card, budget, level)
    recorded = NOTHING.model_copy(update={"timeline": timeline})
    return JudgedVisit.model_construct(info=info, artifacts=recorded, scorecard=card, verdict=verdict)


def over(*clicks, budget=None, level="fail"):
    """The verdict on so many visits; None: the visit could not finish."""
    [one] = journey_verdicts(
        [
            visit(count, repeat=n, budget=budget, level=level)
            if count is not None
            else visit(outcome=Outcome.NOT_FINISHED, repeat=n, budget=budget, message="no basket\nat: x", level=level)
            for n, count in enumerate(clicks, start=1)
        ]
    )
    return one.verdict


def test_one_visit_is_its_own_verdict():
    alone = visit(11)
    [one] = journey_verdicts([alone])
    assert (one.verdict, one.visits) == (alone.verdict, (alone.info.id,))
    assert (one.journey, one.persona, one.browser) == ("buy", "tom", "chromium")


def test_one_out_of_the_ordinary_does_not_break_a_median():
    found = over(9, 30, 8)
    assert (found.kind, found.reasons, found.budget_broken) == (VerdictKind.PASS, (), False)
    [limit] = found.limits
    assert (limit.value, limit.values) == (9, (9, 30, 8))
    assert limit.reason == "clicks, median of 3 visits: 9; the budget is 10"


def test_a_broken_median_says_so():
    found = over(9, 30, 20)
    assert (found.kind, found.budget_broken) == (VerdictKind.FAIL, True)
    assert found.reasons == ("clicks, median of 3 visits: 20; the budget is 10",)


def test_the_rule_of_the_limit_holds():
    def budget(**rule):
        return Budget(limits=(Limit(measure="clicks", at_most=10, **rule),))

    assert over(9, 30, 8, budget=budget(aggregate="worst")).reasons == (
        "clicks, worst of 3 visits: 30; the budget is 10",
    )
    assert over(9, 30, 8, budget=budget(aggregate="mean")).kind is VerdictKind.FAIL
    assert over(30, 30, 8, budget=budget(aggregate="best")).kind is VerdictKind.PASS
    of_all = Budget(limits=(Limit(measure="clicks", at_most=10),), aggregate="worst")
    assert over(9, 30, 8, budget=of_all).kind is VerdictKind.FAIL


def test_a_limit_that_warns_warns():
    assert over(30, 30, budget=Budget(limits=(Limit(measure="clicks", at_most=10, level="warn"),))).kind == "warn"
    assert over(30, 30, level="warn").kind is VerdictKind.WARN
    assert over(30, 30, level="off") == Verdict(kind=VerdictKind.PASS)


def test_a_visit_that_did_not_finish_counts_as_worst_and_fails():
    found = over(9, None, 8)
    assert found.kind is VerdictKind.FAIL
    assert found.reasons == ("1 of 3 could not finish: no basket",)
    assert found.budget_broken is False
    assert found.limits[0].values == (9, None, 8)
    assert "median of 3 visits: 9 (1 not measured, counted as worst)" in found.limits[0].reason


def test_a_budget_on_what_was_mostly_not_measured_fails_with_the_reason():
    found = over(9, None, None)
    assert found.budget_broken
    assert found.reasons == (
        "2 of 3 could not finish: no basket",
        "clicks, median of 3 visits: not measured in 2 of them, could not finish; the budget is 10",
    )


def test_a_measure_that_nobody_measured_fails_with_its_reason():
    budget = Budget(limits=(Limit(measure="findings", check="dead-clock", at_most=1),))
    found = over(1, 1, budget=budget)
    [reason] = found.reasons
    assert reason.endswith("median of 2 visits: not measured in 2 of them, there is no such check; the budget is 1")


def test_none_finished_is_told_once_and_no_budget_is_judged():
    found = over(None, None)
    assert (found.kind, found.reasons, found.limits) == (
        VerdictKind.FAIL, ("2 of 2 could not finish: no basket",), (),
    )  # fmt: skip


def test_not_measured_is_never_passed():
    down = visit(outcome=Outcome.NOT_MEASURED, repeat=2, message="the site is down")
    [one] = journey_verdicts([visit(1), down, visit(1, repeat=3)])
    assert one.verdict.kind is VerdictKind.NOT_MEASURED
    assert one.verdict.reasons == ("1 of 3 could not be measured: the site is down",)


class TestRun:
    def test_the_worst_journey_is_the_runs_word_with_whose_it_is(self):
        found = run_verdict([visit(1), visit(11, who="ann"), visit(12, who="bob")])
        assert (found.kind, found.budget_broken) == (VerdictKind.FAIL, True)
        assert found.reasons == ("Buy, Ann: clicks: 11; the budget is 10", "Buy, Bob: clicks: 12; the budget is 10")

    def test_repeats_count_together(self):
        assert run_verdict([visit(9), visit(30, repeat=2), visit(8, repeat=3)]).kind is VerdictKind.PASS

    def test_not_measured_is_worse_than_a_failure(self):
        down = visit(outcome=Outcome.CUT_OFF, who="ann", message="killed")
        assert run_verdict([visit(30), down]).kind is VerdictKind.NOT_MEASURED

    def test_what_passed_only_when_tried_again_is_no_pass(self):
        """It is none that fails either: who asks for reruns says that a later pass will do."""
        again = visit(1)
        again = again.model_copy(update={"info": again.info.model_copy(update={"attempt": 2})})
        found = run_verdict([again, visit(1, who="ann")])
        assert (found.kind, found.reasons) == (VerdictKind.WARN, ("Buy, Tom: flaky: passed at attempt 2",))

    def test_nobody_walked(self):
        assert run_verdict([]) == Verdict(kind=VerdictKind.NOT_MEASURED, reasons=("no customer has walked",))

    def test_an_ordinary_test_fails_by_its_own_end_alone(self):
        unmeasured = visit(outcome=Outcome.NOT_MEASURED, test="test_a.py::test_a", message="no page")
        failed = visit(outcome=Outcome.NOT_FINISHED, test="test_a.py::test_a", who="ann", message="assert 0")
        assert run_verdict([visit(1, who="bob"), unmeasured]).kind is VerdictKind.PASS
        assert run_verdict([visit(1, who="bob"), failed]).kind is VerdictKind.FAIL

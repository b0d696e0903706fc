"""A test that was tried again: its last attempt counts, and the others are kept with it."""

from sample_visits import visit

from cxcheck.gate.attempts import last_attempts, superseded
from cxcheck.model.artifact import Outcome
from cxcheck.model.verdict import Verdict, VerdictKind

BROKEN = Verdict(kind=VerdictKind.FAIL, budget_broken=True, reasons=("too dear",))


def test_the_last_attempt_counts_and_has_the_others_in_their_order():
    third, first, other, second = (
        visit("a--03", "a", 3), visit("a--01", "a", 1, Outcome.NOT_FINISHED), visit("b--01", "b", 1),
        visit("a--02", "a", 2, Outcome.CUT_OFF),
    )  # fmt: skip
    found = last_attempts([third, first, other, second])
    assert [one.info.id for one in found] == ["a--03", "b--01"]
    assert [one.info.id for one in found[0].earlier] == ["a--01", "a--02"]
    assert found[1].earlier == ()
    assert superseded(one.info for one in (third, first, other, second)) == {"a--01", "a--02"}


def test_old_recordings_which_name_no_test_all_count():
    found = [visit("a--01", "", 1), visit("a--02", "", 1)]
    assert last_attempts(found) == tuple(found)


def test_only_a_pass_after_a_failure_is_flaky():
    assert visit("a--02", "a", 2).flaky
    assert visit("a--02", "a", 2, verdict=Verdict(kind=VerdictKind.WARN)).flaky
    assert not visit("a--01", "a", 1).flaky
    assert not visit("a--02", "a", 2, Outcome.NOT_FINISHED).flaky
    assert not visit("a--02", "a", 2, Outcome.NOT_MEASURED, Verdict(kind=VerdictKind.NOT_MEASURED)).flaky
    assert not visit("a--02", "a", 2, verdict=BROKEN).flaky


def test_an_ordinary_test_passes_whatever_its_budget():
    assert visit("a--02", "a", 2, verdict=BROKEN, test="tests/test_a.py::test_a").flaky
    assert not visit("a--02", "a", 2, Outcome.NOT_FINISHED, test="tests/test_a.py::test_a").flaky

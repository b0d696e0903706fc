"""The runner: what checks are handed, and what becomes of what they yield."""

import typing
from types import SimpleNamespace

import pytest

from cxcheck.checks.run import Measured, NotApplicable, own_checks, run_checks
from cxcheck.model.artifact import Artifacts, NotRecorded, Timeline
from cxcheck.model.finding import Attribute, CheckMeta, CheckOutcome, CheckResult, Finding, Severity
from cxcheck.model.persona import Persona
from cxcheck.model.popup import Popups
from cxcheck.model.spent import Spent
from cxcheck.model.wait import Mails, Waits
from cxcheck.testing import Story, make_artifacts

TOM = Persona(key="tom", title="Tom")
TEXTS = dict.fromkeys(("passes", "fails", "why", "remedy", "threshold", "source"), "…")
META = CheckMeta(id="made-up", attribute=Attribute.EASE, severity=Severity.MINOR, **TEXTS)
FINDING = Finding(
    check="made-up", attribute=Attribute.EASE, severity=Severity.MINOR, step=1, t_ms=0, sentence="Oh.", value=2,
    unit="count", limit=1,
)  # fmt: skip
ARTIFACTS = Story().step("Ask", 0).press("Send", 1000).end(9000).artifacts()
CHECKS = own_checks()


def run(check, artifacts: Artifacts = ARTIFACTS) -> CheckResult:
    (result,) = run_checks([SimpleNamespace(META=META, check=check)], artifacts, TOM)
    return result


class TestEveryCheck:
    def test_there_are_those_agreed(self):
        ids = [check.META.id for check in CHECKS]
        agreed = """asked-twice click-error dead-click dead-end forced-to-register forgot-link-hidden input-lost
            journey-unfinished mail-slow page-jumped password-rule-hidden popup-in-the-way popups-stacked slow-answer
            surprise-cost"""
        assert set(agreed.split()) <= set(ids)
        assert ids == sorted(set(ids))

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.META.id)
    def test_its_id_is_its_files_name(self, check):
        assert check.META.id == check.__name__.rpartition(".")[2].replace("_", "-")

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.META.id)
    def test_its_parameters_are_artifacts_the_persona_or_their_effort(self, check):
        tables = {
            part
            for field in Artifacts.model_fields.values()
            for part in (typing.get_args(field.annotation) or (field.annotation,))
        } - {NotRecorded, str}
        hints = typing.get_type_hints(check.check)
        hints.pop("return")
        assert hints
        assert set(hints.values()) <= tables | {Persona, Spent}

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.META.id)
    def test_it_has_all_its_texts(self, check):
        for name in TEXTS:
            assert getattr(check.META, name).strip(), name
        assert check.__doc__

    @pytest.mark.parametrize("check", [check for check in CHECKS if check.META.curve], ids=lambda check: check.META.id)
    def test_its_curve_runs_downhill_from_above_nought(self, check):
        p10, median = check.META.curve
        assert 0 < p10 < median

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.META.id)
    def test_a_cut_off_recording_is_never_passed(self, check):
        (result,) = run_checks([check], make_artifacts([]), TOM)
        assert result.outcome is CheckOutcome.NOT_MEASURED
        assert "cut off" in result.reason


def test_a_check_is_handed_what_its_parameters_name():
    given = {}

    def check(waits: Waits, timeline: Timeline, persona: Persona):
        given.update(waits=waits, timeline=timeline, persona=persona)
        return iter(())

    assert run(check).outcome is CheckOutcome.PASS
    assert given == {"waits": ARTIFACTS.waits, "timeline": ARTIFACTS.timeline, "persona": TOM}


def test_findings_fail():
    def check(waits: Waits):
        yield FINDING
        yield FINDING

    assert run(check) == CheckResult(
        check="made-up", attribute=Attribute.EASE, outcome=CheckOutcome.FAIL, findings=(FINDING, FINDING)
    )


def test_a_number_is_kept_with_pass_and_with_fail():
    def good(waits: Waits):
        yield Measured(5)

    def bad(waits: Waits):
        yield Measured(7)
        yield FINDING

    assert (run(good).outcome, run(good).value) == (CheckOutcome.PASS, 5)
    assert (run(bad).outcome, run(bad).value) == (CheckOutcome.FAIL, 7)


def test_not_applicable_tells_why():
    def check(waits: Waits):
        yield NotApplicable("no form")

    assert (run(check).outcome, run(check).reason) == (CheckOutcome.NOT_APPLICABLE, "no form")


def test_a_finding_outweighs_an_excuse():
    def check(waits: Waits):
        yield NotApplicable("no form")
        yield FINDING

    assert run(check).outcome is CheckOutcome.FAIL


@pytest.mark.parametrize("after", [0, 1], ids=["at once", "after a finding"])
def test_a_crash_is_the_checks_own_error_and_the_others_go_on(after):
    def crashes(waits: Waits):
        yield from [FINDING] * after
        raise ZeroDivisionError("oh no")

    def sound(waits: Waits):
        yield FINDING

    checks = [SimpleNamespace(META=META, check=check) for check in (crashes, sound)]
    first, second = run_checks(checks, ARTIFACTS, TOM)
    assert (first.outcome, first.reason, first.findings) == (CheckOutcome.ERROR, "ZeroDivisionError: oh no", ())
    assert second.outcome is CheckOutcome.FAIL


def test_one_missing_table_of_two_is_not_measured_and_the_check_is_not_asked():
    def check(waits: Waits, popups: Popups):
        raise AssertionError("asked all the same")

    blind = ARTIFACTS.model_copy(update={"popups": NotRecorded(reason="no probe")})
    assert (run(check, blind).outcome, run(check, blind).reason) == (CheckOutcome.NOT_MEASURED, "no probe")


def test_each_missing_table_tells_its_own_reason():
    def check(mails: Mails):
        yield FINDING

    blind = ARTIFACTS.model_copy(
        update={"popups": NotRecorded(reason="no probe"), "mails": NotRecorded(reason="no mailbox")}
    )
    assert run(check, blind).reason == "no mailbox"


def test_something_that_nothing_records_is_not_measured():
    def check(weather: Finding):
        yield FINDING

    assert (run(check).outcome, run(check).reason) == (CheckOutcome.NOT_MEASURED, "nothing records Finding")


def test_a_parameter_without_a_type_is_an_error_of_the_check():
    def check(waits):
        yield FINDING

    assert run(check).outcome is CheckOutcome.ERROR


def test_what_is_no_finding_is_an_error_and_never_passed():
    def says(waits: Waits):
        yield "a button is green"

    def lends(waits: Waits):
        yield FINDING.model_copy(update={"check": "dead-click"})

    assert (run(says).outcome, run(lends).outcome) == (CheckOutcome.ERROR, CheckOutcome.ERROR)
    assert "yielded a str" in run(says).reason
    assert "dead-click" in run(lends).reason

"""From results to attributes, score, caps and grade."""

import pytest

from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import Attribute, CheckMeta, CheckOutcome, CheckResult, Finding, Severity
from cxcheck.model.scorecard import AttributeScore
from cxcheck.score.attributes import attribute_scores, grade, journey_score
from cxcheck.score.weights import weights

TEXTS = dict.fromkeys(("passes", "fails", "why", "remedy", "threshold", "source"), "…")


def meta(check: str, severity: Severity, attribute=Attribute.EASE, curve=None) -> CheckMeta:
    return CheckMeta(id=check, attribute=attribute, severity=severity, curve=curve, **TEXTS)


METAS = {
    "grave": meta("grave", Severity.CRITICAL),
    "heavy": meta("heavy", Severity.SERIOUS),
    "middling": meta("middling", Severity.MODERATE),
    "slight": meta("slight", Severity.MINOR),
    "timed": meta("timed", Severity.SERIOUS, Attribute.SPEED, curve=(1000, 3000)),
}


def finding(check: str, severity: Severity) -> Finding:
    return Finding(
        check=check, attribute=METAS[check].attribute, severity=severity, step=1, t_ms=0, sentence="Oh.", value=2,
        unit="count", limit=1,
    )  # fmt: skip


def result(check: str, outcome: str, *, severity: Severity | None = None, **more) -> CheckResult:
    found = (finding(check, severity or METAS[check].severity),) if outcome == "fail" else ()
    return CheckResult(
        check=check, attribute=METAS[check].attribute, outcome=CheckOutcome(outcome), findings=found, **more
    )


def of(attribute: Attribute, *results: CheckResult) -> AttributeScore:
    return next(score for score in attribute_scores(results, METAS) if score.attribute is attribute)


def ease(*results: CheckResult) -> AttributeScore:
    return of(Attribute.EASE, *results)


class TestAttributes:
    def test_there_are_nine_and_without_checks_none_is_measured(self):
        scores = attribute_scores([], METAS)
        assert [score.attribute for score in scores] == list(Attribute)
        assert len(scores) == 9
        assert {(score.score, score.reason) for score in scores} == {(None, "no check looks at this yet")}

    def test_all_passed_is_a_hundred(self):
        assert ease(result("grave", "pass"), result("slight", "pass")).score == 100

    def test_findings_weigh_ten_seven_three_one(self):
        passed = [result(check, "pass") for check in ("grave", "heavy", "middling", "slight")]
        for index, (check, weight) in enumerate([("grave", 10), ("heavy", 7), ("middling", 3), ("slight", 1)]):
            results = [*passed[:index], result(check, "fail"), *passed[index + 1 :]]
            assert ease(*results).score == pytest.approx(100 * (21 - weight) / 21, abs=0.05)

    def test_a_worse_finding_weighs_more_than_its_check(self):
        failed = result("slight", "fail", severity=Severity.CRITICAL)
        assert ease(result("heavy", "pass"), failed).score == pytest.approx(100 * 7 / 17, abs=0.05)

    def test_a_milder_finding_weighs_as_its_check(self):
        failed = result("heavy", "fail", severity=Severity.MINOR)
        assert ease(result("heavy", "pass"), failed).score == 50

    def test_a_number_goes_through_its_curve(self):
        assert of(Attribute.SPEED, result("timed", "fail", value=2000)).score == pytest.approx(67.7, abs=0.5)
        assert of(Attribute.SPEED, result("timed", "pass", value=1000)).score == 90

    def test_a_curve_without_a_number_is_yes_or_no(self):
        assert of(Attribute.SPEED, result("timed", "fail")).score == 0

    @pytest.mark.parametrize("outcome", ["not-measured", "error"])
    def test_without_a_verdict_it_is_not_measured_and_says_why(self, outcome):
        score = ease(result("grave", outcome, reason="no probe"), result("slight", "not-applicable", reason="no form"))
        assert (score.score, score.reason) == (None, "grave: no probe")

    def test_when_nothing_applied_it_says_so(self):
        score = ease(result("slight", "not-applicable", reason="no form"))
        assert (score.score, score.reason) == (None, "no check applied on this journey: slight: no form")

    @pytest.mark.parametrize("outcome", ["not-measured", "error"])
    def test_beside_a_verdict_what_is_missing_is_named_and_weighs_nothing(self, outcome):
        score = ease(result("slight", "pass"), result("grave", outcome, reason="no probe"))
        assert (score.score, score.reason) == (100, "not measured: grave")

    def test_not_applicable_weighs_nothing(self):
        score = ease(result("slight", "fail"), result("grave", "not-applicable"))
        assert (score.score, score.reason) == (0, "")


def scores(*values: float | None) -> list[AttributeScore]:
    return [AttributeScore(attribute=a, score=v) for a, v in zip(Attribute, values, strict=False)]


class TestJourney:
    def test_the_mean_of_what_was_measured(self):
        assert journey_score(scores(100, None, 60), [], Outcome.FINISHED) == (80, (), "")

    def test_a_critical_finding_caps_it_at_seventy(self):
        score, caps, note = journey_score(scores(95), [result("grave", "fail")], Outcome.FINISHED)
        assert (score, caps, note) == (70, ("at most 70: a critical finding",), "")

    def test_a_serious_finding_does_not(self):
        assert journey_score(scores(95), [result("heavy", "fail")], Outcome.FINISHED) == (95, (), "")

    def test_not_finished_caps_it_below_a_d(self):
        score, caps, _ = journey_score(scores(95), [], Outcome.NOT_FINISHED)
        assert (score, caps) == (39, ("at most 39: the journey was not finished",))

    def test_both_caps_are_told_when_both_bite(self):
        score, caps, _ = journey_score(scores(95), [result("grave", "fail")], Outcome.NOT_FINISHED)
        assert (score, len(caps)) == (39, 2)

    def test_a_cap_above_the_score_does_not_bite(self):
        results = [result("grave", "fail")]
        assert journey_score(scores(30), results, Outcome.NOT_FINISHED) == (30, (), "")
        assert journey_score(scores(70), results, Outcome.FINISHED) == (70, (), "")

    @pytest.mark.parametrize("outcome", [Outcome.NOT_MEASURED, Outcome.CUT_OFF])
    def test_a_visit_that_was_not_measured_has_none(self, outcome):
        assert journey_score(scores(100), [], outcome) == (None, (), "the visit did not get far enough to be judged")

    def test_no_attribute_no_score(self):
        assert journey_score(scores(None, None), [], Outcome.FINISHED) == (None, (), "no check could judge this visit")


@pytest.mark.parametrize(
    ("score", "letter"),
    [
        (100, "A"), (90, "A"), (89.9, "B"), (75, "B"), (74.9, "C"), (60, "C"), (59.9, "D"), (40, "D"), (39.9, "F"),
        (0, "F"), (None, None),
    ],
)  # fmt: skip
def test_grades(score, letter):
    assert grade(score) == letter


def test_every_group_of_constants_says_why():
    for name, group in weights():
        if name not in {"version", "checks"}:  # of checks there is nothing but what was set
            assert group.because.strip(), name
    assert weights().version

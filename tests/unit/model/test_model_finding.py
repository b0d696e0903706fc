"""A finding made from its rule: the rule's own, unless it is told otherwise."""

import pytest

from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Moment, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.wait import AnswerMethod, Wait

META = CheckMeta(
    id="slow-tea",
    attribute=Attribute.SPEED,
    severity=Severity.SERIOUS,
    passes="Tea came soon",
    fails="Tea came late",
    why="It gets cold",
    remedy="Hurry",
    threshold="4 minutes",
    source="our choice",
)
USUAL = {"check": "slow-tea", "attribute": "speed", "severity": "serious", "sentence": "It came late."}


def test_it_has_what_its_rule_says_and_where_it_happened():
    found = META.finding(Moment(2, 300), "It came late.", value=5, unit="count", limit=4)
    assert found == Finding(**USUAL, step=2, t_ms=300, value=5, unit="count", limit=4)


def test_what_is_told_otherwise_counts():
    told = {
        "severity": Severity.MINOR, "cost_ms": 7, "confidence": Confidence.RULE, "target": Target(selector="#tea"),
        "popup": 1, "spares_popup": False, "needless": (1.5,),
    }  # fmt: skip
    found = META.finding(Moment(2, 300), "It came late.", value=5, unit="count", limit=4, **told)
    assert found == Finding(**(USUAL | told), step=2, t_ms=300, value=5, unit="count", limit=4)
    assert Finding.model_fields.keys() - told.keys() == USUAL.keys() - {"severity"} | {
        "step", "t_ms", "value", "unit", "limit",
    }, "and that is all there is"  # fmt: skip


def test_a_wait_is_where_it_began():
    wait = Wait(
        step=3, from_ms=400, answer_ms=500, ready_ms=600, watched_ms=0, method=AnswerMethod.CHANGE, what="press"
    )
    found = META.finding(wait, "It came late.", value=5, unit="count", limit=4)
    assert (found.step, found.t_ms) == (3, 400)


@pytest.mark.parametrize(
    ("severity", "grades", "comes_to"),
    [
        ("serious", 0, "serious"), ("serious", 1, "critical"), ("serious", -1, "moderate"), ("serious", -2, "minor"),
        ("critical", 1, "critical"), ("minor", -1, "minor"), ("minor", 3, "critical"), ("critical", -9, "minor"),
    ],
)  # fmt: skip
def test_severities_by_grades(severity, grades, comes_to):
    assert Severity(severity).shifted(grades) == comes_to


def test_milder_is_one_grade():
    assert [one.milder for one in Severity] == ["serious", "moderate", "minor", "minor"]

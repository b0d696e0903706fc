"""The customer could not do what they came for."""

import pytest

from cxcheck.checks import journey_unfinished
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

PERSONA = Persona(key="test", title="Test")


def result(outcome, message=""):
    story = Story().step("Find", 0).press("Sign in", 1000).change(1100).step("Ask", 2000).end(9000, outcome, message)
    return run_checks([journey_unfinished], story.artifacts(), PERSONA)[0]


def test_a_journey_that_stops_is_found_with_its_step_and_reason():
    message = "https://shop.example/ (Shop): the customer saw no way to 'buy'\n  expected:  a button"
    found = result(Outcome.NOT_FINISHED, message)
    assert found.outcome is CheckOutcome.FAIL
    finding = found.findings[0]
    assert finding.sentence == "The customer got stuck at “Ask”: the customer saw no way to 'buy'."
    assert (finding.step, finding.severity) == (2, "critical")


def test_a_finished_one_is_no_merit():
    assert result(Outcome.FINISHED).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("outcome", [Outcome.NOT_MEASURED, Outcome.CUT_OFF])
def test_a_visit_that_was_not_measured_is_not_judged(outcome):
    assert result(outcome).outcome is CheckOutcome.NOT_MEASURED

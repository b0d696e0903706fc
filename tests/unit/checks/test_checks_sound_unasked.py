"""sound-unasked: fires on what is heard unasked, is silent on silent film and on what was asked for."""

import pytest
from popup_tables import box, judged, unrecorded

from cxcheck.checks import sound_unasked
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.media import Playing, Playings
from cxcheck.testing import Story


def plays(**facts):
    playing = Playing(**({"t_ms": 2000, "step": 1, "selector": "#film", "box": box(), "muted": False} | facts))
    return judged(sound_unasked, playings=Playings(items=(playing,)))


def test_what_is_heard_unasked_is_found():
    (finding,) = plays().findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit, finding.step, finding.t_ms) == (1, "count", 0, 1, 2000)
    assert (finding.target.selector, finding.target.box) == ("#film", box())


@pytest.mark.parametrize("facts", [{"muted": True}, {"asked_for": True}])
def test_its_twins_pass(facts):
    assert plays(**facts).outcome is CheckOutcome.PASS


def test_without_a_page_it_does_not_apply():
    assert judged(sound_unasked, story=Story().step("Look", 0)).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("table", ["playings", "screens"])
def test_not_recorded_is_not_measured(table):
    assert unrecorded(sound_unasked, table).outcome is CheckOutcome.NOT_MEASURED

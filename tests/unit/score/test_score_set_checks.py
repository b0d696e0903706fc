"""A severity that was set for a check moves all that it finds by as many grades: the worst stay the worst."""

import pytest

from cxcheck.checks import popup_in_the_way
from cxcheck.checks.run import run_checks
from cxcheck.model.persona import Persona
from cxcheck.score.constants import weights_of
from cxcheck.score.set_checks import set_meta, set_result
from cxcheck.score.weights import using
from cxcheck.set_constants import set_constants
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
VISIT = Story().step("Look", 0).popup("a", 500, cover_ratio=0.4).popup("b", 900, cover_ratio=0.7).end(9000).artifacts()


def severities(setting: str) -> tuple[str, list[str]]:
    """The check's own, and those of a pop-up a little and one far too large."""
    scoring = set_constants([("here", setting)])
    with using(weights_of(scoring.values, scoring.version)):
        (result,) = run_checks([popup_in_the_way], VISIT, TOM)
        found = set_result(result, popup_in_the_way.META)
        return set_meta(popup_in_the_way.META).severity, [finding.severity for finding in found.findings]


@pytest.mark.parametrize(
    ("set_to", "found"),
    [
        (None, ["serious", "critical"]),
        ("serious", ["serious", "critical"]),
        ("moderate", ["moderate", "serious"]),
        ("minor", ["minor", "moderate"]),
        ("critical", ["critical", "critical"]),  # there is nothing worse
    ],
)
def test_what_is_worse_than_the_rest_stays_so(set_to, found):
    own, findings = severities(f'checks.popup-in-the-way.severity = "{set_to}"' if set_to else "")
    assert (own, findings) == (set_to or "serious", found)


def test_what_was_set_for_another_check_changes_nothing():
    assert severities('checks.slow-answer.severity = "minor"') == ("serious", ["serious", "critical"])

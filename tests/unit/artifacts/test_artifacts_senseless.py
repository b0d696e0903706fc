"""What a page tells in the probes' name, and makes no sense, costs its own table and no other: it is not measured."""

import pytest

from cxcheck.checks.run import all_checks, run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
TABLES = {
    "form/met": "forms", "page/fits": "fits", "page/speaks": "speeches", "page/contacts": "contacts",
    "target/tiny": "tiny_targets", "bars/stood": "bars", "media/playing": "playings",
}  # fmt: skip
SENSELESS = [
    {},
    {"form": "#a", "fields": 5, "buttons": [], "page_px": "wide", "offers": "none", "target": 3, "size_px": []},
    {"form": "#a", "fields": [{}], "buttons": [], "offers": None, "words": 1, "target": {}, "size_px": [1]},
    {"form": "#a", "fields": ["x"], "buttons": None},
    {"form": "#a", "fields": [{"selector": "#b", "box": "here"}], "buttons": []},
    {"form": "#a", "fields": [{"selector": "#b", "labelled": "by the cat"}], "buttons": []},
]


def walked() -> Story:
    return Story().step("Look", 0).document(100, painted_ms=300).press("Buy", 1000).change(1100)


@pytest.mark.parametrize("data", SENSELESS)
@pytest.mark.parametrize("kind", TABLES)
def test_one_table_is_lost_and_said_to_be(kind, data):
    artifacts = walked().add(kind, 2000, **data).end(9000).artifacts()
    lost = getattr(artifacts, TABLES[kind])
    assert isinstance(lost, NotRecorded)
    assert lost.reason.startswith("a page told what makes no sense")
    sound = walked().end(9000).artifacts()
    kept = {name: value for name, value in artifacts if name != TABLES[kind]}
    assert kept == {name: value for name, value in sound if name != TABLES[kind]}


@pytest.mark.parametrize("kind", TABLES)
def test_its_checks_are_not_measured_and_none_breaks(kind):
    results = run_checks(all_checks(), walked().add(kind, 2000).end(9000).artifacts(), TOM)
    told = {result.check for result in results if "makes no sense" in result.reason}
    assert told
    assert {result.outcome for result in results if result.check in told} == {CheckOutcome.NOT_MEASURED}
    assert CheckOutcome.ERROR not in {result.outcome for result in results}

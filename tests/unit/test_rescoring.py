"""Scoring stored events again: the same to the last bit, and one constant changed changes only what hangs on it."""

import pytest
from test_pipeline import visit

from cxcheck.model.finding import Attribute
from cxcheck.pipeline import judge_visit
from cxcheck.redact import Secrets
from cxcheck.score.constants import weights_of
from cxcheck.score.weights import using
from cxcheck.set_constants import set_constants
from cxcheck.store.folder import VisitFolder, read_visit
from cxcheck.testing import Story


def slow() -> Story:
    """Something slow, and a critical pop-up."""
    shown = Story().step("Ask", 0).popup("a", 500, cover_ratio=0.62).press("Close", 700, popup="a")
    shown.add("popup/gone", 800, id="a")
    shown = shown.press("Send", 1000).change(3500)
    return shown.type("Name", 4000, 12).end(9000)


def card(**constants):
    text = "\n".join(f"{key.replace('__', '.')} = {value}" for key, value in constants.items())
    scoring = set_constants([("here", text)])
    with using(weights_of(scoring.values, scoring.version)):
        return judge_visit(visit(slow())).scorecard


def changed(one, other, name=""):
    """The fields in which two scorecards differ, as dotted names."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {found for key in one for found in changed(one[key], other[key], f"{name}.{key}".strip("."))}
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return {found for a, b in zip(one, other, strict=True) for found in changed(a, b, name)}
    return set() if one == other else {name}


def differ(**constants):
    return changed(card().model_dump(mode="json"), card(**constants).model_dump(mode="json"))


def test_the_visit_has_what_these_tests_need():
    found = card()
    assert {one.check for one in found.findings} >= {"slow-answer", "popup-in-the-way"}
    assert found.caps
    assert min(found.interruption_ms, found.waiting_ms, found.effort_ms) > 0


def test_from_the_folder_it_is_the_same_to_the_last_bit(tmp_path):
    walked = visit(slow())
    folder = VisitFolder(tmp_path / walked.info.id, walked.info, Secrets(()))
    for event in walked.events:
        folder.write(event)
    folder.close()
    first, again = judge_visit(walked), judge_visit(read_visit(tmp_path / walked.info.id))
    assert again.model_dump_json() == first.model_dump_json()


@pytest.mark.parametrize(
    ("constants", "fields"),
    [
        ({"grades__C": 65, "caps__critical": 62}, {"score", "grade", "caps", "fixes.points"}),
        ({"grades__C": 71}, {"grade"}),
        ({"waiting__noticed": 200}, {"waiting_ms", "steps.waiting_ms"}),
        ({"effort__key_secret": 900}, set()),
        ({"interruption__read_ratio": 0.5},
         {"interruption_ms", "steps.interruption_ms", "results.findings.cost_ms", "fixes.seconds"}),
        ({"severity__serious": 5}, {"attributes.score", "score", "fixes.points"}),
        ({"attributes__certainty": 0}, {"score", "fixes.points", "grade", "caps"}),
        ({"checks__slow-answer__severity": '"minor"'},
         {"attributes.score", "score", "results.findings.severity", "fixes.points"}),
        ({"checks__slow-answer__curve": "[1, 9]"},
         {"attributes.score", "score", "grade", "caps", "fixes.points"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_one_constant_changes_only_what_hangs_on_it(constants, fields):
    found = differ(**constants)
    assert found - {"scoring"} <= fields
    assert "scoring" in found
    if fields:
        assert found & fields


def test_what_an_attribute_weighs():
    """The mean, by hand."""
    plain, heavy = card(caps__critical=100), card(caps__critical=100, attributes__speed=3)
    scores = {one.attribute.value: one.score for one in plain.attributes if one.score is not None}
    assert plain.score == round(sum(scores.values()) / len(scores), 1)
    assert heavy.score == round((sum(scores.values()) + 2 * scores["speed"]) / (len(scores) + 2), 1)
    assert heavy.attributes == plain.attributes


def test_attributes_that_count_for_nothing_leave_no_score():
    nothing = {f"attributes__{attribute.value}": 0 for attribute in Attribute if attribute is not Attribute.RELEVANCE}
    found = card(**nothing)
    assert (found.score, found.grade) == (None, None)
    assert "count for nothing" in found.score_note

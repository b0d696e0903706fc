"""The builder of made-up visits, for people who write checks."""

import doctest

import cxcheck.testing
from cxcheck.model.artifact import Outcome
from cxcheck.testing import Story, make_artifacts


def test_the_example_in_its_docstring_holds():
    failed, tried = doctest.testmod(cxcheck.testing)
    assert (failed, tried > 0) == (0, True)


def test_lines_are_numbered_and_carry_their_step():
    story = Story().step("A", 0).press("Go", 10).step("B", 20).end(30)
    assert [event.seq for event in story.events] == list(range(1, len(story.events) + 1))
    assert [event.kind for event in story.events] == [
        "visit/began", "step/began", "gesture/pressed", "step/ended", "step/began", "step/ended", "visit/ended",
    ]  # fmt: skip
    assert story.events[2].step == 1


def test_an_unfinished_visit_leaves_its_last_step_open():
    steps = Story().step("A", 0).step("B", 10).end(20, Outcome.NOT_FINISHED).artifacts().timeline.steps
    assert [step.finished for step in steps] == [True, False]


def test_artifacts_of_events():
    story = Story().step("A", 0).press("Go", 10).change(50).end(900)
    assert make_artifacts(story.events) == story.artifacts()


def test_everything_a_story_can_tell_finds_its_table():
    story = Story().step("Buy", 0).document(10, painted_ms=300).settled(700).shift(800, 0.2).script_error(900, "Oh")
    story.request(950, 990, status=500).found("products", 1000).missed("basket", 1100).fill("email", 1200)
    story.refused(2000).identified("guest", 2100).read_total("58.00", 2200, place="basket")
    story.chose("product", 2300, found="Sencha", of=8)
    tables = story.end(9000).artifacts()
    assert len(tables.settled.items) == len(tables.shifts.items) == len(tables.fillings.items) == 1
    assert len(tables.refusals.items) == len(tables.identifications.items) == len(tables.totals.items) == 1
    assert [search.missed for search in tables.searches.items] == [False, True]
    assert [error.kind for error in tables.errors.items] == ["script", "http"]
    assert story.events[-3].data == {"what": "product", "found": "Sencha", "of": 8}

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

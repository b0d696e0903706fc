"""Something cannot be reached or pressed with the keyboard."""

import pytest

from cxcheck.checks import keyboard_unreachable
from cxcheck.checks.run import run_checks
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.persona import Hands, Persona
from cxcheck.testing import Story, make_artifacts

CLAIRE = Persona(key="claire", title="Claire", hands=Hands(input="keyboard"))
TOM = Persona(key="tom", title="Tom")


def judged(story: Story, persona: Persona = CLAIRE):
    [result] = run_checks([keyboard_unreachable], story.artifacts(), persona)
    return result


def walked() -> Story:
    return Story().step("Sign in", 0).press("Home", 500)


@pytest.mark.parametrize(
    ("why", "held_by", "said", "severity"),
    [
        ("no-focus", "", "“Sign in” cannot be reached with the keyboard: the Tab key does not stop at it (WCAG 2.1.1).",
         Severity.CRITICAL),
        ("trap", "Code", "“Sign in” cannot be reached with the keyboard: the focus is held at “Code” (WCAG 2.1.2).",
         Severity.CRITICAL),
        ("trap", "", "“Sign in” cannot be reached with the keyboard: the focus goes round elsewhere (WCAG 2.1.2).",
         Severity.CRITICAL),
        ("too-far", "", "“Sign in” was not reached with 250 presses of the Tab key (WCAG 2.1.1).", Severity.SERIOUS),
        ("no-arrows", "",
         "“Sign in” cannot be reached with the keyboard: the arrow keys do not lead to it (WCAG 2.1.1).",
         Severity.CRITICAL),
        ("no-key", "", "“Sign in” takes the focus, but neither Enter nor Space does anything on it (WCAG 2.1.1).",
         Severity.CRITICAL),
    ],
)  # fmt: skip
def test_each_reason_has_its_sentence(why, held_by, said, severity):
    result = judged(walked().unreachable("Sign in", 2_000, why=why, held_by=held_by, tried=250).end(3_000))
    [finding] = result.findings
    assert (finding.sentence, finding.severity, finding.step, finding.target.name) == (said, severity, 1, "Sign in")


def test_the_same_thing_counts_once_a_step():
    story = walked().unreachable("Sign in", 2_000).unreachable("Sign in", 2_500).unreachable("Help", 2_700).end(3_000)
    assert [finding.target.name for finding in judged(story).findings] == ["Sign in", "Help"]


def test_everything_was_reached():
    assert judged(walked().end(3_000)).outcome is CheckOutcome.PASS


def test_a_mouse_and_an_idle_customer_are_not_asked():
    assert judged(walked().end(3_000), TOM).outcome is CheckOutcome.NOT_APPLICABLE
    assert judged(Story().end(3_000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_an_old_recording_does_not_pass():
    events = walked().end(3_000).events
    began = events[0].model_copy(update={"data": {"probes": events[0].data["probes"]}})
    assert began.clock is Clock.RECORDER
    [result] = run_checks([keyboard_unreachable], make_artifacts([began, *events[1:]]), CLAIRE)
    assert result.outcome is CheckOutcome.NOT_MEASURED

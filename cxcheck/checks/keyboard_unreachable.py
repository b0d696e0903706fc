"""Something on the customer's way cannot be reached or pressed with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Gestures
from cxcheck.model.persona import Persona
from cxcheck.model.unreached import Unreachables, Unreached, Why

META = CheckMeta(
    id="keyboard-unreachable",
    attribute=Attribute.EASE,
    severity=Severity.CRITICAL,
    passes="Everything the customer wanted could be reached and pressed with the keyboard",
    fails="Something the customer wanted could not be reached or pressed with the keyboard",
    why="Whoever has no mouse, or cannot use one, ends here",
    remedy="Use a real button, link or field; or give it tabindex=0, its role, and scripts for Enter and Space",
    threshold="Tab, Enter, Space and the arrow keys do, within 250 presses of Tab",
    source="WCAG 2.1.1 Keyboard: “All functionality of the content is operable through a keyboard interface”; "
    "2.1.2 No Keyboard Trap; 250 is our choice",
)


def check(
    unreachables: Unreachables, gestures: Gestures, persona: Persona
) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each thing that a customer without a mouse gave up on."""
    if persona.hands.input != "keyboard":
        yield NotApplicable("this customer has a mouse or a finger")
    elif not unreachables.told:
        yield NotMeasured("nobody wrote down what the keyboard could not reach")
    elif not gestures.items and not unreachables.items:
        yield NotApplicable("nothing was pressed or filled in")
    else:
        yield from map(_finding, unreachables.items)


def _finding(one: Unreached) -> Finding:
    return META.finding(
        one,
        _sentence(one),
        severity=Severity.SERIOUS if one.why is Why.TOO_FAR else META.severity,
        value=one.tried,
        unit="count",
        limit=0,
        confidence=Confidence.RULE,
        target=one.target,
    )


def _sentence(one: Unreached) -> str:
    name = one.target.pressed
    match one.why:
        case Why.NO_FOCUS:
            return f"{name} cannot be reached with the keyboard: the Tab key does not stop at it (WCAG 2.1.1)."
        case Why.TRAP:
            held = f"is held at “{one.held_by}”" if one.held_by else "goes round elsewhere"
            return f"{name} cannot be reached with the keyboard: the focus {held} (WCAG 2.1.2)."
        case Why.TOO_FAR:
            return f"{name} was not reached with {one.tried} presses of the Tab key (WCAG 2.1.1)."
        case Why.NO_ARROWS:
            return f"{name} cannot be reached with the keyboard: the arrow keys do not lead to it (WCAG 2.1.1)."
        case Why.NO_KEY:
            return f"{name} takes the focus, but neither Enter nor Space does anything on it (WCAG 2.1.1)."

"""What a consent question lets the customer choose, and how many presses each choice takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.model.base import Box
from cxcheck.model.popup import Choice, Consent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Layer:
    """One state of the question: the buttons it showed, and how many presses in it had led there."""

    choices: Sequence[Mapping[str, Any]]
    presses: int


def consent(layers: Sequence[Layer], pressed: Sequence[str]) -> Consent | None:
    """What was offered on the layers seen, in order; None where nothing is known of its buttons.

    ``pressed`` names what the customer pressed in it, in order. Whoever saves a choice without having been offered a
    refusal has refused what can be refused, for boxes come unticked or the customer unticked them.
    """
    if not any(layer.choices for layer in layers):
        return None
    reject = _first(layers, Meaning.REJECT, Meaning.DECLINE)
    if reject is None and pressed and meaning(pressed[-1]) is Meaning.SAVE:
        saved = _first(layers, Meaning.SAVE) or Choice(name=pressed[-1])
        reject = saved.model_copy(update={"clicks": len(pressed)})
    # "OK" agrees where a question for consent is all there is.
    accept = _first(layers, Meaning.ACCEPT) or _first(layers, Meaning.ACKNOWLEDGE)
    return Consent(accept=accept, reject=reject, settings=_first(layers, Meaning.SETTINGS))


def _first(layers: Sequence[Layer], *what: Meaning) -> Choice | None:
    """The button with one of these meanings on the first layer that has one."""
    for layer in layers:
        for told in layer.choices:
            if meaning(str(told["name"])) in what:
                return Choice(
                    name=str(told["name"]),
                    clicks=layer.presses + 1,
                    box=Box.model_validate(told["box"]) if told.get("box") else None,
                    contrast_ratio=told.get("contrast_ratio"),
                )
    return None

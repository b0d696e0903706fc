"""What an overlay offers for closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.model.base import Box
from cxcheck.model.popup import CloseControl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CLOSING = {Meaning.CLOSE, Meaning.DECLINE}


def close_control(offers: Sequence[Mapping[str, Any]]) -> CloseControl | None:
    """The easiest of all that its layers offered: in sight, with a name, large.

    ``offers``: the data of its ``popup/appeared`` and ``popup/changed``. It is told by its name, else by its looks: a
    bare cross, or a small picture in a corner.
    """
    named = [choice for data in offers for choice in data.get("choices", ()) if meaning(choice["name"]) in _CLOSING]
    by_looks = [data["close"] for data in offers if data.get("close")]
    found = [_control(told) for told in named + by_looks]
    return max(found, key=_ease, default=None)


def _control(told: Mapping[str, Any]) -> CloseControl:
    return CloseControl(
        name=str(told["name"]),
        selector=str(told["selector"]),
        box=Box.model_validate(told["box"]) if told.get("box") else None,
        named=bool(told.get("named", True)),
        in_view=bool(told.get("in_view", True)),
    )


def _ease(control: CloseControl) -> tuple[bool, bool, float]:
    area = control.box.width_px * control.box.height_px if control.box else 0.0
    return control.in_view, control.named, area

"""What the customer sees: the page's answer to ``look.js``, with a handle on each thing seen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error
from pydantic import ConfigDict

from cxcheck.model.base import Box, Model

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Frame, JSHandle, Page


class Seen(Model):
    """Facts about one thing on the page. ``form`` is the index of its form, -1 outside any."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    index: int
    selector: str
    name: str
    box: Box
    visible: bool
    in_view: bool
    enabled: bool
    form: int
    region: str
    overlay: str | None


class Control(Seen):
    """Something to press."""

    role: str
    href: str
    expanded: str
    submits: bool


class Field(Seen):
    """Something to fill in; ``filled`` is the length of what stands in it."""

    label: str
    type: str
    autocomplete: str
    key: str
    required: bool
    filled: int


class Overlay(Model):
    """Something that lies over the page."""

    id: str
    text: str
    asked_for: bool


class Sight:
    """One look at one frame."""

    def __init__(self, frame: Frame, handle: JSHandle, facts: dict[str, Any]) -> None:
        self.frame = frame
        self._handle = handle
        self.controls = [Control(index=i, **item) for i, item in enumerate(facts["controls"])]
        offset = len(self.controls)
        self.fields = [Field(index=offset + i, **item) for i, item in enumerate(facts["fields"])]
        self.overlays = [Overlay(**item) for item in facts["overlays"]]
        self.headings: list[str] = facts["headings"]
        self.language: str = facts["language"]
        self.title: str = facts["title"]
        self.text: str = facts["text"]

    def element(self, seen: Seen) -> ElementHandle:
        """The thing itself."""
        found = self._handle.evaluate_handle("(look, i) => look.elements[i]", seen.index).as_element()
        assert found is not None
        return found


@cache
def _script() -> str:
    return files(__package__).joinpath("look.js").read_text(encoding="utf-8")


_TRIES = 3


def look(page: Page) -> Sight:
    """Look at the page; a document that changes under the look is looked at again."""
    for attempt in range(_TRIES):
        try:
            handle = page.evaluate_handle(_script())
            return Sight(page.main_frame, handle, handle.evaluate("look => look.facts"))
        except Error:
            if attempt == _TRIES - 1:
                raise
            page.wait_for_load_state("domcontentloaded")
    raise AssertionError

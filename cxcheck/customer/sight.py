"""What the customer sees: the page's answer to ``look.js``, with a handle on each thing seen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from pydantic import ConfigDict

from cxcheck.errors import JourneyNotFinished, problem
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
_REACTS_WITHIN_MS = 10_000  # attention limit, Nielsen


def look(page: Page) -> Sight:
    """Look at the page; a document that changes under the look is looked at again.

    Raises:
        JourneyNotFinished: The page's own scripts keep it so busy that it shows nothing and takes no input.
    """
    for attempt in range(_TRIES):
        try:
            # Unlike evaluate(), this gives up on a page that is stuck in a loop.
            handle = page.wait_for_function(_script(), timeout=_REACTS_WITHIN_MS)
            return Sight(page.main_frame, handle, handle.evaluate("look => look.facts"))
        except PlaywrightTimeoutError as error:
            raise JourneyNotFinished(
                problem(
                    f"the page has not reacted for {_REACTS_WITHIN_MS / 1000:g} s",
                    where=page.url,
                    expected="a page that can be seen and used",
                    todo="see which script keeps it busy",
                )
            ) from error
        except Error:
            if attempt == _TRIES - 1:
                raise
            page.wait_for_load_state("domcontentloaded")
    raise AssertionError

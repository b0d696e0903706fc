"""What the customer sees: the page's answer to the scripts in ``eyes/``, with a handle on each thing seen."""

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


class Fact(Model):
    """What a page's script told; a page may tell more than is asked."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Seen(Fact):
    """Facts about one thing on the page. ``form`` is the index of its form in ``Sight.forms``, -1 outside any."""

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
    """Something to press; ``around`` are the words of the row or card it stands in.

    ``closes``: it looks like a way out, whatever it is called: 2 a cross, 1 a small picture in a corner.
    """

    role: str
    href: str
    expanded: str
    around: str
    submits: bool
    closes: int = 0


class Option(Fact):
    """One of a list."""

    value: str
    text: str
    chosen: bool
    enabled: bool


class Field(Seen):
    """Something to fill in; ``filled`` is the length of what stands in it, 1 for what is ticked.

    ``plain`` is typed into; ``required`` it is marked so; ``error`` is the message beside it, ``bubble`` what the
    browser itself would say; ``legend`` stands over it and others, ``group`` tells which radio
    buttons belong together; ``suggests``: it offers a list for what is typed.
    """

    label: str
    type: str
    plain: bool
    hint: str
    error: str
    bubble: str
    autocomplete: str
    key: str
    required: bool
    filled: int
    group: str
    legend: str
    options: tuple[Option, ...]
    placeholder: str
    longest: int
    suggests: bool
    editable: bool


class Form(Fact):
    """Fields that belong together. ``balks``: the browser will not send it as it is."""

    heading: str
    text: str
    balks: bool


class Good(Fact):
    """Something for sale: the index of the control that leads to it, its name, price and all its card says."""

    control: int
    name: str
    price: str
    text: str


class Message(Fact):
    """A text that stands out; ``wrong``: as an error does. ``leads_to``: selectors of fields it has links to."""

    text: str
    wrong: bool
    leads_to: tuple[str, ...]


class Overlay(Fact):
    """Something that lies over the page."""

    id: str
    text: str
    asked_for: bool


class Sight:
    """One look at a page and the frames in it; forms, controls and fields of all frames together."""

    def __init__(self) -> None:
        self._handles: list[tuple[int, JSHandle]] = []  # from which index on, whose
        self._count = 0
        self.controls: list[Control] = []
        self.fields: list[Field] = []
        self.pressable: list[Control] = []  # in overlays: also what only looks as if it could be pressed
        self.forms: list[Form] = []
        self.goods: list[Good] = []
        self.messages: list[Message] = []
        self.said: list[str] = []
        self.overlays: list[Overlay] = []
        self.language = self.title = self.heading = self.text = ""
        self.opened = 0.0  # when the document was, by the browser's clock: it tells documents apart

    def add(
        self, handle: JSHandle, facts: dict[str, Any], x_px: float, y_px: float, around: int = -1,
        overlay: str | None = None,
    ) -> None:  # fmt: skip
        """Take in a frame whose corner lies there, in the form and overlay around it; the first is the page itself."""
        first, form, control = self._count, len(self.forms), len(self.controls)
        self._handles.append((first, handle))

        # What has no button of its own belongs to the form around the frame, as fields for a card often do.
        whole = set(range(len(facts["forms"])))
        if around >= 0:
            whole &= {item["form"] for item in facts["controls"] if item["visible"] and item["role"] == "button"}

        def moved(item: dict[str, Any], index: int) -> dict[str, Any]:
            box = {**item["box"], "x_px": item["box"]["x_px"] + x_px, "y_px": item["box"]["y_px"] + y_px}
            return {
                **item,
                "index": index,
                "box": box,
                "form": item["form"] + form if item["form"] in whole else around,
                "overlay": item["overlay"] or overlay,
            }

        controls = [Control(**moved(item, first + i)) for i, item in enumerate(facts["controls"])]
        offset = first + len(controls)
        self.fields += [Field(**moved(item, offset + i)) for i, item in enumerate(facts["fields"])]
        beyond = offset + len(facts["fields"])
        self.pressable += [Control(**moved(item, beyond + i)) for i, item in enumerate(facts["pressable"])]
        self._count = beyond + len(facts["pressable"])
        self.forms += [Form(**item) for item in facts["forms"]]
        self.goods += [Good(**{**item, "control": item["control"] + control}) for item in facts["goods"]]
        self.controls += controls
        self.messages += [Message(**item) for item in facts["messages"]]
        self.said += facts["said"]
        self.overlays += [Overlay(**item) for item in facts["overlays"]]
        self.opened = self.opened or facts["opened"]
        self.language = self.language or facts["language"]
        self.title = self.title or facts["title"]
        self.heading = self.heading or facts["heading"]
        self.text = f"{self.text}\n{facts['text']}".strip()

    def element(self, seen: Seen) -> ElementHandle:
        """The thing itself."""
        first, handle = next(part for part in reversed(self._handles) if part[0] <= seen.index)
        found = handle.evaluate_handle("(look, i) => look.elements[i]", seen.index - first).as_element()
        assert found is not None
        return found

    def beside(self, overlay: Overlay) -> tuple[float, float] | None:
        """A place on the overlay's shade, in px of the window; None: there is none."""
        found = self._handles[0][1].evaluate("(look, id) => look.beside(id)", overlay.id)
        return (float(found[0]), float(found[1])) if found else None

    def of_form(self, form: int) -> list[Field]:
        """The fields of a form that can be seen and used."""
        return [field for field in self.fields if field.form == form and field.visible and field.enabled]

    @property
    def words(self) -> str:
        """All that is or was to be read here: the page's text, and messages that have gone."""
        return "\n".join([self.text, *self.said])

    @property
    def says(self) -> str:
        """What the page says first of all: a message, else its heading or title."""
        wrong = next((message.text for message in self.messages if message.wrong), "")
        return wrong or self.heading or self.title


@cache
def _script() -> str:
    folder = files(__package__) / "eyes"
    order = ("frame", "forms", "controls", "fields", "goods", "over", "messages")
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in order]
    return "() => {\n" + "\n".join(parts) + "\n}"


_TRIES = 3
_REACTS_WITHIN_MS = 10_000  # attention limit, Nielsen
_FRAME_WITHIN_MS = 2_000  # a frame that shows nothing by then is left out of the look
_LEAST_FRAME_PX = 40  # smaller frames hold no form


def look(page: Page) -> Sight:
    """Look at the page; a document that changes under the look is looked at again.

    Raises:
        JourneyNotFinished: The page's own scripts keep it so busy that it shows nothing and takes no input.
    """
    for attempt in range(_TRIES):
        try:
            sight = Sight()
            # Unlike evaluate(), this gives up on a page that is stuck in a loop.
            handle = page.wait_for_function(_script(), timeout=_REACTS_WITHIN_MS)
            sight.add(handle, handle.evaluate("look => look.facts"), 0, 0)
            for frame in page.main_frame.child_frames:
                _look_into(frame, sight, handle, 0, None)
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
        else:
            return sight
    raise AssertionError


def _look_into(frame: Frame, sight: Sight, parent: JSHandle, forms: int, overlay: str | None) -> None:
    """The same for a frame inside the page that is large enough to hold something.

    ``parent`` is the look at the document around it, whose forms begin at index ``forms``, and which itself stands in
    the ``overlay``.
    """
    try:
        element = frame.frame_element()
        box = element.bounding_box()
        if box is None or min(box["width"], box["height"]) < _LEAST_FRAME_PX:
            return
        around, own = parent.evaluate("(look, frame) => [look.formOf(frame), look.overlayOf(frame)]", element)
        handle = frame.wait_for_function(_script(), timeout=_FRAME_WITHIN_MS)
        facts = handle.evaluate("look => look.facts")
    except Error:
        return  # it went, or shows nothing
    mine = len(sight.forms)
    overlay = own or overlay
    sight.add(handle, facts, box["x"], box["y"], around + forms if around >= 0 else -1, overlay)
    for inner in frame.child_frames:
        _look_into(inner, sight, handle, mine, overlay)

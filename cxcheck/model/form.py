"""What forms asked the customer for, and how they refused it. Never a value that was typed."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Box, Model
from cxcheck.model.gesture import Target


class FormField(Model):
    """A field of a form that the customer used, as it stood there; never what was typed.

    ``what`` is what it asks for, in the lexicon's words, "" when nobody could tell. ``labelled`` says where the eye
    reads that: beside it, only in it until the first letter is typed, or nowhere. ``type`` and ``inputmode`` choose the
    keypad of a phone, ``autocomplete`` tells browsers what to offer. ``ticked``: a box that was on before the customer
    touched it. ``group`` tells which radio buttons belong together. ``beside`` are the names of the controls at a
    password field, "" for one without. ``used``: the customer filled it in, chose or ticked.
    """

    selector: str
    label: str = ""
    labelled: Literal["label", "text", "placeholder", "none"] = "label"
    what: str = ""
    type: str = "text"
    inputmode: str = ""
    autocomplete: str = ""
    placeholder: str = ""
    legend: str = ""
    key: str = ""
    group: str = ""
    required: bool = False
    ticked: bool = False
    beside: tuple[str, ...] = ()
    box: Box | None = None
    used: bool = False
    index: int = 0
    form: int = 0

    @property
    def visible(self) -> bool:
        """Fields that nobody saw are not told of."""
        return True

    @property
    def called(self) -> str:
        """What the customer calls it."""
        return self.label or self.placeholder or self.what or self.type

    @property
    def target(self) -> Target:
        """Where it stands."""
        role = self.type if self.type in {"checkbox", "radio"} else "textbox"
        return Target(selector=self.selector, role=role, name=self.label, box=self.box)

    @property
    def is_written(self) -> bool:
        """Whether it is typed into or chosen from: no box to tick and no radio button."""
        return self.type not in {"checkbox", "radio", "file", "range", "color"}


class Form(Model):
    """A form that the customer used, with all its fields that could be seen then, in the page's order.

    ``place`` is the address it stood at, without query; ``buttons`` are the names of its buttons, ``language`` is what
    its page says it speaks.
    """

    t_ms: float
    step: int
    page: int = 0
    screen: int = 0
    selector: str = ""
    place: str = ""
    language: str = ""
    fields: tuple[FormField, ...] = ()
    buttons: tuple[str, ...] = ()


class Forms(Model):
    """Forms used, in order; those of pop-ups that nobody asked for are left out."""

    items: tuple[Form, ...] = ()

    @property
    def fields(self) -> tuple[tuple[Form, FormField], ...]:
        """Each field once, also where its form came back: with the form in which it was first used, else first seen."""
        found: dict[tuple[str, str], tuple[Form, FormField]] = {}
        for form in self.items:
            for field in form.fields:
                key = (form.place, field.selector)
                if key not in found or (field.used and not found[key][1].used):
                    found[key] = (form, field)
        return tuple(found.values())


class Filling(Model):
    """One field filled in by the customer.

    ``what`` is what the field asks for, in the lexicon's words; "" when nobody could tell. ``again``: it was filled
    before and refused or lost. ``credentials``: it belongs to signing in. ``repeat``: the form asks for the same thing
    a second time. ``screen`` counts the screens seen so far, ``form`` the forms on it. ``gesture_ms`` is the time of
    the gesture that filled it in, None when it cannot be told.
    """

    t_ms: float
    step: int
    page: int = 0
    screen: int
    form: int
    what: str
    label: str
    selector: str = ""
    again: bool = False
    credentials: bool = False
    repeat: bool = False
    gesture_ms: float | None = None

    @property
    def target(self) -> Target:
        """What was filled in."""
        return Target(selector=self.selector, name=self.label)


class Fillings(Model):
    """Fields filled in, in order. ``untold_step`` is the first step in which fields were typed by plain calls.

    What those fields ask for is not known; 0: there is none.
    """

    items: tuple[Filling, ...] = ()
    untold_step: int = 0


class Refusal(Model):
    """A form sent, and refused.

    ``says`` are its messages, ``fields`` the labels of the fields they belong to, ``lost`` and ``lost_secret`` those of
    fields that had been filled and came back empty. ``what`` is what the refused field asks for, where known;
    ``rule_shown`` says of a refused password whether its rule stood on the page before, None when nobody could tell.
    """

    t_ms: float
    step: int
    page: int = 0
    says: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    lost_secret: tuple[str, ...] = ()
    what: str = ""
    rule_shown: bool | None = None


class Refusals(Model):
    """Refusals, in order."""

    items: tuple[Refusal, ...] = ()

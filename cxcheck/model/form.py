"""What forms asked the customer for, and how they refused it. Never a value that was typed."""

from __future__ import annotations

from cxcheck.model.base import Model


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

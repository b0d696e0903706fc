"""Reading a form as a person does: what of it has to be filled in, and which button sends it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.lexicon.kinds import field_kind
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.customer.sight import Control, Field, Sight

Spoken = tuple[str, ...]

# What people leave empty unless they are made to fill it in.
_PASSED_OVER = {
    "search", "voucher", "newsletter", "quantity", "notes", "company", "street 2", "street 3", "card start",
    "salutation",
}  # fmt: skip
# Lists in which something is always chosen, and the customer has an answer of their own.
_GIVEN_OTHERWISE = {"country", "card expiry"}


def kind_in(field: Field, sight: Sight, spoken: Spoken, what: str) -> str:
    """What a field asks for in a form for ``what``: who signs up, gives a new password, though it is asked for once."""
    kind = field_kind(field, sight.fields, spoken)
    return "new password" if kind == "password" and what in {"sign up", "password reset"} else kind


def name_of(field: Field) -> str:
    """How events call a field."""
    return (field.label or field.key)[:80]


def is_guest(text: str, spoken: Spoken) -> bool:
    """Whether a label or button is for those who want no account."""
    return likeness(text, lexicon.phrases("intents", "guest", spoken)) >= ENOUGH


def card_choice(group: Sequence[Field], spoken: Spoken) -> Field | None:
    """The radio button that means paying by card, among others; a gift card is none."""
    cards, gifts = lexicon.phrases("words", "card", spoken), lexicon.phrases("fields", "voucher", spoken)
    rated = [(likeness(f.label, cards), -f.index, f) for f in group if f.enabled and likeness(f.label, gifts) < ENOUGH]
    best = max(rated, default=None, key=lambda one: one[:2])
    return best[2] if best is not None and best[0] >= ENOUGH else None


def optional(field: Field, spoken: Spoken) -> bool:
    """Whether it says that it may stay empty."""
    return lexicon.mentions(f"{field.label} {field.placeholder}", "words", "optional", spoken)


def to_fill_in(fields: Sequence[Field], sight: Sight, spoken: Spoken, *, demanded: Iterable[str] = ()) -> list[Field]:
    """The fields that a person fills in, from top to bottom; ``demanded`` are selectors of those a message asked for.

    Where some are marked as needed, those; where none is, all but what is passed over as a rule.
    """
    asked = [f for f in fields if f.editable and f.type not in {"radio", "file", "button", "range", "color"}]
    demanded = set(demanded)
    some_marked = any(field.required for field in asked if field.type != "checkbox")
    chosen = []
    for field in asked:
        kind = field_kind(field, sight.fields, spoken)
        given = field.type == "select" and kind in _GIVEN_OTHERWISE  # what stands chosen is the site's guess
        if field.selector in demanded or given:
            chosen.append(field)
        elif field.filled:
            continue
        elif field.type == "checkbox":
            if (field.required and kind != "newsletter") or kind == "terms":
                chosen.append(field)
        elif field.required or (not some_marked and not optional(field, spoken) and kind not in _PASSED_OVER | {""}):
            chosen.append(field)
        elif kind in {"new password", "confirm email", "password"} and not optional(field, spoken):
            chosen.append(field)  # nobody leaves these empty, marked or not
        elif kind in {"card number", "card expiry", "card code"}:
            chosen.append(field)
    return sorted(chosen, key=_reading_order)


def radio_groups(fields: Sequence[Field]) -> list[list[Field]]:
    """Radio buttons that belong together, in reading order."""
    groups: dict[str, list[Field]] = {}
    for field in sorted(fields, key=_reading_order):
        if field.type == "radio":
            groups.setdefault(field.group, []).append(field)
    return list(groups.values())


def submit_control(sight: Sight, form: int, spoken: Spoken, what: str = "") -> Control | None:
    """The button that sends a form: its own, else the plainest beside it. Also one that is disabled."""
    mine = [c for c in sight.controls if c.form == form and c.visible and c.role != "link"]
    own = [c for c in mine if c.submits]
    phrases = (*lexicon.phrases("intents", what, spoken), *lexicon.phrases("intents", "submit", spoken))
    rated = sorted(own or mine, key=lambda c: (-likeness(c.name, phrases), not own, -c.box.y_px))
    if own:
        # Of several that send, the one named for what is wanted; else the first, as Enter would take.
        return rated[0] if likeness(rated[0].name, phrases) >= ENOUGH else own[0]
    if rated and likeness(rated[0].name, phrases) >= ENOUGH:
        return rated[0]
    worded = [c for c in mine if c.role == "button" and c.name and not c.expanded]
    return worded[-1] if worded else None  # the last button of a form is the one that ends it


def _reading_order(field: Field) -> tuple[int, float, float]:
    return round(field.box.y_px / 8), field.box.x_px, field.index

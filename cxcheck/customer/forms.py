"""Reading a form as a person does: what it is for, what of it has to be filled in. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.choose import ENOUGH, likeness
from cxcheck.customer.kinds import field_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.customer.sight import Control, Field, Sight

Spoken = tuple[str, ...]

# What a form of that purpose asks for, and what shows that it is another one.
_ASKS: dict[str, tuple[set[str], set[str]]] = {
    "sign in": ({"password"}, {"new password"}),
    "sign up": ({"new password"}, {"card number"}),
    "address": ({"street", "postcode", "city"}, {"card number"}),
    "payment": ({"card number"}, set()),
    "guest": ({"email"}, {"new password", "street", "card number", "search", "username"}),
    "password reset": ({"new password"}, {"street"}),
}
_PERSONAL = {"email", "username", "name", "given name", "family name", "password", "new password", "birthday", "phone"}
# What people leave empty unless they are made to fill it in.
_PASSED_OVER = {
    "search", "voucher", "newsletter", "quantity", "notes", "company", "street 2", "street 3", "card start", "salutation",
}  # fmt: skip
# Lists in which something is always chosen, and the customer has an answer of their own.
_GIVEN_OTHERWISE = {"country", "card expiry"}

_PLAINLY = 0.2  # our choice: so much more a button says one thing than another


def kinds(sight: Sight, form: int, spoken: Spoken) -> dict[str, list[Field]]:
    """The form's usable fields, by what they ask for."""
    found: dict[str, list[Field]] = {}
    for field in sight.of_form(form):
        found.setdefault(field_kind(field, sight.fields, spoken), []).append(field)
    return found


def purpose_rating(sight: Sight, form: int, what: str, spoken: Spoken) -> float:
    """How much a form looks like one for ``what``; 0: not at all."""
    asked = kinds(sight, form, spoken)
    if not asked or set(asked) <= {"search", "quantity", "newsletter", "voucher", ""}:
        return 0.0
    typical, foreign = _ASKS.get(what, (set(), set()))
    if foreign & set(asked) or is_for_news(sight, form, spoken):
        return 0.0
    said = _said(sight, form, what, spoken)
    if what == "sign up" and "new password" not in asked:
        # One password, or none yet: only the button, the heading or the title tells signing up from signing in.
        if _sends_to(sight, form, "sign in", spoken) > _sends_to(sight, form, "sign up", spoken):
            return 0.0
        return 0.8 * said if set(asked) & _PERSONAL else 0.0
    if (
        what == "sign in"
        and _sends_to(sight, form, "sign up", spoken) - _sends_to(sight, form, what, spoken) > _PLAINLY
    ):
        return 0.0
    if what == "guest" and "password" in asked and not _guest_choice(sight, form, spoken):
        return 0.0
    share = len(typical & set(asked)) / len(typical) if typical else 0.0
    return share + 0.5 * said if share or not typical else 0.0


def kind_in(field: Field, sight: Sight, spoken: Spoken, what: str) -> str:
    """What a field asks for in a form for ``what``: who signs up, gives a new password, though it is asked for once."""
    kind = field_kind(field, sight.fields, spoken)
    return "new password" if kind == "password" and what in {"sign up", "password reset"} else kind


def purpose_of(sight: Sight, form: int, spoken: Spoken) -> str:
    """What a form is for, by its looks; '' for none of the known purposes."""
    rated = {what: purpose_rating(sight, form, what, spoken) for what in _ASKS}
    best = max(rated, key=lambda what: rated[what])
    return best if rated[best] >= ENOUGH else ""


def form_for(sight: Sight, what: str, spoken: Spoken) -> int | None:
    """Index of the form that is most likely for ``what``; None: there is none."""
    rated = [(purpose_rating(sight, form, what, spoken), -form) for form in range(len(sight.forms))]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= ENOUGH else None


def asked_anywhere(sight: Sight, what: str, spoken: Spoken) -> bool:
    """Whether any form of the page asks for something of the kind, beside other things."""
    typical = _ASKS.get(what, (set(), set()))[0]
    forms = [form for form in range(len(sight.forms)) if not is_for_news(sight, form, spoken)]
    return any(typical & set(kinds(sight, form, spoken)) for form in forms)


def is_for_news(sight: Sight, form: int, spoken: Spoken) -> bool:
    """Whether a form only subscribes to letters: it says so, or asks for an address alone in the page's footer."""
    asked = kinds(sight, form, spoken)
    if not asked or not set(asked) <= {"email", "confirm email", "name", "given name", "family name", "terms", ""}:
        return False
    low = all(field.region in {"footer", "contentinfo"} for field in sight.of_form(form))
    return low or lexicon.mentions(sight.forms[form].text, "popups", "newsletter", spoken)


def is_here(sight: Sight, what: str, spoken: Spoken) -> bool:
    """Whether the form to sign in or up stands on the page already, with its password."""
    form = form_for(sight, what, spoken) if what in {"sign in", "sign up"} else None
    return form is not None and bool({"password", "new password"} & set(kinds(sight, form, spoken)))


def _said(sight: Sight, form: int, what: str, spoken: Spoken) -> float:
    """0-1: how much the form's button or heading says so; the page's own heading and title count a little less."""
    phrases = lexicon.phrases("intents", what, spoken)
    near = [c.name for c in sight.controls if c.form == form and c.visible and not c.href] + [sight.forms[form].heading]
    far = [sight.heading, sight.title]
    return max(max(likeness(text, phrases) for text in near), 0.8 * max(likeness(text, phrases) for text in far))


def _sends_to(sight: Sight, form: int, what: str, spoken: Spoken) -> float:
    """How much the form's own buttons say so."""
    phrases = lexicon.phrases("intents", what, spoken)
    return max((likeness(c.name, phrases) for c in sight.controls if c.form == form and c.submits), default=0.0)


def _guest_choice(sight: Sight, form: int, spoken: Spoken) -> bool:
    return any(f.type == "radio" and is_guest(f.label, spoken) for f in sight.of_form(form))


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

"""What a form is for, as a person tells at a glance: by what it asks for, its button and its heading. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.forms import is_guest
from cxcheck.lexicon.kinds import field_kind
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from cxcheck.customer.sight import Field, Sight

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
_SAYS_NOTHING = {"search", "quantity", "newsletter", "voucher", ""}
_PLAINLY = 0.2  # our choice: so much more a button says one thing than another


def kinds(sight: Sight, form: int, spoken: Spoken) -> dict[str, list[Field]]:
    """The form's usable fields, by what they ask for."""
    found: dict[str, list[Field]] = {}
    for field in sight.of_form(form):
        found.setdefault(field_kind(field, sight.fields, spoken), []).append(field)
    return found


def purpose_rating(sight: Sight, form: int, what: str, spoken: Spoken) -> float:
    """How much a form looks like one for ``what``; 0: not at all."""
    asked = set(kinds(sight, form, spoken))
    typical, foreign = _ASKS.get(what, (set(), set()))
    if asked <= _SAYS_NOTHING or foreign & asked or is_for_news(sight, form, spoken):
        return 0.0
    if _is_another(sight, form, what, asked, spoken):
        return 0.0
    said = _said(sight, form, what, spoken)
    if what == "sign up" and "new password" not in asked:
        # One password, or none yet: only the button, the heading or the title tells signing up from signing in.
        return 0.8 * said if asked & _PERSONAL else 0.0
    share = len(typical & asked) / len(typical) if typical else 0.0
    return share + 0.5 * said if share or not typical else 0.0


def _is_another(sight: Sight, form: int, what: str, asked: set[str], spoken: Spoken) -> bool:
    """Signing in and signing up look alike; the button tells. A guest gives no password."""
    if what == "guest":
        return "password" in asked and not _guest_choice(sight, form, spoken)
    enters, joins = (_sends_to(sight, form, intent, spoken) for intent in ("sign in", "sign up"))
    if what == "sign up":
        return "new password" not in asked and enters > joins
    return what == "sign in" and joins - enters > _PLAINLY


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
    return max([*(likeness(text, phrases) for text in near), *(0.8 * likeness(text, phrases) for text in far)])


def _sends_to(sight: Sight, form: int, what: str, spoken: Spoken) -> float:
    """How much the form's own buttons say so."""
    phrases = lexicon.phrases("intents", what, spoken)
    return max((likeness(c.name, phrases) for c in sight.controls if c.form == form and c.submits), default=0.0)


def _guest_choice(sight: Sight, form: int, spoken: Spoken) -> bool:
    return any(f.type == "radio" and is_guest(f.label, spoken) for f in sight.of_form(form))

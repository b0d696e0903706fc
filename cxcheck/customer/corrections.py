"""What a refusal asks of a person: what to fill in (again), and what there is to be told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck import lexicon
from cxcheck.customer import passwords
from cxcheck.customer.forms import kind_in, name_of
from cxcheck.lexicon.kinds import SECRET

if TYPE_CHECKING:
    from cxcheck.customer.person import Person
    from cxcheck.customer.refusal import Refusal
    from cxcheck.customer.sight import Sight

Spoken = tuple[str, ...]
_NO_ANSWER = {"", "search", "voucher", "newsletter", "quantity"}  # what nobody would be refused for
_FINAL = ("already known", "card refused")  # no other answer would help


def demands(
    refused: Refusal, sight: Sight, form: int, person: Person, spoken: Spoken, purpose: str
) -> list[str] | None:
    """Selectors of the fields to fill in now; None where a person would not know what to do.

    A refused password is replaced by one that keeps to the rule stated: the person remembers it.
    """
    says = " ".join(refused.says)
    secret = [f for f in sight.of_form(form) if kind_in(f, sight, spoken, purpose) == "new password"]
    about_it = any(field.type == "password" for field in refused.fields) or (
        not refused.fields and lexicon.mentions(says, "fields", "password", spoken)
    )
    if secret and about_it and passwords.is_about_passwords(says, spoken):
        person.password = passwords.another(person.password, says, spoken)
        return [field.selector for field in secret]
    if any(lexicon.mentions(says, "signs", sign, spoken) for sign in _FINAL):
        return None
    # Where nothing is named, people try what they had left empty.
    asked = refused.fields or [f for f in sight.of_form(form) if kind_in(f, sight, spoken, purpose) not in _NO_ANSWER]
    return [field.selector for field in asked if not field.filled and field.type != "radio"]


def told(refused: Refusal, sight: Sight, before: Sight, spoken: Spoken, purpose: str) -> dict[str, Any]:
    """The facts of the event ``customer/refused``.

    ``rule_shown`` says whether what a refused password broke had been said before it was sent; None: not a password,
    or nobody can tell.
    """
    lost = [(kind_in(field, sight, spoken, purpose), name_of(field)) for field in refused.lost]
    what = next(filter(None, (kind_in(field, sight, spoken, purpose) for field in refused.fields)), "")
    broken = passwords.rule_of(" ".join(refused.says), spoken)
    hints = " ".join(f"{f.label} {f.hint}" for f in before.fields if f.visible and f.type == "password")
    known = passwords.said_before(hints, before.text, spoken)
    return {
        "says": [text[:200] for text in refused.says],
        "fields": [name_of(field) for field in refused.fields],
        "lost": [label for kind, label in lost if kind not in SECRET],
        "lost_secret": [label for kind, label in lost if kind in SECRET],
        "what": what,
        "rule_shown": broken <= known if what == "new password" and broken else None,
    }

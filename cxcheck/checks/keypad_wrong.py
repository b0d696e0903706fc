"""A phone brings up the wrong keypad for what is to be typed."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck import lexicon
from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, FormField, Forms
from cxcheck.model.persona import Persona

_DIGITS = {"tel", "number", "numeric", "decimal"}
# What is asked for -> the types and inputmodes that bring up its keypad, and what is missing on another.
_KEYPADS = {
    "email": ({"email"}, "the @"),
    "confirm email": ({"email"}, "the @"),
    "phone": (_DIGITS, "the digits"),
    "card number": (_DIGITS, "the digits"),
    "card code": (_DIGITS, "the digits"),
}
_TYPED = {"text", "password", "search", "url", "email", "tel", "number", "textbox"}

META = CheckMeta(
    id="keypad-wrong",
    attribute=Attribute.CONVENIENCE,
    severity=Severity.MODERATE,
    passes="The phone showed the keys that were needed",
    fails="The phone showed the wrong keys for what was to be typed",
    why="The customer must look for the digits or the @ on another layer of small keys, for each field again",
    remedy="Use type=email and type=tel, and inputmode=numeric for numbers of cards",
    threshold="any field for an e-mail address, telephone number, or card's number or code that was filled in by touch",
    source="HTML, type and inputmode; web.dev on payment and address forms; Baymard on mobile keyboards",
)


def check(forms: Forms, persona: Persona) -> Iterator[Finding | NotApplicable]:
    """A finding for each such field that a customer with a phone typed into."""
    if persona.hands.input != "touch":
        yield NotApplicable("this customer has a keyboard")
        return
    typed = [(form, field) for form, field in forms.fields if field.used and field.type in _TYPED]
    asked = [(form, field) for form, field in typed if field.what in _KEYPADS and not _takes_names(form, field)]
    if not asked:
        yield NotApplicable("nothing was typed that has a keypad of its own")
    for form, field in asked:
        right, missing = _KEYPADS[field.what]
        if {field.type, field.inputmode} & right and field.inputmode in {"", *right}:
            continue
        yield META.finding(
            form,
            f"For “{field.called}” the phone shows its letters; {missing} must be looked for.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
            target=field.target,
        )


def _takes_names(form: Form, field: FormField) -> bool:
    """Whether a user name does as well: then letters are right."""
    spoken = (form.language,) if form.language else ()
    return lexicon.mentions(f"{field.label} {field.placeholder}", "fields", "username", spoken)

"""A form does not tell browsers what its fields ask for, so that they cannot fill them in for the customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, FormField, Forms

# What people have stored, in the lexicon's words.
_PERSONAL = {
    "email", "confirm email", "username", "password", "new password", "given name", "family name", "name", "salutation",
    "company", "phone", "street", "street 2", "street 3", "city", "region", "postcode", "country", "birthday",
    "card number", "card expiry", "card code", "card name",
}  # fmt: skip
# HTML's names for autofill (the standard's list); a field may have more tokens than this one.
_TOKENS = {
    "name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname",
    "username", "new-password", "current-password", "one-time-code", "organization-title", "organization",
    "street-address", "address-line1", "address-line2", "address-line3", "address-level4", "address-level3",
    "address-level2", "address-level1", "country", "country-name", "postal-code", "cc-name", "cc-given-name",
    "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type",
    "language", "bday", "bday-day", "bday-month", "bday-year", "sex", "url", "photo", "tel", "tel-country-code",
    "tel-national", "tel-area-code", "tel-local", "tel-local-prefix", "tel-local-suffix", "tel-extension", "email",
    "impp",
}  # fmt: skip
_HALF = 0.5  # our choice: below it nobody has thought of it
_NAMED = 4

META = CheckMeta(
    id="autofill-hindered",
    attribute=Attribute.CONVENIENCE,
    severity=Severity.MODERATE,
    passes="The forms told browsers what to fill in",
    fails="A form does not tell browsers what belongs into its fields",
    why="Name, address and card are stored in the browser; where it must guess, the customer types them, or mends them",
    remedy="Give each field that asks for something personal its autocomplete token, such as given-name or postal-code",
    threshold="every personal field of a form that the customer used; serious when fewer than half have one",
    source="WCAG 2.2, 1.3.5 Identify Input Purpose; HTML's autofill tokens; the severities are our choice",
)


def check(forms: Forms) -> Iterator[Finding | NotApplicable]:
    """A finding for each form with personal fields that carry none of HTML's autofill tokens."""
    asked: dict[tuple[str, str], tuple[Form, list[FormField]]] = {}
    for form, field in forms.fields:
        if field.what in _PERSONAL and field.is_written:
            asked.setdefault((form.place, form.selector), (form, []))[1].append(field)
    if not asked:
        yield NotApplicable("nothing personal was asked for in a form")
    for form, fields in asked.values():
        silent = [field for field in fields if not _TOKENS & set(field.autocomplete.split())]
        if not silent:
            continue
        share = 1 - len(silent) / len(fields)
        yield META.finding(
            form,
            _sentence(silent, len(fields)),
            severity=Severity.SERIOUS if share < _HALF else META.severity,
            value=round(share, 3),
            unit="ratio",
            limit=1,
            confidence=Confidence.RULE,
            target=silent[0].target,
        )


def _sentence(silent: Sequence[FormField], of: int) -> str:
    names = [f"“{field.called}”" for field in silent[:_NAMED]]
    more = f" and {len(silent) - _NAMED} more" if len(silent) > _NAMED else ""
    refused = all("off" in field.autocomplete.split() for field in silent)
    does = "forbid browsers to fill them in" if refused else "do not tell browsers what belongs into them"
    return f"{len(silent)} of {of} personal fields {does}: {', '.join(names)}{more}."

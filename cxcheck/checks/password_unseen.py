"""A password must be typed blind."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck import lexicon
from cxcheck.checks.run import NotApplicable
from cxcheck.lexicon.likeness import ENOUGH, likeness
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, FormField, Forms

META = CheckMeta(
    id="password-unseen",
    attribute=Attribute.EASE,
    severity=Severity.MODERATE,
    passes="The customer could look at the password they typed",
    fails="A password had to be typed blind",
    why="A slip cannot be seen behind dots: the whole password is typed again, or the account locked",
    remedy="Put a button at the field that shows what was typed, and let it be pasted",
    threshold="a control that shows it, at each password field filled in; once for each form",
    source="NIST SP 800-63B-4: offer to show the secret; WCAG 2.2, 3.3.8; the severity is our choice",
)


def check(forms: Forms) -> Iterator[Finding | NotApplicable]:
    """A finding for each form with a password filled in that nothing can show.

    A control at the field that nobody knows the purpose of is given the benefit of the doubt.
    """
    blind: dict[tuple[str, str], tuple[Form, FormField]] = {}
    typed = [(form, field) for form, field in forms.fields if field.type == "password" and field.used]
    typed = [(form, field) for form, field in typed if field.what in {"password", "new password"}]
    if not typed:
        yield NotApplicable("no password was typed")
    for form, field in typed:
        if not _can_be_shown(form, field):
            blind.setdefault((form.place, form.selector), (form, field))
    for form, field in blind.values():
        yield META.finding(
            form,
            f"“{field.called}” had to be typed behind dots: nothing at the field shows it.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
            target=field.target,
        )


def _can_be_shown(form: Form, field: FormField) -> bool:
    spoken = (form.language,) if form.language else ()
    forgotten = lexicon.phrases("intents", "forgot password", spoken)
    if any(likeness(name, forgotten) < ENOUGH for name in field.beside):
        return True
    ticks = [other.label for other in form.fields if other.type == "checkbox"]
    shows = lexicon.phrases("intents", "show password", spoken)
    return any(likeness(name, shows) >= ENOUGH for name in (*ticks, *form.buttons))

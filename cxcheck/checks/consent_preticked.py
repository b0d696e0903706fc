"""A box that lets the site send advertising is ticked beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck import lexicon
from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, FormField, Forms

META = CheckMeta(
    id="consent-preticked",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="The customer was asked before being sent advertising",
    fails="The site took the customer's consent to advertising for granted",
    why="Whoever does not read each line gets letters they never asked for, and learns not to trust the site's forms",
    remedy="Leave the box empty, and say what ticking it brings",
    threshold="any box for newsletters or advertising that is ticked before the customer touched it",
    source="GDPR recital 32: pre-ticked boxes are no consent; EU Court of Justice, Planet49 (C-673/17)",
)


def check(forms: Forms) -> Iterator[Finding | NotApplicable]:
    """A finding for each such box in a form that the customer used; a box against advertising may be ticked."""
    boxes = [(form, field) for form, field in forms.fields if field.type == "checkbox" and _is_for_news(form, field)]
    if not boxes:
        yield NotApplicable("no form asked to send advertising")
    for form, field in boxes:
        if not field.ticked:
            continue
        yield META.finding(
            form,
            f"“{field.called}” was ticked before the customer had said anything.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.HEURISTIC,
            target=field.target,
        )


def _is_for_news(form: Form, field: FormField) -> bool:
    spoken = (form.language,) if form.language else ()
    wanted = field.what == "newsletter" or lexicon.mentions(field.label, "fields", "newsletter", spoken)
    return wanted and not lexicon.mentions(field.label, "words", "not", spoken)

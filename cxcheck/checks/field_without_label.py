"""Nothing beside a field says what belongs into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, FormField, Forms

# Told by the button beside them, or by one name over all their parts.
_TOLD_OTHERWISE = {"search", "quantity", "birthday", "card number", "card expiry", "code"}
_LISTS = {"select", "listbox"}  # they show what is chosen
_NAMED = 4

META = CheckMeta(
    id="field-without-label",
    attribute=Attribute.EASE,
    severity=Severity.MODERATE,
    passes="Every field said what belongs into it",
    fails="A field does not say what belongs into it",
    why="A placeholder goes with the first letter; whoever is interrupted, or checks it, must guess or empty the field",
    remedy="Put a label over each field and let it stand; keep the placeholder for an example",
    threshold="a visible label or words beside it, for each field that the customer filled in or had to",
    source="WCAG 2.2, 3.3.2 Labels or Instructions; Nielsen Norman Group on placeholders",
)


def check(forms: Forms) -> Iterator[Finding | NotApplicable]:
    """A finding for each form with such fields."""
    asked: dict[tuple[str, str], tuple[Form, list[FormField]]] = {}
    for form, field in forms.fields:
        if field.is_written and field.type not in _LISTS and field.what not in _TOLD_OTHERWISE:
            asked.setdefault((form.place, form.selector), (form, []))[1].append(field)
    if not asked:
        yield NotApplicable("no form was filled in")
    for form, fields in asked.values():
        bare = [f for f in fields if f.labelled in {"placeholder", "none"} and (f.used or f.required)]
        if not bare:
            continue
        yield META.finding(
            form,
            _sentence(bare),
            value=len(bare),
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
            target=bare[0].target,
        )


def _sentence(bare: Sequence[FormField]) -> str:
    names = ", ".join(f"“{field.called}”" for field in bare[:_NAMED])
    more = f" and {len(bare) - _NAMED} more" if len(bare) > _NAMED else ""
    if all(field.labelled == "placeholder" for field in bare):
        return f"What belongs into {names}{more} stands only in the field itself, until something is typed."
    return f"Nothing that can be seen beside the field says what belongs into {names}{more}."

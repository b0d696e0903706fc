"""The customer is asked for more than it takes."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Form, Forms

_NOT_ASKED = {"search", "quantity", "voucher"}  # tools of the page, that nobody has to think about

META = CheckMeta(
    id="too-many-fields",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="The customer was asked for little",
    fails="The customer was asked for more than it takes",
    why="Each is read, thought about and filled in or passed over; how many there are matters more than the steps",
    remedy="Leave out what is not needed, ask for the name in one field, and fold away what few people need",
    threshold="12 fields on the whole way, needed or not; boxes to tick and radio buttons aside",
    source="Baymard 2024: 11.3 fields at an average checkout, 8 are enough for most",
    curve=(8, 12),
    curve_in="fields",
    limits={"limit": 12},
)


def check(forms: Forms) -> Iterator[Finding | Measured | NotApplicable]:
    """One finding, in the form that asks for the most."""
    asked = [(form, field) for form, field in forms.fields if field.is_written and field.what not in _NOT_ASKED]
    if not asked:
        yield NotApplicable("no form was filled in")
    yield Measured(len(asked))
    if len(asked) <= META.limit("limit"):
        return
    counts: dict[tuple[str, str], list[Form]] = {}
    for form, _ in asked:
        counts.setdefault((form.place, form.selector), []).append(form)
    largest = max(counts.values(), key=len)
    passed = sum(not field.used for _, field in asked)
    yield META.finding(
        largest[0],
        f"The customer was asked for {len(asked)} things, {len(largest)} of them in one form"
        + (f"; {passed} could be left as they were." if passed else "."),
        value=len(asked),
        unit="count",
        limit=META.limit("limit"),
        confidence=Confidence.MEASURED,
    )

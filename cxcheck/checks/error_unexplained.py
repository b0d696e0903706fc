"""A form is refused without a word about what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck import lexicon
from cxcheck.checks.run import NotApplicable
from cxcheck.lexicon import contains, normal
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Filling, Fillings, Refusal, Refusals

# What no field is wrong for: there is nothing to point at.
_NO_FIELDS_FAULT = ("already known", "card refused", "sold out", "link expired")

META = CheckMeta(
    id="error-unexplained",
    attribute=Attribute.RESOLUTION,
    severity=Severity.SERIOUS,
    passes="Every refused form said what was wrong",
    fails="A form was refused, and did not say what was wrong",
    why="The customer looks through all fields for a fault they cannot see, changes what was right, and gives up",
    remedy="Say beside each wrong field what is wrong with it, and how to put it right",
    threshold="a message at a field, or one that leads to it or calls it by name",
    source="WCAG 2.2, 3.3.1 Error Identification",
)


def check(refusals: Refusals, fillings: Fillings) -> Iterator[Finding | NotApplicable]:
    """A finding for each refusal that points at no field and names none."""
    if not refusals.items:
        yield NotApplicable("no form was refused")
    for refusal in refusals.items:
        before = [filling for filling in fillings.items if filling.t_ms <= refusal.t_ms]
        if refusal.fields or _is_explained(refusal, before):
            continue
        said = f"only “{refusal.says[0].rstrip('.')}”" if refusal.says else "nothing"
        yield META.finding(
            refusal,
            f"The form was refused, and said {said}: no field is marked or named.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.HEURISTIC,
        )


def _is_explained(refusal: Refusal, before: Sequence[Filling]) -> bool:
    """Whether it has its cause elsewhere, or its words call a field that the customer filled in."""
    said = normal(" ".join(refusal.says))
    if any(lexicon.mentions(said, "signs", sign) for sign in _NO_FIELDS_FAULT):
        return True
    labels = [normal(filling.label) for filling in before if filling.label]
    kinds = {filling.what for filling in before if filling.what}
    return any(contains(said, label) for label in labels) or any(
        lexicon.mentions(said, "fields", kind) for kind in kinds
    )

"""A form is refused and comes back without what the customer had typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.form import Filling, Fillings, Refusal, Refusals

_NAMED = 3

META = CheckMeta(
    id="input-lost",
    attribute=Attribute.RESOLUTION,
    severity=Severity.CRITICAL,
    passes="A refused form kept what the customer had typed",
    fails="A refused form came back without what the customer had typed",
    why="One wrong field costs the work of all of them; many do not do it a second time",
    remedy="Put everything back that was right, and mark only what was not",
    threshold="any field; moderate when only passwords or card numbers are gone, which some sites clear on purpose",
    source="our choice",
)


def check(refusals: Refusals, fillings: Fillings) -> Iterator[Finding | NotApplicable]:
    """A finding for each refusal that lost something; a secret that was itself refused is no loss."""
    if not refusals.items:
        yield NotApplicable("no form was refused")
    for refusal in refusals.items:
        secret = [
            label for label in refusal.lost_secret if label not in refusal.fields and refusal.what != "new password"
        ]
        lost = [*refusal.lost, *secret]
        if not lost:
            continue
        retyped = _retyped(refusal, lost, fillings.items)
        yield META.finding(
            refusal,
            f"After an error the form came back without what had been typed into {_named(lost)}.",
            severity=META.severity if refusal.lost else Severity.MODERATE,
            value=len(lost),
            unit="count",
            limit=0,
            target=retyped[0].target if retyped else None,
            needless=tuple(filling.gesture_ms for filling in retyped if filling.gesture_ms is not None),
        )


def _retyped(refusal: Refusal, lost: Sequence[str], fillings: Sequence[Filling]) -> list[Filling]:
    """Each lost field typed again after the refusal, or, where the customer did not, typed for nothing before it."""
    found = []
    for label in dict.fromkeys(lost):
        mine = [filling for filling in fillings if filling.label == label]
        after = [filling for filling in mine if filling.t_ms > refusal.t_ms]
        before = [filling for filling in mine if filling.t_ms <= refusal.t_ms]
        found += after[:1] or before[-1:]
    return found


def _named(labels: Sequence[str]) -> str:
    quoted = [f"“{label}”" for label in labels[:_NAMED]]
    more = len(labels) - len(quoted)
    if more:
        return f"{', '.join(quoted)} and {more} more"
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))

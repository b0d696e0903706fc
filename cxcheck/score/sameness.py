"""When two findings of different visits are one offence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.model.finding import Finding

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")


def said(finding: Finding) -> str:
    """The finding's words without its numbers, which differ from visit to visit."""
    return _NUMBERS.sub("#", finding.sentence)


def signs(journey: str, finding: Finding) -> Iterator[tuple[str, ...]]:
    """Two findings that share a sign are one: the same check in the same step, in the same words or on one element.

    The element spans the languages in which a site names a button.
    """
    here = (finding.check, journey, str(finding.step))
    yield (*here, said(finding))
    if finding.target and finding.target.selector:
        yield (*here, "", finding.target.selector)

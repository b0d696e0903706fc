"""How every page is made: whatever a site, a persona or a journey says passes through here, and stays text."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cxcheck.report.foreign import visible


def environment(package: str) -> Environment:
    """Templates of a package. What they show is escaped, with its invisible characters shown; a missing value fails."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )


def _harmless(value: Any) -> Any:
    """What every expression passes through on its way into the page, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

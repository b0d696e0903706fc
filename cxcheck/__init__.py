"""cxcheck: be your own customer.

Personas walk journeys through a real website in a real browser; a scorecard tells what it cost them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cxcheck.customer.customer import Customer
    from cxcheck.model.budget import Budget, Limit
    from cxcheck.model.journey import journey
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site

__all__ = ["Budget", "Customer", "Limit", "Persona", "Site", "journey"]

_HOMES = {
    "Budget": "cxcheck.model.budget",
    "Customer": "cxcheck.customer.customer",
    "Limit": "cxcheck.model.budget",
    "Persona": "cxcheck.model.persona",
    "Site": "cxcheck.model.site",
    "journey": "cxcheck.model.journey",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first asked for: every pytest run imports this package for its plugin."""
    if name not in _HOMES:
        message = f"module 'cxcheck' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)

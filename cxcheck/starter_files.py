"""Where the starter journeys and personas lie: inside the installed package, else in the checkout it runs from.

The pool of further personas is always in the package.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def folder(kind: Literal["journeys", "personas"]) -> Path:
    """The folder of starter journeys or personas."""
    package = Path(__file__).parent
    packaged = package / "starter" / kind
    return packaged if packaged.is_dir() else package.parent / kind


def pool() -> Path:
    """The folder of the personas that are there to be chosen, beside the starter ones."""
    return Path(__file__).parent / "pool"

"""The script: what a customer tries to get done, and what it may cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cxcheck.errors import SettingsError, problem
from cxcheck.model.base import Model
from cxcheck.model.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["ID_PATTERN", "Budget", "Journey", "journey", "journey_of"]

ID_PATTERN = re.compile(r"[a-z0-9_-]+")
_ATTRIBUTE = "__cxcheck_journey__"


class Journey(Model):
    """What ``@journey`` gives a function. ``key`` is the function's name; ``file`` and ``line`` say where it stands.

    ``test`` is the node id of an ordinary test, which is told as if it were a journey; else empty.
    """

    key: str
    title: str
    goal: str
    budget: Budget = Budget()
    personas: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    test: str = ""


def journey(
    title: str, *, goal: str, budget: Budget | None = None, personas: Sequence[str] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function a journey: pytest collects it from ``journeys/`` and walks it once per persona.

    Args:
        title: What the journey is called in reports.
        goal: What the customer wants, as they would say it.
        budget: What it may cost; default no limits.
        personas: Keys of the personas that walk it; default every persona there is.

    Raises:
        SettingsError: The function's name cannot be a journey's key.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        code = function.__code__
        if not ID_PATTERN.fullmatch(function.__name__):
            raise SettingsError(
                problem(
                    f"the journey's name {function.__name__!r} cannot be used as an id",
                    where=f"{code.co_filename}:{code.co_firstlineno}",
                    expected="lower-case letters a-z, digits, - and _",
                    todo="rename the function",
                )
            )
        described = Journey(
            key=function.__name__,
            title=title,
            goal=goal,
            budget=budget or Budget(),
            personas=tuple(personas),
            file=code.co_filename,
            line=code.co_firstlineno,
        )
        setattr(function, _ATTRIBUTE, described)
        function.__test__ = True  # type: ignore[attr-defined]  # pytest collects it without a test_ prefix
        return function

    return decorate


def journey_of(function: Any) -> Journey | None:
    """What ``@journey`` said of this function, or None."""
    found = getattr(function, _ATTRIBUTE, None)
    return found if isinstance(found, Journey) else None

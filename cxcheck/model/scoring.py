"""The constants that a run was scored with, so that it can be scored so again."""

from __future__ import annotations

from cxcheck.model.base import Model

Value = float | str | tuple[float, float]


class Scoring(Model):
    """All constants, so that a later cxcheck, which may have others, scores the run as it was scored.

    ``values`` are by dotted key (``caps.critical``), in the unit of ``score/weights.toml``. ``overridden`` names those
    that somebody set, each with the layer that did: a file, a variable or an option. ``version`` is that of the
    constants and of what was set beside (``2026.4+1f0c9a``).
    """

    version: str
    values: dict[str, Value]
    overridden: dict[str, str]

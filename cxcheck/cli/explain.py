"""``cxcheck explain [CHECK]``: what it looks for, threshold, why, source, weight."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.pipeline import check_metas
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckMeta

_WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which check."""
    parser.add_argument("check", nargs="?", help="a check's id; without it, the list")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Print."""
    del extra
    metas = check_metas()
    if known.check is None:
        for meta in metas.values():
            print(f"{meta.id:<20} {meta.severity:<9} {meta.attribute:<12} {meta.fails}")
        print(f"\n'cxcheck explain CHECK' tells more. Scoring {weights().version}.")
        return 0
    if known.check not in metas:
        raise SettingsError(
            problem(
                f"unknown check {known.check!r}",
                expected="one of: " + ", ".join(metas),
                near=nearest(known.check, metas),
                todo="'cxcheck explain' lists them",
            )
        )
    print(explained(metas[known.check]))
    return 0


def explained(meta: CheckMeta) -> str:
    """A check in full, as plain text."""
    weight = getattr(weights().severity, meta.severity)
    rows = {
        "fails when": meta.fails,
        "passes when": meta.passes,
        "threshold": meta.threshold,
        "why": meta.why,
        "remedy": meta.remedy,
        "source": meta.source,
        "attribute": meta.attribute.value,
        "weight": f"{weight:g} ({meta.severity}; {weights().severity.because})",
    }
    if meta.curve:
        low, middle = meta.curve
        rows["scored"] = f"on a curve: 0.9 at {low:g}, 0.5 at {middle:g} ({meta.curve_in})"
    indent = " " * 14
    lines = (textwrap.fill(f"{label:<14}{text}", _WIDTH, subsequent_indent=indent) for label, text in rows.items())
    return "\n".join([meta.id, "-" * len(meta.id), *lines])

"""``cxcheck explain [CHECK | effort]``: a check's threshold, why, source, weight; what customer time is made of."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cxcheck.checks.entry_points import brought
from cxcheck.checks.run import unusable
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.pipeline import check_metas
from cxcheck.score.weights import Constant, weights

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckMeta

_WIDTH = 100
_EFFORT = "effort"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which check."""
    parser.add_argument("check", nargs="?", help="a check's id, or 'effort'; without it, the list")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Print."""
    del extra
    metas = check_metas()
    if known.check is None:
        width = max(map(len, metas))
        for meta in metas.values():
            print(f"{meta.id:<{width}} {meta.severity:<9} {meta.attribute:<12} {meta.fails}")
        print("\n'cxcheck explain CHECK' tells more, 'cxcheck explain effort' how effort is predicted.")
        print(f"Scoring {weights().version}.")
        for broken in unusable():
            print(textwrap.fill(f"{broken.check} cannot be used: {broken.reason}", _WIDTH, subsequent_indent="  "))
        return 0
    if known.check == _EFFORT:
        print(effort_explained())
        return 0
    if known.check not in metas:
        raise SettingsError(
            problem(
                f"unknown check {known.check!r}",
                expected="one of: " + ", ".join([*metas, _EFFORT]),
                near=nearest(known.check, [*metas, _EFFORT]),
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
    package = next((one.package for one in brought() if one.id == meta.id and not one.problem), None)
    if package:
        rows["brought by"] = package
    if meta.curve:
        low, middle = meta.curve
        rows["scored"] = f"on a curve: 0.9 at {low:g}, 0.5 at {middle:g} ({meta.curve_in})"
    indent = " " * 14
    lines = (textwrap.fill(f"{label:<14}{text}", _WIDTH, subsequent_indent=indent) for label, text in rows.items())
    return "\n".join([meta.id, "-" * len(meta.id), *lines])


def effort_explained() -> str:
    """Every constant that customer time is predicted from: value, meaning, source."""
    all_of_it = weights()
    lines = []
    for title, group in (
        ("effort: what the customer does", all_of_it.effort),
        ("reading: a part of the effort", all_of_it.reading),
        ("interruptions: what pop-ups take beside", all_of_it.interruption),
    ):
        lines += [title, "-" * len(title), textwrap.fill(group.because, _WIDTH)]
        lines += [_constant(name, one) for name, one in group if isinstance(one, Constant)]
        lines.append("")
    speeds = all_of_it.reading
    for what, by_language in (("words", speeds.words), ("signs", speeds.signs)):
        listed = ", ".join(f"{language} {speed:g}" for language, speed in by_language.items())
        lines.append(textwrap.fill(f"{what} read aloud a minute: {listed} (from memory)", _WIDTH))
    return "\n".join(lines)


def _constant(name: str, one: Constant) -> str:
    amount = f"{one.value:g} {one.unit}".strip()
    head = f"{name:<18}{amount:<14}"
    indent = " " * len(head)
    return "\n".join(
        (
            textwrap.fill(head + one.means, _WIDTH, subsequent_indent=indent),
            textwrap.fill(one.source, _WIDTH, initial_indent=indent, subsequent_indent=indent),
        )
    )

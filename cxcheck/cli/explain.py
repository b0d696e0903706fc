"""``cxcheck explain [CHECK | effort | score | budget | exit]``: a check in full; how it all is reckoned."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.checks.entry_points import brought
from cxcheck.checks.run import all_checks, asks_for, unusable
from cxcheck.cli.explain_budget import budget_explained
from cxcheck.cli.explain_exit import exit_explained
from cxcheck.cli.explain_score import marked, score_explained
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.machine import Machine
from cxcheck.pipeline import check_metas
from cxcheck.score.constants import weights_of
from cxcheck.score.weights import Constant, using, weights
from cxcheck.set_constants import set_constants
from cxcheck.settings import scoring_layers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from cxcheck.model.finding import CheckMeta
    from cxcheck.model.scoring import Scoring

_WIDTH = 100
_EFFORT, _SCORE, _BUDGET, _EXIT = "effort", "score", "budget", "exit"
_EXCUSED = (
    "what the other programs on an overrun machine may have made late: for each that wants the processor too, as much "
    "as a quick site needs of it. Told are /proc/stat's runnable programs, ten times a second; elsewhere nothing is."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which check."""
    parser.add_argument(
        "check", nargs="?", help="a check's id, 'effort', 'score', 'budget' or 'exit'; without, the list"
    )
    parser.add_argument(
        "--cx-scoring", action="append", default=[], metavar="KEY=VALUE", help="set a constant, as in 'cxcheck run'"
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Print."""
    del extra
    scoring = set_constants(scoring_layers(Path(), known.cx_scoring))
    with using(weights_of(scoring.values, scoring.version)):
        print(_explained(known.check, scoring))
    return 0


def _explained(topic: str | None, scoring: Scoring) -> str:
    metas = check_metas()
    if topic is None:
        return _everything(metas)
    if topic == _EFFORT:
        return effort_explained(scoring)
    if topic == _SCORE:
        return score_explained(scoring, metas)
    if topic == _BUDGET:
        return budget_explained()
    if topic == _EXIT:
        return exit_explained()
    if topic not in metas:
        topics = [*metas, _EFFORT, _SCORE, _BUDGET, _EXIT]
        raise SettingsError(
            problem(
                f"unknown check {topic!r}",
                expected="one of: " + ", ".join(topics),
                near=nearest(topic, topics),
                todo="'cxcheck explain' lists them",
            )
        )
    return explained(metas[topic], scoring)


def _everything(metas: Mapping[str, CheckMeta]) -> str:
    width = max(map(len, metas))
    return "\n".join(
        [
            *(f"{meta.id:<{width}} {meta.severity:<9} {meta.attribute:<12} {meta.fails}" for meta in metas.values()),
            "",
            "'cxcheck explain CHECK' tells more, 'cxcheck explain effort' how effort is predicted,",
            "'cxcheck explain score' how the score is made, 'cxcheck explain budget' what can be limited,",
            "'cxcheck explain exit' what a run ends with.",
            f"Scoring {weights().version}.",
            *(
                textwrap.fill(f"{one.check} cannot be used: {one.reason}", _WIDTH, subsequent_indent="  ")
                for one in unusable()
            ),
        ]
    )


def explained(meta: CheckMeta, scoring: Scoring) -> str:
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
        "weight": f"{weight:g} ({meta.severity}; {weights().severity.because})"
        f"{marked(f'checks.{meta.id}.severity', scoring)}",
    }
    if any(check.META.id == meta.id and Machine in asks_for(check.check).values() for check in all_checks()):
        rows["not measured"] = _EXCUSED
    if meta.limits:
        rows["limits"] = "; ".join(_limit(meta, name, scoring) for name in meta.limits)
    package = next((one.package for one in brought() if one.id == meta.id and not one.problem), None)
    if package:
        rows["brought by"] = package
    if meta.curve:
        low, middle = meta.curve
        rows["scored"] = f"on a curve: 0.9 at {low:g}, 0.5 at {middle:g} ({meta.curve_in})"
        rows["scored"] += marked(f"checks.{meta.id}.curve", scoring)
    indent = " " * 14
    lines = (textwrap.fill(f"{label:<14}{text}", _WIDTH, subsequent_indent=indent) for label, text in rows.items())
    return "\n".join([meta.id, "-" * len(meta.id), *lines])


def _limit(meta: CheckMeta, name: str, scoring: Scoring) -> str:
    key = f"checks.{meta.id}.limits.{name}"
    shipped = (
        f" (shipped: {meta.limits[name]:g}; set in {scoring.overridden[key]})" if key in scoring.overridden else ""
    )
    return f"{name} = {meta.limit(name):g}{shipped}"


def effort_explained(scoring: Scoring) -> str:
    """Every constant that customer time is predicted from: value, meaning, source."""
    all_of_it = weights()
    lines = []
    for title, name, group in (
        ("waiting: which of it counts", "waiting", all_of_it.waiting),
        ("effort: what the customer does", "effort", all_of_it.effort),
        ("reading: a part of the effort", "reading", all_of_it.reading),
        ("interruptions: what pop-ups take beside", "interruption", all_of_it.interruption),
    ):
        lines += [title, "-" * len(title), textwrap.fill(group.because, _WIDTH)]
        lines += [
            _constant(key, one, marked(f"{name}.{key}", scoring)) for key, one in group if isinstance(one, Constant)
        ]
        lines.append("")
    speeds = all_of_it.reading
    for what, by_language in (("words", speeds.words), ("signs", speeds.signs)):
        listed = ", ".join(f"{language} {speed:g}" for language, speed in by_language.items())
        lines.append(textwrap.fill(f"{what} read aloud a minute: {listed} (from memory)", _WIDTH))
    return "\n".join(lines)


def _constant(name: str, one: Constant, mark: str) -> str:
    amount = f"{one.value:g} {one.unit}".strip()
    head = f"{name:<18}{amount:<14}"
    indent = " " * len(head)
    return "\n".join(
        (
            textwrap.fill(head + one.means + mark, _WIDTH, subsequent_indent=indent),
            textwrap.fill(one.source, _WIDTH, initial_indent=indent, subsequent_indent=indent),
        )
    )

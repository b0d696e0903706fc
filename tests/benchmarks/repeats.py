"""Whether the same visit gives the same result: one person, one journey, again and again, each time in a new shop.

    python tests/benchmarks/repeats.py [visits] [journey] [persona] [frictions]

Every visit has the same seed, so the same name, address and password, and a demo shop and a mailbox that were started
for it alone: nothing is left over from the one before. Printed are whether all visits agree in their gestures (kind,
target, characters, in order), findings (check, step, place), counts and effort, with the first difference where they do
not; and the spread of the times. Nothing is asserted; the exit status is 1 when something differs. Set KEEP to a folder
to keep the visits. On a busy machine answers come late, and what is slow is found slow: run it in quiet.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from cxcheck.cli.demo import FRICTIONS
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.run import JudgedVisit
from cxcheck.pipeline import judge_visit
from cxcheck.service import Service
from cxcheck.store.folder import read_visit

SEED = "7"
TIMES = ("waiting_ms", "effort_ms", "interruption_ms", "total_ms")


def main() -> int:
    given = dict(enumerate(sys.argv[1:]))
    count, journey, persona = int(given.get(0, 10)), given.get(1, "checkout"), given.get(2, "maria")
    frictions = given.get(3, FRICTIONS)
    with tempfile.TemporaryDirectory() as folder:
        visits = [walked(Path(folder, str(number)), journey, persona, frictions) for number in range(count)]
        print(
            f"{count} visits: {journey} as {persona}, seed {SEED}, in a new shop each, with: {frictions or 'nothing'}"
        )
        print("  ended:", ", ".join(sorted({visit.artifacts.timeline.outcome.value for visit in visits})))
        same = [agree(what, [told(visit) for visit in visits]) for what, told in COMPARED.items()]
        for name in TIMES:
            spread(name, [getattr(visit.scorecard, name) for visit in visits])
        spread("score", [visit.scorecard.score for visit in visits], unit="")
    return 0 if all(same) else 1


def walked(folder: Path, journey: str, persona: str, frictions: str) -> JudgedVisit:
    """One visit in a shop of its own."""
    folder.mkdir()
    mail = folder / "mail"
    with (
        Service("mail sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(mail)]) as sink,
        Service("shop", ["-m", "cxcheck.demo.shop", "--smtp", sink.address, "--friction", frictions]) as shop,
    ):
        site = [f"Shop={shop.address}", "--cx-inbox", f"maildir:{mail}", "--cx-orders", "test-card"]
        who = ["--cx-seed", SEED, "--cx-persona", persona, "-k", journey]
        run = [sys.executable, "-m", "cxcheck", "run", *site, *who, "--cx-budget", "off", "--cx-run-dir", "run"]
        ran = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    keep = os.environ.get("KEEP")
    found = list((folder / "run" / "visits").glob("*"))
    if len(found) != 1:
        raise SystemExit(f"{len(found)} visits were walked, not one:\n{ran.stdout}{ran.stderr}")
    if keep:
        (folder / "run").rename(Path(keep, folder.name))
        found = list(Path(keep, folder.name, "visits").glob("*"))
    return judge_visit(read_visit(found[0]))


def gestures(visit: JudgedVisit) -> list[Any]:
    made = visit.artifacts.gestures
    if isinstance(made, NotRecorded):
        return [made.reason]
    return [
        (one.step, one.kind.value, one.target.selector, one.target.name, one.field_kind, one.characters, one.keys)
        for one in made.items
    ]


def scrolls(visit: JudgedVisit) -> list[Any]:
    made = visit.artifacts.gestures
    return [] if isinstance(made, NotRecorded) else [(one.step, round(one.screenfuls, 1)) for one in made.items]


def findings(visit: JudgedVisit) -> list[Any]:
    return sorted(
        (one.check, one.step, one.severity.value, one.target.selector if one.target else "")
        for one in visit.scorecard.findings
    )


def checks(visit: JudgedVisit) -> list[Any]:
    return [(one.check, one.outcome.value) for one in visit.scorecard.results]


def counts(visit: JudgedVisit) -> list[Any]:
    return list(visit.scorecard.counts)


def effort(visit: JudgedVisit) -> list[Any]:
    """Predicted from what was done and read: the same person has the same."""
    return [(one.index, None if one.effort_ms is None else round(one.effort_ms)) for one in visit.scorecard.steps]


COMPARED: dict[str, Callable[[JudgedVisit], list[Any]]] = {
    "gestures": gestures,
    "scrolled": scrolls,
    "findings": findings,
    "checks": checks,
    "counts": counts,
    "effort": effort,
}


def agree(what: str, told: Sequence[list[Any]]) -> bool:
    """Say whether all tell the same as the first; where not, what is the first thing that differs."""
    others = [number for number, one in enumerate(told) if one != told[0]]
    print(f"  {what:<14} {'identical' if not others else f'DIFFERENT in visits {others} (from 0)'}  ({len(told[0])})")
    for number in others:
        pairs = zip_longest(told[0], told[number], fillvalue="nothing")
        place, (one, other) = next((place, pair) for place, pair in enumerate(pairs) if pair[0] != pair[1])
        print(f"    visit 0, item {place}: {one}\n    visit {number}, item {place}: {other}")
    return not others


def spread(name: str, values: Sequence[float | None], unit: str = " ms") -> None:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        print(f"  {name:<14} not measured in {len(values) - len(known)} of {len(values)}")
    if len(known) < 2:
        return
    middle, mean = statistics.median(known), statistics.mean(known)
    varies = statistics.stdev(known) / mean if mean else 0
    low, high = min(known), max(known)
    print(f"  {name:<14} {low:.0f} / {middle:.0f} / {high:.0f}{unit} (least / median / most), CV {varies:.1%}")


if __name__ == "__main__":
    raise SystemExit(main())

"""How well a detector tells these pop-ups from their look-alikes.

    python tests/benchmarks/popups/measure.py WORK DETECTOR.py [--half open|held|third|all] [--part of-an-id] [--jobs 2]

A detector is a Python file with ``detect(page, state)``, which answers a list of ``{"kind", "blocking"}`` (either may
be left out), and, where it listens from the start, ``attach(context, page, state)``. Printed are precision, recall and
F1 by case, how often number, kind and blocking are right, and, of the open half alone, which cases are wrong. Nothing
is asserted.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from moment import act, context_options, launch
from playwright.sync_api import Browser, Error, sync_playwright
from server import Case, Site, cases, opaque

Found = list[dict[str, Any]]
# The product's names for what the definitions, in the benchmark's words, call otherwise.
KINDS = {"chat": "chat-widget", "permission-request": "permission-prompt"}


def main() -> None:
    told = argparse.ArgumentParser()
    told.add_argument("work", type=Path)
    told.add_argument("detector", type=Path)
    told.add_argument("--half", choices=["open", "held", "third", "all"], default="open")
    told.add_argument("--part", default="")
    told.add_argument("--jobs", type=int, default=2)
    given = told.parse_args()
    asked = [case for case in cases() if given.half in {case["half"], "all"} and given.part in case["id"]]
    found: dict[str, Found] = {}
    with (
        Site(given.work) as site,
        ProcessPoolExecutor(given.jobs, mp_context=get_context("spawn")) as pool,
    ):
        parts = [asked[start :: given.jobs] for start in range(given.jobs)]
        for part in pool.map(visited, parts, [site.address] * given.jobs, [given.detector] * given.jobs):
            found |= part
    for half in ("open", "held", "third"):
        if mine := [case for case in asked if case["half"] == half]:
            print(f"{half}: {len(mine)} cases", *scored(mine, found), sep="\n  ")
            if half == "open":
                print(*(line for case in mine for line in wrong(case, found[case["id"]])), sep="\n")


def visited(some: list[Case], address: str, detector: Path) -> dict[str, Found]:
    """What the detector finds in each of these cases."""
    sys.path.insert(0, str(detector.resolve().parent))
    spec = importlib.util.spec_from_file_location("detector", detector)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        return {case["id"]: visit(browser, module, case, address) for case in some}


def visit(browser: Browser, detector: Any, case: Case, address: str) -> Found:
    """One case in a context of its own; what goes wrong in the detector is told, and counts as nothing found."""
    context = browser.new_context(**context_options(case))
    state: dict[str, Any] = {}
    try:
        page = context.new_page()
        if hasattr(detector, "attach"):
            detector.attach(context, page, state)
        page.goto(f"{address}/case/{opaque(case['id'])}", wait_until="load")
        act(page, case)
        return list(detector.detect(page, state) or [])
    except Error as problem:
        print(f"  {opaque(case['id'])}: {problem.message.splitlines()[0]}", file=sys.stderr)
        return []
    finally:
        context.close()


def scored(some: list[Case], found: dict[str, Found]) -> list[str]:
    """The figures of some cases, a line each."""
    there = [case for case in some if case["pops"]]
    hit = [case for case in there if found[case["id"]]]
    false = [case for case in some if not case["pops"] and found[case["id"]]]
    uninvited = [case for case in there if not case["user"]]
    precision, recall = share(len(hit), len(hit) + len(false)), share(len(hit), len(there))
    number = sum(len(found[case["id"]]) in counts(case) for case in there)
    kinds = sum(alike(case, found[case["id"]]) for case in hit)
    blocking = sum(blocks(found[case["id"]]) == bool(case["blocking"]) for case in hit)
    return [
        f"precision {precision:.3f}, recall {recall:.3f}, F1 {share(2 * precision * recall, precision + recall):.3f}",
        f"recall of the uninvited {share(sum(case in hit for case in uninvited), len(uninvited)):.3f}",
        f"number right {share(number, len(there)):.3f}",
        f"kind right {share(kinds, sum(len(case['pops']) for case in hit)):.3f}",
        f"blocking right {share(blocking, len(hit)):.3f}",
    ]


def wrong(case: Case, given: Found) -> list[str]:
    """What is wrong about an answer, in words."""
    if not case["pops"]:
        return [f"    false alarm: {case['id']}, {case['kind']}"] if given else []
    if not given:
        return [f"    missed: {case['id']}"]
    faults = {
        f"{len(given)} instead of {case['count']}": len(given) not in counts(case),
        f"kind {[kind(one) for one in given]}, not {[one['kind'] for one in case['pops']]}": alike(case, given)
        < len(case["pops"]),
        f"blocking {blocks(given)}": blocks(given) != bool(case["blocking"]),
    }
    return [f"    {case['id']}: {fault}" for fault, holds in faults.items() if holds]


def counts(case: Case) -> list[int]:
    """The numbers that are right: several toasts may be told as one stack."""
    return case["count_ok"] or [case["count"]]


def alike(case: Case, given: Found) -> int:
    """How many of the case's pop-ups were given their kind, or another that a person would accept."""
    left, right = Counter(map(kind, given)), 0
    for popup in case["pops"]:
        if name := next((name for name in [popup["kind"], *popup.get("kinds", [])] if left[name]), None):
            left[name] -= 1
            right += 1
    return right


def kind(one: dict[str, Any]) -> str:
    """A detector's kind in the definitions' words."""
    name = str(one.get("kind", "")).replace(" ", "-")
    return KINDS.get(name, name)


def blocks(given: Found) -> bool:
    """Whether any of them keeps the visitor from the page."""
    return any(one.get("blocking") for one in given)


def share(part: float, whole: float) -> float:
    """A ratio, 0 of nothing."""
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()

"""How far off is what we say of waiting? Kinds of answer × delays, against what really happened.

    python tests/benchmarks/waits.py [repeats] [kinds, comma-separated] [delays_ms, comma-separated]

The truth is told by the page itself: when it was pressed (the press's own stamp), and when the frame with the first
answer and the one with the last of it had been drawn. A timer or a network that is late is thus not our error. Of a
download the server says when it answered. Printed is measured minus truth: first answer / ready, medians. Ratios and
medians of one run on one machine, never asserted anywhere.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import Outcome
from cxcheck.model.persona import Persona
from cxcheck.model.site import Site
from cxcheck.model.wait import Wait
from cxcheck.record import browser as browsers
from cxcheck.record.rest import wait_until_at_rest
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets

sys.path.insert(0, str(Path(__file__).parent.parent / "browser"))
from truth import TruthServer
from wait_pages import put_pages

DELAYS_MS = (0, 50, 120, 300, 600, 1_200, 2_500, 6_000)
KINDS = (
    "update", "fetch", "document", "redirects", "origin", "route", "dialog", "frame", "frame-origin", "class",
    "checked", "animate", "scroll", "canvas", "spinner", "spinner-timer", "skeleton", "download", "window", "nothing",
)  # fmt: skip
LEAVES = {"document", "redirects", "origin"}
AFTERWARDS_MS = 900  # beyond the answer: what is at rest, and what has to be told by then

Errors = dict[tuple[str, int], list[tuple[float | None, float]]]


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    kinds = sys.argv[2].split(",") if len(sys.argv) > 2 and sys.argv[2] else KINDS
    delays = tuple(map(int, sys.argv[3].split(","))) if len(sys.argv) > 3 else DELAYS_MS
    server, stranger = TruthServer(), TruthServer()
    for one in (server, stranger):
        put_pages(one)
    errors: Errors = defaultdict(list)
    methods: dict[str, set[str]] = defaultdict(set)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browsers.find())
            for _ in range(repeats):
                for kind in kinds:
                    measure(browser, kind, delays, server, stranger, errors, methods)
            version = browser.version
            browser.close()
    finally:
        server.stop()
        stranger.stop()
    report(kinds, delays, errors, methods)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{repeats} repeats, {os.cpu_count()} cores, load average {load}, Chromium {version}")


def measure(browser, kind, delays, server, stranger, errors: Errors, methods) -> None:
    """One visit: the kind's page with each delay in turn."""
    events = []
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder))
        # Another port is another origin; another name is another site as well, and a process of its own.
        other = stranger.other if kind == "frame-origin" else stranger.base
        site = Site(name="truth", base_url=server.base, allowed_hosts=["127.0.0.1", "localhost"])
        recorder = VisitRecorder(
            browser, Persona(key="bench", title="Bench"), site, Secrets(), events.append, disk.save, disk
        )
        context = browser.new_context(viewport={"width": 1280, "height": 720})
        page = context.new_page()
        recorder.begin(page)
        truths = []
        for ms in delays:
            page.goto(f"{server.base}/ask?way={kind}&delay={ms}&other={other}")
            wait_until_at_rest(page, recorder.journal, recorder.pulse)
            page.click("#go", no_wait_after=True)
            page.wait_for_timeout(ms + AFTERWARDS_MS)
            truths.append({"ms": ms} | told(page, kind, server))
        recorder.end(page, Outcome.FINISHED)
        context.close()
    waits = [wait for wait in build(events).waits.items if wait.what == "press"]
    for truth in truths:
        pressed_ms = recorder.clock.from_browser_ms(truth["pressed"])
        wait = min(waits, key=lambda one: abs(one.from_ms - pressed_ms), default=None)
        if wait is None or abs(wait.from_ms - pressed_ms) > 50:
            print(f"{kind} after {truth['ms']}: no wait")
            errors[kind, truth["ms"]].append((None, 0))
            continue
        methods[kind].add(str(wait.method))
        errors[kind, truth["ms"]].append(compared(wait, truth))


class Disk:
    """Keeps pictures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, name: str, content: bytes) -> str:
        (self.folder / name).write_bytes(content)
        return name

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


def told(page: Page, kind: str, server: TruthServer) -> dict[str, float]:
    if kind == "nothing":
        return page.evaluate("truth")
    if kind == "download":
        answered_ms = server.answered_ms("/file")
        return page.evaluate("truth") | {"first": answered_ms, "ready": answered_ms}
    if kind == "window":
        window = page.context.pages[-1]
        truth = window.evaluate("truth")
        window.close()
        return truth
    return page.evaluate("truth")


def compared(wait: Wait, truth: dict[str, float]) -> tuple[float | None, float]:
    """(error of the first answer or None when it was not timed, error of ready), in ms."""
    if "first" not in truth:
        return (None, 0) if wait.answer_ms is None else (wait.answer_ms - wait.from_ms, 0)
    if wait.first_ms is None:
        return None, 0
    return (
        wait.first_ms - (truth["first"] - truth["pressed"]),
        wait.duration_ms - min(10_000, truth["ready"] - truth["pressed"]),
    )


def report(kinds, delays, errors: Errors, methods) -> None:
    print("\nmeasured minus truth, ms: first answer / ready (lab, medians)\n")
    print(f"{'kind':15}" + "".join(f"{ms:>13}" for ms in delays) + "  method")
    firsts, readies, missed = [], [], {}
    for kind in kinds:
        cells = []
        for ms in delays:
            found = errors[kind, ms]
            known = [(first, ready) for first, ready in found if first is not None]
            if kind == "nothing":
                cells.append(f"{len(known)} claimed" if known else "none")
                continue
            if len(known) < len(found):
                missed.setdefault(kind, []).append(f"{ms} ms: {len(found) - len(known)} of {len(found)}")
            firsts += [first for first, _ in known]
            readies += [ready for _, ready in known]
            cells.append("/".join(f"{statistics.median(c):+.0f}" for c in zip(*known, strict=True)) if known else "-")
        print(f"{kind:15}" + "".join(f"{cell:>13}" for cell in cells) + "  " + ", ".join(sorted(methods[kind])))
    for name, values in (("first answer", firsts), ("ready", readies), ("both", firsts + readies)):
        sizes = sorted(map(abs, values))
        if sizes:
            p95 = sizes[min(len(sizes) - 1, int(0.95 * len(sizes)))]
            median = statistics.median(sizes)
            print(f"{name:13} median |error| {median:.1f} ms, p95 {p95:.1f}, worst {sizes[-1]:.0f}, n = {len(sizes)}")
    for kind, where in missed.items():
        print(f"not timed: {kind} ({'; '.join(where)})")


if __name__ == "__main__":
    main()

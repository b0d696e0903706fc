"""What measuring costs: one plain Playwright script, with and without cxcheck listening, in turn.

    python tests/benchmarks/overhead.py [rounds at robot pace] [rounds at human pace]

The script resets a password on django-oscar with hand-written selectors: at robot pace without a pause, at human pace
with as long before each press and key as the keystroke-level model gives a person. Each round walks it bare, measured
with frames off, and measured with frames on, in the same browser, in changing order. Printed are medians and ratios of
wall time and of processor time (this process and everything below it: Playwright's driver and the browser; Linux only).
Ratios of one run, never asserted anywhere.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from cxcheck.inbox.maildir import Maildir
from cxcheck.model.artifact import Outcome
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Hands, Persona
from cxcheck.model.site import Site
from cxcheck.record import browser as browsers
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets
from cxcheck.score import klm
from cxcheck.score.weights import weights
from cxcheck.service import Service
from cxcheck.store.folder import FrameFolder

OSCAR = Path(__file__).parent.parent / "targets" / "oscar" / "serve.py"
WHO = "nora@lantern-lane.test"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    rounds = [int(given) for given in sys.argv[1:]] or [10, 3]
    program = browsers.find()
    with tempfile.TemporaryDirectory() as folder:
        maildir = Path(folder, "mail")
        with (
            Service("sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(maildir)]) as sink,
            Service("oscar", [str(OSCAR), "--data", f"{folder}/data", "--smtp", sink.address]) as shop,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=program)
            print(f"{os.cpu_count()} cores, Chromium {browser.version}, load {os.getloadavg()[0]:.1f}")
            for pace, times in zip((Pace.ROBOT, Pace.HUMAN), rounds, strict=False):
                compare(browser, Walk(shop.address, Maildir(str(maildir)), pace), times)
            browser.close()


def compare(browser: Browser, walk: Walk, rounds: int) -> None:
    ways = {"bare": bare, "measured, frames off": measured, "measured, frames on": measured_with_frames}
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    bare(browser, walk.at(Pace.ROBOT))  # warms shop and browser up
    for number in range(rounds):
        for name in list(ways) if number % 2 else reversed(ways):
            wall, cpu = time.perf_counter(), cpu_s()
            ways[name](browser, walk)
            figures[name].append((time.perf_counter() - wall, cpu_s() - cpu))
    print(f"{walk.pace.value} pace, {rounds} rounds")
    for name, pairs in figures.items():
        wall, cpu = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratios = [
            statistics.median(one[column] / base[column] for one, base in zip(pairs, figures["bare"], strict=True))
            for column in (0, 1)
        ]
        print(
            f"  {name:<22} wall {wall:6.2f} s  x{ratios[0]:.2f}   processor {cpu:6.2f} s  x{ratios[1]:.2f}", flush=True
        )


def bare(browser: Browser, walk: Walk) -> None:
    context = browser.new_context()
    walk.reset(context.new_page())
    context.close()


def measured(browser: Browser, walk: Walk, *, frames: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder, Path(folder, "events.jsonl").open("w") as events:

        def write(event) -> None:
            events.write(event.model_dump_json() + "\n")
            events.flush()

        def save(name: str, content: bytes) -> str:
            Path(folder, name).write_bytes(content)
            return name

        site = Site(name="oscar", base_url=walk.address)
        film = FrameFolder(Path(folder)) if frames else None
        recorder = VisitRecorder(browser, Persona(key="bench", title="Bench"), site, Secrets(), write, save, film)
        context = browser.new_context()
        page = context.new_page()
        recorder.begin(page)
        walk.reset(page)
        recorder.end(page, Outcome.FINISHED)
        context.close()


def measured_with_frames(browser: Browser, walk: Walk) -> None:
    measured(browser, walk, frames=True)


class Walk:
    """The same gestures each time, as a tester would have written them, with a person's pauses."""

    def __init__(self, address: str, maildir: Maildir, pace: Pace) -> None:
        self.address, self.pace = address, pace
        self._maildir = maildir
        hands = Hands()
        self._press_ms = pace.ratio * (weights().effort.mental.value + klm.point_ms(hands, None, 1))
        self._key_ms = pace.ratio * klm.key_ms(hands)

    def at(self, pace: Pace) -> Walk:
        return Walk(self.address, self._maildir, pace)

    def reset(self, page: Page) -> None:
        since = time.time()
        page.goto(self.address)
        self._press(page, "#login_link")
        self._press(page, "#login_form a[href*='password-reset']")
        self._type(page, "#id_email", WHO)
        self._press(page, "#password_reset_form button[type=submit]")
        page.wait_for_url(re.compile("done"))
        link = None
        while link is None:
            page.wait_for_timeout(50)
            link = next((mail.link() for mail in self._maildir.mails(WHO, since) if "eset" in mail.subject), None)
        page.goto(link)
        for field in ("#id_new_password1", "#id_new_password2"):
            self._type(page, field, "lanterns-at-dusk-7")
        self._press(page, "#password_reset_form button[type=submit]")
        page.wait_for_url(re.compile("complete"))

    def _press(self, page: Page, selector: str) -> None:
        page.wait_for_timeout(self._press_ms)
        page.click(selector)

    def _type(self, page: Page, selector: str, text: str) -> None:
        page.wait_for_timeout(self._press_ms)
        page.locator(selector).press_sequentially(text, delay=self._key_ms)


def cpu_s() -> float:
    """Processor seconds of this process and everything below it."""
    stats = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            stats[int(entry.name)] = (int(fields[1]), sum(map(int, fields[11:15])))
    mine = {os.getpid()}
    while more := {pid for pid, (parent, _) in stats.items() if parent in mine} - mine:
        mine |= more
    services = {pid for pid in mine if is_service(pid)}
    return sum(stats[pid][1] for pid in mine - services if pid in stats) / TICKS


def is_service(pid: int) -> bool:
    """The shop and the mail sink are not the measuring's."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"serve.py" in command or b"inbox.sink" in command


if __name__ == "__main__":
    main()

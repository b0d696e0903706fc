"""What measuring costs: one plain Playwright script, with and without cxcheck listening, in turn.

    python tests/benchmarks/overhead.py [rounds]

The script resets a password on django-oscar with hand-written selectors. Each round walks it bare and measured, in the
same browser, in changing order. Printed are medians and ratios of wall time and of processor time (this process and
everything below it: Playwright's driver and the browser; Linux only). Ratios of one run, never asserted anywhere.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from cxcheck.inbox.maildir import Maildir
from cxcheck.model.artifact import Outcome
from cxcheck.model.persona import Persona
from cxcheck.model.site import Site
from cxcheck.record import browser as browsers
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets
from cxcheck.service import Service
from cxcheck.store.folder import FrameFolder

OSCAR = Path(__file__).parent.parent / "targets" / "oscar" / "serve.py"
WHO = "nora@lantern-lane.test"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    program = browsers.find()
    with tempfile.TemporaryDirectory() as folder:
        maildir = Path(folder, "mail")
        with (
            Service("sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(maildir)]) as sink,
            Service("oscar", [str(OSCAR), "--data", f"{folder}/data", "--smtp", sink.address]) as shop,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=program)
            compare(browser, shop.address, Maildir(str(maildir)), rounds)
            browser.close()


def compare(browser: Browser, address: str, maildir: Maildir, rounds: int) -> None:
    ways = {
        "bare": bare,
        "measured": measured,
        "measured, with a picture a step": measured_with_pictures,
        "measured, with frames as well": measured_with_frames,
    }
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    bare(browser, address, maildir)  # warms shop and browser up
    for number in range(rounds):
        order = list(ways) if number % 2 else list(reversed(ways))
        for name in order:
            wall, cpu = time.perf_counter(), cpu_s()
            ways[name](browser, address, maildir)
            figures[name].append((time.perf_counter() - wall, cpu_s() - cpu))
    print(f"{rounds} rounds, {os.cpu_count()} cores, Chromium {browser.version}")
    for name, pairs in figures.items():
        wall, cpu = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratios = [
            statistics.median(one[column] / base[column] for one, base in zip(pairs, figures["bare"], strict=True))
            for column in (0, 1)
        ]
        print(f"{name:<34} wall {wall:6.2f} s  x{ratios[0]:.2f}   processor {cpu:6.2f} s  x{ratios[1]:.2f}")


def bare(browser: Browser, address: str, maildir: Maildir) -> None:
    context = browser.new_context()
    walk(context.new_page(), address, maildir, lambda _: nullcontext())
    context.close()


def measured(browser: Browser, address: str, maildir: Maildir, *, pictures: bool = False, frames: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder, Path(folder, "events.jsonl").open("w") as events:

        def write(event) -> None:
            events.write(event.model_dump_json() + "\n")
            events.flush()

        def save(name: str, content: bytes) -> str:
            Path(folder, name).write_bytes(content)
            return name

        site = Site(name="oscar", base_url=address)
        recorder = VisitRecorder(
            browser,
            Persona(key="bench", title="Bench"),
            site,
            Secrets(),
            write,
            save,
            FrameFolder(Path(folder)) if frames else None,
        )
        context = browser.new_context()
        page = context.new_page()
        recorder.begin(page)
        walk(page, address, maildir, lambda title: recorder.step(title, lambda: page) if pictures else nullcontext())
        recorder.end(page, Outcome.FINISHED)
        context.close()


def measured_with_frames(browser: Browser, address: str, maildir: Maildir) -> None:
    measured(browser, address, maildir, pictures=True, frames=True)


def measured_with_pictures(browser: Browser, address: str, maildir: Maildir) -> None:
    measured(browser, address, maildir, pictures=True)


def walk(page: Page, address: str, maildir: Maildir, step) -> None:
    """The same gestures each time, as a tester would have written them."""
    since = time.time()
    with step("Find"):
        page.goto(address)
        page.click("#login_link")
        page.click("#login_form a[href*='password-reset']")
    with step("Ask"):
        page.locator("#id_email").press_sequentially(WHO)
        page.click("#password_reset_form button[type=submit]")
        page.wait_for_url(re.compile("done"))
    with step("Mail"):
        link = None
        while link is None:
            page.wait_for_timeout(50)
            link = next((mail.link() for mail in maildir.mails(WHO, since) if "eset" in mail.subject), None)
        page.goto(link)
    with step("Choose"):
        for field in ("#id_new_password1", "#id_new_password2"):
            page.locator(field).press_sequentially("lanterns-at-dusk-7")
        page.click("#password_reset_form button[type=submit]")
        page.wait_for_url(re.compile("complete"))


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

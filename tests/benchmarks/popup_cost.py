"""What looking for pop-ups costs: a scan on several pages, and a whole journey with it on against off.

    python tests/benchmarks/popup_cost.py [scans] [journeys]

A scan is timed in the page, in milliseconds: median, 95th percentile, and how the median compares with the ordinary
page's. The journey is the demo shop's checkout as a robot; visits with and without the detector take turns, so that
what else the machine does falls on both. Printed only, never asserted: run it in quiet.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

from cxcheck.record import browser as browsers
from cxcheck.record import probes
from cxcheck.service import Service

SCAN = """times => Array.from({length: times}, () => {
    document.body.append(document.createElement('b')); // as after a change,
    document.body.offsetHeight; // that the browser has laid out for itself
    const from = performance.now();
    window[Symbol.for('cxcheck')].scanOverlays();
    return performance.now() - from;
})"""
TEXT = (
    "<p>The shop sells lamps, chairs and shelves made of ash. Every piece is made to order and takes three weeks.</p>"
)
CARDS = "".join(
    f"<article><h3>Lamp {n}</h3><p>Of ash and linen.</p><a href='/{n}'>Look</a> <button>Buy</button></article>"
    for n in range(60)
)
HEAD = (
    "<header style='position:sticky;top:0;background:#fff;z-index:2147483647'>"
    "<nav><a href='/'>Lamps</a> <a href='/'>Beds</a></nav></header>"
)
ORDINARY = f"{HEAD}<main style='columns:3'>{TEXT * 6}{CARDS}</main>"
VEIL = "<div style='position:fixed;inset:0;background:#0008;z-index:9'></div>"
BOX = (
    "<div style='position:fixed;left:440px;top:160px;width:400px;height:300px;background:#fff;z-index:10'>"
    "<h2>Join us</h2><p>We write four times a year.</p><input type='email'><button>Join</button></div>"
)
MOVES = "<p id='m'>0</p><script>setInterval(() => { m.textContent = performance.now(); }, 16)</script>"
TWO = (
    "<dialog id='d'><p>Join us today</p><dialog id='e'><p>Sure of it?</p></dialog></dialog>"
    "<script>d.showModal(); e.showModal()</script>"
)
MENU = (
    "<div style='position:fixed;inset:0;z-index:9'><ul role='menu' style='position:absolute;left:9px;top:40px'>"
    "<li role='menuitem'>Price</ul></div>"
)
PAGES = {
    "ordinary": ORDINARY,
    "ordinary, with a pop-up": ORDINARY + VEIL + BOX,
    "10 000 nodes": ORDINARY + "<section>" + "<p><b>x</b> y</p>" * 5_000 + "</section>",
    "deep": ORDINARY + "<div>" * 200 + TEXT + "</div>" * 200,
    "random names": ORDINARY.replace("<article", "<x-a7 class='k3 z9'").replace("article>", "x-a7>") + VEIL + BOX,
    "always moving": ORDINARY + MOVES,
    "pop-up in a pop-up": ORDINARY + TWO,
    "menu over an unseen layer": ORDINARY + MENU,
    "modal without a shade": ORDINARY + f"<div style='position:fixed;inset:0;z-index:9'>{BOX}</div>",
    "notice at the top": "<div>Free delivery this week</div>" + ORDINARY,
}  # fmt: skip


def main() -> None:
    scans = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    journeys = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find())
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        page.add_init_script(probes.script())
        _scans(page, scans)
        browser.close()
    _journeys(journeys)


def _scans(page: Page, scans: int) -> None:
    usual = 0.0
    for name, body in PAGES.items():
        page.route("**/*", _serving(f"<!doctype html><body>{body}"))
        page.goto("http://cost.example/")
        page.wait_for_timeout(300)
        times = sorted(page.evaluate(SCAN, scans))
        page.unroute_all()
        median = statistics.median(times)
        usual = usual or median
        high = times[int(0.95 * len(times))]
        print(f"{name:26} median {median:6.2f} ms   p95 {high:6.2f} ms   x{median / usual:.1f}", flush=True)


def _serving(html: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=html, content_type="text/html")


def _journeys(times: int) -> None:
    took: dict[str, list[float]] = {"on": [], "off": []}
    for turn in range(times):
        for which in ("on", "off") if turn % 2 else ("off", "on"):
            took[which].append(_walk(detector=which == "on"))
    if times:
        on, off = (statistics.median(took[which]) for which in ("on", "off"))
        print(f"checkout, {times} each: on {on:.2f} s, off {off:.2f} s, on / off {on / off:.3f}")


def _walk(*, detector: bool) -> float:
    """Seconds that one checkout took, in a shop and a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        mail = Path(folder, "mail")
        with (
            Service("mail sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(mail)]) as sink,
            Service("shop", ["-m", "cxcheck.demo.shop", "--smtp", sink.address]) as shop,
        ):
            site = [f"Shop={shop.address}", "--cx-inbox", f"maildir:{mail}", "--cx-orders", "test-card"]
            how = [
                "--cx-seed",
                "7",
                "--cx-persona",
                "tom",
                "-k",
                "checkout",
                "--cx-budget",
                "off",
                "--cx-pace",
                "robot",
            ]
            told = ["run", *site, *how, "--cx-record", "off", "--cx-run-dir", "run"]
            code = ("" if detector else _WITHOUT) + _RUN
            done = subprocess.run([sys.executable, "-c", code, *told], cwd=folder, capture_output=True, check=False)
        found = list(Path(folder, "run", "visits").glob("*/events.jsonl"))
        if len(found) != 1:
            raise SystemExit(done.stdout.decode() + done.stderr.decode())
        times = [json.loads(line)["t_ms"] for line in found[0].read_text(encoding="utf-8").splitlines()]
    return (max(times) - min(times)) / 1000


_WITHOUT = """
from cxcheck.record import probes
probes.ORDER = tuple(name for name in probes.ORDER if name != "overlays")
"""
_RUN = """
from cxcheck.cli import main
raise SystemExit(main())
"""


if __name__ == "__main__":
    main()

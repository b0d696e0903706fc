"""How true the vitals are: pages built to have known ones, against what was measured of them.

    python tests/benchmarks/vitals.py [rounds]

The pages and their truths are those of the tests (``tests/browser/known_vitals.py``): what the server held back, when
a script drew something, how long it held the processor, what a shift works out to. The browser needs a frame or two
more to show what was drawn, and rounds INP to 8 ms. Printed are medians over the rounds, the error (measured minus
known) as median and range, and in how many rounds the vital was as the tests want it. Never asserted anywhere.
"""

from __future__ import annotations

import statistics
import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from cxcheck.model.persona import BrowserTraits, Hands, Persona
from cxcheck.model.site import Site
from cxcheck.record import browser as browsers

sys.path.insert(0, str(Path(__file__).parent.parent / "browser"))

import known_vitals

from conftest import Recorded, TruthServer

DESKTOP = Persona(key="desktop", title="Somebody at a desk", browser=BrowserTraits(device="Desktop Chrome"))
PHONE = Persona(
    key="phone", title="Somebody on a bus", browser=BrowserTraits(device="Pixel 7"), hands=Hands(input="touch")
)
VISITS = ((known_vitals.documents, DESKTOP), (known_vitals.phone, PHONE), (known_vitals.routes, DESKTOP))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[tuple[known_vitals.Truth, float | None]]] = defaultdict(list)
    server = TruthServer()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browsers.find())
            for _ in range(rounds):
                for walk, persona in VISITS:
                    for truth, measured in visit(playwright, browser, server, walk, persona):
                        found[truth.what].append((truth, measured))
            print(f"{rounds} rounds, Chromium {browser.version}; lab, n = {rounds}")
            browser.close()
    finally:
        server.stop()
    show(found)


def visit(playwright: Playwright, browser: Browser, server: TruthServer, walk, persona: Persona):
    """The truths of one visit, with what was measured."""
    site = Site(name="truth", base_url=server.base)
    recorded = Recorded(browser, browser.new_context, playwright.devices, persona, site)
    truths = walk(recorded, server)
    recorded.context.close()
    return [(truth, truth.read(recorded)) for truth in truths]


def show(found) -> None:
    print(f"{'':<46}{'known':>10}{'measured':>10}{'error':>9}  {'range':<18}held")
    for what, rows in found.items():
        pairs = [(truth, measured) for truth, measured in rows if measured is not None]
        held = sum(truth.holds(measured) for truth, measured in pairs)
        if not pairs:
            print(f"{what:<46}{'not measured':>20}")
            continue
        of_shifts = pairs[0][1] < 1
        digits = 4 if of_shifts else 0
        errors = [measured - truth.known for truth, measured in pairs]
        known, measured, error = (
            statistics.median(column) for column in ([t.known for t, _ in pairs], [value for _, value in pairs], errors)
        )
        print(
            f"{what:<46}{known:>10.{digits}f}{measured:>10.{digits}f}{error:>+9.{digits}f}  "
            f"{f'{min(errors):+.{digits}f} … {max(errors):+.{digits}f}':<18}{held} of {len(rows)}"
        )


if __name__ == "__main__":
    main()

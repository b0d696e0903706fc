"""Whether the cases still are what the definitions say, seen without any detector.

    python tests/benchmarks/popups/truth.py WORK [part of an id] [--pictures FOLDER]

Each pop-up must be there and be closed by what the truth names; a look-alike must show. Whether it blocks is measured
on a grid of 12 × 8 points: at most a quarter may still reach the page. What differs is printed; the exit status is 1
then. Closed shadow roots are opened for this, by a script before the page's first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from moment import act, context_options, launch
from playwright.sync_api import Error, Locator, Page, sync_playwright
from server import Case, Site, cases

LATE_MS = 4000  # what is not there yet on a busy machine has this much more
REACHED_RATIO = 0.25  # as the benchmark's rule has it
OPEN_ROOTS = """
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
"""
GRID = """() => {
  const found = [];
  for (let column = 0; column < 12; column++)
    for (let row = 0; row < 8; row++) {
      const hit = document.elementFromPoint((column + 0.5) * innerWidth / 12, (row + 0.5) * innerHeight / 8);
      found.push(!hit ? 'none' : hit.closest('.vb') ? 'page' : hit.matches('html, body') ? 'root' : 'other');
    }
  return found;
}"""


def main() -> int:
    told = argparse.ArgumentParser()
    told.add_argument("work", type=Path)
    told.add_argument("part", nargs="?", default="")
    told.add_argument("--pictures", type=Path)
    given = told.parse_args()
    wrong = 0
    with Site(given.work) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for case in cases():
            if given.part in case["id"]:
                context = browser.new_context(**context_options(case))
                context.add_init_script(OPEN_ROOTS)
                differs = differences(context.new_page(), case, f"{site.address}/case/{case['id']}", given.pictures)
                context.close()
                wrong += bool(differs)
                print("\n   ".join([case["id"], *differs]) if differs else f"{case['id']} holds")
        browser.close()
    return 1 if wrong else 0


def differences(page: Page, case: Case, address: str, pictures: Path | None) -> list[str]:
    """What is not as the truth says, in words."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.context.on("page", lambda _: asked.append("new-window"))
    page.goto(address, wait_until="load")
    before = page.evaluate(GRID)
    act(page, case)
    if case["native"]:
        return [] if asked == [case["native"]] * case["count"] else [f"asked by the browser: {asked}"]
    wanted = [popup["selector"] for popup in case["pops"]]
    if not all(showing(page.locator(selector)) for selector in [*wanted, *case["checks"]]):
        page.wait_for_timeout(LATE_MS)
    now = page.evaluate(GRID)
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=pictures / f"{case['id']}.png")
    reached = sum(at == "page" or at == was == "root" for at, was in zip(now, before, strict=True)) / len(now)
    differs = [f"{sign} does not show" for sign in case["checks"] if not showing(page.locator(sign))]
    differs += [
        f"{popup['selector']} is not there" for popup in case["pops"] if not showing(page.locator(popup["selector"]))
    ]
    if case["pops"] and (reached <= REACHED_RATIO) != bool(case["blocking"]):
        differs.append(f"{reached:.0%} of the page is reached")
    for popup in reversed(case["pops"]):
        differs += closed(page, popup)
    return differs


def closed(page: Page, popup: dict[str, Any]) -> list[str]:
    """Close a pop-up the way its truth says, and look whether it went."""
    way = popup["dismiss"]
    try:
        match way["how"]:
            case "click" if way["selector"] == "frame":
                page.frames[-1].click("button", timeout=3000)
            case "click":
                showing(page.locator(way["selector"]))[0].click(timeout=3000)
            case "key":
                page.keyboard.press(way["key"])
            case "backdrop":
                size = page.viewport_size or {"width": 0, "height": 0}
                page.mouse.click(size["width"] * way["at"][0], size["height"] * way["at"][1])
            case _:
                return []
    except (Error, IndexError) as problem:
        return [f"cannot be closed: {str(problem).splitlines()[0]}"]
    number = len(showing(page.locator(popup["selector"].split(" >> nth")[0])))
    page.wait_for_timeout(1200)
    left = len(showing(page.locator(popup["selector"].split(" >> nth")[0])))
    return [f"{popup['selector']} stays"] if left and left >= number else []


def showing(found: Locator) -> list[Locator]:
    """Those that are to be seen within the window."""
    size = found.page.viewport_size or {"width": 0, "height": 0}
    seen = []
    for one in found.all():
        try:
            box = one.bounding_box(timeout=500) if one.is_visible() else None
        except Error:  # it went while it was looked at
            continue
        if box and -box["width"] < box["x"] < size["width"] and -box["height"] < box["y"] < size["height"]:
            seen.append(one)
    return seen


if __name__ == "__main__":
    sys.exit(main())

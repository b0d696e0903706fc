"""How many of these pop-ups a customer is rid of by themselves: the cases of this folder for ``popup_closing.py``.

    python tests/benchmarks/popups/closing.py WORK [--half open|held|third] [--part of-an-id]

Cases that nobody can close, or that go by themselves, are left out. Of the open half also those that stay are named.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from moment import act, context_options, launch
from playwright.sync_api import Error, Page, sync_playwright
from server import Case, Site, cases, opaque

sys.path.insert(0, str(Path(__file__).parents[1]))
import popup_closing

# Within shadow trees that a plain selector does not reach, the element they hang on.
HOSTS = {
    *("sl-dialog", "sl-drawer", "ion-toast", "cookie-consent-banner", "nl-host"),
    *("cz-host", "md-dialog", "mdui-dialog", "ui5-dialog", "vaadin-dialog", "vaadin-notification-card"),
}


def main() -> None:
    told = argparse.ArgumentParser()
    told.add_argument("work", type=Path)
    told.add_argument("--half", choices=["open", "held", "third"], default="open")
    told.add_argument("--part", default="")
    given = told.parse_args()
    asked = [case for case in map(as_benchmark, cases()) if case["half"] == given.half and given.part in case["id"]]
    closable = [
        case for case in asked if case["popups"] and case["dismiss"]["how"] not in popup_closing.NOT_FOR_MANNERS
    ]
    drive = SimpleNamespace(context_args=context_options, open_case=open_case)
    results = []
    with Site(given.work) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for case in closable:
            try:
                results.append(popup_closing.judged(browser, case, drive, site.address))
            except Error as problem:
                results.append(
                    {"id": case["id"], "closed": False, "wrong": [], "error": problem.message.splitlines()[0]}
                )
            if given.half == "open" and not results[-1]["closed"]:
                print(results[-1], flush=True)
        browser.close()
    closed, wrong = (sum(bool(one[name]) for one in results) for name in ("closed", "wrong"))
    print(f"{given.half}: {closed}/{len(results)} closed, {wrong} by a wrong button")


def as_benchmark(case: Case) -> dict[str, Any]:
    """The case with the names that ``popup_closing.py`` knows, and selectors without Playwright's own parts."""
    popups = [{**popup, "selector": plain(popup["selector"]), "dismiss": way(popup)} for popup in case["pops"]]
    return {
        **case,
        "popups": popups,
        "user_initiated": case["user"],
        "dismiss": popups[0]["dismiss"] if popups else None,
    }


def way(popup: dict[str, Any]) -> dict[str, Any]:
    """How it is closed; of a button the selector without a place."""
    given = popup["dismiss"]
    return {**given, "selector": given["selector"].split(" >> ")[0]} if given.get("selector") else given


def plain(selector: str | None) -> str | None:
    """A selector of CSS alone that the page's own search finds."""
    first, *rest = (selector or "").split(" >> ")[0].split(" ")
    return selector and (first if first in HOSTS or rest == ["[part=panel]"] else " ".join([first, *rest]))


def open_case(page: Page, case: Case, base: str) -> None:
    """Bring the page to its moment, as for a detector."""
    page.goto(f"{base}/case/{opaque(case['id'])}", wait_until="load")
    act(page, case)


if __name__ == "__main__":
    main()

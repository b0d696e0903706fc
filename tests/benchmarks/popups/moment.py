"""Bring a page to the moment that a case is about: by its trigger alone, never by its truth."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright
from server import Case

DESK = (1280, 800)
CHROMIUM = "/usr/bin/chromium"


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium (or $CHROMIUM), else Playwright's own."""
    program = os.environ.get("CHROMIUM", CHROMIUM)
    given = {"executable_path": program} if Path(program).exists() else {}
    return playwright.chromium.launch(args=["--no-sandbox", "--disable-gpu"], **given)


def context_options(case: Case) -> dict[str, Any]:
    """The window and the browser's name that the case asks for."""
    width, height = case.get("viewport") or DESK
    options: dict[str, Any] = {"viewport": {"width": width, "height": height}}
    return options | ({"user_agent": case["ua"]} if case.get("ua") else {})


def act(page: Page, case: Case) -> None:
    """What the visitor does, if the case needs it, and the time it takes to show."""
    trigger = case["trigger"]
    page.wait_for_timeout(400)
    match trigger["type"]:
        case "scroll":
            page.mouse.move(300, 400)
            for _ in range(6):
                page.mouse.wheel(0, trigger["y"] / 6 + 10)
                page.wait_for_timeout(60)
        case "exit-intent":
            page.wait_for_timeout(400)
            page.mouse.move(600, 300)
            page.mouse.move(620, 60, steps=4)
            # Headless windows have no outside to leave to: the event is the page's only notice of it.
            page.evaluate(
                "() => { for (const place of [document, document.documentElement])"
                " place.dispatchEvent(new MouseEvent('mouseleave', {clientX: 630, clientY: -5, relatedTarget: null})) }"
            )
        case "click":
            page.click(trigger["selector"], timeout=5000, no_wait_after=True)
        case "hover":
            page.hover(trigger["selector"], timeout=5000)
        case "type":
            page.click(trigger["selector"], timeout=5000)
            page.keyboard.type(trigger["text"], delay=30)
    page.wait_for_timeout(case["look"])

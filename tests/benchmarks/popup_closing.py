"""How many pop-ups of real libraries the customer is rid of by themselves, and by which buttons.

    python tests/benchmarks/popup_closing.py <benchmark folder> [case …]

The folder holds ``cases.json`` (the truth), ``serve.py`` and ``drive.py``. A case counts as closed when nothing of its
``selector`` is to be seen any more. A button is wrong when it agrees to something, sends a form or leads away: by the
words below, which are not those of the lexicon, unless it is the case's own way out and there is no refusal.
"""

from __future__ import annotations

import json
import re
import socket
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from cxcheck.customer.hands import Hands
from cxcheck.customer.manners import Manners
from cxcheck.customer.pace import Dwell
from cxcheck.model.artifact import Outcome
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Persona
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets

NOT_FOR_MANNERS = {"native", "none", "auto"}  # nothing lies over the page, or nothing can be done, or it goes by itself
AGREES = re.compile(
    r"accept|agree|allow|that.s ok|subscribe|sign|join|buy|book|claim|send|submit|\byes\b|take|\bget\b|try|install|"
    r"continue|view|open",
    re.IGNORECASE,
)
REFUSES = re.compile(r"reject|decline|deny|refuse|only|without", re.IGNORECASE)
PRESSES = """() => { window.__pressed = []; addEventListener('click', (event) => {
  const path = event.composedPath().filter((node) => node.nodeType === 1);
  const control = path.find((node) => node.matches('a,button,[role=button],input'));
  const is = (node, selector) => { try { return node.matches(selector.split(' ').at(-1)); } catch { return false; } };
  const own = (window.__dismiss || '-').split(',');
  if (control) window.__pressed.push({
    name: (control.ariaLabel || control.innerText || control.value || '').trim().slice(0, 60),
    own: path.some((node) => own.some((selector) => is(node, selector))),
  });
}, true); }"""


class Journal(list):
    """Events, and pictures that nobody looks at."""

    def save(self, name: str, _content: bytes) -> str:
        return name


def judged(browser, case: dict, drive, base: str) -> dict:
    """What became of one case."""
    persona = Persona(key="benchmark", title="Somebody with a mouse")
    events = Journal()
    recorder = VisitRecorder(browser, persona, None, Secrets(), events.append, events.save)
    context = browser.new_context(**drive.context_args(case))
    page = context.new_page()
    try:
        recorder.begin(page)
        context.add_init_script(f"({PRESSES})()")
        drive.open_case(page, case, base)
        own = [popup["dismiss"].get("selector") for popup in case["popups"]]
        for frame in page.frames:
            frame.evaluate("(own) => { window.__pressed = []; window.__dismiss = own; }", ",".join(filter(None, own)))
        before = [_is_seen(page, popup["selector"]) for popup in case["popups"]]
        dwell = Dwell(persona.hands, Pace.ROBOT)
        manners = Manners(persona, Hands(persona.hands, dwell), dwell, recorder)
        manners.clear_the_way(page, stuck=case["user_initiated"])
        page.wait_for_timeout(700)
        left = [popup["selector"] for popup in case["popups"] if _is_seen(page, popup["selector"])]
        pressed = [one for frame in page.frames for one in frame.evaluate("window.__pressed ?? []")]
        offered = [str(name) for event in events if event.kind == "popup/appeared" for name in event.data["controls"]]
        reject = any(map(REFUSES.search, offered))
        wrong = [
            one
            for one in pressed
            if AGREES.search(one["name"]) and not REFUSES.search(one["name"]) and not (one["own"] and not reject)
        ]
        seen = [e.data for e in events if e.kind == "popup/appeared"]
        tried = [(e.data["way"], e.data["control"]) for e in events if e.kind == "popup/closing"]
        return {
            "id": case["id"],
            "there": all(before),
            "closed": not left,
            "wrong": wrong,
            "tried": tried,
            "seen": len(seen),
            "asked": [one["asked_for"] for one in seen],
            "pressed": pressed,
        }
    finally:
        recorder.end(page, Outcome.FINISHED)
        context.close()


def _is_seen(page, selector: str) -> bool:
    return bool(
        page.evaluate(
            """(selector) => [...document.querySelectorAll(selector)].some((element) => {
      const all = [element, ...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
      return all.some((one) => { const { width, height, right, bottom, left, top } = one.getBoundingClientRect();
        return width > 1 && height > 1 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
          && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }); });
    })""",
            selector,
        )
    )


def _free_ports() -> list[int]:
    """Two that nobody has."""
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def main(folder: Path, only: list[str]) -> None:
    """Print each case that stays, and the shares."""
    sys.path.insert(0, str(folder))
    import drive
    import serve

    ports = _free_ports()
    serve.start(*ports)
    base = f"http://127.0.0.1:{ports[0]}"
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    closable = [case for case in cases if case["is_popup"] and case["dismiss"]["how"] not in NOT_FOR_MANNERS]
    results = []
    with sync_playwright() as playwright:
        browser = drive.launch(playwright)
        for case in closable:
            if only and case["id"] not in only:
                continue
            try:
                result = judged(browser, case, drive, base)
            except Exception as error:  # noqa: BLE001
                result = {"id": case["id"], "closed": False, "wrong": [], "tried": [], "error": str(error)[:200]}
            results.append(result)
            if only or not result["closed"] or result["wrong"]:
                print(json.dumps(result, ensure_ascii=False), flush=True)
        browser.close()
    closed, wrong = (sum(bool(one[name]) for one in results) for name in ("closed", "wrong"))
    print(f"{closed}/{len(results)} closed ({closed / max(1, len(results)):.3f}), {wrong} by a wrong button")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

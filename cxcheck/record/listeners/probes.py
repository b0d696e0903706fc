"""The bindings through which the probes report. A page could call them too: nothing it says is trusted.

There are two. Playwright answers each call of its own into the page, which takes the page's time and counts as a press
there; the DevTools protocol's does not. It is not in frames that run in a process of their own, nor in other browsers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, CDPSession

from cxcheck.record.listeners import shadows
from cxcheck.record.probes import KINDS, script

if TYPE_CHECKING:
    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.pages import Pages

_PLAYWRIGHTS = "__cxcheckSend"
_PROTOCOLS = "__cxcheckTell"
_LONGEST = 200_000  # characters of one report; a probe's is far below
Receive = Callable[[dict[str, Any], object], None]
_SECRET = "secret/typed"  # noqa: S105
_RECEIVERS: WeakKeyDictionary[BrowserContext, list[Receive]] = WeakKeyDictionary()
_ANOTHER_CLOCK_MS = 600_000  # our choice: no report is that late
_SET_CLOCK = "the page’s clock was set to another time"  # Playwright's page.clock does, and so tests do
_STAMPS = ("until", "shown", "origin", "began")  # further stamps in a report's data, turned into visit time


class Probes:
    """Installs the probes and writes down what they report."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._sessions: dict[int, CDPSession] = {}  # page -> its session

    def listen(self, context: BrowserContext, pages: Pages) -> Callable[[], None]:
        """In every document of the context, through Playwright, until the end is called.

        A context may outlive a visit and be listened to in the next one: its binding stays.
        """

        def receive(source: dict[str, Any], payload: object) -> None:
            number, page = pages.number(source["page"]), source["page"]
            if shadows.MET in str(payload) and source["frame"] == page.main_frame and number in self._sessions:
                shadows.enter(self._sessions[number])
            self._receive(payload, number)

        if context in _RECEIVERS:
            _RECEIVERS[context][:] = [receive]
            return _RECEIVERS[context].clear
        receivers = _RECEIVERS[context] = [receive]

        def deliver(source: dict[str, Any], payload: object) -> None:
            for one in receivers:
                one(source, payload)

        context.expose_binding(_PLAYWRIGHTS, deliver)
        context.add_init_script(script())
        return receivers.clear

    def listen_to(self, session: CDPSession, number: int) -> None:
        """In the page of that number, through the protocol."""

        def called(event: dict[str, Any]) -> None:
            if event["name"] == _PROTOCOLS:
                if shadows.MET in event["payload"]:
                    shadows.enter(session, event["executionContextId"])
                self._receive(event["payload"], number)

        self._sessions.setdefault(number, session)
        session.on("Runtime.bindingCalled", called)
        session.send("Runtime.addBinding", {"name": _PROTOCOLS})

    def _receive(self, payload: object, page: int) -> None:
        clock = self._journal.clock
        for kind, stamp, data in _read(payload):
            if kind == shadows.MET:
                continue
            if kind == _SECRET:
                self._journal.secrets.add_typed(str(data.get("value", "")))
                continue
            for name in _STAMPS:
                if name in data:
                    data[f"{name}_ms"] = round(clock.from_browser_ms(data.pop(name)), 1)
            if abs(clock.from_browser_ms(stamp) - clock.now_ms()) < _ANOTHER_CLOCK_MS:
                self._journal.add(kind, data, t_ms=clock.from_browser_ms(stamp), page=page)
            else:
                self._journal.heard(kind, data, page=page)
                self._journal.heard("probe/unsupported", {"probe": "clock", "reason": _SET_CLOCK}, page=page)


def are_in(context: BrowserContext) -> bool:
    """Whether the context has the probes from an earlier visit."""
    return context in _RECEIVERS


def _read(payload: object) -> list[tuple[str, float, dict[str, Any]]]:
    """The well-formed reports in a message, the others left out."""
    if not isinstance(payload, str) or len(payload) > _LONGEST:
        return []
    try:
        reports = json.loads(payload)
    except ValueError:
        return []
    good = []
    for report in reports if isinstance(reports, list) else []:
        if not isinstance(report, dict):
            continue
        kind, stamp, data = report.get("kind"), report.get("stamp"), report.get("data")
        if (
            kind in KINDS
            and isinstance(stamp, int | float)
            and math.isfinite(stamp)
            and isinstance(data, dict)
            and all(isinstance(data.get(name, 0), int | float) for name in _STAMPS)
        ):
            good.append((kind, float(stamp), data))
    return good

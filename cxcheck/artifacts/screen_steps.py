"""The steps of a visit that names none, such as an ordinary test's: one for each screen that the customer is at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from cxcheck.model.artifact import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

BEFORE = "Before the test"
WHOLE = "The whole test"
_SCREENS = {"screen/document", "screen/route", "screen/kept"}
_LONGEST_PATH = 60  # our choice: characters of an address that a heading can hold


def by_screen(events: Sequence[Event], end_ms: float, *, finished: bool) -> tuple[Step, ...]:
    """The steps in order. What was done while the test was set up is one step, whatever it came to.

    A step begins where another address is shown, or where the customer turns to a page that shows another one; query
    and fragment make no other address. ``finished`` is said of the last step.
    """
    ordered = sorted(events, key=lambda event: (event.t_ms, event.seq))
    end_ms = next((event.t_ms for event in ordered if event.kind == "test/ended"), end_ms)
    tested_ms = next((event.t_ms for event in ordered if event.kind == "test/began"), None)
    until_ms = end_ms if tested_ms is None else tested_ms
    begins = [(0.0, BEFORE)] if any(_is_seen(event) and event.t_ms < until_ms for event in ordered) else []
    if tested_ms is not None or not begins:
        begins += _begins(ordered, until_ms)
    starts = [0.0, *(start_ms for start_ms, _ in begins[1:])]
    return tuple(
        Step(index=index, title=title, start_ms=start_ms, end_ms=stop_ms, finished=finished or index < len(begins))
        for index, ((_, title), start_ms, stop_ms) in enumerate(
            zip(begins, starts, [*starts[1:], end_ms], strict=True), start=1
        )
    )


def _begins(ordered: Sequence[Event], tested_ms: float) -> list[tuple[float, str]]:
    """When each step of the test begins, and what it is called."""
    called = _titles(ordered)
    begins: list[tuple[float, str]] = []
    shown: dict[int, str] = {}  # page -> its address
    for event in ordered:
        if event.kind in _SCREENS:
            shown[event.page] = _address(event)
        if not _is_seen(event) or event.page not in shown or event.t_ms < tested_ms:
            continue
        address = shown[event.page]
        if not begins or begins[-1][1] != address:
            begins.append((event.t_ms if begins else tested_ms, address))
    return [(start_ms, called[address]) for start_ms, address in begins] or [(tested_ms, WHOLE)]


def _titles(ordered: Sequence[Event]) -> dict[str, str]:
    """What each address is called: by its page's title, or by its path where the title does not tell it apart."""
    titles: dict[str, str] = {}
    for event in ordered:
        if event.kind in _SCREENS:
            titles[_address(event)] = str(event.data["title"]).strip() or titles.get(_address(event), "")
    shared = Counter(titles.values())
    return {
        address: title if title and shared[title] == 1 else _path(address, title) for address, title in titles.items()
    }


def _path(address: str, title: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        return title or f"A page of the test’s own ({parts.scheme}:)"
    path = unquote(parts.path) or "/"
    return path if len(path) <= _LONGEST_PATH else "…" + path[1 - _LONGEST_PATH :]


def _address(event: Event) -> str:
    return str(event.data["url"]).partition("#")[0].partition("?")[0]


def _is_seen(event: Event) -> bool:
    """Something that happens on a screen; one that is kept from before the visit only stands there."""
    return (event.kind in _SCREENS and event.kind != "screen/kept") or event.kind.startswith("gesture/")

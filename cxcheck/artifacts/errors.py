"""Errors the page ran into: uncaught ones of its scripts, answers with an error status, requests that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cxcheck.model.page import PageError, PageErrors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

_FIRST_ERROR_STATUS = 400
# Requests that the page or the customer gave up, or that the browser was told not to make.
_NOT_FAILED = {"net::ERR_ABORTED", "net::ERR_BLOCKED_BY_CLIENT"}
_SHORT = 3  # letters of a second-level public suffix: co.uk, com.mx, org.au


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> PageErrors:
    """In order of happening."""
    found = []
    for event in events:
        step = timeline.step_at(event.t_ms)
        if event.kind == "error/script":
            found.append(
                PageError(
                    t_ms=event.t_ms,
                    step=step,
                    page=event.page,
                    kind="script",
                    text=str(event.data["text"]),
                    began_ms=event.t_ms,
                )
            )
        elif event.kind == "request/ended":
            error = _request(event, step, screens)
            if error is not None:
                found.append(error)
    return PageErrors(items=tuple(found))


def _request(event: Event, step: int, screens: Screens) -> PageError | None:
    data = event.data
    status, failure = int(data["status"]), str(data["failure"])
    failed = status == 0 and failure not in {"", *_NOT_FAILED}
    if status < _FIRST_ERROR_STATUS and not failed:
        return None
    seen = [screen.url for screen in screens.items if screen.page == event.page and screen.t_ms <= event.t_ms]
    return PageError(
        t_ms=event.t_ms,
        step=step,
        page=event.page,
        kind="failed" if failed else "http",
        text=f"{failure if failed else status} {data['url']}",
        began_ms=event.t_ms if data["start_ms"] is None else float(data["start_ms"]),
        own=bool(data["is_document"]) or any(of_one_site(str(data["url"]), url) for url in seen[-1:]),
        status=status,
        resource="document" if data["is_document"] else f"{data['resource']}",
    )


def of_one_site(url: str, other: str) -> bool:
    """Whether two addresses belong to one site: the same host, one below the other, or brothers of one domain.

    An approximation that needs no list of public suffixes: ``api.shop.example`` and ``www.shop.example`` are brothers,
    ``shop.co.uk`` and ``ads.co.uk`` are not.
    """
    one, two = ((urlsplit(address).hostname or "").removeprefix("www.") for address in (url, other))
    if one == two or one.endswith(f".{two}") or two.endswith(f".{one}"):
        return True
    domain, domain_two = one.partition(".")[2], two.partition(".")[2]
    name, _, rest = domain.partition(".")
    return domain == domain_two and bool(rest) and len(name) > _SHORT and not rest.rpartition(".")[2].isdigit()

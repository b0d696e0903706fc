"""Closed shadow trees: the browser knows them, and hands them to our probes; the page is told nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

MET = "shadow/met"  # what a probe tells when it has met hosts that may have one
_PROBES = "window[Symbol.for('cxcheck')]"
_ENTER = "function (host, root) { this.enter(host, root); }"
_GROUP = "cxcheck-shadows"


def enter(session: CDPSession, context: int | None = None) -> None:
    """Give the probes of a document the closed roots of the hosts they have met.

    Args:
        session: Of the document's page.
        context: The document's execution context, in which the probes are; None: the page's own document.
    """
    with suppress(Error, KeyError):  # the document went away meanwhile, or has no probes
        probes = _evaluate(session, context, _PROBES)
        hosts = _evaluate(session, context, f"{_PROBES}.hosts()")
        listed = session.send("Runtime.getProperties", {"objectId": hosts, "ownProperties": True})["result"]
        for one in listed:
            host = one.get("value", {}).get("objectId") if one["name"].isdigit() else None
            if host is not None:
                _enter(session, context, probes, host)
        session.send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})


def _evaluate(session: CDPSession, context: int | None, expression: str) -> str:
    asked = {"expression": expression, "objectGroup": _GROUP} | _within(context, "contextId")
    return str(session.send("Runtime.evaluate", asked)["result"]["objectId"])


def _within(context: int | None, name: str) -> dict[str, int]:
    return {} if context is None else {name: context}


def _enter(session: CDPSession, context: int | None, probes: str, host: str) -> None:
    node = session.send("DOM.describeNode", {"objectId": host})["node"]
    for root in node.get("shadowRoots", ()):
        if root.get("shadowRootType") != "closed":
            continue
        found = {"backendNodeId": root["backendNodeId"], "objectGroup": _GROUP}
        found |= _within(context, "executionContextId")
        inner = session.send("DOM.resolveNode", found)["object"]["objectId"]
        given = [{"objectId": host}, {"objectId": inner}]
        session.send("Runtime.callFunctionOn", {"functionDeclaration": _ENTER, "objectId": probes, "arguments": given})

"""What a failed navigation means, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.errors import CouldNotMeasure, problem

if TYPE_CHECKING:
    from playwright.sync_api import Error

# Chromium's error (or Playwright's word): what it means, what to do. The first that is found counts.
_REASONS = {
    "ERR_CONNECTION_REFUSED": ("nothing answers at this address", "start the site, or correct the port"),
    "ERR_NAME_NOT_RESOLVED": ("this host is not known", "correct the host's name, or see to the network"),
    "ERR_CERT": ("its certificate is not trusted", "mend the certificate, or have this machine trust its authority"),
    "ERR_SSL": ("it does not speak HTTPS as it should", "see to the server's TLS, or use http://"),
    "ERR_UNSAFE_PORT": ("browsers refuse this port", "serve the site on another port"),
    "ERR_": ("the browser could not load it", "open the address in a browser on this machine"),
    "Timeout": ("it did not answer within {seconds:g} s", "see whether the site hangs, or raise answer_within_ms"),
}


def unreachable(address: str, error: Error, within_ms: float) -> CouldNotMeasure:
    """The error to raise for an address that could not be opened."""
    text = str(error)
    where = address.partition("?")[0]
    for mark, (what, todo) in _REASONS.items():
        if mark in text:
            code = text.partition("net::")[2].split()
            said = what.format(seconds=within_ms / 1000) + (f" ({code[0]})" if code else "")
            return CouldNotMeasure(problem(said, where=where, todo=todo))
    return CouldNotMeasure(problem("the page could not be opened", where=where, todo=text.partition("\n")[0][:200]))

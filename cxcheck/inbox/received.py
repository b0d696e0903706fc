"""When the mailbox's own servers took a message over, by the ``Received`` fields that servers wrote on the way.

Each server puts its field above those before it (RFC 5321, 4.4), so the topmost ones are the mailbox's, which can be
trusted; further down stands whatever the sender's side wrote.
"""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BY = re.compile(r"\bby\s+([^\s;()]+)", re.IGNORECASE)
_FROM = re.compile(r"^\s*from\s+([^\s;()]+)", re.IGNORECASE)
_NATIONAL = re.compile(r"\.(?:ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2}$")  # co.uk is nobody's own
_HALF_A_SECOND = 0.5  # the fields have whole seconds, cut off


def handed_over_s(received: Sequence[str]) -> float | None:
    """In wall-clock seconds of the mailbox's servers, to half a second; None where nothing tells.

    From the top, as long as servers of the same owner hand the message on; servers without a full name are the owner's
    too. Where the sender's servers are of that owner as well, it is where the message first came to any of them.
    """
    owner, handed_s = "", None
    for field in received:
        by, come_from = _BY.search(field), _FROM.search(field)
        at = _owner(by[1]) if by else ""
        owner = owner or at
        if at and at != owner:
            break
        with suppress(ValueError, TypeError, OverflowError):
            handed_s = parsedate_to_datetime(field.rpartition(";")[2].strip()).timestamp() + _HALF_A_SECOND
        sender = _owner(come_from[1]) if come_from else ""
        if sender and owner and sender != owner:
            break
    return handed_s


def _owner(host: str) -> str:
    """The part of a host's full name that was registered; empty for an address, and for a name without a dot."""
    name = host.strip("[].,").lower()
    with suppress(ValueError):
        ipaddress.ip_address(name.removeprefix("ipv6:"))
        return ""
    labels = name.split(".")
    if len(labels) == 1 or name.endswith((".local", ".internal", ".localdomain")):
        return ""
    return ".".join(labels[-3 if _NATIONAL.search(name) else -2 :])

"""Secrets out of a trace: by value in every text, and by field where a value is too short to be told from others.

A trace has what was typed three times: in Playwright's calls and their log, in the pages' snapshots, and in what was
sent. All that was typed is masked, whatever it was. Of what went over the line only what snapshots are drawn with is
kept: style sheets, pictures and fonts.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

from cxcheck.redact import MASK

if TYPE_CHECKING:
    from cxcheck.redact import Secrets

_TYPED = {"value", "text", "key", "values", "options", "localPaths", "payloads"}  # arguments of calls that type
_CALLS = re.compile(r"((?:fill|type|press|pressSequentially|insertText|selectOption)\()[^\n]*?(\)?)$", re.MULTILINE)
# Parameters of addresses that are named like a secret; its value may be as short as a card's code.
_NAMED = re.compile(
    r"([?&](?:\w*[_-])?(?:otp|code|cvc|cvv|csc|pin|token|key|pass\w*|pwd|pw|secret|card\w*)=)[^&#\"\s\\]*",
    re.IGNORECASE,
)
_HEADERS = {"cookie", "set-cookie", "authorization", "proxy-authorization", "x-csrf-token", "x-xsrf-token"}
_BUTTONS = {"submit", "button", "reset", "image"}  # their values are words on the page
_DRAWN_WITH = ("text/css", "image/", "font/", "application/font", "application/x-font")


def scrubbed(trace: bytes, secrets: Secrets) -> bytes:
    """The same trace without them.

    Raises:
        ValueError: It cannot be read, or a secret is still in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(trace)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from None
    drawn: set[str] = set()  # files that snapshots are drawn with
    clean = {name: _part(name, data, secrets, drawn) for name, data in parts.items()}
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in clean.items():
            if "/" not in name or name.rpartition("/")[2] in drawn:
                _be_sure(name, data, secrets)
                file.writestr(name, data)
    return new.getvalue()


def _part(name: str, data: bytes, secrets: Secrets, drawn: set[str]) -> bytes:
    if name.endswith((".trace", ".network")):
        lines = (json.loads(line) for line in data.decode().splitlines() if line)
        return "".join(
            _NAMED.sub(rf"\1{MASK}", json.dumps(_line(line, secrets, drawn))) + "\n" for line in lines
        ).encode()
    if name.endswith(".stacks"):
        return secrets.scrub(data.decode()).encode()
    if name.endswith((".css", ".svg")):
        return secrets.scrub(data.decode(errors="replace")).encode()
    return data


def _line(line: dict[str, Any], secrets: Secrets, drawn: set[str]) -> Any:
    """One event of the trace, or one answer from the network."""
    kind = line.get("type")
    if kind == "before":
        line["params"] = _arguments(line.get("params"), masked=str(line.get("method", "")).startswith("evaluate"))
        if "title" in line:
            line["title"] = _uncalled(str(line["title"]))
    elif kind == "after":  # what a script gave back may be anything
        line |= {key: _masked(line[key]) for key in ("result",) if key in line}
        line |= {key: _each_text(line[key], _uncalled) for key in ("error",) if key in line}
    elif kind in {"log", "event", "console", "stdout", "stderr"}:
        line = _each_text(line, _uncalled)
    elif kind == "frame-snapshot":
        line = _fields(line)
        drawn |= {str(one.get("sha1", "")).rpartition("/")[2] for one in line["snapshot"].get("resourceOverrides", ())}
    elif kind == "resource-snapshot":
        _network(line.get("snapshot", {}), drawn)
    return secrets.scrub_tree(line)


def _arguments(params: Any, *, masked: bool) -> Any:
    if not isinstance(params, dict):
        return params
    typed = {"arg", "expression"} if masked else _TYPED
    named = params.get("key") if len(str(params.get("key", ""))) > 1 else None  # Tab, Enter: not what is written
    return {key: _masked(value) if key in typed and value != named else value for key, value in params.items()}


def _uncalled(text: str) -> str:
    """Without what a call names that it types."""
    return _CALLS.sub(rf"\1{MASK}\2", text)


def _masked(value: Any) -> Any:
    """Of the same shape, so that the viewer can read it."""
    return _each_text(value, lambda _: MASK)


def _each_text(value: Any, change: Any, key: str = "") -> Any:
    if isinstance(value, str):
        return value if key in {"type", "callId", "method", "class", "pageId", "messageType"} else change(value)
    if isinstance(value, dict):
        return {name: _each_text(part, change, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_each_text(part, change) for part in value]
    return value


def _fields(node: Any) -> Any:
    """A snapshot: what stands in fields, whichever way it came there."""
    if isinstance(node, list):
        return [_fields(part) for part in node]
    if not isinstance(node, dict):
        return node
    hides = {"__playwright_value_"} | (set() if node.get("type") in _BUTTONS else {"value"})
    return {
        key: MASK if key in hides and isinstance(part, str) and part else _fields(part) for key, part in node.items()
    }


def _network(snapshot: dict[str, Any], drawn: set[str]) -> None:
    request, response = snapshot.get("request", {}), snapshot.get("response", {})
    request.pop("postData", None)
    request["queryString"] = []  # the address has it
    for part in (request, response):
        part["cookies"] = []
        for header in part.get("headers", ()):
            if str(header.get("name", "")).lower() in _HEADERS:
                header["value"] = MASK
    content = response.get("content", {})
    if str(content.get("mimeType", "")).startswith(_DRAWN_WITH):
        # By its path, or in traces of older versions by its name.
        drawn.add(str(content.get("_file", content.get("_sha1", ""))).rpartition("/")[2])


def _be_sure(name: str, data: bytes, secrets: Secrets) -> None:
    text = data.decode(errors="replace")
    if secrets.scrub(text) != text:
        raise ValueError(f"a secret would have been left in {name}")

"""A small server that takes mail by SMTP and answers as Mailpit's HTTP interface is documented to.

Not Mailpit: a program written in Go, which no package of Python's or Debian's brings. What it does alike: newest first,
addresses found by any part of them, case aside, whom no field names put into Bcc, milliseconds in ``Created``.
"""

import email
import email.policy
import json
import re
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import getaddresses
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller


class _Store:
    def __init__(self) -> None:
        self.kept: list[tuple[dict, bytes]] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        raw = envelope.original_content
        head = email.message_from_bytes(raw, policy=email.policy.compat32)
        named = {field: _who(head, field) for field in ("To", "Cc", "Bcc")}
        known = {one["Address"].lower() for ones in named.values() for one in ones}
        named["Bcc"] += [{"Name": "", "Address": to} for to in envelope.rcpt_tos if to.lower() not in known]
        created = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        about = {"ID": uuid.uuid4().hex, "Created": created, "Subject": str(head["Subject"]), "Size": len(raw)}
        self.kept.append((about | named, raw))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _who(head, field: str) -> list[dict]:
    return [{"Name": name, "Address": address} for name, address in getaddresses(head.get_all(field, []))]


@contextmanager
def stand_in(credentials: str = "") -> Iterator[tuple[str, tuple[str, int]]]:
    """Its HTTP address, and host and port of its SMTP server. ``credentials``: the ``Authorization`` it wants."""
    store = _Store()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if credentials and self.headers["Authorization"] != credentials:
                self._answer(401, b"Unauthorised")
                return
            parts = urlsplit(self.path)
            asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
            newest = list(reversed(store.kept))
            path = parts.path.removeprefix("/api/v1/")
            if path == "info":
                self._json({"Version": "v1.0.0", "Messages": len(newest)})
            elif path == "messages":
                self._json({"messages": [about for about, _ in newest][: int(asked["limit"])]})
            elif path == "search":
                part = re.fullmatch(r'addressed:"(.+)"', asked["query"])[1].lower()
                named = [about for about, _ in newest if part in json.dumps(about).lower()]
                self._json({"messages": named[: int(asked["limit"])], "messages_count": len(named)})
            elif found := [raw for about, raw in newest if path == f"message/{about['ID']}/raw"]:
                self._answer(200, found[0])
            else:
                self._answer(404, b"404 page not found")

        def _json(self, value: dict) -> None:
            self._answer(200, json.dumps(value).encode())

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        smtp = Controller(store, hostname="127.0.0.1", port=free_port())
        smtp.start()
        try:
            port = smtp.server.sockets[0].getsockname()[1]
            yield f"http://127.0.0.1:{http.server_address[1]}", ("127.0.0.1", port)
        finally:
            smtp.stop()
            http.shutdown()

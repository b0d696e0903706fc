"""Serves what a test sets, after the delay that a test asks for. A process of its own: it shares no clock with us.

PUT /path sets a page; ``?ms=600`` on any address delays its answer;
``/bytes?n=…`` is that long; ``/hits/path`` counts; ``/arrivals/path`` tells when it was asked for, in ms.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGES: dict[str, dict] = {}
HITS: Counter[str] = Counter()
ARRIVALS: defaultdict[str, list[float]] = defaultdict(list)


class Truth(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_PUT(self):
        PAGES[self.path] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(204, b"", {})

    def do_GET(self):
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        arrived_ms = time.monotonic() * 1000
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        time.sleep(float(query.get("ms", ["0"])[0]) / 1000)
        if parts.path.startswith("/hits/"):
            body = str(HITS[parts.path.removeprefix("/hits")]).encode()
            return self._answer(200, body, {"Content-Type": "text/plain"})
        if parts.path.startswith("/arrivals/"):
            body = json.dumps(ARRIVALS[parts.path.removeprefix("/arrivals")]).encode()
            return self._answer(200, body, {"Content-Type": "application/json"})
        HITS[parts.path] += 1
        ARRIVALS[parts.path].append(arrived_ms)
        if parts.path == "/bytes":
            return self._answer(200, b"x" * int(query["n"][0]), {"Content-Type": "text/plain"})
        if parts.path == "/slow":
            return self._answer(200, b"slow", {"Content-Type": "text/plain"})
        if parts.path == "/favicon.ico":
            return self._answer(204, b"", {})
        page = PAGES.get(parts.path) or {"status": 404, "body": "not here", "headers": {}}
        return self._answer(page["status"], page["body"].encode(), page["headers"])

    do_POST = do_GET  # noqa: N815 - http.server names it

    def _answer(self, status, body, headers):
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Truth)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()

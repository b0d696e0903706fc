"""Serves what a test sets, after the delay that a test asks for. A process of its own: it shares no clock with us.

PUT /path sets a page; ``?ms=600`` on any address delays its answer;
``/hop?n=3&to=…`` redirects three times and then there, each after the delay; ``/file`` is to be saved;
``/bytes?n=…`` is that long; ``/hits/path`` counts; ``/arrivals/path`` tells when it was asked for, in ms;
``/answered/path`` when it was last answered, in ms since the epoch.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

PAGES: dict[str, dict] = {}
HITS: Counter[str] = Counter()
ARRIVALS: defaultdict[str, list[float]] = defaultdict(list)
ANSWERED: defaultdict[str, float] = defaultdict(float)
TOLD = {"hits": HITS, "arrivals": ARRIVALS, "answered": ANSWERED}
PLAIN = {"Content-Type": "text/plain"}
FILE = {"Content-Type": "text/csv", "Content-Disposition": 'attachment; filename="orders.csv"'}


def _page(path, query):
    if path == "/bytes":
        return {"status": 200, "body": "x" * int(query["n"][0]), "headers": PLAIN}
    ours = {
        "/slow": {"status": 200, "body": "slow", "headers": PLAIN},
        "/file": {"status": 200, "body": "order,total\n", "headers": FILE},
        "/favicon.ico": {"status": 204, "body": "", "headers": {}},
    }
    return ours.get(path) or PAGES.get(path) or {"status": 404, "body": "not here", "headers": {}}


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
        ms = float(query.get("ms", ["0"])[0])
        time.sleep(ms / 1000)
        asked, _, about = parts.path[1:].partition("/")
        if asked in TOLD:
            return self._answer(200, json.dumps(TOLD[asked][f"/{about}"]).encode(), PLAIN)
        HITS[parts.path] += 1
        ARRIVALS[parts.path].append(arrived_ms)
        ANSWERED[parts.path] = time.time() * 1000
        if parts.path == "/hop":
            left, to = int(query["n"][0]) - 1, query["to"][0]
            next_hop = f"/hop?n={left}&ms={ms}&to={quote(to, safe='')}" if left else to
            return self._answer(302, b"", {"Location": next_hop})
        page = _page(parts.path, query)
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

"""What the plugin's tests share: a small site without a shop, and journeys that do little."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

LOOK = """
from cxcheck import Customer, journey

@journey("Look around", goal="See what there is")
def look_around(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")
"""


class _Pages(BaseHTTPRequestHandler):
    """Serves ``server.pages``: path -> HTML, or (status, headers, body)."""

    def do_GET(self) -> None:
        found = self.server.pages.get(self.path.partition("?")[0], (404, {}, "<title>Not here</title>Not here"))
        status, headers, body = (200, {}, found) if isinstance(found, str) else found
        raw = body.encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        pass


def _serving():
    """Serve pages; gives the address."""
    servers = []

    def start(pages: dict) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
        server.pages = pages
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


serve = pytest.fixture(_serving)
serve_once = pytest.fixture(_serving, scope="module")


@pytest.fixture
def look() -> dict[str, str]:
    """A project with one small journey."""
    return {"journeys/look.py": LOOK}

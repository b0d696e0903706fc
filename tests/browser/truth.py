"""The truth server, started and spoken to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener


class TruthServer:
    """``page()`` sets what an address answers; ``base`` is one host, ``other`` the same server as another host."""

    def __init__(self) -> None:
        program = Path(__file__).with_name("truth_server.py")
        self._process = subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True)
        port = int(self._process.stdout.readline())
        self.base = f"http://127.0.0.1:{port}"
        self.other = f"http://localhost:{port}"
        self._ask = build_opener(ProxyHandler({})).open

    def page(self, path, body, *, title="A page", head="", lang="en", headers=None, status=200):
        """Set a page and return its address. ``body`` is put into a small document that names no styles."""
        text = f"<!doctype html><html lang={lang}><head><title>{title}</title>{head}</head><body>{body}</body></html>"
        return self.put(path, text, headers=headers, status=status)

    def put(self, path, body, *, headers=None, status=200):
        """Set any answer and return its address."""
        data = json.dumps({"body": body, "headers": headers or {}, "status": status}).encode()
        self._ask(Request(self.base + path, data=data, method="PUT")).close()
        return self.base + path

    def hits(self, path) -> int:
        """How often an address was asked for so far."""
        with self._ask(f"{self.base}/hits{path}") as answer:
            return int(answer.read())

    def arrivals(self, path) -> list[float]:
        """When an address was asked for, by the server's own clock, in milliseconds."""
        with self._ask(f"{self.base}/arrivals{path}") as answer:
            return json.loads(answer.read())

    def answered_ms(self, path) -> float:
        """When an address was last answered, in milliseconds since the epoch by the server's clock."""
        with self._ask(f"{self.base}/answered{path}") as answer:
            return float(answer.read())

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)
        self._process.stdout.close()

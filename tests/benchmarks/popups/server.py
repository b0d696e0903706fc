"""Serve the cases: /case/<id> is a page, a second port is another origin for the frames.

    python tests/benchmarks/popups/server.py WORK [port]

WORK is a folder with this folder's package.json after ``npm install --ignore-scripts``; bundles are made there too.
"""

from __future__ import annotations

import json
import mimetypes
import subprocess
import sys
import threading
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import shop

Case = dict[str, Any]
DEFINITIONS = [Path(__file__).with_name(name) for name in ("definitions.json", "third.json")]
ESBUILD = [
    *("--bundle", "--format=iife", "--jsx=automatic", "--minify", "--log-level=error"),
    *("--main-fields=browser,module,main", "--conditions=browser,import,default"),
    *(
        '--define:process.env.NODE_ENV="production"',
        "--define:global=window",
        "--alias:vue=vue/dist/vue.esm-bundler.js",
    ),
    *(f"--define:__VUE_{name}__=false" for name in ("PROD_DEVTOOLS", "PROD_HYDRATION_MISMATCH_DETAILS")),
    "--define:__VUE_OPTIONS_API__=true",
    *(f"--loader:.{kind}=dataurl" for kind in ("svg", "png", "gif", "jpg", "woff", "woff2", "ttf", "eot")),
]


def cases() -> list[Case]:
    """All of them, as they stand in definitions.json and third.json."""
    return [case for file in DEFINITIONS for case in json.loads(file.read_text(encoding="utf-8"))]


def opaque(name: str) -> str:
    """An address that tells nothing of the case."""
    return sha1(f"popups:{name}".encode()).hexdigest()[:10]


class Site:
    """The cases on one address and their frames on another, in threads of this process.

    Raises OSError when ``work`` has no libraries, or a port is taken.
    """

    def __init__(self, work: Path, port: int = 0) -> None:
        self.work = work.resolve()
        if not (self.work / "node_modules").is_dir():
            raise OSError(f"{work} has no node_modules: copy package.json there and run npm install --ignore-scripts")
        self.cases = {name: case for case in cases() for name in (case["id"], opaque(case["id"]))}
        self.building = threading.Lock()
        self.servers = [
            ThreadingHTTPServer(("127.0.0.1", number), type("Answer", (Answer,), {"site": self}))
            for number in (port, 0)
        ]
        self.address, self.other = (f"http://127.0.0.1:{server.server_address[1]}" for server in self.servers)

    def __enter__(self) -> Self:
        for server in self.servers:
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def document(self, name: str) -> str:
        """The page of a case."""
        case = self.cases[name]
        return shop.render({**case, "opaque": opaque(case["id"])}).replace("{OTHER}", self.other)

    def bundle(self, name: str, suffix: str) -> bytes:
        """What esbuild makes of a case's module, kept by its source text."""
        source = "const when = window.when;\n" + self.cases[name]["module"]
        folder = self.work / ".bundles"
        made = folder / f"{sha1(source.encode()).hexdigest()[:12]}.js"
        with self.building:
            if not made.exists():
                folder.mkdir(exist_ok=True)
                entry = made.with_suffix(".src.jsx")
                entry.write_text(source, encoding="utf-8")
                program = str(self.work / "node_modules" / ".bin" / "esbuild")
                subprocess.run([program, str(entry), f"--outfile={made}", *ESBUILD], cwd=self.work, check=True)
        wanted = made.with_suffix(suffix)
        return wanted.read_bytes() if wanted.exists() else b""


class Answer(BaseHTTPRequestHandler):
    """One request to the site."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        first, *rest = unquote(urlsplit(self.path).path).strip("/").split("/")
        name = "/".join(rest)
        if first == "case" and name in self.site.cases:
            self.send(self.site.document(name).encode())
        elif first == "b":
            stem, _, suffix = name.partition(".")
            self.send(self.site.bundle(stem, "." + suffix), "text/css" if suffix == "css" else "text/javascript")
        elif first == "img":
            self.send(shop.picture(int(name.partition(".")[0])).encode(), "image/svg+xml")
        elif first == "frame":
            self.send(shop.frame(name).encode())
        elif first == "nm" and (path := self.site.work / "node_modules" / name).is_file():
            kind = "text/javascript" if path.suffix in {".js", ".mjs"} else mimetypes.guess_type(name)[0]
            self.send(path.read_bytes(), kind or "application/octet-stream")
        else:
            self.send(b"not found", "text/plain", 404)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send(b"ok")

    def send(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed for each request."""


if __name__ == "__main__":
    with Site(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 18700) as shown:
        print("\n".join(f"{shown.address}/case/{case['id']}" for case in cases()))
        threading.Event().wait()

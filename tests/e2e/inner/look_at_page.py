"""Opens a page of a report in Chromium, as an inner process; prints what was seen as JSON.

python look_at_page.py PAGE WIDTH [--no-scripts] [--strict-policy] [--axe] [--picture FILE]
"""

import argparse
import functools
import json
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from cxcheck.record.browser import find

POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"
LOOK = """() => {
    document.querySelectorAll("details").forEach(details => { details.open = true })
    const seen = element => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= document.documentElement.clientWidth
    }
    const all = selector => [...document.querySelectorAll(selector)].map(seen)
    return {
        title: document.title,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        text: document.body.innerText,
        // pytest-html keeps an empty one in each row of its table.
        images: [...document.querySelectorAll("img")].filter(image => image.getAttribute("src"))
            .map(image => [image.getAttribute("src").slice(0, 80), image.naturalWidth]),
        svg_images: [...document.querySelectorAll("svg image")].map(image => image.getAttribute("href")),
        scripts: document.querySelectorAll("script").length,
        grades: [...document.querySelectorAll(".cx-letter")].map(letter => letter.textContent.trim()),
        sentences: all(".cx-finding"),
    }
}"""


class _Files(SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=Path)
    parser.add_argument("width", type=int)
    parser.add_argument("--no-scripts", action="store_true")
    parser.add_argument("--strict-policy", action="store_true")
    parser.add_argument("--axe", action="store_true", help="also what axe calls serious or critical")
    parser.add_argument("--picture", type=Path)
    given = parser.parse_args()
    handler = type("Handler", (_Files,), {"policy": POLICY if given.strict_policy else ""})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=given.page.parent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    said, statuses, dialogs = [], {}, []
    program = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        size = {"width": given.width, "height": 900}
        page = browser.new_page(viewport=size, java_script_enabled=not given.no_scripts)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"pageerror: {error}"))
        page.on("response", lambda answer: statuses.update({urlsplit(answer.url).path: answer.status}))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(f"http://127.0.0.1:{server.server_port}/{given.page.name}", wait_until="load")
        if given.picture:
            page.screenshot(path=given.picture, full_page=True)
        seen = page.evaluate(LOOK)
        if given.axe:
            found = Axe().run(page).response["violations"]
            bad = [one for one in found if one["impact"] in {"serious", "critical"}]
            seen["axe"] = [f"{one['id']}: {node['html'][:200]}" for one in bad for node in one["nodes"]]
        page.wait_for_timeout(300)
        browser.close()
    server.shutdown()
    print(json.dumps({**seen, "said": said, "statuses": statuses, "dialogs": dialogs}))


main()

"""Pages whose vitals are known, and visits to them.

Each visit returns its truths: what a vital is at least, and at most. Both are by the page's own clock (what the
server held back, when a script drew something or gave up the processor, when a frame after that began), so that they
hold on a machine of any speed. Shifts are worked out: what was covered, times the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FRAMES_MS = 100  # what is drawn in a frame is presented after its scripts are done, on a busy machine a few later
ROUNDED_MS = 4  # Event Timing rounds to 8 ms
EXACTLY = 1e-3
TEXT = "Tea from the slopes above the lake, picked in May and dried over beech wood. "
# Of fewer bytes a picture would be taken for a placeholder: Chromium wants 0.05 bits for each of its pixels.
PICTURE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><!--{TEXT * 99}--><rect width="900"/></svg>'
)

# Of each thing the page notes when it was drawn (or set off), and when the third frame after that began.
HEAD = """<style>*{margin:0} body{font:16px/20px serif} img{display:block}</style>
<script>
  const kept = self === top ? sessionStorage : {}; // another site's frame may keep nothing
  var noted = JSON.parse(kept.noted || '{}');
  const note = (name, at = performance.now()) => {
    (noted[name] ||= []).push(at);
    kept.noted = JSON.stringify(noted);
  };
  const frames = (count, act) => requestAnimationFrame(() => count > 1 ? frames(count - 1, act) : act());
  const draw = (name, act) => { note(name); act(); frames(3, () => note(name)); };
  const hold = (event, name, ms, then = () => {}) => {
    note(name, event.timeStamp);
    for (const end = performance.now() + ms; performance.now() < end;);
    note(name);
    then();
    frames(3, () => note(name));
  };
  addEventListener('pagehide', () => note('left'));
  const seen = (act) => new PerformanceObserver(() => act()).observe({ type: 'paint' });
</script>"""


@dataclass(frozen=True)
class Truth:
    """``read`` gives what was measured in a visit: no less than ``known``, but for rounding, no more than ``most``."""

    what: str
    read: Callable[[Any], float | None]
    known: float
    most: float
    rounded: float = 0

    def holds(self, measured):
        return measured is not None and self.known - self.rounded <= measured <= self.most


def of(screen, vital):
    return lambda visit: getattr(visit.tables.vitals.items[screen - 1], vital)


def painted(what, screen, vital, noted, since=0.0):
    drawn, seen = noted
    return Truth(what, of(screen, vital), drawn - since, seen - since + FRAMES_MS)


def shown(what, screen, noted):
    began, ended, seen = noted
    return Truth(what, of(screen, "inp_ms"), ended - began, seen - began + FRAMES_MS, ROUNDED_MS)


def stable(what, screen, score):
    return Truth(what, of(screen, "cls"), score, score * (1 + EXACTLY), score * EXACTLY)


def long_frame(what, screen, noted, held_ms):
    """Of the frames of the screen the one in which it happened: others may be long as well, on a busy machine."""
    began, ended, seen = noted

    def read(visit):
        came_ms = visit.tables.screens.items[screen - 1].t_ms
        spans = [(e.t_ms - came_ms, e.data["duration_ms"]) for e in visit.kinds("page/long-frame")]
        return next((ms for start, ms in spans if start <= ended - 1 and start + ms >= ended - 1), None)

    return Truth(what, read, held_ms, seen - began + FRAMES_MS, 1)


def pushed(width, height, *, push_px, block_px, top_px=0):
    """A block as wide as the page, pushed down: what it covers before and after, times the way, both as shares."""
    return min(push_px + block_px, height - top_px) / height * push_px / max(width, height)


LINK = '<a id=on href="{}" style="display:block;width:90px;height:20px"></a>'  # nothing to paint


def documents(visit, server):
    """Documents, each left by a link for the next: at once, so that its last figures are still to come."""
    server.put("/picture.svg", PICTURE, headers={"Content-Type": "image/svg+xml"})
    pages = {
        "/first": f"""<script>note('parsed')</script>
            <div id=banner></div><div style="height:500px;background:#ddd">
            <h1 id=title></h1><button id=act onclick="hold(event, 'click', 200)">Buy</button>
            <img src="/picture.svg?ms=600" width=900 height=300>{LINK.format("/second")}</div>
            <script>
              draw('title', () => {{ title.textContent = 'Tea' }});
              onload = () => frames(3, () => draw('banner', () => {{ banner.style.height = '200px' }}));
            </script>""",
        "/second": f"""<input id=act onkeydown="hold(event, 'key', 300)"><div id=late></div>{LINK.format("/third")}
            <script>setTimeout(() => draw('text', () => {{ late.textContent = '{TEXT * 9}' }}), 400)</script>""",
        "/third": f"<iframe src='{server.other}/inside'></iframe>{LINK.format('/fourth')}",
        "/fourth": "<a id=on href='/fifth?ms=500' onclick=\"hold(event, 'leaving', 400)\">Go on</a>",
        "/fifth": "<p>Find</p><input id=word>",
        "/sixth": "",
    }
    for path, body in pages.items():
        server.page(path, body, head=HEAD)
    server.page("/inside", "<button id=act onclick=\"hold(event, 'inside', 250)\">Pay</button>", head=HEAD)

    page = visit.page
    page.goto(server.base + "/first?ms=300")
    wait_until_noted(page, "banner", 2)
    fetched_ms = page.evaluate("performance.getEntriesByType('resource').find((e) => /svg/.test(e.name)).responseEnd")
    page.click("#act")
    wait_until_noted(page, "click", 3)
    page.click("#on")
    wait_until_noted(page, "text", 2)
    page.press("#act", "x")
    wait_until_noted(page, "key", 3)
    page.click("#on")
    page.frame_locator("iframe").locator("#act").click()
    inside = wait_until_noted(page.frames[1], "inside", 3)
    page.click("#on")
    page.click("#on")
    page.fill("#word", "tea")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    noted = page.evaluate("noted")
    page.goto(server.base + "/sixth")
    visit.finish()
    began, ended = noted["leaving"][:2]
    size = page.viewport_size
    banner = pushed(size["width"], size["height"], push_px=200, block_px=500)
    return [
        Truth("the server holds the page back for 300 ms", of(1, "ttfb_ms"), 300, noted["parsed"][0]),
        painted("a heading is drawn first", 1, "fcp_ms", noted["title"]),
        Truth("a picture is held back for 600 ms", of(1, "lcp_ms"), fetched_ms, noted["banner"][0] + FRAMES_MS),
        stable("a banner pushes the page down", 1, banner),
        shown("a click takes 200 ms", 1, noted["click"]),
        painted("a text is drawn after 400 ms", 2, "lcp_ms", noted["text"]),
        shown("a key takes 300 ms", 2, noted["key"]),
        long_frame("the frame of that key", 2, noted["key"], 300),
        shown("a click in another site's frame takes 250 ms", 3, inside),
        Truth(
            "a click that leads away takes 400 ms", of(4, "inp_ms"),
            ended - began, noted["left"][-1] - began + ROUNDED_MS, ROUNDED_MS,
        ),
    ]  # fmt: skip


def phone(visit, server):
    """Two shifts in the first frames, one a good second later, one by a tap: only the first two are a burst."""
    server.page(
        "/phone",
        """<div id=late></div><div style="height:300px;background:#ddd">Tea</div>
        <button id=more style="position:fixed;bottom:0" onclick="to(300)">More</button>
        <script>
          const to = (px) => { late.style.height = px + 'px' };
          seen(() => { to(100); frames(2, () => { to(200); setTimeout(() => { to(250); note('last') }, 1100) }) });
        </script>""",
        head=HEAD + '<meta name="viewport" content="width=device-width, initial-scale=1">',
    )
    page = visit.page
    page.goto(server.base + "/phone")
    wait_until_noted(page, "last", 1)
    page.tap("#more")
    visit.finish()
    size = page.viewport_size
    burst = sum(pushed(size["width"], size["height"], push_px=100, block_px=300, top_px=top_px) for top_px in (0, 100))
    return [stable("an early burst of two, and more of it later", 1, burst)]


def routes(visit, server):
    """A route that fills itself bit by bit, moves and is pressed; then the way back, which is not timed."""
    server.page(
        "/app",
        f"""<div id=late></div><div style="height:500px;background:#ddd">
        <a id=on href="/app/tea">Tea</a> <button id=act onclick="hold(event, 'act', 250)">Buy</button>
        <h1 id=title></h1><p id=text></p></div>
        <script>
          on.onclick = (event) => {{
            event.preventDefault();
            hold(event, 'click', 200, () => history.pushState(null, '', on.href));
            setTimeout(() => draw('title', () => {{ title.textContent = 'Tea' }}), 100);
            setTimeout(() => draw('text', () => {{ text.textContent = '{TEXT * 9}' }}), 400);
            setTimeout(() => draw('late', () => {{ late.style.height = '200px' }}), 1000);
          }};
        </script>""",
        head=HEAD,
    )
    page = visit.page
    visit.open(server.base + "/app")
    page.click("#on")
    wait_until_noted(page, "late", 2)
    page.click("#act")
    noted = wait_until_noted(page, "act", 3) and page.evaluate("noted")
    page.go_back()
    visit.finish()
    since = noted["click"][0]
    size = page.viewport_size
    moved = pushed(size["width"], size["height"], push_px=200, block_px=500)
    return [
        shown("the click that leads to a route takes 200 ms", 1, noted["click"]),
        painted("its heading is drawn 100 ms later", 2, "fcp_ms", noted["title"], since),
        painted("its text is drawn 400 ms later", 2, "lcp_ms", noted["text"], since),
        stable("it moves a second later", 2, moved),
        shown("a click on it takes 250 ms", 2, noted["act"]),
    ]


def wait_until_noted(frame, name, count):
    frame.wait_for_function(f"window.noted?.{name}?.length >= {count}")
    return frame.evaluate(f"noted.{name}")

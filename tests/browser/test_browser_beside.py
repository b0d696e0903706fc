"""What comes up beside the page: permissions asked for, sound and film, dialogs, windows, and bars that stay."""

import struct
import time

import pytest

from cxcheck.model.popup import Ending, PopupKind

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

RATE = 8_000


def wav():
    """A tone of two seconds, made of bytes that are plain text as well."""
    tone = b"".join(b"\x20" if i % 20 < 10 else b"\x60" for i in range(2 * RATE + 128))
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(tone), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE, 1, 8,
                       b"data", len(tone))  # fmt: skip
    return (head + tone).decode("ascii")


FILM = """<script>
  const film = (video) => {  // a silent one
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 60;
    const brush = canvas.getContext('2d');
    setInterval(() => brush.fillRect(0, 0, 60 * Math.random(), 60), 40);
    video.srcObject = canvas.captureStream(20);
    video.play();
  };
</script>"""


def test_permissions_are_counted_as_they_are_asked_for(recorded, server, text):
    frame = server.other + "/frame"
    server.page("/frame", "<script>navigator.geolocation.getCurrentPosition(() => {}, () => {})</script>")
    body = f"""<main><button id="find" onclick="navigator.geolocation.getCurrentPosition(() => {{}}, () => {{}})">Shops
      near me</button><button id="call" onclick="navigator.mediaDevices.getUserMedia({{audio: true, video: true}})
      .catch(() => {{}})">Call us</button>{text}</main><iframe src="{frame}"></iframe><script>
      Notification.requestPermission(); Notification.requestPermission();
      setTimeout(() => navigator.clipboard.read().catch(() => {{}}), 400);
      navigator.mediaDevices.getUserMedia({{}}).catch(() => {{}});  // wants nothing
    </script>"""
    recorded.open(server.page("/asks", body))
    recorded.pause(600)
    recorded.page.click("#find")
    recorded.pause(100)
    recorded.page.click("#call")
    recorded.pause(150)
    asked = [(p.title, p.asked_for) for p in recorded.artifacts().popups.items if p.kind is PopupKind.PERMISSION]
    assert asked == [
        ("notifications", False),
        ("the clipboard", False),
        ("location", True),
        ("camera and microphone", True),
    ]
    first, *_ = recorded.kinds("permission/asked")
    assert 0 <= first.data["since_landing_ms"] < 5_000


def test_functions_that_are_heard_look_and_fail_as_ever(record, desktop, server, browser):
    facts = """() => {
      const functions = {
        requestPermission: [Notification, Notification.requestPermission],
        getCurrentPosition: [Geolocation.prototype, Geolocation.prototype.getCurrentPosition],
        open: [window, window.open], play: [HTMLMediaElement.prototype, HTMLMediaElement.prototype.play],
        toString: [Function.prototype, Function.prototype.toString],
      };
      const failing = (act) => { try { act(); } catch (error) {
        return [error.name, error.message, error.stack.split('\\n').slice(0, 5)]; } };
      return Object.entries(functions).map(([name, [owner, made]]) => {
        const {value, ...how} = Object.getOwnPropertyDescriptor(owner, name);
        return [name, made.name, made.length, Object.hasOwn(made, 'prototype'), Object.keys(made), how,
          `${made}`, Function.prototype.toString.call(made), typeof made,
          failing(() => new made()), failing(() => made.call({})), Object.getPrototypeOf(made) === Function.prototype];
      });
    }"""
    address = server.page("/plain", "<p>Nothing</p>")
    untouched = browser.new_context()
    clean = untouched.new_page()
    clean.goto(address)
    truth = clean.evaluate(facts)
    untouched.close()
    recorded = record(desktop)
    recorded.open(address)
    assert recorded.page.evaluate(facts) == truth


def test_what_plays_is_told_with_whether_it_is_heard_and_wanted(recorded, server, text):
    server.put("/tone.wav", wav(), headers={"content-type": "audio/wav"})
    server.page("/player", "<video id='spot' autoplay muted loop src='/tone.wav'></video>")
    body = f"""{FILM}<main><video id="hero" muted width="320" height="180"></video>
      <button id="listen" onclick="song.play()">Listen</button><button id="look">Look around</button>{text}</main>
      <audio id="song" loop src="/tone.wav"></audio><audio id="intro" src="/tone.wav" autoplay></audio>
      <x-player></x-player><div id="host"></div><iframe src="{server.other}/player"></iframe>
      <script>
        film(hero);
        look.onclick = () => setTimeout(() => {{
          new Audio('/tone.wav').play();
          document.querySelector('x-player').attachShadow({{mode: 'open'}}).innerHTML =
            '<audio autoplay loop src="/tone.wav"></audio>';
          const inner = host.attachShadow({{mode: 'closed'}});
          inner.innerHTML = '<audio loop src="/tone.wav"></audio>';
          inner.firstChild.play();
        }}, 1300);
      </script>"""
    recorded.open(server.page("/plays", body))
    recorded.pause(400)
    recorded.page.click("#listen")
    recorded.pause(300)
    recorded.page.click("#look")
    recorded.pause(2200)
    playings = recorded.artifacts().playings.items
    assert sorted((p.selector.rpartition(" > ")[2], p.muted, p.asked_for) for p in playings) == sorted([
        ("#hero", True, False),
        ("#spot", True, False),  # in a frame of another origin
        ("#song", False, True),
        ("", False, False),  # in no document; no element to point at
        ("x-player >> audio", False, False),
        ("#host >> audio", False, False),
    ])  # fmt: skip
    boxes = {p.selector: p.box for p in playings}
    assert (boxes["#hero"].width_px, boxes["#spot"], boxes[""]) == (320, None, None)


BARS = {
    "header and footer": ("""<header style="position:fixed;top:0;width:100%;height:144px;background:#eee">The shop
        </header><div style="position:fixed;bottom:0;width:100%;height:72px"><nav>Call us</nav></div>""",
        0.3),
    "sticky": ("<div style='position:sticky;top:0;height:72px;background:#eee'>Free delivery</div>", 0.1),
    "not stuck yet": ("<div style='margin-top:300px;position:sticky;top:0;height:72px'>Parts</div>", 0),
    "in the flow": ("<header style='height:300px;background:#eee'>The shop</header>", 0),
    "column": ("<nav style='position:fixed;left:0;top:0;bottom:0;width:300px;background:#eee'>Shelves</nav>", 0),
    "sticky column": ("<div style='float:left;position:sticky;top:0;width:300px;height:200px'>Your order</div>", 0),
    "shell": ("<div style='position:fixed;inset:0;overflow:auto'><main>{}</main></div>", 0),
    "pop-up": ("""<div role="dialog" style="position:fixed;bottom:0;width:100%;height:200px;background:#eee">
        We use cookies. <button>Reject</button></div>""", 0),
}  # fmt: skip


def test_bars_that_stay_are_measured_and_nothing_else(recorded, server, text):
    recorded.page.set_viewport_size({"width": 1280, "height": 720})
    for number, (body, _) in enumerate(BARS.values()):
        recorded.page.goto(server.page(f"/bars-{number}", f"{body.format(text)}<main>{text * 4}</main>"))
        recorded.pause(450)
    artifacts = recorded.artifacts()
    seen = {bars.screen: bars for bars in artifacts.bars.items}
    names = dict(enumerate(BARS, start=1))
    assert len(artifacts.screens.items) == len(BARS)
    found = {name: seen[number].cover_ratio if number in seen else 0 for number, name in names.items()}
    assert found == pytest.approx({name: cover for name, (_, cover) in BARS.items()}, abs=0.03)
    assert seen[1].names == ("The shop", "Call us")


def test_dialogs_and_windows_are_asked_for_by_a_press_just_before(recorded, server, text):
    shop = server.page("/shop", "<p>Shop</p>")
    body = f"""<main><button id="sure" onclick="confirm('Delete it?')">Delete</button>
      <button id="soon" onclick="setTimeout(() => window.open('/shop?soon'), 500)">Print</button>
      <button id="late" onclick="setTimeout(() => window.open('/shop?late'), 1300)">Look</button>
      <a id="link" target="_blank" href="{shop}?link">Help</a><p id="words">Read this</p>{text}</main>
      <script>
        words.onclick = () => open('/shop?under');
        setTimeout(() => alert('Hello ' + 'there '.repeat(90)), 250);
      </script>"""
    recorded.open(server.page("/beside", body))
    recorded.pause(300)
    recorded.page.click("#sure")
    recorded.pause(100)
    recorded.page.click("#soon")
    time.sleep(1)  # nobody hears of it until long after
    recorded.pause(300)
    recorded.page.click("#link")
    recorded.page.click("#words")
    recorded.page.click("#late")
    recorded.pause(1500)
    found = recorded.artifacts().popups.items
    shown = {p.title.rpartition("?")[2] if p.kind is PopupKind.WINDOW else p.title[:8]: p.asked_for for p in found}
    assert shown == {"Hello th": False, "Delete i": True, "soon": True, "link": True, "under": False, "late": False}
    alert, *_ = found
    assert (alert.kind, alert.blocks, len(alert.title), alert.ending) == (PopupKind.NATIVE, True, 80, Ending.CUSTOMER)
    [said, _] = recorded.kinds("dialog/opened")
    assert (said.data["type"], len(said.data["message"])) == ("alert", 300)
    pressed = recorded.kinds("gesture/pressed")[1]
    assert pressed.t_ms + 450 <= next(p.t_ms for p in found if p.title.endswith("soon")) <= pressed.t_ms + 900

"""Pages that make overlays hard to find: what lies over them is found, and what belongs to them is not."""

import pytest

from cxcheck.model.popup import PopupKind

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

VEIL = "position:fixed;inset:0;background:#0008;z-index:9"
CENTRE = "position:fixed;left:440px;top:160px;width:400px;height:300px;background:#fff;z-index:10"
CORNER = "position:fixed;right:16px;bottom:16px;padding:12px;background:#222;color:#fff"
NOTICE = "<h2>Closed on Monday</h2><p>The workshop is closed on Monday.</p><button>Fine</button>"
LATER = "<script>setTimeout(() => later.hidden = false, 150)</script>"
BOX = f'<div id="later" hidden><div style="{VEIL}"></div><div style="{CENTRE}">{NOTICE}</div></div>{LATER}'
NODES = "<div style='display:none'>" + "<p><b>x</b></p>" * 5_000 + "</div>"
ANIMATED = """<p id="count" style="position:relative">0</p><script>const step = () => {
    count.textContent = performance.now(); count.style.left = `${performance.now() % 40}px`;
    requestAnimationFrame(step); }; step()</script>"""
HEADER = """<header style="position:sticky;top:0;z-index:2147483647;background:#fff;height:60px">
    <a href="/">Ash &amp; Oak</a> <a href="/lamps">Lamps</a> <a href="/chairs">Chairs</a></header>"""
LAMPS = "<p>Lamps and chairs of ash.</p>" * 40

# What lies over the page, how many there are, and whether one blocks it.
POPUPS = {
    "names that say nothing": (BOX.replace("<div", "<div class='a8f3 kk2'"), 1, True),
    "ten thousand nodes": (NODES + BOX, 1, True),
    "a page that always changes": (ANIMATED + BOX, 1, True),
    "a header above everything": (HEADER + BOX, 1, True),
    "no shade": (
        f"""<div id="later" hidden style="position:fixed;inset:0"><div style="{CENTRE}">{NOTICE}</div></div>{LATER}""",
        1, True,
    ),
    "no shade, and the page can be used": (f'<div id="later" hidden style="{CENTRE}">{NOTICE}</div>{LATER}', 1, False),
    "in an app that is one fixed layer": (
        f"""<div style="position:fixed;inset:0;overflow:auto"><main>{LAMPS}</main>{BOX}</div>""", 1, True,
    ),
    "in a closed shadow tree": (
        f"""<x-box></x-box><script>setTimeout(() => {{
        document.querySelector('x-box').attachShadow({{mode: 'closed'}}).innerHTML = `<div
        style="{CENTRE}">{NOTICE}</div>`; }}, 150)</script>""",
        1, False,
    ),
    "absolute, over all of the page": (
        f"""<div id="later" hidden><div style="position:absolute;left:0;top:0;width:100%;height:3000px;
        background:#0008;z-index:9"></div>
        <div style="{CENTRE.replace("fixed", "absolute")}">{NOTICE}</div></div>{LATER}""",
        1, True,
    ),
    "a toast": (f'<div id="later" hidden style="{CORNER};width:240px">Two are left</div>{LATER}', 1, False),
    "a pop-up in a pop-up": (
        """<dialog id="outer"><h2>Join us</h2><p>We write four times a year.</p>
        <dialog id="inner"><p>Are you sure of that?</p></dialog></dialog><script>
        setTimeout(() => { outer.showModal(); setTimeout(() => inner.showModal(), 400); }, 100)</script>""",
        2, True,
    ),
}  # fmt: skip

TWINS = {
    "a notice at the top": "<div style='background:#eef'>Free delivery this week. <a href='/terms'>Terms</a></div>",
    "a header above everything": HEADER + ANIMATED,
    "a menu over an unseen layer": """<button id="act" onclick="menu.hidden = false">Sort</button>
        <div id="menu" hidden style="position:fixed;inset:0;z-index:9"><div style="position:absolute;inset:0"></div>
        <ul role="menu" style="position:absolute;left:8px;top:40px;width:200px;background:#fff">
        <li role="menuitem">Price</ul></div>""",
    "a list without a role": """<button id="act" onclick="menu.hidden = false">Sort the lamps</button>
        <div id="menu" hidden style="position:fixed;left:8px;top:36px;width:220px;background:#fff;z-index:9">
        <div>Price, low to high</div><div>Price, high to low</div><div>The newest ones first</div></div>""",
    "a calendar": f'<div style="{CENTRE}"><b>May</b> {" ".join(f"<span>{day}</span>" for day in range(1, 32))}</div>',
    "a spinner over all": f"""<div style="{VEIL}"><p>Loading</p><i style="display:block;width:40px;height:40px;
        background:red;animation:turn 1s infinite linear"></i></div>
        <style>@keyframes turn {{ to {{ rotate: 1turn }} }}</style>""",
    "confetti": "<canvas style='position:fixed;inset:0;width:100%;height:100%;pointer-events:none'></canvas>",
    "a picture behind": "<div style='position:fixed;inset:0;background:#eee;z-index:-1'></div>",
    "back to the top": f"<button style='{CORNER};width:48px;height:48px'>Up</button>",
    "a call to a film": f"<a href='/film' style='{CORNER}'>Watch our film now</a>",
}  # fmt: skip


def test_overlays_are_found_on_pages_that_hide_them(recorded, server, text):
    recorded.page.set_viewport_size({"width": 1280, "height": 720})
    found = {}
    for number, (name, (body, _, _)) in enumerate(POPUPS.items()):
        before = len(recorded.kinds("popup/appeared"))
        recorded.page.goto(
            server.page(f"/hostile-{number}", f"<main>{text}</main>{body}" if "<main>" not in body else body)
        )
        recorded.pause(1_100)
        seen = recorded.kinds("popup/appeared")[before:]
        found[name] = len(seen), any(event.data["blocks"] for event in seen)
    assert found == {name: (many, blocks) for name, (_, many, blocks) in POPUPS.items()}


def test_what_belongs_to_a_page_is_none(recorded, server, text):
    found = {}
    for number, (name, body) in enumerate(TWINS.items()):
        before = len(recorded.kinds("popup/appeared"))
        recorded.page.goto(server.page(f"/twins-{number}", f"{body}<main>{text}</main>"))
        if 'id="act"' in body:
            recorded.page.click("#act")
        recorded.pause(500)
        found[name] = [event.data["title"] for event in recorded.kinds("popup/appeared")[before:]]
    assert found == {name: [] for name in TWINS}


def test_one_that_stands_there_for_a_moment_only_is_recorded(recorded, server, text):
    body = f"""<div id="later" hidden style="{CENTRE}">{NOTICE}</div>{ANIMATED}
        <script>setTimeout(() => {{ later.hidden = false; setTimeout(() => later.remove(), 90); }}, 400)</script>"""
    recorded.open(server.page("/moment", f"<main>{text}</main>{body}"))
    recorded.pause(900)
    [popup] = recorded.artifacts().popups.items
    assert popup.kind is PopupKind.DIALOG
    assert popup.gone_ms is not None


def test_what_a_later_layer_says_is_told(recorded, server, text):
    body = f"""<div id="later" style="{CENTRE}"><p>We use cookies to count visits.</p><button onclick="later.innerHTML
        = '<p>Cookies by purpose</p><button>Save my choice</button>'">Settings</button></div>"""
    recorded.open(server.page("/layers", f"<main>{text}</main>{body}"))
    recorded.page.click("text=Settings")
    recorded.pause(600)
    recorded.finish()
    [changed] = [e for e in recorded.kinds("popup/changed") if "controls" in e.data]
    assert changed.data["controls"] == ["Save my choice"]

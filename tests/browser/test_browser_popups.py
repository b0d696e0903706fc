"""Overlays: what lies over the page is found, with how much of it is covered; what belongs to the page is not."""

import pytest

from cxcheck.model.popup import PopupKind

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

VEIL = "position:fixed;inset:0;background:#0008;z-index:9"
CENTRE = "position:fixed;left:440px;top:160px;width:400px;height:400px;background:#fff;z-index:10"
LATER = "<script>setTimeout(() => later.hidden = false, 200)</script>"

POPUPS = {
    "newsletter with veil": (
        f"""<div id="later" hidden><div style="{VEIL}"></div><div style="{CENTRE}" id="box"><h2>10 % off</h2>
        <p>Join our newsletter</p><input type="email">
        <button id="close" onclick="later.remove()">×</button></div></div>
        {LATER}""",
        1.0, PopupKind.NEWSLETTER, True,
    ),
    "modal dialog": (
        """<dialog id="ask"><h2>Where are you?</h2><button id="close" onclick="ask.close()">Here</button></dialog>
        <script>setTimeout(() => ask.showModal(), 200)</script>""",
        1.0, PopupKind.DIALOG, True,
    ),
    "cookie bar": (
        f"""<div id="later" hidden style="position:fixed;left:0;right:0;bottom:0;height:144px;background:#eee">
        <p>We use cookies to follow you.</p><button id="close" onclick="later.remove()">Reject</button></div>{LATER}""",
        0.2, PopupKind.CONSENT, False,
    ),
    "role=dialog": (
        f"""<div id="later" hidden role="dialog" aria-label="Survey"
        style="position:fixed;left:320px;top:180px;width:640px;
        height:360px;background:#fff"><p>How are we doing?</p>
        <button id="close" onclick="later.remove()">Fine</button></div>{LATER}""",
        0.25, PopupKind.DIALOG, False,
    ),
    "in a shadow tree": (
        """<div id="host"></div><script>setTimeout(() => {
        host.attachShadow({mode: 'open'}).innerHTML = `<div role=dialog
        style="position:fixed;left:320px;top:180px;width:640px;
        height:360px;background:#fff"><h2>Survey</h2><button id="close">Fine</button></div>`;
        host.shadowRoot.getElementById('close').onclick = () => host.remove();
        }, 200)</script>""",
        0.25, PopupKind.DIALOG, False,
    ),
    "low question on a shade": (
        f"""<div id="later" hidden><div style="{VEIL}"></div><div style="position:fixed;inset:0;z-index:10;
        pointer-events:none"><div style="position:absolute;left:440px;top:334px;width:400px;height:54px;background:#fff;
        pointer-events:auto">Prices in euros? <button id="close" onclick="later.remove()">No</button></div></div></div>
        {LATER}""",
        1.0, PopupKind.DIALOG, True,
    ),
    "shade drawn by a wrapper without a size": (
        f"""<style>#wrap::before {{ content: ''; {VEIL} }}</style>
        <div id="later" hidden style="position:fixed;left:0;top:0;z-index:8"><div id="wrap"><div style="{CENTRE}">
        <h2>Survey</h2><p>How are we doing?</p><button id="close" onclick="later.remove()">Fine</button></div>
        </div></div>{LATER}""",
        1.0, PopupKind.DIALOG, True,
    ),
    "question on a wall": (
        f"""<div id="later" hidden><div style="position:fixed;inset:0;background:#fff;z-index:9"><div><h2>Where to?</h2>
        <p><button id="close" onclick="later.remove()">Here</button> <button>There</button></p></div></div></div>
        {LATER}""",
        1.0, PopupKind.INTERSTITIAL, True,
    ),
    "toast with a tick over what turned": (
        f"""<style>@keyframes turn {{ to {{ rotate: 360deg }} }} #close, #turns {{ position: absolute; inset: 8px;
        width: 28px; height: 28px }} #turns {{ animation: turn 1s linear infinite }}</style>
        <div id="later" hidden style="position:fixed;left:520px;top:16px;width:240px;height:44px;background:#fff">
        <div id="turns"></div><div id="close" onclick="later.remove()">✓</div><div role="status"
        style="margin:12px 48px">Saved to your list</div></div>{LATER}""",
        0.02, PopupKind.TOAST, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", POPUPS)
def test_popup_is_found_measured_and_seen_to_go(recorded, server, text, what):
    body, cover, kind, blocks = POPUPS[what]
    recorded.page.set_viewport_size({"width": 1280, "height": 720})
    recorded.page.goto(server.page("/popup", f"<main>{text}</main>{body}"))
    recorded.pause(600)
    recorded.page.click("#close")
    recorded.pause(250)
    artifacts = recorded.artifacts()
    [popup] = artifacts.popups.items
    [press] = artifacts.gestures.items
    assert popup.cover_ratio == pytest.approx(cover, abs=0.06)
    assert popup.kind is kind
    assert popup.blocks is blocks
    assert not popup.asked_for
    assert 0 <= popup.gone_ms - press.t_ms <= 300
    assert popup.close_press_ms == press.t_ms
    assert press.target.popup == popup.id


def test_popup_that_the_customer_opens_is_asked_for(recorded, server, text):
    body = """<main><button id="size" onclick="help.showModal()">Size guide</button></main>
        <dialog id="help"><h2>Sizes</h2><button id="close" onclick="help.close()">Close</button></dialog>"""
    recorded.open(server.page("/help", body + text))
    recorded.page.click("#size")
    recorded.pause(300)
    [popup] = recorded.artifacts().popups.items
    assert popup.asked_for


def test_popup_behind_a_scripts_own_click_is_not_asked_for(recorded, server, text):
    body = """<button id="size" onclick="help.showModal()">Win a lamp</button><dialog id="help"><h2>Win</h2></dialog>
        <script>setTimeout(() => size.click(), 200)</script>"""
    recorded.open(server.page("/win", body + text))
    [popup] = recorded.artifacts().popups.items
    assert not popup.asked_for


def test_popup_long_after_a_press_is_not_asked_for(recorded, server, text):
    body = """<button id="size" onclick="setTimeout(() => help.showModal(), 1300)">Look</button>
        <dialog id="help">Win</dialog>"""
    recorded.open(server.page("/win", body + text))
    recorded.page.click("#size")
    recorded.pause(1_700)
    [popup] = recorded.artifacts().popups.items
    assert not popup.asked_for


LINKS = "".join(f"<a href='/{name}'>{name}</a> " for name in ("lamps", "chairs", "shelves", "beds", "rugs", "sale"))
TWINS = {
    "sticky header": "<header style='position:sticky;top:0;height:90px;background:#fff'>Ash & Oak</header>",
    "fixed header": f"<header style='position:fixed;top:0;width:100%;height:90px;background:#fff'>{LINKS}</header>",
    "fixed nav": f"<nav style='position:fixed;left:0;top:0;bottom:0;width:220px;background:#fff'>{LINKS}</nav>",
    "bar with a nav in it": f"<div style='position:fixed;bottom:0;width:100%;height:70px'><nav>{LINKS}</nav></div>",
    "dropdown menu": """<button id="act" onclick="menu.hidden = false">Account</button>
        <div id="menu" role="menu" hidden
        style="position:fixed;left:20px;top:60px;width:300px;height:300px;background:#fff">
        <a role="menuitem" href="/orders">Orders</a></div>""",
    "dropdown list": """<div style="position:relative"><button id="act" onclick="menu.hidden = false">Sort</button>
        <ul id="menu" hidden style="position:absolute;width:300px;height:300px;background:#fff"><li>Price</ul></div>""",
    "banner in the flow": "<div role='region' style='height:200px'>Closed on Monday. We use cookies.</div>",
    "closed dialog": "<dialog>Sizes</dialog>",
    "dialog not displayed": f"<div role='dialog' style='display:none;{CENTRE}'>Sizes</div>",
    "invisible dialog": f"<div role='dialog' style='visibility:hidden;{CENTRE}'>Sizes</div>",
    "transparent dialog": f"<div role='dialog' style='opacity:0;pointer-events:none;{CENTRE}'>Sizes</div>",
    "tooltip": f"<div role='tooltip' style='{CENTRE}'>Made of ash</div>",
    "off-canvas drawer": f"<div style='transform:translateX(-2000px);{CENTRE}'>{LINKS}</div>",
    "chat badge": "<div style='position:fixed;right:20px;bottom:20px;width:60px;height:60px'>Chat</div>",
    "bar of names that changes later": """<div id="bar" style="position:fixed;top:0;width:100%;height:90px">
        Ash & Oak · Lamps · Chairs · Basket</div><script>setTimeout(() => bar.className = 'on', 150)</script>""",
    "buttons of one letter": """<div id="act" style="position:fixed;right:20px;bottom:20px;width:56px">+</div>
        <script>setTimeout(() => act.insertAdjacentHTML('afterend', `<div style="position:fixed;right:20px;bottom:90px;
        width:56px;height:120px;background:#fff"><a>f</a><br><br><a>m</a></div>`), 150)</script>""",
    "date picker in the flow": "<div role='grid' style='position:absolute;width:300px;height:300px'>1 2 3</div>",
}


def test_what_belongs_to_the_page_is_no_popup(recorded, server, text):
    found = {}
    for number, (name, body) in enumerate(TWINS.items()):
        recorded.page.goto(server.page(f"/twin-{number}", f"{body}<main>{text}</main>"))
        if "act" in body:
            recorded.page.click("#act")
        recorded.pause(300)
        found[name] = len(recorded.kinds("popup/appeared"))
    assert found == dict.fromkeys(TWINS, 0)


def test_a_page_that_is_all_in_a_frame_is_no_popup(recorded, server, text):
    inner = server.page("/all", f"<main>{text}</main>")
    recorded.open(
        server.page("/outer", f"<iframe src='{inner}' style='position:fixed;inset:0;width:100%;height:100%'>")
    )
    assert recorded.artifacts().popups.items == ()


def test_a_column_beside_what_was_pressed_is_a_drawer_all_the_same(recorded, server, text):
    body = """<button style="position:absolute;left:800px;top:300px" onclick="basket.hidden = false">Buy</button>
        <aside id="basket" hidden style="position:fixed;top:0;right:0;bottom:0;width:400px;background:#fff">
        <h3>Basket</h3><p>1 × lamp, large</p><p>1,190.00</p><button>Check out</button></aside>"""
    recorded.page.set_viewport_size({"width": 1280, "height": 720})
    recorded.page.goto(server.page("/lamp", f"<main>{text}</main>{body}"))
    recorded.page.click("text=Buy")
    recorded.pause(400)
    [popup] = recorded.artifacts().popups.items
    assert (popup.kind, popup.asked_for) == (PopupKind.DRAWER, True)


@pytest.mark.parametrize("inner", ["<main>{}</main>", "<nav>" + LINKS * 2 + "</nav>{}"])
def test_an_app_in_a_fixed_shell_is_no_popup(recorded, server, text, inner):
    shell = f"<div id='app' style='position:fixed;inset:0;overflow:auto'>{inner.format(text)}</div>"
    recorded.open(server.page("/app", shell))
    assert recorded.artifacts().popups.items == ()

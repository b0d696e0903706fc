"""Pages that get in the way: the recording survives, and the page does what it would do without us."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

BUTTON = """<button type="button" id="go" onclick="out.textContent = 'Bought'">Buy</button><p id="out">.</p>"""
HOSTILE = {
    "calls the binding": """
        try { window.__cxcheckTell(JSON.stringify([{kind: 'gesture/pressed', stamp: 1, data: {}}])) } catch {}
        try { window.__cxcheckSend(JSON.stringify([{kind: 'gesture/pressed', stamp: 1, data: {}}])) } catch {}
        try { __playwright__binding__(JSON.stringify({name: '__cxcheckSend', seq: 1, serializedArgs: [
          {s: JSON.stringify([{kind: 'gesture/pressed', stamp: 1, data: {}},
        {kind: 'popup/appeared', stamp: 1, data: {}},
            {kind: 'page/changed', stamp: 1, data: {}}, 7, null])}]})) } catch {}""",
    "JSON.stringify": "JSON.stringify = () => { throw new Error('mine') }",
    "Array.prototype.toJSON": "Array.prototype.toJSON = function () { return String(this) }",
    "MutationObserver": "window.MutationObserver = class { observe() { throw new Error('mine') } }",
    "matches and closest": """Element.prototype.matches = () => { throw new Error('mine') };
        Element.prototype.closest = () => { throw new Error('mine') };""",
    "timers and listeners": """window.addEventListener = () => { throw new Error('mine') };
        EventTarget.prototype.addEventListener = () => { throw new Error('mine') };
        window.setTimeout = () => 1;""",
    "getters": """for (const name of ['innerText', 'textContent', 'id', 'labels'])
        Object.defineProperty(go, name, {get() { throw new Error('mine') }});""",
    "boxes": "Element.prototype.getBoundingClientRect = () => { throw new Error('mine') }",
    "querySelector": "Element.prototype.querySelector = () => { throw new Error('mine') }",
    "names of things": """document.body.insertAdjacentHTML('afterbegin', `<form id="f"><input name="id">
        <input name="matches">
       X`); f.append(go, out);""",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_recording_survives_and_the_page_notices_nothing(recorded, server, what):
    watch = "<script>window.seen = []; window.onerror = (text) => { seen.push(text); }</script>"
    body = f"{watch}{BUTTON}<script>{HOSTILE[what]}</script>"
    recorded.page.goto(server.page("/hostile", body))
    recorded.pause(200)
    recorded.page.click("#go")
    recorded.pause(300)
    assert recorded.page.locator("#out").evaluate("out => out.innerHTML") == "Bought"
    assert recorded.page.evaluate("seen.join()") == ""
    artifacts = recorded.artifacts()
    [gesture] = artifacts.gestures.items
    assert gesture.trusted
    [wait] = [wait for wait in artifacts.waits.items if wait.what == "press"]
    if what != "boxes":  # what is in view cannot be told then
        assert wait.answer_ms is not None
    assert artifacts.popups.items == ()
    assert artifacts.screens.documents == 1
    assert artifacts.errors.items == ()


def test_nothing_of_ours_is_in_the_pages_way(recorded, server):
    recorded.page.goto(server.page("/plain", "<script>window.own = Object.keys(window).length</script>"))
    assert recorded.page.evaluate("typeof window.__cxcheckSend + typeof window.__cxcheckTell") == "undefined" * 2
    assert recorded.page.evaluate("Object.keys(window).filter((name) => /cx/i.test(name)).join()") == ""
    assert recorded.page.evaluate("document.documentElement.outerHTML.includes('cxcheck')") is False


def test_ten_thousand_nodes(recorded, server):
    body = (
        BUTTON
        + """<div id="list"></div><script>
        list.innerHTML = Array.from({length: 10000}, (_, i) => `<p><a href="/${i}">Lamp ${i}</a></p>`).join('');
        window.more = () => { for (let i = 0; i < 10000; i++)
        list.append(Object.assign(document.createElement('i'), {textContent: i})); };
        </script>"""
    )
    recorded.open(server.page("/long", body))
    recorded.page.evaluate("more()")
    recorded.pause(500)
    recorded.page.click("#go")
    recorded.pause(200)
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.answer_ms - wait.from_ms <= 500


POLICY = (
    "default-src 'none'; script-src 'nonce-truth'; style-src 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'; form-action 'none'; base-uri 'none'"
)


def test_strict_policy(recorded, server):
    body = """<label>Password <input id="secret" type="password"></label><button id="go">Buy</button><p id="out">.</p>
        <script nonce="truth">window.breaches = [];
        addEventListener('securitypolicyviolation', (e) => breaches.push(e.blockedURI));
        go.addEventListener('click', () => { out.textContent = 'Bought' });</script>"""
    recorded.page.goto(server.page("/strict", body, headers={"Content-Security-Policy": POLICY}))
    recorded.page.fill("#secret", "correct horse")
    recorded.page.click("#go")
    recorded.pause(200)
    assert recorded.page.evaluate("breaches.join()") == ""
    assert recorded.page.evaluate("document.adoptedStyleSheets.length") == 1
    artifacts = recorded.artifacts()
    assert [gesture.kind.value for gesture in artifacts.gestures.items] == ["field", "click"]
    assert artifacts.unsupported == {}
    assert artifacts.errors.items == ()

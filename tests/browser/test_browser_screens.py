"""Screens, errors, native dialogs and windows, each with the step in which it happened."""

import pytest

from cxcheck.model.popup import PopupKind
from cxcheck.model.wait import AnswerMethod

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]


def test_documents_and_routes_are_screens_once(recorded, server):
    body = """<a id="hash" href="#part">Part</a><button id="push">Push</button><script>
        push.onclick = () => { history.pushState({}, '', '/one/more'); document.title = 'Pushed'; };</script>"""
    first = server.page("/one", body, title="First")
    server.page("/two", "<h1>Two</h1><iframe src='/three'></iframe>", title="Second")
    server.page("/three", "<h1>In a frame</h1>", title="Framed")
    page = recorded.page
    page.goto(first)
    page.click("#hash")
    recorded.pause(150)
    page.click("#push")
    recorded.pause(150)
    page.goto(server.base + "/two")
    screens = recorded.artifacts().screens
    assert [(s.how, s.url.removeprefix(server.base), s.title) for s in screens.items] == [
        ("document", "/one", "First"),
        ("route", "/one#part", "First"),
        ("route", "/one/more", "Pushed"),
        ("document", "/two", "Second"),
    ]
    assert screens.documents == 2
    assert "about:" not in str([event.data for event in recorded.events if event.kind.startswith("screen/")])


def test_errors_are_recorded_with_their_step(recorded, server):
    body = """<button id="throw" onclick="setTimeout(() => { throw new Error('basket is empty') })">A</button>
        <button id="reject" onclick="Promise.reject(new Error('no stock'))">B</button>
        <button id="ask" onclick="fetch('/broken')">C</button>
        <button id="fine" onclick="try { throw new Error('handled') } catch {}">D</button>"""
    server.page("/broken", "sorry", status=500)
    recorded.open(server.page("/errors", body))
    for act in ("throw", "reject", "ask", "fine"):
        with recorded.recorder.step(act, lambda: recorded.page):
            recorded.page.click(f"#{act}")
            recorded.pause(150)
    found = [(error.step, error.kind, error.text) for error in recorded.artifacts().errors.items]
    assert [(step, kind) for step, kind, _ in found] == [(1, "script"), (2, "script"), (3, "http")]
    assert "basket is empty" in found[0][2]
    assert "no stock" in found[1][2]
    assert found[2][2] == f"500 {server.base}/broken"


def test_a_document_that_fails_is_an_error(recorded, server):
    recorded.open(server.page("/down", "<h1>Sorry</h1>", status=503))
    [error] = recorded.artifacts().errors.items
    assert error.text.startswith("503 ")


ALERT = (
    """<button id="ask" onclick="out.textContent = String(confirm('Really leave?'))">Leave</button><p id="out">.</p>"""
)


@pytest.mark.parametrize("answer", [None, "accept", "dismiss"])
def test_native_dialog_is_recorded_and_hangs_nothing(recorded, server, answer):
    recorded.open(server.page("/alert", ALERT))
    if answer:
        recorded.page.on("dialog", lambda dialog: getattr(dialog, answer)())
    recorded.page.click("#ask", timeout=5_000)
    assert recorded.page.inner_text("#out") == ("true" if answer == "accept" else "false")
    artifacts = recorded.artifacts()
    [popup] = artifacts.popups.items
    assert popup.kind is PopupKind.NATIVE
    assert popup.title == "Really leave?"
    assert popup.asked_for
    assert popup.gone_ms is not None
    [wait] = [wait for wait in artifacts.waits.items if wait.what == "press"]
    assert wait.method is AnswerMethod.DIALOG


def test_windows_are_told_apart_by_who_opened_them(recorded, server):
    server.page("/offer", "<h1>Offer</h1>")
    body = """<button id="open" onclick="window.open('/offer?mine')">Open</button>
        <script>setTimeout(() => window.open('/offer?theirs'), 300)</script>"""
    recorded.page.goto(server.page("/windows", body))
    recorded.pause(700)
    recorded.page.click("#open")
    recorded.pause(500)
    theirs, mine = recorded.artifacts().popups.items
    assert (theirs.kind, mine.kind) == (PopupKind.WINDOW, PopupKind.WINDOW)
    assert theirs.title.endswith("theirs")
    assert not theirs.asked_for
    assert mine.asked_for


def test_a_new_window_is_recorded_too(recorded, server):
    server.page("/offer", "<h1>Offer</h1><button id='yes'>Yes</button>", title="Offer")
    recorded.open(server.page("/windows", "<a id='open' target='_blank' href='/offer'>Open</a>"))
    with recorded.page.expect_popup() as opened:
        recorded.page.click("#open")
    opened.value.click("#yes")
    recorded.pause(100)
    artifacts = recorded.artifacts()
    assert [(screen.page, screen.title) for screen in artifacts.screens.items] == [(1, "A page"), (2, "Offer")]
    assert [(gesture.page, gesture.target.name) for gesture in artifacts.gestures.items] == [(1, "Open"), (2, "Yes")]

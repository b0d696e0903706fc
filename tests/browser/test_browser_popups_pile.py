"""Pop-ups one over the other, and questions with a second layer: each counts once, and is answered by manners."""

import pytest

from cxcheck.errors import JourneyNotFinished
from cxcheck.model.persona import Hands
from cxcheck.model.popup import Ending, PopupKind

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

# A consent bar that is refused on its second layer, and a newsletter that comes over it.
BAR = """<div id="bar" style="position:fixed;bottom:0;left:0;right:0;height:150px;background:#eee">
    <h2>We use cookies</h2><p>Some count your visits, others follow you.</p>
    <p id="first"><button onclick="first.hidden = true; second.hidden = false">Cookie settings</button>
    <button onclick="bar.remove(); out.textContent = 'accept'">Accept all</button></p>
    <p id="second" hidden><label><input type="checkbox" id="visits" checked>Counting visits</label>
    <button onclick="out.textContent = visits.checked; bar.remove()">Save choice</button></p></div>"""
VEIL = "position:fixed;inset:0;background:#0008;z-index:9"
CARD = "position:fixed;left:340px;top:160px;width:400px;height:300px;background:#fff;z-index:10"
NEWS = f"""<div id="news" hidden><div style="{VEIL}"></div><div style="{CARD}"><h2>10 % off</h2>
    <p>Join our newsletter</p><input type="email">
    <button onclick="news.remove()" aria-label="Close">×</button></div></div>"""


def after(ms: int) -> str:
    return f"<script>setTimeout(() => news.hidden = false, {ms})</script>"


@pytest.mark.parametrize("hands", ["mouse", "keyboard"])
def test_a_question_with_a_second_layer_is_refused_there(at, desktop, text, hands):
    persona = desktop.model_copy(update={"hands": Hands(input=hands)})
    visit, customer = at(f"<a href='#in'>Sign in</a><p>{text}</p>{BAR}{NEWS}{after(250)}", persona=persona)
    visit.pause(500)
    customer.follow("sign in")
    assert customer.page.inner_text("#out") == "false"  # saved, with nothing ticked
    found = {popup.kind: popup for popup in visit.artifacts().popups.items}
    assert len(found) == len(visit.artifacts().popups.items) == 2
    consent = found[PopupKind.CONSENT].consent
    assert (consent.accept.clicks, consent.settings.clicks, consent.reject.clicks) == (
        1,
        1,
        3,
    )  # settings, a tick, save
    assert {popup.ending for popup in found.values()} == {Ending.CUSTOMER}
    assert found[PopupKind.NEWSLETTER].gone_ms < found[PopupKind.CONSENT].gone_ms


def test_what_lies_below_another_one_is_still_there(recorded, server, text):
    recorded.page.set_viewport_size({"width": 1080, "height": 640})
    recorded.page.goto(server.page("/pile", f"<main>{text}</main>{BAR}{NEWS}{after(200)}"))
    recorded.pause(600)
    recorded.page.click("[aria-label=Close]")
    recorded.pause(300)
    bar, news = recorded.artifacts().popups.items
    assert (bar.kind, news.kind) == (PopupKind.CONSENT, PopupKind.NEWSLETTER)
    assert (news.at_once, bar.gone_ms) == (2, None)
    assert not bar.asked_for


def test_what_comes_while_the_customer_types_was_not_asked_for(recorded, server, text):
    """Though they had pressed the field just before; a note beside the field is none of its hints."""
    body = """<main><label>Name <input id="name"></label></main><aside id="note" hidden
        style="position:fixed;left:16px;top:60px;width:300px;background:#fff"><button aria-label="Close">×</button>
        <h2>Kiln opening weekend</h2><p>Fresh pots, still warm, and tea from the big kettle.</p></aside>
        <script>document.querySelector('#name').addEventListener('input', () => { note.hidden = false; })</script>"""
    recorded.open(server.page("/typing", body + text))
    recorded.page.click("#name")
    recorded.page.keyboard.type("somebody", delay=20)
    recorded.pause(400)
    [note] = recorded.artifacts().popups.items
    [press] = [event for event in recorded.events if event.kind == "gesture/pressed"]
    assert not note.asked_for
    assert 0 < note.t_ms - press.t_ms < 600  # heard of when it came, not when the field was left


def test_a_check_for_robots_is_not_pressed_away(at, desktop, text):
    check = f"""<div id="check"><div style="{VEIL}"></div><div role="dialog" style="{CARD}"><h2>Are you human?</h2>
        <p>Drag the slider to the piece that is missing.</p><div class="slider">→</div>
        <button onclick="out.textContent = 'verified'; check.remove()">Verify</button></div></div>"""
    _, customer = at(f"<a href='#in'>Sign in</a><p>{text}</p>{check}", persona=desktop)
    with pytest.raises(JourneyNotFinished):
        customer.follow("sign in")
    assert customer.page.inner_text("#out") != "verified"

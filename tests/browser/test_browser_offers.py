"""What an overlay offers: its way out, and the choices of a consent question, with how much each stands out."""

import pytest

from cxcheck.model.popup import Ending, Way

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

CARD = "position:fixed;left:340px;top:120px;width:600px;height:420px;background:#fff;color:#000"
SMALL = "position:absolute;right:4px;top:4px;width:20px;height:20px"
ICON = "<svg width='12' height='12'><path d='M0 0L12 12' stroke='black'/></svg>"
# What it holds: name, named, in_view, width of its way out; None: it has none.
WAYS = {
    "a named button": ("<p>News</p><button style='width:90px'>Close</button>", ("Close", True, True, 90)),
    "a labelled icon": (f"<p>News</p><button aria-label='Close' style='{SMALL}'>{ICON}</button>",
                        ("Close", True, True, 20)),
    "a bare cross": (f"<span style='{SMALL};cursor:pointer'>×</span><p>News</p>", ("×", False, True, 20)),
    "a cross with nothing to tell it": (f"<div style='{SMALL}' onclick=''>✕</div><p>News</p>", ("✕", False, True, 20)),
    "a bare icon in a corner": (f"<a href='#' style='{SMALL}'>{ICON}</a><p>News</p><button>Subscribe</button>",
                                ("", False, True, 20)),
    "in an open shadow tree": ("""<p>News</p><x-way></x-way><script>document.querySelector('x-way').attachShadow(
        {mode: 'open'}).innerHTML = `<button style="width:80px">Dismiss</button>`</script>""",
                               ("Dismiss", True, True, 80)),
    "scrolled out of sight": ("""<div style="height:400px;overflow:auto"><p style="height:900px">News</p>
        <button style="width:90px">Close</button></div>""", ("Close", True, False, 90)),
    "the easier of two": (f"""<span style='{SMALL};cursor:pointer'>×</span><p>News</p>
        <button style='width:120px'>No thanks</button>""", ("No thanks", True, True, 120)),
    "an icon that is no way out": (f"<p>News</p><p style='height:200px'></p><button>{ICON}</button>", None),
    "nothing": ("<p>News</p><button>Subscribe</button><a href='/privacy'>Privacy</a>", None),
}  # fmt: skip


def test_the_way_out_of_each_is_found(recorded, server, text):
    recorded.page.set_viewport_size({"width": 1280, "height": 720})
    for number, (body, _) in enumerate(WAYS.values()):
        page = f"<main>{text}</main><div role='dialog' style='{CARD}'>{body}</div>"
        recorded.page.goto(server.page(f"/way-{number}", page))
        recorded.pause(250)
    popups = recorded.artifacts().popups.items
    assert len(popups) == len(WAYS)
    ways = [p.close and (p.close.name, p.close.named, p.close.in_view, round(p.close.box.width_px)) for p in popups]
    assert dict(zip(WAYS, ways, strict=True)) == {name: way for name, (_, way) in WAYS.items()}


BUTTON = "border:0;padding:12px 30px"
CONSENT = f"""<div role="dialog" id="ask" style="{CARD}"><p>We use cookies to follow you about.</p><div id="first">
    <button style="{BUTTON};background:#000;color:#fff">Accept all</button>
    <button style="{BUTTON};background:linear-gradient(#ddd, #ddd);color:#777" id="mine">REFUSAL</button>
    <button style="{BUTTON};background:none;color:oklch(0 0 0 / 0.5)">Settings of ours</button></div></div>"""


def test_choices_of_a_consent_question_stand_out_as_wcag_counts(recorded, server, text):
    recorded.open(server.page("/consent", f"<main>{text}</main>{CONSENT.replace('REFUSAL', 'Reject all')}"))
    recorded.pause(200)
    recorded.page.click("#mine")
    recorded.page.evaluate("ask.remove()")
    recorded.pause(250)
    [appeared] = recorded.kinds("popup/appeared")
    contrast = {choice["name"]: choice["contrast_ratio"] for choice in appeared.data["choices"]}
    # Black on white; #ddd on white; half-black text on white: WCAG 2's formula by hand.
    assert contrast == pytest.approx({"Accept all": 21, "Reject all": 1.36, "Settings of ours": 3.98}, abs=0.03)
    [popup] = recorded.artifacts().popups.items
    assert (popup.consent.accept.clicks, popup.consent.reject.clicks) == (1, 1)
    assert popup.consent.reject.box.width_px > 60
    assert [(one.way, one.worked) for one in popup.attempts] == [(Way.REFUSE, True)]
    assert popup.ending is Ending.CUSTOMER


def test_what_was_closed_comes_back_on_the_next_page(recorded, server, text):
    def letters(says):
        return f"""<main>{text}<a href="/letters-2" id="next">Next</a></main><div role="dialog" style="{CARD}" id="ask">
            <p>{says}</p><button id="x" onclick="ask.remove()">×</button></div>"""

    recorded.open(server.page("/letters-1", letters("Stay close to us! 14 people look at this.")))
    server.page("/letters-2", letters("STAY CLOSE to us! 9 people look at this.") + "<p>And more.</p>")
    server.page("/letters-3", letters("Get our letters every week."))
    recorded.pause(250)
    recorded.page.click("#x")
    recorded.pause(250)
    recorded.page.click("#next")
    recorded.pause(400)
    recorded.page.keyboard.press("Escape")  # this one does not mind
    recorded.pause(100)
    recorded.page.goto(server.base + "/letters-3")
    recorded.pause(400)
    first, again, other = recorded.artifacts().popups.items
    assert [popup.came_back for popup in (first, again, other)] == [None, 1, None]
    assert [popup.screen for popup in (first, again, other)] == [1, 2, 3]
    assert [popup.ending for popup in (first, again, other)] == [Ending.CUSTOMER, Ending.PAGE, None]
    assert [(one.way, one.control, one.worked) for one in first.attempts] == [(Way.CLOSE, "×", True)]
    assert [(one.way, one.worked) for one in again.attempts] == [(Way.ESCAPE, False)]
    assert (first.close.named, other.close.name) == (False, "×")

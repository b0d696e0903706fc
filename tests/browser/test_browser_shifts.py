"""Layout shifts whose score can be worked out: a block of known size pushed by a known distance."""

import pytest

from cxcheck.checks import page_jumped
from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckOutcome
from cxcheck.record.probes import script

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

PHONE = '<meta name="viewport" content="width=device-width, initial-scale=1">'
STYLE = "<style>*{margin:0} #late{height:0} #block{height:300px;background:#ccc} #more{position:fixed;bottom:0}</style>"


def page(server, path, *, when, push_px=400, reserved_px=0, head=""):
    """A block at the top that a banner, coming when ``when`` says so, pushes down unless room was kept for it."""
    body = f"""<div id="late" style="min-height:{reserved_px}px"></div><div id="block">Block</div>
        <button id="more">More</button>
        <script>const come = () => {{ late.style.height = '{push_px}px'; }}; {when}</script>"""
    return server.page(path, body, title="Tea", head=STYLE + head)


def score(width, height, *, push_px=400, block_px=300):
    """Impact times distance: where it was and is as a share of the window, the way over the window's longer side."""
    impact = (min(push_px, block_px) + min(block_px, height - push_px)) / height
    return impact * push_px / max(width, height)


def judged(recorded):
    (result,) = run_checks([page_jumped], recorded.artifacts(), recorded.persona)
    return result


def test_a_shift_is_recorded_with_score_place_and_distance(recorded, server):
    recorded.page.goto(page(server, "/jump", when="setTimeout(come, 600)"))
    recorded.pause(1000)
    artifacts = recorded.artifacts()
    (shift,) = artifacts.shifts.items
    assert shift.value == pytest.approx(score(1280, 720), rel=0.01)
    assert (shift.moved_px, shift.selector, shift.by_input) == (400, "#block", False)
    assert (shift.box.x_px, shift.box.y_px, shift.box.width_px) == (0, 400, 1280)
    (document,) = artifacts.screens.items
    assert 500 < shift.t_ms - document.t_ms < 1500


def test_it_is_found_and_its_twin_that_keeps_room_is_not(record, desktop, server):
    jumps = record(desktop)
    jumps.page.goto(page(server, "/jump", when="setTimeout(come, 300)"))
    jumps.pause(700)
    (finding,) = judged(jumps).findings
    assert finding.severity == "serious"
    assert finding.value > 0.25
    assert finding.sentence == "The page “Tea” jumped by 400 pixels by itself."
    stands = record(desktop)
    stands.page.goto(page(server, "/stand", when="setTimeout(come, 300)", reserved_px=400))
    stands.pause(700)
    assert (judged(stands).outcome, stands.kinds("page/shifted")) == (CheckOutcome.PASS, [])


@pytest.mark.parametrize("delay_ms", [50, 900])
def test_a_phone_is_judged_as_strictly_as_a_desktop(on_phone, server, delay_ms):
    """The browser calls early shifts of an emulated phone the customer's own doing; nobody has touched it."""
    on_phone.page.goto(page(server, "/jump", when=f"setTimeout(come, {delay_ms})", head=PHONE))
    on_phone.pause(delay_ms + 500)
    result = judged(on_phone)
    assert result.value == pytest.approx(score(412, 839), rel=0.01)
    assert result.outcome is CheckOutcome.FAIL


@pytest.mark.parametrize(("delay_ms", "outcome"), [(100, CheckOutcome.PASS), (900, CheckOutcome.FAIL)])
def test_what_a_press_moves_at_once_is_the_customers_own_doing(recorded, server, delay_ms, outcome):
    recorded.open(page(server, "/more", when=f"more.onclick = () => setTimeout(come, {delay_ms})"))
    recorded.page.click("#more")
    recorded.pause(delay_ms + 400)
    assert len(recorded.kinds("page/shifted")) == 1
    assert judged(recorded).outcome is outcome


def test_scrolling_and_animated_transforms_shift_nothing(recorded, server):
    body = """<div style="height:3000px"><div id="block" style="transition:transform .2s">Block</div></div>
        <script>setTimeout(() => { block.style.transform = 'translateY(300px)'; }, 200)</script>"""
    recorded.open(server.page("/calm", body, head=STYLE))
    recorded.page.mouse.wheel(0, 900)
    recorded.pause(600)
    assert recorded.kinds("page/shifted") == []


def test_a_page_that_never_stops_is_not_heard_forever(recorded, server):
    forever = """var frames = 0; const flip = () => {
        late.style.height = frames++ % 2 ? '0' : '40px'; requestAnimationFrame(flip); }; flip()"""
    recorded.open(page(server, "/restless", when=forever))
    recorded.page.wait_for_function("frames > 400")
    recorded.pause(100)
    assert len(recorded.kinds("page/shifted")) == 300


def test_shifts_in_a_frame_are_not_the_pages(recorded, server):
    page(server, "/inner", when="setTimeout(come, 200)")
    recorded.open(server.page("/outer", '<iframe src="/inner" style="width:900px;height:700px"></iframe>'))
    recorded.pause(600)
    assert recorded.kinds("page/shifted") == []


def test_a_browser_without_such_entries_is_not_measured(record, desktop, server, monkeypatch):
    older = """{ const types = PerformanceObserver.supportedEntryTypes.filter((type) => type !== 'layout-shift');
        Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { get: () => types }); }"""
    for listener in ("probes", "pages"):
        monkeypatch.setattr(f"cxcheck.record.listeners.{listener}.script", lambda: older + script())
    recorded = record(desktop)
    recorded.page.goto(page(server, "/jump", when="setTimeout(come, 200)"))
    recorded.pause(500)
    result = judged(recorded)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no layout-shift entries (shifts)")


def test_a_page_whose_styles_come_late_has_not_jumped(recorded, server):
    """Nothing is painted until they are there, though the page is laid out without them before."""
    server.put("/late.css", "body{margin:90px}", headers={"Content-Type": "text/css"})
    late = '<link rel="stylesheet" href="/late.css?ms=700">'
    recorded.page.goto(server.page("/styled", "<h1>Tea</h1><div id='block'>Block</div>", head=late + STYLE))
    recorded.pause(600)
    artifacts = recorded.artifacts()
    assert artifacts.shifts.items == ()

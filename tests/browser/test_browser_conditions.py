"""A persona's line, processor, screen, language, time and hands are what the page gets."""

from itertools import pairwise
from statistics import median

import pytest

from cxcheck import settings
from cxcheck.model.persona import BrowserTraits, Hands, NetworkTraits, Persona
from cxcheck.record.conditions import context_arguments

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

MARIA = Persona(
    key="maria",
    title="Maria",
    browser=BrowserTraits(device="Pixel 7", locale="es-MX", timezone="America/Mexico_City"),
    network=NetworkTraits(profile="slow-4g"),
    hands=Hands(input="touch"),
)
SELF = """({
  agent: navigator.userAgent, language: navigator.language, touch: navigator.maxTouchPoints > 0,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone, width: innerWidth,
})"""
FETCH = """async () => {
  const from = performance.now(); await (await fetch('/bytes?n=200000')).text(); return performance.now() - from;
}"""
SEND = """async () => {
  const from = performance.now(); await (await fetch('/slow', { method: 'POST', body: 'x'.repeat(60000) })).text();
  return performance.now() - from;
}"""
ONE_BY_ONE = "async () => { for (let n = 0; n < 6; n++) await (await fetch('/latency?n=' + n)).text(); }"
SPIN = "() => { const from = performance.now(); for (let i = 0; i < 3e7; i++); return performance.now() - from; }"


def test_persona_is_what_the_page_sees(record, server):
    visit = record(MARIA)
    visit.page.goto(server.page("/self", "<meta name=viewport content='width=device-width'><h1>Hola</h1>"))
    told = visit.page.evaluate(SELF)
    assert told.pop("agent").endswith(" cxcheck")
    assert told == {"language": "es-MX", "touch": True, "zone": "America/Mexico_City", "width": 412}


def test_desk_has_no_touch_and_says_who_it_is(recorded, server):
    recorded.page.goto(server.page("/self", "<h1>Hello</h1>"))
    told = recorded.page.evaluate(SELF)
    assert told["agent"].endswith(" cxcheck")
    assert not told["touch"]
    assert (told["language"], told["width"]) == ("en-US", 1280)


def test_slow_line_is_slow(record, recorded, server):
    address = server.page("/self", "<h1>Hola</h1>")
    recorded.page.goto(address)
    assert recorded.page.evaluate(FETCH) <= 500
    recorded.artifacts()
    visit = record(MARIA)
    visit.page.goto(address)
    assert 900 <= visit.page.evaluate(FETCH) <= 2_500  # 200 kB at 1.6 Mbit/s take 0.98 s, and the line's delay


@pytest.mark.parametrize("times", [3])
def test_slow_line_is_there_from_the_first_request(record, server, times):
    server.page("/heavy", "x" * 200_000)
    for _ in range(times):
        visit = record(MARIA)
        visit.page.goto(server.base + "/heavy")
        [request] = visit.artifacts().requests.items
        assert request.end_ms - request.start_ms >= 900


def test_latency_is_what_the_server_sees(record, server):
    """From one request's arrival to that of the next, which waits for its answer."""
    visit = record(MARIA)
    visit.page.goto(server.page("/self", "<h1>Hola</h1>"))
    visit.page.evaluate(ONE_BY_ONE)
    arrivals = server.arrivals("/latency")
    assert len(arrivals) == 6
    assert 150 <= median(after - before for before, after in pairwise(arrivals)) <= 300


def test_what_is_sent_is_slow_too(record, server):
    visit = record(MARIA)
    visit.page.goto(server.page("/self", "<h1>Hola</h1>"))
    assert 700 <= visit.page.evaluate(SEND) <= 2_000  # 60 kB at 675 kbit/s take 0.71 s, and the line's delay


def spun(page) -> list[float]:
    """Milliseconds a fixed loop takes, twenty times."""
    return [page.evaluate(SPIN) for _ in range(20)]


def slowed(free: list[float], slow: list[float]) -> bool:
    """On a busy machine any loop may take longer, and a browser that waits for the processor lets some run unslowed."""
    return median(slow) >= 2.5 * min(free)


def test_slow_processor_is_slow(record, server):
    address = server.page("/self", "<h1>Hola</h1>")
    took = []
    for slowdown in (1, 6):
        visit = record(Persona(key="slow", title="Slow", network=NetworkTraits(cpu_slowdown=slowdown)))
        visit.page.goto(address)
        took.append(spun(visit.page))
        visit.artifacts()
    assert slowed(*took), took


def test_new_windows_and_frames_of_other_sites_are_slow_too(record, recorded, server):
    """Each has a process, and so a line and a processor, of its own."""
    server.page("/inner", "<h1>Inside</h1>")
    server.page("/window", "<h1>New</h1>")
    frame = f"<iframe src='{server.other}/inner' width=300 height=200></iframe>"
    address = server.page("/outer", f"<a href='/window' target=_blank>New</a>{frame}")
    slow = MARIA.model_copy(update={"network": NetworkTraits(profile="slow-4g", cpu_slowdown=6)})
    fetched, spins = {}, {}
    for name, visit in (("free", recorded), ("slow", record(slow))):
        visit.page.goto(address)
        [_, inner] = visit.page.frames
        inner.wait_for_selector("h1")
        with visit.context.expect_page() as opened:
            visit.page.click("a")
        window = opened.value
        window.wait_for_selector("h1")
        visit.recorder.pages.wait_until_prepared(window)
        fetched[name] = [place.evaluate(FETCH) for place in (inner, window)]
        spins[name] = [spun(place) for place in (inner, window)]
    assert max(fetched["free"]) < 900 <= min(fetched["slow"])
    assert all(slowed(*took) for took in zip(spins["free"], spins["slow"], strict=True)), spins


MATCHES = """(queries) => queries.filter((query) => matchMedia(query).matches)"""
WISHES = {
    "(prefers-reduced-motion: reduce)": {"reduced_motion": "reduce"},
    "(prefers-color-scheme: dark)": {"color_scheme": "dark"},
    "(prefers-contrast: more)": {"contrast": "more"},
    "(forced-colors: active)": {"forced_colors": "active"},
    "(max-width: 640px) and (resolution: 2dppx)": {"zoom": 2},
}


def test_wishes_reach_the_page(record, recorded, server):
    """All of them together, and each only where it is somebody's wish."""
    address = server.page("/self", "<h1>Hello</h1>")
    traits = {name: value for wish in WISHES.values() for name, value in wish.items()}
    visit = record(Persona(key="all", title="All", browser=BrowserTraits(**traits)))
    visit.page.goto(address)
    assert visit.page.evaluate(MATCHES, [*WISHES]) == [*WISHES]
    recorded.page.goto(address)
    assert recorded.page.evaluate(MATCHES, [*WISHES]) == []


def test_zoomed_to_twice_the_size(at, desktop):
    """Half as much fits in, everything is reached and told by the page's own pixels, and the picture shows it large."""
    body = """<meta name=viewport content="width=device-width"><h1>Shop</h1><p style="height:900px">Long</p>
        <a href="#in" onclick="out.textContent = 'in'">Sign in</a>"""
    zoomed = desktop.model_copy(update={"browser": BrowserTraits(viewport=(1280, 720), zoom=2)})
    visit, customer = at(body, persona=zoomed)
    facts = "[innerWidth, innerHeight, devicePixelRatio, screen.width]"
    assert customer.page.evaluate(facts) == [640, 360, 2, 1280]
    with customer.step("Sign in"):
        customer.follow("sign in")
    assert customer.page.inner_text("#out") == "in"
    artifacts = visit.artifacts()
    [press] = [gesture for gesture in artifacts.gestures.items if gesture.kind.value == "click"]
    box = press.target.box
    assert press.target.name == "Sign in"
    assert 0 <= box.y_px <= box.y_px + box.height_px <= 360
    picture = artifacts.pictures.items[-1]
    assert (picture.width_px, picture.height_px) == (640, 360)


FACTS = """() => ({
  language: navigator.language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, width: innerWidth,
  touch: navigator.maxTouchPoints > 0, dark: matchMedia('(prefers-color-scheme: dark)').matches,
  still: matchMedia('(prefers-reduced-motion: reduce)').matches,
  contrast: matchMedia('(prefers-contrast: more)').matches, forced: matchMedia('(forced-colors: active)').matches,
})"""


AS_CHROMIUM_SAYS = {"Asia/Kolkata": "Asia/Calcutta"}  # the city's older name


def expected(persona, devices) -> dict:
    """What a page may be told of a persona, by its file alone."""
    traits = persona.browser
    window = traits.viewport[0] if traits.viewport else devices[traits.device]["viewport"]["width"]
    return {
        "language": traits.locale,
        "zone": AS_CHROMIUM_SAYS.get(traits.timezone, traits.timezone),
        "width": int(window / traits.zoom),
        "touch": persona.hands.input == "touch",
        "dark": traits.color_scheme == "dark",
        "still": traits.reduced_motion == "reduce",
        "contrast": traits.contrast == "more",
        "forced": traits.forced_colors == "active",
    }


def test_everybody_of_the_pool_is_what_their_file_says(browser, playwright, server):
    """Without a recorder: a context each, and one page."""
    address = server.page("/self", "<meta name=viewport content='width=device-width'><h1>Hello</h1>")
    for persona in settings.pool().values():
        with browser.new_context(**context_arguments(persona, playwright.devices, "Test")) as context:
            page = context.new_page()
            page.goto(address)
            assert page.evaluate(FACTS) == expected(persona, playwright.devices), persona.key


SHOP_IN_ARABIC = """<html lang=ar dir=rtl><meta name=viewport content="width=device-width"><title>متجر</title>
  <button aria-label="القائمة" aria-expanded=false onclick="ways.hidden = false">☰</button>
  <nav id=ways hidden><a href="#" onclick="join.hidden = false; return false">إنشاء حساب</a></nav>
  <form id=join hidden onsubmit="out.textContent = 'تم إنشاء حسابك بنجاح'; join.hidden = true; return false">
    <label>الاسم الأول <input name=a required></label> <label>اسم العائلة <input name=b required></label>
    <label>البريد الإلكتروني <input name=c required></label>
    <label>كلمة المرور <input type=password name=d required></label>
    <label>تأكيد كلمة المرور <input type=password name=e required></label>
    <button>تسجيل</button></form>"""


def test_from_right_to_left(at):
    """Somebody who reads Arabic finds the way in a shop that is written from right to left, and signs up."""
    visit, customer = at(SHOP_IN_ARABIC, persona=settings.pool()["nour"])
    with customer.step("Sign up"):
        customer.follow("sign up")
        typed = "() => [...document.querySelectorAll('#join input')].map((field) => field.value)"
        customer.complete("sign up")
        customer.expect("signed up")
    me = customer.identity
    assert customer.page.evaluate(typed) == [
        me.given_name, me.family_name, me.email, me.password, me.password,
    ]  # fmt: skip
    assert me.given_name == "نور"
    assert visit.artifacts().timeline.outcome.value == "finished"

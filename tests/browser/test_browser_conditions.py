"""A persona's line, language, time and hands are what the page gets."""

import pytest

from cxcheck.model.persona import BrowserTraits, Hands, NetworkTraits, Persona

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


def test_slow_processor_is_slow(record, server):
    spin = "() => { const from = performance.now(); for (let i = 0; i < 3e7; i++); return performance.now() - from; }"
    address = server.page("/self", "<h1>Hola</h1>")
    took = []
    for slowdown in (1, 6):
        visit = record(Persona(key="slow", title="Slow", network=NetworkTraits(cpu_slowdown=slowdown)))
        visit.page.goto(address)
        took.append(min(visit.page.evaluate(spin) for _ in range(3)))
        visit.artifacts()
    assert took[1] >= 2.5 * took[0]

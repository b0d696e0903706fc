"""Waits, against what the page itself says happened: how far off is what we say?

One delay for each kind; all delays are in ``tests/benchmarks/waits.py``.
"""

import pytest
from wait_pages import put_pages

from cxcheck.model.wait import AnswerMethod

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

DELAY_MS = 300
ALLOWED_MS = 150  # the truth is stamped by the page; this is for a machine that is busy
HEAD = "<style>@keyframes turn { to { rotate: 1turn } }</style>"
IN_PAGE = {AnswerMethod.PAINT, AnswerMethod.CHANGE}
METHODS = {
    "update": IN_PAGE,
    "fetch": IN_PAGE,
    "document": {AnswerMethod.DOCUMENT},
    "redirects": {AnswerMethod.DOCUMENT},
    "route": IN_PAGE,
    "dialog": IN_PAGE,
    "frame": IN_PAGE,
    "frame-origin": IN_PAGE,
    "class": IN_PAGE,
    "checked": {AnswerMethod.ANIMATION},
    "scroll": {AnswerMethod.SCROLL},
    "spinner": IN_PAGE,
    "spinner-timer": IN_PAGE,
    "skeleton": IN_PAGE,
}


@pytest.fixture
def ask(server):
    """Press "Go" on the page that answers in that way; what really happened, and what was measured."""
    put_pages(server)

    def act(visit, way, told=lambda page: page.evaluate("truth")):
        visit.open(f"{server.base}/ask?way={way}&delay={DELAY_MS}&other={server.other}")
        visit.rest()
        visit.page.click("#go", no_wait_after=True)
        visit.pause(DELAY_MS + 700)
        visit.rest()
        truth = told(visit.page)
        [wait] = [wait for wait in visit.artifacts().waits.items if wait.what == "press"]
        return truth, wait

    return act


def test_the_way_to_what_is_pressed_is_no_answer(filmed, server):
    """What was scrolled to reach a dead button, and the field left behind, are drawn after the press."""
    body = """<main><label>E-mail <input id="email" style="outline-width: 6px"></label>
        <p style="height: 700px">Lamps</p>
        <button id="dead">Send</button><p style="height: 1500px">Chairs</p></main>"""
    filmed.open(server.page("/far-down", body))
    filmed.page.click("#email")
    filmed.page.keyboard.type("somebody", delay=5)
    filmed.pause(300)
    filmed.page.click("#dead")
    filmed.pause(700)
    assert not filmed.recorder.shows_an_answer()
    [*_, wait] = filmed.artifacts().waits.items
    assert wait.method is AnswerMethod.NONE


@pytest.mark.parametrize("way", METHODS)
def test_wait_is_what_the_page_took(recorded, ask, way):
    truth, wait = ask(recorded, way)
    assert wait.method in METHODS[way]
    assert not wait.never_settled
    assert wait.first_ms == pytest.approx(truth["first"] - truth["pressed"], abs=ALLOWED_MS)
    assert wait.duration_ms == pytest.approx(truth["ready"] - truth["pressed"], abs=ALLOWED_MS)


@pytest.mark.parametrize("way", ["animate", "canvas"])
def test_what_only_the_screen_shows_is_timed_by_its_frames(filmed, ask, way):
    def told(page):
        assert filmed.recorder.shows_an_answer()  # nobody presses twice
        return page.evaluate("truth")

    truth, wait = ask(filmed, way, told)
    assert wait.method is AnswerMethod.FRAME
    assert wait.first_ms == pytest.approx(truth["first"] - truth["pressed"], abs=2 * ALLOWED_MS)


def test_a_press_that_nothing_answers_is_not_answered_by_its_frames(filmed, ask):
    shows, wait = ask(filmed, "nothing", lambda _: filmed.recorder.shows_an_answer())
    assert not shows
    assert (wait.method, wait.answer_ms) == (AnswerMethod.NONE, None)
    assert filmed.kinds("frame/shown")


def test_a_window_answers_with_its_first_paint(recorded, ask):
    truth, wait = ask(recorded, "window", lambda page: page.context.pages[-1].evaluate("truth"))
    assert (wait.method, wait.untimed) == (AnswerMethod.WINDOW, "")
    assert wait.first_ms == pytest.approx(truth["first"] - truth["pressed"], abs=ALLOWED_MS)


def test_a_download_answers_when_it_begins(recorded, server, ask):
    truth, wait = ask(recorded, "download")
    assert (wait.method, wait.untimed) == (AnswerMethod.DOWNLOAD, "")
    assert wait.first_ms == pytest.approx(server.answered_ms("/file") - truth["pressed"], abs=ALLOWED_MS)


def test_an_address_that_is_entered_answers_no_press(recorded, server):
    recorded.open(server.page("/dead", '<button id="dead">Buy</button>'))
    recorded.page.click("#dead")
    recorded.pause(300)
    recorded.open(server.page("/next", "<h1>Here you are</h1>"))
    press, opening = [wait for wait in recorded.artifacts().waits.items if wait.from_ms][-2:]
    assert (press.what, press.answer_ms) == ("press", None)
    assert opening.what == "opening"


def test_a_tap_is_waited_on_like_a_click(on_phone, server, ask):
    put_pages(server)
    on_phone.open(f"{server.base}/ask?way=update&delay={DELAY_MS}&other=")
    on_phone.page.tap("#go")
    on_phone.pause(DELAY_MS + 300)
    truth = on_phone.page.evaluate("truth")
    [wait] = [wait for wait in on_phone.artifacts().waits.items if wait.what == "press"]
    assert wait.first_ms == pytest.approx(truth["first"] - truth["pressed"], abs=ALLOWED_MS)


def test_opening_by_address_is_a_wait(recorded, server):
    server.page("/answer", "<h1>Here you are</h1>")
    recorded.open(server.base + "/answer?ms=600")
    recorded.rest()
    shown_ms = recorded.page.evaluate(
        """Math.max(performance.getEntriesByType('navigation')[0].loadEventEnd,
             ...performance.getEntriesByType('paint').map((entry) => entry.startTime))"""
    )
    [wait] = recorded.artifacts().waits.items
    assert wait.what == "opening"
    assert wait.duration_ms >= 600
    assert wait.duration_ms == pytest.approx(shown_ms, abs=ALLOWED_MS)


def test_dead_click_has_no_answer(recorded, server):
    recorded.open(server.page("/dead", '<button id="dead">Buy</button>'))
    recorded.page.click("#dead")
    recorded.pause(2_600)
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.answer_ms is None
    assert wait.method is AnswerMethod.NONE
    assert wait.watched_ms >= 2_500


def test_change_out_of_view_is_no_answer(recorded, server):
    body = """<button id="dead" onclick="far.textContent = 'Bought'">Buy</button>
        <div style="height:3000px"></div><p id="far">.</p><p id="hidden" hidden>.</p>"""
    recorded.open(server.page("/far", body))
    recorded.page.click("#dead")
    recorded.pause(500)
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.answer_ms is None


MOVING = {
    "CSS": '<div style="animation: turn 1s infinite; width:5em">Sale</div>',
    "style by script": """<div id="moving" style="width:5em">Sale</div><script>
        let at = 0; setInterval(() => { moving.style.marginLeft = (at = (at + 3) % 200) + 'px'; }, 50);</script>""",
    "a clock": """<p id="clock">0</p><script>
        let at = 0; setInterval(() => { clock.textContent = ++at; }, 300);</script>""",
    "many at once": """<div id="snow"></div><script>
        snow.innerHTML = '<p class=flake>*</p>'.repeat(30); let at = 0;
        setInterval(() => {
          at++; document.querySelectorAll('.flake').forEach((flake) => { flake.style.marginLeft = at % 200 + 'px'; });
        }, 50);
        </script>""",
    "nodes come and go": """<div id="rain"></div><script>
        const drop = () => Object.assign(document.createElement('p'), {textContent: Math.random()});
        setInterval(() => rain.replaceChildren(drop()), 50);
        </script>""",
}


@pytest.mark.parametrize("what", MOVING)
def test_what_moves_all_the_time_neither_holds_up_nor_answers(recorded, server, what):
    body = '<button id="dead">Buy</button>' + MOVING[what]
    recorded.page.goto(server.page("/moving", body, head=HEAD))
    recorded.pause(2_500 if what == "a clock" else 500)
    assert recorded.rest()
    recorded.page.click("#dead")
    recorded.pause(700)
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.answer_ms is None
    assert not recorded.kinds("page/never-at-rest")


def test_an_answer_beside_something_that_moves_is_seen(recorded, server):
    body = (
        MOVING["style by script"]
        + """<button id="go" onclick="setTimeout(() => { out.textContent = 'Bought' }, 400)">
        Buy</button><p id="out">.</p>"""
    )
    recorded.page.goto(server.page("/moving", body))
    recorded.pause(500)
    recorded.page.click("#go")
    recorded.pause(700)
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.duration_ms == pytest.approx(400, abs=ALLOWED_MS)


def test_an_answer_that_keeps_changing_is_an_answer(recorded, server):
    body = """<button id="go" onclick="let n = 0; setInterval(() => { out.textContent = ++n }, 50)">Go</button>
        <p id="out">.</p>"""
    recorded.open(server.page("/counting", body))
    recorded.page.click("#go")
    recorded.pause(700)
    assert recorded.rest()
    [wait] = [wait for wait in recorded.artifacts().waits.items if wait.what == "press"]
    assert wait.answer_ms - wait.from_ms == pytest.approx(50, abs=ALLOWED_MS)


BLOCK = "const until = performance.now() + 1500; while (performance.now() < until);"


def test_gesture_is_timed_when_it_happened_though_the_page_hung(recorded, server):
    body = f"""<button id="go">Go</button><script>
        window.stamps = [];
        addEventListener('pointerdown', (event) => stamps.push(performance.timeOrigin + event.timeStamp));
        go.addEventListener('pointerdown', () => {{ {BLOCK} }});</script>"""
    recorded.open(server.page("/blocked", body))
    heard = []
    clock = recorded.recorder.clock
    recorded.recorder.journal.listen(lambda event: heard.append((event.kind, clock.now_ms())))
    before = clock.now_ms()
    recorded.page.click("#go")
    recorded.pause(300)
    stamp = clock.from_browser_ms(recorded.page.evaluate("stamps[0]"))
    [gesture] = recorded.artifacts().gestures.items
    arrived = next(at for kind, at in heard if kind == "gesture/pressed")
    assert gesture.t_ms == pytest.approx(stamp, abs=5)
    assert gesture.t_ms >= before - 20
    assert arrived - gesture.t_ms >= 0


def test_gesture_is_timed_when_it_happened_though_the_page_was_busy(recorded, server):
    recorded.open(server.page("/busy", '<button id="go">Go</button>'))
    clock = recorded.recorder.clock
    heard = []
    recorded.recorder.journal.listen(lambda event: heard.append((event.kind, clock.now_ms())))
    box = recorded.page.locator("#go").bounding_box()
    recorded.page.evaluate(f"void setTimeout(() => {{ {BLOCK} }}, 100)")
    recorded.pause(250)
    before = clock.now_ms()
    recorded.page.mouse.click(box["x"] + 5, box["y"] + 5)
    recorded.pause(300)
    [gesture] = recorded.artifacts().gestures.items
    arrived = next(at for kind, at in heard if kind == "gesture/pressed")
    assert -20 <= gesture.t_ms - before <= 200
    assert arrived - gesture.t_ms >= 900

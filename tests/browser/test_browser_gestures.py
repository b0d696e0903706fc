"""What the customer does is counted from raw Playwright calls, each once; what they type is never written."""

import json

import pytest

from cxcheck.model.gesture import GestureKind
from cxcheck.score.costs import counts, steps

pytestmark = pytest.mark.browser

MARKER = "Quagga-7391-zebra"
FORM = """
<form action="/thanks" method="post">
  <label>Name <input id="name" name="name"></label>
  <label for="mail">E-mail</label><input id="mail" type="email">
  <label for="secret">Password</label><input id="secret" type="password">
  <label for="note">Note</label><textarea id="note"></textarea>
  <div id="rich" contenteditable style="min-height:2em;border:1px solid">&nbsp;</div>
  <div id="plain" contenteditable="plaintext-only" style="min-height:2em;border:1px solid"></div>
  <label><input id="terms" type="checkbox"> I agree</label>
  <input id="red" type="radio" name="colour"><label for="red">Red</label>
  <label for="size">Size</label><select id="size"><option>S<option>M<option>L</select>
  <label for="day">Day</label><input id="day" type="date">
  <label for="loud">Loudness</label><input id="loud" type="range">
  <label for="paper">Paper</label><input id="paper" type="file">
  <label for="full">Full</label><input id="full" value="already there">
  <label><input id="news" type="checkbox" checked> News</label>
  <div id="host"><template shadowrootmode="open">
    <input id="box" type="checkbox"><select id="list"><option>A<option>B</select><input id="file" type="file">
    <button id="inside" type="button">Inside</button><input id="slider" type="range"><input id="text">
  </template></div>
  <div id="card" draggable="true">Card</div><div id="pile" ondragover="event.preventDefault()">Pile</div>
  <button id="plain-button" type="button">Look</button>
  <button id="send">Send</button>
</form>
<div style="height:4000px"></div>
"""


@pytest.fixture
def form(server):
    server.page("/thanks", "<h1>Thank you</h1>")
    return server.page("/form", FORM)


PAPER = {"name": "paper.txt", "mimeType": "text/plain", "buffer": b"paper"}


def middle(page, selector):
    """Where to point at it."""
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def draw(page, selector):
    """Take a slider by its middle, and draw it along."""
    x, y = middle(page, selector)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=6)
    page.mouse.up()


# No two neighbours fill in the same field: the table would count that as one.
ACTS = {
    "click": (lambda page: page.click("#plain-button"), [("click", "#plain-button")]),
    "fill": (lambda page: page.fill("#mail", "a@b.example"), [("field", "#mail")]),
    "two clicks": (
        lambda page: [page.click("#plain-button"), page.click("#plain-button")],
        [("click", "#plain-button")] * 2,
    ),
    "press_sequentially": (lambda page: page.locator("#mail").press_sequentially("a@b.c"), [("field", "#mail")]),
    "click, then keyboard.type": (
        lambda page: [page.click("#name"), page.keyboard.type("Ann")],
        [("field", "#name")],
    ),
    "textarea": (lambda page: page.fill("#note", "Hello"), [("field", "#note")]),
    "two fields": (
        lambda page: [page.fill("#name", "Ann"), page.fill("#mail", "a@b.example")],
        [("field", "#name"), ("field", "#mail")],
    ),
    "contenteditable": (
        lambda page: [page.click("#rich"), page.keyboard.type("Hello")],
        [("field", "#rich")],
    ),
    "check": (lambda page: page.check("#terms"), [("tick", "#terms")]),
    "contenteditable by fill": (lambda page: page.fill("#rich", "Hello"), [("field", "#rich")]),
    "contenteditable, plain text": (
        lambda page: [page.click("#plain"), page.keyboard.type("Hello")],
        [("field", "#plain")],
    ),
    "check by label": (lambda page: page.get_by_text("I agree").click(), [("tick", "#terms")]),
    "radio": (lambda page: page.check("#red"), [("tick", "#red")]),
    "check by key": (lambda page: page.press("#terms", "Space"), [("tick", "#terms")]),
    "select_option": (lambda page: page.select_option("#size", "L"), [("choice", "#size")]),
    "date by fill": (lambda page: page.fill("#day", "2030-01-31"), [("field", "#day")]),
    "Tab": (lambda page: [page.focus("#name"), page.keyboard.press("Tab")], [("key", "#name")]),
    "Enter in a field": (
        lambda page: [
            page.fill("#mail", "a@b.example"),
            page.keyboard.press("Enter"),
            page.wait_for_url("**/thanks"),
        ],
        [("field", "#mail"), ("key", "#mail")],
    ),
    "Space on a button": (lambda page: page.press("#plain-button", "Space"), [("key", "#plain-button")]),
    "wheel": (lambda page: [page.mouse.wheel(0, 1440), page.wait_for_timeout(500)], [("scroll", "")]),
    "a correction": (
        lambda page: [page.click("#name"), page.keyboard.type("Anm"), page.keyboard.press("Backspace")],
        [("field", "#name")],
    ),
    "dblclick": (lambda page: page.dblclick("#plain-button"), [("click", "#plain-button")] * 2),
    "get_by_role, click": (
        lambda page: page.get_by_role("button", name="Look").click(),
        [("click", "#plain-button")],
    ),
    "mouse.click": (lambda page: page.mouse.click(*middle(page, "#plain-button")), [("click", "#plain-button")]),
    "mouse.dblclick": (
        lambda page: page.mouse.dblclick(*middle(page, "#plain-button")),
        [("click", "#plain-button")] * 2,
    ),
    "the right button": (lambda page: page.click("#plain-button", button="right"), [("click", "#plain-button")]),
    "uncheck": (lambda page: page.uncheck("#news"), [("tick", "#news")]),
    "check what is checked": (lambda page: page.check("#news"), []),
    "set_checked": (lambda page: page.get_by_label("News").set_checked(False), [("tick", "#news")]),
    "set_checked, by key": (lambda page: page.press("#news", "Space"), [("tick", "#news")]),
    "select_option of what is chosen": (lambda page: page.select_option("#size", "S"), [("choice", "#size")]),
    "range by fill": (lambda page: page.fill("#loud", "80"), [("choice", "#loud")]),
    "set_input_files": (lambda page: page.set_input_files("#paper", PAPER), [("choice", "#paper")]),
    "clear": (lambda page: page.locator("#full").clear(), [("field", "#full")]),
    "clear what is empty": (lambda page: page.locator("#mail").clear(), []),
    "fill over what is there": (lambda page: page.fill("#full", "new"), [("field", "#full")]),
    "keyboard.press of a letter": (
        lambda page: [page.focus("#name"), page.keyboard.press("a")],
        [("field", "#name")],
    ),
    "keyboard.insert_text": (
        lambda page: [page.focus("#mail"), page.keyboard.insert_text("a@b.example")],
        [("field", "#mail")],
    ),
    "drag_and_drop": (lambda page: page.drag_and_drop("#card", "#pile"), [("click", "#card")]),
    "hover": (lambda page: page.hover("#plain-button"), []),
    "focus": (lambda page: page.focus("#name"), []),
    "select_text": (lambda page: page.locator("#full").select_text(), []),
    "set_content, then click": (
        lambda page: [page.set_content("<button id='own'>Own</button>"), page.click("#own")],
        [("click", "#own")],
    ),
    "set_content, then fill": (
        lambda page: [page.set_content("<input id='own'>"), page.fill("#own", "Ann")],
        [("field", "#own")],
    ),
    "set_input_files of a file on disk": (
        lambda page: page.set_input_files("#paper", __file__),
        [("choice", "#paper")],
    ),
    "in a shadow root: check": (lambda page: page.check("#box"), [("tick", "#host >> #box")]),
    "in a shadow root: select_option": (lambda page: page.select_option("#list", "B"), [("choice", "#host >> #list")]),
    "in a shadow root: set_input_files": (
        lambda page: page.set_input_files("#file", __file__),
        [("choice", "#host >> #file")],
    ),
    "in a shadow root: fill": (lambda page: page.fill("#text", "Ann"), [("field", "#host >> #text")]),
    "in a shadow root: click": (lambda page: page.click("#inside"), [("click", "#host >> #inside")]),
    "a slider drawn along": (lambda page: draw(page, "#loud"), [("choice", "#loud")]),
    "in a shadow root: a slider drawn along": (lambda page: draw(page, "#slider"), [("choice", "#host >> #slider")]),
    "a slider by two keys": (
        lambda page: [page.press("#loud", "ArrowRight"), page.press("#loud", "ArrowRight")],
        [("choice", "#loud")],
    ),
    "el.click()": (lambda page: page.evaluate("document.getElementById('plain-button').click()"), []),
    "dispatch_event": (lambda page: page.dispatch_event("#plain-button", "click"), []),
    "a script's own events": (
        lambda page: page.evaluate(
            """for (const type of ['pointerdown', 'mousedown', 'click', 'input', 'change'])
                 for (const id of ['name', 'size', 'terms', 'plain-button'])
                   document.getElementById(id).dispatchEvent(new Event(type, {bubbles: true}))"""
        ),
        [],
    ),
}


def walk(visit, address, acts):
    """Each act on a page of its own; returns the gestures of each, by the act's name."""
    began = []
    for name, act in acts.items():
        visit.page.goto(f"{address}?{len(began)}")
        began.append((visit.recorder.clock.now_ms(), name))
        act(visit.page)
    gestures = visit.artifacts().gestures.items
    found = {name: [] for name in acts}
    for gesture in gestures:
        found[[name for at, name in began if at <= gesture.t_ms + 5][-1]].append(gesture)
    return found


def trusted(gestures):
    return [(gesture.kind.value, gesture.target.selector) for gesture in gestures if gesture.trusted]


def test_each_act_is_counted_once(recorded, form):
    found = walk(recorded, form, {name: act for name, (act, _) in ACTS.items()})
    assert {name: trusted(gestures) for name, gestures in found.items()} == {
        name: expected for name, (_, expected) in ACTS.items()
    }
    [click] = found["el.click()"]
    assert not click.trusted
    assert click.target.name == "Look"


def test_tap_is_a_tap(on_phone, form):
    acts = {"button": lambda page: page.tap("#plain-button"), "box": lambda page: page.locator("#terms").tap()}
    found = walk(on_phone, form, acts)
    assert trusted(found["button"]) == [("tap", "#plain-button")]
    assert trusted(found["box"]) == [("tick", "#terms")]


ROUTES = """
<a id="hash" href="#there">There</a> <button id="own" onclick="history.back()">Back</button>
<button id="push" onclick="history.pushState({}, '', '/pushed?' + history.length)">Push</button>
<button id="plain-button">Look</button>
"""


def forth(page, *presses):
    for selector in presses:
        page.click(selector)


# What is done after one page and then another was opened, and how often that is going back.
WAYS = {
    "to a document": (lambda page: page.go_back(), 1),
    "to a document, after a press that did nothing": (
        lambda page: [page.click("#plain-button"), page.wait_for_timeout(1100), page.go_back()],
        1,
    ),
    "from a hash": (lambda page: [page.click("#hash"), page.go_back()], 1),
    "from a pushed route": (lambda page: [page.click("#push"), page.go_back()], 1),
    "twice between routes": (lambda page: [forth(page, "#push", "#push"), page.go_back(), page.go_back()], 2),
    "from a route, then to a document": (lambda page: [page.click("#push"), page.go_back(), page.go_back()], 2),
    "back, and forward again": (lambda page: [page.go_back(), page.go_forward()], 1),
    "back and forward between routes": (lambda page: [page.click("#hash"), page.go_back(), page.go_forward()], 1),
    "the page's own control, to a document": (lambda page: page.click("#own"), 0),
    "the page's own control, to a route": (lambda page: forth(page, "#push", "#own"), 0),
    "a script, to a route": (lambda page: [page.click("#push"), page.evaluate("history.back()")], 0),
    "a press on a link": (lambda page: page.click("#hash"), 0),
    "loaded again": (lambda page: page.reload(), 0),
}


@pytest.mark.parametrize("way", WAYS)
def test_going_back_is_counted(recorded, server, quick_end, way):
    act, expected = WAYS[way]
    for path in ("/first", "/second"):
        recorded.open(server.page(path, ROUTES))
    act(recorded.page)
    recorded.pause(300)
    assert recorded.artifacts().gestures.count(GestureKind.BACK) == expected


def test_back_to_another_host(record, desktop, server):
    visit = record(desktop, allowed_hosts=("127.0.0.1", "localhost"))
    server.page("/first", ROUTES)
    visit.open(server.base + "/first")
    visit.open(server.other + "/first")
    visit.page.go_back()
    visit.pause(300)
    assert visit.artifacts().gestures.count(GestureKind.BACK) == 1


def test_characters_are_counted(recorded, form):
    fields = ("name", "secret", "note", "rich", "plain")
    acts = {f"fill {field}": lambda page, field=field: page.fill(f"#{field}", MARKER) for field in fields}
    acts |= {
        f"type {field}": lambda page, field=field: page.locator(f"#{field}").press_sequentially(MARKER)
        for field in fields
    }
    acts["insert_text"] = lambda page: [page.focus("#note"), page.keyboard.insert_text(MARKER)]
    acts["fill over what is there"] = lambda page: page.fill("#full", MARKER)
    found = walk(recorded, form, acts)
    counted = {name: [gesture.characters for gesture in gestures] for name, gestures in found.items()}
    assert counted == {name: [len(MARKER)] for name in acts}


def test_all_of_a_visit_in_the_scorecards_counts(recorded, server, form):
    page = recorded.page
    with recorded.recorder.step("Fill in", lambda: page):
        page.goto(form)
        page.click("#plain-button")
        page.evaluate("document.getElementById('plain-button').click()")
        page.fill("#name", "Ann")
        page.keyboard.press("Tab")
        page.keyboard.type("a@b.example")
        page.check("#terms")
        page.check("#red")
        page.select_option("#size", "L")
        page.dispatch_event("#plain-button", "click")
        page.press("#plain-button", "Space")
    with recorded.recorder.step("Look around", lambda: page):
        page.mouse.wheel(0, 1080)
        page.wait_for_timeout(700)
        page.evaluate("scrollTo(0, 0)")
        page.goto(server.base + "/thanks")
        page.go_back()
        recorded.pause(300)
        recorded.recorder.journal.add("gesture/switched", {"to": "mailbox"})
        recorded.recorder.journal.add("gesture/switched", {"to": "site"})
    artifacts = recorded.artifacts()
    first = {"presses": 2, "clicks": 1, "taps": 0, "keys": 2, "tabs": 1, "fields": 2, "characters": 14, "choices": 1}
    first |= {"ticks": 2, "screenfuls": 0, "backs": 0, "switches": 0, "popup_gestures": 0}
    second = dict.fromkeys(first, 0) | {"screenfuls": 1.5, "backs": 1, "switches": 1}
    both = {name: first[name] + second[name] for name in first}
    found = [done.model_dump(include=set(first)) for done in (*steps(artifacts, recorded.persona), counts(artifacts))]
    assert found == [first, second, both]


def test_typed_text_is_in_no_event(recorded, form):
    page = recorded.page
    page.goto(form)
    for field in ("name", "secret", "note", "rich", "plain"):
        page.locator(f"#{field}").press_sequentially(MARKER)
        page.click(f"#{field}")  # describes the field now that the text stands in it
        page.keyboard.press("Tab")
        page.fill(f"#{field}", MARKER + MARKER)
        page.click(f"#{field}")
    page.fill("#mail", f"{MARKER}@b.example")
    page.locator("#note").evaluate("(field, text) => { field.title = ''; field.defaultValue = text }", MARKER)
    page.click("#note")
    page.click("#send")
    page.wait_for_url("**/thanks")
    assert recorded.artifacts().gestures.count(GestureKind.FIELD) >= 6
    written = json.dumps([event.model_dump(mode="json") for event in recorded.events])
    assert MARKER not in written
    assert len(recorded.kinds("gesture/pressed")) >= 11


def test_a_field_just_filled_is_not_lost_at_the_end(recorded, form):
    recorded.page.goto(form)
    recorded.page.fill("#name", "Ann")
    assert recorded.artifacts().gestures.count(GestureKind.FIELD) == 1

"""Scrolling counts when the customer does it, or would have had to; not when the page scrolls by itself."""

import pytest

pytestmark = pytest.mark.browser

TALL = "<div style='height:3000px'></div>"
PAGE = f"""
<meta name="viewport" content="width=device-width">
<p><button id="near">Near</button> <a id="to-far" href="#far">Down</a></p>
<div id="box" style="height:200px;overflow:auto;border:1px solid"><div style="height:2000px"></div>
  <button id="in-box">Inside</button></div>
<iframe id="frame" height="200" srcdoc="{TALL.replace("'", "")}<button id=in-frame>Framed</button>"></iframe>
{TALL}
<button id="far">Far</button> <input id="field">
{TALL}
<div style="position:fixed;top:0;right:0"><button id="fixed">Always there</button></div>
"""


@pytest.fixture
def page(recorded, server):
    recorded.open(server.page("/tall", PAGE))
    return recorded.page


def scrolls(visit):
    """(what did it, screenfuls) of each scroll, once the page is quiet."""
    visit.pause(900)
    found = [gesture for gesture in visit.artifacts().gestures.items if gesture.kind.value == "scroll"]
    return [(gesture.field_kind, round(gesture.screenfuls, 1)) for gesture in found]


def screenfuls(page, px, of=None):
    return round(px / (of or page.viewport_size["height"]), 1)


def top(page):
    return page.evaluate("scrollY")


def stands_still(page):
    """A finger's scroll runs on, for as long as the machine takes over it."""
    before = None
    while before != (before := top(page)):
        page.wait_for_timeout(400)


class TestByHand:
    def test_the_wheel(self, recorded, page):
        page.mouse.move(5, 5)
        page.mouse.wheel(0, 1440)
        assert scrolls(recorded) == [("wheel", 2.0)]

    def test_up_and_down_in_one_go_is_where_it_led_and_two_goes_are_two(self, recorded, page):
        page.mouse.move(5, 5)
        for px in (720, -720):
            page.mouse.wheel(0, px)
            page.wait_for_timeout(400)
        assert scrolls(recorded) == [("wheel", 1.0), ("wheel", 1.0)]

    def test_the_wheel_over_a_box_is_in_that_boxs_height(self, recorded, page):
        page.hover("#box")
        page.mouse.wheel(0, 500)
        assert scrolls(recorded) == [("wheel", 2.5)]

    def test_the_wheel_inside_a_frame(self, recorded, page):
        page.hover("#frame")
        page.mouse.wheel(0, 400)
        assert scrolls(recorded) == [("wheel", 2.0)]

    @pytest.mark.parametrize("key", ["PageDown", "Space", "End"])
    def test_keys(self, recorded, page, key):
        page.keyboard.press(key)
        page.wait_for_function("scrollY > 500")
        page.wait_for_timeout(900)
        expected = screenfuls(page, top(page))
        assert scrolls(recorded) == [("keys", expected)]

    def test_a_finger(self, on_phone, server):
        on_phone.open(server.page("/tall", PAGE))
        session = on_phone.context.new_cdp_session(on_phone.page)
        for kind, y in (("touchStart", 700), *(("touchMove", y) for y in range(660, 260, -40)), ("touchEnd", None)):
            points = [{"x": 100, "y": y}] if y else []
            if kind == "touchEnd":
                on_phone.pause(200)  # a finger that rests before it is lifted: nothing glides on
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        stands_still(on_phone.page)
        found = scrolls(on_phone)
        assert on_phone.kinds("gesture/pressed") == []  # coming down to scroll is no tap
        went = top(on_phone.page) / on_phone.page.viewport_size["height"]
        assert went > 0.3
        assert {by for by, _ in found} == {"touch"}
        assert sum(screenfuls for _, screenfuls in found) == pytest.approx(went, abs=0.1)


class TestToReachSomething:
    """Playwright brings into view what it presses or fills in; a customer scrolls there."""

    @pytest.mark.parametrize(
        "act",
        [
            lambda page: page.click("#far"),
            lambda page: page.fill("#field", "Ann"),
            lambda page: page.locator("#field").press_sequentially("Ann"),
            lambda page: page.press("#far", "Enter"),
        ],
        ids=["click", "fill", "press_sequentially", "press"],
    )
    def test_down_to_it(self, recorded, page, act):
        act(page)
        expected = screenfuls(page, top(page))
        assert expected > 3
        assert scrolls(recorded) == [("reach", expected)]

    def test_comes_before_the_press_so_that_pressing_into_a_field_and_typing_stay_one(self, recorded, page):
        page.click("#field")
        page.keyboard.type("Ann")
        recorded.pause(900)
        assert [gesture.kind.value for gesture in recorded.artifacts().gestures.items] == ["scroll", "field"]

    def test_by_tap(self, on_phone, server):
        on_phone.open(server.page("/tall", PAGE))
        on_phone.page.tap("#far")
        assert scrolls(on_phone) == [("reach", screenfuls(on_phone.page, top(on_phone.page)))]

    def test_there_and_back(self, recorded, page):
        page.click("#far")
        down = top(page)
        page.click("#near")
        assert scrolls(recorded) == [("reach", screenfuls(page, down)), ("reach", screenfuls(page, down - top(page)))]

    def test_on_a_page_that_scrolls_smoothly(self, recorded, server):
        recorded.open(server.page("/smooth", "<style>html{scroll-behavior:smooth}</style>" + PAGE))
        recorded.page.click("#far")
        recorded.pause(1000)
        assert scrolls(recorded) == [("reach", screenfuls(recorded.page, top(recorded.page)))]

    def test_inside_a_box(self, recorded, page):
        page.click("#in-box")
        moved = page.evaluate("document.getElementById('box').scrollTop")
        assert scrolls(recorded) == [("reach", screenfuls(page, moved, of=200))]

    def test_inside_a_frame(self, recorded, page):
        page.mouse.move(5, 5)
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(900)
        page.frame_locator("#frame").locator("#in-frame").click()
        kinds = [by for by, _ in scrolls(recorded)]
        assert sorted(kinds) == ["reach", "reach", "wheel"]  # to the frame, and in it

    def test_what_was_in_sight_needs_no_scroll(self, recorded, page):
        page.click("#near")
        page.click("#fixed")
        assert scrolls(recorded) == []


class TestByThePage:
    @pytest.mark.parametrize(
        "script",
        [
            "scrollTo(0, 2000)",
            "scrollTo({top: 2000, behavior: 'smooth'})",
            "document.getElementById('far').scrollIntoView()",
            "document.getElementById('box').scrollTop = 900",
            "location.hash = 'far'",
        ],
    )
    def test_a_script_alone(self, recorded, page, script):
        page.evaluate(script)
        page.wait_for_timeout(900)
        assert page.evaluate("scrollY + document.getElementById('box').scrollTop") > 500
        assert scrolls(recorded) == []

    def test_beside_a_hand(self, recorded, page):
        page.evaluate("scrollTo(0, 2000)")
        page.wait_for_timeout(700)
        page.mouse.move(5, 5)
        page.mouse.wheel(0, 720)
        page.wait_for_timeout(700)
        page.evaluate("scrollTo(0, 0)")
        assert scrolls(recorded) == [("wheel", 1.0)]

    def test_a_press_on_what_always_stands_there(self, recorded, page):
        page.evaluate("scrollTo(0, 2000)")
        page.click("#fixed")
        assert scrolls(recorded) == []

    def test_a_link_within_the_page(self, recorded, page):
        page.click("#to-far")
        page.wait_for_timeout(700)
        assert top(page) > 2000
        assert scrolls(recorded) == []

    def test_the_focus_that_tab_moves(self, recorded, page):
        page.focus("#near")
        for _ in range(8):  # past the link, the box, the frame and what is in them
            page.keyboard.press("Tab")
            page.wait_for_timeout(50)
            if page.evaluate("document.activeElement.id") == "far":
                break
        assert top(page) > 2000
        page.keyboard.press("Enter")
        assert scrolls(recorded) == []

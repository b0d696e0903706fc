"""The replay in a browser: opened from disk, offline; it plays, is steered, and ends."""

import json

import pytest
from playwright.sync_api import expect
from watched import PHONE, forgotten_password

from cxcheck.replay.page import visit_page

pytestmark = pytest.mark.browser


@pytest.fixture
def watch(new_context, tmp_path):
    """Open the replay of a made-up visit; whatever the page asks for or complains about fails the test."""
    said = []

    def watch(*, watched=None, **how):
        watched = watched or forgotten_password()
        path = tmp_path / "replay.html"
        path.write_text(visit_page(watched.visit(), watched.story.events, watched.read), encoding="utf-8")
        context = new_context(**({"offline": True, "viewport": {"width": 1024, "height": 700}} | how))
        page = context.new_page()
        page.on("request", lambda one: None if one.url.startswith(("file:", "data:")) else said.append(one.url))
        page.on("console", lambda one: said.append(one.text))
        page.on("pageerror", lambda one: said.append(str(one)))
        page.on("dialog", lambda one: (said.append(one.message), one.dismiss()))
        page.goto(path.as_uri())
        return page

    yield watch
    assert said == []


def until(page, said) -> None:
    """The page's policy forbids what Playwright's own waiting for a function needs."""
    for _ in range(1_500):
        if page.evaluate(said):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"never: {said}")


def at(page) -> int:
    return int(page.locator(".range").input_value())


def test_it_plays_at_once_and_goes_where_it_is_told(watch):
    page = watch()
    expect(page.locator("#play")).to_have_text("Pause")
    until(page, "Number(document.querySelector('.range').value) > 300")
    expect(page.locator(".card--intro")).to_contain_text("Back in my account")
    page.keyboard.press(" ")
    expect(page.locator("#play")).to_have_text("Play")
    stopped = at(page)
    data = json.loads(page.locator("#data").text_content())["lanes"][0]
    for moment in data["moments"]:
        page.keyboard.press("n")
        assert at(page) == moment["at"]
        expect(page.locator(".hurt")).to_contain_text(moment["sentence"])
        expect(page.locator("#said")).to_contain_text(moment["word"])
    page.keyboard.press("ArrowLeft")
    assert at(page) == data["moments"][-1]["at"] - 5_000
    page.get_by_role("button", name="2. Open the e-mail").click()
    expect(page.locator(".step__title")).to_have_text("Open the e-mail")
    assert at(page) == data["chapters"][1]["at"] > stopped
    page.locator(".marks .mark--critical").first.click()
    assert page.locator(".hurt--critical").is_visible()
    page.keyboard.press("4")
    expect(page.get_by_role("button", name="4×")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("End")
    expect(page.locator(".end")).to_contain_text("What it cost")
    expect(page.locator(".end")).to_contain_text("Fix")
    expect(page.locator(".clock__total")).to_have_text(_seconds(data["clock"][-1][1]))
    page.get_by_role("button", name="Watch again").first.click()
    expect(page.locator("#play")).to_have_text("Pause")


def _seconds(ms: float) -> str:
    minutes, seconds = divmod(round(ms / 1000), 60)
    return " ".join([f"{minutes} min"] * bool(minutes) + [f"{seconds} s"] * bool(seconds or not minutes))


def test_it_comes_to_its_end_by_itself(watch):
    page = watch()
    page.keyboard.press("4")
    length = int(page.locator(".range").get_attribute("max"))
    page.locator(".range").evaluate(
        "(range, at) => { range.value = at; range.dispatchEvent(new Event('input')); }", length - 1_500
    )
    expect(page.locator(".end")).to_be_visible()
    expect(page.locator("#said")).to_have_text("The replay has ended.")
    assert at(page) == length


def test_pictures_follow_the_place_in_the_replay(watch):
    page = watch()
    page.keyboard.press(" ")
    page.keyboard.press("Home")
    shown = "document.querySelector('canvas').toDataURL()"
    until(page, f"document.querySelector('canvas').width === 640 && (window.first = {shown})")
    page.keyboard.press("n")
    until(page, "document.querySelector('canvas').width === 1280")  # the pop-up's own picture
    page.keyboard.press("Home")
    until(page, f"{shown} === window.first")


def test_who_asks_for_less_motion_starts_it_themselves(watch):
    page = watch(reduced_motion="reduce")
    until(page, "performance.getEntriesByName('playing').length")
    assert at(page) == 0
    expect(page.locator("#play")).to_have_text("Play")
    page.get_by_role("button", name="Play", exact=True).last.click()
    until(page, "Number(document.querySelector('.range').value) > 200")


def test_a_phone_fits_into_a_narrow_window(watch):
    page = watch(watched=forgotten_password(size=PHONE, hands="touch"), viewport={"width": 390, "height": 844})
    page.keyboard.press(" ")
    page.keyboard.press("n")
    page.wait_for_timeout(50)
    sides = page.evaluate("""() => ({
        wide: document.documentElement.scrollWidth, screen: document.querySelector('.screen').getBoundingClientRect(),
        below: document.querySelector('.controls').getBoundingClientRect().bottom})""")
    assert sides["wide"] <= 390
    assert sides["below"] <= 844
    assert sides["screen"]["height"] > 1.5 * sides["screen"]["width"] > 150


def test_everything_is_reached_by_keyboard(watch):
    page = watch()
    page.keyboard.press(" ")
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className.split(' ')[0]"))
    assert {"play", "next", "back", "forth", "range", "mark", "name"} <= reached


def test_without_scripts_it_is_a_storyboard(watch):
    page = watch(java_script_enabled=False)
    expect(page.get_by_role("heading", name="Open the e-mail")).to_be_visible()
    expect(page.locator("#player")).to_be_hidden()
    assert page.locator(".panel img").count() == 3

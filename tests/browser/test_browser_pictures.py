"""Pictures are taken where they should be, and show no secret."""

import pytest

from cxcheck.model.artifact import Outcome

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]


def size_of(jpeg):
    """(width, height) from the frame header."""
    at = 2
    while jpeg[at + 1] not in {0xC0, 0xC1, 0xC2}:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return int.from_bytes(jpeg[at + 7 : at + 9], "big"), int.from_bytes(jpeg[at + 5 : at + 7], "big")


@pytest.mark.parametrize("who", ["recorded", "on_phone"])
def test_a_picture_at_each_steps_end(request, server, who):
    visit = request.getfixturevalue(who)
    visit.page.goto(server.page("/step", "<h1>Step</h1>"))
    for title in ("Look", "Look again"):
        with visit.recorder.step(title, lambda: visit.page):
            pass
    artifacts = visit.artifacts()
    viewport = visit.page.viewport_size
    assert [(p.step, p.reason, p.width_px, p.height_px) for p in artifacts.pictures.items] == [
        (step, "step-end", viewport["width"], viewport["height"]) for step in (1, 2)
    ]
    assert [step.finished for step in artifacts.timeline.steps] == [True, True]
    for picture in artifacts.pictures.items:
        jpeg = visit.files[picture.file]
        assert jpeg.startswith(b"\xff\xd8\xff")
        assert size_of(jpeg) == (viewport["width"], viewport["height"])


def test_a_step_that_fails_leaves_a_picture_and_is_not_finished(recorded, server):
    recorded.page.goto(server.page("/step", "<h1>Step</h1>"))
    with pytest.raises(ZeroDivisionError), recorded.recorder.step("Divide", lambda: recorded.page):
        _ = 1 / 0
    artifacts = recorded.artifacts(Outcome.NOT_FINISHED)
    [picture] = artifacts.pictures.items
    [step] = artifacts.timeline.steps
    assert (picture.reason, picture.step) == ("error", 1)
    assert recorded.files[picture.file].startswith(b"\xff\xd8\xff")
    assert not step.finished


def test_a_failure_outside_any_step_leaves_a_picture(recorded, server):
    recorded.page.goto(server.page("/step", "<h1>Step</h1>"))
    [picture] = recorded.artifacts(Outcome.NOT_FINISHED).pictures.items
    assert picture.reason == "error"


FIELDS = """<input id="secret" type="password" value=""> <input id="card" autocomplete="cc-number">
    <input id="code" autocomplete="one-time-code"> <input id="plain">
    <button id="show" onclick="secret.type = 'text'">Show</button>"""
OWN_SHEETS = "<script>document.adoptedStyleSheets = [new CSSStyleSheet()]</script>"


@pytest.mark.parametrize("more", ["", OWN_SHEETS], ids=["as it is", "with sheets of its own"])
def test_a_secret_is_in_no_picture(recorded, server, more):
    page = recorded.page
    pixels = {}
    for value in ("correct1horse2", "battery3staple"):
        page.goto(server.page("/secret", FIELDS + more))
        for field in ("secret", "card", "code", "plain"):
            page.fill(f"#{field}", value)
        page.click("#show")
        assert page.get_attribute("#secret", "type") == "text"
        pixels[value] = {name: page.locator(f"#{name}").screenshot() for name in ("secret", "card", "code", "plain")}
    one, other = pixels.values()
    assert [name for name in one if one[name] != other[name]] == ["plain"]


def test_a_secret_in_a_frame_of_another_origin_is_in_no_picture(record, desktop, server):
    """As where a payment provider's fields stand in the shop's page."""
    visit = record(desktop, allowed_hosts=("127.0.0.1", "localhost"))
    fields = server.page("/fields", FIELDS).replace(server.base, server.other)
    pixels = {}
    for value in ("correct1horse2", "battery3staple"):
        visit.page.goto(server.page("/till", f"<iframe id=till src='{fields}' width=600 height=200></iframe>"))
        inside = visit.page.frame_locator("#till")
        for field in ("secret", "card", "code", "plain"):
            inside.locator(f"#{field}").fill(value)
        pixels[value] = {name: inside.locator(f"#{name}").screenshot() for name in ("secret", "card", "code", "plain")}
    one, other = pixels.values()
    assert [name for name in one if one[name] != other[name]] == ["plain"]

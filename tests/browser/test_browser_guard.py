"""No page of another host, however one gets there; and the cache stays as it was."""

import pytest
from playwright.sync_api import Error

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]


@pytest.fixture
def start(server):
    other = server.other
    server.page("/elsewhere", "<h1>Elsewhere</h1>", title="Elsewhere")
    body = f"""<a id="link" href="{other}/elsewhere">Go</a>
        <form action="{other}/elsewhere" method="post"><button id="post">Send</button></form>
        <button id="window" onclick="window.open('{other}/elsewhere')">Open</button>
        <button id="script" onclick="location.href = '{other}/elsewhere'">Jump</button>"""
    return server.page("/start", body, title="Start")


@pytest.mark.parametrize("way", ["link", "post", "window", "script"])
def test_another_host_is_refused(recorded, server, start, way):
    before = server.hits("/elsewhere")
    recorded.page.goto(start)
    recorded.page.click(f"#{way}", no_wait_after=True)
    for _ in range(50):  # a busy machine refuses late
        recorded.pause(100)
        if recorded.recorder.guard.refused:
            break
    assert recorded.recorder.guard.refused == [server.other + "/elsewhere"]
    assert server.hits("/elsewhere") == before
    assert "Elsewhere" not in [screen.title for screen in recorded.artifacts().screens.items]


def test_another_host_by_address_is_refused(recorded, server, start):
    before = server.hits("/elsewhere")
    with pytest.raises(Error, match="ERR_BLOCKED_BY_CLIENT"):
        recorded.page.goto(server.other + "/elsewhere")
    assert server.hits("/elsewhere") == before


def test_a_redirect_to_another_host_is_refused(recorded, server, start):
    server.put("/moved", "", status=302, headers={"Location": server.other + "/elsewhere"})
    before = server.hits("/elsewhere")
    with pytest.raises(Error, match="ERR_BLOCKED_BY_CLIENT"):
        recorded.page.goto(server.base + "/moved")
    assert server.hits("/elsewhere") == before


def test_allowed_hosts_and_frames_of_others_pass(record, desktop, server, start):
    both = record(desktop, allowed_hosts=("127.0.0.1", "localhost"))
    both.page.goto(server.other + "/elsewhere")
    assert both.page.title() == "Elsewhere"
    both.artifacts()

    own = record(desktop)
    frame = f"<iframe src='{server.other}/elsewhere'></iframe>"
    own.page.goto(server.page("/framing", frame))
    assert own.page.frames[1].title() == "Elsewhere"
    assert own.recorder.guard.refused == []


def test_nobody_is_refused_after_the_end(recorded, server, start, new_context):
    recorded.artifacts()
    page = new_context().new_page()
    page.goto(server.other + "/elsewhere")
    assert page.title() == "Elsewhere"


def test_cache_stays_on(recorded, server):
    server.put(
        "/app.js", "window.loaded = true", headers={"Content-Type": "text/javascript", "Cache-Control": "max-age=60"}
    )
    before = server.hits("/app.js")
    server.page("/first", "<script src='/app.js'></script>")
    server.page("/second", "<script src='/app.js'></script>")
    recorded.page.goto(server.base + "/first")
    recorded.page.goto(server.base + "/second")
    assert recorded.page.evaluate("loaded")
    assert server.hits("/app.js") - before == 1

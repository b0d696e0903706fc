"""How documents stand after loading: their status, and how many ways lead on."""

import pytest

from cxcheck.checks import dead_end
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import CheckOutcome

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

AROUND = """<header><a href="/">Home</a><button>Menu</button></header><nav><a href="/a">A</a></nav>{}
    <footer><a href="/help">Help</a><form><input><button>Subscribe</button></form></footer>"""
VEIL = "position:fixed;inset:0;background:#fff;z-index:9"


def settled(recorded, address):
    recorded.page.goto(address)
    for _ in range(40):
        recorded.pause(100)
        if recorded.kinds("screen/settled"):
            break
    recorded.pause(400)  # and not a second time
    keys = ("status", "ways_on", "says")
    return [{key: event.data[key] for key in keys} for event in recorded.kinds("screen/settled")]


@pytest.mark.parametrize("status", [200, 404, 410, 500, 503])
def test_status_and_heading(recorded, server, status):
    body = AROUND.format(f"<main><h1>Status {status}</h1><p>Nothing more.</p></main>")
    assert settled(recorded, server.page(f"/s{status}", body, status=status)) == [
        {"status": status, "ways_on": 0, "says": f"Status {status}"}
    ]


WAYS = {
    "none": ("<p>Sorry.</p>", 0),
    "a link": ('<a href="/">Home</a>', 1),
    "a link and two buttons": ('<a href="/">Home</a><button>Again</button><input type="submit" value="Send">', 3),
    "things that act as such": ('<div role="button" tabindex="0">Go</div><span role="link">On</span>', 2),
    "invisible ones": ('<a href="/" hidden>A</a><button style="visibility:hidden">B</button><a href="/"></a>', 0),
    "disabled ones": ('<button disabled>A</button><div role="button" aria-disabled="true">B</div>', 0),
    "a jump on the page": ('<a href="#end">Down</a><p id="end">End</p>', 0),
    "a script behind a hash": ('<a href="#" onclick="1">Again</a>', 1),
    "a header of its own": ("<article><header><a href='/'>A</a></header><footer><a href='/b'>B</a></article>", 2),
    "navigation of its own": ("<nav><a href='/'>Crumb</a></nav>", 0),
    "a frame": ("<iframe srcdoc='Pay' style='width:400px;height:300px'></iframe>", 1),
    "a frame of no size": ("<iframe srcdoc='x' style='width:1px;height:1px'></iframe>", 0),
    "in an open shadow": (
        "<div id='host'></div><script>host.attachShadow({mode:'open'}).innerHTML = '<a href=\"/\">A</a>'</script>", 1,
    ),
}  # fmt: skip


def test_ways_on(recorded, server):
    found = {}
    for number, (name, (body, _)) in enumerate(WAYS.items()):
        recorded.page.goto(server.page(f"/way-{number}", AROUND.format(f"<main>{body}</main>")))
        recorded.pause(600)
        found[name] = [event.data["ways_on"] for event in recorded.kinds("screen/settled")][number:]
    assert found == {name: [ways] for name, (_, ways) in WAYS.items()}


def test_what_lies_over_the_page_leads_nowhere(recorded, server):
    body = f"<main><p>Sorry.</p></main><div role='dialog' style='{VEIL}'><p>Cookies?</p><button>Accept</button></div>"
    (data,) = settled(recorded, server.page("/veiled", AROUND.format(body)))
    assert data["ways_on"] == 0


def test_what_a_script_puts_in_after_loading_counts(recorded, server):
    late = """<main id="app"></main><script>addEventListener('load', () => setTimeout(() => {
        app.innerHTML = '<h1>Welcome</h1><a href="/shop">Shop</a>'; }, 200))</script>"""
    (data,) = settled(recorded, server.page("/late", late))
    assert data == {"status": 200, "ways_on": 1, "says": "Welcome"}


def test_a_page_that_never_stands_still_is_looked_at_all_the_same(recorded, server):
    body = """<main><p id="clock">0</p><a href="/">Home</a></main>
        <script>setInterval(() => clock.textContent++, 50)</script>"""
    recorded.open(server.page("/restless", body))
    recorded.pause(2000)
    assert recorded.kinds("screen/settled") == []
    recorded.pause(1500)
    (event,) = recorded.kinds("screen/settled")
    assert event.data["ways_on"] == 1


def test_without_a_heading_it_says_its_first_words_and_not_too_many(recorded, server):
    (data,) = settled(recorded, server.page("/words", "<p>Nobody&nbsp;knows   <b>why</b>.</p>" + "<p>long</p>" * 99))
    assert data["says"].startswith("Nobody knows why. long")
    assert len(data["says"]) == 120


def test_frames_and_error_pages_of_the_browser_are_no_documents_of_the_sites(recorded, server):
    server.page("/inner", "<h1>Inner</h1>")
    recorded.page.goto(server.page("/outer", '<h1>Outer</h1><iframe src="/inner"></iframe>'))
    recorded.pause(600)
    with pytest.raises(Exception, match="ERR_"):
        recorded.page.goto("http://127.0.0.1:9/")
    recorded.pause(600)
    assert [event.data["says"] for event in recorded.kinds("screen/settled")] == ["Outer"]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("<h1>Link expired</h1><p>Sorry.</p>", CheckOutcome.FAIL),
        ("<h1>Link expired</h1><form><button>Send me another link</button></form>", CheckOutcome.PASS),
    ],
)
def test_a_dead_end_is_found_and_its_twin_with_a_way_on_is_not(recorded, server, body, outcome):
    settled(recorded, server.page("/expired", AROUND.format(f"<main>{body}</main>"), status=410))
    (result,) = run_checks([dead_end], recorded.artifacts(), recorded.persona)
    assert result.outcome is outcome


def test_where_the_customer_got_stuck(recorded, server):
    settled(recorded, server.page("/stuck", AROUND.format("<main><h1>Thanks</h1></main>")))
    (result,) = run_checks([dead_end], recorded.artifacts(Outcome.NOT_FINISHED), recorded.persona)
    assert [finding.sentence for finding in result.findings] == [
        "“Thanks” leads nowhere: nothing on it takes the customer on."
    ]

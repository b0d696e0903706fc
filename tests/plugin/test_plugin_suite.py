"""``--cx``: ordinary pytest-playwright tests are scored as they are; what they come to stays their own."""

import json
import xml.etree.ElementTree as ET

import pytest

from cxcheck.pipeline import judge_visit
from cxcheck.store.folder import read_visit

pytestmark = pytest.mark.browser

PASSWORD = "Quagga-7391-zebra"
PAGES = {
    "/": "<title>Shop</title><h1>Shop</h1><a href='/basket'>Basket</a>",
    "/basket": "<title>Basket</title><h1>Basket</h1><button onclick='out.textContent=`Paid`'>Pay</button><p id=out>",
    "/login": "<title>Sign in</title><form action=/basket><input type=password id=p><button>Sign in</button></form>",
}
CONFTEST = f"""
import pytest
from playwright.sync_api import Page

@pytest.fixture
def signed_in(page: Page):
    page.goto("/login")
    page.fill("#p", "{PASSWORD}")
    page.click("button")
    return page

@pytest.fixture(scope="module")
def shared(browser, base_url):
    with browser.new_context(base_url=base_url) as context:
        page = context.new_page()
        page.goto("/basket")
        yield page

@pytest.fixture
def own_browser(browser_type, browser_type_launch_args, base_url):
    browser = browser_type.launch(**browser_type_launch_args)
    yield browser.new_page(base_url=base_url)
    browser.close()

@pytest.fixture
def broken(page):
    page.goto("/login")
    page.fill("#p", "{PASSWORD}")
    raise RuntimeError(page.input_value("#p"))

@pytest.fixture(params=["gold", "plain"])
def persona(request):
    return request.param

@pytest.fixture
def customer(persona):
    return f"a {{persona}} customer of our own"
"""
TESTS = f"""
import unittest
import pytest
from playwright.sync_api import expect

def test_checkout_works(page):
    \"\"\"Pay what is in the basket.

    More about it.\"\"\"
    page.goto("/")
    page.click("text=Basket")
    page.click("text=Pay")
    expect(page.locator("#out")).to_have_text("Paid")
    assert "cxcheck" not in page.evaluate("navigator.userAgent")

def test_no_browser():
    pass

class TestSignedIn:
    def test_paying(self, signed_in):
        signed_in.click("text=Pay")

def test_what_fails(page):
    page.goto("/login")
    page.fill("#p", "{PASSWORD}")
    expect(page.locator("#p")).to_have_value("", timeout=100)

def test_set_up_fails(broken):
    pass

def test_own_fixtures(customer, page):
    page.goto("/basket")

def test_several_contexts(browser, base_url):
    for path in ("/basket", "/"):
        with browser.new_context(has_touch=True, locale="de-DE", viewport={{"width": 500, "height": 400}}) as context:
            page = context.new_page()
            page.goto(base_url + path)
            page.tap("h1")

def test_shared(shared):
    shared.click("text=Pay")

def test_shared_again(shared):
    shared.click("text=Pay")
    shared.click("text=Pay")

def test_shared_unused(shared):
    assert shared

def test_no_web(page):
    page.set_content("<title>Own</title><button>Hi</button>")
    page.click("button")
    page.set_content("<title>Own again</title><button>Hi</button>")
    page.click("button")
    page.goto("data:text/html,<title>Data</title><button>Hi</button>")
    page.click("button")

def test_own_browser(own_browser):
    own_browser.goto("/")
    own_browser.click("text=Basket")
    own_browser.click("text=Pay")

def test_another_time(page):
    page.clock.install(time=0)
    page.goto("/basket")
    page.click("text=Pay")

def test_no_scripts(browser, base_url):
    with browser.new_context(java_script_enabled=False) as context:
        context.new_page().goto(base_url)

def test_closed_at_once(browser):
    browser.new_context().close()

def test_skipped(page):
    page.goto("/")
    pytest.skip("not today")

class TestOfUnittest(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def _page(self, page):
        self.page = page

    def test_unittest(self):
        self.page.goto("/basket")
        self.page.click("button")
"""


@pytest.fixture(scope="module")
def ran(new_project, serve_once):
    project = new_project("suite").write({"tests/conftest.py": CONFTEST, "tests/test_shop.py": TESTS})
    return project.pytest("tests", "--cx", "--tracing", "on", "--base-url", serve_once(PAGES).rstrip("/"))


@pytest.fixture(scope="module")
def visits(ran):
    """By the test's own name, without the browser's."""
    result = json.loads((ran.run / "run.json").read_text())
    return {visit["info"]["journey"]["test"].rpartition("::")[2]: visit for visit in result["visits"]}


def steps(visit):
    """Title and what was done."""
    what = ("clicks", "taps", "fields")
    return [(step["title"], *(step[name] for name in what)) for step in visit["scorecard"]["steps"]]


def test_tests_come_to_what_they_come_to(ran):
    assert ran.status == 1, ran.text
    assert "1 failed, 15 passed, 1 skipped, 1 error" in ran.out
    assert "FAILED tests/test_shop.py::test_what_fails[chromium] - AssertionError" in ran.out
    assert 'expect(page.locator("#p"))' in ran.out  # the traceback
    assert not ran.err


def test_each_test_that_uses_a_browser_is_a_visit(visits):
    named = {name: visit["info"]["journey"]["title"] for name, visit in visits.items()}
    assert named == {
        "test_checkout_works[chromium]": "Checkout works",
        "test_paying[chromium]": "Paying",
        "test_what_fails[chromium]": "What fails",
        "test_set_up_fails[chromium]": "Set up fails",
        "test_own_fixtures[gold-chromium]": "Own fixtures (gold)",
        "test_own_fixtures[plain-chromium]": "Own fixtures (plain)",
        "test_several_contexts[chromium]": "Several contexts",
        "test_shared[chromium]": "Shared",
        "test_shared_again[chromium]": "Shared again",
        "test_no_web[chromium]": "No web",
        "test_own_browser[chromium]": "Own browser",
        "test_another_time[chromium]": "Another time",
        "test_no_scripts[chromium]": "No scripts",
        "test_skipped[chromium]": "Skipped",
        "test_unittest": "Unittest",
    }
    assert visits["test_checkout_works[chromium]"]["info"]["journey"]["goal"] == "Pay what is in the basket."


def test_what_was_done_is_counted_by_screen(visits):
    assert {name.partition("[")[0]: steps(visit) for name, visit in visits.items() if "own_fixtures" not in name} == {
        "test_checkout_works": [("Shop", 1, 0, 0), ("Basket", 1, 0, 0)],
        "test_paying": [("Before the test", 1, 0, 1), ("Basket", 1, 0, 0)],
        "test_what_fails": [("Sign in", 0, 0, 1)],
        "test_set_up_fails": [("Before the test", 0, 0, 1)],
        "test_several_contexts": [("Basket", 0, 1, 0), ("Shop", 0, 1, 0)],
        "test_shared": [("Before the test", 0, 0, 0), ("Basket", 1, 0, 0)],
        "test_shared_again": [("Basket", 2, 0, 0)],
        "test_no_web": [("Own again", 2, 0, 0), ("Data", 1, 0, 0)],
        "test_own_browser": [("Shop", 1, 0, 0), ("Basket", 1, 0, 0)],
        "test_another_time": [("Basket", 1, 0, 0)],
        "test_no_scripts": [("The whole test", None, None, None)],
        "test_skipped": [("Shop", 0, 0, 0)],
        "test_unittest": [("Basket", 1, 0, 0)],
    }


def test_how_visits_end(visits):
    told = {name.partition("[")[0]: (visit["outcome"], visit["message"]) for name, visit in visits.items()}
    line = TESTS[: TESTS.index("to_have_value")].count("\n") + 1
    assert told.pop("test_what_fails") == (
        "not-finished",
        f"the test failed: AssertionError at tests/test_shop.py:{line}",
    )
    line = CONFTEST[: CONFTEST.index("raise")].count("\n") + 1
    assert told.pop("test_set_up_fails") == (
        "not-measured",
        f"the test could not be set up: RuntimeError at tests/conftest.py:{line}",
    )
    assert told.pop("test_skipped") == ("not-measured", "the test was skipped in its middle")
    assert set(told.values()) == {("finished", "")}


def test_what_cannot_be_measured_is_said(visits):
    blind, timeless = (visits[f"test_{name}[chromium]"]["scorecard"] for name in ("no_scripts", "another_time"))
    assert (blind["counts"]["clicks"], blind["waiting_ms"], blind["grade"]) == (None, None, None)
    assert (timeless["counts"]["clicks"], timeless["waiting_ms"]) == (1, None)
    assert timeless["counts"]["documents"] == 1


def test_the_conditions_are_the_tests_own(visits):
    usual, touch = (visits[f"test_{name}[chromium]"]["info"] for name in ("checkout_works", "several_contexts"))
    assert (usual["persona"]["browser"]["viewport"], usual["persona"]["hands"]["input"]) == ([1280, 720], "mouse")
    assert (touch["persona"]["browser"]["viewport"], touch["persona"]["hands"]["input"]) == ([500, 400], "touch")
    assert touch["persona"]["browser"]["locale"] == "de-DE"
    assert usual["base_url"].startswith("http://127.0.0.1:")
    assert visits["test_no_web[chromium]"]["info"]["base_url"] == ""


def test_a_typed_password_stands_nowhere(ran):
    kept = [path for path in (ran.folder / "reports").rglob("*") if path.is_file() and path.suffix != ".jpg"]
    assert len(kept) > 20
    assert not [path for path in kept if PASSWORD in path.read_text(encoding="utf-8")]
    assert PASSWORD not in ran.out


def test_the_reports_name_the_tests(ran):
    page = (ran.run / "scorecard.html").read_text(encoding="utf-8")
    assert "tests/test_shop.py::TestSignedIn::test_paying[chromium]" in page
    cases = {case.get("name"): case for case in ET.parse(ran.run / "junit.xml").iter("testcase")}
    told = {item.get("name"): item.get("value") for item in cases["test_paying[chromium]"].iter("property")}
    assert (told["cxcheck_test"], told["cxcheck_outcome"]) == ("Paying", "finished")
    assert not list(cases["test_no_browser"].iter("property"))


def test_judged_again_they_come_to_the_same(ran, visits):
    for visit in visits.values():
        judged = judge_visit(read_visit(ran.run / "visits" / visit["info"]["id"]))
        assert judged.scorecard.model_dump(mode="json") == visit["scorecard"]


def test_beside_journeys_and_in_parallel(project, serve, look):
    tests = "def test_home(page, base_url):\n    page.goto(base_url)\n    page.click('a')\n"
    address = serve(PAGES)
    project.write({**look, "tests/test_home.py": tests})
    ran = project.pytest("journeys", "tests", "--cx", "--cx-site", address, "--base-url", address, "--cx-persona",
                         "maria", "-n", "2")  # fmt: skip
    assert ran.status == 0, ran.text
    result = json.loads((ran.run / "run.json").read_text())
    assert {(one["info"]["journey"]["title"], one["info"]["persona"]["key"]) for one in result["visits"]} == {
        ("Look around", "maria"),
        ("Home", "maria"),
    }


def test_without_the_option_nothing_is_measured(project):
    tests = (
        "import sys\n\ndef test_it():\n    assert not {'cxcheck.plugin.suite', 'cxcheck.record'} & set(sys.modules)\n"
    )
    ran = project.write({"tests/test_it.py": tests}).pytest("tests")
    assert ran.status == 0, ran.text
    assert not (ran.folder / "reports").exists()

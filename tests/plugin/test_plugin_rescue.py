"""Ordinary tests get past pop-ups when they are measured: only past those in their way, and the report names them."""

import pytest

from cxcheck.model.popup import PopupKind
from cxcheck.pipeline import judge_visit
from cxcheck.store.folder import read_visit

pytestmark = pytest.mark.browser

VEIL = "position:fixed;inset:0;background:#0006;z-index:9"
CARD = "position:fixed;left:25%;top:20%;width:50%;height:60%;background:#fff;z-index:10"
TEXT = "<p>" + "The shop sells lamps, chairs and shelves made of ash. " * 12 + "</p>"
SAYS = "onclick='out.textContent += this.textContent'"
CONSENT = f"""<div id=wall role=dialog aria-modal=true style='{VEIL}'><div style='{CARD}'><h2>Your privacy</h2>
<p>We use cookies to follow you about.</p>
<button onclick='wall.remove(); out.textContent += "agreed "'>Accept all</button>
<button onclick='wall.remove(); out.textContent += "refused "'>Reject all</button></div></div>"""
NEWS = f"""<div id=news style='{VEIL}'><div style='{CARD}'><h2>10 % off</h2><p>Join our newsletter</p><input type=email
placeholder='Your e-mail'><button onclick='out.textContent += "joined "'>Subscribe</button>
<span style='position:absolute;right:8px;top:8px;cursor:pointer' onclick='news.remove()'>×</span></div></div>"""
PAGES = {
    "/": f"<title>Shop</title><main><h1>Shop</h1><p id=out></p><button {SAYS}>Buy</button>{TEXT}</main>{NEWS}{CONSENT}",
    "/news": f"<title>News</title><main><h1>Shop</h1><p id=out></p>{TEXT}</main>{NEWS}",
    "/help": f"""<title>Help</title><main><h1>Shop</h1><p id=out></p><button {SAYS}>Buy</button>
        <button onclick='help.showModal()'>Sizes</button>{TEXT}</main><dialog id=help><h2>Sizes</h2>
        <button onclick='help.close()'>Close</button><button {SAYS}>Larger</button></dialog>""",
}
# Without cxcheck nobody finds the browser.
CONFTEST = """
import pytest

@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    from concurrent.futures import ThreadPoolExecutor
    from cxcheck.record.browser import find

    with ThreadPoolExecutor(1) as aside:
        program = aside.submit(find).result()
    return {**({"executable_path": str(program)} if program else {}), **browser_type_launch_args}
"""
TESTS = """
import pytest
from playwright.sync_api import TimeoutError, expect

@pytest.fixture(autouse=True)
def shop(page, base_url):
    page.set_default_timeout(6_000)
    page.goto("/")

def test_buys(page):
    page.get_by_role("button", name="Buy").click()
    expect(page.locator("#out")).to_have_text("refused Buy")

def test_subscribes(page):
    page.goto("/news")
    expect(page.get_by_text("10 % off")).to_be_visible()
    page.get_by_placeholder("Your e-mail").fill("ada@shop.example")
    page.get_by_role("button", name="Subscribe").click()
    expect(page.get_by_text("10 % off")).to_be_visible()
    assert page.locator("#out").text_content() == "joined "

def test_has_opened_it(page):
    page.goto("/help")
    page.click("text=Sizes")
    page.wait_for_timeout(300)
    page.click("text=Larger")
    with pytest.raises(TimeoutError):
        page.click("text=Buy", timeout=700)
    assert page.locator("dialog").is_visible()
"""


@pytest.fixture(scope="module")
def project(new_project, serve_once):
    files = {"tests/conftest.py": CONFTEST, "tests/test_shop.py": TESTS}
    return new_project("rescue").write(files), serve_once(PAGES).rstrip("/")


def test_bare_it_fails_for_what_is_in_the_way(project):
    folder, address = project
    bare = folder.pytest("tests", "-k", "buys", "--base-url", address)
    assert bare.status == 1
    assert "intercepts pointer events" in bare.out


def test_measured_it_passes_and_both_popups_are_named_with_their_cost(project):
    folder, address = project
    ran = folder.pytest("tests", "--cx", "--base-url", address)
    assert "3 passed" in ran.out, ran.text
    [folder] = [path for path in (ran.run / "visits").iterdir() if path.name.startswith("test_buys")]
    visit = judge_visit(read_visit(folder))
    closed = {popup.kind: popup.close_control for popup in visit.artifacts.popups.items}
    assert closed == {PopupKind.CONSENT: "Reject all", PopupKind.NEWSLETTER: "×"}
    presses = [(one.target.name, one.target.popup is not None) for one in visit.artifacts.gestures.items]
    assert presses == [("Reject all", True), ("×", True), ("Buy", False)]
    cost = visit.scorecard.counts
    assert cost.clicks == 1, "what the pop-ups took is interruption, and not the journey's"
    assert cost.popups == 2
    assert visit.scorecard.interruption_ms > 2_000

"""No password and no token of a mailed link in anything a run writes or prints, whatever the journey does with them."""

import re
from html import escape
from urllib.parse import quote, urlsplit

import pytest

pytestmark = pytest.mark.browser

# Everything that somebody might do while hunting a bug.
CARELESS = '''
import logging
import warnings

from cxcheck import Customer, journey

@journey("Careless", goal="Find out why it fails", personas=["tom"])
def careless(customer: Customer):
    customer.has_account()
    password = customer.identity.password
    print("signing in with", password)
    logging.getLogger("shop").warning("new password: %s", customer.identity.new_password)
    with customer.step(f"Ask for a link as {password}"):
        customer.open("/")
        customer.follow("sign in")
        customer.follow("forgot password")
        customer.fill_in("email")
        customer.submit()
    with customer.step("Open the e-mail"):
        link = customer.inbox.wait_for("password reset").link()
        print("the link is", link)
        customer.open(link)
    with customer.step("Look at it"):
        customer.page.evaluate("""link => {
            document.title = link
            history.pushState({}, "", "?from=" + encodeURIComponent(link))
            console.error(link)
            document.querySelector("h1").textContent = link
        }""", link)
        customer.page.wait_for_timeout(300)
        warnings.warn(f"opened {link}")
        customer.fill_in("new password")
        customer.page.evaluate("word => setTimeout(() => { throw new Error(word) })", customer.identity.new_password)
        customer.page.wait_for_timeout(300)
    assert password == link, f"{password} is not what {link} asks for"
'''


@pytest.fixture(scope="module")
def careless(walk, demo_shop):
    return walk(f"{demo_shop}~clean/", "--showlocals", "-ra", files={"journeys/careless.py": CARELESS})


def tokens(link: str) -> list[str]:
    """What in a link is long and no word."""
    return [part for part in re.split(r"[/?&=#]", urlsplit(link).path) if len(part) >= 16 and re.search(r"\d", part)]


def secrets(walked) -> set[str]:
    found = set()
    for told in walked.secrets:
        found |= {told[name] for name in ("password", "new_password") if name in told}
        found |= set(tokens(told["link"])) if "link" in told else set()
    return {form for secret in found for form in (secret, quote(secret, safe=""), escape(secret))}


def leaks(walked) -> list[str]:
    known = secrets(walked)
    texts = {"standard output": walked.ran.out, "standard error": walked.ran.err}
    for path in walked.folder.rglob("*"):
        if path.is_file():
            texts[str(path.relative_to(walked.folder))] = path.read_bytes().decode("utf-8", "replace")
    return [f"{name}: {secret}" for name, text in texts.items() for secret in known if secret in text]


def test_the_careless_journey_knows_and_fails(careless):
    assert careless.ran.status == 1, careless.ran.text
    assert "AssertionError" in careless.ran.out
    assert len(secrets(careless)) >= 3
    assert "[secret]" in careless.ran.out


def test_a_careless_journey_gives_nothing_away(careless):
    assert leaks(careless) == []


def test_no_run_gives_anything_away(clean_run, planted_run, runs_so_far):
    """Every run that was walked before this test, on all shops."""
    for walked in runs_so_far:
        assert secrets(walked), walked.ran.text
        assert leaks(walked) == [], walked.folder

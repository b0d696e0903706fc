"""A site whose every word is an attack: all of it stays text in the scorecard."""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ATTACK = "<script>alert(1)</script>"
NAME = f"{ATTACK} \"'`><img src=x onerror=alert(2)> \u202eevil"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<title>&lt;script>alert(1)&lt;/script> "'`>&lt;img src=x onerror=alert(2)> \u202eevil</title>
<h1>Shop</h1><button id=b>Sign in</button>
<script>
const name = '<script>alert(1)<\\/script> "\\'`><img src=x onerror=alert(2)> \u202eevil'
document.querySelector("#b").setAttribute("aria-label", "Sign in " + name)
setTimeout(() => { throw new Error(name) })
</script>"""
JOURNEY = """
from cxcheck import Customer, journey

@journey("Sign in", goal="Be in", personas=["tom"])
def sign_in(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")
        customer.follow("sign in")
"""
IMPATIENT = 'title = "Tom"\nsummary = "Presses once"\n[patience]\nretries = 0\n'
LOOK = Path(__file__).parents[1] / "e2e" / "inner" / "look_at_page.py"


@pytest.fixture
def scorecard(project, serve):
    ran = project.write({"journeys/sign_in.py": JOURNEY, "personas/tom.toml": IMPATIENT}).cxcheck(
        "run", serve({"/": PAGE})
    )
    assert ran.status == 1, ran.text  # the button does nothing
    assert "\u202e" not in ran.text
    return ran.run / "scorecard.html"


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""
        self.scripts: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        self.found.append(tag)
        assert not any(name.startswith("on") and "alert" in (value or "") for name, value in attrs), (tag, attrs)
        assert ("src", "x") not in attrs

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(data)
        else:
            self.text += data


def test_all_stays_text(scorecard):
    reading = _Elements()
    reading.feed(scorecard.read_text(encoding="utf-8"))
    assert ATTACK in reading.text
    assert "[U+202E]" in reading.text
    assert not any(script.strip().startswith("alert") for script in reading.scripts)
    assert "\u202e" not in reading.text

    looked = [sys.executable, LOOK, scorecard, "1280"]
    seen = json.loads(subprocess.run(looked, capture_output=True, check=True, timeout=60).stdout)
    assert seen["dialogs"] == []
    assert ATTACK in seen["text"]
    assert not [line for line in seen["said"] if line.startswith("pageerror")]

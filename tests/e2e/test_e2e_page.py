"""The scorecard's page, looked at in Chromium: wide, narrow, without scripts, and under a policy that forbids much."""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cxcheck.report.scorecard import TOGETHER, VISIT_PAGE

pytestmark = pytest.mark.browser

INNER = Path(__file__).parent / "inner"
ATTACK = "<script>alert(1)</script>"


def look(page: Path, width: int, *options: object) -> dict:
    done = subprocess.run(
        [sys.executable, INNER / "look_at_page.py", page, str(width), *map(str, options)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


WAYS = {
    "wide": (1280, []),
    "narrow": (390, []),
    "no scripts": (1280, ["--no-scripts"]),
    "no scripts, narrow": (390, ["--no-scripts"]),
    "strict policy": (1280, ["--strict-policy"]),
}


@pytest.mark.parametrize(("width", "options"), WAYS.values(), ids=list(WAYS))
def test_the_page_says_everything(planted_run, width, options):
    seen = look(planted_run.folder / "scorecard.html", width, *options)
    assert seen["wide"] <= 0
    assert len(seen["grades"]) >= len(planted_run.visits)
    assert all(seen["grades"])
    assert len(seen["sentences"]) >= 4
    assert all(seen["sentences"])
    assert seen["dialogs"] == []
    assert all(natural > 0 for _, natural in seen["images"]), seen["images"]
    assert len(seen["images"]) + len(seen["svg_images"]) >= 10
    assert [name for name in seen["svg_images"] if seen["statuses"].get(f"/{name}") != 200] == []
    missing = {name: status for name, status in seen["statuses"].items() if status >= 400 and name != "/favicon.ico"}
    assert missing == {}
    text = seen["text"]
    for sentence in ("The e-mail about “password reset” came after", "did nothing", "covered", "Send me a reset link"):
        assert sentence in text, sentence
    for visit in planted_run.visits.values():
        assert visit.info.journey.title in text


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(planted_run, width):
    """With all that is folded unfolded, pytest-html's own parts included."""
    assert look(planted_run.folder / "scorecard.html", width, "--axe")["axe"] == []


def test_each_of_so_many_visits_has_a_page_of_its_own(planted_run):
    assert len(planted_run.visits) > TOGETHER
    for visit in planted_run.visits.values():
        page = (planted_run.folder / "visits" / visit.info.id / VISIT_PAGE).read_text(encoding="utf-8")
        assert "cx-grade" in page
        assert ATTACK not in page


def test_no_style_of_ours_breaks_the_policy(planted_run):
    """pytest-html's own script is refused there, as it should be; nothing of ours is."""
    seen = look(planted_run.folder / "scorecard.html", 1280, "--strict-policy")
    assert [line for line in seen["said"] if "style" in line.lower()] == []


class _Reading(HTMLParser):
    """What a browser would make elements of, and what it would show as text."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.text: list[str] = []
        self.handlers: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag, attrs):
        self._in_script = tag == "script"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag):
        self._in_script = False

    def handle_data(self, data):
        (self.scripts if self._in_script else self.text).append(data)


def read(page: Path) -> _Reading:
    reading = _Reading()
    reading.feed(page.read_text(encoding="utf-8"))
    return reading


def test_a_product_named_like_an_attack_stays_text(planted_run):
    reading = read(planted_run.folder / "scorecard.html")
    assert not any(script.startswith("alert") for script in reading.scripts)
    assert ATTACK not in "".join(reading.scripts).split("{", 1)[0]

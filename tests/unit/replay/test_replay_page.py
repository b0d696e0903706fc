"""The file: complete without scripts, hostile text stays text, nothing else may run or be loaded, no secret in it."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from watched import ATTACK, PHONE, SECRET, Watched, forgotten_password

from cxcheck.model.artifact import Outcome
from cxcheck.replay.page import visit_page


class Reading(HTMLParser):
    """Elements, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "": []}
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._inside = tag if tag in self.texts else ""
        if self._inside:
            self.texts[tag].append("")

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside:
            self.texts[self._inside][-1] += data
        else:
            self.texts[""].append(data)


@pytest.fixture(scope="module")
def page() -> str:
    watched = forgotten_password()
    return visit_page(watched.visit(), watched.story.events, watched.read, scorecard="../../scorecard.html#visit-x")


@pytest.fixture(scope="module")
def reading(page) -> Reading:
    return Reading(page)


def data_of(page: str) -> dict:
    return json.loads(Reading(page).texts["script"][0])


def test_the_policy_lets_its_own_script_and_style_run_and_nothing_else(reading):
    [policy] = [value for name, value in reading.attributes if name == "content" and "default-src" in value]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    hashes = ["'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in
              (reading.texts["script"][1], reading.texts["style"][0])]  # fmt: skip
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert [rules["script-src"], rules["style-src"]] == hashes
    assert rules["img-src"] == "data:"


def test_nothing_is_loaded_from_anywhere(reading):
    assert len([tag for tag in reading.tags if tag == "script"]) == 2
    addresses = [value for name, value in reading.attributes if name in {"src", "href", "srcset", "action", "data"}]
    assert {re.split("[:,#]", address)[0] for address in addresses} == {"data", "../../scorecard.html"}
    assert not re.search(r"@import|url\(|https?:", "".join(reading.texts["style"] + reading.texts["script"][1:]))


def test_hostile_text_stays_text(reading, page):
    assert "alert(1)" not in reading.texts["script"][1]
    assert ATTACK not in page
    assert not [name for name, _ in reading.attributes if name.startswith("on")]
    assert [value for name, value in reading.attributes if name == "src" and value == "x"] == []
    assert f"Maria, {ATTACK}" in "".join(reading.texts[""])
    told = data_of(page)["lanes"][0]
    assert told["customer"] == f"Maria, {ATTACK}"
    assert any("alert(1)" in one["text"] for one in told["captions"])


def test_the_storyboard_tells_it_without_a_script(reading):
    said = "".join(reading.texts[""])
    for text in (
        "Ask for a link",
        "Open the e-mail",
        "Choose a new password",
        "waiting for us",
        "Critical",
        "Fix these",
    ):
        assert text in said, text
    assert reading.tags.count("figure") == 3


def test_it_is_told_what_the_scorecard_says(page):
    watched = forgotten_password()
    findings = watched.visit().scorecard.findings
    assert findings
    told = data_of(page)["lanes"][0]["moments"]
    assert {one.sentence.rstrip(".") for one in findings} <= {one["sentence"].rstrip(".") for one in told}


def test_no_text_says_what_was_typed_or_how_long_a_password_is(page):
    told = data_of(page)["lanes"][0]
    said = [one["text"] for one in told["captions"] + told["acts"]]
    assert "Maria types into “Password”" in said
    assert not [text for text in said if "14" in text]


def test_no_file_is_named(page):
    assert SECRET not in page


def test_the_mail_is_a_card(page):
    told = data_of(page)["lanes"][0]
    box, mail = told["cards"]
    assert (box["kind"], box["title"]) == ("mailbox", "Nothing yet")
    assert (mail["kind"], mail["title"], mail["lines"]) == ("mail", "Reset", ["1 link in it"])
    assert box["until"] == mail["at"] < mail["until"] - 1_500


def test_a_phone_has_a_phones_shape():
    watched = forgotten_password(size=PHONE, hands="touch")
    told = data_of(visit_page(watched.visit(), watched.story.events, watched.read))["lanes"][0]
    assert told["film"]
    assert all(one["h"] > one["w"] for one in told["film"])
    assert any("taps" in one["text"] for one in told["captions"])


@pytest.mark.parametrize("outcome", [Outcome.NOT_FINISHED, Outcome.NOT_MEASURED])
def test_a_visit_without_pictures_or_an_end_is_told_too(outcome):
    watched = Watched()
    watched.story.step("Look", 0).press("Send", 1_000).end(2_000, outcome, "the shop was closed")
    page = visit_page(watched.visit(), watched.story.events, watched.read)
    assert "the shop was closed" in page
    assert "No picture of this step" in page
    assert "Not finished" in page


def test_a_visit_cut_off_at_once_is_told_too():
    watched = Watched()
    watched.story.events.clear()
    assert "What it cost" in visit_page(watched.visit(), (), watched.read)

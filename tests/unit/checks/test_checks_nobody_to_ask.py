"""nobody-to-ask: fires on a form on a page that names nobody, and on no other page."""

import pytest

from cxcheck.checks import nobody_to_ask
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
SIGNS = {"edge": "corner", "backdrop": False, "log": True, "writes": True, "spotlight": False, "media": False}


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([nobody_to_ask], story.end(9000).artifacts(), TOM)
    return result


def form(*names: str, what: str = "email", lang: str = "en", **ways: bool) -> Story:
    story = Story().step("Sign in", 0).document(100, painted_ms=200, says="Sign in", lang=lang)
    return story.contacts(900, *names, **ways).fill(what, 1500)


def test_a_form_where_nobody_is_named_is_found():
    (finding,) = judged(form("Home", "Sign in", "Basket")).findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.limit, finding.t_ms, finding.step) == (1, 0, 900, 1)
    assert finding.sentence == "“Sign in” names no help, mail, telephone or chat."


def test_the_other_pages_are_told_with_the_first():
    story = form("Home").document(2000, painted_ms=2100, says="Address").contacts(2900, "Home").fill("street", 3500)
    story.document(4000, painted_ms=4100, says="Pay").contacts(4900, "Help").fill("card number", 5500)
    (finding,) = judged(story).findings
    assert finding.value == 2
    assert finding.sentence.endswith("; nor do 1 more of the 3 with something to fill in.")


@pytest.mark.parametrize("ways", [{"mail": True}, {"phone": True}])
def test_an_address_or_a_number_is_enough(ways):
    assert judged(form("Home", **ways)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Help", "en"), ("Contact us", "en-GB"), ("Kontakt", "de"), ("Centro de ayuda", "es"), ("Nous contacter", "fr"),
        ("お問い合わせ", "ja"), ("고객센터", "ko"), ("联系我们", "zh"), ("Kontakt", ""),
    ],
)  # fmt: skip
def test_a_link_to_help_is_enough_in_the_pages_language(name, lang):
    assert judged(form("Home", name, lang=lang)).outcome is CheckOutcome.PASS


def test_a_chat_is_enough():
    story = Story().step("Sign in", 0).document(100, painted_ms=200)
    story.popup("1", 500, cover_ratio=0.05, title="Chat with us", text="Type your message", signs=SIGNS)
    assert judged(story.contacts(900, "Home").fill("email", 1500)).outcome is CheckOutcome.PASS


def test_where_nothing_is_asked_it_does_not_apply():
    assert judged(form("Home", what="search")).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_page_that_nobody_could_look_at_is_not_measured():
    story = Story().step("Sign in", 0).document(100, painted_ms=200).fill("email", 1500)
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED
    blind = form("Home").end(9000).artifacts().model_copy(update={"contacts": NotRecorded(reason="no probe")})
    (result,) = run_checks([nobody_to_ask], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

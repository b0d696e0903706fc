"""language-not-theirs: fires where the customer's language was to be had, and only there."""

import pytest

from cxcheck.checks import language_not_theirs
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import BrowserTraits, Persona
from cxcheck.testing import Story

MARIA = Persona(key="maria", title="Maria", browser=BrowserTraits(locale="es-MX"))
ENGLISH = ("the", "and", "to", "your", "with")
SPANISH = ("de", "los", "las", "con", "para", "una")
OFFERED = {"offers": "es", "called": "Español"}


def page() -> Story:
    return Story().step("Look", 0).document(100, painted_ms=200)


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([language_not_theirs], story.end(9000).artifacts(), MARIA)
    return result


def test_english_beside_a_switch_to_spanish_is_found_once():
    story = page().speaks(900, "en", words=ENGLISH, switch="#es", **OFFERED)
    story.document(2000, painted_ms=2100).speaks(2900, "en", words=ENGLISH, switch="#es", **OFFERED)
    (finding,) = judged(story).findings
    assert finding.severity is Severity.MODERATE
    assert (finding.value, finding.limit, finding.t_ms, finding.step) == (2, 0, 900, 1)
    assert finding.target is not None
    assert finding.target.selector == "#es"
    assert finding.sentence == (
        "The page speaks “en” to a customer whose browser asks for “es”, though “Español” stands on it."
    )


def test_a_list_of_translations_is_an_offer_too():
    (finding,) = judged(page().speaks(900, "en", words=ENGLISH, offers="es", called="español")).findings
    assert finding.sentence.endswith("though it is to be had in español.")
    assert finding.target is None


def test_its_twin_in_spanish_passes_also_with_a_switch():
    assert judged(page().speaks(900, "es", words=SPANISH)).outcome is CheckOutcome.PASS
    assert judged(page().speaks(900, "es-MX", words=SPANISH, **OFFERED)).outcome is CheckOutcome.PASS


def test_a_site_without_spanish_is_not_accused():
    result = judged(page().speaks(900, "en", words=ENGLISH))
    assert (result.outcome, result.reason) == (
        CheckOutcome.NOT_APPLICABLE, "no page offers the customer's language (es)",
    )  # fmt: skip


def test_words_count_more_than_what_a_template_says():
    assert judged(page().speaks(900, "en", words=SPANISH, **OFFERED)).outcome is CheckOutcome.PASS
    assert judged(page().speaks(900, "es", words=ENGLISH, **OFFERED)).outcome is CheckOutcome.FAIL


def test_a_page_listed_as_the_spanish_one_is_spanish():
    assert judged(page().speaks(900, "en", here="es", **OFFERED)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("lang", ["", "x", "12"])
def test_a_page_that_tells_nothing_is_not_measured(lang):
    assert judged(page().speaks(900, lang, words=("ok", "tea"))).outcome is CheckOutcome.NOT_MEASURED


def test_what_was_not_looked_at_is_not_passed():
    assert judged(page()).outcome is CheckOutcome.NOT_APPLICABLE


def test_not_recorded_is_not_measured():
    blind = page().end(9000).artifacts().model_copy(update={"speeches": NotRecorded(reason="no probe")})
    (result,) = run_checks([language_not_theirs], blind, MARIA)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

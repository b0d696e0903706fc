"""consent-without-refusal, refusing-is-work, consent-nudges: of one cookie question, one of them speaks."""

import pytest
from popup_tables import box, choice, judged, question, unrecorded

from cxcheck.checks import consent_nudges, consent_without_refusal, refusing_is_work
from cxcheck.model.finding import Attribute, CheckOutcome, Severity
from cxcheck.model.popup import Consent
from cxcheck.testing import Story

CHECKS = (consent_without_refusal, refusing_is_work, consent_nudges)
ALL = pytest.mark.parametrize("check", CHECKS)
YES, NO, SETTINGS = choice("Accept all"), choice("Reject"), choice("Settings")
PASS, FAIL = CheckOutcome.PASS, CheckOutcome.FAIL
NOT_APPLICABLE, NOT_MEASURED = CheckOutcome.NOT_APPLICABLE, CheckOutcome.NOT_MEASURED


def outcomes(*questions) -> tuple[CheckOutcome, ...]:
    return tuple(judged(check, *questions).outcome for check in CHECKS)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        # side by side, alike: the clean twin of all three
        (Consent(accept=YES, reject=NO, settings=SETTINGS), (PASS, PASS, PASS)),
        (Consent(accept=YES), (FAIL, NOT_APPLICABLE, NOT_APPLICABLE)),
        # nobody went to see what lies behind the settings: a press more at least, and no pass
        (Consent(accept=YES, settings=SETTINGS), (PASS, FAIL, NOT_APPLICABLE)),
        (Consent(accept=YES, settings=SETTINGS, reject=choice("Save", 2)), (PASS, FAIL, NOT_APPLICABLE)),
        (Consent(accept=YES, reject=choice("Reject", contrast_ratio=4)), (PASS, PASS, FAIL)),
        # a notice that wants nothing
        (Consent(), (NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE)),
        (None, (NOT_MEASURED, NOT_MEASURED, NOT_MEASURED)),
    ],
)
def test_which_of_them_speaks(consent, expected):
    assert outcomes(question(consent=consent)) == expected


def test_no_way_to_refuse():
    (finding,) = judged(consent_without_refusal, question(consent=Consent(accept=YES))).findings
    assert (finding.severity, finding.attribute) == (Severity.SERIOUS, Attribute.CERTAINTY)
    assert (finding.value, finding.unit, finding.limit, finding.popup) == (0, "count", 1, 1)
    assert finding.sentence == "The cookie question (“We use cookies”) offered “Accept all” and no way to refuse."
    assert finding.target.name == "Accept all"


@pytest.mark.parametrize(("clicks", "severity"), [(2, Severity.MODERATE), (3, Severity.SERIOUS), (5, Severity.SERIOUS)])
def test_how_much_work_refusing_is(clicks, severity):
    consent = Consent(accept=YES, settings=SETTINGS, reject=choice("Save", clicks))
    (finding,) = judged(refusing_is_work, question(consent=consent)).findings
    assert (finding.severity, finding.attribute) == (severity, Attribute.CONVENIENCE)
    assert (finding.value, finding.unit, finding.limit) == (clicks - 1, "count", 0)


def test_how_it_is_told():
    known = Consent(accept=YES, reject=choice("Save", 3))
    (finding,) = judged(refusing_is_work, question(title="", consent=known)).findings
    assert finding.sentence == "Refusing the cookie question takes 2 presses more than accepting it."
    (finding,) = judged(refusing_is_work, question(title="", consent=Consent(accept=YES, settings=SETTINGS))).findings
    assert finding.sentence == "Refusing the cookie question takes at least 1 press more than accepting it."


def test_the_presses_that_a_refusal_beside_it_would_spare():
    story = Story().step("Look", 0).popup("c", 500, cover_ratio=0.2, text="We use cookies", title="We use cookies")
    for t_ms, name in ((1000, "Settings"), (2000, "Marketing"), (3000, "Save")):
        story.press(name, t_ms, popup="c")
    consent = Consent(accept=YES, reject=choice("Save", 3))
    (finding,) = judged(refusing_is_work, question(consent=consent), story=story).findings
    assert (finding.needless, finding.spares_popup) == ((1000, 2000), False)


@pytest.mark.parametrize(
    ("accept", "reject", "told"),
    [
        ({"contrast_ratio": 12}, {"contrast_ratio": 6}, None),
        ({"contrast_ratio": 12.6}, {"contrast_ratio": 6}, "“Yes” has 2.1 times the contrast of “No”."),
        ({"box": box(200, 50)}, {"box": box(100, 40)}, "“Yes” has 2.5 times the area of “No”."),
        ({"contrast_ratio": 4}, {"contrast_ratio": 12}, None),  # who nudges to the refusal harms nobody
        ({"contrast_ratio": None}, {"contrast_ratio": None}, None),  # the areas are known
    ],
)
def test_what_nudges(accept, reject, told):
    consent = Consent(accept=choice("Yes", **accept), reject=choice("No", **reject))
    result = judged(consent_nudges, question(consent=consent))
    assert [finding.sentence for finding in result.findings] == ([told] if told else [])
    assert result.outcome is (FAIL if told else PASS)


def test_a_nudge_is_minor():
    consent = Consent(accept=choice("Yes", contrast_ratio=15), reject=choice("No", contrast_ratio=3))
    (finding,) = judged(consent_nudges, question(consent=consent)).findings
    assert (finding.severity, finding.value, finding.limit, finding.unit) == (Severity.MINOR, 5, 2, "ratio")


def test_of_unknown_looks_it_is_not_measured():
    consent = Consent(accept=choice("Yes", contrast_ratio=None, box=None), reject=choice("No"))
    assert judged(consent_nudges, question(consent=consent)).outcome is NOT_MEASURED


@ALL
def test_the_same_question_on_the_next_page_is_judged_once_by_what_is_known_of_it(check):
    unanswered, answered = Consent(accept=YES, settings=SETTINGS), Consent(accept=YES, settings=SETTINGS, reject=NO)
    assert judged(check, question(consent=unanswered), question(2, consent=answered)).outcome is PASS
    bad = Consent(accept=YES, reject=choice("No", 3, 1))
    assert len(judged(check, question(consent=bad), question(2, consent=bad)).findings) <= 1


@ALL
def test_one_that_could_not_be_read_spoils_a_pass_and_hides_no_finding(check):
    good = question(consent=Consent(accept=YES, reject=NO))
    assert judged(check, good, question(2, title="Cookies?")).outcome is NOT_MEASURED
    bad = {
        consent_without_refusal: Consent(accept=YES),
        refusing_is_work: Consent(accept=YES, settings=SETTINGS),
        consent_nudges: Consent(accept=YES, reject=choice("No", contrast_ratio=2)),
    }[check]
    assert judged(check, question(consent=bad), question(2, title="Cookies?")).outcome is FAIL


@ALL
def test_without_a_question_it_does_not_apply(check):
    assert judged(check).outcome is NOT_APPLICABLE


@ALL
def test_not_recorded_is_not_measured(check):
    assert unrecorded(check, "popups").outcome is NOT_MEASURED

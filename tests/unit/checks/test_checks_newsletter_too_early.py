"""newsletter-too-early: fires within ten seconds of landing, is silent from then on."""

import pytest
from popup_tables import judged, popup, unrecorded

from cxcheck.checks import newsletter_too_early
from cxcheck.model.finding import Attribute, CheckOutcome, Severity
from cxcheck.model.popup import PopupKind
from cxcheck.testing import Story


@pytest.mark.parametrize(("t_ms", "count"), [(700, 1), (10_099, 1), (10_100, 0), (30_000, 0)])
def test_how_long_after_the_first_page(t_ms, count):
    assert len(judged(newsletter_too_early, popup(t_ms=t_ms)).findings) == count


def test_what_is_told_of_it():
    (finding,) = judged(newsletter_too_early, popup(t_ms=700)).findings
    assert (finding.severity, finding.attribute) == (Severity.MODERATE, Attribute.RELEVANCE)
    assert (finding.value, finding.unit, finding.limit, finding.popup) == (600, "ms", 10_000, 1)
    assert finding.sentence == "A newsletter pop-up (“10 % off”) came 0.6 seconds after the customer had."


def test_it_is_the_first_page_that_counts():
    story = Story().step("Look", 0).document(100, painted_ms=200).document(11_000, painted_ms=11_100)
    assert judged(newsletter_too_early, popup(t_ms=11_500), story=story).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(
    ("kind", "facts", "count"),
    [
        (PopupKind.CONSENT, {}, 0),
        (PopupKind.DIALOG, {"asks_for_email": True}, 1),
        (PopupKind.NEWSLETTER, {"asked_for": True}, 0),
    ],
)
def test_only_what_wants_an_address_unasked(kind, facts, count):
    assert len(judged(newsletter_too_early, popup(kind=kind, **facts)).findings) == count


def test_without_a_page_it_does_not_apply():
    story = Story().step("Look", 0)
    assert judged(newsletter_too_early, story=story).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("table", ["popups", "screens"])
def test_not_recorded_is_not_measured(table):
    assert unrecorded(newsletter_too_early, table).outcome is CheckOutcome.NOT_MEASURED

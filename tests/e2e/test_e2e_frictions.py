"""Each friction of the demo shop is found by its check and no other; on the same way without it nothing is found."""

import pytest
from planted import FRICTIONS, TWINS
from runs import SLOW_MAIL_S

from cxcheck.checks.run import all_checks
from cxcheck.demo import frictions
from cxcheck.demo.app import SLOW_ANSWER_SECONDS

pytestmark = pytest.mark.browser

SITUATIONS = {"declined-card", "sold-out"}  # what happens to people; see test_e2e_situations.py


def visit(walked, planted):
    return walked.visits[planted.key, planted.persona]


def found(visit) -> set[str]:
    return {finding.check for finding in visit.scorecard.findings}


def the_finding(walked, friction: str):
    [finding] = visit(walked, next(one for one in FRICTIONS if one.friction == friction)).scorecard.findings
    return finding


def test_every_friction_is_walked_into_and_every_check_has_one():
    assert {one.friction for one in FRICTIONS} == frictions.FRICTIONS.keys() - SITUATIONS
    assert {check for one in FRICTIONS for check in one.found} == {check.META.id for check in all_checks()}


@pytest.mark.parametrize("planted", FRICTIONS, ids=lambda planted: planted.key)
def test_what_is_planted_is_found_and_nothing_else(planted_run, planted):
    assert found(visit(planted_run, planted)) == planted.found, planted_run.text


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.key)
def test_nothing_is_found_where_nothing_is_planted(planted_run, twin):
    assert found(visit(planted_run, twin)) == set()


@pytest.mark.parametrize("planted", [*FRICTIONS, *TWINS], ids=lambda planted: planted.key)
def test_nobody_fails_but_where_they_must(planted_run, planted):
    stuck = "journey-unfinished" in planted.found
    assert visit(planted_run, planted).outcome == ("not-finished" if stuck else "finished")


def test_the_slow_mail_is_timed(planted_run):
    assert -0.5 < the_finding(planted_run, "slow-mail").value / 1000 - SLOW_MAIL_S < 5


def test_the_slow_answer_is_timed(planted_run):
    assert -0.1 < the_finding(planted_run, "slow-answer").value / 1000 - SLOW_ANSWER_SECONDS < 3


def test_the_cookie_banner_is_in_the_way_on_a_phone(planted_run):
    assert the_finding(planted_run, "cookie-banner").value == pytest.approx(0.38, abs=0.06)  # 40 % of a Pixel 7


def test_the_cookie_banner_is_closed_as_the_personas_manners_say(planted_run):
    """Maria refuses where that is as easy as accepting; one press, and it is gone for the rest of the visit."""
    banner = next(one for one in FRICTIONS if one.friction == "cookie-banner")
    counts = visit(planted_run, banner).scorecard.counts
    assert (counts.popups, counts.popup_gestures) == (1, 1)
    events = planted_run.events(banner.key, "maria")
    first = next(event for event in events if event["kind"] == "gesture/pressed")
    assert first["data"]["target"]["name"] == "Reject"


def test_the_page_jumps_by_as_much_as_the_banner_is_high(planted_run):
    finding = the_finding(planted_run, "page-jump")
    assert finding.value > 0.25
    assert finding.severity == "serious"

"""The journey's line, the three tiers, and what a run's customers spent together."""

import pytest
from read_page import shown
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DAVID,
    DEAD,
    MAIL,
    MARIA,
    POPUP,
    clean_visit,
    found,
    not_measured_visit,
    slow_visit,
    stuck_visit,
    walked,
)

from cxcheck.model.finding import Attribute, Severity
from cxcheck.report.bottom_line import bottom_line
from cxcheck.report.fixes import top_fixes
from cxcheck.report.tiers import TIERS, tier
from cxcheck.report.together import together
from cxcheck.report.ups_and_downs import LOWEST, ups_and_downs
from cxcheck.report.words import kept

SMOOTH, SERIOUS = 0, 3


def test_the_line_runs_from_each_dot_to_the_next_and_the_worse_the_lower():
    first, second, third = ups_and_downs([[SMOOTH], [LOWEST], [SERIOUS]])
    assert first.line.split()[0] == f"0,{first.y:g}"
    assert first.line.split()[1] == f"100,{second.y:g}"
    assert first.y < third.y < second.y  # a picture's y grows downwards
    assert (third.line, third.area) == ("", "")
    assert [mood.words for mood in (first, second, third)] == ["nothing found", "critical", "serious"]
    assert [mood.kind for mood in (first, second, third)] == ["none", "critical", "serious"]


def test_the_line_is_the_median_and_the_shade_reaches_to_the_worst_off():
    mood, after = ups_and_downs([[SMOOTH, SMOOTH, SERIOUS], [SMOOTH] * 3])
    assert mood.y == after.y
    assert mood.words == "serious for 1 of 3"
    assert float(mood.area.split()[-1].partition(",")[2]) > mood.y


def test_where_nobody_came_the_line_ends():
    here, nobody = ups_and_downs([[SMOOTH], []])
    assert here.line == ""
    assert nobody is None
    assert ups_and_downs([]) == ()


def test_who_is_stuck_or_would_leave_is_as_low_as_can_be():
    others = [walked(clean_visit(), DAVID, CHECKOUT), walked(clean_visit(), MARIA, CHECKOUT)]
    assert "critical for 1 of 3" in shown(stuck_visit(CLAIRE, CHECKOUT), *others).text
    assert "critical for 1 of 3" in shown(slow_visit(), clean_visit(), clean_visit(CLAIRE)).text


def test_each_attribute_is_in_one_tier():
    assert sorted(one for tier in TIERS.values() for one in tier) == sorted(Attribute)
    assert [tier(one) for one in (Attribute.CERTAINTY, Attribute.SPEED, Attribute.RELEVANCE)] == list(TIERS)


def test_findings_and_qualities_tell_essential_enabling_and_delighting_apart():
    text = shown(slow_visit(), clean_visit(), clean_visit(CLAIRE)).text
    order = [text.index(name) for name in ("Essential without it", "Enabling gets them", "Delighting only what")]
    assert order == sorted(order)
    assert "serious Essential Forgotten password" in text


def test_all_customer_time_and_whose_doing_it_was():
    down = walked(not_measured_visit(), CLAIRE)
    visits = [slow_visit(), clean_visit(), down]
    whole = together(visits)
    cards = [slow_visit().scorecard, clean_visit().scorecard]
    assert (whole.visits, whole.of) == (2, 3)
    assert sum(segment.width for segment in whole.bar.segments) == pytest.approx(1000, abs=0.3)
    share = sum(card.waiting_ms for card in cards) / sum(card.total_ms for card in cards)
    assert whole.bar.segments[0].width == pytest.approx(1000 * share, abs=0.1)
    assert together([down]) is None
    assert "in the 2 of 3 visits that were measured in full" in shown(*visits).text


def left_in(journey, persona=MARIA):
    return walked(slow_visit(), persona, journey)


def test_journeys_that_are_alike_are_not_told_apart():
    journey = clean_visit().info.journey
    both = bottom_line([left_in(journey), left_in(CHECKOUT)])
    assert (both.worst, both.several, both.left) == ("", True, "Maria")
    text = shown(left_in(journey), left_in(CHECKOUT), clean_visit()).text
    assert "The worst is Checkout: Maria would have left." in text  # one of the other journey's customers got through
    three = [left_in(journey), left_in(CHECKOUT), left_in(journey.model_copy(update={"key": "third"}))]
    assert "In each of the journeys Maria would have left." in shown(*three).text


def test_what_one_popup_costs_is_given_back_once():
    popup = POPUP.model_copy(update={"popup": 1})
    stacked = popup.model_copy(update={"check": "page-jumps", "sentence": "Two at once."})
    visits = [found(clean_visit(), popup, stacked, DEAD)]
    assert [one.offence.check for one in top_fixes(visits)][:2] == ["popup-in-the-way", "dead-click"]


def test_what_is_critical_but_costs_little_is_named_beside_the_first():
    bad = DEAD.model_copy(update={"target": None, "severity": Severity.CRITICAL, "cost_ms": 0})
    cheap = [bad.model_copy(update={"sentence": f"The {one} fell."}) for one in ("cup", "jug", "pot", "lid")]
    cheap = [one.model_copy(update={"step": step}) for step, one in enumerate(cheap, start=1)]
    costly = [MAIL.model_copy(update={"step": n, "sentence": "x" * n, "cost_ms": 9_000}) for n in (1, 2, 3)]
    page = shown(found(clean_visit(), *cheap, *costly), clean_visit(CLAIRE), clean_visit(MARIA))
    said = page.text.partition("Also critical, though they cost less time: ")[2].partition(" Step by step")[0]
    assert said.count("fell.") == 3
    assert said.endswith("and 1 more")


def test_an_amount_breaks_between_its_parts_only():
    assert kept("2 min 55 s") == "2\u00a0min 55\u00a0s"

"""server-slow, first-sight-slow, page-slow: each finds its own part of a page's coming, and none another's."""

import pytest
from slow_pages import ON_A_PHONE, TOM, judged, opened, page

from cxcheck.checks import first_sight_slow, page_slow, server_slow, slow_answer
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.testing import Story

ALL = (server_slow, first_sight_slow, page_slow, slow_answer)


def found(story, persona=TOM):
    """Which of the checks of a page's coming have a finding."""
    results = run_checks(ALL, story.artifacts(), persona)
    assert not any(result.outcome is CheckOutcome.ERROR for result in results), results
    return [finding.check for result in results for finding in result.findings]


@pytest.mark.parametrize(
    ("times", "speaks"),
    [
        ({}, []),
        ({"first_byte": 5000, "first": 5200, "largest": 5300}, ["server-slow"]),
        ({"first_byte": 100, "first": 5200, "largest": 5300}, ["first-sight-slow"]),
        ({"first_byte": 100, "first": 300, "largest": 5300}, ["page-slow"]),
        # Two causes, and each would be felt without the other.
        ({"first_byte": 3000, "first": 6000, "largest": 6100}, ["server-slow", "first-sight-slow"]),
        ({"first_byte": 100, "first": 4000, "largest": 9000}, ["first-sight-slow", "page-slow"]),
        # Each a little late, and somebody says so.
        ({"first_byte": 800, "first": 1800, "largest": 2500}, []),
        ({"first_byte": 801, "first": 1801, "largest": 2501}, ["server-slow"]),
        ({"first_byte": 700, "first": 1801, "largest": 2501}, ["first-sight-slow"]),
        ({"first_byte": 700, "first": 1750, "largest": 2501}, ["page-slow"]),
    ],
)
def test_one_slow_page_is_told_by_the_one_whose_part_it_is(times, speaks):
    assert found(opened(**times)) == speaks


@pytest.mark.parametrize("first_byte", [100, 750, 900, 5000])
@pytest.mark.parametrize("painting", [50, 900, 1200, 5000])
@pytest.mark.parametrize("filling", [0, 600, 900, 5000])
def test_what_is_late_is_told_by_somebody_and_costs_no_more_than_it_took(first_byte, painting, filling):
    first, largest = first_byte + painting, first_byte + painting + filling
    story = opened(first_byte=first_byte, first=first, largest=largest)
    findings = [f for result in run_checks(ALL, story.artifacts(), TOM) for f in result.findings]
    late = first_byte > 800 or first > 1800 or largest > 2500
    assert bool(findings) == late
    assert sum(finding.cost_ms for finding in findings) <= largest
    assert all(finding.value > finding.limit for finding in findings)


@pytest.mark.parametrize("wait_ms", [3000, 20_000])
def test_what_a_press_brings_too_late_is_slow_answers_alone(wait_ms):
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    page(story, 3100, first_byte=wait_ms, first=wait_ms + 100, largest=wait_ms + 200)
    assert found(story.end(60_000)) == ["slow-answer"]


def test_a_press_soon_enough_answered_by_a_slow_server_is_the_servers():
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    page(story, 3100, first_byte=1900, first=2200, largest=2300)
    assert found(story.end(60_000)) == ["server-slow"]


def test_a_slow_press_does_not_hide_the_next_page():
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    page(
        page(story, 3100, first_byte=5000, first=5100, largest=5200), 20_000, first_byte=5000, first=5100, largest=5200
    )
    assert found(story.end(60_000)) == ["server-slow", "slow-answer"]


def test_the_picture_that_comes_last_is_told_though_the_press_was_slow_too():
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    page(story, 3100, first_byte=5000, first=5100, largest=11_000)
    assert found(story.end(60_000)) == ["page-slow", "slow-answer"]


def test_the_customers_line_is_not_the_servers_fault():
    times = {"first_byte": 900, "first": 1200, "largest": 1300}
    assert found(opened(**times)) == ["server-slow"]
    assert found(opened(**times), ON_A_PHONE) == []
    late = {"first_byte": 900, "first": 1950, "largest": 2000}
    assert found(opened(**late), ON_A_PHONE) == ["first-sight-slow"]


@pytest.mark.parametrize(
    ("check", "name", "before", "severities"),
    [
        (server_slow, "first_byte", {}, {800: [], 801: ["minor"], 1800: ["minor"], 1801: ["moderate"]}),
        (first_sight_slow, "first", {}, {1800: [], 1801: ["minor"], 3000: ["minor"], 3001: ["moderate"]}),
        (page_slow, "largest", {}, {2500: [], 2501: ["moderate"], 4000: ["moderate"], 4001: ["serious"]}),
    ],
)
def test_how_bad_by_how_long(check, name, before, severities):
    for took_ms, expected in {**severities, 10_000: [check.META.severity.value], 10_001: ["critical"]}.items():
        result = judged(opened(**before, **{name: took_ms}), check)
        assert [finding.severity.value for finding in result.findings] == expected, took_ms
        assert result.value == took_ms


def test_what_each_says():
    server = opened(first_byte=5000, first=5100, largest=5200)
    [finding] = judged(server, server_slow).findings
    assert finding.sentence == "The server took 5.0 seconds to begin sending the page “Tea”."
    assert (finding.value, finding.unit, finding.limit, finding.cost_ms) == (5000, "ms", 800, 4200)
    [finding] = judged(opened(first=5000, largest=5100), first_sight_slow).findings
    assert finding.sentence == "The page “Tea” showed nothing at all for 5.0 seconds."
    assert (finding.value, finding.limit, finding.cost_ms, finding.t_ms) == (5000, 1800, 3200, 1000)
    [finding] = judged(opened(largest=5000), page_slow).findings
    assert finding.sentence == "The main part of the page “Tea” showed after 5.0 seconds."
    assert (finding.value, finding.limit, finding.cost_ms) == (5000, 2500, 2500)
    assert (finding.target.selector, finding.severity) == ("#hero", Severity.SERIOUS)


def test_a_title_of_the_sites_stays_text():
    [finding] = judged(opened(largest=5000, title="<svg onload=alert(1)>{0}"), page_slow).findings
    assert "“<svg onload=alert(1)>{0}”" in finding.sentence


@pytest.mark.parametrize("check", [server_slow, first_sight_slow, page_slow])
def test_no_page_does_not_apply_and_what_is_not_known_is_not_measured(check):
    assert judged(Story().step("Look", 0).end(9000), check).outcome is CheckOutcome.NOT_APPLICABLE
    unknown = opened(first_byte=None, first=None, largest=None)
    assert judged(unknown, check).outcome is CheckOutcome.NOT_MEASURED
    blind = opened(largest=9000).artifacts().model_copy(update={"vitals": NotRecorded(reason="no probe")})
    (result,) = run_checks([check], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")


def test_a_route_has_no_server_to_wait_for():
    route = Story().step("Look", 0).add("screen/route", 1000, url="https://shop.example/a", title="A").end(9000)
    assert judged(route, server_slow).outcome is CheckOutcome.NOT_APPLICABLE

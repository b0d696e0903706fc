"""Limits of checks can be set: then that much more or less is told, and how it is scored stays as it was."""

import pytest

from cxcheck.checks import first_sight_slow, server_slow
from cxcheck.checks.run import own_checks, run_checks
from cxcheck.errors import SettingsError
from cxcheck.model.persona import Persona
from cxcheck.score.constants import weights_of
from cxcheck.score.set_checks import set_meta
from cxcheck.score.weights import using
from cxcheck.set_constants import set_constants
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
LIMITED = [check for check in own_checks() if check.META.limits]


def opened(first_byte: float = 100, first: float = 200, largest: float = 300) -> Story:
    """A visit that opens one page; its times."""
    story = Story().step("Look", 0)
    story.add("screen/document", 1000, url="https://shop.example/", title="", history=False, first_byte_ms=first_byte)
    for what, after_ms in (("first", first), ("largest", largest)):
        story.add("page/painted", 1000 + after_ms, what=what, origin_ms=1000, selector="#hero", area_px2=9e4)
    return story.end(60_000)


def judged(story, check, *settings: str):
    scoring = set_constants([("here", "\n".join(settings))])
    with using(weights_of(scoring.values, scoring.version)):
        (result,) = run_checks([check], story.artifacts(), TOM)
        return result


@pytest.mark.parametrize(("limit_ms", "told"), [(None, True), (1199, True), (1200, False), (5000, False)])
def test_more_or_less_is_told(limit_ms, told):
    settings = [f"checks.server-slow.limits.limit_ms = {limit_ms}"] if limit_ms else []
    result = judged(opened(first_byte=1200, first=1300, largest=1400), server_slow, *settings)
    assert [finding.limit for finding in result.findings] == ([limit_ms or 800] if told else [])
    assert result.value == 1200, "the curve has the number all the same"


def test_from_where_on_it_is_worse_can_be_set_too():
    story = opened(first_byte=1200, first=1300, largest=1400)
    (finding,) = judged(story, server_slow, "checks.server-slow.limits.poor_ms = 1000").findings
    assert finding.severity == server_slow.META.severity
    (finding,) = judged(story, server_slow).findings
    assert finding.severity == server_slow.META.severity.milder


def test_checks_that_share_a_wait_go_by_the_same_limit():
    """What the server is allowed is no part of an empty page's time: with a higher limit there is less to take off."""
    story = opened(first_byte=3000, first=3500, largest=3600)
    assert judged(story, first_sight_slow).findings == ()
    (finding,) = judged(story, first_sight_slow, "checks.server-slow.limits.limit_ms = 4000").findings
    assert finding.cost_ms == 3500 - 1800


def test_afterwards_all_is_as_shipped():
    judged(opened(), server_slow, "checks.server-slow.limits.limit_ms = 5")
    assert server_slow.META.limit("limit_ms") == 800


@pytest.mark.parametrize("check", LIMITED, ids=lambda check: check.META.id)
def test_each_limit_of_each_check_can_be_set_and_is_told(check):
    for name, shipped in check.META.limits.items():
        key = f"checks.{check.META.id}.limits.{name}"
        scoring = set_constants([("here", f"{key} = {shipped * 2}")])
        with using(weights_of(scoring.values, scoring.version)):
            assert check.META.limit(name) == shipped * 2
            assert f"{name} {shipped * 2:g}" in set_meta(check.META).threshold
        assert scoring.values[key] == shipped * 2
        assert "+" in scoring.version, "runs scored so compare with no others"


@pytest.mark.parametrize("value", ["0", "-1", "'soon'", "true", "[1, 2]"])
def test_what_is_no_limit_is_told(value):
    with pytest.raises(SettingsError, match=r"limits\.limit_ms"):
        set_constants([("here", f"checks.server-slow.limits.limit_ms = {value}")])


def test_a_limit_that_the_check_has_not_is_told_with_those_it_has():
    with pytest.raises(SettingsError, match="limit_ms, poor_ms"):
        set_constants([("here", "checks.server-slow.limits.limit = 3")])

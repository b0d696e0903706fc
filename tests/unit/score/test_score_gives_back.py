"""What a fix is said to give back is what the visit costs less without it; who left is told at the moment they did."""

import pytest

from cxcheck.model.journey import Journey
from cxcheck.model.persona import Patience, Persona
from cxcheck.model.run import BrowserInfo, Visit, VisitInfo
from cxcheck.pipeline import judge_visit
from cxcheck.testing import Story

BEGAN = "2026-01-01T00:00:00+00:00"


def card(story: Story, **patience):
    info = VisitInfo(
        id="ask--tom--chromium--01", journey=Journey(key="ask", title="Ask", goal="An answer"), seed=1, began=BEGAN,
        persona=Persona(key="tom", title="Tom", patience=Patience(**patience)), site="shop", base_url="https://shop.example/",
        browser=BrowserInfo(name="chromium", version="1", playwright="1"),
    )  # fmt: skip
    return judge_visit(Visit(info=info, events=tuple(story.end(20_000).events))).scorecard


def asked(answered_ms: float = 300, *, popup: bool = False) -> Story:
    story = Story().step("Ask", 0)
    if popup:
        story.popup("a", 500, cover_ratio=0.4).press("Close", 900, popup="a").add("popup/gone", 1000, id="a")
    story.type("Name", 2000, 12).press("Send", 4000).change(4000 + answered_ms)
    return story


@pytest.mark.parametrize(
    ("with_it", "check"),
    [(asked(4000), "slow-answer"), (asked(popup=True), "popup-in-the-way")],
    ids=["an answer as quick as the limit", "no pop-up"],
)
def test_seconds_and_points_are_the_difference_to_the_twin_without_it(with_it, check):
    before, after = card(with_it), card(asked(1000) if check == "slow-answer" else asked())
    assert check not in {finding.check for finding in after.findings}
    (fix,) = [one for one in before.fixes if one.check == check]
    assert fix.seconds == pytest.approx((before.total_ms - after.total_ms) / 1000, abs=0.06)
    assert fix.seconds > 1
    if check == "popup-in-the-way":  # a curve still gives less than all for an answer just within the limit
        assert fix.points == pytest.approx(after.score - before.score, abs=0.11)


def test_left_when_patience_for_the_page_was_spent():
    left = card(asked(9000), wait_ms=5000).gave_up
    assert (left.step, left.t_ms) == (1, 4000 + 5000)
    assert card(asked(4000), wait_ms=5000).gave_up is None


def test_left_at_the_first_popup_too_many():
    assert card(asked(popup=True), popups=0).gave_up.t_ms == 500
    assert card(asked(popup=True), popups=1).gave_up is None


def test_the_first_of_two_reasons_counts():
    left = card(asked(9000, popup=True), wait_ms=5000, popups=0).gave_up
    assert (left.t_ms, "pop-up" in left.why) == (500, True)

"""From the events of a visit to its verdict, in one go."""

from cxcheck.model.artifact import Outcome
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Budget, Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, JudgedVisit, Visit, VisitInfo
from cxcheck.model.verdict import VerdictKind
from cxcheck.pipeline import check_metas, judge_visit
from cxcheck.testing import Story


def visit(story: Story, **budget) -> Visit:
    info = VisitInfo(
        id="ask--tom--chromium--01",
        journey=Journey(key="ask", title="Ask", goal="An answer", budget=Budget(**budget)),
        persona=Persona(key="tom", title="Tom"),
        identity=MaskedIdentity(name="Tom Gill", email="tom.gill@customers.example.test"),
        site="shop",
        base_url="https://shop.example/",
        browser=BrowserInfo(name="chromium", version="1", playwright="1"),
        seed=1,
        began="2026-01-01T00:00:00+00:00",
    )
    return Visit(info=info, events=tuple(story.events))


def story() -> Story:
    return Story().step("Ask", 0).popup("a", 500, cover_ratio=0.62).press("Send", 1000).change(1300).end(5000)


def test_judged_with_its_own_budget():
    judged = judge_visit(visit(story(), popups=0))
    assert judged.verdict.reasons == ("pop-ups: 1; the budget is 0",)
    assert judged.verdict.kind is VerdictKind.FAIL
    assert judge_visit(visit(story(), popups=0), "warn").verdict.kind is VerdictKind.WARN
    assert judge_visit(visit(story(), popups=1)).verdict.kind is VerdictKind.PASS


def test_judging_again_gives_the_same():
    assert judge_visit(visit(story())) == judge_visit(visit(story()))


def test_it_can_be_written_down_and_read_again():
    judged = judge_visit(visit(story()))
    assert JudgedVisit.model_validate_json(judged.model_dump_json()) == judged


def test_a_recording_without_a_line_is_not_measured():
    empty = Story()
    empty.events.clear()
    judged = judge_visit(visit(empty, popups=0))
    assert judged.artifacts.timeline.outcome is Outcome.CUT_OFF
    assert judged.verdict.kind is VerdictKind.NOT_MEASURED
    assert judged.scorecard.score is None
    assert judged.scorecard.total_ms is None


def test_every_check_is_described_under_its_id():
    assert all(key == meta.id for key, meta in check_metas().items())
    assert "dead-click" in check_metas()

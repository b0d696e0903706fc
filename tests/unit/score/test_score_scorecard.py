"""One visit's scorecard: what leads, what it would give back, when this customer would have left."""

import pytest

from cxcheck.checks.run import all_checks, run_checks
from cxcheck.model.artifact import Artifacts, NotRecorded, Outcome
from cxcheck.model.finding import Attribute, CheckOutcome
from cxcheck.model.persona import Patience, Persona
from cxcheck.model.scorecard import GestureCounts, Scorecard
from cxcheck.pipeline import check_metas
from cxcheck.score.costs import spent
from cxcheck.score.effort import visit_effort
from cxcheck.score.interruption import interruption_ms
from cxcheck.score.patience import gave_up
from cxcheck.score.scorecard import score
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom", patience=Patience(wait_ms=6000, mail_ms=60_000, popups=1))


def card(story: Story, persona: Persona = TOM, **changed) -> Scorecard:
    artifacts = story.artifacts().model_copy(update=changed)
    return score(
        artifacts, run_checks(all_checks(), artifacts, persona, spent(artifacts, persona)), check_metas(), persona
    )


def bad_visit() -> Story:
    """A pop-up over the page, a dead press and a slow mail."""
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.62)
    story.press("No thanks", 1000, popup="a").add("popup/gone", 1400, id="a")
    story.step("Ask", 2000).press("Send", 3000).press("Send", 8000).change(8400)
    return story.step("Read", 9000).mail(9100, 48_000).end(50_000)


def good_visit() -> Story:
    story = Story().step("Ask", 0).press("Send", 1000).change(1200).step("Read", 2000).mail(2100, 3000)
    return story.press("Go", 4000).change(4200).end(5000)


class TestCustomerTime:
    def test_a_visit_worked_out_by_hand(self):
        found = card(good_visit())
        # 200 ms each for two presses, 1800 ms for the mail after the page had answered; 100 ms of each go unnoticed.
        assert found.waiting_ms == pytest.approx(100 + 100 + 1700)
        # Two presses at 2650, one way to the mailbox by another, and a word read there: 60 000 / 238.
        assert found.reading_ms == pytest.approx(252.1, abs=0.1)
        assert found.effort_ms == pytest.approx(2650 + 2650 + 2650 + found.reading_ms)
        assert found.interruption_ms == 0
        assert found.total_ms == pytest.approx(10_102.1, abs=0.1)
        assert [step.total_ms for step in found.steps] == pytest.approx([100 + 2650, 1800 + 5300 + 252.1], abs=0.1)

    def test_what_was_before_the_first_step_counts_there(self):
        story = Story().press("Go", 100).change(900).step("Look", 2000).step("Ask", 3000).end(9000)
        first, second = card(story).steps
        assert (first.waiting_ms, first.effort_ms) == (700, 2650)
        assert (second.waiting_ms, second.effort_ms) == (0, 0)

    def test_what_was_not_recorded_is_none(self):
        found = card(good_visit(), waits=NotRecorded(reason="no probe"))
        assert (found.waiting_ms, found.total_ms) == (None, None)
        assert found.effort_ms is not None
        assert {step.total_ms for step in found.steps} == {None}

    def test_effort_without_reading_is_effort_still_and_the_reading_is_named_as_not_measured(self):
        whole = card(good_visit())
        found = card(good_visit(), readings=NotRecorded(reason="no such probe then"))
        assert found.reading_ms is None
        assert found.effort_ms == pytest.approx(whole.effort_ms - whole.reading_ms)
        assert {step.reading_ms for step in found.steps} == {None}
        assert [one.what for one in found.unmeasured if one.reason == "no such probe then"] == [
            ("reading", "the check sign-up-long", "the check way-back-long"),
        ]

    def test_counts(self):
        counts = card(bad_visit()).counts
        assert (counts.clicks, counts.popup_gestures, counts.popups, counts.mails) == (2, 1, 1, 1)
        steps = card(bad_visit()).steps
        assert [(step.clicks, step.popup_gestures, step.switches) for step in steps] == [
            (0, 1, 0),
            (2, 0, 0),
            (0, 0, 1),
        ]

    def test_each_kind_of_gesture_is_counted_apart(self):
        target = {"selector": "#a", "role": "", "name": "A"}
        story = Story().step("Ask", 0).press("Go", 100).press("Go on", 300, pointer="touch").type("Email", 1000, 12)
        for t_ms, name in enumerate(("Tab", "Tab", "Enter", "Escape"), start=2000):
            story.add("gesture/key", t_ms, key=name, target=target)
        story.add("gesture/chosen", 3000, target=target, keys=False).add("gesture/ticked", 3100, target=target)
        for t_ms in (4000, 4500):
            story.add("gesture/scrolled", t_ms, screenfuls=0.77, by="wheel")
        story.add("gesture/back", 5000, document=False).mail(6000, 7000).add("gesture/switched", 7100, to="site")
        story.add("gesture/pressed", 8000, pointer="mouse", trusted=False, target=target)
        counts = card(story.end(9000)).counts
        assert counts.model_dump(include=set(GestureCounts.model_fields)) == {
            "presses": 3, "clicks": 1, "taps": 1, "keys": 4, "tabs": 2, "fields": 1, "characters": 12, "choices": 1,
            "ticks": 1, "screenfuls": 1.5, "backs": 1, "switches": 1, "popup_gestures": 0,
        }  # fmt: skip


class TestScore:
    def test_a_good_visit(self):
        found = card(good_visit())
        by_attribute = {attribute.attribute: attribute.score for attribute in found.attributes}
        assert by_attribute[Attribute.EASE] == 100
        assert by_attribute[Attribute.RESOLUTION] > 99
        assert by_attribute[Attribute.RELEVANCE] is None
        assert (found.grade, found.caps, found.fixes, found.findings) == ("A", (), (), ())

    def test_a_bad_visit(self):
        found = card(bad_visit())
        assert [finding.check for finding in found.findings] == ["popup-in-the-way", "dead-click", "mail-slow"]
        by_attribute = {attribute.attribute: attribute.score for attribute in found.attributes}
        assert by_attribute[Attribute.EASE] == pytest.approx(
            100 * 41 / 61, abs=0.1
        )  # no pile, no dialog, closed, not come back, over no button, large: 7 + 7 + 10 + 7 + 7 + 3; two of 10 fail
        # 39.6 s from the second press until it came, on the curve of 10 s and 60 s.
        assert by_attribute[Attribute.RESOLUTION] == pytest.approx(62.0, abs=2)
        # Everything else was in order: only the cap for what is critical keeps it from more.
        assert (found.score, found.grade) == (70, "C")

    def test_a_visit_that_was_cut_off_has_no_score(self):
        story = bad_visit()
        story.events.pop()
        found = card(story)
        assert (found.score, found.grade) == (None, None)
        assert found.score_note == "the visit did not get far enough to be judged"

    def test_nothing_measured_is_no_score_and_never_a_good_one(self):
        nothing = NotRecorded(reason="no probe")
        tables = Artifacts.model_fields.keys() - {"timeline", "unsupported"}
        found = card(good_visit(), **dict.fromkeys(tables, nothing))
        outcomes = {result.check: result.outcome for result in found.results}
        assert outcomes.pop("journey-unfinished") is CheckOutcome.NOT_APPLICABLE
        assert set(outcomes.values()) == {CheckOutcome.NOT_MEASURED}
        assert found.score is None
        assert {attribute.score for attribute in found.attributes} == {None}

    def test_the_version_of_the_constants_is_told(self):
        assert card(good_visit()).scoring == "2026.4"


class TestFixes:
    def test_the_most_seconds_come_first(self):
        fixes = card(bad_visit()).fixes
        assert [fix.check for fix in fixes] == ["mail-slow", "popup-in-the-way", "dead-click"]
        # mail: 40 s after the second press, minus the 10 s it may take; dead press: 2.5 s in vain
        assert [fix.seconds for fix in fixes][::2] == [30.0, 2.5]
        assert all(fix.sentence and fix.remedy for fix in fixes)

    def test_a_popups_seconds_are_what_the_popup_cost(self):
        artifacts = bad_visit().artifacts()
        cost_ms = interruption_ms(artifacts.popups.items[0], TOM.hands, visit_effort(artifacts, TOM.hands), "en")
        fix = next(fix for fix in card(bad_visit()).fixes if fix.check == "popup-in-the-way")
        assert fix.seconds == round(cost_ms / 1000, 1) > 4

    def test_points_are_what_the_score_would_gain(self):
        story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.62).press("Go", 2000).change(2100).end(9000)
        found = card(story)
        # Ease 17 of 27, speed and certainty whole: 87.7, but for the cap of a critical finding.
        assert (found.score, found.caps) == (70, ("at most 70: a critical finding",))
        (fix,) = found.fixes
        assert fix.points == 30

    def test_no_points_without_a_score(self):
        story = bad_visit()
        story.events.pop()
        assert {fix.points for fix in card(story).fixes} == {None}

    def test_no_findings_no_fixes(self):
        assert card(good_visit()).fixes == ()

    def test_every_check_that_found_something_has_one(self):
        found = card(bad_visit())
        assert {fix.check for fix in found.fixes} == {finding.check for finding in found.findings}


class TestGaveUp:
    def test_patience_that_lasts(self):
        assert gave_up(good_visit().artifacts(), TOM) is None

    def test_a_page_that_takes_too_long(self):
        story = Story().step("Look", 0).step("Ask", 500).press("Send", 1000).document(1100, painted_ms=9000)
        found = gave_up(story.end(20_000).artifacts(), TOM)
        assert (found.step, found.t_ms) == (2, 7000)
        assert found.why == "waited 8 s for the page; patience lasts 6 s"

    def test_a_page_within_half_of_it(self):
        story = Story().step("Ask", 0).press("Send", 1000).document(1100, painted_ms=4000).end(20_000)
        assert gave_up(story.artifacts(), TOM) is None

    def test_the_most_patient_leave_at_the_cap(self):
        patient = Persona(key="p", title="P", patience=Patience(wait_ms=10_000))
        story = Story().step("Ask", 0).press("Send", 1000).document(1100, painted_ms=30_000).end(60_000)
        assert gave_up(story.artifacts(), patient).t_ms == 11_000

    def test_mail_has_a_patience_of_its_own(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100).mail(2000, 40_000).end(150_000)
        assert gave_up(story.artifacts(), TOM) is None
        late = Story().step("Ask", 0).press("Send", 1000).change(1100).mail(2000, 121_000).end(150_000)
        assert gave_up(late.artifacts(), TOM).why == "waited 120 s for an e-mail; patience lasts 60 s"

    def test_one_popup_too_many(self):
        story = Story().step("Look", 0)
        for number, t_ms in enumerate((500, 900, 1300)):
            story.popup(f"p{number}", t_ms, cover_ratio=0.2, asked_for=number == 0)
        found = gave_up(story.popup("last", 1700, cover_ratio=0.2).end(9000).artifacts(), TOM)
        assert (found.t_ms, found.why) == (1300, "pop-up number 2; patience lasts for 1")

    def test_the_first_reason_counts(self):
        story = Story().step("Look", 0).press("Go", 100).document(200, painted_ms=9000)
        story.popup("a", 3000, cover_ratio=0.2).popup("b", 3500, cover_ratio=0.2).end(20_000)
        assert gave_up(story.artifacts(), TOM).t_ms == 3500

    def test_nothing_recorded_nobody_left(self):
        nothing = NotRecorded(reason="no probe")
        blind = bad_visit().artifacts().model_copy(update={"waits": nothing, "popups": nothing})
        assert gave_up(blind, TOM) is None


def test_a_journey_not_finished_is_capped():
    found = card(Story().step("Ask", 0).press("Send", 1000).change(1100).end(9000, Outcome.NOT_FINISHED, "no way"))
    assert (found.score, found.grade) == (39, "F")

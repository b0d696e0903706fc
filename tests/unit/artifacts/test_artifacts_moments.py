"""Every moment belongs to one of waiting, effort and interruption, and to no two waits."""

import random
from itertools import pairwise

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.model.persona import Persona
from cxcheck.score import costs
from cxcheck.score.effort import visit_effort
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def overlaps(story: Story) -> list[tuple[float, float]]:
    """(end of a wait, begin of the next) where the next begins before the end."""
    found = story.artifacts().waits.items
    return [(a.ready_ms, b.from_ms) for a, b in pairwise(found) if a.ready_ms > b.from_ms]


def made_up_visit(chance: random.Random) -> Story:
    """A visit as customers make them: acts, with answers early, late, by document or not at all."""
    story = Story().step("First", 0)
    now = float(chance.randint(0, 400))
    if chance.random() < 0.7:
        story.document(now, painted_ms=now + chance.randint(20, 4000))
        now += chance.randint(50, 6000)
    for number in range(chance.randint(2, 9)):
        if chance.random() < 0.2:
            story.step(f"Step {number}", now)
        popup = None
        if chance.random() < 0.2:
            popup = f"p{number}"
            story.popup(popup, now + 1, cover_ratio=chance.random())
            now += chance.randint(100, 1500)
        act = chance.choice(["press", "press", "press", "type", "enter", "scroll"])
        match act:
            case "press":
                story.press(f"b{number}", now, pointer=chance.choice(["mouse", "touch"]), popup=popup)
            case "type":
                story.type(f"f{number}", now, chance.randint(1, 20))
            case "enter":
                story.add("gesture/key", now, key="Enter", target={"selector": "#q", "role": "textbox"})
            case _:
                story.add("gesture/scrolled", now, screenfuls=1.5)
        later = now + chance.choice([1, 40, 600, 2500, 12_000])
        gap = chance.choice([60, 200, 900, 3000, 9000, 15_000])
        match chance.choice(["change", "changes", "painted", "document", "nothing", "dialog"]):
            case "change":
                story.change(later, until_ms=later + chance.randint(0, 3000))
            case "changes":
                for n in range(chance.randint(2, 40)):
                    story.change(later + n * 400)
            case "painted":
                story.add("answer/painted", now + chance.randint(0, 290), duration_ms=float(chance.randint(10, 14_000)))
            case "document" if gap > 900:  # no second document before the next act: see the known gaps below
                story.document(now + chance.randint(1, 900), painted_ms=later + 1000)
            case "dialog":
                story.add("dialog/opened", later, clock=Clock.ARRIVAL, type="alert", message="Hm")
        now += gap
    if chance.random() < 0.4:
        story.press("Send", now).change(now + 300)
        story.mail(now + 400, chance.choice([now + 200, now + 5000]))
        now += 6000
    return story.end(now + 20_000)


VISITS = {seed: made_up_visit(random.Random(seed)) for seed in range(100)}


def test_no_moment_is_in_two_waits():
    assert {seed: found for seed, story in VISITS.items() if (found := overlaps(story))} == {}
    assert sum(len(story.artifacts().waits.items) for story in VISITS.values()) > 300


def test_no_wait_runs_backwards_or_past_the_cap_or_the_end():
    for seed, story in VISITS.items():
        artifacts = story.artifacts()
        for wait in artifacts.waits.items:
            assert wait.from_ms <= wait.ready_ms <= artifacts.timeline.end_ms, seed
            assert wait.what == "mail" or wait.duration_ms <= 10_000, seed


def test_each_gesture_is_either_effort_or_interruption():
    in_popups = 0
    for seed, story in VISITS.items():
        artifacts = story.artifacts()
        doings = visit_effort(artifacts, TOM.hands)
        assert [doing.gesture for doing in doings] == list(artifacts.gestures.items), seed
        outside = sum(doing.total_ms for doing in doings if doing.gesture.target.popup is None)
        own, read = costs.own_effort(artifacts, TOM), costs.reading(artifacts, TOM)
        assert sum(own.values()) - sum(read.values()) == pytest.approx(outside), seed
        interrupted = costs.popup_costs(artifacts, TOM)
        for doing in doings:
            if doing.gesture.target.popup is not None:
                assert interrupted[doing.gesture.target.popup] > doing.total_ms, seed
                in_popups += 1
    assert in_popups > 10


def test_the_steps_add_up_to_the_whole():
    for seed, story in VISITS.items():
        artifacts = story.artifacts()
        steps = costs.steps(artifacts, TOM)
        for part, name in (
            (costs.waiting(artifacts), "waiting_ms"),
            (costs.own_effort(artifacts, TOM), "effort_ms"),
            (costs.interruptions(artifacts, TOM), "interruption_ms"),
        ):
            assert sum(getattr(step, name) for step in steps) == pytest.approx(sum(part.values())), (seed, name)


def test_a_press_before_the_first_paint_ends_the_wait_for_it():
    story = Story().step("Ask", 0).press("A", 1000).document(1200, painted_ms=2600).press("B", 1500).change(2700)
    assert overlaps(story.end(9000)) == []


def test_typing_before_an_opened_page_has_painted_ends_the_wait_for_it():
    story = Story().step("Ask", 0).document(100, painted_ms=2600).press("B", 1500).change(2700).end(9000)
    assert overlaps(story) == []


def test_closing_a_popup_is_interruption_and_never_waiting():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.6).press("Close", 1000, popup="a").change(3000)
    artifacts = story.add("popup/gone", 3000, id="a").end(9000).artifacts()
    assert costs.waiting(artifacts) == {}
    assert costs.own_effort(artifacts, TOM) == {}
    assert costs.interruptions(artifacts, TOM)[1] > 2000


def test_a_wait_too_short_to_be_noticed_costs_nothing():
    artifacts = Story().step("Ask", 0).press("A", 1000).change(1090).press("B", 5000).change(5600).end(9000).artifacts()
    assert costs.waiting(artifacts) == {1: 500}


def test_not_recorded_is_none_and_never_nought():
    artifacts = Story().step("Ask", 0).end(9000).artifacts()
    nothing = NotRecorded(reason="switched off")
    blind = artifacts.model_copy(update={"waits": nothing, "gestures": nothing, "popups": nothing})
    assert (costs.waiting(blind), costs.own_effort(blind, TOM), costs.interruptions(blind, TOM)) == (None, None, None)
    (step,) = costs.steps(blind, TOM)
    assert (step.waiting_ms, step.total_ms, step.clicks, step.fields) == (None, None, None, None)
    counts = costs.counts(blind)
    assert (counts.clicks, counts.popups) == (None, None)


class TestKnownGaps:
    """Overlaps that are known and not yet mended."""

    def test_a_page_that_sends_the_customer_on_is_one_wait(self):
        story = Story().step("Ask", 0).press("Send", 1000).document(1200, painted_ms=1300)
        story.document(1400, painted_ms=1800, url="https://shop.example/there")
        story.add("page/loaded", 1850)
        assert overlaps(story.end(9000)) == []

    def test_opening_by_address_after_an_answered_press_is_a_wait_of_its_own(self):
        story = Story().step("Ask", 0).press("Add", 1000).change(1200).document(6000, painted_ms=7500).end(12_000)
        assert [wait.duration_ms for wait in story.artifacts().waits.items] == [200, 1500]

    def test_one_address_after_the_other(self):
        story = Story().step("Look", 0).document(100, painted_ms=400).document(700, painted_ms=900).end(9000)
        assert overlaps(story) == []

    def test_two_mails_after_one_press(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        for intent, awaited_ms, arrived_ms in (("confirm", 2000, 6000), ("welcome", 7000, 9000)):
            story.add("mail/awaited", awaited_ms, clock=Clock.RECORDER, intent=intent)
            story.add("mail/arrived", arrived_ms, intent=intent, subject="x", links=1)
        assert overlaps(story.end(12_000)) == []

    def test_a_page_opened_between_asking_and_the_mailbox(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        story.add("gesture/scrolled", 2000, screenfuls=1.0).document(3000, painted_ms=3600).mail(5000, 8000)
        assert overlaps(story.end(12_000)) == []

    def test_a_mail_missed_and_waited_for_again(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        story.add("mail/awaited", 2000, clock=Clock.RECORDER, intent="reset")
        story.add("mail/missed", 5000, clock=Clock.RECORDER, intent="reset").press("Again", 6000).change(6100)
        story.add("mail/awaited", 7000, clock=Clock.RECORDER, intent="reset")
        story.add("mail/arrived", 9000, intent="reset", subject="x", links=1)
        first, second = story.end(12_000).artifacts().mails.items
        assert (first.arrived_ms, first.until_ms) == (None, 5000)
        assert second.arrived_ms == 9000

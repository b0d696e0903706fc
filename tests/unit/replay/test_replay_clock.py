"""The customer's clock comes to the scorecard's own sums, and never runs back."""

import pytest
from watched import Watched, forgotten_password

from cxcheck.replay.clock import PARTS, customer_clock
from cxcheck.testing import Story


@pytest.mark.parametrize("hands", ["mouse", "touch", "keyboard"])
def test_at_the_end_it_shows_what_the_scorecard_says(hands):
    visit = forgotten_password(hands=hands).visit()
    spent = customer_clock(visit).at(visit.artifacts.timeline.end_ms + 60_000)
    card = visit.scorecard
    assert {part: getattr(spent, part) for part in PARTS} == pytest.approx(
        {"waiting": card.waiting_ms, "effort": card.effort_ms, "interruption": card.interruption_ms}
    )
    assert spent.total == pytest.approx(card.total_ms)
    assert spent.waiting > 10_000
    assert spent.interruption > 0


def test_it_never_runs_back():
    clock = customer_clock(forgotten_password().visit())
    shown = [clock.at(t_ms).total for t_ms in range(0, 40_000, 50)]
    assert shown == sorted(shown)
    assert shown[0] == 0


def test_it_runs_with_the_wait_while_the_mail_does_not_come():
    clock = customer_clock(forgotten_password().visit())
    assert clock.at(20_000).waiting - clock.at(15_000).waiting == pytest.approx(5_000, rel=0.05)


def test_nothing_recorded_is_no_time():
    watched = Watched()
    watched.story = Story().end(1_000)
    assert customer_clock(watched.visit()).at(500).total == 0

"""Replay time: long stretches are shortened, short ones drawn out, and the picture stands still where it hurts."""

import itertools

import pytest
from watched import forgotten_password

from cxcheck.replay.clock import customer_clock
from cxcheck.replay.story import INTRO_MS, story
from cxcheck.replay.tempo import Hold, Tempo, stretches


def test_recorded_times_come_in_order():
    visit = forgotten_password().visit()
    tempo = Tempo(stretches(visit, customer_clock(visit)), [], 0)
    shown = [tempo.at(t_ms) for t_ms in range(0, 36_000, 100)]
    assert shown == sorted(shown)
    assert tempo.length < visit.scorecard.total_ms  # there is something to shorten


def test_a_robot_is_slowed_down():
    """Everything in no time at all: each act can be followed all the same."""
    watched = forgotten_password()
    quick = [event.model_copy(update={"t_ms": event.t_ms / 100}) for event in watched.story.events]
    watched.story.events[:] = quick
    told = story(watched.visit(), quick, watched.read)
    pressed = [one.at for one in told.acts]
    assert min(later - sooner for sooner, later in itertools.pairwise(pressed)) >= 150


def test_it_stands_still_while_a_sentence_is_read():
    tempo = Tempo([(1_000, 500), (2_000, 500)], [Hold(1_500, 3_000), Hold(1_500, 2_000)], 100)
    assert (tempo.at(1_500), tempo.after(1_500)) == (850, 5_850)
    assert tempo.at(1_600) == pytest.approx(5_900)
    assert tempo.length == 100 + 1_000 + 5_000


def test_what_is_found_at_the_very_end_is_said_too():
    tempo = Tempo([(1_000, 500)], [Hold(9_000, 3_000)], 0)
    assert tempo.length == 3_500


def test_the_story_stands_still_where_it_hurts():
    watched = forgotten_password()
    told = story(watched.visit(), watched.story.events, watched.read)
    assert len(told.moments) == len(told.visit.scorecard.findings) + (told.visit.scorecard.gave_up is not None)
    for moment in told.moments:
        clock = [spent.total for at, spent in told.clock if moment.at < at < moment.until]
        assert len(set(clock)) <= 1
    assert told.chapters[0].at >= INTRO_MS
    ends = [(one.at, one.until) for one in told.moments]
    assert all(sooner[1] <= later[0] for sooner, later in itertools.pairwise(ends))


def test_a_wait_is_told_when_it_was_seen():
    watched = forgotten_password()
    told = story(watched.visit(), watched.story.events, watched.read)
    mail = next(one for one in told.moments if one.what.check == "mail-slow")
    card = next(one for one in told.cards if one.what.kind == "mail")
    assert mail.at == card.at
    assert mail.until < card.until
    dead = next(one for one in told.moments if one.what.check == "dead-click")
    pressed = next(one for one in told.acts if one.what.t_ms == 5_000)
    assert dead.at - pressed.at >= 1_000

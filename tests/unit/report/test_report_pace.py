"""The scorecard says at which pace it walked, and what that hides."""

import pytest
from sample_run import META, clean_visit, judged_run, slow_visit

from cxcheck.model.pace import Pace
from cxcheck.model.persona import BrowserTraits, Persona
from cxcheck.report import pace
from cxcheck.report.method import method
from cxcheck.report.scorecard import render

WORDS = {
    Pace.HUMAN: ("reading, thinking, pointing and typing", "longer than their task demands"),
    Pace.BRISK: ("a quarter of the time", "more than a quarter of a customer's time"),
    Pace.ROBOT: ("no dwelling between gestures", "pop-ups that wait for a dwelling customer"),
}
EVERYWHERE = ("sessions that expire", "spinners that loop", "as a pointer passes over it")


def at(pace: Pace | None, visit=None):
    visit = visit or slow_visit()
    return visit.model_copy(update={"info": visit.info.model_copy(update={"pace": pace})})


def test_every_pace_says_how_fast_and_what_is_not_met():
    assert WORDS.keys() == set(Pace)
    for one, (how, what) in WORDS.items():
        assert how in pace.walked(one)
        assert what in pace.hidden(one)
        assert one is Pace.HUMAN or all(words in pace.hidden(one) for words in EVERYWHERE)


@pytest.mark.parametrize("one", [*Pace])
def test_it_stands_in_the_page_at_its_head_and_with_the_visit(one):
    run = judged_run(at(one))
    page = render(run, meta=META, picture_src=lambda *_: None)
    assert f"Walked at {one} pace" in page
    assert page.index(f"Walked at {one} pace") < page.index("Fix these first")
    facts = dict(method(run, run.visits[0]))
    assert facts["Pace"] == pace.walked(one)
    assert facts["Not met at this pace"] == pace.hidden(one)


def test_an_old_recording_does_not_say():
    old = slow_visit()
    assert old.info.pace is None
    assert dict(method(judged_run(old), old))["Pace"] == "not written down"
    assert pace.pace_line([old]) == ""


def test_a_run_of_several_paces_says_so_and_an_empty_one_nothing():
    assert "different paces" in pace.pace_line([at(Pace.HUMAN), at(Pace.ROBOT, clean_visit())])
    assert pace.pace_line([at(Pace.BRISK), at(Pace.BRISK)]).startswith("Walked at brisk pace. Not met: ")
    assert pace.pace_line([]) == ""


def test_the_screen_is_told_with_its_zoom_and_contrast():
    traits = BrowserTraits(viewport=(1280, 800), zoom=2, contrast="more", forced_colors="active")
    visit = slow_visit()
    persona = Persona(key="low", title="Low vision", browser=traits)
    visit = visit.model_copy(update={"info": visit.info.model_copy(update={"persona": persona})})
    told = dict(method(judged_run(visit), visit))["Screen"]
    assert told == "1280 × 800, zoomed to 200%, more contrast, forced colours"

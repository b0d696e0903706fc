"""Steps, endings, and the order of things: by when they happened, not by when they were heard of."""

import random

import pytest

from cxcheck.model.artifact import Outcome
from cxcheck.model.event import Clock
from cxcheck.testing import Story, make_artifacts


def a_visit() -> Story:
    story = Story().step("Look", 0).document(60, painted_ms=300).popup("a", 700, cover_ratio=0.6)
    story.add("popup/closing", 900, clock=Clock.RECORDER, id="a", control="Close")
    story.press("Close", 950, popup="a").add("popup/gone", 1200, id="a").press("Sign in", 2000)
    story.document(2200, painted_ms=2500, url="https://shop.example/sign-in")
    story.step("Ask", 4000).type("Email", 4300, 10).press("Send", 5000).change(5600)
    return story.step("Read", 7000).mail(7100, 9000).end(9500)


@pytest.mark.parametrize("seed", range(5))
def test_written_out_of_order_it_is_the_same_visit(seed):
    chance = random.Random(seed)
    story = a_visit()
    # What the page tells comes up to 1.8 s late; the recorder's own lines and the mailbox's are written at once.
    late = {"gesture", "page", "popup", "screen"}
    heard = sorted(
        story.events,
        key=lambda e: e.t_ms + (chance.uniform(0, 1800) if e.kind.partition("/")[0] in late else 0),
    )
    renumbered = [event.model_copy(update={"seq": number}) for number, event in enumerate(heard, start=1)]
    assert [event.t_ms for event in renumbered] != sorted(event.t_ms for event in renumbered)
    assert make_artifacts(renumbered) == story.artifacts()


def test_heard_of_late_a_fact_still_belongs_to_its_time():
    """The same facts, numbered as they arrive: an answer is written after the act that follows it."""
    story = Story().step("Ask", 0).press("Send", 1000).press("Again", 3000).change(3300).change(1400).end(9000)
    first, second = story.artifacts().waits.items
    assert (first.answer_ms, second.answer_ms) == (1400, 3300)


def test_a_step_is_told_by_time_and_not_by_when_it_was_written():
    story = Story().step("Look", 0).step("Ask", 2000)
    story.press("Send", 1500)  # written in the second step, done in the first
    story.change(1600).add("error/script", 1700, text="boom").popup("a", 1800, cover_ratio=0.2)
    artifacts = story.end(5000).artifacts()
    assert artifacts.gestures.items[0].step == 1
    assert artifacts.waits.items[0].step == 1
    assert artifacts.errors.items[0].step == 1
    assert artifacts.popups.items[0].step == 1


def test_steps_and_the_end():
    timeline = a_visit().artifacts().timeline
    assert timeline.outcome is Outcome.FINISHED
    assert timeline.message == ""
    assert timeline.end_ms == 9500
    assert [(s.index, s.title, s.start_ms, s.end_ms, s.finished) for s in timeline.steps] == [
        (1, "Look", 0, 4000, True),
        (2, "Ask", 4000, 7000, True),
        (3, "Read", 7000, 9500, True),
    ]


@pytest.mark.parametrize(("t_ms", "step"), [(-5, 0), (0, 1), (3999, 1), (4000, 2), (99_999, 3)])
def test_step_at(t_ms, step):
    assert a_visit().artifacts().timeline.step_at(t_ms) == step


def test_a_moment_of_truth_is_kept():
    steps = Story().step("A", 0).step("B", 10, moment_of_truth=True).end(20).artifacts().timeline.steps
    assert [step.moment_of_truth for step in steps] == [False, True]


@pytest.mark.parametrize("outcome", [Outcome.NOT_FINISHED, Outcome.NOT_MEASURED])
def test_an_unhappy_end_keeps_its_words(outcome):
    timeline = Story().step("Ask", 0).end(3000, outcome, "no way to sign in").artifacts().timeline
    assert (timeline.outcome, timeline.message) == (outcome, "no way to sign in")
    assert not timeline.steps[-1].finished


def test_cut_off_in_mid_step():
    timeline = Story().step("Look", 0).step("Ask", 2000).press("Send", 3000).change(7000).artifacts().timeline
    assert timeline.outcome is Outcome.CUT_OFF
    assert timeline.message == "The recording was cut off in step 2, “Ask”, 7 s into the visit."
    assert [(step.end_ms, step.finished) for step in timeline.steps] == [(2000, True), (7000, False)]


def test_cut_off_before_the_first_step():
    assert Story().artifacts().timeline.message == "The recording was cut off, 0 s into the visit."


def test_cut_off_before_the_first_line_nothing_is_measured():
    artifacts = make_artifacts([])
    assert artifacts.timeline.outcome is Outcome.CUT_OFF
    tables = [getattr(artifacts, name) for name in ("screens", "gestures", "waits", "popups", "requests", "mails")]
    assert {table.reason for table in tables} == {"the visit was cut off before anything was recorded"}


def test_screens_tell_documents_from_routes():
    story = Story().step("Look", 0).document(60, painted_ms=300)
    story.add("screen/route", 900, url="https://shop.example/#b", title="B")
    screens = story.end(5000).artifacts().screens
    assert [(screen.how, screen.url) for screen in screens.items] == [
        ("document", "https://shop.example/"),
        ("route", "https://shop.example/#b"),
    ]
    assert screens.documents == 1


@pytest.mark.parametrize(("status", "errors"), [(200, []), (399, []), (400, ["400 /x"]), (503, ["503 /x"]), (0, [])])
def test_requests_and_the_errors_among_them(status, errors):
    story = Story().step("Look", 0)
    story.add(
        "request/ended", 900, method="GET", url="/x", resource="image", status=status, start_ms=800.0,
        failure="", is_document=False, background=False,
    )  # fmt: skip
    artifacts = story.end(5000).artifacts()
    assert [error.text for error in artifacts.errors.items] == errors
    (request,) = artifacts.requests.items
    assert (request.status, request.start_ms, request.end_ms) == (status, 800, 900)


def test_a_request_without_the_browsers_stamp_has_no_end():
    story = Story().step("Look", 0)
    story.add(
        "request/ended", 900, clock=Clock.ARRIVAL, method="GET", url="/x", resource="image", status=0, start_ms=None,
        failure="net::ERR_ABORTED", is_document=False, background=False,
    )  # fmt: skip
    (request,) = story.end(5000).artifacts().requests.items
    assert (request.start_ms, request.end_ms, request.failure) == (None, None, "net::ERR_ABORTED")


def test_pictures_know_their_moment_and_their_popup():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.5)
    for popup in ("a", "unheard-of"):
        story.add(
            "picture/taken", 900, clock=Clock.RECORDER, reason="popup", file="evidence/001-popup.jpg",
            width_px=400, height_px=300, popup=popup, at_ms=620.0,
        )  # fmt: skip
    first, second = story.end(5000).artifacts().pictures.items
    assert (first.t_ms, first.step, first.popup, first.file) == (620, 1, 1, "evidence/001-popup.jpg")
    assert second.popup is None


def test_searches():
    story = Story().step("Look", 0)
    story.add("customer/found", 500, clock=Clock.RECORDER, intent="sign in", found="Log in", sure=False, hint=True)
    (search,) = story.end(5000).artifacts().searches.items
    assert (search.intent, search.found, search.sure, search.hint, search.step) == ("sign in", "Log in", False, True, 1)


def test_what_a_browser_cannot_do_is_told():
    story = Story().step("Look", 0).add("probe/unsupported", 10, probe="changes", reason="no such entries")
    assert story.end(5000).artifacts().unsupported == {"changes": "no such entries"}

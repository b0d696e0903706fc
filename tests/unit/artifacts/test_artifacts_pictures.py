import pytest

from cxcheck.artifacts.pictures import pictures
from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.event import Event
from cxcheck.model.popup import Popup, PopupKind, Popups

LINE = Timeline(outcome=Outcome.FINISHED, end_ms=10_000)


def event(kind, t_ms, seq=1, page=1, **data):
    return Event(seq=seq, t_ms=t_ms, clock="browser", step=1, page=page, kind=kind, data=data)


def frame(t_ms, page=1):
    return event("frame/shown", t_ms, page=page, file=f"frames/{t_ms:.0f}.jpg", width_px=412, height_px=839.0)


def popup(**changes):
    fields = {"id": 1, "t_ms": 2_000, "step": 1, "page": 1, "kind": PopupKind.DIALOG}
    return Popup(**(fields | changes))


def files(events, *popups):
    return [picture.file for picture in pictures(events, LINE, {"a": 1}, Popups(items=popups)).items]


@pytest.mark.parametrize(
    ("frames", "changes", "chosen"),
    [
        ([frame(1_900), frame(2_300), frame(3_000)], {}, ["frames/2300.jpg"]),  # shortly after it came
        ([frame(1_900)], {}, ["frames/1900.jpg"]),  # drawn before it was seen
        ([frame(1_000)], {}, []),  # too long before
        ([frame(2_100), frame(2_300)], {"gone_ms": 2_300}, ["frames/2100.jpg"]),  # not of when it was gone
        ([frame(2_300, page=2)], {}, []),
        ([frame(2_300)], {"kind": PopupKind.NATIVE}, []),
        ([frame(2_300)], {"kind": PopupKind.PERMISSION}, []),
    ],
)
def test_a_popup_without_a_picture_has_the_frame_of_its_time(frames, changes, chosen):
    assert files(frames, popup(**changes)) == chosen


def test_a_picture_that_was_taken_comes_first():
    taken = event(
        "picture/taken",
        2_500,
        reason="popup",
        file="evidence/1.jpg",
        width_px=412,
        height_px=839,
        popup="a",
        at_ms=2_400,
    )
    assert files([frame(2_300), taken], popup()) == ["evidence/1.jpg"]

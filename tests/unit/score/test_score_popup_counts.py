from types import SimpleNamespace

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind, Gestures, Target
from cxcheck.model.page import Searches
from cxcheck.model.persona import Manners, Persona
from cxcheck.model.popup import Attempt, Popup, PopupKind, Popups, Way
from cxcheck.score.popup_counts import popup_counts

CONSENT = PopupKind.CONSENT


def popup(number, t_ms, gone_ms=None, **changes):
    return Popup(**({"id": number, "t_ms": t_ms, "step": 1, "kind": PopupKind.DIALOG, "gone_ms": gone_ms} | changes))


def pressed(t_ms, popup=None, kind=GestureKind.CLICK, key=""):
    return Gesture(t_ms=t_ms, step=1, kind=kind, field_kind=key, target=Target(popup=popup))


def counted(*popups, gestures=(), product_ms=None, cookies="reject"):
    tables = SimpleNamespace(
        popups=Popups(items=popups), gestures=Gestures(items=gestures), searches=Searches(product_ms=product_ms)
    )
    return popup_counts(tables, Persona(key="p", title="P", manners=Manners(cookies=cookies)))


def agreed_to(way):
    return popup(1, 0, 900, kind=CONSENT, attempts=(Attempt(t_ms=500, way=way, worked=True),))


def test_what_was_asked_for_is_no_popup():
    found = counted(popup(1, 100), popup(2, 200, asked_for=True), popup(3, 300, asked_for=True))
    assert (found.unasked, found.asked_for, found.at_once) == (1, 2, 1)


def test_early_are_those_before_the_first_act_and_the_first_product():
    acts = (pressed(150, kind=GestureKind.SCROLL), pressed(160, popup=1), pressed(500))
    found = counted(popup(1, 100), popup(2, 400), popup(3, 600), popup(4, 900), gestures=acts, product_ms=700)
    assert (found.before_act, found.before_product) == (2, 3)
    assert counted(popup(1, 100), gestures=acts).before_product is None


@pytest.mark.parametrize(
    ("popups", "at_once"),
    [
        ((), 0),
        ((popup(1, 100, 200), popup(2, 300)), 1),
        ((popup(1, 100, 400), popup(2, 300)), 2),
        ((popup(1, 100, 300), popup(2, 300)), 2),  # it lies below
        ((popup(1, 100, 300, close_press_ms=250), popup(2, 300)), 1),
        ((popup(1, 100), popup(2, 300, page=1)), 1),
        ((popup(1, 100), popup(2, 300, kind=PopupKind.WINDOW)), 1),
        ((popup(1, 100), popup(2, 200, asked_for=True), popup(3, 300, at_once=3)), 2),
        ((popup(1, 100), popup(2, 200), popup(3, 300)), 3),
    ],
)
def test_at_once_are_those_that_lay_over_one_page_together(popups, at_once):
    assert counted(*popups).at_once == at_once


def test_presses_are_those_in_it_and_tries_by_key():
    tab = pressed(110, popup=1, kind=GestureKind.KEY, key="Tab")
    enter = pressed(120, popup=1, kind=GestureKind.KEY, key="Enter")
    assert counted(popup(1, 100), gestures=(tab, enter, pressed(500))).presses == 1
    escape = popup(1, 100, attempts=(Attempt(t_ms=120, way=Way.ESCAPE, worked=False),) * 2)
    assert counted(escape).presses == 2


def test_agreed_is_what_the_customer_would_have_refused():
    assert counted(agreed_to(Way.ACCEPT)).agreed == 1
    assert counted(agreed_to(Way.ACCEPT), cookies="accept").agreed == 0
    assert counted(agreed_to(Way.REFUSE)).agreed == 0


def test_what_was_not_recorded_is_not_known():
    nothing = NotRecorded(reason="no probe")
    persona = Persona(key="p", title="P")
    assert popup_counts(SimpleNamespace(popups=nothing), persona) is None
    tables = SimpleNamespace(popups=Popups(items=(popup(1, 100),)), gestures=nothing, searches=nothing)
    found = popup_counts(tables, persona)
    assert (found.unasked, found.before_act, found.before_product, found.presses) == (1, None, None, None)

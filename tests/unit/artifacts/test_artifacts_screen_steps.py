"""The steps of an ordinary test: one for each address it is at."""

import pytest

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.event import Event

SHOP, BASKET = "https://shop.example/", "https://shop.example/basket"


class Told:
    """The events of a made-up test."""

    def __init__(self) -> None:
        self.events = []
        self.add("visit/began", 0, steps="screens", probes=[])

    def add(self, kind, t_ms, *, page=1, **data):
        self.events.append(Event(seq=len(self.events) + 1, t_ms=t_ms, page=page, kind=kind, data=data))
        return self

    def begins(self, t_ms):
        return self.add("test/began", t_ms)

    def shows(self, t_ms, url, title, **more):
        return self.add("screen/document", t_ms, url=url, title=title, history=False, **more)

    def presses(self, t_ms, *, page=1):
        return self.add("gesture/pressed", t_ms, page=page, pointer="mouse", trusted=True, target={"selector": "b"})

    def ends(self, t_ms, outcome="finished", message=""):
        self.add("test/ended", t_ms)
        return self.add("visit/ended", t_ms + 500, outcome=outcome, message=message)

    @property
    def steps(self):
        found = build(self.events).timeline.steps
        return [(step.title, step.start_ms, step.end_ms) for step in found]


def test_each_address_is_a_step_from_when_it_was_asked_for():
    test = Told().begins(5).shows(40, SHOP, "Shop").presses(300).shows(310, BASKET + "?id=3#top", "Basket").ends(900)
    assert test.steps == [("Shop", 0, 310), ("Basket", 310, 900)]


def test_query_fragment_and_reload_are_the_same_step():
    test = Told().begins(5).shows(40, SHOP, "Shop").shows(300, SHOP + "?page=2", "Shop").shows(500, SHOP, "Shop")
    test.ends(900)
    assert test.steps == [("Shop", 0, 900)]


def test_what_fixtures_do_comes_before_the_test():
    test = Told().shows(40, SHOP, "Sign in").presses(90).shows(100, BASKET, "Basket").begins(200).presses(250).ends(900)
    assert test.steps == [("Before the test", 0, 200), ("Basket", 200, 900)]


def test_a_test_that_goes_elsewhere_at_once_has_no_step_where_it_was_set_up():
    test = Told().shows(40, SHOP, "Shop").begins(200).shows(210, BASKET, "Basket").ends(900)
    assert test.steps == [("Before the test", 0, 200), ("Basket", 200, 900)]


def test_set_up_that_fails_is_all_there_is():
    test = Told().shows(40, SHOP, "Shop").ends(900, "not-measured", "it broke")
    assert test.steps == [("Before the test", 0, 900)]
    assert build(test.events).timeline.outcome is Outcome.NOT_MEASURED


def test_an_open_page_of_an_earlier_test_is_not_set_up():
    test = Told().add("screen/kept", 0, url=BASKET, title="Basket").begins(5).presses(250).ends(900)
    assert test.steps == [("Basket", 0, 900)]


def test_turning_to_another_page_is_a_step():
    test = Told().begins(5).shows(40, SHOP, "Shop").shows(300, BASKET, "Basket", page=2)
    test.presses(400, page=2).presses(600, page=1).ends(900)
    assert test.steps == [("Shop", 0, 300), ("Basket", 300, 600), ("Shop", 600, 900)]


def test_addresses_of_one_title_are_told_apart():
    test = Told().begins(5).shows(40, SHOP, "My app").shows(300, SHOP + "a%20b", "My app").ends(900)
    assert [title for title, *_ in test.steps] == ["/", "/a b"]


@pytest.mark.parametrize(
    ("url", "title", "expected"),
    [
        ("data:text/html,<p>x", "Mine", "Mine"),
        ("data:text/html,<p>x", "", "A page of the test’s own (data:)"),
        ("file:///srv/page.html", "", "A page of the test’s own (file:)"),
        (SHOP, "", "/"),
    ],
)
def test_a_page_without_a_title_is_called_by_where_it_is(url, title, expected):
    assert [step[0] for step in Told().begins(5).shows(40, url, title).ends(900).steps] == [expected]


def test_a_browser_in_which_nothing_was_shown():
    assert Told().begins(5).ends(900).steps == [("The whole test", 0, 900)]


def test_the_last_step_of_a_failed_test_is_not_finished():
    test = Told().begins(5).shows(40, SHOP, "Shop").shows(300, BASKET, "Basket").ends(900, "not-finished", "it failed")
    assert [step.finished for step in build(test.events).timeline.steps] == [True, False]


def test_what_is_cut_off_ends_with_the_last_thing_known():
    test = Told().begins(5).shows(40, SHOP, "Shop").presses(700)
    assert test.steps == [("Shop", 0, 700)]
    assert build(test.events).timeline.outcome is Outcome.CUT_OFF


def test_documents_that_tell_nothing_are_not_passed():
    request = {"method": "GET", "url": SHOP, "resource": "document", "failure": "", "is_document": True}
    test = Told().begins(5).add("request/ended", 300, status=200, start_ms=40, background=False, **request).ends(900)
    artifacts = build(test.events)
    assert isinstance(artifacts.gestures, NotRecorded)
    assert isinstance(artifacts.waits, NotRecorded)

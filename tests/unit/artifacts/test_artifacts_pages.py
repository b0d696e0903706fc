"""What pages do by themselves: errors and whose they are, shifts and who moved them, how documents settle."""

import pytest

from cxcheck.artifacts.errors import of_one_site
from cxcheck.model.artifact import NotRecorded
from cxcheck.testing import Story


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://shop.example/b", True),
        ("https://www.shop.example/", True),
        ("https://cdn.shop.example/", True),
        ("https://shop.example.net/", False),
        ("https://myshop.example/", False),
        ("https://stats.example/", False),
        ("about:blank", False),
    ],
)
def test_what_belongs_to_the_site(other, same):
    assert of_one_site("https://shop.example/a", other) is same
    assert of_one_site(other, "https://shop.example/a") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://api.shop.example/", "https://till.shop.example/", True),
        ("https://shop.co.uk/", "https://ads.co.uk/", False),
        ("https://www.shop.co.uk/", "https://api.shop.co.uk/", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:9000/", True),
        ("http://127.0.0.1/", "http://10.0.0.1/", False),
        ("http://10.100.0.1/", "http://12.100.0.1/", False),
        ("http://localhost/", "http://127.0.0.1/", False),
    ],
)
def test_brothers_neighbours_and_numbers(one, other, same):
    assert of_one_site(one, other) is same


def test_errors_with_their_beginning_and_their_owner():
    story = Story().step("A", 0).document(10, painted_ms=300, url="https://shop.example/").script_error(900, "Oh")
    story.request(1000, 1500, status=503).request(2000, 2500, failure="net::ERR_FAILED", url="https://ads.example.net/")
    story.request(3000, 3500, failure="net::ERR_ABORTED").request(4000, 4500, status=404, resource="document", url="/x")
    script, http, failed, document = story.end(9000).artifacts().errors.items
    assert (script.kind, script.began_ms, script.own, script.text) == ("script", 900, True, "Oh")
    assert (http.kind, http.began_ms, http.t_ms, http.status, http.own) == ("http", 1000, 1500, 503, True)
    assert (failed.kind, failed.began_ms, failed.status, failed.own) == ("failed", 2500, 0, False)
    assert (document.kind, document.resource, document.own) == ("http", "document", True)


class TestShifts:
    @pytest.mark.parametrize(
        ("t_ms", "marked", "mine"),
        [(1400, True, True), (1549, True, True), (1600, True, False), (1400, False, False), (900, True, False)],
    )
    def test_it_takes_the_browsers_mark_and_a_gesture(self, t_ms, marked, mine):
        story = (
            Story().step("A", 0).document(10, painted_ms=300).press("More", 1000).shift(t_ms, 0.3, recent_input=marked)
        )
        assert [shift.by_input for shift in story.end(9000).artifacts().shifts.items] == [mine]

    def test_typing_excuses_until_its_last_key(self):
        story = Story().step("A", 0).document(10, painted_ms=300)
        target = {"selector": "#a", "role": "textbox", "name": "A"}
        story.add("gesture/typed", 1000, characters=30, field_kind="text", target=target, until_ms=5000)
        story.shift(5400, 0.3, recent_input=True).shift(6400, 0.3, recent_input=True)
        assert [shift.by_input for shift in story.end(9000).artifacts().shifts.items] == [True, False]

    def test_what_was_done_in_the_document_before_excuses_nothing(self):
        story = Story().step("A", 0).document(10, painted_ms=300).press("Next", 1000).document(1100, painted_ms=1200)
        (shift,) = story.shift(1300, 0.3, recent_input=True).end(9000).artifacts().shifts.items
        assert (shift.by_input, shift.screen) == (False, 2)

    def test_the_old_document_moves_on_until_the_new_one_comes(self):
        """A menu closes as the customer follows a link in it; the next document began when it was asked for."""
        story = Story().step("A", 0).document(10, painted_ms=300).press("Link", 1000).document(1020, painted_ms=1300)
        story.shift(1100, 0.3, recent_input=True, origin_ms=10.3).shift(1400, 0.1, recent_input=True, origin_ms=1020)
        old, new = story.end(9000).artifacts().shifts.items
        assert (old.screen, old.by_input) == (1, True)
        assert (new.screen, new.by_input) == (2, False)

    @pytest.mark.parametrize(("t_ms", "seen"), [(900, 0), (1000, 0), (1001, 1)])
    def test_what_moved_before_anything_was_painted_nobody_saw(self, t_ms, seen):
        story = Story().step("A", 0).document(10, painted_ms=300).document(500, painted_ms=1000)
        assert len(story.shift(t_ms, 0.3, origin_ms=500.4).end(9000).artifacts().shifts.items) == seen

    def test_a_script_made_press_excuses_nothing(self):
        story = Story().step("A", 0).document(10, painted_ms=300)
        story.add("gesture/pressed", 1000, pointer="mouse", trusted=False, target={})
        (shift,) = story.shift(1100, 0.3, recent_input=True).end(9000).artifacts().shifts.items
        assert not shift.by_input

    def test_a_shift_of_nothing_that_can_be_named(self):
        story = Story().step("A", 0).add("page/shifted", 900, value=0.2, recent_input=False, box=None)
        (shift,) = story.end(9000).artifacts().shifts.items
        assert (shift.box, shift.selector, shift.moved_px, shift.screen) == (None, "", 0, 0)


class TestSettled:
    def test_each_document_with_its_screen(self):
        story = Story().step("A", 0).document(10, painted_ms=300).settled(700).document(1000, painted_ms=1200)
        story.settled(1700, status=410, ways_on=0, says="Gone")
        first, second = story.end(9000).artifacts().settled.items
        assert (first.screen, first.status, first.ways_on) == (1, 200, 3)
        assert (second.screen, second.status, second.ways_on, second.says) == (2, 410, 0, "Gone")

    def test_documents_that_nobody_looked_at(self):
        table = Story().step("A", 0).document(10, painted_ms=300).end(400).artifacts().settled
        assert isinstance(table, NotRecorded)

    @pytest.mark.parametrize("probes", [[], ["changes"], None])
    def test_a_recording_without_the_probes(self, probes):
        story = Story().step("A", 0).document(10, painted_ms=300).end(9000)
        data = {} if probes is None else {"probes": probes}
        story.events[0] = story.events[0].model_copy(update={"data": data})
        tables = story.artifacts()
        for table in (tables.settled, tables.shifts):
            assert table == NotRecorded(reason="recorded by a cxcheck that did not look at this yet")
        assert not isinstance(tables.waits, NotRecorded)

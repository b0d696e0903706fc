"""Whether the page has answered: told by what the pulse hears, on a clock that the test sets."""

from types import SimpleNamespace

from cxcheck.model.event import Clock, Event
from cxcheck.record.pulse import Pulse
from cxcheck.record.rest import CAP_MS, wait_for_answer

PRESSED_MS = 1_000.0


class Page:
    """A page on which things happen at set times while the customer looks."""

    def __init__(self, happens: dict[float, object]) -> None:
        self.now_ms = PRESSED_MS
        self.pulse = Pulse()
        self._happens = dict(happens)

    def wait_for_timeout(self, ms: float) -> None:
        self.now_ms += ms
        for at_ms in [at_ms for at_ms in self._happens if at_ms <= self.now_ms]:
            self._happens.pop(at_ms)(self)

    def answers(self, patience_ms: float = 2_500) -> bool:
        journal = SimpleNamespace(clock=SimpleNamespace(now_ms=lambda: self.now_ms))
        return wait_for_answer(self, journal, self.pulse, PRESSED_MS, patience_ms)


def begins(request):
    return lambda page: page.pulse.in_flight.update({request: page.now_ms})


def ends(request):
    def end(page):
        page.pulse.in_flight.pop(request)
        page.pulse(event("request/ended", page.now_ms))

    return end


def happens(kind):
    return lambda page: page.pulse(event(kind, page.now_ms))


def event(kind, t_ms):
    return Event(seq=1, t_ms=t_ms, clock=Clock.BROWSER, step=1, page=1, kind=kind, data={"until_ms": t_ms})


def test_nothing_happens():
    page = Page({})
    assert not page.answers()
    assert page.now_ms == PRESSED_MS + 2_500


def test_a_slow_answer_is_waited_for_while_it_is_fetched():
    page = Page({1_050: begins("post"), 6_000: ends("post"), 6_025: happens("page/changed")})
    assert page.answers()


def test_a_redirect_and_the_document_it_leads_to_leave_moments_with_nothing_in_flight():
    page = Page(
        {1_050: begins("post"), 5_000: ends("post"), 5_150: begins("get"), 5_400: ends("get"),
         5_700: happens("screen/document")}
    )  # fmt: skip
    assert page.answers()


def test_what_was_fetched_and_never_shows_is_no_answer():
    page = Page({1_050: begins("beacon"), 8_000: ends("beacon")})
    assert not page.answers()
    assert page.now_ms == 8_500


def test_a_page_that_fetches_on_and_on_is_looked_at_until_the_cap():
    polls = {at_ms: happens("request/ended") for at_ms in range(1_100, 60_000, 200)}
    page = Page(polls)
    assert not page.answers()
    assert CAP_MS < page.now_ms - PRESSED_MS <= CAP_MS + 50


class TestSpinners:
    """What is called a spinner holds the customer up; an ornament does not."""

    def busy(self, pulse, kind, t_ms, **data):
        pulse(Event(seq=1, t_ms=t_ms, clock=Clock.BROWSER, step=1, page=1, kind=kind, data={"origin_ms": 5.0, **data}))

    def test_until_it_has_gone(self):
        pulse = Pulse()
        self.busy(pulse, "busy/began", 1_000, named=True)
        assert pulse.spinning
        self.busy(pulse, "busy/ended", 3_000)
        assert not pulse.spinning
        assert pulse.moved_ms == 3_000

    def test_not_an_ornament(self):
        pulse = Pulse()
        self.busy(pulse, "busy/began", 1_000, named=False)
        assert not pulse.spinning

    def test_not_longer_than_its_document(self):
        pulse = Pulse()
        self.busy(pulse, "busy/began", 1_000, named=True)
        self.busy(pulse, "screen/document", 2_000)
        assert not pulse.spinning

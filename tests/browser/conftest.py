"""A server that tells the truth, and recordings of what a real browser does with its pages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import told
from truth import TruthServer

from cxcheck.artifacts.build import build
from cxcheck.customer.customer import Customer
from cxcheck.customer.walk import Walk
from cxcheck.identity.generate import generate
from cxcheck.model.artifact import Artifacts, Outcome
from cxcheck.model.event import Event
from cxcheck.model.pace import Pace
from cxcheck.model.persona import BrowserTraits, Hands, Persona
from cxcheck.model.site import Site
from cxcheck.record.browser import find
from cxcheck.record.conditions import context_arguments
from cxcheck.record.rest import wait_until_at_rest
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets

LONG_ENOUGH = (
    "<p>The shop sells lamps, chairs and shelves made of ash. Every piece is made to order and takes three weeks. "
    "Deliveries leave on Tuesdays. You may send back what you do not like within a month, and we mend it for life.</p>"
)


class Recorded:
    """A visit being recorded into a list."""

    def __init__(self, browser, new_context, devices, persona, site, *, filmed=False) -> None:
        self.events: list[Event] = []
        self.files: dict[str, bytes] = {}
        self.persona, self.site = persona, site
        film = self if filmed else None
        self.recorder = VisitRecorder(browser, persona, site, Secrets(), self.events.append, self.save, film)
        self.context = new_context(**context_arguments(persona, devices, "Mozilla/5.0 Chromium"))
        self.page = self.context.new_page()
        self.recorder.begin(self.page)

    def save(self, name, image):
        self.files[name] = image
        return name

    def read(self, name):
        return self.files[name]

    def open(self, address):
        """Go there, and look at it for a moment."""
        self.page.goto(address)
        self.pause(150)

    def rest(self) -> bool:
        return wait_until_at_rest(self.page, self.recorder.journal, self.recorder.pulse)

    def pause(self, ms) -> None:
        self.page.wait_for_timeout(ms)

    def artifacts(self, outcome=Outcome.FINISHED) -> Artifacts:
        """End the visit and build its tables."""
        self.recorder.end(self.page, outcome)
        return build(self.events)

    def finish(self) -> None:
        """End the visit and keep its ``tables``."""
        self.tables = self.artifacts()

    def kinds(self, kind) -> list[Event]:
        return [event for event in self.events if event.kind == kind]

    def customer(self, seed=1, pace=Pace.ROBOT) -> Customer:
        """As the plugin builds one, without an inbox."""
        identity = generate(self.persona, "journey", seed)
        self.recorder.journal.secrets.add(identity.password)
        self.recorder.journal.secrets.add(identity.new_password)
        walk = Walk(self.page, self.persona, self.site, self.recorder, pace=pace)
        return Customer(walk, self.recorder, identity, None, lambda: None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """pytest-playwright's, with the program that cxcheck finds."""
    with ThreadPoolExecutor(1) as aside:  # a thread of its own: looking starts a Playwright, and one may be running
        program = aside.submit(find).result()
    return {**({"executable_path": str(program)} if program else {}), **browser_type_launch_args}


@pytest.fixture(scope="session")
def truth_process():
    server = TruthServer()
    yield server
    server.stop()


@pytest.fixture
def server(truth_process):
    return truth_process


@pytest.fixture
def quick_end(monkeypatch):
    """Do not wait at the end for typing to be over; for tests that wait themselves, or do not type."""
    monkeypatch.setattr("cxcheck.record.last_words.AFTER_A_PRESS_MS", 120)


@pytest.fixture
def quick_to_look(monkeypatch):
    """Pages of our own are at rest as soon as they are there, and nobody has to take them in first."""
    monkeypatch.setattr("cxcheck.customer.hands.PRESS_MS", 10)
    monkeypatch.setattr("cxcheck.customer.watch.LOOKED_AGAIN_MS", 0)
    monkeypatch.setattr("cxcheck.customer.customer._SIGN_WITHIN_MS", 1_000)
    monkeypatch.setattr("cxcheck.record.rest.QUIET_MS", 160)  # longer than a change takes to be reported


@pytest.fixture
def patient(monkeypatch):
    """What is drawn late is no answer to a press: rest as long as in earnest."""
    monkeypatch.setattr("cxcheck.record.rest.QUIET_MS", 500)


@pytest.fixture
def text():
    """A page's worth of words."""
    return LONG_ENOUGH * 3


@pytest.fixture
def desktop():
    return Persona(key="desktop", title="Somebody at a desk", browser=BrowserTraits(device="Desktop Chrome"))


@pytest.fixture
def phone():
    return Persona(
        key="phone", title="Somebody on a bus", browser=BrowserTraits(device="Pixel 7"), hands=Hands(input="touch")
    )


@pytest.fixture
def record(browser, new_context, playwright, server):
    """Start a recording as a persona; ``hosts`` are the hosts allowed, by default the server's own."""
    started = []

    def start(persona, *, filmed=False, **site):
        site = Site(name="truth", base_url=server.base, **site)
        one = Recorded(browser, new_context, playwright.devices, persona, site, filmed=filmed)
        started.append(one)
        return one

    yield start
    for one in started:
        one.recorder.end(one.page, Outcome.NOT_MEASURED)


@pytest.fixture
def recorded(record, desktop):
    """Somebody with a mouse."""
    return record(desktop)


@pytest.fixture
def filmed(record, desktop):
    """Somebody with a mouse, whose screen is filmed."""
    return record(desktop, filmed=True)


@pytest.fixture
def on_phone(record, phone):
    """Somebody with a finger."""
    return record(phone)


@pytest.fixture
def at(record, desktop, server, quick_to_look, quick_end):
    """Set the page, and be there. ``told(form)`` of its scripts says what was sent; ``site`` are settings."""

    def go(body, *, persona=desktop, path="/", site=None, pace=Pace.ROBOT, **page):
        visit = record(persona, **(site or {}))
        customer = visit.customer(pace=pace)
        server.page(path, told.SCRIPT + body + "<p id='out'>.</p>", **page)
        customer.open(path)
        return visit, customer

    return go

"""The fixtures a journey or test asks for: ``customer``, ``persona``, ``site``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxcheck.errors import SettingsError, problem
from cxcheck.plugin.keys import RUN, RUNNING, SECRETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Playwright

    from cxcheck.customer.customer import Customer
    from cxcheck.model.journey import Journey
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.plugin.run import Run


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Site:
    """The site to visit."""
    return _run(pytestconfig).site


@pytest.fixture
def persona(request: pytest.FixtureRequest) -> Persona:
    """Who walks; a journey is walked once for each."""
    given: Persona | None = getattr(request, "param", None)
    return given or _run(request.config).personas[0]


@pytest.fixture
def cx_repeat(request: pytest.FixtureRequest) -> int:
    """Which of the repeated visits this is, from 1."""
    return int(getattr(request, "param", 1))


@pytest.fixture
def customer(
    request: pytest.FixtureRequest,
    persona: Persona,
    cx_repeat: int,
    site: Site,
    playwright: Playwright,
    browser: Browser,
    browser_context_args: dict[str, Any],
    new_context: Callable[..., BrowserContext],
) -> Iterator[Customer]:
    """The persona with an identity, in a browser of their own, recorded."""
    from cxcheck.model.artifact import Outcome
    from cxcheck.model.journey import journey_of
    from cxcheck.plugin.progress import teller
    from cxcheck.plugin.recording import MOST_VISITS, node_of
    from cxcheck.plugin.visit import RunningVisit

    run = _run(request.config)
    journey = run.budgeted(journey_of(request.function) or _of_a_plain_test(request))
    visit = RunningVisit(
        run.folder.path, node_of(request.node), journey, persona, site, run.seed, run.tag, playwright, browser,
        new_context, browser_context_args, teller(request.node, journey, persona), run.level,
        range(cx_repeat, MOST_VISITS, run.repeats), run.pace, run.record,
    )  # fmt: skip
    request.node.stash[RUNNING] = visit
    request.node.stash[SECRETS] = visit.secrets
    run.secrets.append(visit.secrets)
    yield visit.customer
    visit.close(Outcome.NOT_MEASURED, "ended before its journey did")


def _run(config: pytest.Config) -> Run:
    run = config.stash.get(RUN, None)
    if run is None:
        raise SettingsError(
            problem(
                "cxcheck was not told to walk",
                expected="a run of journeys/, or --cx-site",
                todo="try: pytest journeys --cx-site https://staging.shop.example/",
            )
        )
    return run


def _of_a_plain_test(request: pytest.FixtureRequest) -> Journey:
    """A test that uses ``customer`` without ``@journey`` is a journey by its own name."""
    from cxcheck.model.journey import Journey

    name = request.node.originalname or request.node.name
    key = "".join(char if char.isascii() and char.isalnum() else "_" for char in name.lower())
    return Journey(
        key=key,
        title=name.removeprefix("test_").replace("_", " ").capitalize(),
        goal="",
        file=str(request.path),
    )

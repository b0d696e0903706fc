"""One journey walked by one persona inside a pytest item: from the fixture to the verdict."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error

from cxcheck.customer import rescue
from cxcheck.customer.account import sign_up
from cxcheck.customer.customer import Customer
from cxcheck.customer.walk import Walk
from cxcheck.errors import CouldNotMeasure, CxError, JourneyNotFinished, StoppedOnPurpose, problem
from cxcheck.identity.generate import DEFAULT_DOMAIN, generate
from cxcheck.inbox.inbox import open_inbox, password_of
from cxcheck.model.artifact import Outcome
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.run import VisitInfo
from cxcheck.plugin.recording import Recording, free_folder, told_of, turn
from cxcheck.record.conditions import context_arguments
from cxcheck.record.trace import Trace
from cxcheck.redact import Secrets
from cxcheck.store import ledger
from cxcheck.store.folder import TRACE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Playwright

    from cxcheck.gate.verdict import Level
    from cxcheck.model.pace import Pace
    from cxcheck.model.persona import Persona
    from cxcheck.model.run import JudgedVisit, Record
    from cxcheck.model.site import Site


class RunningVisit(Recording):
    """A visit that is being walked; ``customer`` is what the journey gets."""

    def __init__(
        self,
        run_folder: Path,
        node: str,
        journey: Journey,
        persona: Persona,
        site: Site,
        seed: int,
        tag: str,
        playwright: Playwright,
        browser: Browser,
        new_context: Callable[..., BrowserContext],
        fixed: Mapping[str, Any],
        progress: Callable[[str], None],
        level: Level,
        numbers: range,
        pace: Pace,
        record: Record,
    ) -> None:
        inbox = open_inbox(site.inbox) if site.inbox else None
        if inbox is not None:
            inbox.start_anew()  # what cannot be looked into is told before anything is recorded
        where = (site.inbox.host, site.inbox.prefix) if site.inbox else (DEFAULT_DOMAIN,)
        arguments = context_arguments(persona, playwright.devices, _user_agent(browser))
        name = f"{journey.key}--{persona.key}--{browser.browser_type.name}"
        path, number = free_folder(run_folder, name, numbers)
        # Another browser or attempt is another person: two visits at once must not read each other's mail.
        identity = generate(
            persona, f"{journey.key}/{browser.browser_type.name}", seed, number, *where,
            tag=tag, gateway=site.gateway, phone=site.phone,
        )  # fmt: skip
        info = VisitInfo(
            id=path.name,
            node=node,
            journey=journey,
            persona=persona,
            identity=MaskedIdentity.of(identity),
            site=site.name,
            base_url=site.base_url,
            browser=told_of(browser),
            seed=seed,
            **turn(run_folder, name, node, number),
            record=record,
            began=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            pace=pace,
        )
        secrets = Secrets((*identity.secrets, password_of(site.inbox)))
        super().__init__(path, info, browser, persona, site, secrets, level)
        # What the user fixed on the command line (a device, say) wins over the persona.
        arguments = {name: value for name, value in arguments.items() if name not in fixed}
        try:
            page = new_context(**arguments).new_page()
            self._recorder.begin(page)
            self._trace = Trace(page.context, self._recorder.journal) if record == "trace" else None
        except BaseException:
            self._recorder.abandon()  # or it would hear the next visit's contexts too
            self._folder.close()
            raise
        self._recorder.journal.listen(
            lambda event: progress(event.data["title"]) if event.kind == "step/began" else None
        )

        def will_make(what: str) -> None:
            # Written down before it is done: a killed run must not leave what nobody knows of.
            ledger.note(run_folder, what, {"site": site.base_url, "visit": path.name, "email": identity.email})

        def arrange_account() -> str:
            will_make("account")
            with self._recorder.off_the_clock():
                also = {name: value for name, value in fixed.items() if not name.startswith("record_")}
                password = sign_up(browser, arguments | also, persona, site, identity, inbox, self.secrets)
            self._recorder.journal.add("account/arranged", {"email": identity.email})
            return password

        walk = Walk(page, persona, site, self._recorder, pace=pace)
        rescue.prepare(playwright)
        rescue.Rescue(self._recorder, lambda: walk.manners)
        self.customer = Customer(walk, self._recorder, identity, inbox, arrange_account, will_make)

    def end(self, error: BaseException | None) -> JudgedVisit:
        """Close the recording with what the journey came to, and judge it."""
        with suppress(CxError):  # what came besides is not worth a visit
            self.customer.inbox.note_unread()
        outcome, message = _outcome(error)
        self.close(outcome, self.secrets.scrub(message))
        return self._judged()

    def close(self, outcome: Outcome, message: str) -> None:
        """Write the last line."""
        self._recorder.end(self.customer.page, outcome, message)
        if self._trace is not None:
            self._trace.end(self._folder.path / TRACE if outcome is Outcome.NOT_FINISHED else None)
        self._folder.close()
        if self._folder.broken and outcome is Outcome.FINISHED:
            raise CouldNotMeasure(
                problem(
                    f"not everything could be written ({self._folder.broken})",
                    todo="make room on the disk; what was written before is in the scorecard",
                )
            )


def translated(error: BaseException) -> BaseException:
    """A browser that went away says nothing about the site."""
    if isinstance(error, Error) and "has been closed" in str(error):
        return CouldNotMeasure(
            problem("the browser went away in mid-visit", todo="run it again; see whether memory is short")
        )
    return error


def _outcome(error: BaseException | None) -> tuple[Outcome, str]:
    if error is None:
        return Outcome.FINISHED, ""
    if isinstance(error, StoppedOnPurpose):
        return Outcome.FINISHED, str(error)
    if isinstance(error, CouldNotMeasure):
        return Outcome.NOT_MEASURED, str(error)
    if isinstance(error, JourneyNotFinished):
        return Outcome.NOT_FINISHED, str(error)
    if not isinstance(error, (Exception, pytest.fail.Exception)):
        return Outcome.NOT_MEASURED, f"interrupted: {type(error).__name__}"
    return Outcome.NOT_FINISHED, f"{type(error).__name__}: {str(error).partition('Call log:')[0].strip()}"


def _user_agent(browser: Browser) -> str:
    try:
        session = browser.new_browser_cdp_session()
        agent = str(session.send("Browser.getVersion")["userAgent"])
        session.detach()
    except Error:
        return f"Mozilla/5.0 {browser.browser_type.name}/{browser.version}"
    return agent

"""An account arranged beforehand: the site's own sign-up, walked off the clock in a throw-away context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.errand import confirm_address, is_in
from cxcheck.customer.fill import Pen
from cxcheck.customer.mailbox import Mailbox
from cxcheck.customer.purposes import form_for
from cxcheck.customer.search import find
from cxcheck.customer.unreachable import unreachable
from cxcheck.customer.walk import Walk
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, problem

if TYPE_CHECKING:
    from typing import Any

    from playwright.sync_api import Browser

    from cxcheck.customer.sight import Sight
    from cxcheck.inbox.inbox import Inbox
    from cxcheck.model.identity import Identity
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.redact import Secrets

_PRESSES = 3
_SETTLE_MS = 500
_ANSWER_MS = 10_000


def sign_up(
    browser: Browser, arguments: dict[str, Any], persona: Persona, site: Site, identity: Identity,
    inbox: Inbox | None, secrets: Secrets,
) -> str:  # fmt: skip
    """Open an account for the identity; one that is there already is good as well. Returns its password.

    Raises:
        CouldNotMeasure: The site is not there, has no sign-up that can be found, or refuses it.
    """
    context = browser.new_context(**arguments)
    try:
        page = context.new_page()
        address = site.address("/")
        try:
            page.goto(address, timeout=site.answer_within_ms)
        except Error as error:
            raise unreachable(address, error, site.answer_within_ms) from error
        walk = Walk(page, persona, site, recorder=None, secrets=secrets)
        pen = Pen(walk, identity)
        for _ in range(_PRESSES):
            sight, control = find(walk, "sign up")
            if control is None:
                break
            walk.press(sight, control)
            if form_for(walk.look(), "sign up", walk.spoken(sight)) is not None:
                break  # else something got in the way, a pop-up say, and the press came to nothing
        mailbox = Mailbox(walk, inbox, identity.email)
        _send(walk, pen, mailbox)
    except (JourneyNotFinished, Error) as error:
        raise CouldNotMeasure(f"no account could be opened beforehand:\n{error}") from error
    else:
        return pen.person.password
    finally:
        context.close()


def _send(walk: Walk, pen: Pen, mailbox: Mailbox) -> None:
    """Fill in and send the form. An address that is known already is as good."""
    before = walk.look()
    try:
        sent = FormFiller(walk, pen, "sign up").complete()
    except JourneyNotFinished as error:
        if not lexicon.mentions(str(error), "signs", "already known"):
            raise
        return
    if not sent:
        raise JourneyNotFinished(
            problem(
                "no form to sign up was found",
                where=walk.page.url,
                expected="a form that asks for a new password",
                todo="add a hint for 'sign up', or see why the page shows none",
            )
        )
    if not confirm_address(walk, pen, mailbox):
        _expect_account(walk, before)


def _expect_account(walk: Walk, before: Sight) -> None:
    """A way out, or a message that was not there before the form was sent."""
    for _ in range(_ANSWER_MS // _SETTLE_MS):
        sight = walk.look()
        spoken = walk.spoken(sight)
        if is_in(walk, sight):
            return
        for sign in ("signed in", "signed up"):
            said_before = lexicon.mentions(before.text, "signs", sign, spoken)
            if not said_before and lexicon.mentions(sight.words, "signs", sign, spoken):
                return
        walk.page.wait_for_timeout(_SETTLE_MS)
    raise JourneyNotFinished(
        problem(
            "the sign-up form was sent, and nothing says that there is an account now",
            where=f"{walk.page.url} ({sight.title})",
            expected="a message, or a way to sign out",
            todo="try the sign-up by hand, with an address of the inbox's domain",
        )
    )

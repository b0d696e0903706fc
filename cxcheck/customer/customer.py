"""A persona with an identity, in a browser: what a journey is handed."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.mailbox import Mailbox
from cxcheck.customer.unreachable import unreachable
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from cxcheck.customer.walk import Walk
    from cxcheck.inbox.maildir import Maildir
    from cxcheck.model.identity import Identity
    from cxcheck.record.visit import VisitRecorder

_SIGN_WITHIN_MS = 5_000
_POLL_MS = 100


class Customer:
    """The verbs say what a customer wants; where to press is found on the page. ``page`` is Playwright's own."""

    def __init__(
        self, walk: Walk, recorder: VisitRecorder, identity: Identity, maildir: Maildir | None,
        arrange_account: Callable[[], None],
    ) -> None:  # fmt: skip
        self._walk = walk
        self._recorder = recorder
        self._arrange_account = arrange_account
        self._password = identity.password
        self.identity = identity
        self.persona = walk.persona
        self.site = walk.site
        self.inbox = Mailbox(walk, maildir, identity.email)

    @property
    def page(self) -> Page:
        """The page, unwrapped: any Playwright call on it is measured just the same."""
        return self._walk.page

    @contextmanager
    def step(self, title: str, *, moment_of_truth: bool = False) -> Iterator[None]:
        """A named part of the journey, in the customer's words; it ends when the page has come to rest."""
        with self._recorder.step(title, lambda: self.page, moment_of_truth=moment_of_truth):
            yield
            self._walk.rest()

    def has_account(self) -> None:
        """Arrange that the customer has an account, off the clock.

        Raises:
            CouldNotMeasure: The site would not take the sign-up.
        """
        self._arrange_account()

    def open(self, path_or_url: str) -> None:
        """Go to an address of the site: a path below its base address, or a full address.

        Raises:
            CouldNotMeasure: The site is not there, or leads elsewhere.
        """
        address = self.site.address(path_or_url)
        try:
            self.page.goto(address, timeout=self.site.answer_within_ms, wait_until="domcontentloaded")
        except Error as error:
            self._walk.refuse_strangers()
            raise unreachable(address, error, self.site.answer_within_ms) from error
        self._walk.rest()

    def follow(self, intent: str) -> None:
        """Find the link or button for ``intent`` ("sign in", "forgot password" …) and press it.

        Raises:
            JourneyNotFinished: There is none, or nothing happens.
        """
        sight, control = self._walk.find(intent)
        self._walk.press_until_answered(sight, control)

    def fill_in(self, what: str, text: str | None = None) -> None:
        """Fill in what the page asks for ("email", "new password" …) with what the customer knows, or ``text``.

        Raises:
            JourneyNotFinished: The page has no such field.
        """
        sight = self._walk.look()
        fields = self._walk.fields(sight, what)
        if not fields:
            raise JourneyNotFinished(
                problem(
                    f"the customer saw no field for {what!r}",
                    where=f"{self.page.url} ({sight.title})",
                    expected="a field labelled so; there are: "
                    + (", ".join(field.label or field.type for field in sight.fields if field.visible) or "none"),
                    todo="see the picture of this step",
                )
            )
        value = text if text is not None else self._knows(what)
        if "password" in what:
            self._recorder.journal.secrets.add(value)
        form = fields[0].form
        for field in fields:
            if field.form == form:
                self._walk.type(sight, field, value)
        if what == "new password":
            self._password = value

    def submit(self) -> None:
        """Press the button of the form last filled in; press again, as people do, when nothing happens.

        Raises:
            JourneyNotFinished: The form has no button, or the button does nothing.
        """
        sight = self._walk.look()
        control = self._walk.submit_control(sight)
        if control is None:
            raise JourneyNotFinished(
                problem(
                    "the customer saw no button to send the form",
                    where=f"{self.page.url} ({sight.title})",
                    expected="a button in the form",
                    todo="see the picture of this step",
                )
            )
        self._walk.press_until_answered(sight, control)

    def sign_in(self) -> None:
        """Sign in with the e-mail address and the password last chosen; go to the form if it is not here.

        Raises:
            JourneyNotFinished: There is no way to sign in.
        """
        if not self._sign_in_form():
            self.follow("sign in")
        if not self._sign_in_form():
            raise JourneyNotFinished(
                problem(
                    "the customer saw no form to sign in",
                    where=self.page.url,
                    expected="a form with an e-mail address and one password",
                    todo="see the picture of this step",
                )
            )
        self.fill_in("email")
        self.fill_in("password")
        self.submit()

    def expect(self, sign: str) -> None:
        """Look for a sign that something is so ("signed in"): a message, or a way to undo it.

        Raises:
            JourneyNotFinished: There is none within five seconds.
        """
        end_s = time.monotonic() + _SIGN_WITHIN_MS / 1000
        while True:
            sight = self._walk.look()
            spoken = self._walk.spoken(sight)
            if lexicon.mentions(sight.text, "signs", sign, spoken):
                return
            way_out = lexicon.phrases("intents", "sign out", spoken) if sign == "signed in" else ()
            if any(lexicon.normal(control.name) in way_out for control in sight.controls):
                return
            if time.monotonic() > end_s:
                break
            self.page.wait_for_timeout(_POLL_MS)
        raise JourneyNotFinished(
            problem(
                f"nothing on the page says {sign!r}",
                where=f"{self.page.url} ({sight.title})",
                expected="one of: " + ", ".join(lexicon.phrases("signs", sign, spoken)[:5]) + " …",
                todo="see the picture of this step",
            )
        )

    def _knows(self, what: str) -> str:
        known = {
            "email": self.identity.email,
            "password": self._password,
            "new password": self.identity.new_password,
            "given name": self.identity.given_name,
            "family name": self.identity.family_name,
            "name": self.identity.full_name,
        }
        if what not in known:
            raise JourneyNotFinished(
                problem(
                    f"the customer does not know what to write for {what!r}",
                    where="the journey",
                    expected="one of: " + ", ".join(known),
                    todo=f"give the text: customer.fill_in({what!r}, '…')",
                )
            )
        return known[what]

    def _sign_in_form(self) -> bool:
        """Turn to the form that asks for one password, if there is one."""
        passwords = self._walk.fields(self._walk.look(), "password")
        if passwords:
            self._walk.form = passwords[0].form
        return bool(passwords)

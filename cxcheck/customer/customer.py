"""A persona with an identity, in a browser: what a journey is handed."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.errand import confirm_address, do_as_mailed, is_in
from cxcheck.customer.fields import fields_for
from cxcheck.customer.fill import Pen
from cxcheck.customer.mailbox import Mailbox
from cxcheck.customer.payment import pay
from cxcheck.customer.purposes import asked_anywhere, form_for
from cxcheck.customer.search import find, sees
from cxcheck.customer.shopping import Shopper
from cxcheck.customer.till import Till
from cxcheck.customer.unreachable import unreachable
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from cxcheck.customer.sight import Sight
    from cxcheck.customer.walk import Walk
    from cxcheck.inbox.inbox import Inbox
    from cxcheck.inbox.mail import Mail
    from cxcheck.model.identity import CardKind, Identity
    from cxcheck.record.visit import VisitRecorder

_SIGN_WITHIN_MS = 5_000
_POLL_MS = 100


class Customer:
    """The verbs say what a customer wants; where to press is found on the page. ``page`` is Playwright's own."""

    def __init__(
        self, walk: Walk, recorder: VisitRecorder, identity: Identity, inbox: Inbox | None,
        arrange_account: Callable[[], str], will_make: Callable[[str], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self._walk = walk
        self._recorder = recorder
        self._arrange_account = arrange_account
        self._will_make = will_make
        self._pen = Pen(walk, identity)
        self._shopper = Shopper(walk, self._pen)
        self._till = Till(walk, self._pen, self._shopper, self._sign_up_here)
        self.identity = identity
        self.persona = walk.persona
        self.site = walk.site
        self.inbox = Mailbox(walk, inbox, identity.email)

    @property
    def page(self) -> Page:
        """The page, unwrapped: any Playwright call on it is measured just the same. A new tab becomes the page."""
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
        self._pen.person.password = self._arrange_account()
        self.inbox.start_anew()  # what came of that is no mail of the visit

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
        """Find the link or button for ``intent`` ("sign in", "forgot password", "add to basket" …) and press it.

        Looks behind menus, and where such a thing usually stands: "sign up" beside signing in, "checkout" in the
        basket. Presses nothing when the form that it leads to is here already.

        Raises:
            JourneyNotFinished: There is none, or nothing happens.
        """
        if intent == "place order":
            self._walk.stop_before_paying("placing the order")
        if intent == "add to basket":
            self._shopper.add_to_basket()
        elif intent == "checkout":
            self._shopper.to_the_till()
        else:
            sight, control = find(self._walk, intent)
            if control is not None:
                self._walk.press_until_answered(sight, control)

    def choose(self, what: str, option: str | None = None) -> None:
        """Choose a "product" or the "delivery", or an ``option`` of the list or radio buttons labelled ``what``.

        Without an option: the first product that can be had, the delivery that is preselected or else the cheapest, the
        customer's own country …

        Raises:
            JourneyNotFinished: There is nothing of the kind to choose.
        """
        if what == "product":
            self._shopper.choose_product(option)
        elif what == "delivery" and option is None:
            self._till.choose_delivery()
        else:
            sight = self._walk.look()
            fields = fields_for(self._walk, sight, what)
            radios = [field for field in fields if field.type == "radio"]
            if option is not None:
                self._pen.lists.take_named(sight, fields, what, option)
            elif radios:
                self._pen.lists.take_radio(sight, radios, what)
            elif not self._pen.fill(sight, fields[0]):
                raise self._no_form(sight, what)

    def fill_in(self, what: str, text: str | None = None) -> None:
        """Fill in what the page asks for ("email", "new password" …) with what the customer knows, or ``text``.

        Raises:
            JourneyNotFinished: The page has no such field, or the customer does not know what to write.
        """
        sight = self._walk.look()
        fields = fields_for(self._walk, sight, what)
        if what == "new password":
            self._pen.person.password = text if text is not None else self.identity.new_password
        for field in fields:
            if not self._pen.fill(sight, field, text=text, demanded=True):
                raise JourneyNotFinished(
                    problem(
                        f"the customer does not know what to write for {what!r}",
                        where=f"{self.page.url} ({sight.title})",
                        expected="one of: " + ", ".join(lexicon.keys("fields")),
                        todo=f"give the text: customer.fill_in({what!r}, '…')",
                    )
                )

    def submit(self) -> None:
        """Press the button of the form last filled in; press again, as people do, when nothing happens.

        What the form refuses is corrected where a person would know how: another password by the rule it states,
        a field that was left empty, what was lost.

        Raises:
            JourneyNotFinished: The form has no button, the button does nothing, or the form is refused.
        """
        FormFiller(self._walk, self._pen, "").send_what_is_filled()

    def complete(self, what: str) -> None:
        """Fill in the form for ``what`` ("sign up", "address", "payment" …) as a person would, and send it.

        Goes on with its next part as long as there is one, and corrects what is refused, as ``submit`` does.

        Raises:
            JourneyNotFinished: There is no such form, or it is not taken.
        """
        if what == "sign up":
            self._will_make("account")
        if what == "payment" and self.site.orders == "test-card":
            self._will_make("order")
        if FormFiller(self._walk, self._pen, what).complete():
            return
        sight = self._walk.look()
        if not asked_anywhere(sight, what, self._walk.spoken(sight)):  # else another form will ask for it as well
            raise self._no_form(sight, what)

    def sign_in(self) -> None:
        """Sign in with the e-mail address and the password last chosen; go to the form if it is not here.

        Raises:
            JourneyNotFinished: There is no way to sign in, or the customer is not let in.
        """
        sight = self._walk.look()
        form = form_for(sight, "sign in", self._walk.spoken(sight))
        if form is None and is_in(self._walk, sight):
            return  # the site has let them in already
        if form is None:
            self.follow("sign in")
        self._pen.person.signing_in = True
        try:
            self.complete("sign in")
        finally:
            self._pen.person.signing_in = False
        if self._walk.purse.at_the_till:
            self._walk.note("customer/identified", how="signed-in")

    def continue_as_guest(self) -> None:
        """At the till, go on without an account; where that cannot be, open one, and the report says so.

        Raises:
            JourneyNotFinished: Neither can be done.
        """
        self._till.say_who_i_am()

    def pay(self) -> None:
        """Give the test card and order, as far as the site's settings allow.

        Raises:
            StoppedOnPurpose: They allow no orders; the visit ends here, finished as far as it may go.
            JourneyNotFinished: There is no way to pay, or the card is refused.
        """
        if self.site.orders == "test-card":
            self._will_make("order")
        pay(self._walk, self._pen)

    def take_card(self, kind: CardKind) -> None:
        """Pay from now on with another of the test cards of the site's gateway: "good", "declined" or "3-d-secure".

        With a declined one ``pay`` raises JourneyNotFinished.
        """
        self._pen.person.identity = self._pen.person.identity.model_copy(update={"carries": kind})

    def confirm_address(self) -> None:
        """Where the page asks for it, go to the mailbox and confirm the e-mail address: by link, code and button.

        Raises:
            CouldNotMeasure: The site has no inbox.
            JourneyNotFinished: The mail did not come.
        """
        confirm_address(self._walk, self._pen, self.inbox)

    def do_as_mailed(self, mail: Mail) -> None:
        """Type in the mail's code where the page asks for one, or sign in with its password, or open its link.

        Raises:
            CouldNotMeasure: The link cannot be opened.
            JourneyNotFinished: There is neither link nor field nor password, or what there is is refused.
        """
        do_as_mailed(self._walk, self._pen, mail, self.sign_in)

    def expect(self, sign: str) -> None:
        """Look for a sign that something is so ("signed in", "order placed" …): a message, or a way to undo it.

        Raises:
            JourneyNotFinished: There is none within five seconds.
        """
        end_s = time.monotonic() + _SIGN_WITHIN_MS / 1000
        while True:
            sight = self._walk.look()
            if self._is_so(sight, sign):
                self._note_seen(sight, sign)
                return
            if time.monotonic() > end_s:
                break
            self.page.wait_for_timeout(_POLL_MS)
        raise JourneyNotFinished(
            problem(
                f"nothing on the page says {sign!r}; it says “{sight.says}”",
                where=f"{self.page.url} ({sight.title})",
                expected="one of: " + ", ".join(lexicon.phrases("signs", sign, self._walk.spoken(sight))[:5]) + " …",
                todo="see the picture of this step",
            )
        )

    def _is_so(self, sight: Sight, sign: str) -> bool:
        """By the page's text, by a message that came and went, by a way to sign out, or by one's own address in it."""
        spoken = self._walk.spoken(sight)
        signs = {"signed up": ("signed up", "signed in")}.get(sign, (sign,))
        if any(lexicon.mentions(sight.words, "signs", one, spoken) for one in signs):
            return True
        if "signed in" not in signs:
            return False
        greeted = self.identity.email in sight.text and sees(self._walk, sight, "sign in") is None
        return greeted or is_in(self._walk, sight)

    def _note_seen(self, sight: Sight, sign: str) -> None:
        """That it is so; and whether the site knows the customer by now, or wants them to sign in first."""
        known = is_in(self._walk, sight)
        wants = not known and sees(self._walk, sight, "sign in") is not None
        self._walk.note("customer/saw", sign=sign, known=known, wants_sign_in=wants)

    def _sign_up_here(self) -> None:
        self.follow("sign up")
        self.complete("sign up")

    def _no_form(self, sight: Sight, what: str) -> JourneyNotFinished:
        labels = [field.label or field.type for field in sight.fields if field.visible]
        return JourneyNotFinished(
            problem(
                f"the customer saw no form for {what!r}; the page says “{sight.says}”",
                where=f"{self.page.url} ({sight.title})",
                expected="a form that asks for it; there are fields for: " + (", ".join(labels) or "nothing"),
                todo="see the picture of this step",
            )
        )

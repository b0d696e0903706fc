"""What a mail sends the customer back for: a link to follow, a code to type in, a button to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.choose import choose
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.purposes import form_for
from cxcheck.customer.unreachable import unreachable
from cxcheck.errors import JourneyNotFinished, problem
from cxcheck.lexicon.kinds import field_kind
from cxcheck.redact import link_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxcheck.customer.fill import Pen
    from cxcheck.customer.mailbox import Mailbox
    from cxcheck.customer.sight import Field, Sight
    from cxcheck.customer.walk import Walk
    from cxcheck.inbox.mail import Mail

_PLAINEST = 4
_LOOKED_MS = 3_000  # a look into the mailbox, for what may have come unannounced
# What people do not press when they want to say yes.
_ELSEWHERE = {"header", "footer", "nav", "banner", "navigation", "contentinfo"}


def do_as_mailed(walk: Walk, pen: Pen, mail: Mail, sign_in: Callable[[], None] | None = None) -> None:
    """Type in the mail's code where the page asks for one, else sign in with its password, else open its link.

    A password counts for nothing where a link of the mail lets its reader in.

    Raises:
        CouldNotMeasure: The link cannot be opened.
        JourneyNotFinished: There is neither, or the code is refused.
    """
    sight = walk.look()
    fields = _code_fields(walk, sight)
    if fields and mail.codes():
        for field in fields:
            pen.fill(sight, field, text=mail.code())
        sight = walk.look()
        if _code_fields(walk, sight):  # some pages send themselves with the last digit
            FormFiller(walk, pen, "").send_what_is_filled()
        return
    if sign_in is not None and mail.passwords() and not (mail.links and link_tokens(mail.link())):
        pen.person.password = mail.password()
        sign_in()
        return
    if not mail.links:
        raise JourneyNotFinished(
            problem(
                "there is no link in the mail, and the page asks for no code",
                where=f"mail {mail.subject_said!r}",
                expected="a link to follow, or a code and a field for it",
                todo="read the mail, and see the page",
            )
        )
    try:
        walk.page.goto(mail.link(), timeout=walk.site.answer_within_ms, wait_until="domcontentloaded")
    except Error as error:
        walk.refuse_strangers()
        raise unreachable(mail.link(), error, walk.site.answer_within_ms) from error
    walk.rest()


def confirm_address(walk: Walk, pen: Pen, mailbox: Mailbox) -> bool:
    """Where the site wants the customer's address confirmed, do so by way of the mailbox; False: it does not.

    A page that says nothing at all sends people to their mailbox too: to see whether it worked.

    Raises:
        CouldNotMeasure: No inbox is known.
        JourneyNotFinished: The mail did not come, or cannot be acted upon.
    """
    sight = walk.look()
    spoken = walk.spoken(sight)
    said = sight.words
    if is_in(walk, sight):
        return False
    if not lexicon.mentions(said, "signs", "check your mail", spoken) and (
        lexicon.mentions(said, "signs", "signed up", spoken) or not mailbox.got("confirm address", _LOOKED_MS)
    ):
        return False
    do_as_mailed(walk, pen, mailbox.wait_for("confirm address"))
    sight = walk.look()
    if is_in(walk, sight):
        return True
    if form_for(sight, "password reset", walk.spoken(sight)) is not None:
        FormFiller(walk, pen, "password reset").complete()  # some ask for the password only now
        return True
    # Some have a last button to press, on a page that is about nothing else.
    buttons = [c for c in sight.controls if c.visible and c.role == "button" and c.region not in _ELSEWHERE]
    for intent in ("confirm address", "submit"):
        choice = choose(buttons, intent, walk.spoken(sight))
        if choice is not None and not lexicon.mentions(sight.text, "signs", "signed up", walk.spoken(sight)):
            walk.press_until_answered(sight, choice.control)
            break
    return True


def is_in(walk: Walk, sight: Sight) -> bool:
    """Whether the customer is signed in by now: the page offers to sign out, or says so and offers no way in."""
    spoken = walk.spoken(sight)
    # What lies hidden counts where a menu could show it.
    closed = any(control.visible and control.expanded == "false" for control in sight.controls)
    names = {lexicon.normal(control.name) for control in sight.controls if control.visible or closed}
    if names & set(lexicon.phrases("intents", "sign out", spoken)):
        return True
    ways_in = set(
        lexicon.phrases("intents", "sign in", spoken)[:_PLAINEST]
    )  # further down they may mean an account's page
    return lexicon.mentions(sight.words, "signs", "signed in", spoken) and not names & ways_in


def _code_fields(walk: Walk, sight: Sight) -> list[Field]:
    """The fields of one form that ask for a code: one, or one for each of its parts."""
    spoken = walk.spoken(sight)
    usable = [field for field in sight.fields if field.visible and field.enabled and field.plain]
    found = [field for field in usable if field_kind(field, sight.fields, spoken) == "code"]
    return [field for field in found if field.form == found[0].form]

"""An account arranged beforehand: the site's own sign-up, walked off the clock in a throw-away context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.choose import field_kind
from cxcheck.customer.unreachable import unreachable
from cxcheck.customer.walk import Walk
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, problem

if TYPE_CHECKING:
    from typing import Any

    from playwright.sync_api import Browser

    from cxcheck.customer.sight import Field, Sight
    from cxcheck.model.identity import Identity
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site

_SETTLE_MS = 500
_ANSWER_MS = 10_000


def sign_up(browser: Browser, arguments: dict[str, Any], persona: Persona, site: Site, identity: Identity) -> None:
    """Open an account for the identity; one that is there already is good as well.

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
        walk = Walk(page, persona, site, recorder=None)
        _to_the_form(walk)
        _fill_and_send(walk, identity)
    except (JourneyNotFinished, Error) as error:
        raise CouldNotMeasure(f"no account could be opened beforehand:\n{error}") from error
    finally:
        context.close()


def _form(walk: Walk, sight: Sight) -> int | None:
    """Index of the form that asks for a new password."""
    fields = walk.fields(sight, "new password")
    if fields:
        return fields[0].form
    # With one password only, the button or heading tells signing up from signing in.
    spoken = walk.spoken(sight)
    for field in walk.fields(sight, "password"):
        said = [c.name for c in sight.controls if c.form == field.form and c.submits] + [sight.headings[field.form]]
        if any(lexicon.mentions(name, "intents", "sign up", spoken) for name in said):
            return field.form
    return None


def _to_the_form(walk: Walk) -> None:
    sight = walk.look()
    for intent in ("sign up", "sign in", "sign up"):
        if _form(walk, sight) is not None:
            return
        try:
            sight, control = walk.find(intent)
        except JourneyNotFinished:
            continue
        walk.press(sight, control)
        walk.page.wait_for_timeout(_SETTLE_MS)
        sight = walk.look()
    if _form(walk, sight) is None:
        raise JourneyNotFinished(
            problem(
                "no form to sign up was found",
                where=walk.page.url,
                expected="a form that asks for a new password",
                todo="open an account by hand and name it in the site's settings, or add a hint for 'sign up'",
            )
        )


def _fill_and_send(walk: Walk, identity: Identity) -> None:
    sight = walk.look()
    form = _form(walk, sight)
    spoken = walk.spoken(sight)
    for field in sight.fields:
        if field.form == form and field.visible and field.enabled and not field.filled:
            value = _value(field, field_kind(field, sight.fields, spoken), identity)
            if value == "tick":
                sight.element(field).check()
            elif value:
                walk.type(sight, field, value)
    walk.form = form if form is not None else -1
    sight = walk.look()
    control = walk.submit_control(sight)
    if control is None:
        raise JourneyNotFinished(problem("the sign-up form has no button", where=walk.page.url, todo="see the site"))
    walk.press(sight, control)
    _expect_account(walk, before=sight)


def _value(field: Field, kind: str, identity: Identity) -> str:
    if field.type == "checkbox":
        return "tick" if field.required else ""
    values = {
        "email": identity.email,
        "password": identity.password,
        "new password": identity.password,
        "given name": identity.given_name,
        "family name": identity.family_name,
        "name": identity.full_name,
    }
    return values.get(kind, "")


def _expect_account(walk: Walk, before: Sight) -> None:
    """A way out, or a message that was not there before the form was sent."""
    for _ in range(_ANSWER_MS // _SETTLE_MS):
        walk.page.wait_for_timeout(_SETTLE_MS)
        sight = walk.look()
        spoken = walk.spoken(sight)
        names = {lexicon.normal(control.name) for control in sight.controls}
        if names & set(lexicon.phrases("intents", "sign out", spoken)):
            return
        for sign in ("signed in", "already known"):
            said_before = lexicon.mentions(before.text, "signs", sign, spoken)
            if not said_before and lexicon.mentions(sight.text, "signs", sign, spoken):
                return
    raise JourneyNotFinished(
        problem(
            "the sign-up form was sent, and nothing says that there is an account now",
            where=f"{walk.page.url} ({sight.title})",
            expected="a message, or a way to sign out",
            todo="try the sign-up by hand, with an address of the inbox's domain",
        )
    )

"""What all inboxes can do, and the one that a site's settings name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from cxcheck.errors import CouldNotMeasure, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.inbox.mail import Mail
    from cxcheck.model.inbox import InboxSettings


class Inbox(Protocol):
    """Mail of many customers, looked into for one of them. ``poll_ms``: how often it may be looked into.

    Nothing in it is moved, marked or deleted. Every method raises ``CouldNotMeasure`` where it cannot be looked into.
    """

    poll_ms: int

    def start_anew(self) -> None:
        """What is there by now will not be told any more."""

    def mails(self, address: str) -> Sequence[Mail]:
        """Everything that came for an address since then, in the order in which it came."""

    def hang_up(self) -> None:
        """Nobody looks for a while: leave no connection open."""

    def describe(self) -> str:
        """Look into it, and say in a few words what is there."""


def open_inbox(settings: InboxSettings) -> Inbox:
    """The inbox; nothing is connected to yet.

    Raises:
        CouldNotMeasure: There is no such folder, or the password is missing.
    """
    if settings.kind == "imap":
        from cxcheck.inbox.imap import ImapInbox

        return ImapInbox(settings.imap, settings.user, _password(settings))
    if settings.kind == "mailpit":
        from cxcheck.inbox.mailpit import MailpitInbox

        return MailpitInbox(settings.mailpit, settings.user, _password(settings) if settings.user else "")
    from cxcheck.inbox.maildir import Maildir

    return Maildir(settings.maildir)


def password_of(settings: InboxSettings | None) -> str:
    """The inbox's password, where it has one and the environment knows it: no file may have it."""
    return os.environ.get(settings.variable, "") if settings and settings.user else ""


def _password(settings: InboxSettings) -> str:
    found = password_of(settings)
    if not found:
        raise CouldNotMeasure(
            problem(
                f"there is no password for {settings.user}",
                where="the site's inbox",
                expected=f"the environment variable {settings.variable}, with the mailbox's password",
                todo=f"set it: export {settings.variable}=…, or name another one with password_env",
            )
        )
    return found

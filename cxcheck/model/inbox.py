"""Where the customers' mail arrives."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from cxcheck.model.base import Model

_FICTION = "customers.example.test"  # .test never resolves (RFC 6761): mail to it reaches nobody
_TAG = "{tag}"
_SCHEMES = {"imap": ("imaps", "imap"), "mailpit": ("http", "https")}
PASSWORD_VARIABLE = "CXCHECK_INBOX_PASSWORD"  # noqa: S105 - the variable's name


class InboxSettings(Model):
    """One of ``maildir`` (a folder), ``imap`` (``imaps://host:993/FOLDER``) and ``mailpit`` (``http://host:8025``).

    ``domain``: what the customers' addresses end in, where all mail for it arrives here. ``address``: in its place, a
    mailbox that takes mail for names of its own, ``cx+{tag}@qa.example``. ``user``: who signs in; the password is in
    the environment's variable ``password_env`` (by default CXCHECK_INBOX_PASSWORD), and nowhere else.
    """

    maildir: str = ""
    imap: str = ""
    mailpit: str = ""
    domain: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$")] = _FICTION
    address: str = ""
    user: str = ""
    password_env: Annotated[str, Field(pattern=r"^([A-Za-z_][A-Za-z0-9_]*)?$")] = ""

    @field_validator("imap", "mailpit")
    @classmethod
    def _is_an_address(cls, value: str, info: object) -> str:
        """An IMAP server may be named by its host alone; its connection is encrypted then."""
        kind = str(getattr(info, "field_name", ""))
        if not value:
            return value
        address = value if "://" in value or kind != "imap" else f"imaps://{value}"
        if "@" in address.partition("://")[2].partition("/")[0]:
            message = "must not carry a name or password, which would stand in reports: user and password_env name them"
            raise ValueError(message)
        parts = urlsplit(address)
        if parts.scheme not in _SCHEMES[kind] or not parts.hostname or not _has_a_port(address):
            message = f"must be an address such as {_SCHEMES[kind][0]}://mail.example"
            raise ValueError(message)
        return address

    @field_validator("address")
    @classmethod
    def _has_a_tag(cls, value: str) -> str:
        if value and not re.fullmatch(r"[A-Za-z0-9._=+-]+\{tag\}@[A-Za-z0-9.-]+", value):
            message = "must be such as name+{tag}@qa.example, where each customer has a tag of their own"
            raise ValueError(message)
        return value

    @model_validator(mode="after")
    def _is_one_inbox(self) -> InboxSettings:
        given = [kind for kind in ("maildir", "imap", "mailpit") if getattr(self, kind)]
        if len(given) != 1:
            message = "one of maildir, imap and mailpit" + (f", not {' and '.join(given)}" if given else "")
            raise ValueError(message)
        if self.address and self.domain != _FICTION:
            message = "either domain or address, not both"
            raise ValueError(message)
        if self.imap and not self.user:
            message = "with imap also a user, who signs in there"
            raise ValueError(message)
        if self.imap and not self.address and self.domain == _FICTION:
            message = 'with imap also address = "name+{tag}@host", or the domain whose mail all arrives there'
            raise ValueError(message)
        return self

    @property
    def kind(self) -> Literal["maildir", "imap", "mailpit"]:
        """Which of the three it is."""
        return "maildir" if self.maildir else "imap" if self.imap else "mailpit"

    @property
    def variable(self) -> str:
        """The environment's variable that has the password."""
        return self.password_env or PASSWORD_VARIABLE

    @property
    def place(self) -> str:
        """Where it is, in a word."""
        return self.maildir or self.imap or self.mailpit

    @property
    def prefix(self) -> str:
        """What all the customers' addresses begin with; empty where the domain tells them apart."""
        return self.address.partition(_TAG)[0]

    @property
    def host(self) -> str:
        """What all the customers' addresses end in."""
        return self.address.rpartition("@")[2] or self.domain


def _has_a_port(address: str) -> bool:
    return re.fullmatch(r"[a-z]+://(?:\[[0-9a-fA-F:.]+\]|[^/:]+)(?::\d{1,5})?(?:/.*)?", address) is not None

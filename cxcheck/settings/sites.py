"""The site to visit: from the project's file, or an address with safe defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.inbox import InboxSettings
from cxcheck.model.site import Site
from cxcheck.settings.layers import typed
from cxcheck.settings.project import project_settings, project_table
from cxcheck.settings.strict import build
from cxcheck.settings.table import Table

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = {
    "maildir": "maildir:FOLDER[@DOMAIN]",
    "imap": "imap:HOST[:PORT],user=NAME,address=NAME+{tag}@DOMAIN",
    "mailpit": "mailpit:http://HOST:8025[,domain=DOMAIN]",
}


def site(root: Path, name_or_url: str | None, inbox: str | None, orders: str | None = None) -> Site | None:
    """The site to visit: a name from ``pyproject.toml``, or an address with safe defaults. None: none was named.

    Raises:
        SettingsError: An unknown name, a malformed address, or settings that cannot be understood.
    """
    chosen = typed("site", name_or_url)
    table = project_table(root).below("sites")
    sites = {name: table.below(name) for name in project_settings(root).sites}
    if chosen is None and len(sites) != 1:
        return None
    name = chosen.value if chosen else next(iter(sites))
    if name in sites:
        found = build(Site, sites[name], name=name)
    elif "/" in name or ":" in name or "." in name:
        found = site_at(name)
    else:
        raise SettingsError(
            problem(
                f"unknown site {name!r}",
                expected="an address such as https://shop.example/"
                + (f", or one of: {', '.join(sites)}" if sites else ", or a name from [tool.cxcheck.sites]"),
                near=nearest(name, sites),
                todo=f"correct the name, or describe it in pyproject.toml: [tool.cxcheck.sites.{name}]",
            )
        )
    if told := typed("orders", orders):
        found = build(Site, Table(told.where, found.model_dump() | {"orders": told.value}))
    if told := typed("inbox", inbox):
        found = found.model_copy(update={"inbox": _inbox(told.value, told.where)})
    return found


def site_at(text: str) -> Site:
    """A site with safe defaults from ``https://shop.example/``, ``shop.example`` or ``Name=https://shop.example/``.

    Raises:
        SettingsError: That is no address.
    """
    name, named, address = text.partition("=")
    if not named or "/" in name:
        name, address = "", text
    url = address if "://" in address else f"https://{address}"
    host = url.partition("://")[2].partition("/")[0]  # not urlsplit, which stumbles over what is no address
    return build(Site, Table("the site's address", {"base_url": url}), name=name or host or url)


def _inbox(text: str, where: str) -> InboxSettings:
    """``kind:place``, with settings of the inbox behind it: ``imap:imaps://mail.example,user=cx,…``."""
    kind, _, rest = text.partition(":")
    place, *settings = rest.split(",")
    known = {}
    if kind == "maildir":
        place, _, domain = place.partition("@")
        known = {"domain": domain} if domain else {}
    pairs = [one.partition("=") for one in settings]
    if kind not in _KINDS or not place or not all(value for _, _, value in pairs):
        raise SettingsError(
            problem(
                f"cannot understand the inbox {text!r}",
                where=where,
                expected=f"one of: {', '.join(_KINDS.values())}",
                near=None if kind in _KINDS else nearest(kind, _KINDS),
                todo="name the folder or the server that the customers' mail arrives in",
            )
        )
    return build(InboxSettings, Table(where, {kind: place} | known | {key: value for key, _, value in pairs}))

"""Who is trying: one TOML file each, read into these models."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from cxcheck.model.avatar import Avatar
from cxcheck.model.base import Model

PositiveInt = Annotated[int, Field(gt=0)]


class BrowserTraits(Model):
    """Playwright's context. ``device`` names an entry of Playwright's device list; the rest overrides it.

    ``zoom`` 2 is a browser's 200 %: half as much fits into the window, everything twice as large.
    """

    device: str | None = None
    viewport: tuple[PositiveInt, PositiveInt] | None = None
    locale: str = "en-US"
    timezone: str | None = None
    color_scheme: Literal["light", "dark", "no-preference"] | None = None
    reduced_motion: Literal["reduce", "no-preference"] | None = None
    contrast: Literal["more", "no-preference"] | None = None
    forced_colors: Literal["active", "none"] | None = None
    zoom: Annotated[float, Field(ge=0.25, le=5)] = 1  # Chromium's own least and most


class NetworkProfile(StrEnum):
    """Named lines; numbers in ``model/line.py`` with their sources."""

    UNTHROTTLED = "unthrottled"
    CABLE = "cable"
    FAST_4G = "fast-4g"
    SLOW_4G = "slow-4g"


class NetworkTraits(Model):
    """A named profile, or single values that override it; ``cpu_slowdown`` 4 means four times slower."""

    profile: NetworkProfile = NetworkProfile.UNTHROTTLED
    latency_ms: Annotated[float, Field(ge=0)] | None = None
    download_kbps: Annotated[float, Field(gt=0)] | None = None
    upload_kbps: Annotated[float, Field(gt=0)] | None = None
    cpu_slowdown: Annotated[float, Field(ge=1, le=20)] = 1


class Hands(Model):
    """How the customer works the machine."""

    typing_wpm: Annotated[float, Field(gt=0, le=250)] = 52  # desktop average, Dhakal 2018
    input: Literal["mouse", "touch", "keyboard"] = "mouse"


class Patience(Model):
    """Where this customer would have left."""

    wait_ms: PositiveInt = 10_000  # attention limit, Nielsen
    mail_ms: PositiveInt = 60_000
    popups: Annotated[int, Field(ge=0)] = 2
    retries: Annotated[int, Field(ge=0, le=5)] = 1


class Manners(Model):
    """What the customer does with what gets in the way.

    ``cookies``: what a consent question is answered with; ``popups``: what becomes of all else that nobody asked for.
    ``ignore`` leaves it where it is until it lies over what the customer wants to press.
    """

    cookies: Literal["accept", "reject", "ignore"] = "reject"
    popups: Literal["close", "ignore"] = "close"


class IdentityTraits(Model):
    """Faker's locale, and what of the person is always the same.

    ``latin_name`` is the given name in Latin letters, where its script does not tell; ``city`` one of those that
    addresses are known in.
    """

    locale: str = "en_US"
    given_name: str | None = None
    family_name: str | None = None
    latin_name: str | None = None
    gender: Literal["female", "male"] | None = None
    age: Annotated[int, Field(ge=18, le=110)] | None = None  # years
    city: str | None = None


class Persona(Model):
    """A customer type. ``key`` is the file's name without ``.toml``."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9_-]+$")]
    title: str
    summary: str = ""
    browser: BrowserTraits = BrowserTraits()
    network: NetworkTraits = NetworkTraits()
    hands: Hands = Hands()
    patience: Patience = Patience()
    manners: Manners = Manners()
    identity: IdentityTraits = IdentityTraits()
    avatar: Avatar | None = None

"""The website visited, with its hints and limits."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urljoin, urlsplit

from pydantic import Field, field_validator

from cxcheck.model.base import Model
from cxcheck.model.inbox import InboxSettings

Gateway = Literal["any", "stripe", "adyen", "braintree"]


class Site(Model):
    """A site as settings describe it.

    ``allowed_hosts`` bounds top-level navigation (``*.pay.example`` allows any host under it; a host with a port
    allows that port only); empty means the base address's own host. ``hints`` pin an intent to a selector.
    ``orders`` says whether something may be ordered, with a test card; by default visits stop before paying.
    ``gateway`` says whose test cards. ``phone`` is a number of your own, for customers of countries that have set none
    aside for fiction.
    """

    name: str
    base_url: str
    allowed_hosts: tuple[str, ...] = ()
    language: str | None = None
    inbox: InboxSettings | None = None
    orders: Literal["stop-before-paying", "test-card"] = "stop-before-paying"
    gateway: Gateway = "any"
    phone: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ()./-]{4,}$")] | None = None
    hints: dict[str, str] = Field(default_factory=dict)
    answer_within_ms: Annotated[int, Field(gt=0)] = 30_000

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            message = "must be a full address such as https://shop.example/"
            raise ValueError(message)
        if parts.username or parts.password:
            message = "must not carry a name or password, which would stand in every report"
            raise ValueError(message)
        return value if parts.path else value + "/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Hosts the customer may be taken to."""
        return self.allowed_hosts or (urlsplit(self.base_url).netloc.rpartition("@")[2],)

    def address(self, path_or_url: str) -> str:
        """A path on this site, below the base address, as a full address; full addresses stay as they are."""
        if urlsplit(path_or_url).scheme:
            return path_or_url
        return urljoin(self.base_url.rstrip("/") + "/", path_or_url.lstrip("/"))

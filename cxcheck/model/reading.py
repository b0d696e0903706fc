"""What the task gave the customer to read, as counts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cxcheck.model.base import Model

What = Literal["heading", "label", "message", "mail"]


class Text(Model):
    """How much text: words as spaces part them, and characters without the spaces."""

    words: Annotated[int, Field(ge=0)]
    characters: Annotated[int, Field(ge=0)]

    @classmethod
    def of(cls, text: str) -> Text:
        """The counts of a text."""
        words = text.split()
        return cls(words=len(words), characters=sum(map(len, words)))

    def __add__(self, other: Text) -> Text:
        return Text(words=self.words + other.words, characters=self.characters + other.characters)


class Read(Model):
    """One text read in full. ``language`` is that of its page, as in ``de-AT``; "" when the page does not say."""

    t_ms: float
    step: int
    what: What
    text: Text
    language: str = ""


class Decision(Model):
    """A choice between ``options`` that had to be weighed up, such as ways of delivery."""

    t_ms: float
    step: int
    what: str
    options: int


class Readings(Model):
    """What was read, and decided, in order."""

    items: tuple[Read, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def language_at(self, t_ms: float) -> str:
        """What the page speaks that was looked at then; "" where it does not say."""
        return next((one.language for one in reversed(self.items) if one.what == "heading" and one.t_ms <= t_ms), "")

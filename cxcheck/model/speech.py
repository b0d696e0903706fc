"""What languages documents speak, and which they could."""

from __future__ import annotations

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class Speech(Model):
    """One document as it stood shortly after loading; languages are codes such as ``de``, "" unknown.

    ``language`` is what it speaks, as far as its words, its own list of translations and what it says of itself agree.
    ``offers`` is the customer's language where it can be had elsewhere, called ``called``; ``target`` is what leads
    there, None where only machines are told. ``screen`` counts the screens seen so far.
    """

    t_ms: float
    step: int
    page: int = 0
    screen: int
    language: str = ""
    offers: str = ""
    called: str = ""
    target: Target | None = None


class Speeches(Model):
    """Documents, in order."""

    items: tuple[Speech, ...] = ()

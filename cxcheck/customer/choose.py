"""Choosing among what is seen: which control is meant, what a field asks for. Pure; no page in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.lexicon import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Control, Field

ENOUGH = 0.45  # our choice: below it a person would not press
SURE_BY = 0.08  # our choice: a smaller lead over the next one is a guess

# HTML's autocomplete tokens, as the fields of the lexicon call them.
_TOKENS = {
    "email": "email", "username": "email", "new-password": "new password", "current-password": "password",
    "given-name": "given name", "family-name": "family name", "name": "name",
}  # fmt: skip
_TEXTUAL = {"text", "email", "password", "search", "tel", "url", "textarea"}


@dataclass(frozen=True)
class Choice:
    """The control chosen; ``sure`` False: another was about as likely."""

    control: Control
    sure: bool


def likeness(name: str, phrases: Sequence[str]) -> float:
    """0-1: how much a control's name reads like one of the phrases."""
    said = normal(name)
    if not said:
        return 0.0
    best = 0.0
    words = set(said.split())
    for rank, phrase in enumerate(phrases):
        wanted = set(phrase.split())
        if said == phrase:
            score = 1.0
        elif f" {phrase} " in f" {said} ":
            score = 0.6 + 0.35 * len(phrase) / len(said)
        elif wanted <= words:
            score = 0.5 + 0.3 * len(wanted) / len(words)
        else:
            continue
        best = max(best, score - 0.005 * rank)  # the usual words stand first
    return best


def choose(controls: Sequence[Control], intent: str, spoken: tuple[str, ...]) -> Choice | None:
    """The control that a person would press to get ``intent``, or None when none comes near."""
    phrases = lexicon.phrases("intents", intent, spoken)
    rated = sorted(
        ((_plausibility(control, likeness(control.name, phrases)), control) for control in controls),
        key=lambda pair: -pair[0],
    )
    if not rated or rated[0][0] < ENOUGH:
        return None
    score, best = rated[0]
    rivals = [other for value, other in rated[1:] if score - value < SURE_BY]
    same = all(other.href == best.href != "" or other.name == best.name for other in rivals)
    return Choice(best, sure=same)


def _plausibility(control: Control, like: float) -> float:
    if like == 0 or not control.enabled:
        return 0.0
    return like - 0.15 * (control.region in {"footer", "contentinfo"}) - 0.05 * (not control.in_view)


def field_kind(field: Field, fields: Sequence[Field], spoken: tuple[str, ...]) -> str:
    """What a field asks for, in the lexicon's words; '' when it is none of them.

    By autocomplete token, then type, then label, then name. Of two password fields in one form both ask for a new
    one, as no form that lets people in asks twice.
    """
    token = _TOKENS.get(field.autocomplete.rpartition(" ")[2], "")
    if field.type == "password":
        return _password_kind(field, fields, spoken, token)
    if token:
        return token
    if field.type in {"email", "search"}:
        return field.type
    return _kind_by_words(field, spoken) if field.type in _TEXTUAL else ""


def _password_kind(field: Field, fields: Sequence[Field], spoken: tuple[str, ...], token: str) -> str:
    others = [other for other in fields if other.type == "password" and other.form == field.form and other.visible]
    says_new = likeness(field.label, lexicon.phrases("fields", "new password", spoken)) >= ENOUGH
    if token == "new password" or says_new or (len(others) > 1 and token != "password"):  # noqa: S105 - kinds of field
        return "new password"
    return "password"


def _kind_by_words(field: Field, spoken: tuple[str, ...]) -> str:
    for words in (field.label, field.key.replace("_", " ").replace("-", " ")):
        rated = {key: likeness(words, lexicon.phrases("fields", key, spoken)) for key in lexicon.keys("fields")}
        best = max(rated, key=lambda key: rated[key])
        if rated[best] >= ENOUGH:
            return best
    return ""

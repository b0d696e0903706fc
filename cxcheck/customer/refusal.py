"""What a page says after a form was sent: is it content, or what does it want? Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.lexicon import contains, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Field, Sight

Spoken = tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """The messages, the fields they stand beside, and the fields that came back empty."""

    says: tuple[str, ...]
    fields: tuple[Field, ...]
    lost: tuple[Field, ...]


def refusal(sight: Sight, form: int | None, filled: Sequence[str], before: Sight, spoken: Spoken) -> Refusal | None:
    """Why the form was not taken; None: nothing says so.

    Args:
        sight: The page after sending.
        form: The form's index on it; None when it has gone.
        filled: Selectors of the fields that had been filled in.
        before: The page before anything was sent: messages that stood in that document already are not the answer.
        spoken: Languages to read it in.
    """
    same = before.opened == sight.opened
    old = {(field.selector, field.error) for field in before.fields if field.error and same}
    old_says = {message.text for message in before.messages if same}
    fields = sight.of_form(form) if form is not None else []
    wrong = [f for f in fields if f.error and (f.selector, f.error) not in old]
    loud = [m.text for m in sight.messages if m.text not in old_says and _is_refusal(m.text, spoken, wrong=m.wrong)]
    if form is None:
        # Without its form a page has moved on, unless it says that something failed.
        loud = [text for text in loud if _complains(text, spoken)]
    if not wrong and (not loud or _good_news(sight, before, spoken)):
        return None
    wrong = wrong or _meant(sight, fields, loud)
    says = tuple(dict.fromkeys([*(field.error for field in wrong if field.error), *loud]))
    lost = tuple(f for f in fields if f.selector in filled and not f.filled and f.type not in {"radio", "checkbox"})
    return Refusal(says, tuple(wrong), lost)


def _good_news(sight: Sight, before: Sight, spoken: Spoken) -> bool:
    """Whether the page now says that all went well: an older complaint is only left standing."""
    said = [sign for sign in _GOOD if lexicon.mentions(sight.text, "signs", sign, spoken)]
    return any(not lexicon.mentions(before.text, "signs", sign, spoken) for sign in said)


def _meant(sight: Sight, fields: Sequence[Field], says: Sequence[str]) -> list[Field]:
    """Fields that messages elsewhere lead to, or that they call by name while nothing stands in them."""
    led_to = {to for message in sight.messages if message.text in says for to in message.leads_to}
    said = normal(" ".join(says))
    called = [f for f in fields if not f.filled and f.label and contains(said, normal(f.label))]
    return [f for f in fields if f.selector in led_to] or called


_GOOD = ("check your mail", "signed up", "signed in", "password changed", "order placed", "added to basket")


def _is_refusal(text: str, spoken: Spoken, *, wrong: bool) -> bool:
    """A message that looks like an error or reads like one; good news in red is none."""
    return _complains(text, spoken) or (
        wrong and not any(lexicon.mentions(text, "signs", sign, spoken) for sign in _GOOD)
    )


def _complains(text: str, spoken: Spoken) -> bool:
    return any(lexicon.mentions(text, "signs", sign, spoken) for sign in ("refused", "already known", "card refused"))

"""Filling in one field: by typing, from a list, with a tick; the value is what the customer knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxcheck.customer.forms import kind_in, name_of
from cxcheck.customer.hands import is_ticked
from cxcheck.customer.lists import Picker
from cxcheck.customer.person import Person
from cxcheck.customer.pieces import birthday_text, expiry_text, group_of
from cxcheck.lexicon.kinds import SECRET, field_kind

if TYPE_CHECKING:
    from cxcheck.customer.sight import Field, Sight
    from cxcheck.customer.walk import Walk
    from cxcheck.model.identity import Identity

_IN_GROUPS = {"card number", "code"}


class Pen:
    """Fills in fields for one person."""

    def __init__(self, walk: Walk, identity: Identity) -> None:
        self._walk = walk
        self.person = Person.of(identity)
        self.lists = Picker(walk, self.person)

    def fill(
        self, sight: Sight, field: Field, *, text: str | None = None, again: bool = False, demanded: bool = False,
        purpose: str = "",
    ) -> bool:  # fmt: skip
        """Fill in one field of a form for ``purpose``; False when the customer does not know what to write.

        What is ``demanded``, as what is filled in ``again``, gets an answer that they would rather not give.
        """
        kind = kind_in(field, sight, self._walk.spoken(sight), purpose)
        if field.type == "checkbox":
            self._tick(sight, field)
        elif field.type == "select":
            taken = self.lists.take_option(sight, field, kind)
            if taken is None:
                return True  # it stands there already: nothing to do, nothing to note
            if not taken:
                return False
        elif field.type == "listbox":
            if not self.lists.take_from_listbox(sight, field, kind):
                return False
        elif not self._write(sight, field, kind, text, again=again, demanded=demanded or again or field.required):
            return False
        self._note(sight, field, kind, again=again, purpose=purpose)
        return True

    def _write(
        self, sight: Sight, field: Field, kind: str, text: str | None, *, again: bool, demanded: bool
    ) -> bool:  # fmt: skip
        """Type into a field what it asks for, or ``text``; False when the customer does not know what."""
        if kind == "new password" and text is None and not again:
            self.person.heed(field, sight, self._walk.spoken(sight))
        value = text if text is not None else self._text(sight, field, kind, demanded=demanded)
        if not value:
            return False
        if kind in _IN_GROUPS:
            value = group_of(value, field, self._same_kind(sight, field, kind))
        if kind in SECRET:
            self._walk.secrets.add(value)
        if field.type == "date":
            self._walk.reach(sight, field, partial(self._walk.hands.type_date, self._walk.page, iso=value))
        else:
            self._walk.type(sight, field, value, secret=kind in SECRET)
        if field.suggests:
            self.lists.take_suggestion(sight, kind, value)
        return True

    def _tick(self, sight: Sight, field: Field) -> None:
        element = sight.element(field)
        if not is_ticked(element):
            self._walk.reach(sight, field, partial(self._walk.hands.tick, self._walk.page))

    def _text(self, sight: Sight, field: Field, kind: str, *, demanded: bool) -> str | None:
        if kind == "phone" and demanded:
            return self.person.address.phone_if_demanded
        same = self._same_kind(sight, field, kind)
        if kind == "card expiry":
            return expiry_text(self.person.identity.card, field, same)
        if kind == "birthday":
            return birthday_text(self.person.identity.birthday, field, same)
        if kind == "street" and any(
            field_kind(f, sight.fields, ()) == "house number" for f in sight.of_form(field.form)
        ):
            return self.person.address.street_name
        return self.person.knows(kind)

    def _same_kind(self, sight: Sight, field: Field, kind: str) -> list[Field]:
        """The form's fields for the same thing, this one among them."""
        spoken = self._walk.spoken(sight)
        return [one for one in sight.of_form(field.form) if field_kind(one, sight.fields, spoken) == kind] or [field]

    def _note(self, sight: Sight, field: Field, kind: str, *, again: bool, purpose: str) -> None:
        spoken = self._walk.spoken(sight)
        kinds = {kind_in(other, sight, spoken, purpose) for other in sight.of_form(field.form)}
        self._walk.note(
            "customer/filled",
            what="email" if kind == "confirm email" else kind,
            label=name_of(field),
            again=again,
            credentials=self.person.signing_in or ("password" in kinds and "new password" not in kinds),
            repeat=kind == "confirm email",
            selector=field.selector,
            form=field.form,
        )

"""Filling in one field: by typing, from a list, with a tick; the value is what the customer knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.choose import ENOUGH, likeness
from cxcheck.customer.forms import card_choice, is_guest, kind_in
from cxcheck.customer.hands import is_ticked
from cxcheck.customer.kinds import field_kind
from cxcheck.customer.knowledge import country_option, known_text, option_for
from cxcheck.customer.pieces import birthday_text, expiry_text, group_of
from cxcheck.customer.sight import look
from cxcheck.customer.totals import money
from cxcheck.errors import JourneyNotFinished, nearest, problem
from cxcheck.identity.address import address_in, countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Control, Field, Option, Sight
    from cxcheck.customer.walk import Walk
    from cxcheck.model.identity import Address, Identity

_IN_GROUPS = {"card number", "code"}
_SECRET = {"password", "new password", "card number", "card code", "code"}
# What an address's country is called in the languages of page and customer, by the browser's own knowledge.
_COUNTRY_NAMES = """([code, languages]) => Object.fromEntries([...new Set([...languages, 'en'])].map((language) => {
  try { return [language, new Intl.DisplayNames([language], { type: 'region' }).of(code)]; } catch { return [language, code]; }
}))"""


class Pen:
    """Fills in fields for one person. ``password`` is the one they will give next; it may change."""

    def __init__(self, walk: Walk, identity: Identity, address: Address) -> None:
        self._walk = walk
        self._identity = identity
        self.address = address
        self.password = identity.password
        self.signing_in = False

    def fill(
        self, sight: Sight, field: Field, *, text: str | None = None, again: bool = False, purpose: str = ""
    ) -> bool:  # fmt: skip
        """Fill in one field of a form for ``purpose``; False when the customer does not know what to write."""
        kind = kind_in(field, sight, self._walk.spoken(sight), purpose)
        if field.type == "checkbox":
            self._tick(sight, field)
        elif field.type == "select":
            option = self._option(sight, field, kind)
            if option is None:
                return False
            if option.chosen:
                return True  # nothing to do
            take = partial(self._walk.hands.take_option, self._walk.page, field=field, option=option)
            self._walk.reach(sight, field, take)
        elif field.type == "listbox":
            if not self._take_from_listbox(sight, field, kind):
                return False
        elif not self._write(sight, field, kind, text):
            return False
        self._note(sight, field, kind, again=again, purpose=purpose)
        return True

    def _write(self, sight: Sight, field: Field, kind: str, text: str | None) -> bool:
        """Type into a field what it asks for, or ``text``; False when the customer does not know what."""
        value = text if text is not None else self._text(sight, field, kind)
        if not value:
            return False
        if kind in _IN_GROUPS:
            value = group_of(value, field, self._same_kind(sight, field, kind))
        if kind in _SECRET and self._walk.recorder is not None:
            self._walk.recorder.journal.secrets.add(value)
        if field.type == "date":
            self._walk.reach(sight, field, partial(self._walk.hands.type_date, self._walk.page, iso=value))
        else:
            self._walk.type(sight, field, value, secret=kind in _SECRET)
        if field.suggests:
            self._take_suggestion(sight, kind, value)
        return True

    def settle_country(self, sight: Sight, fields: Sequence[Field]) -> None:
        """Where a list of countries lacks the customer's own, they have it sent to another: one that is in the list."""
        spoken = self._walk.spoken(sight)
        for field in fields:
            if field.type != "select" or field_kind(field, sight.fields, spoken) != "country":
                continue
            offered = {option.value.upper() for option in field.options}
            if country_option(field.options, self.address.country, self._country_names(sight)) or not offered:
                continue
            chosen = [option.value.upper() for option in field.options if option.chosen]
            known = [code for code in (*chosen, *countries()) if code in offered and code in countries()]
            if known:
                self._walk.note("customer/sent-elsewhere", wanted=self.address.country, took=known[0])
                self.address = address_in(known[0], self._identity.seed)

    def take_radio(self, sight: Sight, group: Sequence[Field], what: str) -> Field | None:
        """Take the radio button of a group that fits best; None when one is taken already and nothing better is there."""
        spoken = self._walk.spoken(sight)
        wanted = _best_radio(group, what, spoken)
        if wanted is None or wanted.filled:
            return None
        self._walk.reach(sight, wanted, partial(self._walk.hands.tick, self._walk.page, among=len(group)))
        self._walk.note("customer/chose", what=what, found=wanted.label[:80], of=len(group))
        return wanted

    def choose(self, sight: Sight, fields: Sequence[Field], what: str, option: str | None) -> None:
        """Take an option of what the fields offer: of a list, or of radio buttons.

        Raises:
            JourneyNotFinished: It is not among them.
        """
        wanted = (lexicon.normal(option),) if option else ()
        radios = [field for field in fields if field.type == "radio"]
        if radios and wanted:
            radios = [field for field in radios if likeness(field.label, wanted) >= ENOUGH][:1]
            if radios and not radios[0].filled:
                group = [field for field in sight.fields if field.group == radios[0].group and field.type == "radio"]
                self._walk.reach(sight, radios[0], partial(self._walk.hands.tick, self._walk.page, among=len(group)))
        elif radios:
            self.take_radio(sight, radios, what)
        elif wanted and fields[0].type == "select":
            best = max(fields[0].options, key=lambda one: likeness(one.text, wanted), default=None)
            if best is None or likeness(best.text, wanted) < ENOUGH:
                raise _not_offered(fields[0], what, str(option))
            take = partial(self._walk.hands.take_option, self._walk.page, field=fields[0], option=best)
            self._walk.reach(sight, fields[0], take)
        elif wanted and fields[0].type == "listbox":
            self._take_from_listbox(sight, fields[0], what, wanted)
        else:
            self.fill(sight, fields[0])
        if wanted and not radios and fields[0].type == "radio":
            raise _not_offered(fields[0], what, str(option))
        self._walk.note("customer/chose", what=what, found=option or "", of=len(fields[0].options) or len(radios))

    def _tick(self, sight: Sight, field: Field) -> None:
        element = sight.element(field)
        if not is_ticked(element):
            self._walk.reach(sight, field, partial(self._walk.hands.tick, self._walk.page))

    def _text(self, sight: Sight, field: Field, kind: str) -> str | None:
        same = self._same_kind(sight, field, kind)
        if kind == "card expiry":
            return expiry_text(self._identity.card, field, same)
        if kind == "birthday":
            return birthday_text(self._identity.birthday, field, same)
        if kind == "street" and any(
            field_kind(f, sight.fields, ()) == "house number" for f in sight.of_form(field.form)
        ):
            return self.address.street_name
        return known_text(kind, self._identity, self.address, self.password)

    def _same_kind(self, sight: Sight, field: Field, kind: str) -> list[Field]:
        """The form's fields for the same thing, this one among them."""
        spoken = self._walk.spoken(sight)
        return [one for one in sight.of_form(field.form) if field_kind(one, sight.fields, spoken) == kind] or [field]

    def _option(self, sight: Sight, field: Field, kind: str) -> Option | None:
        names = self._country_names(sight) if kind == "country" else {}
        return option_for(field, kind, self._identity, self.address, names, self._walk.spoken(sight))

    def _country_names(self, sight: Sight) -> dict[str, str]:
        languages = [code for code in self._walk.spoken(sight) if code]
        found = self._walk.page.evaluate(_COUNTRY_NAMES, [self.address.country, languages])
        return {**found, "english": self.address.country_name}

    def _take_from_listbox(self, sight: Sight, field: Field, kind: str, named: tuple[str, ...] = ()) -> bool:
        """Open a list that the page draws itself, and press one of its options: the one named, or the customer's own."""
        before = {control.selector for control in sight.controls if control.role == "option" and control.visible}
        self._walk.reach(sight, field, partial(self._walk.hands.press, self._walk.page))
        self._walk.rest()
        opened = look(self._walk.page)
        options = [c for c in opened.controls if c.role == "option" and c.visible and c.enabled]
        options = [c for c in options if c.selector not in before] or options
        if not options:
            return False
        wanted = max(options, key=lambda c: likeness(c.name, named)) if named else self._wanted(opened, options, kind)
        self._walk.reach(opened, wanted, partial(self._walk.hands.take_drawn_option, self._walk.page))
        return True

    def _take_suggestion(self, sight: Sight, kind: str, typed: str) -> None:
        """Take what the page offers for the text typed, if it is that; what it says otherwise is left alone."""
        self._walk.rest()
        opened = look(self._walk.page)
        before = {control.selector for control in sight.controls if control.role == "option" and control.visible}
        options = [
            c for c in opened.controls if c.role == "option" and c.visible and c.enabled and c.selector not in before
        ]
        names = self._country_names(sight).values() if kind == "country" else [typed]
        wanted = {lexicon.normal(name) for name in names}
        meant = next((c for c in options if lexicon.normal(c.name) in wanted), None)
        if meant is not None:
            self._walk.reach(opened, meant, partial(self._walk.hands.take_drawn_option, self._walk.page))

    def _wanted(self, sight: Sight, options: Sequence[Control], kind: str) -> Control:
        if kind == "country":
            names = {lexicon.normal(name) for name in self._country_names(sight).values()}
            return next((c for c in options if lexicon.normal(c.name) in names), options[0])
        known = known_text(kind, self._identity, self.address, self.password)
        return next((c for c in options if known and lexicon.normal(c.name) == lexicon.normal(known)), options[0])

    def _note(self, sight: Sight, field: Field, kind: str, *, again: bool, purpose: str) -> None:
        spoken = self._walk.spoken(sight)
        kinds = {kind_in(other, sight, spoken, purpose) for other in sight.of_form(field.form)}
        self._walk.note(
            "customer/filled",
            what="email" if kind == "confirm email" else kind,
            label=name_of(field),
            again=again,
            credentials=self.signing_in or ("password" in kinds and "new password" not in kinds),
            repeat=kind == "confirm email",
            selector=field.selector,
            form=field.form,
        )


def name_of(field: Field) -> str:
    """How events call a field."""
    return (field.label or field.key)[:80]


def _not_offered(field: Field, what: str, option: str) -> JourneyNotFinished:
    offered = [one.text for one in field.options] or [field.label]
    return JourneyNotFinished(
        problem(
            f"the customer saw no {option!r} to choose for {what!r}",
            where=field.label or field.key,
            expected="one of: " + ", ".join(offered[:12]),
            near=nearest(option, offered),
            todo="see the picture of this step",
        )
    )


def _best_radio(group: Sequence[Field], what: str, spoken: tuple[str, ...]) -> Field | None:
    """As guest where one may be, the cheapest delivery, a card for paying; else what is taken already, else the first."""
    usable = [field for field in group if field.enabled]
    if not usable:
        return None
    guests = [field for field in usable if is_guest(field.label, spoken)]
    if guests and what != "sign up":
        return guests[0]
    card = card_choice(usable, spoken)
    if card is not None:
        return card
    if any(field.filled for field in usable):
        return next(field for field in usable if field.filled)
    prices = [(money(field.label) or money(field.hint), field) for field in usable]
    known = [(price[0], -i, field) for i, (price, field) in enumerate(prices) if price]
    return min(known, key=lambda one: (one[0], -one[1]))[2] if known else usable[0]

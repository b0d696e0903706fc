"""Taking one of several: of a list, a list that the page draws itself, radio buttons, what is offered for a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.forms import card_choice, is_guest
from cxcheck.customer.knowledge import country_option, option_for
from cxcheck.customer.sight import look
from cxcheck.customer.totals import money
from cxcheck.errors import JourneyNotFinished, nearest, problem
from cxcheck.identity.address import address_in, countries
from cxcheck.lexicon.kinds import field_kind
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.person import Person
    from cxcheck.customer.sight import Control, Field, Option, Sight
    from cxcheck.customer.walk import Walk

# What an address's country is called in the languages of page and customer, by the browser's own knowledge.
_COUNTRY_NAMES = """([code, languages]) => Object.fromEntries([...new Set([...languages, 'en'])].map((language) => {
  try { return [language, new Intl.DisplayNames([language], { type: 'region' }).of(code)]; }
  catch { return [language, code]; }
}))"""


class Picker:
    """Takes what fits the person."""

    def __init__(self, walk: Walk, person: Person) -> None:
        self._walk = walk
        self.person = person

    def settle_country(self, sight: Sight, fields: Sequence[Field]) -> None:
        """Where a list of countries lacks the customer's own, they have it sent to another: one that is in the list."""
        spoken = self._walk.spoken(sight)
        for field in fields:
            if field.type != "select" or field_kind(field, sight.fields, spoken) != "country":
                continue
            offered = {option.value.upper() for option in field.options}
            if country_option(field.options, self.person.address.country, self._country_names(sight)) or not offered:
                continue
            chosen = [option.value.upper() for option in field.options if option.chosen]
            known = [code for code in (*chosen, *countries()) if code in offered and code in countries()]
            if known:
                self._walk.note("customer/sent-elsewhere", wanted=self.person.address.country, took=known[0])
                me = self.person.identity
                self.person.address = address_in(known[0], me.seed, me.own_phone)

    def take_radio(self, sight: Sight, group: Sequence[Field], what: str) -> Field | None:
        """Take the radio button of a group that fits best; None: one is taken already and nothing better is there."""
        spoken = self._walk.spoken(sight)
        wanted = _best_radio(group, what, spoken)
        if wanted is None or wanted.filled:
            return None
        self._walk.reach(sight, wanted, partial(self._walk.hands.tick, self._walk.page, among=len(group)))
        self._walk.note("customer/chose", what=what, found=wanted.label[:80], of=len(group))
        return wanted

    def take_option(self, sight: Sight, field: Field, kind: str) -> bool | None:
        """Take the person's own option of a list; None: it is taken already, False: there is none."""
        names = self._country_names(sight) if kind == "country" else {}
        spoken = self._walk.spoken(sight)
        option = option_for(field, kind, self.person.identity, self.person.address, names, spoken)
        if option is None:
            return False
        if option.chosen:
            return None
        self._take(sight, field, option)
        return True

    def take_named(self, sight: Sight, fields: Sequence[Field], what: str, option: str) -> None:
        """Take the option so called of what the fields offer: of a list, or of radio buttons.

        Raises:
            JourneyNotFinished: It is not among them.
        """
        wanted = (lexicon.normal(option),)
        first = fields[0]
        radios = [field for field in fields if field.type == "radio" and likeness(field.label, wanted) >= ENOUGH]
        if radios:
            group = [field for field in sight.fields if field.group == radios[0].group and field.type == "radio"]
            if not radios[0].filled:
                self._walk.reach(sight, radios[0], partial(self._walk.hands.tick, self._walk.page, among=len(group)))
        elif first.type == "select":
            best = max(first.options, key=lambda one: likeness(one.text, wanted), default=None)
            if best is None or likeness(best.text, wanted) < ENOUGH:
                raise _not_offered(first, what, option)
            self._take(sight, first, best)
        elif first.type != "listbox" or not self.take_from_listbox(sight, first, what, wanted):
            raise _not_offered(first, what, option)
        self._walk.note("customer/chose", what=what, found=option, of=len(first.options) or len(fields))

    def take_from_listbox(self, sight: Sight, field: Field, kind: str, named: tuple[str, ...] = ()) -> bool:
        """Open a list that the page draws itself and press an option: the one named, or the customer's own."""
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

    def take_suggestion(self, sight: Sight, kind: str, typed: str) -> None:
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
        known = self.person.knows(kind)
        return next((c for c in options if known and lexicon.normal(c.name) == lexicon.normal(known)), options[0])

    def _take(self, sight: Sight, field: Field, option: Option) -> None:
        take = partial(self._walk.hands.take_option, self._walk.page, field=field, option=option)
        self._walk.reach(sight, field, take)

    def _country_names(self, sight: Sight) -> dict[str, str]:
        languages = [code for code in self._walk.spoken(sight) if code]
        found = self._walk.page.evaluate(_COUNTRY_NAMES, [self.person.address.country, languages])
        return {**found, "english": self.person.address.country_name}


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
    """As guest where one may be, a card for paying, what is taken already, the cheapest, the first: in this order."""
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

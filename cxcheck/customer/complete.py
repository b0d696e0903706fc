"""Filling in a whole form and sending it, and doing what it asks for when it is refused, as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.customer.corrections import demands, told
from cxcheck.customer.forms import radio_groups, submit_control, to_fill_in
from cxcheck.customer.purposes import form_for, purpose_of
from cxcheck.customer.refusal import Refusal, refusal
from cxcheck.errors import JourneyNotFinished, problem
from cxcheck.lexicon.kinds import field_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.fill import Pen
    from cxcheck.customer.sight import Control, Sight
    from cxcheck.customer.walk import Walk

_ROUNDS = 8  # pages or parts of one form; a longer one is no form any more
_FIELDS = 60  # of one part of a form; a page that brings up more is hostile
_REFUSALS = 3  # so often a person corrects what a form refuses
_BUBBLE_MS = 400  # within this the browser has put up its own message


class FormFiller:
    """One go at the form for ``what``: all its parts, until it is taken."""

    def __init__(self, walk: Walk, pen: Pen, what: str) -> None:
        self._walk = walk
        self._pen = pen
        self._what = what
        self._purpose = what  # or, without one, what the form is for by its looks
        self._refusals = 0
        self._asked: set[tuple[str, str]] = set()  # what was filled in so far: where, and how it is called
        self._selectors: list[str] = []  # without a purpose, a form is known again by these fields

    def complete(self) -> bool:
        """Fill in and send until the page has no such form any more; False when there was none.

        Raises:
            JourneyNotFinished: The form is refused for what the customer cannot help, or cannot be sent.
        """
        sight = self._walk.look_for(lambda sight: self._form(sight) is not None)
        form = self._form(sight)
        if form is None:
            return False
        if self._what == "payment":
            self._walk.stop_before_paying("paying")
        for _ in range(_ROUNDS):
            filled = self.fill(sight, form)
            sight = self._send(form, filled)
            after = self._form(sight)
            if after is None or not self._goes_on(sight, after):
                return True
            form = after
        raise JourneyNotFinished(
            problem(
                f"the form for {self._what!r} does not end",
                where=self._walk.page.url,
                expected=f"at most {_ROUNDS} parts",
                todo="see the pictures of this step",
            )
        )

    def send_what_is_filled(self) -> None:
        """Send the form last filled in, without filling in more.

        Raises:
            JourneyNotFinished: There is none, or it is refused for what the customer cannot help.
        """
        self._selectors = list(self._walk.filled)
        sight = self._walk.look()
        form = self._form(sight)
        if form is None:
            form = self._walk.form
        if not 0 <= form < len(sight.forms):
            raise self._no_button(sight)
        self._purpose = purpose_of(sight, form, self._walk.spoken(sight))
        self._send(form, self._selectors)

    def fill(self, sight: Sight, form: int, demanded: Sequence[str] = (), *, again: bool = False) -> list[str]:
        """Fill in what a person would; returns the selectors of the fields filled."""
        tried: list[str] = []
        filled: list[str] = []
        self._pen.lists.settle_country(sight, sight.of_form(form))
        sight = self._take_radios(sight, form)
        for _ in range(_FIELDS):
            # A field may bring up others; each is filled in once.
            fields = to_fill_in(sight.of_form(form), sight, self._walk.spoken(sight), demanded=demanded)
            left = [field for field in fields if field.selector not in tried]
            if not left:
                return filled
            field = left[0]
            tried.append(field.selector)
            self._asked.add((field.selector, field.label))
            known = self._pen.fill(
                sight, field, again=again, demanded=field.selector in demanded, purpose=self._purpose
            )
            if known:
                filled.append(field.selector)
            if known and field.type in {"select", "listbox", "checkbox"}:
                sight = self._walk.look()
        return filled

    def _take_radios(self, sight: Sight, form: int) -> Sight:
        """One of each group of radio buttons; a choice often changes what is asked, so the page is looked at anew."""
        done: set[str] = set()
        while group := next((g for g in radio_groups(sight.of_form(form)) if g[0].group not in done), None):
            done.add(group[0].group)
            if self._pen.lists.take_radio(sight, group, self._what):
                sight = self._walk.look()
        return sight

    def _form(self, sight: Sight) -> int | None:
        if not self._what:
            here = [f.form for f in sight.fields if f.selector in self._selectors and f.visible]
            return here[0] if here else None
        return form_for(sight, self._what, self._walk.spoken(sight))

    def _goes_on(self, sight: Sight, form: int) -> bool:
        """Whether the form shows another part: something to fill in that was not there before."""
        fields = to_fill_in(sight.of_form(form), sight, self._walk.spoken(sight))
        return any((field.selector, field.label) not in self._asked for field in fields)

    def _send(self, form: int, filled: list[str]) -> Sight:
        """Press the form's button; correct what is refused, and press again."""
        # What stood there before anything was sent is no answer; what came then may come again.
        first: Sight | None = None
        while True:
            before, control = self._button(self._walk.look(), form)
            if self._purpose == "payment":
                self._walk.stop_before_paying("paying")
            self._walk.form = form
            first = first or before
            refused = None
            if before.forms[form].balks:
                refused = self._press_and_see_the_bubble(before, form, control)
            else:
                self._walk.press_until_answered(before, control)
            sight = self._walk.look()
            spoken = self._walk.spoken(sight)
            after = self._form(sight)
            refused = refused or refusal(sight, after, filled, first, spoken)
            if refused is None:
                return sight
            self._note(refused, sight, before)
            if after is None or not self._correct(sight, after, refused, filled):
                raise self._stuck(sight, refused)
            form = after

    def _button(self, sight: Sight, form: int) -> tuple[Sight, Control]:
        """The button that sends the form, as it is seen once it can be pressed."""
        control = submit_control(sight, form, self._walk.spoken(sight), self._what)
        if control is None:
            raise self._no_button(sight)
        if control.enabled:
            return sight, control
        # A button that cannot be pressed wants something: what is left empty, a box not ticked.
        spoken = self._walk.spoken(sight)
        empty = [f for f in sight.of_form(form) if not f.filled and f.type != "radio" and f.editable]
        wanted = [
            f.selector for f in empty if field_kind(f, sight.fields, spoken) not in {"newsletter", "search", "voucher"}
        ]
        self.fill(sight, form, demanded=wanted)
        sight = self._walk.look()
        now = submit_control(sight, form, spoken, self._what)
        if now is not None and now.enabled:
            return sight, now
        raise JourneyNotFinished(
            problem(
                f"the customer cannot press {control.name!r}: it stays disabled",
                where=f"{self._walk.page.url} ({sight.title})",
                expected="a button that can be pressed, or words that say what is missing; still empty: "
                + (", ".join(f.label for f in empty) or "nothing"),
                todo="see the picture of this step",
            )
        )

    def _press_and_see_the_bubble(self, sight: Sight, form: int, control: Control) -> Refusal | None:
        """The browser will not send the form, and says why beside the first field."""
        if self._walk.press(sight, control, patience_ms=_BUBBLE_MS) and self._form(self._walk.look()) is None:
            return None  # a script of the page's took it all the same
        sight = self._walk.look()
        now = self._form(sight)
        wrong = [field for field in sight.of_form(form if now is None else now) if field.bubble]
        return Refusal(tuple(f"{f.label}: {f.bubble}" for f in wrong[:1]), tuple(wrong), ()) if wrong else None

    def _correct(self, sight: Sight, form: int, refused: Refusal, filled: list[str]) -> bool:
        """Do what the messages ask for; False when a person would not know how, or has had enough."""
        self._refusals += 1
        if self._refusals > _REFUSALS:
            return False
        self._walk.dwell.think(self._walk.page, self._refusals)  # slower each time
        demanded = demands(refused, sight, form, self._pen.person, self._walk.spoken(sight), self._purpose)
        if demanded is None:
            return False
        lost = [field.selector for field in refused.lost]
        again = [field for field in demanded + lost if field in filled]
        done = self.fill(sight, form, demanded=[*demanded, *lost], again=True)
        filled += [selector for selector in done if selector not in filled]
        return bool(done) and bool(demanded or again)

    def _note(self, refused: Refusal, sight: Sight, before: Sight) -> None:
        facts = told(refused, sight, before, self._walk.spoken(sight), self._purpose)
        self._walk.note("customer/refused", **facts)

    def _no_button(self, sight: Sight) -> JourneyNotFinished:
        return JourneyNotFinished(
            problem(
                "the customer saw no button to send the form",
                where=f"{self._walk.page.url} ({sight.title})",
                expected="a button in the form",
                todo="see the picture of this step",
            )
        )

    def _stuck(self, sight: Sight, refused: Refusal) -> JourneyNotFinished:
        return JourneyNotFinished(
            problem(
                f"the site says “{refused.says[0][:200]}”",
                where=f"{self._walk.page.url} ({sight.title})",
                expected="that the form is taken" if not self._what else f"that the form for {self._what!r} is taken",
                todo="see the picture of this step"
                + (f"; the message stands beside {refused.fields[0].label!r}" if refused.fields else ""),
            )
        )

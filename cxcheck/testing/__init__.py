"""For people who write checks: made-up visits with a clock you set, no browser needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import Artifacts, Outcome
from cxcheck.model.event import CUSTOMERS_TELL, Clock, Event
from cxcheck.record.probes import ORDER

__all__ = ["Story", "make_artifacts"]


class Story:
    """The events of a made-up visit. Each method adds one fact at the time given, in ms since the visit began.

    >>> story = Story().step("Ask", 0).press("Send", 1000).change(1120)
    >>> story.end(5000).artifacts().timeline.outcome.value
    'finished'
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._step = 0
        self.add("visit/began", 0, clock=Clock.RECORDER, probes=list(ORDER), tells=list(CUSTOMERS_TELL))

    def add(self, kind: str, t_ms: float, *, clock: Clock = Clock.BROWSER, page: int = 1, **data: Any) -> Story:
        """Any event."""
        event = Event(
            seq=len(self.events) + 1, t_ms=t_ms, clock=clock, step=self._step, page=page, kind=kind, data=data
        )
        self.events.append(event)
        return self

    def step(self, title: str, t_ms: float, *, moment_of_truth: bool = False) -> Story:
        """A step begins; the one before it has ended."""
        if self._step:
            self.add("step/ended", t_ms, clock=Clock.RECORDER, number=self._step, finished=True)
        self._step += 1
        return self.add("step/began", t_ms, clock=Clock.RECORDER, title=title, moment_of_truth=moment_of_truth)

    def press(
        self, name: str, t_ms: float, *, pointer: str = "mouse", popup: str | None = None, **target: Any
    ) -> Story:
        """The customer presses a button of that name."""
        about = {"selector": f"#{name}", "role": "button", "name": name, "clickable": True, **target}
        if popup is not None:
            about["popup"] = popup
        return self.add("gesture/pressed", t_ms, pointer=pointer, trusted=True, target=about)

    def type(self, name: str, t_ms: float, characters: int, *, field_kind: str = "text") -> Story:
        """The customer types into a field of that name."""
        about = {"selector": f"#{name}", "role": "textbox", "name": name}
        return self.add(
            "gesture/typed", t_ms, characters=characters, field_kind=field_kind, target=about, until_ms=t_ms + 100
        )

    def change(self, t_ms: float, until_ms: float | None = None, **where: Any) -> Story:
        """Something visible changes on the page; ``origin_ms`` in ``where`` says in which document."""
        return self.add("page/changed", t_ms, until_ms=until_ms or t_ms, **where)

    def document(
        self, t_ms: float, *, painted_ms: float, url: str = "https://shop.example/", title: str = "A page",
        says: str = "", lang: str = "",
    ) -> Story:  # fmt: skip
        """Another document comes, and shows something at ``painted_ms``."""
        self.add("screen/document", t_ms, url=url, title=title, says=says, lang=lang, history=False)
        return self.add("page/painted", painted_ms, what="first")

    def settled(self, t_ms: float, *, status: int = 200, ways_on: int = 3, says: str = "A heading") -> Story:
        """A document is looked at shortly after loading: status, how many ways lead on, what it says."""
        return self.add("screen/settled", t_ms, status=status, ways_on=ways_on, says=says)

    def shift(
        self, t_ms: float, value: float, *, recent_input: bool = False, moved_px: float = 200, selector: str = "main",
        **where: Any,
    ) -> Story:  # fmt: skip
        """Content moves; ``value`` is its layout-shift score, ``recent_input`` the browser's own mark.

        ``origin_ms`` in ``where`` says in which document.
        """
        box = {"x_px": 0, "y_px": 300, "width_px": 400, "height_px": 300}
        return self.add(
            "page/shifted", t_ms, value=value, recent_input=recent_input, box=box, moved_px=moved_px,
            selector=selector, **where,
        )  # fmt: skip

    def script_error(self, t_ms: float, text: str) -> Story:
        """A script of the page runs into an error that nothing catches."""
        return self.add("error/script", t_ms, text=text)

    def request(
        self, start_ms: float, end_ms: float, *, url: str = "https://shop.example/api", resource: str = "fetch",
        status: int = 200, failure: str = "",
    ) -> Story:  # fmt: skip
        """A request is made and answered; with ``failure`` it fails, and the browser gives it no times."""
        failed = bool(failure)
        return self.add(
            "request/ended", end_ms, clock=Clock.ARRIVAL if failed else Clock.BROWSER, method="GET", url=url,
            resource=resource, status=0 if failed else status, start_ms=None if failed else start_ms, failure=failure,
            is_document=resource == "document", background=False,
        )  # fmt: skip

    def popup(self, key: str, t_ms: float, *, cover_ratio: float, **facts: Any) -> Story:
        """An overlay appears."""
        box = {"x_px": 0, "y_px": 0, "width_px": 400, "height_px": 300}
        known: dict[str, Any] = {
            "title": "10 % off", "text": "10 % off your first order", "controls": ["Close"], "fields": [],
            "box": box, "role": "", "modal": False, "asked_for": False,
        }  # fmt: skip
        return self.add("popup/appeared", t_ms, id=key, cover_ratio=cover_ratio, **(known | facts))

    def asks_permission(self, what: str, t_ms: float, *, activated: bool = False, host: str = "shop.example") -> Story:
        """The page wants what the browser asks about first, such as "notifications" or "location"."""
        return self.add("permission/asked", t_ms, what=what, activated=activated, host=host, since_landing_ms=t_ms)

    def plays(self, t_ms: float, *, muted: bool = False, activated: bool = False, selector: str = "video") -> Story:
        """Sound or film begins to play."""
        box = {"x_px": 0, "y_px": 0, "width_px": 400, "height_px": 225}
        return self.add("media/playing", t_ms, selector=selector, box=box, muted=muted, activated=activated)

    def bars(self, t_ms: float, cover_ratio: float, *names: str) -> Story:
        """Bars that stay while the page is scrolled are seen to cover a share of the window."""
        return self.add("bars/stood", t_ms, cover_ratio=cover_ratio, names=list(names))

    def fits(
        self, t_ms: float, page_px: float, screen_px: float = 412, *, zoom_most: float | None = None, widest: str = ""
    ) -> Story:
        """A document of that width is seen on a screen of that width; ``widest`` is called what sticks out."""
        part = {"selector": "table", "name": widest} if widest else None
        return self.add("page/fits", t_ms, page_px=page_px, screen_px=screen_px, zoom_most=zoom_most, widest=part)

    def speaks(
        self, t_ms: float, lang: str, *, words: Sequence[str] = (), here: str = "", offers: str = "",
        called: str = "", switch: str = "",
    ) -> Story:  # fmt: skip
        """A document says it speaks ``lang``, with these small words; ``offers`` another, by the ``switch`` or none."""
        way = {"language": offers, "name": called or offers, "target": {"selector": switch} if switch else None}
        return self.add(
            "page/speaks", t_ms, lang=lang, words=list(words), here=here, offers=way if offers else None
        )  # fmt: skip

    def contacts(self, t_ms: float, *names: str, mail: bool = False, phone: bool = False) -> Story:
        """A document has links and buttons with these names, and perhaps an address or a number to ring."""
        return self.add("page/contacts", t_ms, mail=mail, phone=phone, names=list(names))

    def mail(self, asked_ms: float, arrived_ms: float | None, *, gave_up_ms: float = 60_000) -> Story:
        """The customer goes to the mailbox; the mail comes, or does not."""
        self.add("gesture/switched", asked_ms, to="mailbox")
        self.add("mail/awaited", asked_ms, clock=Clock.RECORDER, intent="password reset")
        if arrived_ms is None:
            return self.add("mail/missed", gave_up_ms, clock=Clock.RECORDER, intent="password reset")
        return self.add("mail/arrived", arrived_ms, intent="password reset", subject="Reset", links=1)

    def found(
        self, intent: str, t_ms: float, *, found: str = "", in_view: bool = True, detours: int = 0, **more: Any
    ) -> Story:
        """The customer finds what they looked for; ``detours`` are the presses it took to get it into sight."""
        known = {"intent": intent, "found": found or intent, "sure": True, "hint": False, **more}
        return self._told("customer/found", t_ms, in_view=in_view, detours=detours, **known)

    def missed(self, intent: str, t_ms: float, *, says: str = "") -> Story:
        """The customer looks for something in vain."""
        return self._told("customer/missed", t_ms, intent=intent, says=says)

    def fill(
        self, what: str, t_ms: float, *, label: str = "", characters: int = 8, form: int = 0, **how: bool
    ) -> Story:
        """The customer fills in a field that asks for ``what``.

        ``how``: again, credentials, repeat, as in ``customer/filled``.
        """
        name = label or what
        self.type(name, t_ms, characters)
        known: dict[str, Any] = {"again": False, "credentials": False, "repeat": False, **how}
        return self._told("customer/filled", t_ms + 200, what=what, label=name, selector=f"#{name}", form=form, **known)

    def form(
        self, t_ms: float, *fields: dict[str, Any], selector: str = "#form", buttons: Sequence[str] = ("Save",),
        popup: str | None = None,
    ) -> Story:  # fmt: skip
        """The customer begins to use a form with these fields, told by their label and what is not as usual.

        As usual: a field for text with a label beside it, not needed, without autocomplete, empty.
        """
        box = {"x_px": 20, "y_px": 200, "width_px": 300, "height_px": 40}
        told = []
        for field in fields:
            label = field.get("label", "")
            usual = {
                "selector": f"#{label or field.get('placeholder', '')}", "label": label, "labelled": "label",
                "type": "text", "inputmode": "", "autocomplete": "", "placeholder": "", "legend": "", "key": "",
                "group": "", "required": False, "ticked": False, "beside": [], "box": box,
            }  # fmt: skip
            told.append(usual | field)
        return self.add("form/met", t_ms, form=selector, popup=popup, buttons=list(buttons), fields=told)

    def tiny(
        self, name: str, t_ms: float, width_px: float, height_px: float, *, excuse: str = "", popup: str | None = None
    ) -> Story:
        """The customer presses a link of that name and size; ``excuse`` as in ``model.aim``."""
        self.press(name, t_ms, role="link", popup=popup)
        target = dict(self.events[-1].data["target"])
        return self.add("target/tiny", t_ms, target=target, size_px=[width_px, height_px], excuse=excuse)

    def refused(
        self, t_ms: float, *, says: Sequence[str] = ("Please check this.",), fields: Sequence[str] = (),
        lost: Sequence[str] = (), lost_secret: Sequence[str] = (), what: str = "", rule_shown: bool | None = None,
    ) -> Story:  # fmt: skip
        """A form is sent and refused; ``lost`` names the fields that came back empty."""
        texts = {"says": list(says), "fields": list(fields), "lost": list(lost), "lost_secret": list(lost_secret)}
        return self._told("customer/refused", t_ms, what=what, rule_shown=rule_shown, **texts)

    def identified(self, how: str, t_ms: float) -> Story:
        """The till asks who the customer is; they go on as "guest", or have "signed-up" or "signed-in"."""
        return self._told("customer/identified", t_ms, how=how)

    def read_total(
        self, amount: str, t_ms: float, *, place: str, currency: str = "GBP", delivery_said: bool = False,
        delivery: str | None = None,
    ) -> Story:  # fmt: skip
        """The customer reads a total in the "basket", at the "checkout" or in the "review"."""
        about = {"label": "Total", "delivery_said": delivery_said, "delivery": delivery}
        return self._told("customer/read-total", t_ms, amount=amount, currency=currency, place=place, **about)

    def crowded(self, from_ms: float, until_ms: float, per_processor: float) -> Story:
        """Meanwhile so many programs want each of the machine's processors."""
        about = {"from_ms": from_ms, "until_ms": until_ms, "per_processor": per_processor}
        return self._told("machine/crowded", until_ms, **about)

    def chose(self, what: str, t_ms: float, *, found: str, of: int) -> Story:
        """The customer chooses one of several things: a product, a delivery, a way to pay."""
        return self._told("customer/chose", t_ms, what=what, found=found, of=of)

    def read_delivery(self, cost: str, t_ms: float) -> Story:
        """The customer reads what the delivery costs that they choose."""
        return self._told("customer/read-delivery", t_ms, cost=cost)

    def saw(self, sign: str, t_ms: float, *, known: bool = False, wants_sign_in: bool = False) -> Story:
        """The customer sees that something is so; the site knows them by now, or wants them to sign in."""
        return self._told("customer/saw", t_ms, sign=sign, known=known, wants_sign_in=wants_sign_in)

    def unreachable(self, name: str, t_ms: float, *, why: str = "no-focus", held_by: str = "", tried: int = 3) -> Story:
        """The customer, without a mouse, gives up on a button of that name."""
        about = {"selector": f"#{name}", "role": "button", "name": name}
        return self._told("customer/unreachable", t_ms, why=why, target=about, held_by=held_by, tried=tried)

    def _told(self, kind: str, t_ms: float, **data: Any) -> Story:
        """What the customer's own verbs write."""
        return self.add(kind, t_ms, clock=Clock.RECORDER, **data)

    def end(self, t_ms: float, outcome: Outcome = Outcome.FINISHED, message: str = "") -> Story:
        """The visit ends."""
        if self._step:
            finished = outcome is Outcome.FINISHED
            self.add("step/ended", t_ms, clock=Clock.RECORDER, number=self._step, finished=finished)
        return self.add("visit/ended", t_ms, clock=Clock.RECORDER, outcome=outcome.value, message=message)

    def artifacts(self) -> Artifacts:
        """All tables of this visit."""
        return make_artifacts(self.events)


def make_artifacts(events: list[Event]) -> Artifacts:
    """The tables that these events become."""
    return build(events)

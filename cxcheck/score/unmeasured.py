"""What could not be measured in a visit, with the reason. Not measured is never passed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cxcheck.artifacts.vitals import NOTHING_TO_MEASURE
from cxcheck.model.artifact import Artifacts, NotRecorded, Outcome
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.scorecard import Unmeasured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxcheck.model.finding import CheckResult
    from cxcheck.model.vitals import VitalName

_TABLES = {
    "screens": "screens",
    "gestures": "clicks, typing",
    "waits": "waiting",
    "popups": "pop-ups",
    "requests": "network traffic",
    "errors": "page errors",
    "mails": "e-mails",
    "pictures": "pictures",
    "searches": "searches",
    "fillings": "what fields ask for",
    "refusals": "refused forms",
    "identifications": "the till's questions",
    "totals": "totals",
    "shifts": "jumps of the page",
    "settled": "ways on",
    "readings": "reading",
    "vitals": "vitals",
    "playings": "sound and film",
    "bars": "bars that stay",
    "fits": "how pages fit the screen",
    "speeches": "languages",
    "signs": "what the customer saw to be so",
    "contacts": "whom one could ask",
    "freezes": "freezes of the page",
    "repeatables": "what could be pressed again",
    "unreachables": "what the keyboard could not reach",
}
_PROBES = {
    "asks": "questions for permission",
    "backs": "going back",
    "bars": "bars that stay",
    "contacts": "whom one could ask",
    "crowd": "how busy this machine was",
    "changes": "answers to presses",
    "dialogs": "the browser's own dialogs",
    "fits": "how pages fit the screen",
    "frames": "pictures of the screen",
    "interactions": "how quickly presses show",
    "longframes": "long frames",
    "clock": "times",
    "media": "sound and film",
    "mask": "hiding passwords in pictures",
    "page": "a part of what the page did",
    "paints": "when screens showed something",
    "routes": "when routes showed something",
    "screens": "when screens showed something",
    "settled": "ways on",
    "shifts": "jumps of the page",
    "speaks": "languages",
}
_VITALS: dict[VitalName, str] = {
    "lcp_ms": "largest paint",
    "cls": "stability",
    "inp_ms": "slowest interaction",
    "fcp_ms": "first paint",
    "ttfb_ms": "first byte",
    "long_frames": "long frames",
}
# What the probes tell of the top frame alone.
_OF_WHOLE_PAGES = "vitals, jumps, freezes, ways on, languages, fit and contacts"
_UNJUDGED = {CheckOutcome.NOT_MEASURED, CheckOutcome.ERROR}


def unmeasured(artifacts: Artifacts, results: Sequence[CheckResult]) -> tuple[Unmeasured, ...]:
    """One for each reason, in the order: the visit's end, tables, probes, checks, single gestures and places."""
    by_reason: dict[str, list[str]] = {}
    for what, reason in _all(artifacts, results):
        named = by_reason.setdefault(reason, [])
        if what not in named:
            named.append(what)
    return tuple(Unmeasured(what=tuple(named), reason=reason) for reason, named in by_reason.items())


def _all(artifacts: Artifacts, results: Sequence[CheckResult]) -> Iterator[tuple[str, str]]:
    yield from _the_rest(artifacts)
    yield from _tables(artifacts)
    yield from _probes(artifacts)
    yield from (_check(result) for result in results if result.outcome in _UNJUDGED)
    yield from _untimed(artifacts)
    yield from _vitals(artifacts)
    yield from _made_by_scripts(artifacts)
    yield from _inside_frames(artifacts)


def _the_rest(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    timeline = artifacts.timeline
    if timeline.outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
        last = max((step.index for step in timeline.steps), default=0)
        what = f"everything after the beginning of step {last}" if last else "the whole visit"
        yield what, timeline.message.partition("\n")[0]


def _tables(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    for field in Artifacts.model_fields:
        table = getattr(artifacts, field)
        if isinstance(table, NotRecorded):
            yield _TABLES.get(field, field.replace("_", " ")), table.reason


def _probes(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    """Those whose table is not missing for just that reason."""
    told = {reason for _, reason in _tables(artifacts)}
    for probe, reason in artifacts.unsupported.items():
        if f"{reason} ({probe})" not in told:
            yield _PROBES.get(probe, probe), reason


def _check(result: CheckResult) -> tuple[str, str]:
    reason = result.reason if result.outcome is CheckOutcome.NOT_MEASURED else f"the check broke: {result.reason}"
    return f"the check {result.check}", reason


def _untimed(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    """Answers that came, nobody knows when: no waiting is counted for them."""
    if isinstance(artifacts.waits, NotRecorded):
        return
    for wait in artifacts.waits.untimed:
        after = f"after pressing {wait.target.pressed} " if wait.what == "press" else ""
        yield f"the wait {after}in step {wait.step}", wait.untimed


def _vitals(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    """Each vital with the screens that have none, where there was something to measure."""
    if isinstance(artifacts.vitals, NotRecorded):
        return
    screens: dict[tuple[VitalName, str], list[int]] = {}
    for row in artifacts.vitals.items:
        for name, reason in row.reasons.items():
            if reason not in NOTHING_TO_MEASURE:
                screens.setdefault((name, reason), []).append(row.screen)
    for (name, reason), found in screens.items():
        numbers = ", ".join(map(str, found))
        yield f"{_VITALS[name]} of screen{'s' if len(found) > 1 else ''} {numbers}", reason


def _made_by_scripts(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    if isinstance(artifacts.gestures, NotRecorded):
        return
    steps = sorted({gesture.step for gesture in artifacts.gestures.items if not gesture.trusted})
    if steps:
        count = sum(not gesture.trusted for gesture in artifacts.gestures.items)
        where = ", ".join(str(step) for step in steps)
        what = f"{count} {'press' if count == 1 else 'presses'} in step{'s' if len(steps) > 1 else ''} {where}"
        yield what, "made by a script, not by a customer: the browser does not time what follows"


def _inside_frames(artifacts: Artifacts) -> Iterator[tuple[str, str]]:
    """Some things are looked at in whole pages only; and a frame of another host is seen from outside."""
    if isinstance(artifacts.requests, NotRecorded) or isinstance(artifacts.screens, NotRecorded):
        return
    own = {urlsplit(screen.url).netloc for screen in artifacts.screens.items}
    frames = [one for one in artifacts.requests.items if one.resource == "document" and not one.is_document]
    hosts = {urlsplit(one.url).netloc for one in frames if not one.failure} - {""}
    if hosts - own:
        foreign = ", ".join(sorted(hosts - own))
        yield f"pop-ups inside frames of {foreign}", "a page of another host is seen from outside only"
    if hosts:
        yield f"{_OF_WHOLE_PAGES} inside frames of {', '.join(sorted(hosts))}", "only the page around a frame is asked"

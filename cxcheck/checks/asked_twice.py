"""The customer is asked for something they have said already."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.artifact import Timeline
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Filling, Fillings

# Each is another one every time, or is typed again for a reason.
_ANEW = {"", "password", "new password", "code", "search", "quantity", "voucher", "notes", "terms", "newsletter"}
_REPEATS = {"confirm email": "email"}  # fields whose very purpose is to ask again

META = CheckMeta(
    id="asked-twice",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="The customer was asked for everything once",
    fails="The customer was asked again for what they had said already",
    why="Typing it again is work that brings nothing, and shows that nobody was listening",
    remedy="Fill in what the customer has said before, or offer it to choose",
    threshold="one thing in two forms; minor for a second field in the same form, such as “confirm e-mail”",
    source="WCAG 2.2, 3.3.7 Redundant Entry; the severities are our choice",
)


def check(fillings: Fillings, timeline: Timeline) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each field that asked again, signing in and what a refusal made necessary aside."""
    asked = [filling for filling in fillings.items if not filling.credentials and filling.what not in _ANEW]
    latest: dict[str, Filling] = {}
    findings = []
    for filling in asked:
        what = _REPEATS.get(filling.what, filling.what)
        before = latest.get(what)
        latest[what] = filling
        if filling.again or before is None:
            continue
        same_form = (filling.screen, filling.form) == (before.screen, before.form)
        if same_form and not filling.repeat and what == filling.what:
            continue  # a day, a month and a year; or the customer changed their mind
        findings.append(_finding(before, filling, timeline, Severity.MINOR if same_form else META.severity))
    yield from findings
    if findings:
        return
    if fillings.untold_step:
        title = timeline.steps[fillings.untold_step - 1].title
        yield NotMeasured(f"in “{title}” fields were filled in by plain Playwright calls")
    elif not asked:
        yield NotApplicable("the customer was asked for nothing that could be asked twice")


def _finding(before: Filling, again: Filling, timeline: Timeline, severity: Severity) -> Finding:
    where = "in the same form"
    if severity is not Severity.MINOR:
        title = next((step.title for step in timeline.steps if step.index == before.step), "")
        where = f"though it was given already at “{title}”" if title else "though it was given already"
    return META.finding(
        again,
        f"The customer was asked for “{again.label or again.what}” again, {where}.",
        severity=severity,
        value=2,
        unit="count",
        limit=1,
        confidence=Confidence.RULE,
        target=again.target,
        needless=(again.gesture_ms,) if again.gesture_ms is not None else (),
    )

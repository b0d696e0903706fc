"""JUnit's file when tests were tried again: one case each, with what the attempts before it came to.

pytest writes an attempt that was tried again as a case of its own, without its failure: it looks like a pass. Here we
take Surefire's words: ``flakyFailure`` and ``flakyError`` for attempts before a pass, ``rerunFailure`` and
``rerunError`` for those before another failure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cxcheck.model.artifact import Outcome
from cxcheck.report.foreign import visible
from cxcheck.report.outcomes import before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxcheck.model.run import JudgedVisit

_ENDS = {"failure", "error", "skipped"}
_PRINTED = {"system-out", "system-err"}  # they come last
_NO_FAILURES = {Outcome.NOT_MEASURED, Outcome.CUT_OFF}


def with_attempts(xml: str, visits: Sequence[JudgedVisit], names_visit: str) -> str:
    """The text of the file, unchanged where nothing was tried again.

    ``names_visit`` is the property with a visit's id.
    """
    root = ET.fromstring(xml)  # noqa: S314  # pytest has just written it
    tried_again = {visit.info.id: visit for visit in visits if visit.earlier}
    counted = {visit.info.id for visit in visits}
    suites = root.iter("testsuite")
    dropped = [_drop_attempts(suite, lambda case: _visit_of(case, names_visit) in counted) for suite in suites]
    for case in root.iter("testcase"):
        if visit := tried_again.get(_visit_of(case, names_visit)):
            printed = next((place for place, one in enumerate(case) if one.tag in _PRINTED), len(case))
            case[printed:printed] = _attempts(visit)
    if not tried_again and not any(dropped):
        return xml
    return '<?xml version="1.0" encoding="utf-8"?>' + ET.tostring(root, encoding="unicode")


def _drop_attempts(suite: ET.Element, counts: Callable[[ET.Element], bool]) -> int:
    """Take out each case that says nothing, and is followed by another of its name; returns how many."""
    last = {_name(case): case for case in suite.iter("testcase")}
    earlier = [case for case in suite.iter("testcase") if last[_name(case)] is not case]
    silent = [case for case in earlier if not (_ENDS & {one.tag for one in case} or counts(case))]
    for case in silent:
        suite.remove(case)
    return len(silent)


def _name(case: ET.Element) -> tuple[str | None, str | None]:
    return case.get("classname"), case.get("name")


def _visit_of(case: ET.Element, names_visit: str) -> str:
    found = (one.get("value") for one in case.iter("property") if one.get("name") == names_visit)
    return next(found, None) or ""


def _attempts(visit: JudgedVisit) -> list[ET.Element]:
    found = []
    for one, told in zip(visit.earlier, before(visit), strict=True):
        kind = "Error" if one.artifacts.timeline.outcome in _NO_FAILURES else "Failure"
        said = visible(": ".join((told.lead, *told.details)))
        element = ET.Element(f"{'flaky' if visit.flaky else 'rerun'}{kind}", message=said.partition("\n")[0], type=kind)
        ET.SubElement(element, "stackTrace").text = said
        found.append(element)
    return found

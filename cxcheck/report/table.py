"""The rows of pytest-html's own table: one a visit, each with a link into the scorecard.

pytest-html sorts a column by the text between ``<td …>`` and ``</td>``, read by a pattern that knows no line
ends. So every cell is one line, and a cell with a number begins with ``<data value="…">``, zeros in front.
A cell of class ``col-links`` is one in which a click does not unfold the row.
"""

from __future__ import annotations

from html import escape

from cxcheck.model.run import JudgedVisit, VisitResult
from cxcheck.report.foreign import on_one_line
from cxcheck.report.outcomes import ended
from cxcheck.report.words import at_least, number, parts_of

NO_LINKS = '<td class="col-links"></td>'
_COLUMNS = {
    "result": "Result",
    "journey": "Journey",
    "customer": "Customer",
    "score": "Score",
    "waiting": "Waiting",
    "effort": "Effort",
    "popups": "Pop-ups",
    "finished": "Finished",
    "duration": "Test took",
}
_MEASURED = ("customer", "score", "waiting", "effort", "popups", "finished")


def header_cells() -> list[str]:
    """The table's head; put these in place of pytest-html's own."""
    sortable = [f'<th class="sortable" data-column-type="{key}">{title}</th>' for key, title in _COLUMNS.items()]
    return [*sortable, "<th>Links</th>"]


def row_cells(visit: VisitResult | JudgedVisit, *, result: str, seconds: float, links: str = NO_LINKS) -> list[str]:
    """A visit's row.

    Args:
        visit: The visit.
        result: pytest-html's word for the test: Passed, Failed, Error …
        seconds: How long the test took, robot and all.
        links: pytest-html's own cell of links, passed on as it is.
    """
    card, info = visit.scorecard, visit.info
    waiting, effort, _ = parts_of(card)
    grade = f"{card.grade} {number(card.score)}" if card.grade else "no grade"
    popups = card.counts.popups
    again = f", visit {info.repeat}" if info.repeat > 1 else ""
    return [
        _result(result, flaky=visit.flaky),
        _link(info.id, info.journey.title),
        _cell("customer", f"<bdi>{_text(info.persona.title)}</bdi>{again}"),
        _cell("score", _number(card.score, grade)),
        _cell("waiting", _number(card.waiting_ms, waiting)),
        _cell("effort", _number(card.effort_ms, at_least(effort))),
        _cell("popups", _number(popups, number(popups))),
        _cell("finished", _text(ended(visit))),
        _cell("duration", _took(seconds)),
        links,
    ]


def plain_row_cells(nodeid: str, *, result: str, seconds: float, links: str = NO_LINKS) -> list[str]:
    """The row of a test that is no visit: its name in the journey's place, nothing measured."""
    return [
        _cell("result", _text(result)),
        _cell("journey", f"<bdi>{_text(nodeid)}</bdi>"),
        *(f'<td class="col-{key}"></td>' for key in _MEASURED),
        _cell("duration", _took(seconds)),
        links,
    ]


def together_row_cells(journey: str, customer: str, visits: str, *, result: str, links: str = NO_LINKS) -> list[str]:
    """The row about all visits of a customer to a journey: whether they hold its budget."""
    return [
        _cell("result", _text(result)),
        _cell("journey", f"<bdi>{_text(journey)}</bdi>"),
        _cell("customer", f"<bdi>{_text(customer)}</bdi>, {_text(visits)} visits together"),
        *(f'<td class="col-{key}"></td>' for key in _MEASURED if key != "customer"),
        _cell("duration", _took(0)),
        links,
    ]


def _result(word: str, *, flaky: bool) -> str:
    """pytest-html filters by its own word, and would hide a row with another: the style sheet adds to it."""
    cell = _cell("result", _text(word))
    return cell.replace('"col-result"', '"col-result cx-flaky"') if flaky else cell


def _link(visit_id: str, title: str) -> str:
    anchor = escape(f"visit-{visit_id}")
    return f'<td class="col-journey col-links"><a href="#{anchor}">{_text(title)}</a></td>'


def _cell(key: str, inner: str) -> str:
    label = "" if key in {"result", "journey", "customer"} else f' data-label="{_COLUMNS[key]}"'
    return f'<td class="col-{key}"{label}>{inner}</td>'


def _text(text: str) -> str:
    return escape(on_one_line(text))


def _number(value: float | None, shown: str) -> str:
    key = "" if value is None else f"{value:012.1f}"  # empty sorts below every number
    return f'<data value="{key}">{escape(shown)}</data>'


def _took(seconds: float) -> str:
    """In the two forms that pytest-html's script can sort."""
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest:02d}"

import json
import re

import pytest
from sample_run import (
    DAVID,
    JOURNEY,
    MARIA,
    clean_visit,
    cut_off_visit,
    not_measured_visit,
    slow_visit,
)

from cxcheck.model.run import VisitResult
from cxcheck.report.table import header_cells, plain_row_cells, row_cells

HOSTILE = "</td><script>alert(1)</script>\"'\n\u202e"


def hydrated(cells):
    """What pytest-html reads from the cells to sort by: its own patterns."""
    data = {}
    for head, cell in zip(header_cells(), cells, strict=True):
        if "sortable" in head:
            name, inner = re.search(r"col-(\w+)", cell), re.search(r"<td.*?>(.*?)</td>", cell)
            data[name.group(1)] = inner.group(1)
    return data


def test_every_sortable_column_is_found_by_pytest_html():
    types = re.findall(r'data-column-type="(\w+)"', "".join(header_cells()))
    for cells in (
        row_cells(slow_visit(), result="Passed", seconds=31),
        plain_row_cells("tests/test_x.py::test_y", result="Failed", seconds=0.2),
    ):
        assert list(hydrated(cells)) == types


def test_the_result_stays_a_bare_word():
    assert hydrated(row_cells(slow_visit(), result="Passed", seconds=1))["result"] == "Passed"


def test_numbers_sort_as_numbers_and_not_measured_below_them():
    visits = (slow_visit(), cut_off_visit(), clean_visit(), not_measured_visit())
    rows = [hydrated(row_cells(visit, result="Passed", seconds=1)) for visit in visits]
    by_waiting = sorted(rows, key=lambda row: row["waiting"])
    assert [re.sub("<.*?>", "", row["waiting"]) for row in by_waiting] == [
        "not measured",
        "3 s",
        "17 s",
        "36 s",
    ]


def test_the_journey_links_into_the_scorecard_from_a_cell_that_does_not_unfold():
    cell = row_cells(slow_visit(), result="Passed", seconds=1)[1]
    assert 'href="#visit-forgotten_password--maria--chromium--01"' in cell
    assert "col-links" in cell


@pytest.mark.parametrize(("seconds", "took"), [(0.2, "200 ms"), (31, "00:00:31"), (3_725, "01:02:05")])
def test_how_long_a_test_took_is_in_a_form_pytest_html_can_sort(seconds, took):
    assert hydrated(plain_row_cells("x", result="Passed", seconds=seconds))["duration"] == took


def test_a_stored_visit_gives_the_same_row():
    visit = slow_visit()
    stored = VisitResult(
        info=visit.info,
        outcome=visit.artifacts.timeline.outcome.value,
        scorecard=visit.scorecard,
        verdict=visit.verdict,
    )
    assert row_cells(stored, result="Passed", seconds=1) == row_cells(visit, result="Passed", seconds=1)


def test_hostile_text_stays_text_on_one_line():
    visit = slow_visit()
    changed = visit.info.model_copy(
        update={
            "journey": JOURNEY.model_copy(update={"title": HOSTILE}),
            "persona": MARIA.model_copy(update={"title": HOSTILE}),
        }
    )
    rows = row_cells(visit.model_copy(update={"info": changed}), result="Passed", seconds=1)
    for cell in (*rows, *plain_row_cells(HOSTILE, result=HOSTILE, seconds=1)):
        assert "<script" not in cell
        assert cell.count("</td>") == 1
        assert "\u202e" not in cell
        assert "\n" not in cell
        json.dumps(cell).encode()


def test_personas_of_one_journey_have_their_own_links():
    cells = row_cells(clean_visit(DAVID), result="Passed", seconds=1)
    assert "--david--" in cells[1]


def test_a_flaky_row_keeps_the_word_that_pytest_html_filters_by():
    visit = slow_visit()
    late = visit.model_copy(update={"info": visit.info.model_copy(update={"attempt": 2})})
    cells = row_cells(late, result="Passed", seconds=1)
    assert hydrated(cells)["result"] == "Passed"
    assert cells[0].startswith('<td class="col-result cx-flaky"')
    assert hydrated(cells)["finished"] == "finished at attempt 2: flaky"
    assert "cx-flaky" not in row_cells(visit, result="Passed", seconds=1)[0]

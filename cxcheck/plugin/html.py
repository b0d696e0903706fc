"""The bridge to pytest-html: the scorecard as its static part, visits as its rows."""

from __future__ import annotations

import base64
import os
import re
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.pipeline import check_metas
from cxcheck.plugin.keys import JOURNEY_PROPERTY, PERSONA_PROPERTY, VISIT_PROPERTY, VISITS_PROPERTY
from cxcheck.plugin.outcome import is_of_several
from cxcheck.report import scorecard, table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from cxcheck.plugin.run import Run


class HtmlBridge:
    """Registered when pytest-html writes a report for a run of ours."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._attempts: set[str] = set()  # earlier ones that have their row

    def pytest_html_report_title(self, report: object) -> None:
        """The page's own title."""
        report.title = "Friction scorecard"  # type: ignore[attr-defined]

    def pytest_html_results_summary(self, prefix: list[str]) -> None:
        """The scorecard itself, complete without scripts."""
        if self._run.result is not None:
            page = scorecard.render(self._run.result, meta=check_metas(), picture_src=self._pictures(), href=self._href)
            prefix.append(page)

    def pytest_html_results_table_header(self, cells: list[str]) -> None:
        """Columns of a visit instead of a test's."""
        cells[:] = table.header_cells()

    def pytest_html_results_table_row(self, report: pytest.TestReport | pytest.CollectReport, cells: list[str]) -> None:
        """A visit, an ordinary test among them, several visits together, or a file that could not be collected."""
        result, links = re.sub(r"<[^>]*>", "", cells[0]), cells[-1]
        said = dict(getattr(report, "user_properties", ()))
        if is_of_several(report):
            journey, visits = said[JOURNEY_PROPERTY], said[VISITS_PROPERTY]
            cells[:] = table.together_row_cells(
                journey, self._title(said[PERSONA_PROPERTY]), visits, result=result, links=links
            )
            return
        key = said.get(VISIT_PROPERTY)
        if key and str(report.outcome) == "rerun":
            if key in self._attempts:  # pytest-html tells earlier attempts again with each later one
                cells.clear()
                return
            self._attempts.add(key)
        seconds = getattr(report, "duration", 0.0)
        visit = self._run.visit(str(key)) if key else None
        if visit is None:
            cells[:] = table.plain_row_cells(report.nodeid, result=result, seconds=seconds, links=links)
        else:
            cells[:] = table.row_cells(visit, result=result, seconds=seconds, links=links)

    @property
    def _page_folder(self) -> Path:
        """Where the page will lie."""
        path = os.path.expandvars(self._run.config.option.htmlpath)
        return Path(self._run.config.invocation_params.dir, path).parent

    def _href(self, visit: str, file: str) -> str | None:
        """None also for the page that is to be one file: it goes alone."""
        path = self._run.folder.path / ("visits" if visit else "") / visit / file
        if self._run.config.option.self_contained_html or not path.is_file():
            return None
        return Path(os.path.relpath(path, self._page_folder)).as_posix()

    def _title(self, persona: str) -> str:
        walked = self._run.result.visits if self._run.result else ()
        return next((visit.info.persona.title for visit in walked if visit.info.persona.key == persona), persona)

    def _pictures(self) -> Callable[[str, str], str | None]:
        option, page_folder = self._run.config.option, self._page_folder

        def src(visit: str, file: str) -> str | None:
            path = self._run.folder.path / "visits" / visit / file
            if not path.is_file():
                return None
            if option.self_contained_html:
                return "data:image/jpeg;base64," + base64.b64encode(path.read_bytes()).decode()
            return Path(os.path.relpath(path, page_folder)).as_posix()

        return src


def add_style(config: pytest.Config) -> None:
    """Append the scorecard's style sheet to pytest-html's."""
    with as_file(files("cxcheck.report") / "static" / "scorecard.css") as path:
        config.option.css = [*config.option.css, str(path)]

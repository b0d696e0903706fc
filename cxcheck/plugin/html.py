"""The bridge to pytest-html: the scorecard as its static part, visits as its rows."""

from __future__ import annotations

import os
import re
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_metadata.plugin import metadata_key

from cxcheck.pipeline import check_metas
from cxcheck.plugin.addresses import Addresses
from cxcheck.plugin.keys import JOURNEY_PROPERTY, PERSONA_PROPERTY, VISIT_PROPERTY, VISITS_PROPERTY
from cxcheck.plugin.outcome import is_of_several
from cxcheck.report import scorecard, table
from cxcheck.report.host_page import accessible
from cxcheck.store.folder import write_atomically

if TYPE_CHECKING:
    from collections.abc import Generator

    from cxcheck.model.run import JudgedRun
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
        """The scorecard itself, complete without scripts; of many visits, each has a page of its own."""
        if self._run.result is None:
            return
        apart = len(self._run.result.visits) > scorecard.TOGETHER
        at = Addresses(self._run.folder.path, self._page_folder, alone=self._run.config.option.self_contained_html)
        if apart and not at.alone:
            self._write_visit_pages(self._run.result)
        page = scorecard.render(
            self._run.result,
            meta=check_metas(),
            picture_src=at.picture,
            href=at.file,
            apart=apart,
        )
        prefix.append(page)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self) -> Generator[None]:
        """Mend what a screen reader misses in the page, before and after pytest-html writes it."""
        self._say_in_lines(self._run.config.stash.get(metadata_key, {}))
        yield
        if self._run.result is None:
            return  # nothing was walked: --collect-only
        path = Path(self._page_folder, Path(self._run.config.option.htmlpath).name)
        if path.is_file():
            write_atomically(path, accessible(path.read_text(encoding="utf-8")))

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

    @staticmethod
    def _say_in_lines(environment: dict[str, object]) -> None:
        """Packages in a line: the lists that pytest-html makes of them lie in each other."""
        for key, value in environment.items():
            if isinstance(value, dict):
                environment[key] = ", ".join(f"{name} {version}" for name, version in value.items())

    @property
    def _page_folder(self) -> Path:
        """Where the page will lie."""
        path = os.path.expandvars(self._run.config.option.htmlpath)
        return Path(self._run.config.invocation_params.dir, path).parent

    def _title(self, persona: str) -> str:
        walked = self._run.result.visits if self._run.result else ()
        return next((visit.info.persona.title for visit in walked if visit.info.persona.key == persona), persona)

    def _write_visit_pages(self, result: JudgedRun) -> None:
        meta = check_metas()
        for visit in result.visits:
            folder = self._run.folder.path / "visits" / visit.info.id
            at = Addresses(self._run.folder.path, folder)
            page = scorecard.visit_page(
                result.model_copy(update={"visits": (visit,)}),
                meta=meta,
                picture_src=at.picture,
                href=at.file,
                back_href=self._from(folder, Path(self._run.config.option.htmlpath).name),
                style_href=self._from(folder, "assets/style.css"),
            )
            write_atomically(folder / scorecard.VISIT_PAGE, page)

    def _from(self, folder: Path, name: str) -> str:
        """The address of a file beside the scorecard."""
        return Path(os.path.relpath(self._page_folder / name, folder)).as_posix()


def add_style(config: pytest.Config) -> None:
    """Append the scorecard's style sheet to pytest-html's."""
    with as_file(files("cxcheck.report") / "static" / "scorecard.css") as path:
        config.option.css = [*config.option.css, str(path)]

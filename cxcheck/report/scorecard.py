"""The scorecard: a static HTML fragment that says everything with scripts off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment

from cxcheck.model.finding import CheckMeta
from cxcheck.model.run import JudgedRun
from cxcheck.report import avatar
from cxcheck.report.costs import PARTS
from cxcheck.report.gallery import popups_line
from cxcheck.report.pages import environment
from cxcheck.report.pictures import PictureSource
from cxcheck.report.view import PageView, page_view
from cxcheck.report.words import capital, clipped, closed, kept, number, plural

TOGETHER = 40  # our choice: at some 50,000 bytes a visit, a page of 2 MB; of more visits, each has a page of its own
MOST_TOLD = 12  # our choice: so many meetings with one thing are listed where visits have pages of their own
VISIT_PAGE = "scorecard.html"  # in the visit's folder
Href = Callable[[str, str], str | None]


def _nowhere(_visit: str, _file: str) -> None:
    """There is no such file."""


def render(
    run: JudgedRun,
    *,
    meta: Mapping[str, CheckMeta],
    picture_src: PictureSource,
    href: Href = _nowhere,
    apart: bool = False,
) -> str:
    """The fragment for the top of the page.

    Args:
        run: The judged visits.
        meta: What each check is, by id; a check that is missing here is shown by its id.
        picture_src: Gives a picture's address from visit id and file, or None when the picture is missing.
        href: Gives the address of a file in a visit's folder from its id and name, in the run's from ""; None: there
            is none.
        apart: Each visit has a ``visit_page`` of its own, in ``VISIT_PAGE`` in its folder, and is not told here.
    """
    return _rendered("scorecard.jinja", page_view(run, meta, picture_src), run, href=href, apart=apart)


def visit_page(
    run: JudgedRun,
    *,
    meta: Mapping[str, CheckMeta],
    picture_src: PictureSource,
    href: Href = _nowhere,
    back_href: str,
    style_href: str,
) -> str:
    """A whole page for the one visit of this run; ``back_href`` leads to the scorecard that has it among others."""
    page = page_view(run, meta, picture_src)
    return _rendered("visit_page.jinja", page, run, href=href, apart=False, back=back_href, style=style_href)


def _rendered(template: str, page: PageView, run: JudgedRun, **more: object) -> str:
    return _environment().get_template(template).render(page=page, portraits=avatar.gallery(run.visits), **more)


def stylesheet() -> str:
    """The style sheet for the fragment and for pytest-html's page around it."""
    return (files("cxcheck.report") / "static" / "scorecard.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    templates = environment("cxcheck.report")
    templates.filters |= {"number": number, "closed": closed, "clipped": clipped, "capital": capital, "kept": kept}
    templates.globals |= {"plural": plural, "PARTS": PARTS, "popups_line": popups_line, "portrait": avatar.shown}
    templates.globals |= {"MOST_TOLD": MOST_TOLD, "VISIT_PAGE": VISIT_PAGE}
    return templates

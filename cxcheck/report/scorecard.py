"""The scorecard: a static HTML fragment that says everything with scripts off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cxcheck.model.finding import CheckMeta
from cxcheck.model.run import JudgedRun
from cxcheck.report import avatar
from cxcheck.report.costs import PARTS
from cxcheck.report.foreign import visible
from cxcheck.report.gallery import popups_line
from cxcheck.report.pictures import PictureSource
from cxcheck.report.view import page_view
from cxcheck.report.words import capital, clipped, closed, kept, number, plural


def render(
    run: JudgedRun,
    *,
    meta: Mapping[str, CheckMeta],
    picture_src: PictureSource,
    href: Callable[[str, str], str | None] = lambda _, __: None,
) -> str:
    """The fragment for the top of the page.

    Args:
        run: The judged visits.
        meta: What each check is, by id; a check that is missing here is shown by its id.
        picture_src: Gives a picture's address from visit id and file, or None when the picture is missing.
        href: Gives the address of a file in a visit's folder from its id and name, in the run's from ""; None: there
            is none.
    """
    page = page_view(run, meta, picture_src)
    return (
        _environment()
        .get_template("scorecard.jinja")
        .render(page=page, href=href, portraits=avatar.gallery(run.visits))
    )


def stylesheet() -> str:
    """The style sheet for the fragment and for pytest-html's page around it."""
    return (files("cxcheck.report") / "static" / "scorecard.css").read_text(encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cxcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters |= {"number": number, "closed": closed, "clipped": clipped, "capital": capital, "kept": kept}
    environment.globals |= {"plural": plural, "PARTS": PARTS, "popups_line": popups_line, "portrait": avatar.shown}
    return environment


def _harmless(value: Any) -> Any:
    """What every expression passes through on its way into the page, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

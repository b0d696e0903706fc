"""The vitals of a visit, screen by screen, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.page import Screens
from cxcheck.model.vitals import VITALS, LongFrames, ScreenVitals, VitalName
from cxcheck.report.words import clipped, listed, plural, tally
from cxcheck.score.vitals import LIMITS, Rating, rating

_NAMES: dict[VitalName, tuple[str, str]] = {
    "lcp_ms": ("LCP", "largest paint"),
    "cls": ("CLS", "moved by itself"),
    "inp_ms": ("INP", "worst interaction"),
    "fcp_ms": ("FCP", "first paint"),
    "ttfb_ms": ("TTFB", "first byte"),
    "long_frames": ("Long frames", "over 50 ms"),
}
_SECOND_MS = 1_000
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Head:
    """A column: what it is called, and what it means."""

    name: str
    means: str


@dataclass(frozen=True)
class Cell:
    """``rating`` None: the number has no limits. ``about``: measured on what. Empty ``value``: not measured."""

    head: Head
    value: str
    rating: Rating | None
    about: str = ""


@dataclass(frozen=True)
class Row:
    """One screen."""

    number: int
    title: str
    how: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class VitalsView:
    """``missing``: what was not measured, on which screens, and why."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    tally: str
    limits: str
    missing: tuple[tuple[str, str], ...]


def vitals_view(artifacts: Artifacts) -> VitalsView | None:
    """None when there is nothing to show; why is told among what could not be measured."""
    vitals, screens = artifacts.vitals, artifacts.screens
    if isinstance(vitals, NotRecorded) or isinstance(screens, NotRecorded) or not vitals.items:
        return None
    heads = tuple(Head(*_NAMES[name]) for name in VITALS)
    rows = tuple(_row(one, screens, heads) for one in vitals.items)
    given = [cell.rating for row in rows for cell in row.cells if cell.rating]
    return VitalsView(
        heads=heads,
        rows=rows,
        tally=tally((given.count(kind), kind.value) for kind in Rating),
        limits="; ".join(_limits(name) for name in LIMITS),
        missing=_missing(vitals.items),
    )


def _row(one: ScreenVitals, screens: Screens, heads: Sequence[Head]) -> Row:
    screen = screens.items[one.screen - 1]
    return Row(
        one.screen,
        clipped(screen.title or screen.url, _LONGEST_TITLE),
        "page" if screen.how == "document" else "route",
        tuple(_cell(name, one, head) for name, head in zip(VITALS, heads, strict=True)),
    )


def _cell(name: VitalName, one: ScreenVitals, head: Head) -> Cell:
    value = getattr(one, name)
    if value is None:
        return Cell(head, "", None)
    if isinstance(value, LongFrames):
        return Cell(head, *_frames(value))
    about = {
        "lcp_ms": one.largest.selector if one.largest else "",
        "inp_ms": one.slowest.selector if one.slowest else "",
    }
    return Cell(head, _amount(name, value), rating(name, value), about.get(name, ""))


def _frames(frames: LongFrames) -> tuple[str, None, str]:
    if not frames.count:
        return "none", None, ""
    count = f"{frames.count} or more" if frames.at_least else f"{frames.count}"
    blocked = f"input blocked for {_ms(frames.blocking_ms)}" if frames.blocking_ms else ""
    return f"{count}, worst {_ms(frames.worst_ms)}", None, blocked


def _limits(name: VitalName) -> str:
    good, poor = LIMITS[name]
    return f"{_NAMES[name][0]} good up to {_amount(name, good)}, poor above {_amount(name, poor)}"


def _amount(name: VitalName, value: float) -> str:
    return _short(value, 3) if name == "cls" else _ms(value)


def _ms(ms: float) -> str:
    return f"{ms:.0f} ms" if ms < _SECOND_MS else f"{_short(ms / _SECOND_MS, 2)} s"


def _short(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def _missing(items: Sequence[ScreenVitals]) -> tuple[tuple[str, str], ...]:
    """Vitals with the same reason on the same screens are told together."""
    where: dict[tuple[VitalName, str], list[int]] = {}
    for one in items:
        for name, reason in one.reasons.items():
            where.setdefault((name, reason), []).append(one.screen)
    together: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for name in VITALS:
        for (missing, reason), screens in where.items():
            if missing == name:
                together.setdefault((reason, tuple(screens)), []).append(_NAMES[name][0])
    told = [(f"{listed(names)} of {_on(screens)}", reason) for (reason, screens), names in together.items()]
    unshown = [one.screen for one in items if one.left_unshown and one.inp_ms is not None]
    if unshown:
        told.append((f"The last interaction on {_on(unshown)}", "it led away before anything of it had been shown"))
    return tuple(told)


def _on(screens: Sequence[int]) -> str:
    return f"{plural(len(screens), 'screen').partition(' ')[2]} {listed([str(number) for number in screens])}"

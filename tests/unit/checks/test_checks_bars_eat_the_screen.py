"""bars-eat-the-screen: fires above 30 % of the window, once for each set of bars."""

import pytest
from popup_tables import judged, unrecorded

from cxcheck.checks import bars_eat_the_screen
from cxcheck.model.bars import Bars, BarsSeen
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.testing import Story


def seen(*bars: Bars):
    return judged(bars_eat_the_screen, bars=BarsSeen(items=bars))


def bars(t_ms: float, cover_ratio: float, *names: str) -> Bars:
    return Bars(t_ms=t_ms, step=1, page=1, screen=1, cover_ratio=cover_ratio, names=names)


@pytest.mark.parametrize(("cover_ratio", "count"), [(0.15, 0), (0.30, 0), (0.31, 1)])
def test_how_much_is_too_much(cover_ratio, count):
    assert len(seen(bars(1000, cover_ratio, "Menu")).findings) == count


def test_the_same_bars_on_the_next_page_are_told_once_at_their_worst():
    result = seen(bars(1000, 0.35, "Menu", "Sale"), bars(2000, 0.42, "Menu", "Sale"), bars(3000, 0.33, "Buy"))
    assert [(f.t_ms, f.value, f.limit, f.unit) for f in result.findings] == [
        (2000, 0.42, 0.30, "ratio"), (3000, 0.33, 0.30, "ratio"),
    ]  # fmt: skip
    assert result.findings[0].severity is Severity.MODERATE
    assert result.findings[0].sentence == "Bars that stay (“Menu”, “Sale”) took 42 % of the window."


def test_without_a_page_it_does_not_apply():
    story = Story().step("Look", 0)
    assert judged(bars_eat_the_screen, story=story).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("table", ["bars", "screens"])
def test_not_recorded_is_not_measured(table):
    assert unrecorded(bars_eat_the_screen, table).outcome is CheckOutcome.NOT_MEASURED

"""The log-normal curve against Lighthouse's and the published values."""

from itertools import pairwise

import pytest

from cxcheck.score.curve import log_normal

LCP = (2500, 4000)  # Lighthouse's points for largest contentful paint on a phone
CLICK = (1000, 3000)
MAIL = (10_000, 60_000)


@pytest.mark.parametrize(
    ("value", "points", "score"),
    [
        (2500, LCP, 0.90),
        (3000, LCP, 0.78),
        (4000, LCP, 0.50),
        (6000, LCP, 0.13),
        (2000, CLICK, 0.68),
        (5000, CLICK, 0.28),
        (10_000, CLICK, 0.08),
        (30_000, MAIL, 0.69),
        (300_000, MAIL, 0.125),
        (11.3, (8, 12), 0.58),
        (16, (8, 12), 0.18),
    ],
)
def test_published_values(value, points, score):
    assert log_normal(value, *points) == pytest.approx(score, abs=0.005)


@pytest.mark.parametrize("points", [LCP, CLICK, MAIL])
def test_the_two_points_themselves(points):
    p10, median = points
    assert log_normal(p10, *points) == pytest.approx(0.9, abs=1e-6)
    assert log_normal(median, *points) == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize("value", [0, -5])
def test_nothing_at_all_is_perfect(value):
    assert log_normal(value, *LCP) == 1.0


def test_it_never_rises_and_stays_between_nought_and_one():
    scores = [log_normal(value, *CLICK) for value in range(1, 200_000, 250)]
    assert all(later <= earlier for earlier, later in pairwise(scores))
    assert scores[0] > 0.999
    assert 0 <= scores[-1] < 0.001


def test_the_unit_does_not_matter():
    assert log_normal(2000, 1000, 3000) == pytest.approx(log_normal(2, 1, 3))


@pytest.mark.parametrize(("value", "below", "above"), [(2499, 1.0, 0.9), (2501, 0.9, 0.5), (4001, 0.5, 0.0)])
def test_beside_the_points_it_keeps_to_its_side(value, below, above):
    assert above <= log_normal(value, *LCP) <= below
    assert log_normal(value, *LCP) != below

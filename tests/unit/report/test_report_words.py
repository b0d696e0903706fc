import pytest
from sample_run import finding, scorecard

from cxcheck.report.foreign import on_one_line, visible
from cxcheck.report.words import at_least, clipped, closed, duration, listed, measured, parts_of, plural, spread


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (None, "not measured"),
        (0, "0 s"),
        (12, "12 ms"),
        (840, "0.8 s"),
        (9_949, "9.9 s"),
        (9_950, "10 s"),
        (26_240, "26 s"),
        (59_600, "1 min"),
        (84_000, "1 min 24 s"),
        (3_720_000, "1 h 2 min"),
    ],
)
def test_durations(ms, said):
    assert duration(ms) == said


def test_the_three_parts_add_up_to_the_rounded_whole():
    card = scorecard(((31_400, 24_400, 6_400),))
    assert duration(card.total_ms) == "1 min 2 s"
    assert parts_of(card) == ("31 s", "25 s", "6 s")


def test_a_part_that_was_not_measured_is_never_nought():
    card = scorecard(((20_000, 300, 0),), interruption_ms=None)
    assert parts_of(card) == ("20 s", "under 1 s", "not measured")


def test_predicted_time_is_a_lower_bound():
    assert at_least("24 s") == "at least 24 s"
    assert at_least("not measured") == "not measured"
    assert at_least("under 1 s") == "under 1 s"


def test_small_words():
    assert plural(1, "click") == "1 click"
    assert plural(0, "click") == "0 clicks"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert closed("so it is") == "so it is."
    assert closed("Is it?") == "Is it?"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("5.9 s", "6.3 s", "5.9\u20136.3 s"),
        ("15 s", "15 s", "15 s"),
        ("1 min", "2 min", "1\u20132 min"),
        ("59 s", "1 min 4 s", "59 s \u2013 1 min 4 s"),
        ("1 min 2 s", "1 min 4 s", "1 min 2\u20134 s"),
        ("1 min", "1 min 4 s", "1 min \u2013 1 min 4 s"),
        ("1 min 4 s", "2 min 4 s", "1 min 4 s \u2013 2 min 4 s"),
        ("1 h 2 min 3 s", "1 h 2 min 5 s", "1 h 2 min 3\u20135 s"),
        ("62 %", "100 %", "62\u2013100 %"),
        ("2", "3", "2\u20133"),
    ],
)
def test_ranges(low, high, said):
    assert spread(low, high) == said


def test_long_text_is_clipped():
    assert clipped("a word or two", 8) == "a word…"
    assert clipped("a word", 6) == "a word"


def test_numbers_in_their_units():
    assert measured(finding(unit="ms"), 26_240) == "26 s"
    assert measured(finding(unit="count", value=3, limit=2), 3) == "3"
    assert measured(finding(unit="ratio", value=0.62, limit=0.3), 0.62) == "62 %"
    assert measured(finding(unit="ratio", value=2.4, limit=2), 2.4) == "2.40"


def test_control_characters_become_signs():
    assert visible("a\u202eb") == "a[U+202E]b"
    assert visible("\x1b[31m\x00") == "␛[31m␀"
    assert visible("a\u200fb\u2028c") == "ab\nc"
    assert visible("\ud800") == "[U+D800]"
    assert visible("José 東京 مرحبا") == "José 東京 مرحبا"
    assert on_one_line(" a\n\tb ") == "a b"

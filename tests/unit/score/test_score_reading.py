"""Silent reading, worked out by hand from words or characters a minute."""

import pytest

from cxcheck.model.reading import Text
from cxcheck.score.reading import reading_ms


def test_english_is_read_at_238_words_a_minute():
    assert reading_ms(Text(words=238, characters=1), "en") == pytest.approx(60_000, rel=1e-4)
    assert reading_ms("Check your mail please", "en-GB") == pytest.approx(4 / 238 * 60_000, rel=1e-4)


@pytest.mark.parametrize(
    ("language", "aloud"),
    [("es-MX", 218), ("fr", 195), ("de_AT", 179), ("PL", 166)],
)
def test_another_language_is_as_much_faster_silently_as_english_is(language, aloud):
    assert reading_ms(Text(words=aloud, characters=1), language) == pytest.approx(60_000 * 228 / 238, rel=1e-4)


@pytest.mark.parametrize(("language", "aloud"), [("ja", 357), ("zh-CN", 255), ("xx", 863), ("", 863)])
def test_where_words_cannot_be_counted_or_the_language_is_not_known_it_goes_by_characters(language, aloud):
    assert reading_ms(Text(words=1, characters=aloud), language) == pytest.approx(60_000 * 228 / 238, rel=1e-4)


def test_nothing_takes_no_time():
    assert reading_ms("", "en") == reading_ms("  \n", "ja") == 0


def test_text_is_counted_by_words_and_by_characters_without_spaces():
    assert Text.of(" Set a  new\npassword ") == Text(words=4, characters=15)
    assert Text.of("パスワードを設定") == Text(words=1, characters=8)

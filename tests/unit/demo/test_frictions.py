"""The catalogue of frictions and the reading of lists of them."""

import pytest

from cxcheck.demo.frictions import FRICTIONS, UnknownFrictionError, parse_frictions


@pytest.mark.parametrize("text", ["slow-mail,dead-button", "dead-button+slow-mail"])
def test_reads_ids_joined_by_comma_or_plus(text: str) -> None:
    assert parse_frictions(text) == {"slow-mail", "dead-button"}


@pytest.mark.parametrize("text", ["", " ", "clean"])
def test_nothing_and_clean_mean_none(text: str) -> None:
    assert parse_frictions(text) == frozenset()


def test_every_id_of_the_catalogue_can_be_read() -> None:
    assert parse_frictions(",".join(FRICTIONS)) == set(FRICTIONS)


def test_names_the_nearest_id_and_all_valid_ones() -> None:
    with pytest.raises(UnknownFrictionError, match="did you mean slow-mail") as caught:
        parse_frictions("dead-button,slow-mial")
    assert all(name in str(caught.value) for name in FRICTIONS)


def test_guesses_nothing_when_nothing_is_near() -> None:
    with pytest.raises(ValueError, match="unknown friction 'xyzzy'; valid"):
        parse_frictions("xyzzy")


@pytest.mark.parametrize("text", ["slow-mail,", "clean+slow-mail"])
def test_refuses_gaps_and_clean_among_others(text: str) -> None:
    with pytest.raises(UnknownFrictionError):
        parse_frictions(text)

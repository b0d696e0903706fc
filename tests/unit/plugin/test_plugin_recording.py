"""The numbers of visits: a repeat's own, whatever came before it."""

from cxcheck.plugin.recording import MOST_VISITS, free_folder


def numbered(folder, repeat: int, of: int) -> int:
    return free_folder(folder, "buy--ann--chromium", range(repeat, MOST_VISITS, of))[1]


def test_without_repeats_an_attempt_takes_the_next_number(tmp_path):
    assert [numbered(tmp_path, 1, 1) for _ in range(3)] == [1, 2, 3]


def test_a_repeat_keeps_its_number_and_its_attempts_take_none_of_the_others(tmp_path):
    assert numbered(tmp_path, 2, 3) == 2
    assert numbered(tmp_path, 2, 3) == 5
    assert numbered(tmp_path, 1, 3) == 1
    assert numbered(tmp_path, 3, 3) == 3
    assert (tmp_path / "visits" / "buy--ann--chromium--05").is_dir()

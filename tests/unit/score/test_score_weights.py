"""The constants say what they are and where they come from."""

from cxcheck import lexicon
from cxcheck.score.weights import Constant, weights


def test_each_constant_has_a_meaning_and_a_source():
    groups = (weights().effort, weights().reading, weights().interruption)
    constants = {name: one for group in groups for name, one in group if isinstance(one, Constant)}
    assert len(constants) > 15
    assert [name for name, one in constants.items() if not one.means or not one.source or one.value <= 0] == []


def test_the_reading_speed_of_each_language_of_the_lexicon_is_known():
    speeds = weights().reading
    assert set(lexicon.languages()) <= {*speeds.words, *speeds.signs}

"""A shop that nobody here wrote: both customers get through, without a hint, and the same way each time."""

import pytest

pytestmark = pytest.mark.browser

# The golden path plus the sign-in afterwards.
TOM = {"documents": 8, "presses": 6, "fields": 5}
MARIA = TOM | {"presses": 7}  # one more: the menu behind the three lines
HOW = {"one after the other": [], "in two workers": ["-n", 2], "in two workers again": ["-n", 2]}


@pytest.mark.parametrize("options", HOW.values(), ids=list(HOW))
def test_both_get_through_the_same_way(walk, oscar_shop, options):
    walked = walk(oscar_shop, *options, "--cx-persona", "maria", "--cx-persona", "tom")
    assert walked.ran.status == 0, walked.ran.text
    visits = {persona: visit for (_, persona), visit in walked.visits.items()}
    assert {visit.outcome for visit in visits.values()} == {"finished"}
    for persona, expected in {"tom": TOM, "maria": MARIA}.items():
        counts = visits[persona].scorecard.counts
        assert {name: getattr(counts, name) for name in expected} == expected, persona
        assert counts.hints == 0
        assert counts.mails == 1

"""A shop that nobody here wrote: everybody gets through, without a hint, and every press and field is accounted for."""

from collections import Counter
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from runs import BY_CARD, SEED, WALKS, WHO_WALKS_WHAT

pytestmark = pytest.mark.browser


class Way(NamedTuple):
    """Documents loaded, clicks (or taps, or keys that press), fields filled in (or chosen from)."""

    loads: int
    clicks: int
    fields: int

    def __add__(self, more: "Way") -> "Way":
        return Way(*(sum(pair) for pair in zip(self, more, strict=True)))


# By hand, knowing the shop: the least that must be done.
GOLDEN = {"signup": Way(3, 2, 3), "forgotten_password": Way(6, 4, 3), "checkout": Way(8, 7, 11)}

SIGN_IN_AFTERWARDS = Way(2, 2, 2)  # the journey goes on until the new password has let the customer in
LOOK_AT_IT_FIRST = Way(1, 1, 0)  # the customer opens the product's page; the golden path buys from the list
OPEN_THE_MENU = Way(0, 1, 0)  # on a phone, what signs in lies behind the three lines
STANDS_RIGHT = Way(0, 0, -1)  # a list whose right entry is chosen already

DELIVERED_TO = ["DE", "FR", "IE", "ES"]  # and GB, which the list of countries begins with
PRESSED_WITH = {"maria": "taps", "claire": "keys"}  # the others click


def expected(journey: str, person: dict) -> Way:
    way = GOLDEN[journey]
    if journey == "forgotten_password":
        way += SIGN_IN_AFTERWARDS
    if journey == "checkout":
        way += LOOK_AT_IT_FIRST
        # Who lives where the shop does not deliver has it sent to where it does: to the country that stands there.
        way += Way(0, 0, 0) if person["country"] in DELIVERED_TO else STANDS_RIGHT
        # The card's month begins with the one we are in.
        way += STANDS_RIGHT if person["card_month"] == datetime.now(UTC).month else Way(0, 0, 0)
    elif person["persona"] == "maria":
        way += OPEN_THE_MENU
    return way


@pytest.fixture(scope="module")
def everybody(walk, oscar_shop):
    return walk(oscar_shop, "-n", 2, "--cx-seed", SEED, "-k", WHO_WALKS_WHAT, *BY_CARD)


def test_all_finish(everybody):
    assert everybody.status == 0, everybody.text
    assert {key: sorted(who for journey, who in everybody.visits if journey == key) for key in WALKS} == {
        key: sorted(personas) for key, personas in WALKS.items()
    }
    assert {visit.outcome for visit in everybody.visits.values()} == {"finished"}
    assert {visit.scorecard.counts.hints for visit in everybody.visits.values()} == {0}


@pytest.mark.parametrize(("journey", "persona"), [(key, who) for key, personas in WALKS.items() for who in personas])
def test_every_difference_to_the_golden_path_is_explained(everybody, journey, persona):
    visit = everybody.visits[journey, persona]
    counts = visit.scorecard.counts
    walked = Way(counts.documents, counts.presses, counts.fields + counts.choices)
    assert walked == expected(journey, everybody.person(visit))
    assert (counts.ticks, counts.backs, counts.popups) == (0, 0, 0)
    assert counts.mails == (0 if journey == "signup" else 1)


def test_each_presses_with_what_they_have(everybody):
    for (_, persona), visit in everybody.visits.items():
        counts = visit.scorecard.counts
        pointed = {"clicks": counts.clicks, "taps": counts.taps}
        how = PRESSED_WITH.get(persona, "clicks")
        assert pointed == dict.fromkeys(pointed, 0) | ({how: counts.presses} if how in pointed else {})
        assert (counts.tabs > 0) == (how == "keys")


# Each seen on the pages: of all its fields one tells browsers what belongs into it, and no password can be looked at.
FRICTIONS = {
    "signup": {"nobody-to-ask": 1, "autofill-hindered": 1, "password-unseen": 1},
    # A password is chosen, and typed again to sign in.
    "forgotten_password": {"nobody-to-ask": 1, "autofill-hindered": 1, "password-unseen": 2},
    # The address and the card are asked for in 18 fields, with the guest's e-mail address before.
    "checkout": {"nobody-to-ask": 1, "autofill-hindered": 3, "too-many-fields": 1, "surprise-cost": 1},
}
# How soon the pages of a shop come that shares its processor with six customers. It is measured all the same.
AS_BUSY_AS_THE_MACHINE = {"server-slow", "first-sight-slow", "page-slow"}


def test_the_frictions_there_are(everybody):
    """Buying at once from the message by the product, one reads what delivery costs at the till's second step.

    No page of the shop names anybody to ask, not even where the customer signs in or pays. The shelf, where Maria
    begins, shows nothing on her slow line before its one large style sheet has come.
    """
    for (journey, persona), visit in everybody.visits.items():
        found = Counter(finding.check for finding in visit.scorecard.findings)
        assert persona != "maria" or found["first-sight-slow"]
        steady = {check: times for check, times in found.items() if check not in AS_BUSY_AS_THE_MACHINE}
        assert steady == FRICTIONS[journey]
        said = {finding.check: finding.sentence for finding in visit.scorecard.findings}
        rise = said.get("surprise-cost", "£64.00 £67.80")
        assert "£64.00" in rise
        assert "£67.80" in rise
        assert "18 things" in said.get("too-many-fields", "18 things")

import pytest
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DAVID,
    DEAD,
    MARIA,
    POPUP,
    clean_visit,
    finding,
    found,
    many_visits,
    slow_mail,
    slow_visit,
    stuck_visit,
    walked,
)

from cxcheck.model.gesture import Target
from cxcheck.report.fixes import top_fixes
from cxcheck.report.names import names, who
from cxcheck.report.offences import offences
from cxcheck.report.places import places


def three(*findings):
    """One finding each for three customers on the same journey."""
    return [
        walked(found(clean_visit(), one), persona)
        for one, persona in zip(findings, (CLAIRE, DAVID, MARIA), strict=True)
    ]


def pressed(selector, sentence, step=4):
    return finding("dead-click", step=step, sentence=sentence, target=Target(selector=selector))


def test_the_same_offence_of_three_customers_is_one_with_three_names():
    visits = three(slow_mail(24), slow_mail(26), slow_mail(25))
    (one,) = offences(visits)
    assert who(one.visits, names(visits)) == "Claire, David and Maria"
    assert one.worst.visit.info.persona is DAVID
    assert one.costs_ms == [14_000, 16_000, 15_000]


def test_one_popup_on_several_journeys_is_one_offence():
    visits = [walked(found(clean_visit(), POPUP), DAVID, journey) for journey in (CHECKOUT, clean_visit().info.journey)]
    (one,) = offences(visits)
    assert places(one) == (("Checkout and Forgotten password", "step\u00a01"),)


def test_a_button_named_in_another_language_is_the_same_button():
    words = ("Pressing “Save” did nothing.", "Pressing “Guardar” did nothing.", "Pressing “Speichern” did nothing.")
    (one,) = offences(three(*(pressed("#save", said) for said in words)))
    assert len(one.visits) == 3


@pytest.mark.parametrize(
    "other",
    [
        finding("page-jumps", step=4, sentence="Pressing “Save” did nothing."),
        pressed("#save", "Pressing “Save” did nothing.", step=4).model_copy(
            update={"target": None, "sentence": "Other"}
        ),
        pressed("#next", "Pressing “Save” did nothing.", step=5),
    ],
    ids=["another check", "another sentence", "another button in another step"],
)
def test_what_is_not_the_same_stays_apart(other):
    first = pressed("#save", "Pressing “Save” did nothing.")
    assert len(offences(three(first, first, other))) == 2


def test_places_name_the_step_where_there_is_one():
    (one,) = offences(three(DEAD, DEAD, DEAD))
    assert places(one) == (("Forgotten password", "step\u00a04: Choose a new password"),)
    (begun,) = offences(three(*[slow_mail(20, step=0)] * 3))
    assert places(begun) == (("Forgotten password", "before the first step"),)


def test_what_stopped_a_customer_comes_first_then_seconds_in_all():
    top = top_fixes(many_visits())
    assert [one.offence.check for one in top] == ["journey-unfinished", "mail-slow", "popup-in-the-way"]
    stopped, mail, popup = top
    assert (stopped.gain_each, stopped.gain_in_all) == ("4 points", "")
    assert (mail.gain_each, mail.gain_in_all) == ("14\u201316 s and up to 9 points", "45 s")
    assert (mail.visits, mail.of) == (3, 6)
    assert mail.remedy == "Send account mails from their own queue, ahead of newsletters."
    assert popup.gain == "up to 6.1 s and 7 points"


def test_a_check_outside_a_visits_first_three_fixes_counts_too():
    visit = slow_visit()
    assert {one.check for one in offences([visit])} == {"mail-slow", "popup-in-the-way", "dead-click"}
    without = visit.scorecard.model_copy(update={"fixes": visit.scorecard.fixes[:1]})
    again = offences([visit.model_copy(update={"scorecard": without})])
    assert [(one.check, one.points) for one in again] == [
        ("mail-slow", 9.2),
        ("popup-in-the-way", 0),
        ("dead-click", 0),
    ]


def test_points_of_a_check_are_no_single_offences():
    one, other = slow_mail(20), slow_mail(30, step=4, sentence="Another e-mail came late.")
    visit = found(clean_visit(), one)
    (result,) = visit.scorecard.results
    results = (result.model_copy(update={"findings": (one, other)}),)
    both = visit.model_copy(update={"scorecard": visit.scorecard.model_copy(update={"results": results})})
    assert [offence.points for offence in offences([both])] == [0, 0]


def test_customers_of_one_name_are_told_in_full():
    twin = MARIA.model_copy(update={"key": "twin", "title": "Maria, at her desk"})
    visits = [walked(clean_visit(), persona) for persona in (MARIA, twin, DAVID)]
    assert list(names(visits).values()) == ["Maria, one hand on the…", "Maria, at her desk", "David"]


def test_many_customers_are_counted():
    crowd = [
        walked(clean_visit(), DAVID.model_copy(update={"key": f"p{number}", "title": f"P{number}"}))
        for number in range(7)
    ]
    assert who(crowd, names(crowd)) == "P0, P1, P2, P3 and 3 others"


def test_a_stuck_customer_blocks():
    (one,) = offences([stuck_visit(CLAIRE, CHECKOUT)])
    assert one.blocks
    assert one.points == 4

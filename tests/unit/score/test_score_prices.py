"""What findings cost in time that only the keystroke model knows."""

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import Attribute, CheckOutcome, CheckResult, Finding, Severity
from cxcheck.model.persona import Hands, Persona
from cxcheck.score.effort import visit_effort
from cxcheck.score.interruption import interruption_ms
from cxcheck.score.prices import priced
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom", hands=Hands(typing_wpm=60))
VISIT = Story().step("Fill", 0).popup("a", 100, cover_ratio=0.6).type("Street", 1000, 10).press("Send", 4000)
ARTIFACTS = VISIT.end(9000).artifacts()


def cost(artifacts=ARTIFACTS, **more) -> float:
    finding = Finding(
        check="made-up", attribute=Attribute.EASE, severity=Severity.MINOR, step=1, t_ms=0, sentence="Oh.", value=2,
        unit="count", limit=1, **more,
    )  # fmt: skip
    result = CheckResult(check="made-up", attribute=Attribute.EASE, outcome=CheckOutcome.FAIL, findings=(finding,))
    return priced([result], artifacts, TOM)[0].findings[0].cost_ms


def test_a_needless_field_costs_what_typing_it_took():
    # Thinking, the hand to the mouse's target and to the keys, ten keys at 60 words of five letters a minute.
    assert cost(needless=(1000.0,)) == pytest.approx(1350 + 1300 + 400 + 10 * 200)


def test_gestures_add_up_and_none_counts_twice():
    press = cost(needless=(4000.0,))
    assert cost(needless=(1000.0, 4000.0, 4000.0)) == pytest.approx(cost(needless=(1000.0,)) + press)


def test_a_popup_costs_what_handling_it_took():
    popup = ARTIFACTS.popups.items[0]
    assert interruption_ms(popup, TOM.hands, visit_effort(ARTIFACTS, TOM.hands), "en") > 1000
    assert cost(popup=1) == pytest.approx(interruption_ms(popup, TOM.hands, visit_effort(ARTIFACTS, TOM.hands), "en"))


def test_what_the_check_measured_itself_stays():
    assert cost(cost_ms=500) == 500
    assert cost(cost_ms=500, needless=(4000.0,)) == pytest.approx(500 + cost(needless=(4000.0,)))


def test_an_unknown_gesture_or_popup_costs_nothing():
    assert cost(needless=(77.0,), popup=9) == 0


def test_without_gestures_and_popups_nothing_is_priced():
    nothing = NotRecorded(reason="no probe")
    blind = ARTIFACTS.model_copy(update={"gestures": nothing, "popups": nothing})
    assert cost(blind, needless=(1000.0,), popup=1, cost_ms=500) == 500


def test_a_result_without_findings_is_left_alone():
    passed = CheckResult(check="made-up", attribute=Attribute.EASE, outcome=CheckOutcome.PASS)
    assert priced([passed], ARTIFACTS, TOM) == [passed]


def claims(*findings: dict) -> list[float]:
    """What each finding, of a check of its own, is said to give back, in the order of the results."""
    results = [
        CheckResult(
            check=(name := f"check-{number}"), attribute=Attribute.EASE, outcome=CheckOutcome.FAIL,
            findings=(
                Finding(
                    check=name, attribute=Attribute.EASE, step=1, t_ms=0, sentence="Oh.", value=2, unit="count",
                    limit=1, **({"severity": Severity.MINOR} | more),
                ),
            ),
        )
        for number, more in enumerate(findings)
    ]  # fmt: skip
    return [result.findings[0].cost_ms for result in priced(results, ARTIFACTS, TOM)]


def test_one_popups_time_is_claimed_once_by_the_worst_finding():
    whole = cost(popup=1)
    assert whole > 0
    worse = {"popup": 1, "severity": Severity.CRITICAL}
    assert claims({"popup": 1}, worse) == [0, whole]
    assert claims(worse, {"popup": 1}, worse) == [whole, 0, 0], "of equals the first"
    assert claims({"popup": 1}, worse | {"spares_popup": False}) == [whole, 0], "who spares nothing claims nothing"


def test_one_gestures_time_is_claimed_once():
    worse = {"needless": (1000.0,), "severity": Severity.SERIOUS}
    both = {"needless": (1000.0, 4000.0)}
    assert claims(both, worse) == pytest.approx([cost(needless=(4000.0,)), cost(needless=(1000.0,))])


def test_what_all_give_back_is_no_more_than_there_was():
    named = [{"popup": 1, "needless": (1000.0, 4000.0), "severity": one} for one in Severity]
    assert sum(claims(*named)) == pytest.approx(cost(popup=1, needless=(1000.0, 4000.0)))

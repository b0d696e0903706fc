"""Budgets in settings and beside the journey: which limits hold."""

from cxcheck.model.budget import Budget, Limit
from cxcheck.model.budgets import Budgets


def held(budgets: Budgets, own: Budget, journey="checkout") -> dict[str, str]:
    """Each limit that is looked at, with its bound."""
    return {limit.id: limit.bound for limit in budgets.of(journey, own).all_limits if limit.level != "off"}


def test_nothing_set_leaves_the_journey_its_own():
    own = Budget(minutes=3, limits=(Limit(measure="clicks", at_most=9),))
    assert Budgets().of("checkout", own) is own
    assert Budgets(journeys={"signup": Budget(minutes=1)}).of("checkout", own) is own


def test_limits_on_different_things_add_up():
    budgets = Budgets(score=60, journeys={"checkout": Budget(popups=0), "signup": Budget(minutes=1)})
    assert held(budgets, Budget(minutes=3)) == {"score": "at least 60", "minutes": "3 min", "popups": "0"}


def test_its_own_goes_before_what_is_set_for_all():
    assert held(Budgets(minutes=1), Budget(minutes=3)) == {"minutes": "3 min"}


def test_what_is_set_for_it_goes_before_its_own():
    budgets = Budgets(minutes=1, journeys={"checkout": Budget(minutes=5)})
    assert held(budgets, Budget(minutes=3)) == {"minutes": "5 min"}


def test_the_same_measure_of_a_step_is_something_else():
    named = Budget(limits=(Limit(measure="waiting_seconds", at_most=2, step="Pay"),))
    found = held(Budgets(journeys={"checkout": named}), Budget(waiting_seconds=9))
    assert found == {"waiting_seconds": "9 s", "waiting_seconds@Pay": "2 s"}


def test_a_floor_and_a_ceiling_on_one_measure_stay_both():
    own = Budget(limits=(Limit(measure="clicks", at_most=9), Limit(measure="clicks", at_least=2)))
    assert len(Budgets(popups=1).of("checkout", own).all_limits) == 3


def test_off_takes_a_limit_away():
    off = Budget(limits=(Limit(measure="minutes", at_most=3, level="off"),))
    assert held(Budgets(journeys={"checkout": off}), Budget(minutes=3, popups=1)) == {"popups": "1"}


def test_the_nearest_rule_for_repeats_holds():
    def rules(budgets, own):
        return {limit.id: limit.aggregate for limit in budgets.of("checkout", own).all_limits}

    best = Limit(measure="clicks", at_most=9, aggregate="best")
    assert rules(Budgets(), Budget(minutes=3)) == {"minutes": None}
    assert rules(Budgets(aggregate="worst"), Budget(minutes=3, limits=(best,))) == {
        "minutes": "worst",
        "clicks": "best",
    }
    assert rules(Budgets(aggregate="worst"), Budget(minutes=3, aggregate="mean")) == {"minutes": "mean"}
    named = Budgets(aggregate="worst", journeys={"checkout": Budget(aggregate="median")})
    assert rules(named, Budget(minutes=3, aggregate="mean")) == {"minutes": "median"}

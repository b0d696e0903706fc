"""checkout-long, sign-up-long, way-back-long: what takes long is told, and neither its short twin nor half of it."""

import pytest

from cxcheck.checks import checkout_long, sign_up_long, way_back_long
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.finding import CheckOutcome, CheckResult
from cxcheck.model.persona import Hands, Persona
from cxcheck.score.costs import own_effort, spent
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story, check, **changes) -> CheckResult:
    artifacts = story.artifacts().model_copy(update=changes)
    (result,) = run_checks([check], artifacts, TOM, spent(artifacts, TOM))
    return result


def till(pages: int, *, order: bool = True, again: int = 0, outcome: Outcome = Outcome.FINISHED) -> Story:
    """The basket, and so many pages; ``again``: the last one came so many times more."""
    story = Story().step("Buy", 0).document(100, painted_ms=200, url="https://shop.example/basket")
    story.found("checkout", 900)
    t_ms = 1000
    for number in [*range(pages), *[pages - 1] * again]:
        story.document(t_ms, painted_ms=t_ms + 100, url=f"https://shop.example/till?step={number}#top")
        t_ms += 1000
    if order:
        story.found("place order", t_ms)
        story.document(t_ms + 500, painted_ms=t_ms + 600, url="https://shop.example/thanks")
    return story.end(t_ms + 5000, outcome)


@pytest.mark.parametrize("pages", [1, 5, 8])
def test_a_short_till_passes(pages):
    result = judged(till(pages), checkout_long)
    assert (result.outcome, result.value) == (CheckOutcome.PASS, pages)


def test_a_long_one_is_told():
    (finding,) = judged(till(9), checkout_long).findings
    assert (finding.value, finding.limit, finding.unit, finding.step) == (9, 8, "count", 1)
    assert finding.sentence == "From the till's first page to the order it took 9 pages."


def test_a_page_that_comes_again_is_no_other_page():
    assert judged(till(8, again=5), checkout_long).value == 8


def test_routes_are_pages_where_scripts_make_them():
    story = Story().step("Buy", 0).document(100, painted_ms=200).found("checkout", 900)
    for number in range(9):
        story.add("screen/route", 1000 + number, url=f"https://shop.example/#/till/{number}", title="Till")
    assert judged(story.found("place order", 3000).end(9000), checkout_long).value == 9


def test_whoever_did_not_reach_the_order_cannot_tell_unless_it_was_long_already():
    result = judged(till(5, order=False), checkout_long)
    assert (result.outcome, result.reason) == (
        CheckOutcome.NOT_MEASURED,
        "the customer did not get as far as the order's button",
    )
    (finding,) = judged(till(9, order=False, outcome=Outcome.NOT_FINISHED), checkout_long).findings
    assert finding.sentence == "From the till's first page to where it ended it took 9 pages."


def test_without_a_till_there_is_nothing_to_count():
    story = Story().step("Look", 0).document(100, painted_ms=200).found("place order", 500).end(9000)
    assert judged(story, checkout_long).outcome is CheckOutcome.NOT_APPLICABLE


def errand(begin: str, sign: str, *, characters: int = 10, before: int = 10, found: bool = True) -> Story:
    """Something typed before, the errand with so much to type, and something typed after it."""
    story = Story().step("Go", 0).document(100, painted_ms=200).type("Search", 500, before)
    if found:
        story.found(begin, 5000)
    story.fill("email", 6000, characters=characters)
    return story.saw(sign, 60_000).type("More", 70_000, 2000).end(200_000)


CASES = [(sign_up_long, "sign up", "signed up", 90), (way_back_long, "forgot password", "signed in", 180)]


@pytest.mark.parametrize(("check", "begin", "sign", "limit"), CASES)
def test_a_short_errand_passes_whatever_came_before_and_after(check, begin, sign, limit):
    result = judged(errand(begin, sign, before=3000), check)
    assert result.outcome is CheckOutcome.PASS
    assert 0 < result.value < limit * 1000 / 4


@pytest.mark.parametrize(("check", "begin", "sign", "limit"), CASES)
def test_a_long_one_is_told_by_what_the_customer_had_to_do(check, begin, sign, limit):
    (finding,) = judged(errand(begin, sign, characters=8 * limit), check).findings
    artifacts = errand(begin, sign, characters=8 * limit).artifacts()
    all_of_it = sum(own_effort(artifacts, TOM).values())
    assert limit * 1000 < finding.value < all_of_it
    assert (finding.limit, finding.t_ms) == (limit * 1000, 5000)
    assert finding.cost_ms == pytest.approx(finding.value - finding.limit)
    assert f"took the customer {finding.value / 1000:.0f} seconds" in finding.sentence


@pytest.mark.parametrize(("check", "begin", "sign", "limit"), CASES)
def test_waiting_for_the_site_is_told_by_others(check, begin, sign, limit):
    slow = errand(begin, sign)
    slow.events[-3:-3] = Story().press("Send", 10_000).change(10_000 + limit * 1000).events[1:]
    assert judged(slow, check).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(("check", "begin", "sign", "limit"), CASES)
def test_a_slow_typist_is_not_the_sites_doing(check, begin, sign, limit):
    artifacts = errand(begin, sign, characters=2 * limit).artifacts()
    took = {}
    for wpm in (8, 40, 80):
        persona = Persona(key="ada", title="Ada", hands=Hands(typing_wpm=wpm))
        (result,) = run_checks([check], artifacts, persona, spent(artifacts, persona))
        took[wpm] = result.value
    assert took[8] == took[40] > took[80]


@pytest.mark.parametrize(("check", "begin", "sign", "limit"), CASES)
def test_an_errand_that_did_not_end_is_none(check, begin, sign, limit):
    story = Story().step("Go", 0).found(begin, 500).fill("email", 1000, characters=8 * limit).end(9000)
    assert judged(story, check).outcome is CheckOutcome.NOT_APPLICABLE


def test_whoever_opened_the_form_itself_began_there():
    story = errand("sign up", "signed up", characters=800, found=False)
    (finding,) = judged(story, sign_up_long).findings
    assert finding.t_ms == 6000, "when the first field was filled in"


def test_whoever_was_at_the_form_for_a_new_password_began_as_they_asked_for_the_mail():
    story = Story().step("Go", 0).press("Send", 900).change(1000).mail(1500, 2500)
    story.fill("new password", 3000, characters=1600).saw("signed in", 60_000)
    (finding,) = judged(story.end(90_000), way_back_long).findings
    assert finding.value > 180_000


@pytest.mark.parametrize("check", [sign_up_long, way_back_long])
@pytest.mark.parametrize("table", ["gestures", "readings"])
def test_not_recorded_is_not_measured(check, table):
    story = errand("sign up", "signed up")
    result = judged(story, check, **{table: NotRecorded(reason="no probe")})
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

"""double-order-risk: fires where the order's button stayed while the order was on its way, and only there."""

import pytest

from cxcheck.checks import double_order_risk
from cxcheck.checks.run import run_checks
from cxcheck.model.event import Clock
from cxcheck.model.finding import Attribute, CheckOutcome, CheckResult, Confidence
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
ORDER = {"method": "POST", "url": "https://shop.example/order", "resource": "fetch", "is_document": False}


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([double_order_risk], story.artifacts(), TOM)
    return result


def request(story: Story, start_ms: float, end_ms: float, **changed) -> Story:
    shared = {"status": 200, "start_ms": start_ms, "failure": "", "background": False}
    return story.add("request/ended", end_ms, **(shared | ORDER | changed))


def ordered(
    took_ms: float = 2000, *, again: bool = True, wanted: bool = True, start_ms: float = 1078, click_ms: float = 1080,
    **changed,
) -> Story:  # fmt: skip
    """The customer orders at 1000; ``again``: half a second later the button is still there."""
    story = Story().step("Pay", 0).document(100, painted_ms=200)
    if wanted:
        story.found("place order", 900)
    story.press("Place order", 1000)
    if again:
        about = {"selector": "#order", "role": "button", "name": "Place order", "clickable": True}
        story.add("press/repeatable", click_ms, target=about)
    return request(story, start_ms, 1080 + took_ms, **changed).end(20_000)


def test_a_button_that_stays_while_the_order_is_on_its_way():
    (finding,) = judged(ordered()).findings
    assert (finding.value, finding.limit, finding.unit) == (2000, 500, "ms")
    assert (finding.step, finding.t_ms, finding.confidence) == (1, 1080, Confidence.HEURISTIC)
    assert finding.attribute is Attribute.CERTAINTY
    assert finding.target.name == "Place order"
    assert finding.sentence == "For 2.0 seconds after it was pressed, “Place order” could be pressed again."


@pytest.mark.parametrize(
    "twin",
    [
        ordered(again=False),  # it was disabled, or went
        ordered(took_ms=400),  # nobody presses twice so soon
        ordered(method="GET"),
        ordered(url="https://count.example/collect"),  # somebody else's
        ordered(resource="ping"),
        ordered(start_ms=1800),  # not what the press sent
        ordered(start_ms=900),
        ordered(click_ms=5000),  # another press
    ],
)
def test_its_twins_pass(twin):
    assert judged(twin).outcome is CheckOutcome.PASS


def test_who_orders_by_keyboard_can_press_again_as_well():
    story = Story().step("Pay", 0).document(100, painted_ms=200).found("place order", 900)
    about = {"selector": "#order", "role": "button", "name": "Place order", "clickable": True}
    story.add("gesture/key", 1000, key="Enter", trusted=True, target=about)
    story.add("press/repeatable", 1002, target=about)
    assert judged(request(story, 1003, 3000).end(20_000)).outcome is CheckOutcome.FAIL


def test_a_button_that_orders_nothing_is_no_risk():
    assert judged(ordered(wanted=False)).outcome is CheckOutcome.NOT_APPLICABLE


def test_who_stops_before_paying_has_ordered_nothing():
    story = Story().step("Pay", 0).press("Pay", 500).change(600).found("place order", 900).end(9000)
    assert judged(story).outcome is CheckOutcome.NOT_APPLICABLE


def test_recordings_from_before_are_not_measured():
    story = ordered()
    probes = [name for name in story.events[0].data["probes"] if name != "again"]
    began = story.events[0].model_copy(update={"data": story.events[0].data | {"probes": probes}})
    story.events[0] = began
    assert began.clock is Clock.RECORDER
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED

"""A customer dwells as long as their effort is predicted to take, or a share of that."""

import pytest
from seen import button, control, field

from cxcheck.customer.pace import Dwell
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Hands
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

MOUSE, KEYS, FINGER = (Hands(input=name, typing_wpm=60) for name in ("mouse", "keyboard", "touch"))
TIMES = weights().effort


class FakePage:
    """Counts what is spent."""

    def __init__(self) -> None:
        self.spent_ms: list[float] = []

    def wait_for_timeout(self, ms: float) -> None:
        self.spent_ms.append(ms)


@pytest.fixture
def page():
    return FakePage()


@pytest.mark.parametrize(
    ("hands", "expected_ms"),
    [
        # The hand is at the mouse, and nobody knows where the pointer was.
        (MOUSE, TIMES.mental.value + TIMES.point_mouse.value),
        (FINGER, TIMES.mental.value + TIMES.point_touch.value),
        (KEYS, TIMES.mental.value),
    ],
    ids=["mouse", "finger", "keyboard"],
)
@pytest.mark.parametrize("pace", [*Pace])
def test_before_a_press(page, hands, expected_ms, pace):
    passed = Dwell(hands, pace).before(page, control("Basket"), "en")
    assert passed is (pace is not Pace.ROBOT)
    assert sum(page.spent_ms) == pytest.approx(pace.ratio * expected_ms)


def test_no_second_thought_for_the_same_button_and_the_pointer_is_there(page):
    dwell = Dwell(MOUSE, Pace.HUMAN)
    for _ in range(2):
        dwell.before(page, button("Send"), "en")
    assert len(page.spent_ms) == 1


def test_a_fields_label_is_read(page):
    name = field("Your name as it stands on the card")
    Dwell(KEYS, Pace.HUMAN).before(page, name, "en")
    assert sum(page.spent_ms) == pytest.approx(TIMES.mental.value + reading_ms(name.label, "en"))


@pytest.mark.parametrize(("pace", "key_ms"), [(Pace.HUMAN, 200), (Pace.BRISK, 50), (Pace.ROBOT, 0)])
def test_keys_come_at_the_persons_speed(pace, key_ms):
    dwell = Dwell(MOUSE, pace)
    assert dwell.key_ms() == pytest.approx(key_ms)
    assert dwell.key_ms(secret=True) == pytest.approx(pace.ratio * TIMES.key_secret.value)


def test_of_a_popup_only_a_part_is_read(page):
    text = "Ten percent off your first order if you leave us your address"
    dwell = Dwell(MOUSE, Pace.HUMAN)
    dwell.read(page, text, "en")
    dwell.read_popup(page, text, "en")
    whole, part = page.spent_ms
    assert part == pytest.approx(weights().interruption.read_ratio.value * whole)

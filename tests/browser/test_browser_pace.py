"""At a human pace the customer dwells, types key by key and meets what comes late; none of it is waiting or effort."""

from itertools import pairwise
from statistics import median

import pytest
from told import out

from cxcheck.errors import StoppedOnPurpose
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Hands
from cxcheck.score.costs import own_effort, waiting

pytestmark = pytest.mark.browser

# What happened, by the page's own clock.
NOTES = """<script>
  const keys = [], moves = [];
  addEventListener('keydown', (event) => keys.push(event.timeStamp), true);
  addEventListener('mousemove', (event) => moves.push(event.timeStamp), true);
</script>"""
PLAIN = f"""{NOTES}<h1>Welcome to our shop</h1><form><label>E-mail <input type="email"></label></form>
  <p><a href="#in" onclick="out.textContent = 'in'">Sign in</a></p>"""
LATE = f"""{PLAIN}<dialog id="d"><h2>Newsletter</h2><p>10 % off</p>
  <button onclick="d.close()">No thanks</button></dialog>
  <script>setTimeout(() => d.showModal(), 2500)</script>"""
FAST = Hands(typing_wpm=120)  # a key each 100 ms


def press_of(artifacts):
    return next(gesture for gesture in artifacts.gestures.items if gesture.target.name == "Sign in")


def test_what_a_pace_changes_and_what_it_does_not(at, desktop):
    persona = desktop.model_copy(update={"hands": FAST})
    keys_ms, moves, pressed_ms, waited_ms, efforts_ms = [], [], [], [], []
    for pace in Pace:
        visit, customer = at(PLAIN, persona=persona, pace=pace)
        with customer.step("Sign in"):
            customer.follow("sign in")
            customer.fill_in("email", "abcdefgh@x.example")
        assert out(customer) == "in"
        saw = customer.page.evaluate("({ keys, moves: moves.length })")
        artifacts = visit.artifacts()
        keys_ms.append(median(after - before for before, after in pairwise(saw["keys"])))
        moves.append(saw["moves"])
        pressed_ms.append(press_of(artifacts).t_ms)
        waited_ms.append(sum(waiting(artifacts).values()))
        efforts_ms.append(sum(own_effort(artifacts, persona).values()))
    human, brisk, robot = range(3)
    assert 95 <= keys_ms[human] <= 160
    assert 24 <= keys_ms[brisk] <= 85
    assert moves[human] >= 2 * 8 > max(moves[brisk], moves[robot])  # two ways, of eight steps each
    # Reading, thinking and pointing take more than two seconds; none of it is waited, and the effort is the same.
    assert pressed_ms[human] - pressed_ms[robot] > 2_000
    assert pressed_ms[human] > pressed_ms[brisk]
    assert max(waited_ms) - min(waited_ms) < 1_000
    assert efforts_ms == pytest.approx([efforts_ms[human]] * 3, rel=0.001)


@pytest.mark.parametrize(("pace", "met"), [(Pace.HUMAN, 1), (Pace.ROBOT, 0)])
def test_what_comes_late_is_met_by_whoever_dwells(at, pace, met):
    visit, customer = at(LATE, pace=pace)
    with customer.step("Sign in"):
        customer.follow("sign in")
    assert out(customer) == "in"
    artifacts = visit.artifacts()
    before = [popup for popup in artifacts.popups.items if popup.t_ms < press_of(artifacts).t_ms]
    assert len(before) == met
    assert all(popup.gone_ms is not None for popup in before)


def test_a_button_that_has_changed_meanwhile_is_looked_at_again(at):
    """What read "Continue" orders by the time it is pressed."""
    body = """<h1>Your order, one more look at all of it</h1><p>Total £12.00</p>
        <button id="go" onclick="out.textContent = 'ordered'">Continue</button>
        <script>setTimeout(() => { go.textContent = 'Place order' }, 1000)</script>"""
    _, customer = at(body, pace=Pace.HUMAN, site={"hints": {"sign in": "#go"}})
    with pytest.raises(StoppedOnPurpose, match="Place order"):
        customer.follow("sign in")
    assert out(customer) == "."

"""What could not be measured is told with its reason, and only that."""

import re
from importlib.resources import files

import pytest

from cxcheck.checks.run import all_checks, run_checks
from cxcheck.model.artifact import Outcome
from cxcheck.model.event import Clock
from cxcheck.model.finding import Attribute, CheckOutcome, CheckResult
from cxcheck.model.persona import Persona
from cxcheck.score.costs import spent
from cxcheck.score.unmeasured import unmeasured
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def told(story: Story) -> dict[str, tuple[str, ...]]:
    """Reason -> what."""
    artifacts = story.artifacts()
    results = run_checks(all_checks(), artifacts, TOM, spent(artifacts, TOM))
    return {one.reason: one.what for one in unmeasured(artifacts, results)}


def walked() -> Story:
    """On a screen that was there before the recording began, so that it has no vitals."""
    story = Story().settled(800).step("Ask", 0).found("send", 900)
    return story.press("Send", 1_000).change(1_200)


def test_nothing_is_told_where_all_was_measured():
    assert told(walked().end(5_000)) == {}


def test_a_probe_the_browser_does_not_support_leaves_its_table_and_checks_unmeasured():
    story = walked().add("probe/unsupported", 1, probe="shifts", reason="no layout-shift entries").end(5_000)
    assert told(story) == {"no layout-shift entries (shifts)": ("jumps of the page", "the check page-jumped")}


def test_a_probe_without_a_table_of_its_own():
    story = walked().add("probe/unsupported", 1, probe="backs", reason="no Navigation API").end(5_000)
    assert told(story) == {"no Navigation API": ("going back",)}


@pytest.mark.parametrize(
    ("outcome", "message", "reason"),
    [
        (Outcome.NOT_MEASURED, "the site is down\n  to do: start it", "the site is down"),
        (Outcome.CUT_OFF, "killed", "killed"),
    ],
)
def test_a_visit_that_ended_too_early(outcome, message, reason):
    assert told(walked().end(5_000, outcome, message))[reason][0] == "everything after the beginning of step 1"


def test_a_visit_that_never_began():
    assert "the whole visit" in told(Story().end(100, Outcome.NOT_MEASURED, "nothing answers"))["nothing answers"]


def test_a_customer_who_could_not_finish_was_measured():
    assert told(walked().end(5_000, Outcome.NOT_FINISHED, "stuck")) == {}


def test_presses_of_a_script():
    press = {"pointer": "mouse", "trusted": False, "target": {"selector": "#a", "role": "button", "name": "A"}}
    story = walked().add("gesture/pressed", 2_000, **press).add("gesture/pressed", 3_000, **press).end(5_000)
    [(reason, what)] = told(story).items()
    assert what == ("2 presses in step 1",)
    assert "script" in reason


def test_frames_of_another_host_are_named_and_the_sites_own_are_not():
    pay = {"url": "https://pay.example/card", "resource": "document", "is_document": False}
    own = {"url": "https://shop.example/map", "resource": "document", "is_document": False}
    shared = {
        "method": "GET", "status": 200, "start_ms": 900, "failure": "", "background": False,
    }  # fmt: skip
    story = walked().document(2_000, painted_ms=2_300)
    for frame in (pay, own):
        story.add("request/ended", 950, **(shared | frame))
    found = [what for whats in told(story.end(5_000)).values() for what in whats if "frames of" in what]
    whole = "vitals, jumps, freezes, ways on, languages, fit and contacts"
    assert found == ["pop-ups inside frames of pay.example", f"{whole} inside frames of pay.example, shop.example"]


def test_a_frame_that_did_not_load_has_nothing_in_it():
    story = walked().add(
        "request/ended", 950, clock=Clock.ARRIVAL, method="GET", url="https://pay.example/card", resource="document",
        status=0, start_ms=None, failure="net::ERR_ABORTED", background=False, is_document=False,
    )  # fmt: skip
    assert told(story.end(5_000)) == {}


def test_every_probe_that_may_not_be_supported_has_a_name_in_words():
    folder = files("cxcheck.record") / "probes"
    scripts = [path.read_text() for path in folder.iterdir() if path.name.endswith(".js")]
    probes = {name for script in scripts for name in re.findall(r"\bcx\.(?:unsupported|entries)\('(\w+)'", script)}
    assert len(probes) > 5
    for probe in probes:
        [what] = told(walked().add("probe/unsupported", 1, probe=probe, reason="why").end(5_000)).values()
        assert what[0] != probe


def test_an_answer_that_nobody_knows_the_time_of():
    story = walked().press("Help", 2_000).add("dialog/opened", 2_900, clock=Clock.ARRIVAL, type="alert", message="?")
    [what] = told(story.end(9_000)).values()
    assert what == ("the wait after pressing “Help” in step 1",)


def test_a_vital_of_a_screen_is_told_with_the_screen_and_one_that_there_is_none_of_is_not():
    story = walked().document(2_000, painted_ms=2_300).document(3_000, painted_ms=3_300).end(9_000)
    measured = story.artifacts().vitals.items
    missing = {(name, row.screen) for row in measured for name, why in row.reasons.items() if name == "ttfb_ms"}
    assert missing == {("ttfb_ms", 1), ("ttfb_ms", 2)}  # no request was recorded
    assert any("inp_ms" in row.reasons for row in measured)
    whats = [what for whats in told(story).values() for what in whats]
    assert "first byte of screens 1, 2" in whats
    assert not any("interaction" in what for what in whats)  # nothing was pressed there


def test_a_check_that_broke_says_so():
    broken = CheckResult(
        check="mail-slow", attribute=Attribute.RESOLUTION, outcome=CheckOutcome.ERROR, reason="KeyError: 'x'"
    )
    passed = broken.model_copy(update={"outcome": CheckOutcome.PASS, "reason": ""})
    artifacts = walked().end(5_000).artifacts()
    assert unmeasured(artifacts, [passed]) == ()
    [one] = unmeasured(artifacts, [broken])
    assert (one.what, one.reason) == (("the check mail-slow",), "the check broke: KeyError: 'x'")

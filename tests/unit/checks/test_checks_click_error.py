"""click-error: fires on errors that a press caused, is silent on everybody else's."""

import pytest

from cxcheck.checks import click_error
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
ERROR = "Uncaught TypeError: basket is null."


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([click_error], story.artifacts(), TOM)
    return result


def pressed(name: str = "Add to basket") -> Story:
    return Story().step("Look", 0).document(10, painted_ms=300).step("Buy", 900).press(name, 1000)


def errors(story: Story) -> int:
    return len(judged(story.end(9000)).findings)


def test_a_script_error_after_half_the_window_is_found():
    result = judged(pressed().script_error(2000, ERROR).end(9000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (1, "count", 0)
    assert (finding.step, finding.t_ms, finding.target.name, finding.needless) == (2, 1000, "Add to basket", ())
    wanted = "Pressing “Add to basket” ran into an error: “Uncaught TypeError: basket is null”."
    assert finding.sentence == wanted


def test_its_twins_after_twice_the_window_and_before_the_press_are_not():
    assert errors(pressed().script_error(5000, ERROR)) == 0
    assert errors(pressed().script_error(950, ERROR)) == 0
    assert judged(pressed().change(1100).end(9000)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(("t_ms", "found"), [(3000, 1), (3001, 0)])
def test_the_window_itself(t_ms, found):
    assert errors(pressed().script_error(t_ms, ERROR)) == found


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ({"status": 500}, "the server answered 500"),
        ({"status": 503, "resource": "xhr"}, "the server answered 503"),
        ({"status": 502, "resource": "document"}, "the server answered 502"),
        ({"status": 500, "resource": "script"}, "the server answered 500"),
        ({"failure": "net::ERR_CONNECTION_REFUSED"}, "the server could not be reached"),
        ({"status": 500, "url": "https://api.shop.example/add"}, "the server answered 500"),
        ({"status": 422}, ""),  # a form refused, not an error
        ({"status": 404}, ""),
        ({"status": 500, "resource": "image"}, ""),
        ({"failure": "net::ERR_ABORTED"}, ""),
        ({"failure": "net::ERR_BLOCKED_BY_CLIENT"}, ""),
        ({"failure": "net::ERR_NAME_NOT_RESOLVED", "url": "https://stats.example.net/hit"}, ""),
        ({"status": 500, "url": "https://stats.example.net/hit", "resource": "script"}, ""),
    ],
)
def test_which_requests_count(about, found):
    findings = judged(pressed().request(1050, 1600, **about).end(9000)).findings
    assert [f.sentence for f in findings] == (
        [f"Pressing “Add to basket” ran into an error: {found}."] if found else []
    )


def test_a_slow_server_error_counts_by_when_it_was_asked_for():
    assert errors(pressed().request(1050, 8000, status=500)) == 1
    assert errors(pressed().request(900, 1600, status=500)) == 0


def test_one_finding_a_press_however_many_errors():
    story = pressed().script_error(1100, ERROR).request(1050, 1600, status=500).press("Home", 5000)
    (finding,) = judged(story.script_error(1200, ERROR).end(9000)).findings
    assert finding.value == 3


def test_an_error_belongs_to_the_last_press_and_pressing_again_was_needless():
    story = pressed().script_error(1100, ERROR).press("Add to basket", 2000).change(2100).script_error(2400, ERROR)
    first, second = judged(story.end(9000)).findings
    assert (first.t_ms, first.needless) == (1000, (1000,))
    assert (second.t_ms, second.needless) == (2000, ())


def test_errors_of_the_document_that_came_are_not_the_presss():
    story = pressed().document(1200, painted_ms=1500).script_error(1600, ERROR)
    assert errors(story.request(1400, 1700, status=500)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Failed to fetch", "AbortError: signal is aborted without reason", "The user aborted a request.",
        "ResizeObserver loop completed with undelivered notifications.",
    ],
)  # fmt: skip
def test_what_is_no_error_of_its_own(text):
    assert errors(pressed().script_error(1200, text)) == 0


def test_in_another_tab_it_is_not_the_presss():
    assert errors(pressed().add("error/script", 1100, page=2, text=ERROR)) == 0


def test_a_script_made_click_is_nobodys():
    story = Story().step("Look", 0).add("gesture/pressed", 1000, pointer="mouse", trusted=False, target={})
    assert judged(story.script_error(1100, ERROR).end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_enter_is_a_press():
    story = Story().step("Look", 0)
    story.add("gesture/key", 1000, key="Enter", target={"selector": "#go", "role": "button", "name": "Go"})
    assert errors(story.script_error(1100, ERROR)) == 1


def test_the_sites_text_stays_text_and_short():
    (finding,) = judged(pressed("<i>{x}").script_error(1100, "<script>" + "x" * 300).end(9000)).findings
    assert finding.sentence == f"Pressing “<i>{{x}}” ran into an error: “<script>{'x' * 112}”."


@pytest.mark.parametrize("table", ["gestures", "errors"])
def test_not_recorded_is_not_measured(table):
    blind = pressed().script_error(1100, ERROR).end(9000).artifacts()
    (result,) = run_checks([click_error], blind.model_copy(update={table: NotRecorded(reason="no probe")}), TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

"""JUnit's file in the hands of others: two readers from elsewhere see each test once, how it ended, and what it cost.

It keeps to the schema of Jenkins' xUnit plugin (junit-10.xsd) but for one thing: a case's properties, which pytest
writes there too, and readers want.
"""

import re
import xml.etree.ElementTree as ET

import pytest
from junit2htmlreport.parser import Junit
from junitparser import Error, Failure, Properties, Skipped
from junitparser.xunit2 import FlakyFailure, JUnitXml
from stored_runs import Story, finished, stuck, unmeasured, visit_info, write_run

from cxcheck.model.budget import Budget
from cxcheck.model.journey import Journey
from cxcheck.model.run import OtherTest
from cxcheck.store import others

DEAR = Journey(key="buy", title="Buy <b>&\x1b bread", goal="Bread", budget=Budget(minutes=0.001, popups=9))
ENDS = {
    "ask[tom-chromium]": ("passed", FlakyFailure),
    "ask[ann-chromium]": ("failed", Failure),
    "buy[ann-chromium]": ("failed", Failure),
    "look[ann-chromium]": ("failed", Error),
    "look[tom-chromium]": ("passed", None),
    "test_later": ("skipped", Skipped),
    "test_sum": ("failed", Failure),
}
# Element -> the children and attributes it may have; of each case's parts those in _LAST come last.
MAY = {
    "testsuites": ({"testsuite"}, {"name"}),
    "testsuite": ({"testcase"}, {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"}),
    "testcase": (
        {"properties", "failure", "error", "skipped", "flakyFailure", "flakyError", "rerunFailure", "rerunError",
         "system-out", "system-err"},
        {"name", "classname", "time"},
    ),
    "properties": ({"property"}, set()),
    "property": (set(), {"name", "value"}),
    "flakyFailure": ({"stackTrace"}, {"message", "type"}),
    "stackTrace": (set(), set()),
    **dict.fromkeys(("failure", "error", "skipped"), (set(), {"message", "type"})),
    **dict.fromkeys(("system-out", "system-err"), (set(), set())),
}  # fmt: skip


def pressed_in_vain() -> Story:
    """Two findings of one check."""
    return Story().step("Look", 0).press("One", 1000).press("Two", 9000).end(20_000)


@pytest.fixture(scope="module")
def file(new_project):
    """The file of a run in which everything happens."""
    project = new_project("junit")
    run = project.folder / "reports" / "one"
    write_run(
        run,
        (visit_info(attempt=1), stuck()),
        (visit_info(number=2, attempt=2), finished()),
        (visit_info(persona="ann"), stuck()),
        (visit_info("buy", "ann", journey=DEAR), finished()),
        (visit_info("look", "ann"), unmeasured()),
        (visit_info("look"), pressed_in_vain()),
    )
    others.note(run, OtherTest(node="tests/test_sum.py::test_sum", outcome="failed", text="2 == 3", exit_status=1))
    others.note(run, OtherTest(node="tests/test_sum.py::test_later", outcome="skipped", text="not yet"))
    ran = project.cxcheck("report", run)
    assert ran.status == 11, ran.text
    return run / "junit.xml"


def test_junitparser_reads_it(file):
    [suite] = JUnitXml.fromfile(str(file))
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (7, 3, 1, 1)
    found = {}
    for case in suite:
        ended = [*case.result, *case.interim_result]
        found[case.name] = type(ended[0]) if ended else None
        assert len(ended) < 2
    assert found == {name: kind for name, (_, kind) in ENDS.items()}
    [flaky] = [one for case in suite for one in case.interim_result]
    assert flaky.message == "Attempt 1: could not finish; stopped in step 1: there is no “Send” here"
    assert flaky.stack_trace == flaky.message


def test_junit2html_reads_and_shows_it(file):
    report = Junit(str(file))
    [suite] = report.suites
    assert {case.name: str(case.outcome()) for case in suite.all()} == {name: end for name, (end, _) in ENDS.items()}
    page = report.html()
    for said in ("cxcheck_step[1]", "cxcheck_finding[popup-in-the-way]", "cxcheck_budget[minutes]", "cxcheck_flaky"):
        assert said in page, said
    assert "Buy &lt;b&gt;&amp;" in page


def test_steps_findings_and_budgets_are_properties_for_both(file):
    [suite] = JUnitXml.fromfile(str(file))
    one = {case.name: [(prop.name, prop.value) for prop in case.child(Properties) or ()] for case in suite}
    [suite] = Junit(str(file)).suites
    assert one == {case.name: [(prop.name, prop.value) for prop in case.properties] for case in suite.all()}
    for name, said in one.items():
        assert len(dict(said)) == len(said), f"{name}: a reader may keep one of a name"
    one = {name: dict(said) for name, said in one.items()}
    said = one["buy[ann-chromium]"]
    assert said["cxcheck_step[2]"].startswith("Read: waiting ")
    assert re.match(
        r"step 1: A newsletter pop-up .* covered 62 % of the window", said["cxcheck_finding[popup-in-the-way]"]
    )
    assert said["cxcheck_budget[minutes]"].startswith("fail: customer time: ")
    assert said["cxcheck_budget[popups]"] == "pass: pop-ups: 1; the budget is 9"
    assert said["cxcheck_verdict"] == "fail"
    assert {"cxcheck_finding[dead-click]", "cxcheck_finding[dead-click 2]"} < set(one["look[tom-chromium]"])
    assert one["ask[tom-chromium]"]["cxcheck_flaky"] == "true"
    assert one["look[ann-chromium]"]["cxcheck_score"] == "not measured"


def test_it_keeps_to_the_schema(file):
    for element in ET.parse(file).getroot().iter():
        children, attributes = MAY[element.tag]
        assert {child.tag for child in element} <= children, element.tag
        assert set(element.attrib) <= attributes, element.tag
    for case in ET.parse(file).getroot().iter("testcase"):
        tags = [child.tag for child in case]
        assert tags.count("properties") <= 1
        assert tags == sorted(tags, key=lambda tag: tag.startswith("system-"))

"""Tests that are tried again (pytest-rerunfailures): every attempt is kept, the last counts, a late pass is flaky."""

import json
import xml.etree.ElementTree as ET

import pytest
from stored_runs import finished, stuck, unmeasured, visit_info, write_run

FLAKY = """
from cxcheck import Customer, journey

tries = []

@journey("Look around", goal="See what there is")
def look_around(customer: Customer):
    tries.append(1)
    with customer.step("Open the home page"):
        customer.open("/" if len(tries) > 1 else "/empty")
        customer.follow("sign in")
"""
PAGES = {
    "/": "<html lang=en><title>Shop</title><h1>Shop</h1><a href=/in>Sign in</a>",
    "/in": "<html lang=en><title>Sign in</title><h1>Sign in</h1>",
    "/empty": "<html lang=en><title>Shop</title><h1>Shop</h1>",
}


def cases(run):
    return list(ET.parse(run / "junit.xml").getroot().iter("testcase"))


def said_of(case):
    return {one.get("name"): one.get("value") for one in case.iter("property")}


def result(run):
    return json.loads((run / "run.json").read_text(encoding="utf-8"))


@pytest.mark.browser
def test_a_pass_after_a_failure(project, serve):
    site = serve(PAGES)
    project.write({"journeys/look.py": FLAKY, "personas/ann.toml": 'title = "Ann"\n'})
    ran = project.pytest("journeys", "--cx-site", site, "--reruns", "2")
    assert ran.status == 0, ran.text
    assert "1 rerun, 1 flaky in " in ran.out
    assert "passed" not in ran.out.splitlines()[-1]
    [visit] = result(ran.run)["visits"]
    assert (visit["flaky"], visit["outcome"], visit["info"]["attempt"]) == (True, "finished", 2)
    [before] = visit["earlier"]
    assert (before["outcome"], before["info"]["attempt"], before["info"]["repeat"]) == ("not-finished", 1, 1)
    assert visit["info"]["node"] == before["info"]["node"] == "journeys/look.py::look_around[ann-chromium]"
    assert {path.name for path in (ran.run / "visits").iterdir()} == {before["info"]["id"], visit["info"]["id"]}
    assert result(ran.run)["repeats"] == [], "an attempt is no repeat"
    [case] = cases(ran.run)
    assert [child.tag for child in case if child.tag not in {"properties", "system-out"}] == ["flakyFailure"]
    assert said_of(case)["cxcheck_flaky"] == "true"
    assert said_of(case)["cxcheck_visit"] == visit["info"]["id"]
    assert "| flaky |" in (ran.run / "summary.md").read_text(encoding="utf-8")
    page = (ran.run / "scorecard.html").read_text(encoding="utf-8")
    assert "Flaky: finished at attempt 2" in page
    assert f'id="visit-{before["info"]["id"]}"' in page

    first = (ran.run / "run.json").read_bytes()
    again = project.cxcheck("report")
    assert again.status == 0, again.text
    assert (ran.run / "run.json").read_bytes() == first
    assert "1 rerun, 1 flaky in " in again.out


@pytest.fixture
def report(project):
    """Judge again attempts that ended so, one after the other; the run's folder comes with what was said."""

    def report(*stories, arguments=()):
        path = project.folder / "reports" / "one"
        infos = [visit_info(number=number, attempt=number) for number in range(1, len(stories) + 1)]
        write_run(path, *zip(infos, stories, strict=True))
        ran = project.cxcheck("report", "reports/one", "-p", "no:rerunfailures", *arguments)
        return ran, path

    return report


def test_only_the_last_attempt_counts_for_status_and_score(report):
    ran, run = report(unmeasured(), stuck(), finished(), arguments=["--cx-budget", "off"])
    assert ran.status == 0, ran.text
    assert "2 rerun, 1 flaky in " in ran.out
    page = (run / "scorecard.html").read_text(encoding="utf-8")
    assert "2 Reruns" in page
    [visit] = result(run)["visits"]
    assert [one["outcome"] for one in visit["earlier"]] == ["not-measured", "not-finished"]
    [case] = cases(run)
    assert (case.get("classname"), case.get("name")) == ("journeys.ask", "ask[tom-chromium]")
    assert [child.tag for child in case][1:] == ["flakyError", "flakyFailure"]


def test_a_failure_to_the_end_is_a_failure(report):
    ran, run = report(unmeasured(), stuck())
    assert ran.status == 1, ran.text
    assert "could not finish (2 attempts): there is no “Send” here" in ran.out
    [case] = cases(run)
    assert [child.tag for child in case if child.tag != "properties"] == ["failure", "rerunError"]
    assert not result(run)["visits"][0]["flaky"]


def test_flaky_can_be_asked_to_fail(project, report):
    """By pytest-rerunfailures' own option and status, also of a stored run."""
    _, run = report(stuck(), finished())
    ran = project.cxcheck("report", run, "--fail-on-flaky", "--reruns", "3")
    assert ran.status == 7, ran.text
    assert "1 rerun, 1 flaky in " in ran.out, "nothing is judged three times over"

"""The gate's word on the run, in the terminal and for job pages."""

import re

from read_page import Page
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DAVID,
    META,
    clean_visit,
    cut_off_visit,
    judged_run,
    repeated,
    stuck_visit,
    walked,
)

from cxcheck.gate.verdict import judge
from cxcheck.model.budget import Budget, Limit
from cxcheck.report.markdown import page
from cxcheck.report.scorecard import render
from cxcheck.report.verdicts import reasons, run_line


def held(visit, budget, level="fail"):
    """The visit judged by this budget."""
    journey = visit.info.journey.model_copy(update={"budget": budget})
    verdict = judge(visit.artifacts.timeline, visit.scorecard, budget, level)
    info = visit.info.model_copy(update={"journey": journey})
    return visit.model_copy(update={"info": info, "verdict": verdict})


def waited(visit, ms):
    return visit.model_copy(update={"scorecard": visit.scorecard.model_copy(update={"waiting_ms": ms})})


def visit_on(visit, journey):
    return walked(visit, visit.info.persona, journey.model_copy(update={"budget": visit.info.journey.budget}))


QUICK = Budget(waiting_seconds=3)


def three(*waits_ms):
    """David as often, who waited so long each time, with three seconds to spend."""
    return repeated(*(held(waited(clean_visit(), ms), QUICK) for ms in waits_ms))


def test_how_many_and_how():
    visits = [clean_visit(), stuck_visit(CLAIRE, CHECKOUT), held(walked(waited(clean_visit(), 9_000), CLAIRE), QUICK)]
    assert run_line(visits) == "fail: 1 could not finish, 1 over budget, 1 good"
    assert run_line([clean_visit()]) == "pass: 1 good"
    assert run_line([cut_off_visit()]) == "not measured: 1 could not be measured"
    assert run_line([held(waited(clean_visit(), 9_000), QUICK, "warn")]) == "warn: 1 over a budget that only warns"
    assert run_line([]) == "not measured: no customer has walked"


def test_repeats_are_one():
    assert run_line(three(1_000, 9_000, 2_000)) == "pass: 1 good"
    assert run_line(three(1_000, 9_000, 8_000)) == "fail: 1 over budget"


def test_the_reason_stands_once_for_all_repeats():
    broken = three(1_000, 9_000, 8_000)
    said = "waiting, median of 3 visits: 8.0 s; the budget is 3 s"
    assert list(reasons([*broken, walked(clean_visit(), CLAIRE)], together=True)) == [
        (f"Forgotten password, {DAVID.title}", said)
    ]
    assert list(reasons([held(waited(clean_visit(), 9_000), QUICK)], together=True)) == []


def test_the_scorecard_tells_the_budget_of_all_repeats():
    def told(*waits_ms):
        html = render(judged_run(*three(*waits_ms)), meta=META, picture_src=lambda _visit, file: file)
        [section] = re.findall(r'<section class="cx-again".*?<table', html, re.DOTALL)
        return Page(section).text, Page(html).text

    assert "Within its budget" in told(1_000, 9_000, 2_000)[0]
    section, page = told(1_000, 9_000, 8_000)
    assert "Over its budget: waiting, median of 3 visits: 8.0 s; the budget is 3 s" in section
    assert re.search(r"3 of 3 finished · median \d+ s ?, over budget", page)


def test_the_first_screen_says_whose_budget_is_broken():
    def head(*visits):
        html = render(judged_run(*visits), meta=META, picture_src=lambda _visit, file: file)
        return Page(re.search(r'<header class="cx-head">.*?</header>', html, re.DOTALL)[0]).text

    said = "Forgotten password, David (waiting, median of 3 visits: 8.0 s; the budget is 3 s)"
    assert f"Over budget: {said}." in head(*three(1_000, 9_000, 8_000))
    all_over = [held(waited(walked(clean_visit(), one), 9_000), QUICK) for one in (CLAIRE, DAVID)]
    elsewhere = [visit_on(visit, CHECKOUT) for visit in all_over]
    assert "Over budget: Forgotten password, everyone (waiting: 9.0 s; the budget is 3 s)." in head(*all_over)
    assert "Over budget: Forgotten password and Checkout, everyone (" in head(*all_over, *elsewhere)
    assert "Within budget." in head(*three(1_000, 9_000, 2_000))
    assert "budget" not in head(clean_visit(), stuck_visit(CLAIRE, CHECKOUT))
    many = Budget(limits=tuple(Limit(measure=name, at_most=0) for name in ("clicks", "fields", "screens", "seconds")))
    assert "; and 1 more." in head(held(clean_visit(), many))


def test_the_page_of_markdown_has_the_runs_verdict_and_the_reasons():
    text = page(judged_run(*three(1_000, 9_000, 8_000)))
    assert "**Verdict: fail\\: 1 over budget**" in text
    assert text.count("the budget is 3 s") == 1
    assert "median of 3 visits\\: 8\\.0 s; the budget is 3 s" in text
    assert "### Not good" not in page(judged_run(*three(1_000, 9_000, 2_000)))

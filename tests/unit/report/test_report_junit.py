"""JUnit's file after attempts: one case a test, and what went before in Surefire's words."""

import xml.etree.ElementTree as ET

from sample_run import CHECKOUT, DAVID, clean_visit, cut_off_visit, judged_run, stuck_visit

from cxcheck.report.junit import with_attempts

STUCK = stuck_visit(DAVID, CHECKOUT)
NAMES = "cxcheck_visit"


def attempt(visit, number, **facts):
    info = visit.info.model_copy(update={"id": f"reset--{number:02}", "node": "n", "attempt": number})
    return visit.model_copy(update={"info": info, **facts})


def case(visit, body="", name="reset[maria]"):
    has = f'<properties><property name="{NAMES}" value="{visit}" /></properties>' if visit else ""
    return f'<testcase classname="journeys.reset" name="{name}" time="1">{has}{body}</testcase>'


def suite(*cases):
    return f'<testsuites><testsuite name="pytest" tests="1">{"".join(cases)}</testsuite></testsuites>'


def cases(xml):
    return [[child.tag for child in one if child.tag != "properties"] for one in ET.fromstring(xml).iter("testcase")]


FIRST = attempt(STUCK, 1)
PASSED = attempt(clean_visit(), 2, earlier=(FIRST,))
FAILED = attempt(STUCK, 2, earlier=(FIRST,))


def test_nothing_was_tried_again_and_the_file_stays():
    xml = suite(case("reset--01"), case("", name="other"))
    assert with_attempts(xml, judged_run(clean_visit()).visits, NAMES) == xml


def test_a_pass_after_a_failure_is_one_case_and_says_so():
    told = with_attempts(suite(case("reset--01"), case("reset--02")), [PASSED], NAMES)
    assert cases(told) == [["flakyFailure"]]
    [flaky] = ET.fromstring(told).iter("flakyFailure")
    assert flaky.get("message").startswith("Attempt 1: could not finish; stopped in step 2")
    assert flaky.find("stackTrace").text.startswith("Attempt 1: ")


def test_a_failure_after_a_failure():
    told = with_attempts(
        suite(case("reset--01"), case("reset--02", '<failure message="x">x</failure>')), [FAILED], NAMES
    )
    assert cases(told) == [["failure", "rerunFailure"]]


def test_what_could_not_be_measured_is_an_error():
    first = attempt(cut_off_visit(), 1)
    told = with_attempts(suite(case("reset--02")), [attempt(clean_visit(), 2, earlier=(first,))], NAMES)
    assert cases(told) == [["flakyError"]]


def test_an_attempt_that_left_no_visit_is_no_case_either():
    assert cases(with_attempts(suite(case("", name="t"), case("", name="t")), [], NAMES)) == [[]]


def test_two_visits_that_count_stay_two_cases_whatever_they_are_called():
    xml = suite(case("reset--01"), case("reset--02"))
    visits = [attempt(clean_visit(), number) for number in (1, 2)]
    both = [one.model_copy(update={"info": one.info.model_copy(update={"attempt": 1})}) for one in visits]
    assert with_attempts(xml, both, NAMES) == xml


def test_a_test_that_failed_and_could_not_be_torn_down_stays_two_cases():
    """pytest writes both so; each says something."""
    xml = suite(case("reset--01", "<failure>x</failure>"), case("reset--01", "<error>y</error>"))
    assert with_attempts(xml, [], NAMES) == xml


def test_words_of_a_site_do_no_harm():
    hostile = '</flakyFailure><a b="c"/>\x1b[2J ]]> &amp; \ufffe'
    line = FIRST.artifacts.timeline.model_copy(update={"message": hostile})
    first = FIRST.model_copy(update={"artifacts": FIRST.artifacts.model_copy(update={"timeline": line})})
    told = with_attempts(suite(case("reset--02")), [PASSED.model_copy(update={"earlier": (first,)})], NAMES)
    [flaky] = ET.fromstring(told).iter("flakyFailure")
    assert '</flakyFailure><a b="c"/>␛[2J ]]> &amp; [U+FFFE]' in flaky.find("stackTrace").text
    assert [child.tag for child in flaky.iter()] == ["flakyFailure", "stackTrace"]

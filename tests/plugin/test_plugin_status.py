"""What a run comes to: the exit status, and the words for it in the terminal and in JUnit's file."""

import xml.etree.ElementTree as ET

import pytest

JOURNEYS = """
from cxcheck import Budget, Customer, journey

@journey("Fine", goal="See it")
def fine(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")

@journey("Dear", goal="See it", budget=Budget(minutes=0.0001))
def dear(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")
        customer.follow("sign in")

@journey("Lost", goal="See it")
def lost(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")
        customer.follow("forgot password")

@journey("Blind", goal="See it")
def blind(customer: Customer):
    with customer.step("Open the e-mail"):
        customer.inbox.wait_for("password reset")
"""
FAILING = "def test_sum():\n    assert 1 + 1 == 3\n"
PAGES = {
    "/": "<html lang=en><title>Shop</title><h1>Shop</h1><a href=/in>Sign in</a>",
    "/in": "<html lang=en><title>Sign in</title><h1>Sign in</h1>",
}

pytestmark = pytest.mark.browser


@pytest.fixture
def walk(project, serve):
    """Walk some of the journeys as Tom."""
    site = serve(PAGES)
    project.write({"journeys/four.py": JOURNEYS, "journeys/test_sum.py": FAILING})

    def walk(which: str, *more: str):
        return project.pytest("journeys", "--cx-site", site, "--cx-persona", "tom", "-k", which, *more)

    return walk


def cases(ran) -> dict[str, list[str]]:
    """What JUnit's file says of each test."""
    root = ET.parse(ran.run / "junit.xml").getroot()
    return {
        case.get("name").partition("[")[0]: [
            child.tag for child in case if child.tag not in {"properties", "system-out"}
        ]
        for case in root.iter("testcase")
    }


def test_over_budget(walk, golden):
    ran = walk("dear")
    assert ran.status == 10, ran.text
    assert cases(ran) == {"dear": ["failure"]}
    golden(ran, "budget_broken")


def test_steps_and_limits_are_properties(walk, project):
    project.environment["GITHUB_STEP_SUMMARY"] = "job.md"
    ran = walk("dear", "--cx-budget", "warn")
    summary = (ran.run / "summary.md").read_text()
    assert "| Dear | Tom" in summary
    assert "| warn |" in summary
    assert (project.folder / "job.md").read_text() == summary
    [case] = ET.parse(ran.run / "junit.xml").getroot().iter("testcase")
    said = {one.get("name"): one.get("value") for one in case.iter("property")}
    assert said["cxcheck_step[1]"].startswith("Open the home page: waiting ")
    assert said["cxcheck_step[1]"].endswith("; finished")
    assert said["cxcheck_budget[minutes]"].startswith("warn: customer time: ")


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ("minute=1", "nearest:   minutes"),
        ("minutes='three'", "'minutes' cannot be 'three'"),
        ("limits=[Limit(measure='waiting_ms', at_most=1)]", "nearest:   waiting_seconds"),
    ],
)
def test_a_budget_that_makes_no_sense(project, look, limits, said):
    """No traceback: what is wrong, at the journey's own line."""
    text = look["journeys/look.py"].replace("import", "import Budget, Limit,", 1)
    project.write({"journeys/look.py": text.replace('there is")', f'there is", budget=Budget({limits}))')})
    ran = project.pytest("journeys", "--cx-site", "https://shop.example/")
    assert ran.status == 4, ran.text
    assert said in ran.out
    assert "journeys/look.py:4: " in ran.out
    assert "Traceback" not in ran.text


def test_over_budget_without_a_failure(walk, project):
    """Warned of, or not judged at all: walked so, and judged again so."""
    ran = walk("dear", "--cx-budget", "warn")
    assert ran.status == 0, ran.text
    assert cases(ran) == {"dear": []}
    assert '"kind": "warn"' in (ran.run / "run.json").read_text()
    again = project.cxcheck("report", "--cx-budget", "off")
    assert again.status == 0, again.text
    assert '"kind": "pass"' in (ran.run / "run.json").read_text()
    assert project.cxcheck("report", "--cx-budget", "fail").status == 10
    assert project.cxcheck("report").status == 0, "judged again as it was walked"


def test_not_finished(walk, golden):
    ran = walk("lost")
    assert ran.status == 1, ran.text
    assert cases(ran) == {"lost": ["failure"]}
    golden(ran, "not_finished")


def test_an_ordinary_failure_beside_a_journey(walk):
    ran = walk("fine or test_sum")
    assert ran.status == 1, ran.text
    assert cases(ran) == {"fine": [], "test_sum": ["failure"]}


def test_the_worst_wins(walk):
    """All at once, in two workers: could not measure is an error, neither a failure nor a skip."""
    ran = walk("fine or dear or lost or blind or test_sum", "-n", "2")
    assert ran.status == 11, ran.text
    assert cases(ran) == {
        "fine": [], "dear": ["failure"], "lost": ["failure"], "blind": ["error"], "test_sum": ["failure"],
    }  # fmt: skip
    assert "3 failed, 1 passed, 1 error" in ran.out
    assert "skipped" not in ran.out

"""The table of exit statuses, each made by a situation; and what is worst, wins.

Walked in a browser, 0, 1, 10 and 11 are in test_plugin_status.py; here they come of stored runs.
"""

import pytest
from stored_runs import finished, stuck, unmeasured, visit_info, write_run

from cxcheck.cli.explain_exit import STATUSES
from cxcheck.model.budget import Budget
from cxcheck.model.journey import Journey

DEAR = Journey(key="buy", title="Buy", goal="Bread", budget=Budget(minutes=0.001))
SITE = ("--cx-site", "https://shop.example/")


@pytest.fixture
def stored(project):
    """Judge a stored run of these visits."""

    def stored(*visits, arguments=()):
        write_run(project.folder / "reports" / "one", *visits)
        return project.cxcheck("report", "reports/one", *arguments)

    return stored


def good(project, stored):
    return stored((visit_info(), finished()))


def got_stuck(project, stored):
    return stored((visit_info(), stuck()), (visit_info(persona="ann"), finished()))


def ctrl_c(project, stored):
    # Where these tests run in the background, a shell has told programs to ignore it.
    hear = "    signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    text = f"import os, signal\n\ndef test_wait():\n{hear}    os.kill(os.getpid(), signal.SIGINT)\n"
    return project.write({"tests/test_wait.py": text}).pytest("--cx", "tests")


def no_python(project, stored):
    return project.write({"journeys/look.py": "def look(:\n"}).pytest("journeys", *SITE)


def plugin_broke(project, stored):
    project.write({"conftest.py": "def pytest_runtest_protocol(item):\n    raise RuntimeError('what a plugin does')\n"})
    return project.write({"tests/test_one.py": "def test_one():\n    pass\n"}).pytest("--cx", "tests")


def misunderstood(project, stored):
    return project.pytest("--cx-site", "nowhere", "--cx-repeat", "many")


def no_such_run(project, stored):
    return project.cxcheck("report", "reports/none")


def nothing_to_walk(project, stored):
    journey = "from cxcheck import journey\n\n@journey('Look', goal='See it')\ndef look(customer):\n    pass\n"
    return project.write({"journeys/look.py": journey}).pytest("journeys", *SITE, "-k", "buy")


def flaky(project, stored):
    visits = (visit_info(), stuck()), (visit_info(number=2, attempt=2), finished())
    return stored(*visits, arguments=["--fail-on-flaky"])


def over_budget(project, stored):
    return stored((visit_info("buy", journey=DEAR), finished()), (visit_info(), stuck()))


def could_not_measure(project, stored):
    return stored((visit_info(), unmeasured()), (visit_info("buy", journey=DEAR), finished()))


def killed(project, stored):
    story = stuck()
    story.events.pop()
    return stored((visit_info(), story))


SITUATIONS = [
    (0, good), (1, got_stuck), (2, ctrl_c), (2, no_python), (3, plugin_broke), (4, misunderstood), (4, no_such_run),
    (5, nothing_to_walk), (7, flaky), (10, over_budget), (11, could_not_measure), (11, killed),
]  # fmt: skip


@pytest.mark.parametrize(("status", "situation"), SITUATIONS, ids=lambda one: getattr(one, "__name__", str(one)))
def test_each_status_comes_of_a_situation(project, stored, status, situation):
    ran = situation(project, stored)
    assert ran.status == status, ran.text


def test_the_table_has_what_is_tested_and_nothing_else(project, golden):
    assert list(STATUSES) == sorted({status for status, _ in SITUATIONS})
    golden(project.cxcheck("explain", "exit"), "explain_exit")

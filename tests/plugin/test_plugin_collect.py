"""Journeys as pytest sees them, and runs that are none of cxcheck's business."""

import re

import pytest

PERSONA = 'title = "{0}"\nsummary = "{0} tests"\n'
PLAIN = "def test_plain():\n    assert True\n"


@pytest.fixture
def shop(project, look):
    """Two personas, and a journey that only one of them walks."""
    buy = (
        look["journeys/look.py"].replace("look_around", "buy").replace('what there is"', 'it bought", personas=["ann"]')
    )
    return project.write(
        {
            **look,
            "journeys/buying/__init__.py": "",
            "journeys/buy.py": buy,
            "journeys/helpers_only.py": "SHELF = 3\n",
            "personas/ann.toml": PERSONA.format("Ann"),
            "personas/bob.toml": PERSONA.format("Bob"),
            "pyproject.toml": '[tool.cxcheck.sites.shop]\nbase_url = "https://shop.example/"\n',
        }
    )


def ids(ran) -> list[str]:
    return [line for line in ran.out.splitlines() if re.match(r"\S+::", line)]


def test_once_for_each_persona(shop):
    ran = shop.pytest("journeys", "--collect-only", "-q")
    assert ran.status == 0
    assert sorted(ids(ran)) == [
        "journeys/buy.py::buy[ann-chromium]",
        "journeys/look.py::look_around[ann-chromium]",
        "journeys/look.py::look_around[bob-chromium]",
    ]


@pytest.mark.parametrize("options", [["--cx-persona", "bob"], ["--cx-persona=bob"]])
def test_only_one_persona(shop, options):
    ran = shop.cxcheck("run", *options, "--collect-only", "-q")
    assert ids(ran) == ["journeys/look.py::look_around[bob-chromium]"]


def test_one_journey_by_its_id(shop):
    ran = shop.pytest("journeys/look.py::look_around[bob-chromium]", "--collect-only", "-q")
    assert ids(ran) == ["journeys/look.py::look_around[bob-chromium]"]


def test_repeats_in_rounds(shop):
    """Everyone once, then everyone again: what changes with the hour should change for all alike."""
    ran = shop.pytest("journeys/look.py", "--cx-repeat", "2", "--collect-only", "-q")
    assert ids(ran) == [
        "journeys/look.py::look_around[ann-1of2-chromium]",
        "journeys/look.py::look_around[bob-1of2-chromium]",
        "journeys/look.py::look_around[ann-2of2-chromium]",
        "journeys/look.py::look_around[bob-2of2-chromium]",
    ]


def test_one_repeat_is_as_ever(shop):
    ran = shop.pytest("journeys/look.py", "--cx-repeat", "1", "--cx-persona", "bob", "--collect-only", "-q")
    assert ids(ran) == ["journeys/look.py::look_around[bob-chromium]"]


def test_a_journey_for_one_persona_is_repeated_for_nobody_else(shop):
    ran = shop.pytest("journeys/buy.py", "--cx-repeat", "2", "--cx-persona", "bob", "--collect-only", "-q")
    assert ids(ran) == []
    assert "1 deselected" in ran.out


def test_a_site_named_first_is_the_site(shop):
    ran = shop.cxcheck("run", "nowhere", "--cx-persona", "bob", "--collect-only")
    assert ran.status == 4
    assert "unknown site 'nowhere'" in ran.err


def test_built_in_journeys_where_there_are_none(project):
    ran = project.cxcheck("run", "https://shop.example/", "--collect-only", "-q")
    assert ran.status == 0
    assert {"forgotten_password.py::forgotten_password[maria-chromium]"} <= set(ids(ran))


WHAT_IS_LOADED = """
import sys
from pathlib import Path

def pytest_unconfigure(config):
    Path("loaded.txt").write_text("\\n".join(sorted(sys.modules)))
"""


def test_a_project_without_journeys_does_not_notice(project):
    """Nothing heavy is imported and nothing is written. pytest-playwright, which imports playwright, is left out."""
    project.write({"tests/test_plain.py": PLAIN, "conftest.py": WHAT_IS_LOADED})
    ran = project.pytest("tests", "-p", "cxcheck.plugin", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert ran.status == 0, ran.text
    loaded = set((project.folder / "loaded.txt").read_text().splitlines())
    assert "cxcheck.plugin" in loaded
    assert not loaded & {"playwright", "pydantic", "faker", "jinja2", "xdist"}
    assert not (project.folder / "reports").exists()


def test_with_all_plugins_too(project):
    project.write({"tests/test_plain.py": PLAIN, "conftest.py": WHAT_IS_LOADED})
    ran = project.pytest("tests")
    assert ran.status == 0, ran.text
    assert "pydantic" not in (project.folder / "loaded.txt").read_text().splitlines()
    assert "friction scorecard" not in ran.text
    assert not (project.folder / "reports").exists()


def test_tests_beside_journeys_are_not_walked(shop):
    """A folder of tests in a project with journeys stays a folder of tests."""
    ran = shop.write({"tests/test_plain.py": PLAIN}).pytest("tests")
    assert ran.status == 0
    assert not (shop.folder / "reports").exists()


WITH_A_PAGE = """
def test_page(page, browser_type_launch_args):
    page.set_content("<h1>Hello</h1>")
    assert page.inner_text("h1") == "Hello"
    print("program", browser_type_launch_args.get("executable_path"))
"""
ORDERS = {
    "ours last": ["-p", "pytest_playwright.pytest_playwright", "-p", "cxcheck.plugin"],
    "ours first": ["-p", "cxcheck.plugin", "-p", "pytest_playwright.pytest_playwright"],
}


@pytest.mark.browser
@pytest.mark.parametrize("order", ORDERS.values(), ids=list(ORDERS))
def test_the_browser_found_reaches_pytest_playwright(project, order, serve, look):
    """In both orders of loading; beside a journey, whose run looks for a browser."""
    project.write({**look, "journeys/test_page.py": WITH_A_PAGE})
    others = ["-p", "pytest_html.plugin", "-p", "pytest_metadata.plugin"]
    ran = project.pytest(
        *order, *others, "journeys", "-s", "--cx-persona", "tom", "--cx-site", serve({"/": "<title>Shop</title>"}),
        PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
    )  # fmt: skip
    assert ran.status == 0, ran.text
    assert "2 passed" in ran.out
    assert "program " in ran.out


@pytest.mark.browser
def test_the_browser_named_is_the_one_started(project, serve, look, tmp_path):
    """A program that is none: had anything else been started, the visit would have gone well."""
    fake = tmp_path / "chrome"
    fake.write_text("#!/bin/sh\necho no browser at all >&2\nexit 3\n")
    fake.chmod(0o755)
    site = serve({"/": "<title>Shop</title>"})
    ran = project.write(look).pytest("journeys", "--cx-site", site, "--cx-persona", "tom", CXCHECK_BROWSER=str(fake))
    assert ran.status != 0
    assert str(fake) in ran.text or "no browser at all" in ran.text


@pytest.mark.browser
def test_pytest_playwrights_own_tests_beside_a_project_of_ours(project, tmp_path):
    """Tests that use ``page`` run as ever, when they are told which browser to take."""
    from cxcheck.record.browser import find

    program = find()
    launch = (
        ""
        if program is None
        else f"""
import pytest

@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {{**browser_type_launch_args, "executable_path": {str(program)!r}}}
"""
    )
    ran = project.write({"conftest.py": launch, "tests/test_page.py": WITH_A_PAGE}).pytest("tests")
    assert ran.status == 0, ran.text
    assert not (project.folder / "reports").exists()


def test_without_pytest_html_there_is_no_page(shop):
    ran = shop.pytest("journeys", "--collect-only", "-q", "-p", "no:html")
    assert ran.status == 0, ran.text
    assert len(ids(ran)) == 3


def test_without_pytest_playwright_nobody_can_walk(shop):
    ran = shop.pytest("journeys", "-p", "no:playwright")
    assert ran.status == 4, ran.text
    assert "pytest-playwright does not take part" in ran.err
    assert "Traceback" not in ran.text

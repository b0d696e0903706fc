"""``cxcheck list``: what would be walked, by whom, in which steps; nothing is."""

import json

import pytest

from cxcheck import starter_files

JOURNEYS = '''
from cxcheck import Budget, Customer, journey

KINDS = ["tea", "cups"]


@journey(
    "Buy tea",
    goal="A pound of tea that comes on Tuesday, as the shop says on its first page, and not a day later than that",
    budget=Budget(minutes=3, popups=1, waiting_seconds=20.5, score=60),
)
def buy(customer: Customer):
    with customer.step("Look around"):
        customer.open("/")
    for kind in KINDS:
        with customer.step(f"Look for {kind}"):
            customer.follow(kind)
    pay(customer)


def pay(who):
    with who.step("Pay by a card that the bank does not know yet, at the end of a long evening", moment_of_truth=True):
        who.submit()
    if who.persona.key == "ann":
        with who.step("Sit down"):
            pass


@journey("Ask", goal="An answer", budget=Budget(minutes=1), personas=["bob"])
def ask(customer: Customer):
    from elsewhere import ask_for_help

    with customer.step("Open the home page"):
        customer.open("/")
    ask_for_help(customer)


@journey("Just look", goal="")
def look(customer: Customer):
    """No steps at all."""
    customer.open("/")


def test_of_another_kind(page):
    """No journey."""
'''
PERSONAS = {
    "personas/ann.toml": 'title = "Ann, in a hurry"\n[browser]\ndevice = "Pixel 7"\n[network]\ncpu_slowdown = 4\n',
    "personas/bob.toml": 'title = "Bob"\nsummary = "Has time"\n',
}


@pytest.fixture
def shop(project):
    """Two personas, three journeys, and a browser and a site that are not there."""
    project.environment = {"PATH": "/nowhere", "PLAYWRIGHT_BROWSERS_PATH": "/nowhere"}
    return project.write({"journeys/shopping.py": JOURNEYS, **PERSONAS})


def test_as_people_read_it(shop, golden):
    ran = shop.cxcheck("list")
    assert ran.status == 0, ran.text
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out
    assert not (shop.folder / "reports").exists()
    golden(ran, "list")


def test_for_one_persona(shop, golden):
    ran = shop.cxcheck("list", "--cx-persona", "ann")
    assert ran.status == 0, ran.text
    golden(ran, "list_for_one")


def test_as_machines_read_it(shop):
    ran = shop.cxcheck("list", "--json")
    assert ran.status == 0, ran.text
    found = json.loads(ran.out)
    buy, ask, look = found["journeys"]
    assert [buy["key"], ask["key"], look["key"]] == ["buy", "ask", "look"]
    assert (buy["file"], buy["line"]) == ("journeys/shopping.py", JOURNEYS[: JOURNEYS.index("@")].count("\n") + 1)
    assert buy["budget"] == {"minutes": 3.0, "popups": 1, "waiting_seconds": 20.5, "score": 60.0}
    assert buy["personas"] == ["ann", "bob"]
    assert ask["personas"] == ["bob"]
    assert [step["title"] for step in buy["steps"]][:2] == ["Look around", None]
    assert [step["when"] for step in buy["steps"]] == ["always", "repeated", "always", "sometimes"]
    assert [step["moment_of_truth"] for step in buy["steps"]] == [False, False, True, False]
    assert [buy["steps_complete"], ask["steps_complete"], look["steps_complete"]] == [True, False, True]
    assert look["steps"] == []
    assert [persona["key"] for persona in found["personas"]] == ["ann", "bob"]
    assert found["personas"][0]["traits"][:2] == ["Pixel 7", "mouse"]
    assert (buy["visits"], ask["visits"], look["visits"], found["visits"]) == (2, 1, 2, 5)


def test_what_is_listed_is_what_pytest_collects(shop):
    """Whatever the project's own settings say."""
    shop.write({"pyproject.toml": "[tool.pytest.ini_options]\naddopts = \"-n 2 -ra --strict-markers -k 'not look'\"\n"})
    found = json.loads(shop.cxcheck("list", "--json").out)
    assert [journey["key"] for journey in found["journeys"]] == ["buy", "ask"]


def test_the_built_in_ones(project):
    """By structure: every starter journey, for every starter persona, with steps that the source tells in full."""
    ran = project.cxcheck("list", "--json")
    assert ran.status == 0, ran.text
    found = json.loads(ran.out)
    personas = {path.stem for path in starter_files.folder("personas").glob("*.toml")}
    assert {persona["key"] for persona in found["personas"]} == personas
    assert "forgotten_password" in {journey["key"] for journey in found["journeys"]}
    for journey in found["journeys"]:
        assert set(journey["personas"]) == personas
        assert journey["budget"]
        assert journey["steps"]
        assert all(step["title"] for step in journey["steps"])
    assert any(step["moment_of_truth"] for journey in found["journeys"] for step in journey["steps"])
    assert list(project.folder.glob("*")) == []


def test_hostile_titles_do_nothing_to_a_terminal(project):
    hostile = JOURNEYS.replace('"Ask"', '"Ask \\x1b[2J\\u202e"').replace('"Open the home page"', '"Open\\r\\n\\x07"')
    ran = project.write({"journeys/shopping.py": hostile, **PERSONAS}).cxcheck("list")
    assert ran.status == 0, ran.text
    assert not {char for char in ran.out if char < " "} - {"\n"}
    assert "\u202e" not in ran.out


# --- what cannot be listed


def test_broken_files_are_all_named(shop, golden):
    shop.write(
        {
            "journeys/a_syntax.py": "from cxcheck import journey\n\ndef (\n",
            "journeys/b_import.py": "import nonesuch\n",
            "journeys/c_error.py": "def f():\n    return 1 / 0\n\nf()\n",
            "journeys/d_keyword.py": "from cxcheck import journey\n\n@journey('A', gaol='b')\ndef a(customer): ...\n",
            "journeys/e_persona.py": JOURNEYS.replace('"bob"', '"bobb"'),
        }
    )
    ran = shop.cxcheck("list")
    assert ran.status == 4
    assert ran.out == ""
    golden(ran, "list_broken")


def test_broken_persona(shop, golden):
    ran = shop.write({"personas/ann.toml": 'titel = "Ann"\n'}).cxcheck("list", "--json")
    assert ran.status == 4
    assert ran.out == ""
    golden(ran, "list_broken_persona")


def test_unknown_persona(shop):
    ran = shop.cxcheck("list", "--cx-persona", "anne")
    assert ran.status == 4
    assert "unknown persona 'anne'" in ran.err
    assert "nearest:   ann" in ran.err


def test_nothing_to_list(project, golden):
    ran = project.write({"journeys/empty.py": "", **PERSONAS}).cxcheck("list")
    assert ran.status == 4
    golden(ran, "list_empty")


def test_budgets_of_the_settings_are_listed(project):
    settings = "[tool.cxcheck.budget]\nscore = 50\n[tool.cxcheck.budget.journeys.ask]\nminutes = 2\n"
    project.write({"journeys/tea.py": JOURNEYS, "pyproject.toml": settings, **PERSONAS})
    listed = json.loads(project.cxcheck("list", "--json").out)["journeys"]
    held = {one["key"]: {limit["measure"]: limit for limit in one["budget"]["limits"]} for one in listed}
    assert held["ask"] == {
        "score": {"measure": "score", "at_least": 50}, "minutes": {"measure": "minutes", "at_most": 2},
    }  # fmt: skip
    assert held["buy"]["score"]["at_least"] == 60, "what stands beside the journey goes before what is set for all"
    assert set(held["look"]) == {"score"}

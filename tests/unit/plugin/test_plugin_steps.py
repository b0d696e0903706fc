"""Steps read from a journey's source: titles, order, moments of truth, and what the source does not say."""

import textwrap

import pytest

from cxcheck.plugin.steps import Plan, When, plan, plan_of


def read(body: str, before: str = "") -> Plan:
    """The plan of a journey with this body."""
    source = textwrap.dedent(before) + "\n@journey('Buy', goal='Have it')\ndef buy(customer):\n"
    line = source.count("\n") - 1
    return plan(source + textwrap.indent(textwrap.dedent(body), "    "), "buy", line)


def titles(found: Plan) -> list[str | None]:
    return [step.title for step in found.steps]


def test_in_order_and_the_moment_of_truth_is_known():
    found = read(
        """
        customer.has_account()
        with customer.step("Look"):
            customer.open("/")
        with customer.step("Pay " "now", moment_of_truth=True):
            customer.submit()
        with customer.step(title="Leave", moment_of_truth=False):
            pass
        """
    )
    assert titles(found) == ["Look", "Pay now", "Leave"]
    assert [step.moment_of_truth for step in found.steps] == [False, True, False]
    assert found.count == 3


def test_a_computed_title_is_shown_as_it_is_written():
    found = read('with customer.step(f"Buy {customer.persona.key}"):\n    pass\nwith customer.step(TITLE):\n    pass')
    assert titles(found) == [None, None]
    assert [step.expression for step in found.steps] == ["f'Buy {customer.persona.key}'", "TITLE"]
    assert found.count == 2


@pytest.mark.parametrize(
    ("body", "when"),
    [
        ("for one in (1, 2):\n    with customer.step('A'):\n        pass", When.REPEATED),
        ("while customer.page.url:\n    with customer.step('A'):\n        pass", When.REPEATED),
        ("if customer.persona:\n    with customer.step('A'):\n        pass", When.SOMETIMES),
        ("if customer.persona:\n    pass\nelse:\n    with customer.step('A'):\n        pass", When.SOMETIMES),
        ("try:\n    pass\nexcept OSError:\n    with customer.step('A'):\n        pass", When.SOMETIMES),
        ("match 1:\n    case 1:\n        with customer.step('A'):\n            pass", When.SOMETIMES),
        ("if 1:\n    for one in (1, 2):\n        with customer.step('A'):\n            pass", When.SOMETIMES),
    ],
)
def test_what_is_not_met_once_every_time_is_not_counted(body, when):
    found = read(body + "\nwith customer.step('B'):\n    pass")
    assert [(step.title, step.when) for step in found.steps] == [("A", when), ("B", When.ALWAYS)]
    assert found.count is None


@pytest.mark.parametrize(
    "body",
    [
        "try:\n    with customer.step('A'):\n        pass\nfinally:\n    with customer.step('B'):\n        pass",
        "with open('x'), customer.step('A'):\n    with customer.step('B'):\n        pass",
        "stack.enter_context(customer.step('A'))\nwith customer.step('B'):\n    return",
    ],
)
def test_what_is_always_met_is_counted(body):
    assert titles(read(body)) == ["A", "B"]
    assert read(body).count == 2


def test_a_way_out_in_a_branch_leaves_the_number_open():
    found = read("with customer.step('A'):\n    pass\nif 1:\n    return\nwith customer.step('B'):\n    pass")
    assert titles(found) == ["A", "B"]
    assert found.count is None


SIGN_IN = """
def sign_in(shop, who, *, quick=False):
    with who.step("Sign in"):
        who.sign_in()
"""


@pytest.mark.parametrize("call", ["sign_in(1, customer)", "sign_in(1, who=customer)"])
def test_a_function_of_the_same_file_is_followed(call):
    found = read(f"with customer.step('Look'):\n    pass\n{call}\nwith customer.step('Buy'):\n    pass", SIGN_IN)
    assert titles(found) == ["Look", "Sign in", "Buy"]
    assert found.count == 3


def test_a_function_followed_in_a_branch_is_as_unsure():
    found = read("if 1:\n    sign_in(1, customer)", SIGN_IN)
    assert [(step.title, step.when) for step in found.steps] == [("Sign in", When.SOMETIMES)]


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("elsewhere(customer)", ""),
        ("shop.buy(customer)", ""),
        ("sign_in(*customer)\nsign_in(*[customer], customer)", "def sign_in(): pass\n"),
        ("again(customer)", "def again(customer):\n    again(customer)\n"),
        ("def later():\n    with customer.step('A'):\n        pass\nlater()", ""),
    ],
)
def test_what_the_source_does_not_say_is_not_counted(body, before):
    found = read(body, before)
    assert titles(found) == []
    assert found.count is None


def test_only_the_function_meant_is_read():
    """Of two functions of one name it is the one on that line; decorators count."""
    one = "@mark\n@journey('A', goal='a')\ndef buy(customer):\n    with customer.step('{}'):\n        pass\n"
    source = one.format("first") + one.format("second")
    assert titles(plan(source, "buy", 1)) == ["first"]
    assert titles(plan(source, "buy", 6)) == ["second"]
    assert plan(source, "sell", 1) == Plan()


def test_a_function_whose_source_cannot_be_had():
    names: dict = {}
    exec("def buy(customer):\n    customer.step('A')", names)
    assert plan_of(names["buy"]) == Plan()


def test_a_real_function(tmp_path, monkeypatch):
    (tmp_path / "a_journey.py").write_text(
        "from cxcheck import journey\n\n\n@journey('É', goal='g')\ndef buy(customer):\n"
        "    with customer.step('Größe wählen'):\n        pass\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    import a_journey

    assert titles(plan_of(a_journey.buy)) == ["Größe wählen"]

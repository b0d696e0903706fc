"""The shapes: frozen, strict, and a little reckoning."""

import pytest
from pydantic import ValidationError

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.finding import Attribute
from cxcheck.model.journey import Budget, journey, journey_of
from cxcheck.model.persona import Persona
from cxcheck.model.scorecard import StepCost
from cxcheck.model.site import Site


def site(base_url: str = "https://shop.example/", **facts) -> Site:
    return Site(name="shop", base_url=base_url, **facts)


class TestSite:
    @pytest.mark.parametrize(
        ("base_url", "path", "address"),
        [
            ("https://shop.example/", "/", "https://shop.example/"),
            ("https://shop.example", "/login", "https://shop.example/login"),
            ("https://shop.example/", "login?next=/a", "https://shop.example/login?next=/a"),
            ("https://shop.example/uk", "/", "https://shop.example/uk/"),
            ("https://shop.example/uk", "/login", "https://shop.example/uk/login"),
            ("https://shop.example/uk/", "login", "https://shop.example/uk/login"),
            ("https://shop.example/uk/", "/login/#a", "https://shop.example/uk/login/#a"),
            ("https://shop.example/uk/", "https://other.example/x", "https://other.example/x"),
            ("https://shop.example/uk/", "about:blank", "about:blank"),
        ],
    )
    def test_address(self, base_url, path, address):
        assert site(base_url).address(path) == address

    @pytest.mark.parametrize(
        ("base_url", "host"),
        [
            ("https://shop.example/uk", "shop.example"),
            ("http://127.0.0.1:8000", "127.0.0.1:8000"),
        ],
    )
    def test_its_own_host_is_the_only_one_by_default(self, base_url, host):
        assert site(base_url).hosts == (host,)

    def test_an_address_with_a_password_is_refused(self):
        with pytest.raises(ValueError, match="password"):
            site("https://user:pass@shop.example/")

    def test_hosts_that_are_named_replace_it(self):
        assert site(allowed_hosts=("a.example", "*.pay.example")).hosts == ("a.example", "*.pay.example")

    @pytest.mark.parametrize("base_url", ["shop.example", "ftp://shop.example/", "https://", "", "/login"])
    def test_not_an_address(self, base_url):
        with pytest.raises(ValidationError, match="must be a full address"):
            site(base_url)


class TestJourney:
    def test_what_the_decorator_says(self):
        @journey("Sign up", goal="An account", budget=Budget(minutes=2), personas=["tom"])
        def sign_up(customer):
            """Walk."""

        found = journey_of(sign_up)
        assert (found.key, found.title, found.goal) == ("sign_up", "Sign up", "An account")
        assert (found.budget.minutes, found.personas) == (2, ("tom",))
        assert found.file == __file__
        assert found.line > 0
        assert sign_up.__test__ is True

    def test_without_a_budget_there_are_no_limits(self):
        @journey("Sign up", goal="An account")
        def sign_up(customer):
            """Walk."""

        assert journey_of(sign_up).budget == Budget()
        assert Budget().all_limits == ()

    def test_a_name_that_is_no_id(self):
        def signUp(customer):  # noqa: N802 - the fault itself
            """Walk."""

        with pytest.raises(SettingsError) as caught:
            journey("Sign up", goal="An account")(signUp)
        where, *rest = str(caught.value).splitlines()
        assert where.endswith(f"{signUp.__code__.co_firstlineno}: the journey's name 'signUp' cannot be used as an id")
        assert where.startswith(__file__)
        assert rest == ["  expected:  lower-case letters a-z, digits, - and _", "  to do:     rename the function"]
        assert journey_of(signUp) is None

    def test_other_functions_are_no_journeys(self):
        assert journey_of(len) is None
        assert journey_of(None) is None

    @pytest.mark.parametrize(
        "limits", [{"minutes": 0}, {"waiting_seconds": -1}, {"popups": -1}, {"score": 101}, {"minuts": 1}]
    )
    def test_budgets_that_make_no_sense(self, limits):
        with pytest.raises(ValidationError):
            Budget(**limits)


class TestModels:
    def test_they_never_change(self):
        with pytest.raises(ValidationError, match="frozen"):
            site().name = "other"

    def test_they_refuse_what_they_do_not_know(self):
        with pytest.raises(ValidationError, match="Extra inputs"):
            site(colour="red")

    @pytest.mark.parametrize("value", [float("nan"), float("inf")])
    def test_they_refuse_what_is_no_number(self, value):
        with pytest.raises(ValidationError):
            Persona(key="tom", title="Tom", network={"latency_ms": value})

    def test_there_are_nine_attributes(self):
        assert len(Attribute) == 9

    def test_a_step_with_a_part_unmeasured_has_no_total(self):
        known = {"index": 1, "title": "A", "effort_ms": 20, "interruption_ms": 0}
        assert StepCost(waiting_ms=10, **known).total_ms == 30
        assert StepCost(waiting_ms=None, **known).total_ms is None


class TestProblem:
    def test_all_of_it(self):
        text = problem("is wrong", where="a.toml", expected="right", near="write", todo="mend it")
        assert text == "a.toml: is wrong\n  expected:  right\n  nearest:   write\n  to do:     mend it"

    def test_what_is_not_known_is_left_out(self):
        assert problem("is wrong", todo="mend it") == "is wrong\n  to do:     mend it"

    @pytest.mark.parametrize(("word", "near"), [("shpo", "shop"), ("shop", "shop"), ("xyzzy", None), ("", None)])
    def test_nearest(self, word, near):
        assert nearest(word, ["shop", "stage"]) == near

"""Two shops and a mailbox, each a process of its own, for all end-to-end tests; and runs that several of them read."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from cxcheck.model.run import RunResult
from cxcheck.service import Service

HERE = Path(__file__).parent
SLOW_MAIL_S = 21  # more than twice the check's limit


@dataclass
class Walked:
    """A run, what it was told outside its folder, and what it wrote."""

    ran: object
    secrets: list[dict]

    @property
    def folder(self) -> Path:
        return self.ran.run

    @property
    def result(self) -> RunResult:
        return RunResult.model_validate_json((self.folder / "run.json").read_text(encoding="utf-8"))

    @property
    def visits(self) -> dict:
        """(journey, persona) -> the visit's result."""
        return {(visit.info.journey.key, visit.info.persona.key): visit for visit in self.result.visits}

    def events(self, journey: str, persona: str) -> list[dict]:
        [path] = (self.folder / "visits").glob(f"{journey}--{persona}--*--01/events.jsonl")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def maildir(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("mail") / "maildir"


@pytest.fixture(scope="session")
def mail_sink(maildir):
    with Service("mail sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(maildir)]) as sink:
        yield sink.address


@pytest.fixture(scope="session")
def demo_shop(mail_sink) -> str:
    """The address of the demo shop, with nothing planted; ``~friction/`` below it has some."""
    slow = ["--slow-mail-seconds", str(SLOW_MAIL_S)]
    with Service("demo shop", ["-m", "cxcheck.demo.shop", "--smtp", mail_sink, *slow]) as shop:
        yield shop.address


@pytest.fixture(scope="session")
def oscar_shop(mail_sink, tmp_path_factory) -> str:
    """The address of a shop that nobody here wrote."""
    pytest.importorskip("oscar")
    serve = HERE.parent / "targets" / "oscar" / "serve.py"
    data = tmp_path_factory.mktemp("oscar")
    arguments = [str(serve), "--data", str(data), "--smtp", mail_sink]
    with Service("django-oscar", arguments, ready_within_s=180) as shop:
        yield shop.address


@pytest.fixture(scope="session")
def walk(new_project, maildir, mail_sink, tmp_path_factory):
    """Walk journeys (the built-in one, or those given) on a site; secrets are noted outside the run's folder."""

    def walk(site: str, *options: object, files: dict[str, str] | None = None, **environment: str) -> Walked:
        truth = tmp_path_factory.mktemp("truth") / "truth.jsonl"
        project = new_project("project").write(files or {})
        ran = project.cxcheck(
            "run", site, "--cx-inbox", f"maildir:{maildir}", "-p", "cxtruth", *options,
            PYTHONPATH=str(HERE / "inner"), CXTRUTH=str(truth), SHOP=site, **environment,
        )  # fmt: skip
        said = truth.read_text(encoding="utf-8").splitlines() if truth.is_file() else []
        walked = Walked(ran, [json.loads(line) for line in said])
        all_runs.append(walked)
        return walked

    return walk


all_runs: list[Walked] = []


@pytest.fixture(scope="session")
def runs_so_far() -> list[Walked]:
    """Every run these tests have made until now."""
    return all_runs


# --- runs that several tests read

SEED = 7
VARIANTS = '''
import os

from cxcheck import Customer, journey

def forgotten_password(customer, variant):
    """The built-in journey, in a variant of the demo shop."""
    customer.has_account()
    with customer.step("Find where to ask for help"):
        customer.open(f"{os.environ['SHOP']}~{variant}/")
        customer.follow("sign in")
        customer.follow("forgot password")
    with customer.step("Ask for a reset link"):
        customer.fill_in("email")
        customer.submit()
    with customer.step("Open the e-mail", moment_of_truth=True):
        customer.open(customer.inbox.wait_for("password reset").link())
    with customer.step("Choose a new password"):
        customer.fill_in("new password")
        customer.submit()
    with customer.step("Sign in with it"):
        customer.sign_in()
        customer.expect("signed in")
'''
# What is planted -> who walks there. A journey each, so that all run at once in two workers.
PLANTED = {
    "slow-mail": ["tom"],
    "cookie-banner": ["maria"],
    "newsletter-popup": ["tom"],
    "dead-button": ["tom"],
    "hostile-text": ["tom"],
}


def one_for_each(planted: dict[str, list[str]]) -> str:
    return VARIANTS + "".join(
        f"""
@journey("Forgotten password, {name}", goal="Back in my account", personas={personas})
def {name.replace("-", "_")}(customer: Customer):
    forgotten_password(customer, "{name}")
"""
        for name, personas in planted.items()
    )


@pytest.fixture(scope="session")
def clean_run(walk, demo_shop) -> Walked:
    """The built-in journey as everybody in the demo shop without any friction."""
    return walk(f"{demo_shop}~clean/", "-n", 2, "--cx-seed", SEED, "--cx-persona", "maria", "--cx-persona", "tom")


@pytest.fixture(scope="session")
def planted_run(walk, demo_shop) -> Walked:
    """Each friction alone."""
    return walk(demo_shop, "-n", 2, "--cx-seed", SEED + 1, files={"journeys/planted.py": one_for_each(PLANTED)})

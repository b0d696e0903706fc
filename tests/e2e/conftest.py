"""Two shops and a mailbox, each a process of its own; and runs that many tests read."""

import json
import os
from pathlib import Path

import pytest
from leaks import leaks
from runs import BY_CARD, INNER, SEED, SLOW_MAIL_S, TAG, WHO_WALKS_WHAT, Walked, project

from cxcheck.service import Service
from cxcheck.starter_files import folder

HERE = Path(__file__).parent


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
    """Walk the built-in journeys, or those given, on a site; no run of these tests may give a secret away."""

    def walk(site: str, *options: object, files: dict[str, str] | None = None) -> Walked:
        truth = tmp_path_factory.mktemp("truth") / "truth.jsonl"
        project = new_project("project").write(files or {})
        ran = project.cxcheck(
            "run", site, "--cx-inbox", f"maildir:{maildir}", "-p", "cxtruth", *options,
            PYTHONPATH=f"{INNER}{os.pathsep}{HERE}", CXTRUTH=str(truth), SHOP=site,
        )  # fmt: skip
        told = truth.read_text(encoding="utf-8").splitlines() if truth.is_file() else []
        walked = Walked(ran.status, ran.out, ran.err, ran.run, [json.loads(line) for line in told])
        assert walked.told, walked.text
        assert leaks(walked) == []
        return walked

    return walk


# --- runs that several tests read


@pytest.fixture(scope="session")
def clean_run(walk, demo_shop) -> Walked:
    """All journeys, and everybody, in the demo shop without any friction."""
    options = ["-n", 2, "--cx-seed", SEED, *TAG, "-k", WHO_WALKS_WHAT, *BY_CARD]
    return walk(f"{demo_shop}~clean/", *options)


@pytest.fixture(scope="session")
def planted_run(walk, demo_shop) -> Walked:
    """Each friction alone, its clean twin, and what else happens to people."""
    options = ["-n", 2, "--cx-seed", SEED + 1, *BY_CARD]
    return walk(demo_shop, *options, files=project("shortest_ways", "situations"))


@pytest.fixture(scope="session")
def unordered_run(walk, demo_shop) -> Walked:
    """The built-in checkout and a careless journey, with nothing said of orders and everything shown."""
    options = ["-n", 2, "--cx-seed", SEED + 2, "--cx-persona", "tom", "--showlocals", "-ra"]
    options += ["--cx-record", "trace"]  # neither it nor the replays may tell a secret
    files = project("careless") | {"journeys/checkout.py": (folder("journeys") / "checkout.py").read_text("utf-8")}
    return walk(f"{demo_shop}~clean/", *options, files=files)

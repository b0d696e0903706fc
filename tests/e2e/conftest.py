"""Two shops and a mailbox, each a process of its own; and runs that many tests read, walked once for all workers."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from leaks import leaks
from runs import BY_CARD, INNER, SEED, SLOW_MAIL_S, WHO_WALKS_WHAT, Walked, project

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
def shared(tmp_path_factory) -> Path:
    """A folder that all workers know."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One worker at a time."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def walk(new_project, maildir, mail_sink, tmp_path_factory, shared):
    """Walk the built-in journeys, or those given, on a site; no run of these tests may give a secret away.

    One run at a time: two would make each other slow, and slowness is what they measure.
    """

    def walk(site: str, *options: object, files: dict[str, str] | None = None) -> Walked:
        truth = tmp_path_factory.mktemp("truth") / "truth.jsonl"
        project = new_project("project").write(files or {})
        with alone(shared / "walking.lock"):
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


@pytest.fixture(scope="session")
def once(shared) -> Callable[[str, Callable[[], Walked]], Walked]:
    """Walk what has a name only once: the first worker that wants it does so, the others wait and read it."""

    def once(name: str, walk: Callable[[], Walked]) -> Walked:
        kept = shared / f"{name}.json"
        with alone(shared / f"{name}.lock"):
            if not kept.exists():
                kept.write_text(json.dumps(vars(walk()), default=str), encoding="utf-8")
        told = json.loads(kept.read_text(encoding="utf-8"))
        return Walked(**told | {"folder": Path(told["folder"])})

    return once


# --- runs that several tests read


@pytest.fixture(scope="session")
def clean_run(once, walk, demo_shop) -> Walked:
    """All journeys, and everybody, in the demo shop without any friction."""
    options = ["-n", 2, "--cx-seed", SEED, "-k", WHO_WALKS_WHAT, *BY_CARD]
    return once("clean", lambda: walk(f"{demo_shop}~clean/", *options))


@pytest.fixture(scope="session")
def planted_run(once, walk, demo_shop) -> Walked:
    """Each friction alone, its clean twin, and what else happens to people."""
    options = ["-n", 2, "--cx-seed", SEED + 1, *BY_CARD]
    return once("planted", lambda: walk(demo_shop, *options, files=project("shortest_ways", "situations")))


@pytest.fixture(scope="session")
def unordered_run(once, walk, demo_shop) -> Walked:
    """The built-in checkout and a careless journey, with nothing said of orders and everything shown."""
    options = ["-n", 2, "--cx-seed", SEED + 2, "--cx-persona", "tom", "--showlocals", "-ra"]
    options += ["--cx-record", "frames"]  # which may show no secret either
    files = project("careless") | {"journeys/checkout.py": (folder("journeys") / "checkout.py").read_text("utf-8")}
    return once("unordered", lambda: walk(f"{demo_shop}~clean/", *options, files=files))

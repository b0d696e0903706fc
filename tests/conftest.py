"""A project of its own for a test: files, and cxcheck or pytest run in it as a user would, in a process of its own."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from xdist.scheduler import LoadFileScheduling

GOLDEN = Path(__file__).parent / "golden" / "plugin"
# What the process that runs these tests was told is nothing for the one inside.
_NOT_PASSED_ON = ("PYTEST_", "CXCHECK_", "COV_", "COVERAGE_", "PLAYWRIGHT_", "PYTHONPATH", "TERM", "CI")


def inner_environment(**changed: str) -> dict[str, str]:
    """The environment of an inner run: in a hurry, plain text, 80 columns, nothing of the outer run's settings."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_PASSED_ON)}
    if "PLAYWRIGHT_BROWSERS_PATH" in os.environ:
        own["PLAYWRIGHT_BROWSERS_PATH"] = os.environ["PLAYWRIGHT_BROWSERS_PATH"]
    if "CXCHECK_BROWSER" in os.environ:
        own["CXCHECK_BROWSER"] = os.environ["CXCHECK_BROWSER"]
    quick = {"CXCHECK_PACE": "robot", "CXCHECK_RECORD": "off"}
    return own | quick | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONWARNINGS": ""} | changed


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> "LoadFileScheduling":
    """A file to a worker; all end-to-end tests to one, since two runs at once would measure each other's load."""
    from xdist.scheduler import LoadFileScheduling

    class EndToEndOnOne(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return "e2e" if Path(file).parent.name == "e2e" else file

    return EndToEndOnOne(config, log)


@dataclass
class Ran:
    """What an inner run came to."""

    status: int
    out: str
    err: str
    folder: Path

    @property
    def text(self) -> str:
        return self.out + self.err

    @property
    def run(self) -> Path:
        """The folder of the run it made."""
        return (self.folder / "reports" / "latest").resolve()


@dataclass
class Project:
    """A folder in which somebody uses cxcheck."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def write(self, files: dict[str, str]) -> "Project":
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def cxcheck(self, *arguments: object, **environment: str) -> Ran:
        return self._run("cxcheck", arguments, environment)

    def pytest(self, *arguments: object, **environment: str) -> Ran:
        return self._run("pytest", arguments, environment)

    def on_a_terminal(self, *arguments: object) -> str:
        """Run pytest on a terminal of 80 columns; everything that was sent to it."""
        ours, theirs = os.openpty()
        running = subprocess.Popen(
            [sys.executable, "-m", "pytest", *map(str, arguments)],
            cwd=self.folder,
            env=inner_environment(**self.environment, TERM="xterm", PYTHONUTF8="1"),
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        sent = b""
        try:
            while part := os.read(ours, 65536):
                sent += part
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        running.wait(timeout=60)
        return sent.decode()

    def start(self, module: str, *arguments: object, **environment: str) -> subprocess.Popen[str]:
        """Start without waiting, as the head of a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=self.folder,
            env=inner_environment(**self.environment, **environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _run(self, module: str, arguments: tuple[object, ...], environment: dict[str, str]) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=self.folder,
            env=inner_environment(**(self.environment | environment)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr, self.folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    return Project(folder)


@pytest.fixture(scope="session")
def new_project(tmp_path_factory: pytest.TempPathFactory):
    """Make projects that outlive one test."""
    return lambda name: Project(tmp_path_factory.mktemp(name))


def as_golden(ran: Ran) -> str:
    """What a stranger reads, without what differs from run to run and without pytest's and its plugins' own lines."""
    out = re.sub(r"=+ warnings summary =+\n.*?-- Docs: .*?\n", "", ran.out, flags=re.DOTALL)
    parts = [f"exit status {ran.status}"]
    for name, text in (("standard output", out), ("standard error", ran.err)):
        lines = [line.rstrip() for line in _steady(text, ran.folder).splitlines() if not _THEIRS.match(line)]
        if any(lines):
            parts.append(f"--- {name}\n" + "\n".join(lines).strip("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)) + "\n"


_THEIRS = re.compile(
    r"platform |rootdir: |configfile: |plugins: |cachedir: |created: |=+ test session starts|"
    r"- generated xml|- Generated html|\d+ workers? \["
)
_CHANGING = (
    (r"reports/\d{8}-\d{6}-\d+-[\w-]+", "reports/RUN"),
    (r"\bseed \d+", "seed N"),
    (r"--cx-seed \d+", "--cx-seed N"),
    (r"--cx-tag \w+", "--cx-tag T"),
    (r"(127\.0\.0\.1|localhost):\d+", r"\1:PORT"),
    (r"in \d+\.\d+s( \(\d:\d\d:\d\d\))?", "in N s"),
    (r"at least [^=]* = waiting .*?; \d+ pop-ups?", "COSTS"),
    (r"· +\d+ s ·", "· N s ·"),
    (r"time: \d+\.\d+ min", "time: N min"),
    (r"(, \d warnings?)(?= in N s)", ""),
    (r"\d warnings?, (?=\d (error|failed|passed))", ""),
    (r"(?<=\(choose from )([^)]*)", lambda found: found[1].replace("'", "")),  # Python 3.12 dropped the quotes
    (r"={3,}", "==="),
    (r"_{5,}", "___"),
    (r"-{5,}", "---"),
)


def _steady(text: str, folder: Path) -> str:
    for path in (str(folder), str(folder.parent)):
        text = text.replace(path, "<PROJECT>" if path == str(folder) else "<TMP>")
    text = text.replace(sys.executable, "python").replace(sys.prefix, "<PREFIX>")
    text = text.replace(str(Path(__file__).parents[1]), "<CXCHECK>")
    for pattern, instead in _CHANGING:
        text = re.sub(pattern, instead, text)
    return text


@pytest.fixture
def golden():
    """Compare a run's text with the one kept; ``CXCHECK_UPDATE_GOLDEN=1`` keeps the new one."""

    def compare(ran: Ran, name: str) -> None:
        text, path = as_golden(ran), GOLDEN / f"{name}.txt"
        assert "Traceback" not in ran.text
        assert "INTERNALERROR" not in ran.text
        if os.environ.get("CXCHECK_UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == (path.read_text(encoding="utf-8") if path.is_file() else ""), f"differs from {path.name}"

    return compare

"""The repository keeps its own rules."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
import types
from pathlib import Path

import pytest

from cxcheck.cli import COMMANDS
from cxcheck.model.event import Event
from cxcheck.model.run import RunResult

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_import_rules_hold():
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        program = Path(shutil.which("lint-imports") or pytest.fail("import-linter is not installed"))
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "0 broken" in done.stdout, done.stdout[-3000:]
    assert done.returncode == 0


@pytest.mark.parametrize(("name", "model"), [("run", RunResult), ("event", Event)])
def test_published_schemas_are_those_of_the_models(name, model):
    published = json.loads((ROOT / f"cxcheck/model/schemas/{name}-v1.schema.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(model.model_json_schema()))


def test_the_first_two_blocks_of_the_readme_set_everything_up():
    first, second = BLOCKS[0].strip(), BLOCKS[1].strip()
    for block in (first, second):
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install")
        assert "-c constraints.txt" in block
    assert first.endswith(".venv/bin/cxcheck demo")
    assert ".venv/bin/cxcheck doctor --install && .venv/bin/pytest" in second


def test_ci_runs_the_readmes_second_block():
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    awk = re.search(r"awk '(.*?)'", script)
    assert awk
    taken = subprocess.run(["awk", awk[1], "README.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert taken.stdout == BLOCKS[1]


def test_the_readmes_journey_is_a_journey(tmp_path, monkeypatch):
    from cxcheck.model.journey import journey_of

    code = re.search(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert code
    names: dict = {}
    exec(compile(code[1], "README.md", "exec"), names)
    assert journey_of(names["find_help"]).goal == "Somebody to ask"


def test_the_readmes_check_is_a_check():
    from cxcheck.checks.run import run_checks
    from cxcheck.model.finding import CheckOutcome
    from cxcheck.model.persona import Persona
    from cxcheck.testing import Story

    code = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)[1]
    module = types.ModuleType("many_screens")
    exec(compile(code, "README.md", "exec"), module.__dict__)

    def outcome(screens: int) -> CheckOutcome:
        story = Story().step("Look", 0)
        for number in range(screens):
            story.document(1000 * number, painted_ms=1000 * number + 100, url=f"https://shop.example/{number}")
        (result,) = run_checks([module], story.end(60_000).artifacts(), Persona(key="tom", title="Tom"))
        return result.outcome

    assert (outcome(3), outcome(12)) == (CheckOutcome.PASS, CheckOutcome.FAIL)


def test_the_readme_names_commands_that_exist():
    named = set(re.findall(r"cxcheck (demo|run|config|report|explain|doctor|list|new|replay|compare)\b", README))
    assert named
    assert named <= set(COMMANDS)


def test_every_requirement_of_the_extras_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {re.split(r"[<>=\[ ]", line)[0].lower() for line in wanted} - {"cxcheck"}
    pinned = {line.partition("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines()}
    assert names <= pinned


def test_no_text_of_the_project_names_one_machine():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a checkout")
    telling = re.compile(r"/(?:wor[k]|roo[t]|hom[e]/\w+)/")
    found = []
    for name in filter(None, tracked.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".png", ".jpg", ".wav"} or not path.is_file():
            continue
        found += [name for line in path.read_text(encoding="utf-8").splitlines() if telling.search(line)]
    assert not found


def test_the_readmes_persona_and_site_are_understood(tmp_path):
    from cxcheck import settings

    persona, project = re.findall(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/olga.toml").write_text(persona, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    assert settings.personas(tmp_path)["olga"].hands.input == "touch"
    assert settings.site(tmp_path, "shop", None).inbox.domain == "qa.shop.example"
    kinds = []
    for other in re.findall(r"^# or [^{]+(\{.*\})$", project, re.MULTILINE):
        changed = re.sub(
            r"^(inbox +=) .*$", lambda line, other=other: f"{line[1]} {other}", project, flags=re.MULTILINE
        )
        (tmp_path / "pyproject.toml").write_text(changed, encoding="utf-8")
        kinds.append(settings.site(tmp_path, "shop", None).inbox.kind)
    assert kinds == ["imap", "mailpit"]

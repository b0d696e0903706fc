"""The ``cxcheck`` command, as somebody types it."""

import re
import subprocess
import sys
from importlib.metadata import version

import pytest


def test_help(project, golden):
    ran = project.cxcheck("--help")
    assert ran.status == 0
    golden(ran, "help")


def test_nothing_said_is_a_question_for_help(project):
    ran = project.cxcheck()
    assert ran.status == 0
    assert ran.out == project.cxcheck("--help").out


def test_version(project):
    ran = project.cxcheck("--version")
    assert (ran.status, ran.out.strip()) == (0, f"cxcheck {version('cxcheck')}")


def test_unknown_command(project, golden):
    ran = project.cxcheck("lst")
    assert ran.status == 4
    golden(ran, "command_unknown")


def test_help_imports_no_command():
    """Nor what commands need: help is there at once."""
    tell = "import sys; from cxcheck.cli import main; main([]); print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines())
    assert "cxcheck.cli" in loaded
    assert not loaded & {"pytest", "pydantic", "playwright", "jinja2", "faker"}
    assert not [name for name in loaded if name.startswith("cxcheck.cli.")]


def test_explain_lists_every_check(project):
    ran = project.cxcheck("explain")
    assert ran.status == 0
    for check in ("dead-click", "mail-slow", "popup-in-the-way"):
        assert re.search(rf"^{check} .+", ran.out, re.MULTILINE)


def test_explain_one(project):
    ran = project.cxcheck("explain", "mail-slow")
    assert ran.status == 0
    for label in ("fails when", "passes when", "threshold", "why", "remedy", "source", "attribute", "weight"):
        assert re.search(rf"^{label}  +\S", ran.out, re.MULTILINE), label


def test_explain_effort_tells_each_constant_with_its_source(project):
    ran = project.cxcheck("explain", "effort")
    assert ran.status == 0
    for name, value in (("mental", "1350 ms"), ("point_mouse_bit", "100 ms"), ("read_ratio", "0.28")):
        found = re.search(rf"^{name} +{value} +\S.*\n +\S.*[12][0-9]{{3}}", ran.out, re.MULTILINE)
        assert found, name
    assert re.search(r"words read aloud a minute: en 228, .*pl 166", ran.out.replace("\n", " "))


def test_explain_a_misspelt_one(project):
    ran = project.cxcheck("explain", "mail-slw")
    assert ran.status == 4
    assert "unknown check 'mail-slw'" in ran.err
    assert re.search(r"nearest: +mail-slow$", ran.err, re.MULTILINE)
    assert "Traceback" not in ran.text


# --- doctor


def parts(ran) -> dict[str, str]:
    """What the doctor said of each part: ok or NO."""
    return {name: said for said, name in re.findall(r"^(ok|NO) +(\w+)", ran.out, re.MULTILINE)}


@pytest.mark.browser
def test_doctor_finds_all_well(project, serve, tmp_path):
    (tmp_path / "mail" / "new").mkdir(parents=True)
    site = serve({"/": "<title>Shop</title>"})
    ran = project.cxcheck("doctor", site, "--inbox", f"maildir:{tmp_path / 'mail'}@customers.example")
    assert ran.status == 0, ran.text
    assert set(parts(ran).values()) == {"ok"}
    assert set(parts(ran)) >= {"python", "browser", "personas", "reports", "site", "inbox"}
    assert "answers 200" in ran.out
    assert "@customers.example" in ran.out


@pytest.mark.browser
def test_doctor_names_everything_that_is_wrong_at_once(project, golden):
    project.write({"personas/tom.toml": 'titel = "Tom"\nsummary = "In a hurry"\n', "reports": "a file"})
    ran = project.cxcheck("doctor", "http://127.0.0.1:9/", "--inbox", "maildir:nowhere")
    assert ran.status == 11, ran.text
    assert parts(ran) == {
        "python": "ok", "browser": "ok", "personas": "NO", "reports": "NO", "site": "NO", "inbox": "NO",
    }  # fmt: skip
    ran.out = re.sub(r"(?m)^(ok +(python|browser) +).*", r"\1…", ran.out)
    golden(ran, "doctor_no")


def test_doctor_without_a_browser(project, golden, tmp_path):
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    ran = project.cxcheck("doctor", PATH=str(nowhere), PLAYWRIGHT_BROWSERS_PATH=str(nowhere))
    assert ran.status == 11
    assert parts(ran)["browser"] == "NO"
    ran.out = re.sub(r"(?m)^(ok +(python|personas) +).*", r"\1…", ran.out)
    golden(ran, "doctor_no_browser")

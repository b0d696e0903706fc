"""``cxcheck new --ci``: files that GitHub and GitLab take, whose commands do together what one run does."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from ruamel.yaml import YAML
from stored_runs import finished, visit_info, write_run

from cxcheck.cli.project import CI

SCHEMAS = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}
SHARDS = 4


@pytest.fixture(params=CI)
def server(request):
    return request.param


@pytest.fixture
def made(project, server):
    """A project made with the example, its folder, and what the file says."""
    ran = project.cxcheck("new", "shop", "--ci", server, "--site", "shop=https://staging.shop.example/")
    assert ran.status == 0, ran.text
    assert CI[server][0] in ran.out
    inner = type(project)(project.folder / "shop")
    text = (inner.folder / CI[server][0]).read_text(encoding="utf-8")
    return inner, YAML(typ="safe").load(text), text


def commands(server, told, shard=None):
    """The lines that a machine of the stage runs; ``shard`` None: the last stage's."""
    if server == "gitlab":
        lines = told["scorecard" if shard is None else "walk"]["script"]
        known = {"$CI_NODE_TOTAL": str(SHARDS), "$CI_NODE_INDEX": str(shard), "$CI_PIPELINE_IID": "7"}
    else:
        lines = [one["run"] for one in told["jobs"]["scorecard" if shard is None else "walk"]["steps"] if "run" in one]
        known = {"strategy.job-total": str(SHARDS), "matrix.shard": str(shard), "github.run_number": "7"}
        known = {f"${{{{ {name} }}}}": value for name, value in known.items()}
    for name, value in known.items():
        lines = [line.replace(name, value) for line in lines]
    return lines


def test_the_server_takes_it(made, server, tmp_path):
    """By the published schema."""
    project, _, text = made
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[server]]
    done = subprocess.run([*check, str(project.folder / CI[server][0])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (tmp_path / "wrong.yml").write_text(text.replace("script:", "scripts:").replace("runs-on:", "runs_on:"))
    done = subprocess.run([*check, str(tmp_path / "wrong.yml")], capture_output=True, text=True, check=False)
    assert done.returncode == 1, "the schema would not tell"


def test_its_shards_walk_everything_once_as_the_same_people(made, server):
    project, told, _ = made
    everything = project.cxcheck("run", "--collect-only", "-q")
    walked, seeds = [], set()
    for shard in range(1, SHARDS + 1):
        [line] = [line for line in commands(server, told, shard) if "cxcheck run" in line]
        words = line.partition("cxcheck ")[2].split()
        seeds.add(words[words.index("--cx-seed") + 1])
        assert words[words.index("--cx-run-dir") + 1] == f"reports/shard-{shard}"
        ran = project.cxcheck(*words, "--collect-only", "-q")
        assert ran.status == 0, ran.text
        found = [line for line in ran.out.splitlines() if "::" in line]
        assert found
        walked += found
    assert sorted(walked) == sorted(line for line in everything.out.splitlines() if "::" in line)
    assert len(seeds) == 1


def test_its_last_stage_makes_one_report_and_judges_the_budgets(made, server):
    project, told, _ = made
    where = "shards/cxcheck-shard-{}" if server == "github" else "reports/shard-{}"
    for shard in range(1, SHARDS + 1):
        run = project.folder / where.format(shard)
        write_run(run, (visit_info(f"j{shard}"), finished()), settings={"budget": "warn"})
    [line] = [line for line in commands(server, told) if "cxcheck report" in line]
    line = line.replace("cxcheck ", f"{sys.executable} -m cxcheck ")
    done = subprocess.run(["bash", "-ec", line], cwd=project.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report = project.folder / "reports" / "scorecard"
    assert len(list((report / "visits").iterdir())) == SHARDS
    assert (report / "junit.xml").is_file()
    assert (report / "summary.md").is_file()
    assert "--cx-budget fail" in line


def test_everything_is_kept_also_of_what_failed(made, server):
    _, told, text = made
    assert f"cxcheck=={version('cxcheck')}" in text
    if server == "gitlab":
        assert [told[job]["artifacts"]["when"] for job in ("walk", "scorecard")] == ["always", "always"]
        assert told["scorecard"]["when"] == "always"
        assert told["scorecard"]["artifacts"]["reports"]["junit"] == "reports/scorecard/junit.xml"
        assert told["walk"]["parallel"] == SHARDS
        return
    jobs = told["jobs"]
    assert jobs["walk"]["strategy"]["matrix"]["shard"] == list(range(1, SHARDS + 1))
    assert jobs["scorecard"]["needs"] == "walk"
    for job in jobs.values():
        [upload] = [step for step in job["steps"] if step.get("uses", "").startswith("actions/upload-artifact")]
        assert upload["if"] == "${{ !cancelled() }}"
    assert jobs["scorecard"]["if"] == "${{ !cancelled() }}"


def test_it_is_added_to_a_project_that_is_there_and_never_over_a_file(project, server):
    project.write({"journeys/look.py": ""})
    ran = project.cxcheck("new", "--ci", server)
    assert ran.status == 0, ran.text
    path = project.folder / CI[server][0]
    path.write_text("mine")
    again = project.cxcheck("new", "--ci", server)
    assert again.status == 4
    assert f"{CI[server][0]}: there is a file of that name" in again.err
    assert path.read_text() == "mine"


def test_without_a_folder_and_without_a_server(project):
    ran = project.cxcheck("new")
    assert ran.status == 4
    assert "no folder was named" in ran.err

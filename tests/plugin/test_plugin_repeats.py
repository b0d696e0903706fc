"""One journey walked several times by the same persona: as whom, and where it is kept."""

import json
import re

import pytest


def people(ran_in) -> dict[str, dict]:
    """Visit's folder -> what is known of it."""
    return {path.parent.name: json.loads(path.read_text()) for path in ran_in.glob("visits/*/visit.json")}


def scorecard(page) -> str:
    """Our part of pytest-html's page."""
    return re.search(r'class="cx-report".*<h2 class="cx-tests">', page.read_text(), re.DOTALL).group()


@pytest.mark.browser
def test_each_repeat_is_a_person_of_its_own_whichever_comes_first(project, look, serve):
    """Walked alone, the second repeat is the same person in the same folder as after the first one."""
    site = ["--cx-site", serve({"/": "<title>Shop</title><h1>Shop</h1>"}), "--cx-seed", "7", "--cx-repeat", "2"]
    project.write({**look, "personas/ann.toml": 'title = "Ann"\n'})
    both = project.pytest("journeys", *site, "--cx-run-dir", "both")
    assert both.status == 0, both.text
    found = people(project.folder / "both")
    assert sorted(found) == ["look_around--ann--chromium--01", "look_around--ann--chromium--02"]
    first, second = (found[key] for key in sorted(found))
    assert (first["repeat"], second["repeat"]) == (1, 2)
    assert first["identity"]["email"] != second["identity"]["email"]

    tag = json.loads((project.folder / "both" / "run.json").read_text())["run"]["settings"]["tag"]
    assert f"--cx-seed 7; with the same addresses: --cx-tag {tag})" in both.out
    test = "journeys/look.py::look_around[ann-2of2-chromium]"
    for folder, more in (("alone", ["--cx-tag", tag]), ("anew", [])):
        alone = project.pytest(test, *site, *more, "--cx-run-dir", folder)
        assert alone.status == 0, alone.text
    only, anew = (people(project.folder / folder) for folder in ("alone", "anew"))
    assert list(only) == list(anew) == ["look_around--ann--chromium--02"]
    [only], [anew] = only.values(), anew.values()
    assert only["identity"] == second["identity"]
    # The same person, whom a site that remembers them does not know yet.
    assert anew["identity"]["name"] == second["identity"]["name"]
    assert anew["identity"]["email"] != second["identity"]["email"]


@pytest.mark.browser
def test_judged_again_it_is_the_same(project, look, serve):
    """Medians, ranges, the budget that settings name and the page itself follow from the recordings alone."""
    settings = "[tool.cxcheck.budget.journeys.look_around]\nlimits = [{ measure = 'documents', at_most = 0 }]\n"
    project.write({**look, "personas/ann.toml": 'title = "Ann"\n', "pyproject.toml": settings})
    site = serve({"/": "<title>Shop</title><h1>Shop</h1>"})
    ran = project.cxcheck("run", site, "--cx-repeat", "2", "--cx-run-dir", "run")
    assert ran.status == 10, ran.text
    assert "1 failed, 2 passed" in ran.out, "each has finished; the median of both is over budget"
    assert re.search(r"Look around +Ann .* 2 of 2 finished", ran.out)
    run, page = project.folder / "run" / "run.json", project.folder / "run" / "scorecard.html"
    first, told = json.loads(run.read_text()), scorecard(page)
    [repeats] = first["repeats"]
    assert (repeats["finished"], repeats["measured"], repeats["waiting_ms"]["n"]) == (2, 2, 2)
    assert '<table class="cx-turns">' in told
    assert first["verdict"]["reasons"] == ["Look around, Ann: documents loaded, median of 2 visits: 1; the budget is 0"]

    (project.folder / "pyproject.toml").unlink()
    again = project.cxcheck("report", "run")
    assert again.status == 10, again.text
    assert json.loads(run.read_text()) == first
    assert scorecard(page) == told


def test_a_number_that_is_none(project, look):
    ran = project.write(look).pytest("journeys", "--cx-site", "https://shop.example/", "--cx-repeat", "many")
    assert ran.status == 4
    assert "--cx-repeat: cannot walk 'many' times" in ran.err
    assert "Traceback" not in ran.text

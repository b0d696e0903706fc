"""One journey walked several times by the same persona: as whom, and where it is kept."""

import json

import pytest


def people(ran_in) -> dict[str, dict]:
    """Visit's folder -> what is known of it."""
    return {path.parent.name: json.loads(path.read_text()) for path in ran_in.glob("visits/*/visit.json")}


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

    alone = project.pytest("journeys/look.py::look_around[ann-2of2-chromium]", *site, "--cx-run-dir", "alone")
    assert alone.status == 0, alone.text
    only = people(project.folder / "alone")
    assert list(only) == ["look_around--ann--chromium--02"]
    assert only["look_around--ann--chromium--02"]["identity"] == second["identity"]


def test_a_number_that_is_none(project, look):
    ran = project.write(look).pytest("journeys", "--cx-site", "https://shop.example/", "--cx-repeat", "many")
    assert ran.status == 4
    assert "--cx-repeat: cannot walk 'many' times" in ran.err
    assert "Traceback" not in ran.text

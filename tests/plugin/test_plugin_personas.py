"""``cxcheck personas``, and personas of the pool in a project."""

import json

import pytest

from cxcheck import settings

JOURNEYS = """
from cxcheck import Customer, journey


@journey("Look around", goal="")
def look(customer: Customer):
    customer.open("/")


@journey("Ask", goal="", personas=["bob", "nour"])
def ask(customer: Customer):
    customer.open("/")
"""


@pytest.fixture
def shop(project):
    return project.write({"journeys/shop.py": JOURNEYS, "personas/bob.toml": 'title = "Bob"\nsummary = "Has time"\n'})


def walkers(ran) -> dict[str, list[str]]:
    assert ran.status == 0, ran.text
    return {journey["key"]: journey["personas"] for journey in json.loads(ran.out)["journeys"]}


def test_all_are_shown_with_people_and_who_walks_here(shop):
    ran = shop.cxcheck("personas")
    assert ran.status == 0, ran.text
    here, asked = ran.out.split("They come along when asked")
    assert "Bob [bob]" in here
    for key, persona in settings.pool().items():
        assert f"{persona.title} [{key}]" in asked
    assert "zoom 200%, mouse, de-DE, cable" in asked
    assert asked.count("@customers.example.test") == len(settings.pool())
    assert max(map(len, ran.out.splitlines())) <= 80


def test_people_are_shown_to_machines_without_secrets(shop):
    ran = shop.cxcheck("personas", "helga", "bob", "--people", "3", "--json")
    assert ran.status == 0, ran.text
    helga, bob = json.loads(ran.out)
    assert (helga["key"], helga["walks_here"], bob["walks_here"]) == ("helga", False, True)
    assert helga["browser"]["zoom"] == 2
    assert len({person["email"] for person in helga["people"] + bob["people"]}) == 6
    assert not {"password", "new_password", "card", "cards", "seed"} & set(helga["people"][0])
    assert shop.cxcheck("personas", "helga", "bob", "--people", "3", "--json").out == ran.out
    assert shop.cxcheck("personas", "helga", "bob", "--people", "3", "--json", "--seed", "2").out != ran.out


def test_the_pool_walks_only_when_asked(shop):
    assert walkers(shop.cxcheck("list", "--json")) == {"look": ["bob"], "ask": ["bob", "nour"]}
    assert walkers(shop.cxcheck("list", "--json", "--cx-persona", "nour")) == {"look": ["nour"], "ask": ["nour"]}
    assert walkers(shop.cxcheck("list", "--json", "--cx-persona", "yuki")) == {"look": ["yuki"]}


def test_kept_ones_are_files_of_the_project_and_walk(shop):
    ran = shop.cxcheck("personas", "helga", "tom", "--keep")
    assert ran.status == 0, ran.text
    assert walkers(shop.cxcheck("list", "--json"))["look"] == ["bob", "helga", "tom"]
    assert settings.personas(shop.folder)["helga"] == settings.pool()["helga"]


def test_what_is_there_stays_as_it_is(shop):
    (shop.folder / "personas" / "helga.toml").write_text('title = "Our own"')
    ran = shop.cxcheck("personas", "tom", "helga", "--keep")
    assert ran.status == 4, ran.text
    assert "there is such a file already: helga" in ran.text
    assert not (shop.folder / "personas" / "tom.toml").exists()
    assert (shop.folder / "personas" / "helga.toml").read_text() == 'title = "Our own"'
    assert "nobody was named" in shop.cxcheck("personas", "--keep").text
    assert "nearest:   helga" in shop.cxcheck("personas", "hellga").text


def test_a_page_shows_everybody_with_a_portrait_and_nothing_of_a_file_is_markup(shop):
    shop.write({"personas/eve.toml": 'title = "<script>alert(1)</script>"\nsummary = "{{ 7*7 }} & more"\n'})
    ran = shop.cxcheck("personas", "--page", "people.html")
    assert ran.status == 0, ran.text
    text = (shop.folder / "people.html").read_text(encoding="utf-8")
    assert text.count('<svg class="cx-avatar"') == len(settings.pool()) + 2
    assert all(persona.summary in text for persona in settings.pool().values())
    assert "<script" not in text
    assert "{{ 7*7 }} &amp; more" in text
    assert "the page cannot be written" in shop.cxcheck("personas", "--page", "no/such/folder.html").text

"""The personas that come with cxcheck: many kinds of people, and only the starter ones walk unasked."""

import re

import pytest

from cxcheck import lexicon, settings
from cxcheck.errors import SettingsError

POOL = settings.pool()
STARTERS = ["claire", "maria", "oleksandra", "tom"]


def those(**wanted) -> set[str]:
    """Who has all of these, by dotted path."""

    def has(persona, path, value) -> bool:
        for name in path.split("__"):
            persona = getattr(persona, name)
        return value(persona) if callable(value) else persona == value

    return {key for key, persona in POOL.items() if all(has(persona, *one) for one in wanted.items())}


def test_at_least_ten_of_whom_four_walk_unasked(tmp_path):
    assert len(POOL) >= 10
    assert list(settings.personas(tmp_path)) == STARTERS


@pytest.mark.parametrize(
    "trait",
    [
        {"hands__input": "mouse"},
        {"hands__input": "touch"},
        {"hands__input": "keyboard"},
        {"browser__zoom": 2},
        {"browser__contrast": "more"},
        {"browser__forced_colors": "active"},
        {"browser__reduced_motion": "reduce"},
        {"browser__color_scheme": "dark"},
        {"network__cpu_slowdown": lambda times: times >= 4},
        {"network__download_kbps": lambda rate: rate is not None},
        {"manners__cookies": "accept"},
        {"manners__cookies": "reject"},
        {"manners__cookies": "ignore"},
        {"manners__popups": "ignore"},
        {"patience__retries": 0},
        {"patience__wait_ms": lambda wait: wait <= 3_000},
        {"patience__wait_ms": lambda wait: wait >= 15_000},
        {"hands__typing_wpm": lambda pace: pace <= 20},
        {"hands__typing_wpm": lambda pace: pace >= 80},
        *(
            {"browser__locale": lambda said, code=code: said.startswith(code)}
            for code in ("de", "ja", "ko", "ar", "zh")
        ),
    ],
)
def test_every_kind_of_customer_is_somebody(trait):
    assert those(**trait)


@pytest.mark.parametrize("key", POOL)
def test_each_is_somebody_a_product_manager_can_tell_apart(key):
    persona = POOL[key]
    assert re.fullmatch(r"[^,]{3,12}, .{8,40}", persona.title)
    assert 80 <= len(persona.summary) <= 220
    assert persona.avatar
    assert persona.identity.given_name
    assert persona.browser.locale.replace("-", "_") == persona.identity.locale
    assert persona.browser.locale.partition("-")[0] in lexicon.languages()


def test_no_two_are_alike():
    for part in ("title", "summary", "avatar"):
        assert len({str(getattr(persona, part)) for persona in POOL.values()}) == len(POOL)


def test_one_of_the_pool_is_chosen_by_its_key_and_a_projects_own_comes_first(tmp_path):
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas" / "helga.toml").write_text('title = "Our own Helga"')
    known = settings.personas(tmp_path)
    assert [one.title for one in settings.choose_personas(known, ("helga", "yuki"))] == [
        "Our own Helga", POOL["yuki"].title,
    ]  # fmt: skip
    assert [one.key for one in settings.choose_personas(known, ())] == ["helga"]
    with pytest.raises(SettingsError, match=r"nearest: +yuki"):
        settings.choose_personas(known, ("yukki",))

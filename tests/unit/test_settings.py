"""Settings: what is read, and the exact words for what is not understood.

The words are golden files under tests/golden/settings; CXCHECK_UPDATE_GOLDEN=1 writes them anew.
"""

import os
from pathlib import Path

import pytest

from cxcheck import settings, starter_files
from cxcheck.errors import SettingsError
from cxcheck.model.site import InboxSettings

GOLDEN = Path(__file__).parents[1] / "golden" / "settings"
SHOP = '[tool.cxcheck.sites.shop]\nbase_url = "https://shop.example/"\n'


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    for name in settings.ENVIRONMENT.values():
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path):
    """Writes a project's files and returns its folder."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            folder = tmp_path if name == "pyproject" else tmp_path / "personas"
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def agrees_with_golden(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("CXCHECK_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == path.read_text(encoding="utf-8")


def words(act, root: Path) -> str:
    """The error's words, the project's own folder left out."""
    with pytest.raises(SettingsError) as caught:
        act()
    assert caught.value.exit_status == 4
    return str(caught.value).replace(str(root) + os.sep, "PROJECT/").replace("personas" + os.sep, "personas/")


PERSONAS = {
    "misspelt-key": 'title = "Tom"\n[hands]\ntyping_wmp = 60\n',
    "misspelt-key-at-the-top": 'title = "Tom"\nsumary = "At his desk"\n',
    "key-like-no-other": 'title = "Tom"\nshoe_size = 44\n',
    "misspelt-table": 'title = "Tom"\n[pacience]\npopups = 1\n',
    "missing-title": 'summary = "At his desk"\n',
    "wrong-type": 'title = "Tom"\n[hands]\ntyping_wpm = "fast"\n',
    "out-of-range": 'title = "Tom"\n[hands]\ntyping_wpm = 900\n',
    "misspelt-zoom": 'title = "Tom"\n[browser]\nzom = 2\n',
    "zoom-out-of-range": 'title = "Tom"\n[browser]\nzoom = 200\n',
    "not-a-choice": 'title = "Tom"\n[manners]\ncookies = "eat"\n',
    "not-a-profile": 'title = "Tom"\n[network]\nprofile = "5g"\n',
    "invalid-toml": "title = Tom\n",
}


@pytest.mark.parametrize("name", PERSONAS)
def test_a_persona_that_is_not_understood(name, project):
    root = project(tom=PERSONAS[name])
    agrees_with_golden(f"persona-{name}", words(lambda: settings.personas(root), root))


def test_a_persona_file_whose_name_is_no_id(project):
    root = project(**{"Tom Gill": 'title = "Tom"'})
    agrees_with_golden("persona-bad-file-name", words(lambda: settings.personas(root), root))


def test_a_persona_file_that_is_no_text(project):
    root = project(tom="")
    (root / "personas" / "tom.toml").write_bytes(b'title = "\xff\xfe"')
    agrees_with_golden("persona-no-text", words(lambda: settings.personas(root), root))


def test_an_unknown_persona(project):
    known = settings.personas(project(tom='title = "Tom"', maria='title = "Maria"'))
    agrees_with_golden("persona-unknown", words(lambda: settings.choose_personas(known, ("mariah",)), Path("/no")))


def test_an_unknown_persona_where_there_are_none():
    agrees_with_golden("persona-none", words(lambda: settings.choose_personas({}, ("tomas",)), Path("/no")))


SITES = {
    "unknown-with-nearest": (SHOP, "shpo"),
    "unknown": ("", "shop"),
    "not-an-address": ("", "ftp://shop.example/"),
    "address-without-host": ("", "https:///path"),
    "misspelt-key": (SHOP + 'alowed_hosts = ["shop.example"]\n', "shop"),
    "misspelt-inbox-key": (SHOP + '[tool.cxcheck.sites.shop.inbox]\nmaildir = "mail"\ndomian = "x.test"\n', "shop"),
    "wrong-type": (SHOP + 'answer_within_ms = "soon"\n', "shop"),
    "base-url-missing": ('[tool.cxcheck.sites.shop]\nlanguage = "en"\n', "shop"),
    "base-url-no-address": ('[tool.cxcheck.sites.shop]\nbase_url = "shop.example"\n', "shop"),
    "inbox-domain-unfit": (SHOP + '[tool.cxcheck.sites.shop.inbox]\nmaildir = "mail"\ndomain = "a b"\n', "shop"),
    "unknown-key-in-table": ("[tool.cxcheck]\nsite = 1\n", "shop"),
    "invalid-toml": ("[tool.cxcheck\n", "shop"),
}


@pytest.mark.parametrize(
    "name",
    SITES,
)
def test_a_site_that_is_not_understood(name, project):
    pyproject, site = SITES[name]
    root = project(pyproject=pyproject)
    said = words(lambda: settings.site(root, site, None), root)
    agrees_with_golden(f"site-{name}", said)


@pytest.mark.parametrize(
    "pyproject",
    ['[tool.cxcheck]\nsites = "https://shop.example/"\n', '[tool.cxcheck.sites]\nshop = "https://shop.example/"\n'],
    ids=["sites", "shop"],
)
def test_a_text_where_a_table_belongs(pyproject, project):
    root = project(pyproject=pyproject)
    assert "shop" in words(lambda: settings.site(root, "shop", None), root)


def test_an_address_that_cannot_be_taken_apart(project):
    root = project()
    assert "address" in words(lambda: settings.site(root, "http://[shop/", None), root)


INBOXES = [
    "pop3:mail.example", "imap:mail.example", "imap:mail.example,user=cx", "mailpit:mail.example", "maildir:",
    "maildir:@x.test", "mail", "maildir:box@a b", "imap:mail.example,user=cx,address=cx@qa.example",
    "imap:imaps://cx:pw@mail.example,user=cx,domain=qa.example", "imap:mail.example,user=cx,pasword_env=PW",
    "imap:mail.example,user=cx,domain=qa.example,address=cx+{tag}@qa.example", "imap:mail.example:143x,user=cx",
]  # fmt: skip


@pytest.mark.parametrize("text", INBOXES)
def test_an_inbox_that_is_not_understood(text, project):
    root = project()
    name = "inbox-" + "".join(char if char.isalnum() else "-" for char in text)
    agrees_with_golden(name, words(lambda: settings.site(root, "https://shop.example/", text), root))


class TestPersonas:
    def test_read_from_the_projects_folder_by_file_name(self, project):
        found = settings.personas(project(tom='title = "Tom"\n[patience]\npopups = 0\n', a_b='title = "B"'))
        assert list(found) == ["a_b", "tom"]
        assert (found["tom"].key, found["tom"].title, found["tom"].patience.popups) == ("tom", "Tom", 0)

    def test_the_starter_ones_without_a_folder_of_their_own(self, tmp_path):
        assert {"maria", "tom"} <= set(settings.personas(tmp_path))

    def test_an_empty_folder_has_none(self, tmp_path):
        (tmp_path / "personas").mkdir()
        assert settings.personas(tmp_path) == {}

    def test_chosen_in_the_order_asked_for_or_all(self, tmp_path):
        known = settings.personas(tmp_path)
        assert [persona.key for persona in settings.choose_personas(known, ("tom", "maria"))] == ["tom", "maria"]
        assert settings.choose_personas(known, ()) == list(known.values())


class TestSite:
    @pytest.mark.parametrize(
        ("given", "base_url", "name"),
        [
            ("https://shop.example/", "https://shop.example/", "shop.example"),
            ("https://shop.example", "https://shop.example/", "shop.example"),
            ("shop.example", "https://shop.example/", "shop.example"),
            ("shop.example/uk", "https://shop.example/uk", "shop.example"),
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000/", "127.0.0.1:8000"),
            ("localhost:8000", "https://localhost:8000/", "localhost:8000"),
            ("Our shop=https://shop.example/uk", "https://shop.example/uk", "Our shop"),
            ("https://shop.example/?a=b", "https://shop.example/?a=b", "shop.example"),
        ],
    )
    def test_by_address(self, given, base_url, name, tmp_path):
        site = settings.site(tmp_path, given, None)
        assert (site.base_url, site.name, site.inbox) == (base_url, name, None)

    def test_by_name(self, project):
        site = settings.site(project(pyproject=SHOP + 'language = "es"\n'), "shop", None)
        assert (site.name, site.base_url, site.language) == ("shop", "https://shop.example/", "es")

    def test_the_only_one_needs_no_name(self, project):
        assert settings.site(project(pyproject=SHOP), None, None).name == "shop"

    def test_of_several_one_must_be_named(self, project):
        both = SHOP + SHOP.replace("shop", "stage")
        assert settings.site(project(pyproject=both), None, None) is None

    def test_none_named_and_none_known(self, tmp_path):
        assert settings.site(tmp_path, None, None) is None

    def test_other_tools_settings_are_left_alone(self, project):
        assert settings.site(project(pyproject="[tool.ruff]\nline-length = 99\n"), None, None) is None

    def test_the_environment_counts_less_than_what_is_given(self, project, monkeypatch):
        root = project(pyproject=SHOP)
        monkeypatch.setenv("CXCHECK_SITE", "https://env.example/")
        monkeypatch.setenv("CXCHECK_INBOX", "maildir:env")
        assert settings.site(root, None, None).base_url == "https://env.example/"
        assert settings.site(root, None, None).inbox.maildir == "env"
        assert settings.site(root, "shop", "maildir:given").name == "shop"
        assert settings.site(root, "shop", "maildir:given").inbox.maildir == "given"

    def test_an_inbox_with_and_without_a_domain(self, tmp_path):
        site = settings.site(tmp_path, "https://shop.example/", "maildir:/var/mail@qa.example")
        assert site.inbox == InboxSettings(maildir="/var/mail", domain="qa.example")
        plain = settings.site(tmp_path, "https://shop.example/", "maildir:/var/mail")
        assert plain.inbox == InboxSettings(maildir="/var/mail")

    def test_an_imap_inbox_on_the_command_line_and_in_the_file(self, project):
        table = '[tool.cxcheck.sites.shop.inbox]\nimap = "imap.example"\nuser = "cx"\naddress = "cx+{tag}@qa.example"\n'
        filed = settings.site(project(pyproject=SHOP + table), "shop", None).inbox
        text = "imap:imaps://imap.example,user=cx,address=cx+{tag}@qa.example"
        assert filed == settings.site(project(), "https://shop.example/", text).inbox
        assert (filed.kind, filed.imap, filed.prefix, filed.host) == (
            "imap",
            "imaps://imap.example",
            "cx+",
            "qa.example",
        )
        assert filed.variable == "CXCHECK_INBOX_PASSWORD"

    def test_a_mailpit_inbox_takes_any_address(self, tmp_path):
        inbox = settings.site(tmp_path, "https://shop.example/", "mailpit:http://127.0.0.1:8025/mail").inbox
        assert (inbox.kind, inbox.mailpit, inbox.prefix) == ("mailpit", "http://127.0.0.1:8025/mail", "")
        assert inbox.host.endswith(".test")

    def test_a_given_inbox_replaces_the_sites_own(self, project):
        root = project(pyproject=SHOP + '[tool.cxcheck.sites.shop.inbox]\nmaildir = "own"\n')
        assert settings.site(root, "shop", None).inbox.maildir == "own"
        assert settings.site(root, "shop", "maildir:given").inbox.maildir == "given"


class TestRepeats:
    def test_once_unless_somebody_says_so(self, monkeypatch):
        assert settings.repeats(Path("/no"), None) == 1
        monkeypatch.setenv("CXCHECK_REPEAT", "3")
        assert settings.repeats(Path("/no"), None) == 3
        assert settings.repeats(Path("/no"), "5") == 5

    @pytest.mark.parametrize("given", ["0", "-1", "twice", "1.5", "100", "²"])
    def test_what_is_no_number_of_times(self, given):
        with pytest.raises(SettingsError, match=r"--cx-repeat: cannot walk[\s\S]*from 1 to 99"):
            settings.repeats(Path("/no"), given)

    def test_the_environment_is_named_where_it_is_wrong(self, monkeypatch):
        monkeypatch.setenv("CXCHECK_REPEAT", "often")
        with pytest.raises(SettingsError, match="CXCHECK_REPEAT: cannot walk 'often' times"):
            settings.repeats(Path("/no"), None)


@pytest.mark.parametrize("kind", ["journeys", "personas"])
def test_the_starter_files_are_there(kind):
    folder = starter_files.folder(kind)
    assert folder.name == kind
    assert list(folder.iterdir())


def test_nothing_is_ordered_unless_somebody_says_so(project, monkeypatch):
    root = project(pyproject='[tool.cxcheck.sites.shop]\nbase_url = "https://shop.example/"\n')
    assert settings.site(root, "shop", None).orders == "stop-before-paying"
    assert settings.site(root, "https://other.example/", None).orders == "stop-before-paying"
    assert settings.site(root, "shop", None, "test-card").orders == "test-card"
    monkeypatch.setenv("CXCHECK_ORDERS", "test-card")
    assert settings.site(root, "shop", None).orders == "test-card"
    assert settings.site(root, "shop", None, "stop-before-paying").orders == "stop-before-paying"


def test_a_misspelt_word_for_orders_is_told(project, monkeypatch):
    root = project(pyproject='[tool.cxcheck.sites.shop]\nbase_url = "https://shop.example/"\n')
    monkeypatch.setenv("CXCHECK_ORDERS", "yes")
    with pytest.raises(SettingsError, match=r"orders.*cannot be 'yes'[\s\S]*stop-before-paying"):
        settings.site(root, "shop", None)


def test_customers_walk_briskly_unless_somebody_says_otherwise(monkeypatch):
    assert settings.pace(Path("/no"), None) == "brisk"
    monkeypatch.setenv("CXCHECK_PACE", "human")
    assert settings.pace(Path("/no"), None) == "human"
    assert settings.pace(Path("/no"), "robot") == "robot"


def test_a_pace_that_is_not_understood(monkeypatch):
    agrees_with_golden("pace-unknown", words(lambda: settings.pace(Path("/no"), "humane"), Path("/no")))
    monkeypatch.setenv("CXCHECK_PACE", "slow")
    agrees_with_golden("pace-unknown-in-the-environment", words(lambda: settings.pace(Path("/no"), None), Path("/no")))


class TestRecord:
    @pytest.mark.parametrize(
        ("given", "told", "expected"),
        [(None, None, "frames"), (None, "off", "off"), ("frames", "off", "frames"), ("off", None, "off")],
    )
    def test_the_command_line_wins_over_the_environment(self, monkeypatch, given, told, expected):
        monkeypatch.delenv("CXCHECK_RECORD", raising=False)
        if told:
            monkeypatch.setenv("CXCHECK_RECORD", told)
        assert settings.record(Path("/no"), given) == expected

    def test_what_cannot_be_recorded_is_told_with_what_can(self):
        with pytest.raises(SettingsError) as raised:
            settings.record(Path("/no"), "frame")
        for part in ("cannot record 'frame'", "--cx-record", "frames, trace, off", "nearest:   frames"):
            assert part in str(raised.value)

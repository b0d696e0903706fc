"""Which browser is driven: Playwright's own when it is whole, else one of the machine's, else a clear error."""

import json
import os
from pathlib import Path

import playwright
import pytest

from cxcheck.errors import CouldNotMeasure
from cxcheck.record import browser

PACKAGE = Path(playwright.__file__).parent / "driver" / "package"
REVISIONS = {
    entry["name"]: entry["revision"]
    for entry in json.loads((PACKAGE / "browsers.json").read_text(encoding="utf-8"))["browsers"]
}


@pytest.fixture
def install(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)

    def put(name, *, whole=True):
        folder = tmp_path / f"{name.replace('-', '_')}-{REVISIONS[name]}"
        folder.mkdir()
        if whole:
            (folder / "INSTALLATION_COMPLETE").touch()

    return put


def test_playwrights_own_comes_first(install):
    install("chromium")
    install("chromium-headless-shell")
    assert browser.playwrights_own() is not None
    assert browser.find() is None, "Playwright finds its own by itself"


def test_half_of_it_is_not_enough(install):
    install("chromium")
    install("chromium-headless-shell", whole=False)
    assert browser.playwrights_own() is None


def test_one_of_the_machines_is_second(install, monkeypatch, tmp_path):
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == program


def test_none_at_all_says_what_to_do(install, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "_ELSEWHERE", ())
    with pytest.raises(CouldNotMeasure, match="cxcheck doctor --install"):
        browser.find()


APT_GET = """#!/bin/sh
case "$*" in
  *update) exit {update} ;;
  *chromium-headless-shell) : > "{folder}/chromium-headless-shell"; /bin/chmod +x "{folder}/chromium-headless-shell" ;;
esac
"""


@pytest.mark.parametrize(("update", "driven"), [(0, "chromium-headless-shell"), (100, "chromium")])
def test_the_distributions_lighter_browser_is_got_where_it_can_be(install, monkeypatch, tmp_path, update, driven):
    (tmp_path / "chromium").touch(mode=0o755)
    (tmp_path / "apt-get").write_text(APT_GET.format(update=update, folder=tmp_path), encoding="utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    browser.install_lighter()
    assert browser.find() == tmp_path / driven


def test_a_browser_that_was_named_is_left_alone(install, monkeypatch, tmp_path):
    (tmp_path / "chromium").touch(mode=0o755)
    (tmp_path / "apt-get").write_text(APT_GET.format(update=0, folder=tmp_path), encoding="utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(browser.VARIABLE, str(tmp_path / "chromium"))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    browser.install_lighter()
    assert not (tmp_path / "chromium-headless-shell").exists()

"""Which browser to drive: Playwright's own, else one found on the machine, else one that can be installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from cxcheck.errors import CouldNotMeasure, problem

# In order of liking. The headless shell needs half of the full browser's processor time and memory.
_HEADLESS = ("chromium-headless-shell", "chrome-headless-shell")
_FULL = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
)
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
VARIABLE = "CXCHECK_BROWSER"
_APT = ("apt-get", "-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20")
_APT_SECONDS = 300  # what a slow line takes for some 70 MB; our choice
_COMPLETE = "INSTALLATION_COMPLETE"  # the file that Playwright leaves beside a whole browser


def playwrights_own() -> Path | None:
    """Where Playwright's own Chromium lies, when ``playwright install chromium`` was run for this version.

    Asking Playwright would start its driver, which takes a second and cannot be done inside one of its sessions.
    """
    import playwright

    package = Path(playwright.__file__).parent / "driver" / "package"
    try:
        browsers = json.loads((package / "browsers.json").read_text(encoding="utf-8"))["browsers"]
        wanted = {
            f"{entry['name'].replace('-', '_')}-{entry['revision']}"
            for entry in browsers
            if entry["name"] in {"chromium", "chromium-headless-shell"}
        }
    except (OSError, ValueError, KeyError):
        return None
    folder = _playwrights_folder(package)
    there = {path.parent.name: path.parent for path in folder.glob(f"*/{_COMPLETE}")}
    return there[min(wanted)] if wanted and wanted <= set(there) else None


def _playwrights_folder(package: Path) -> Path:
    """Where Playwright keeps its browsers."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if named:
        return package / ".local-browsers" if named == "0" else Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"


def find(*, headed: bool = False) -> Path | None:
    """The program to start; None means Playwright's own, which it finds by itself.

    ``CXCHECK_BROWSER`` overrides: a program's path.

    Raises:
        CouldNotMeasure: There is no browser, or the named one does not exist.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise CouldNotMeasure(
                problem(
                    f"there is no program at {named!r}",
                    where=VARIABLE,
                    expected="the path of a Chromium, Chrome or Edge",
                    todo=f"correct {VARIABLE}, or unset it to let cxcheck look for a browser",
                )
            )
        return Path(named)
    if playwrights_own():
        return None
    found = on_this_machine(headed=headed)
    if found is None:
        raise CouldNotMeasure(
            problem(
                "no browser found",
                expected="Playwright's Chromium, or a Chromium, Chrome or Edge on this machine",
                todo="run 'cxcheck doctor --install' (or 'playwright install chromium'), "
                f"or name a program in {VARIABLE}",
            )
        )
    return found


def on_this_machine(*, headed: bool = False) -> Path | None:
    """A browser that somebody installed, or None."""
    names = _FULL if headed else _HEADLESS + _FULL
    on_path = (shutil.which(name) for name in names)
    standing = (path for path in _ELSEWHERE if Path(path).is_file())
    return next((Path(path) for path in (*on_path, *standing) if path), None)


def install() -> None:
    """Get a browser: Playwright's own, else, as root on Debian or Ubuntu, the distribution's.

    Raises:
        CouldNotMeasure: Neither worked.
    """
    tried = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if _may_use_apt():
        tried += [[*_APT, "update"], _apt_install("chromium-headless-shell"), _apt_install("chromium")]
    for command in tried:
        _run(command)
        if playwrights_own() or on_this_machine():
            return
    raise CouldNotMeasure(
        problem(
            "no browser could be installed",
            expected="that one of these works: "
            + "; ".join(" ".join(command).removeprefix(f"{sys.executable} -m ") for command in tried),
            todo=f"install Chromium, Chrome or Edge by hand, or name a program in {VARIABLE}",
        )
    )


def install_lighter() -> None:
    """Get the distribution's headless shell where its full browser would be driven; if not, that one does as well."""
    if os.environ.get(VARIABLE) or playwrights_own() or not _may_use_apt():
        return
    full = on_this_machine()
    if full is None or full.name != "chromium":
        return
    for command in ([*_APT, "update"], _apt_install("chromium-headless-shell")):
        if not _run(command, timeout_s=_APT_SECONDS):
            return


def _may_use_apt() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_install(package: str) -> list[str]:
    return [*_APT, "install", "-y", "--no-install-recommends", "--no-remove", package]


def _run(command: list[str], *, timeout_s: float | None = None) -> bool:
    """Run it silently; whether it worked."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        ended = subprocess.run(
            command, check=False, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=timeout_s
        )
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode == 0

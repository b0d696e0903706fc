"""``cxcheck new DIR``: a small working project of the user's own; with ``--ci`` also an example for a CI server."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck import settings
from cxcheck.cli.new_ci import add_here
from cxcheck.cli.project import CI, EXAMPLE, ci_files, files_of
from cxcheck.errors import SettingsError, problem
from cxcheck.model.journey import ID_PATTERN

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from cxcheck.model.site import Site

_NAME = re.compile(r"\w[\w .-]*")  # other signs, such as ":" and "[", mean something in pytest's arguments
_INSIDE = ("journeys", "personas", "reports")  # what lies in a project: it cannot be called so itself
_MAY_BE_THERE = {".git"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and for which site."""
    parser.add_argument(
        "dir",
        metavar="DIR",
        nargs="?",
        help="the project's folder: a new one, or one that is empty but for .git; without it, --ci adds its file here",
    )
    parser.add_argument("--site", metavar="NAME=URL", help="your site, to stand in its pyproject.toml")
    parser.add_argument(
        "--ci", choices=list(CI), help="an example for GitHub Actions or GitLab: four shards, one report, its summary"
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Write the project: all of it, or nothing.

    Raises:
        SettingsError: The folder or the site cannot be used; nothing was written.
    """
    del extra
    if known.dir is None and known.ci:
        print(add_here(known.ci))
        return 0
    if known.dir is None:
        raise SettingsError(
            problem("no folder was named", expected="a name for the project", todo="try: cxcheck new shop")
        )
    folder = Path(os.path.abspath(known.dir))  # noqa: PTH100  # resolve() would follow a link
    site = _site(known.site) if known.site is not None else None
    files = files_of(site) | ci_files(known.ci)
    try:
        _check(folder, known.dir)
        _write(folder, files)
    except OSError as error:
        raise SettingsError(
            problem(
                f"the project cannot be written: {error.strerror}",
                where=known.dir,
                expected="a place where this user may write",
                todo="name another folder; nothing was left there",
            )
        ) from None
    print(_ready(folder, known.dir, files, site))
    return 0


def _check(folder: Path, typed: str) -> None:
    """Whether a project can be made there."""
    if not typed or not _NAME.fullmatch(folder.name) or folder.name in _INSIDE:
        raise SettingsError(
            problem(
                f"a project cannot be called {folder.name if typed else ''!r}",
                expected=f"letters, digits, spaces, - _ and . (and not: {', '.join(_INSIDE)})",
                todo="choose another name, such as: cxcheck new shop",
            )
        )
    if os.path.lexists(folder) and not folder.is_dir():
        raise SettingsError(problem("there is a file of that name", where=typed, todo="choose another name"))
    there = sorted({path.name for path in folder.iterdir()} - _MAY_BE_THERE) if folder.is_dir() else []
    if there:
        raise SettingsError(
            problem(
                f"this folder is not empty: it has {_some(there)}",
                where=typed,
                expected="a new folder, or one that is empty but for .git",
                todo="name another folder; nothing was written",
            )
        )
    if not folder.parent.is_dir():
        raise SettingsError(problem("there is no such folder", where=str(folder.parent), todo="make it first"))


def _site(text: str) -> Site:
    name, named, address = text.partition("=")
    if not named or not ID_PATTERN.fullmatch(name) or not address.isprintable() or " " in address:
        raise SettingsError(
            problem(
                f"cannot understand the site {text!r}",
                where="--site",
                expected="NAME=URL, the name of lower-case letters a-z, digits, - and _",
                todo="try: --site shop=https://staging.shop.example/",
            )
        )
    return settings.site_at(text)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write everything to a draft first, on the same disk, and then move it: nothing is ever there by half."""
    is_there = folder.is_dir()
    draft = (folder if is_there else folder.parent) / f".cxcheck-new-{os.getpid()}"
    moved: list[Path] = []
    try:
        draft.mkdir()
        for name, text in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if not is_there:
            draft.rename(folder)
            return
        for part in sorted(draft.iterdir()):
            moved += [part.rename(folder / part.name)]
        draft.rmdir()
    except BaseException:
        for path in (draft, *moved):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _ready(folder: Path, typed: str, files: Iterable[str], site: Site | None) -> str:
    """What is there, and what to type next."""
    names = {kind: [name for name in files if name.startswith(f"{kind}/")] for kind in ("journeys", "personas")}
    journeys = [EXAMPLE, *(name for name in names["journeys"] if name != EXAMPLE)]
    go = [] if folder == Path.cwd() else [f"cd {shlex.quote(typed)}"]
    walk = ["cxcheck run"] if site else []
    ci = [name for name, _ in CI.values() if name in files]
    return "\n".join(
        [
            f"{folder.name}/ is ready:",
            f"  journeys/       {', '.join(map(_stem, journeys))}; start from {EXAMPLE}",
            f"  personas/       {', '.join(map(_stem, names['personas']))}",
            f"  pyproject.toml  {f'your site: {site.base_url}' if site else 'name your site there'}",
            f"  {', '.join(['README.md', 'conftest.py', '.gitignore', *ci])}",
            "",
            "Next:",
            *(f"  {command}" for command in [*go, "cxcheck demo", *walk]),
        ]
    )


def _stem(name: str) -> str:
    return Path(name).stem


def _some(names: Sequence[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")

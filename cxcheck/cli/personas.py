"""``cxcheck personas``: who there is to walk, with a sample of the people they make; ``--keep`` makes them your own."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxcheck import settings, starter_files
from cxcheck.cli.listed import heading, wrapped
from cxcheck.cli.traits import temper, traits
from cxcheck.errors import SettingsError, problem
from cxcheck.identity.generate import generate
from cxcheck.report.people import Shown, page
from cxcheck.report.words import plural

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from cxcheck.model.identity import Identity
    from cxcheck.model.persona import Persona

_WIDTHS = (60, 100)  # narrower or wider does not read well
_MOST_PEOPLE = 50  # our choice: a sample is looked at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whom, and how many people of each."""
    parser.add_argument("keys", nargs="*", metavar="KEY", help="only these; default: all")
    parser.add_argument("--people", type=int, default=1, metavar="N", help="people to show of each (default: 1)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="same seed, same people (default: 1)")
    parser.add_argument("--keep", action="store_true", help="copy the files of these personas into personas/")
    parser.add_argument("--page", metavar="FILE", help="write a page with their portraits, and say no more")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Show them, or copy their files.

    Raises:
        SettingsError: No such persona, or a file that is there already.
    """
    del extra
    here = settings.personas(Path.cwd())
    people = range(1, min(max(known.people, 0), _MOST_PEOPLE) + 1)
    if known.keep:
        return _keep(known.keys)
    there = here | {key: persona for key, persona in settings.pool().items() if key not in here}
    chosen = settings.choose_personas(there, tuple(known.keys))
    made = {persona.key: [generate(persona, "sample", known.seed, number) for number in people] for persona in chosen}
    if known.json:
        print(
            json.dumps([_as_data(one, one.key in here, made[one.key]) for one in chosen], indent=2, ensure_ascii=False)
        )
        return 0
    groups = {
        "They walk here": [one for one in chosen if one.key in here],
        "They come along when asked: --cx-persona KEY": [one for one in chosen if one.key not in here],
    }
    if known.page:
        return _write(Path(known.page), groups, made)
    width = min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1])
    bold = sys.stdout.isatty()
    for title, group in groups.items():
        if group:
            print(heading(title, bold=bold) + "\n")
        for persona in group:
            print("\n".join(_as_text(persona, made[persona.key], width, bold=bold)) + "\n")
    print(f"{plural(len(chosen), 'persona')}. To make one your own: cxcheck personas KEY --keep")
    return 0


def _write(file: Path, groups: dict[str, list[Persona]], made: dict[str, list[Identity]]) -> int:
    text = page(
        {
            title: [Shown(one, traits(one), temper(one), made[one.key]) for one in group]
            for title, group in groups.items()
        }
    )
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            problem(f"the page cannot be written: {error.strerror}", where=str(file), todo="name another file")
        ) from None
    print(f"the personas are shown in {file}")
    return 0


def _as_text(persona: Persona, people: Sequence[Identity], width: int, *, bold: bool) -> Iterator[str]:
    yield heading(f"{persona.title} [{persona.key}]", bold=bold)
    rows = [
        *([("", persona.summary)] if persona.summary else []),
        ("with", ", ".join(traits(persona))),
        ("", ", ".join(temper(persona))),
        *(("as" if number == 0 else "", _person(one)) for number, one in enumerate(people)),
    ]
    for label, text in rows:
        yield from wrapped(label, text, width, column=6)


def _person(one: Identity) -> str:
    home = one.address
    where = " ".join(filter(None, (home.postcode, home.city)))
    return "; ".join(
        filter(None, (one.full_name, one.email, f"{home.street}, {where}", home.phone, f"born {one.birthday}"))
    )


def _as_data(persona: Persona, walks: bool, people: Sequence[Identity]) -> dict[str, Any]:
    """Without what no file may hold: passwords, and the card."""
    return {
        **persona.model_dump(mode="json", exclude={"avatar"}),
        "walks_here": walks,
        "people": [one.model_dump(mode="json", exclude=_SECRET) for one in people],
    }


_SECRET = {"password", "new_password", "cards", "carries", "own_phone", "seed"}


def _keep(keys: Sequence[str]) -> int:
    """Copy files into the project; one that is there stays as it is."""
    if not keys:
        raise SettingsError(
            problem("nobody was named", where="--keep", todo="say whom to keep: cxcheck personas helga yuki --keep")
        )
    chosen = settings.choose_personas(settings.pool(), tuple(keys))
    folder = Path.cwd() / "personas"
    there = [one.key for one in chosen if (folder / f"{one.key}.toml").exists()]
    if there:
        raise SettingsError(
            problem(
                f"there is such a file already: {', '.join(there)}",
                where="personas/",
                todo="rename it first, or leave this persona out; nothing was written",
            )
        )
    try:
        folder.mkdir(exist_ok=True)
        for one in chosen:
            source = next(
                path
                for path in (
                    starter_files.folder("personas") / f"{one.key}.toml",
                    starter_files.pool() / f"{one.key}.toml",
                )
                if path.is_file()
            )
            shutil.copyfile(source, folder / f"{one.key}.toml")
    except OSError as error:
        raise SettingsError(
            problem(f"the file cannot be written: {error.strerror}", where="personas/", todo="see who owns the folder")
        ) from None
    walkers = settings.personas(Path.cwd())
    print(f"personas/ has now: {', '.join(walkers)}. They walk whenever nobody else is named.")
    return 0

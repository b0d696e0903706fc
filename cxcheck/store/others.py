"""Tests of a run that are no visits, and what each came to: without them a stored run would look better than it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from cxcheck.model.run import OtherTest

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = "other-tests.jsonl"


def note(run_folder: Path, test: OtherTest) -> None:
    """Append a line."""
    with (run_folder / OTHERS).open("a", encoding="utf-8") as file:
        file.write(test.model_dump_json() + "\n")


def read(path: Path) -> list[OtherTest]:
    """All of them; a line that was cut off is left out."""
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            found.append(OtherTest.model_validate_json(line))
        except ValidationError:
            break
    return found

"""What a run created on the site, so that somebody can clean up, also after a crash."""

from __future__ import annotations

import json
import time
from pathlib import Path

LEDGER = "ledger.jsonl"


def note(run_folder: Path, kind: str, facts: dict[str, str]) -> None:
    """Append a line; whole lines only, so that several workers can write."""
    line = json.dumps({"at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "kind": kind, **facts}, ensure_ascii=False)
    with (run_folder / LEDGER).open("a", encoding="utf-8") as file:
        file.write(line + "\n")

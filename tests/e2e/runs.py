"""A run of an inner project: what it is made of, what it came to, and what it was told."""

import json
from dataclasses import dataclass
from pathlib import Path

from cxcheck.model.run import RunResult

INNER = Path(__file__).parent / "inner"
SEED = 7
TAG = ["--cx-tag", "again"]  # else only the seed's people come again, under other addresses
SLOW_MAIL_S = 12  # over the check's limit, with a margin
# On either shop: every journey, and everybody, without the twelve visits that would take twice as long.
WALKS = {"checkout": ["claire", "tom"], "forgotten_password": ["maria", "tom"], "signup": ["oleksandra", "maria"]}
WHO_WALKS_WHAT = " or ".join(f"({journey} and {one})" for journey, personas in WALKS.items() for one in personas)
BY_CARD = ["--cx-orders", "test-card"]


def project(*names: str) -> dict[str, str]:
    """Files of the inner project: its personas, and the journeys named."""
    files = {f"journeys/{name}.py": INNER / "ways" / f"{name}.py" for name in names}
    files |= {f"personas/{path.name}": path for path in (INNER / "personas").iterdir()}
    return {name: path.read_text(encoding="utf-8") for name, path in files.items()}


@dataclass
class Walked:
    """A run, and what it was told outside its folder."""

    status: int
    out: str
    err: str
    folder: Path
    told: list[dict]

    @property
    def text(self) -> str:
        return self.out + self.err

    @property
    def result(self) -> RunResult:
        return RunResult.model_validate_json((self.folder / "run.json").read_text(encoding="utf-8"))

    @property
    def visits(self) -> dict:
        """(journey, persona) -> the visit's result."""
        return {(visit.info.journey.key, visit.info.persona.key): visit for visit in self.result.visits}

    def events(self, journey: str, persona: str) -> list[dict]:
        [path] = (self.folder / "visits").glob(f"{journey}--{persona}--*--01/events.jsonl")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def person(self, visit) -> dict:
        """What is true of the person of a visit."""
        return next(told for told in self.told if told.get("email") == visit.info.identity.email)

    @property
    def ledger(self) -> list[dict]:
        path = self.folder / "ledger.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []

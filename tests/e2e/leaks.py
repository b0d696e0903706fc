"""Secrets in what a run wrote or printed: passwords, card numbers and codes, tokens of mailed links."""

import json
import re
import zipfile
from collections.abc import Iterator
from html import escape
from urllib.parse import quote, urlsplit


def leaks(walked) -> list[str]:
    """Where which secret stands."""
    known = secrets(walked.told)
    texts = {"standard output": walked.out, "standard error": walked.err}
    for path in walked.folder.rglob("*"):
        if path.is_file():
            texts[str(path.relative_to(walked.folder))] = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as trace:
                texts |= {
                    f"{path.name}: {name}": trace.read(name).decode("utf-8", "replace") for name in trace.namelist()
                }
    found = [f"{name}: {secret}" for name, text in texts.items() for secret in known if secret in text]
    return found + _codes(walked)


def secrets(told: list[dict]) -> set[str]:
    """Each in every form in which it may be written down."""
    found: set[str] = set()
    for one in told:
        found |= {one[name] for name in ("password", "new_password") if name in one}
        found |= set(_grouped(one["card_number"])) if "card_number" in one else set()
        found |= {token for link in one.get("links", ()) for token in tokens(link)}
    return {form for secret in found for form in (secret, quote(secret, safe=""), escape(secret))}


def tokens(link: str) -> list[str]:
    """What in a link is long and no word."""
    return [part for part in re.split(r"[/?&=#]", urlsplit(link).path) if len(part) >= 16 and re.search(r"\d", part)]


def _grouped(number: str) -> Iterator[str]:
    fours = [number[place : place + 4] for place in range(0, len(number), 4)]
    return (sign.join(fours) for sign in ("", " ", "-"))


def _codes(walked) -> list[str]:
    """A card's code is short and stands in many a number by chance: looked for as a word in what was recorded."""
    codes = {one["email"]: one["card_code"] for one in walked.told if "card_code" in one}
    found = []
    for path in walked.folder.glob("visits/*/*.json*"):
        email = json.loads((path.parent / "visit.json").read_text(encoding="utf-8"))["identity"]["email"]
        word = re.compile(rf"(?<![\w.:/-]){codes[email]}(?![\w.:/-])")
        for line in path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else []:
            found += [f"{path.parent.name}: {text!r}" for text in _texts(json.loads(line)) if word.search(text)]
    return found


def _texts(value: object) -> Iterator[str]:
    """All strings of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)

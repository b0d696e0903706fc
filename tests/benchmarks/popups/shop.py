"""The page every case stands on: a bicycle shop or a magazine, its few words in the language of the case."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

PAGES = Path(__file__).with_name("pages")
STICKY = ' style="position:sticky;top:0;z-index:10"'
# A round button in the corner that is no pop-up: some cases have it, so that it is met beside real ones.
HELP = (
    '<a href="#help" aria-label="Help" style="position:fixed;left:18px;bottom:18px;width:46px;height:46px;z-index:6;'
    'border-radius:23px;background:#264e86;color:#fff;font:24px/46px sans-serif;text-align:center">?</a>'
)
BUTTONS = {"ask": "Ask us", "size": "Size chart", "remind": "Remind me", "more": "More"}
# What runs of itself, or waits with ``when`` in its own words: the others are wrapped in it.
AT_ONCE = {"none", "hover", "type"}


def render(case: dict[str, Any]) -> str:
    """The whole document of a case."""
    words, _ = spoken()
    lang, decor = case.get("lang") or "en", case.get("decor") or ""
    around = filled(
        "around.html",
        **words[lang],
        body=filled(f"{case.get('host') or 'shop'}.html", **parts(case)),
        sticky=STICKY if "sticky" in decor else "",
        help=HELP if "help" in decor else "",
        header=case.get("header", ""),
        end=case.get("end", ""),
    )
    links = "".join(f'<link rel="stylesheet" href="{escape(address(path))}">' for path in case.get("css", []))
    scripts = "".join(f'<script src="{escape(address(path))}"></script>' for path in case.get("js", []))
    when = filled("when.js", trigger=json.dumps(case["trigger"]))
    if case.get("module"):
        links += f'<link rel="stylesheet" href="/b/{case["opaque"]}.css">'
        scripts += f'<script>{when}</script><script src="/b/{case["opaque"]}.js"></script>'
    if run := case.get("run"):
        at_once = case["trigger"]["type"] in AT_ONCE or case.get("setup") == "now"
        scripts += f"<script>{when}{run if at_once else 'when(function(){' + run + '});'}</script>"
    return filled(
        "document.html",
        lang=lang,
        style=source("style.css"),
        links=links,
        head=case.get("head", ""),
        page=case.get("shell", "{PAGE}").replace("{PAGE}", around),
        html=case.get("html", ""),
        scripts=scripts,
    )


def parts(case: dict[str, Any]) -> dict[str, str]:
    """What the two pages are filled with. A look-alike in the text stands high on the page, to be in the window."""
    _, texts = spoken()
    magazine = case.get("host") == "magazine"
    spans = [(0, 3), (2, 8), (0, 7)] if magazine else [(0, 2), (2, 7), (5, 11)]
    small = "".join(f'<img src="/img/{number}.svg" width="120" height="90" alt="detail"> ' for number in range(2, 6))
    shown = (
        '<img src="/img/12.svg" width="1000" height="360" alt="The hall behind the shop">'
        if magazine
        else f'<img src="/img/1.svg" width="560" height="420" alt="Brink 8, from the right">{small}'
    )
    return {
        "lead": "" if case["pops"] else case.get("main", ""),
        "within": case.get("main", "") if case["pops"] else "",
        "pictures": case.get("gallery") or shown,
        "buttons": "".join(
            f'<button type="button" id="{name}" class="vb-do">{title}</button>' for name, title in BUTTONS.items()
        ),
        **{
            f"texts{place}": "".join(f"<p>{texts[number % len(texts)]}</p>" for number in range(*span))
            for place, span in enumerate(spans)
        },
    }


def picture(number: int) -> str:
    """A drawing for the pages, another colour for each number."""
    hue = number * 61 % 360
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">'
        f'<rect width="800" height="600" fill="hsl({hue},35%,90%)"/>'
        f'<g fill="none" stroke="hsl({hue},40%,35%)" stroke-width="14">'
        '<circle cx="220" cy="390" r="120"/><circle cx="580" cy="390" r="120"/>'
        '<path d="M220 390 L340 220 L520 220 L400 390 Z M520 220 L580 390 M300 180 L360 180"/></g></svg>'
    )


def frame(name: str) -> str:
    """What a frame of another origin shows."""
    return "<!doctype html><meta charset=utf-8><body style='font:16px sans-serif;margin:12px'>" + source(
        f"frames/{name}.html"
    )


def address(path: str) -> str:
    """Where a library's file is served."""
    return path if path.startswith("/") else f"/nm/{path}"


def filled(name: str, **values: str) -> str:
    """A template of ``pages/`` with its places filled."""
    return Template(source(name)).substitute(values)


@cache
def source(name: str) -> str:
    """A file of ``pages/``."""
    return (PAGES / name).read_text(encoding="utf-8")


@cache
def spoken() -> tuple[dict[str, dict[str, str]], list[str]]:
    """The shop's words by language, and the paragraphs of its pages."""
    given = json.loads(source("words.json"))
    return given["words"], given["texts"]

"""Worked examples with published totals, from ``tests/golden/effort/worked_examples.toml``: inputs, figures, reasons.

Each becomes the events of a visit and goes through the whole of scoring. ``CXCHECK_UPDATE_GOLDEN=1`` writes nothing
here: the figures are few and are put in by hand, with a look at the reasons.
"""

import tomllib
from pathlib import Path

import pytest

from cxcheck.model.artifact import Artifacts
from cxcheck.model.gesture import GestureKind
from cxcheck.model.persona import Hands, Persona
from cxcheck.score import costs
from cxcheck.score.effort import visit_effort
from cxcheck.testing import Story

DATA = tomllib.loads(Path(__file__).parents[2].joinpath("golden/effort/worked_examples.toml").read_text("utf-8"))
CASES = [(example, who) for example in DATA["example"] for who in DATA["customers"]]
EACH = pytest.mark.parametrize(("example", "who"), CASES, ids=[f"{e['title']}-{who}" for e, who in CASES])
CLOSE = 0.05
MAIL_MS = 15_000


def persona(who: str) -> Persona:
    about = DATA["customers"][who]
    hands = Hands(input=about["input"], typing_wpm=about["typing_wpm"])
    return Persona(key=who, title=who, hands=hands, browser={"locale": "en-GB"})


def box(name: str, below: int = 0) -> dict[str, float]:
    x, y, width, height = DATA["boxes"][name]
    return {"x_px": x, "y_px": y + below * DATA["boxes"]["apart"], "width_px": width, "height_px": height}


def visit(example: dict, who: str) -> Artifacts:
    """The acts as events, a second apart; pages answer sooner than anybody notices."""
    width, height = DATA["customers"][who]["screen"]
    story = Story().step(example["title"], 0)
    story.add("picture/taken", 0, at_ms=0, reason="step-end", file="x.jpg", width_px=width, height_px=height)
    now, row, key = 0, 0, ""
    for act in example["acts"]:
        kind, _, text = act.partition(" ")
        now += 1000
        match kind:
            case "page":
                story.document(now, painted_ms=now + 50, title=text).settled(now + 400, says=text)
                row = 0
            case "field":
                secret = "password" if "assword" in text else "text"
                target = {"selector": f"#{text}", "role": "textbox", "name": text, "box": box("field", row)}
                story.add("gesture/typed", now, characters=DATA["characters"][text], field_kind=secret, target=target)
                row += 1
            case "press":
                story.press(text, now, box=box("field", row) if row else box("link")).change(now + 50)
            case "says":
                story.add("page/said", now, text=text, how="live")
            case "mail":
                subject, _, asks = text.partition(" / ")
                asked_ms = now - 2000  # the press before what the page said
                story.add("gesture/switched", now, to="mailbox").add("mail/awaited", now, intent="reset")
                now = asked_ms + MAIL_MS
                counts = {"words": len(asks.split()), "characters": len(asks)}
                story.add("mail/arrived", now, intent="reset", subject=subject, links=1, asks=counts)
                story.add("gesture/switched", now, to="site")
            case "popup":
                key = "p"
                story.popup(key, now, cover_ratio=0.2, text="word " * int(text))
            case "banner":
                story.press(text, now, popup=key, box=box(text if text in DATA["boxes"] else "banner")).change(now + 50)
    if key:
        story.add("popup/gone", now + 10, id=key)
    return story.end(now + 5000).artifacts()


def seconds(example: dict, who: str) -> float:
    artifacts = visit(example, who)
    parts = (
        costs.waiting(artifacts),
        costs.own_effort(artifacts, persona(who)),
        costs.interruptions(artifacts, persona(who)),
    )
    return sum(sum(part.values()) for part in parts) / 1000


@EACH
def test_the_models_figure(example, who):
    assert seconds(example, who) == pytest.approx(example["model"][who], abs=0.05)


@EACH
def test_it_is_within_five_per_cent_of_the_published_one_or_says_why_not(example, who):
    away = abs(seconds(example, who) / example["published"][who] - 1)
    assert (away > CLOSE) == (who in example.get("because", {})), f"{away:.1%}"


@pytest.mark.parametrize("example", DATA["example"][:2], ids=lambda example: example["title"])
def test_where_signing_up_differs_it_is_by_the_hands_ways_between_fields(example):
    doings = visit_effort(visit(example, "desktop"), persona("desktop").hands)
    fields = [doing for doing in doings if doing.gesture.kind is GestureKind.FIELD]
    between_s = sum(doing.home_ms for doing in fields[1:]) / 1000
    assert between_s == pytest.approx(0.8 * (len(fields) - 1))
    assert seconds(example, "desktop") - between_s == pytest.approx(example["published"]["desktop"], rel=CLOSE)


@pytest.mark.parametrize(("who", "without_s"), [("desktop", 4.1), ("phone", 3.4)])
def test_where_accepting_differs_it_is_by_the_reading(who, without_s):
    example = next(one for one in DATA["example"] if one["title"] == "accept cookies")
    assert seconds(example | {"acts": ["popup 0", *example["acts"][1:]]}, who) == pytest.approx(without_s, abs=0.05)

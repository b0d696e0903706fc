"""Made-up documents with all their times, and what a check says of them."""

from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckResult
from cxcheck.model.persona import NetworkTraits, Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
ON_A_PHONE = Persona(key="maria", title="Maria", network=NetworkTraits(profile="slow-4g"))


def judged(story: Story, check, persona: Persona = TOM) -> CheckResult:
    (result,) = run_checks([check], story.artifacts(), persona)
    return result


def page(
    story: Story, t_ms: float, *, first_byte: float | None = 100, first: float | None = 300,
    largest: float | None = 400, title: str = "Tea",
) -> Story:  # fmt: skip
    """A document asked for at ``t_ms``; the other times count from there. None: the browser does not tell."""
    story.add(
        "screen/document", t_ms, url="https://shop.example/", title=title, history=False, first_byte_ms=first_byte
    )
    for what, after_ms in (("first", first), ("largest", largest)):
        if after_ms is not None:
            story.add("page/painted", t_ms + after_ms, what=what, origin_ms=t_ms, selector="#hero", area_px2=9e4)
    return story


def opened(**times: float | None) -> Story:
    """A visit that opens one page by its address."""
    return page(Story().step("Look", 0), 1000, **times).end(60_000)


def frame(story: Story, t_ms: float, blocking_ms: float, *, site_ms: float | None = None) -> Story:
    """A long frame; ``site_ms`` is what the page's own scripts took of it, all as a rule."""
    mine = blocking_ms + 50 if site_ms is None else site_ms
    about = {"site_ms": mine, "script": "https://shop.example/app.js", "invoker": "TimerHandler"}
    return story.add("page/long-frame", t_ms, duration_ms=blocking_ms + 50, blocking_ms=blocking_ms, **about)

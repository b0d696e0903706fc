"""Visits told by their tables: pop-ups with the facts that a check reads, on a page that came at once."""

from cxcheck.checks.run import Check, run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.base import Box
from cxcheck.model.finding import CheckResult
from cxcheck.model.persona import Persona
from cxcheck.model.popup import Attempt, Choice, CloseControl, Consent, Ending, Popup, PopupKind, Popups, Way
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def box(width_px: float = 120, height_px: float = 40) -> Box:
    return Box(x_px=10, y_px=10, width_px=width_px, height_px=height_px)


def popup(number: int = 1, kind: PopupKind = PopupKind.NEWSLETTER, **facts) -> Popup:
    known = {"t_ms": 1000.0 * number, "step": 1, "page": 1, "title": "10 % off", "cover_ratio": 0.1}
    return Popup(id=number, kind=kind, **(known | facts))


def question(number: int = 1, consent: Consent | None = None, **facts) -> Popup:
    return popup(number, PopupKind.CONSENT, **({"title": "We use cookies", "consent": consent} | facts))


def choice(name: str, clicks: int | None = 1, contrast_ratio: float | None = 10.0, **facts) -> Choice:
    return Choice(name=name, clicks=clicks, contrast_ratio=contrast_ratio, **({"box": box()} | facts))


def offers(**facts) -> dict:
    """A close control, 28 px unless said otherwise."""
    return {"close": CloseControl(**({"name": "Close", "selector": "#x", "box": box(28, 28)} | facts))}


def tried(*ways: Way, worked: bool = False) -> dict:
    """What the customer tried, a second apart; ``worked``: the last of it did."""
    last = len(ways) - 1
    attempts = [
        Attempt(t_ms=2000.0 + 1000 * i, way=way, control="×" if way is Way.CLOSE else "", worked=worked and i == last)
        for i, way in enumerate(ways)
    ]
    return {"attempts": tuple(attempts), "ending": Ending.CUSTOMER if worked else None}


def judged(check: Check, *popups: Popup, story: Story | None = None, **tables) -> CheckResult:
    """What the check says of a visit with these pop-ups; ``tables`` takes the place of others."""
    told = story or Story().step("Look", 0).document(100, painted_ms=200)
    artifacts = told.end(90_000).artifacts().model_copy(update={"popups": Popups(items=popups)} | tables)
    (result,) = run_checks([check], artifacts, TOM)
    return result


def unrecorded(check: Check, table: str, *popups: Popup) -> CheckResult:
    return judged(check, *popups, **{table: NotRecorded(reason="no probe")})

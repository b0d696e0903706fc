"""How a visit was measured."""

from __future__ import annotations

from cxcheck.model.persona import NetworkTraits, Persona
from cxcheck.model.run import JudgedRun, JudgedVisit, VisitInfo
from cxcheck.model.scorecard import Scorecard
from cxcheck.model.scoring import Scoring
from cxcheck.report import pace
from cxcheck.report.words import duration, listed, plural
from cxcheck.score.constants import told

Facts = tuple[tuple[str, str], ...]

_OF_A_TEST: Facts = (
    ("Conditions", "the test’s own: its context, user agent, line and pace; it may go to any host"),
    ("Steps", "one for each address the test comes to; what its fixtures did is told as before the test"),
)
_HANDS = {"mouse": "mouse and keyboard", "touch": "touch", "keyboard": "keyboard alone, no mouse"}


def method(run: JudgedRun, visit: JudgedVisit) -> Facts:
    """The conditions of the measurement, by name."""
    info, card = visit.info, visit.scorecard
    return (
        ("Site", info.base_url or "no web address: what the test put into the page itself"),
        ("Began", info.began),
        ("Browser", f"{info.browser.name} {info.browser.version}, Playwright {info.browser.playwright}"),
        ("Screen", _screen(info.persona)),
        ("Language", info.persona.browser.locale),
        *(_OF_A_TEST if info.journey.test else _of_a_journey(info)),
        ("Hands", f"{_HANDS[info.persona.hands.input]}, typing {info.persona.hands.typing_wpm:g} words a minute"),
        ("Effort", _effort(card)),
        ("Patience", _patience(info.persona)),
        ("Sample", f"lab, n = {_sample(run, visit)}"),
        ("Seed", str(info.seed)),
        ("Scoring", f"version {card.scoring}; scores of other versions do not compare"),
        *((f"Set for the score: {key}", value) for key, value in _set(run.run.scoring)),
        ("Machine", f"{run.run.platform}, {plural(run.run.cores, 'core')}, Python {run.run.python}"),
        ("Recorded with", f"cxcheck {run.run.cxcheck}"),
        *((f"Setting {key}", value) for key, value in run.run.settings.items()),
    )


def _set(scoring: Scoring | None) -> Facts:
    """Each constant that somebody set, with its value and who did."""
    if scoring is None:
        return ()
    return tuple((key, f"{told(scoring.values[key])} ({where})") for key, where in scoring.overridden.items())


def _of_a_journey(info: VisitInfo) -> Facts:
    return (
        ("Line", _line(info.persona.network)),
        ("Cookies", f"would rather {info.persona.manners.cookies} them"),
        ("Pace", pace.walked(info.pace)),
        ("Not met at this pace", pace.hidden(info.pace)),
    )


def _sample(run: JudgedRun, visit: JudgedVisit) -> int:
    def alike(other: JudgedVisit) -> tuple[str, str, str]:
        return other.info.journey.key, other.info.persona.key, other.info.browser.name

    return sum(alike(other) == alike(visit) for other in run.visits)


def _screen(persona: Persona) -> str:
    traits = persona.browser
    size = f"{traits.viewport[0]} × {traits.viewport[1]}" if traits.viewport else ""
    window = ", ".join(filter(None, (traits.device, size))) or "the browser's own"
    zoom = f"zoomed to {traits.zoom:.0%}" if traits.zoom != 1 else ""
    contrast = "more contrast" if traits.contrast == "more" else ""
    forced = "forced colours" if traits.forced_colors == "active" else ""
    return ", ".join(filter(None, (window, zoom, contrast, forced)))


def _line(network: NetworkTraits) -> str:
    said = [network.profile.value]
    if network.latency_ms is not None:
        said.append(f"{network.latency_ms:g} ms latency")
    if network.download_kbps is not None:
        said.append(f"{network.download_kbps:g} kbit/s down")
    if network.upload_kbps is not None:
        said.append(f"{network.upload_kbps:g} kbit/s up")
    if network.cpu_slowdown > 1:
        said.append(f"processor slowed {network.cpu_slowdown:g} times")
    return ", ".join(said)


def _effort(card: Scorecard) -> str:
    read = "reading not measured" if card.reading_ms is None else f"{duration(card.reading_ms)} of it reading"
    return f"predicted by the keystroke-level model, {read}; at least, for it makes no mistakes"


def _patience(persona: Persona) -> str:
    patience = persona.patience
    return "would leave after " + listed(
        [
            f"{duration(patience.wait_ms)} of waiting",
            f"{duration(patience.mail_ms)} for a mail",
            f"more than {plural(patience.popups, 'pop-up')}",
        ]
    ).replace(" and ", " or ")

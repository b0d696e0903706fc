"""What sets a persona apart, in the words of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.report.words import duration, plural

if TYPE_CHECKING:
    from cxcheck.model.persona import BrowserTraits, Persona

_CONSENT = {
    "accept": "accepts cookies", "reject": "refuses cookies", "ignore": "leaves cookie questions alone",
}  # fmt: skip


def traits(persona: Persona) -> list[str]:
    """Device, hands, eyes, language, line and machine; what is usual is not said."""
    browser, network = persona.browser, persona.network
    slow = network.cpu_slowdown
    line = str(network.profile)
    if network.latency_ms is not None or network.download_kbps is not None:
        line = ", ".join(
            [
                *([f"{network.download_kbps:g} kbit/s"] if network.download_kbps is not None else []),
                *([f"{network.latency_ms:g} ms latency"] if network.latency_ms is not None else []),
            ]
        )
    return [
        *([browser.device] if browser.device else []),
        *([f"zoom {browser.zoom:.0%}"] if browser.zoom != 1 else []),
        *_eyes(browser),
        str(persona.hands.input),
        browser.locale,
        line,
        *([f"processor {slow:g} times slower"] if slow > 1 else []),
    ]


def temper(persona: Persona) -> list[str]:
    """Pace, patience and manners."""
    patience, manners = persona.patience, persona.manners
    return [
        f"types {persona.hands.typing_wpm:g} words a minute",
        f"waits {duration(patience.wait_ms)}",
        f"bears {plural(patience.popups, 'pop-up')}",
        f"tries again {plural(patience.retries, 'time')}" if patience.retries else "never tries again",
        _CONSENT[manners.cookies],
        *(["leaves pop-ups open"] if manners.popups == "ignore" else []),
    ]


def _eyes(browser: BrowserTraits) -> list[str]:
    return [
        *(["dark"] if browser.color_scheme == "dark" else []),
        *(["more contrast"] if browser.contrast == "more" else []),
        *(["forced colours"] if browser.forced_colors == "active" else []),
        *(["reduced motion"] if browser.reduced_motion == "reduce" else []),
    ]

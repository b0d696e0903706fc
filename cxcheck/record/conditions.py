"""A persona's browser, line and machine, as Playwright and the DevTools protocol take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.line import line_of
from cxcheck.model.persona import Persona

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import CDPSession

USER_AGENT_SUFFIX = "cxcheck"
_USUAL_WINDOW = {"width": 1280, "height": 720}  # Playwright's, where nobody names another


def context_arguments(persona: Persona, devices: Mapping[str, Mapping[str, Any]], user_agent: str) -> dict[str, Any]:
    """Arguments for ``browser.new_context()``. The user agent is the device's own, or ``user_agent``, and names us.

    Raises:
        SettingsError: The persona's device is not one that Playwright knows.
    """
    traits = persona.browser
    arguments: dict[str, Any] = {}
    if traits.device is not None:
        if traits.device not in devices:
            raise SettingsError(
                problem(
                    f"unknown device {traits.device!r}",
                    where=f"personas/{persona.key}.toml: [browser] device",
                    expected="a device of Playwright's list, such as 'Pixel 7', 'iPhone 15' or 'Desktop Chrome'",
                    near=nearest(traits.device, devices),
                    todo="correct the name, or set viewport instead",
                )
            )
        arguments.update(devices[traits.device])
        arguments.pop("default_browser_type", None)
    if traits.viewport is not None:
        width, height = traits.viewport
        arguments["viewport"] = {"width": width, "height": height}
    optional = {
        "locale": traits.locale,
        "timezone_id": traits.timezone,
        "color_scheme": traits.color_scheme,
        "reduced_motion": traits.reduced_motion,
        "contrast": traits.contrast,
        "forced_colors": traits.forced_colors,
    }
    arguments.update({name: value for name, value in optional.items() if value is not None})
    if traits.zoom != 1:
        arguments.update(zoomed(arguments, traits.zoom))
    if persona.hands.input == "touch":
        arguments["has_touch"] = True
    arguments["user_agent"] = f"{arguments.get('user_agent', user_agent)} {USER_AGENT_SUFFIX}"
    return arguments


def zoomed(arguments: Mapping[str, Any], zoom: float) -> dict[str, Any]:
    """What a browser's zoom makes of a window: a smaller layout viewport of larger pixels, on the same screen."""
    window = arguments.get("viewport") or _USUAL_WINDOW
    return {
        "viewport": {name: int(window[name] / zoom) for name in ("width", "height")},
        "device_scale_factor": arguments.get("device_scale_factor", 1) * zoom,
        "screen": arguments.get("screen", window),
    }


def are_slowed(persona: Persona) -> bool:
    """Whether the persona's line or processor differs from this machine's."""
    return line_of(persona.network) is not None or persona.network.cpu_slowdown > 1


def apply(persona: Persona, session: CDPSession) -> None:
    """Give a page, or a frame with a process of its own, the persona's line and processor.

    Workers are never slowed, and neither is a window's or such a frame's document that was asked for before we heard
    of the window or frame.
    """
    line = line_of(persona.network)
    if line is not None:
        latency_ms, down_kbps, up_kbps = line
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency_ms,
                "downloadThroughput": down_kbps * 1000 / 8 if down_kbps > 0 else -1,
                "uploadThroughput": up_kbps * 1000 / 8 if up_kbps > 0 else -1,
            },
        )
    if persona.network.cpu_slowdown > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": persona.network.cpu_slowdown})

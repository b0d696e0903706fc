"""The named lines, in numbers."""

from __future__ import annotations

from cxcheck.model.persona import NetworkProfile, NetworkTraits

# latency_ms, download and upload in kbit/s. Slow 4G and cable (Lighthouse's "desktop dense 4G") are Lighthouse's
# lantern constants; fast 4G: WebPageTest's profile of that name.
LINES: dict[NetworkProfile, tuple[float, float, float] | None] = {
    NetworkProfile.UNTHROTTLED: None,
    NetworkProfile.CABLE: (40, 10_240, 10_240),
    NetworkProfile.FAST_4G: (170, 9_000, 9_000),
    NetworkProfile.SLOW_4G: (150, 1_638.4, 675),
}


def line_of(network: NetworkTraits) -> tuple[float, float, float] | None:
    """(latency_ms, download_kbps, upload_kbps), or None for a line that is left as it is."""
    profile = LINES[network.profile]
    own = (network.latency_ms, network.download_kbps, network.upload_kbps)
    if profile is None and own == (None, None, None):
        return None
    base = profile or (0.0, -1.0, -1.0)  # -1: the protocol's "no limit"
    latency_ms, down, up = (b if o is None else o for o, b in zip(own, base, strict=True))
    return latency_ms, down, up


def latency_ms(network: NetworkTraits) -> float:
    """What the line itself adds before anything comes back."""
    line = line_of(network)
    return line[0] if line is not None else 0.0

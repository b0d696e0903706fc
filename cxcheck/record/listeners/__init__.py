"""Each listens to one kind of thing in a browser context and writes what it hears into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def listen_to(emitter: Any, listeners: Mapping[str, Callable[..., None]]) -> Callable[[], None]:
    """Listen to these events of a browser, context or page; returns what ends it."""
    for name, listener in listeners.items():
        emitter.on(name, listener)

    def end() -> None:
        for name, listener in listeners.items():
            emitter.remove_listener(name, listener)

    return end

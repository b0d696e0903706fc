"""The browser-side scripts, joined into the one that runs first in every document."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# `core` makes `cx`, `describe` and `labels` the words for elements; the others may stand in any order after them.
ORDER = (
    "core", "describe", "labels", "calls", "gestures", "widgets", "scrolls", "backs", "screens", "paints", "changes",
    "animations", "spinners", "contrast", "roots", "layers", "belongs", "offers",
    "overlayfacts", "overlays", "framesays", "said", "interactions", "longframes", "shifts",
    "settled", "mask", "asks", "media", "bars", "fits", "speaks", "contacts", "fields",
    "targets", "again",
)  # fmt: skip

#: What probes may emit. A page could call the binding itself: anything else is dropped.
KINDS = frozenset(
    {
        "gesture/pressed", "gesture/typed", "gesture/chosen", "gesture/ticked", "gesture/key", "gesture/scrolled",
        "gesture/back", "screen/document", "screen/route", "page/painted", "page/loaded", "page/changed",
        "page/animated", "page/scrolled", "busy/began", "busy/ended", "answer/painted", "page/shifted", "page/said",
        "page/long-frame", "route/painted", "interaction/shown", "screen/settled", "popup/appeared", "popup/changed",
        "popup/gone", "shadow/met", "frame/says",
        "permission/asked", "call/made", "media/playing", "bars/stood", "page/fits", "page/speaks", "page/contacts",
        "form/met", "target/tiny", "press/repeatable",
        "error/script", "probe/unsupported", "secret/typed",
    }
)  # fmt: skip


@cache
def script() -> str:
    """All probes in one function scope, so that they share ``cx`` without a name the page could trip over.

    Installed twice, it runs once in a document. A window that a page opens begins empty, and may go on as the same
    window with another document, in which the browser runs no script of ours again.
    """
    folder = files(__package__)
    parts = [folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in ORDER]
    return "(() => {\nconst probe = () => {\n" + "\n".join(parts) + "\n};\n" + _ONCE + "})();"


# The browser's own page, that it could not open the site's, is none of the site's.
_ONCE = """const once = () => { if (window[Symbol.for('cxcheck')]?.document !== document) probe(); };
if (location.protocol === 'chrome-error:') return;
once();
if (location.href === 'about:blank') window.addEventListener('DOMContentLoaded', once);
"""

"""For engineers: Playwright's trace of a visit that failed, kept without the customer's secrets."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.record.scrub_trace import scrubbed

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from cxcheck.record.journal import Journal


class Trace:
    """Records what Playwright did in a context, with a snapshot of the page at each act; no pictures."""

    def __init__(self, context: BrowserContext, journal: Journal) -> None:
        self._context: BrowserContext | None = context
        self._journal = journal
        try:
            context.tracing.start(snapshots=True, screenshots=False, sources=False)
        except Error as error:  # somebody else traces it already
            self._context = None
            self._refuse(error)

    def end(self, keep: Path | None) -> None:
        """Stop, and keep it in this file, if it is to be kept. What cannot be freed of secrets is not."""
        context, self._context = self._context, None
        if context is None:
            return
        try:
            if keep is None:
                context.tracing.stop()
                return
            with tempfile.TemporaryDirectory(prefix="cxcheck-trace-") as folder:  # it has secrets still
                whole = Path(folder) / "trace.zip"
                context.tracing.stop(path=whole)
                keep.write_bytes(scrubbed(whole.read_bytes(), self._journal.secrets))
        except (Error, OSError, ValueError) as error:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        reason = str(error).partition("\n")[0][:200]
        self._journal.add("trace/failed", {"reason": reason})

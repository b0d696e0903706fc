"""An SMTP server that takes every mail for anybody and lays it into a Maildir that all workers read.

Run as a process of its own: ``python -m cxcheck.inbox.sink --maildir FOLDER [--port 0]`` (see ``cxcheck.service``).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import threading

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.handlers import Mailbox


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maildir", required=True)
    parser.add_argument("--port", type=int, default=0)
    arguments = parser.parse_args()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    controller = UnthreadedController(Mailbox(arguments.maildir), hostname="127.0.0.1", port=arguments.port, loop=loop)
    try:
        controller.begin()  # type: ignore[no-untyped-call]
    except OSError as error:
        sys.exit(f"port {arguments.port}: {error.strerror}")
    assert isinstance(controller.server, asyncio.Server)
    port = controller.server.sockets[0].getsockname()[1]
    signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(loop.stop))
    threading.Thread(target=_stop_at_end_of_input, args=(loop,), daemon=True).start()
    print(json.dumps({"ready": f"127.0.0.1:{port}"}), flush=True)  # noqa: T201 - the service's one line
    loop.run_forever()


def _stop_at_end_of_input(loop: asyncio.AbstractEventLoop) -> None:
    sys.stdin.read()
    loop.call_soon_threadsafe(loop.stop)


if __name__ == "__main__":
    main()

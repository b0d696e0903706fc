"""Opens the demo shop: python -m cxcheck.demo.shop --port 0 --smtp HOST:PORT."""

import argparse
import json
import os
import signal
import sys
from threading import Thread

from waitress import create_server

from cxcheck.demo.app import SLOW_ANSWER_SECONDS, SLOW_MAIL_SECONDS, create_app
from cxcheck.demo.frictions import UnknownFrictionError, parse_frictions
from cxcheck.demo.mail import SmtpMailer

_HOST = "127.0.0.1"
_THREADS = 8
_LAST_PORT = 65535


def main() -> int:
    """Serve until told to stop, or until whoever started the shop is gone."""
    options = _options()
    app = create_app(
        options.friction,
        SmtpMailer(*options.smtp),
        slow_mail_seconds=options.slow_mail_seconds,
        slow_answer_seconds=options.slow_answer_seconds,
    )
    try:
        server = create_server(app, host=_HOST, port=options.port, threads=_THREADS)
    except OSError as error:
        sys.stderr.write(f"cxcheck.demo.shop: cannot listen on {_HOST}:{options.port}: {error.strerror}\n")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    Thread(target=_stop_with_parent, daemon=True).start()
    # The socket listens already: whoever reads this line can connect at once.
    address = f"http://{_HOST}:{server.effective_port}/"
    sys.stdout.write(json.dumps({"ready": address}) + "\n")
    sys.stdout.flush()
    server.run()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="cxcheck.demo.shop", description=__doc__)
    parser.add_argument("--port", type=_port, default=0, help="0 takes any free port")
    parser.add_argument("--smtp", type=_smtp, required=True, metavar="HOST:PORT")
    parser.add_argument("--friction", type=_frictions, default="", metavar="ID,ID")
    parser.add_argument(
        "--slow-mail-seconds",
        type=float,
        default=SLOW_MAIL_SECONDS,
        metavar="N",
        help="how long the friction slow-mail holds a reset mail back",
    )
    parser.add_argument(
        "--slow-answer-seconds",
        type=float,
        default=SLOW_ANSWER_SECONDS,
        metavar="N",
        help="how long the friction slow-answer lets a customer wait for the basket",
    )
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"not a port: {text!a}")
    return int(text)


def _smtp(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host:
        raise argparse.ArgumentTypeError(f"not HOST:PORT: {text!a}")
    return host, _port(port)


def _frictions(text: str) -> frozenset[str]:
    try:
        return parse_frictions(text)
    except UnknownFrictionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _stop_with_parent() -> None:
    """End the process when stdin ends, as it does when the parent dies."""
    try:
        # Not sys.stdin: a thread inside its lock would spoil the interpreter's exit.
        while os.read(0, 4096):
            pass
    except OSError:
        pass  # No stdin at all counts as ended.
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())

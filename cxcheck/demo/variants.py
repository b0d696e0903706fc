"""Addresses which choose their own frictions, so that one process serves every variant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from flask import Response, request

from cxcheck.demo.frictions import UnknownFrictionError, parse_frictions

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_KEY = "cxcheck.frictions"


class Variants:
    """WSGI middleware: "/~a+b/help" is "/help" with exactly the frictions a and b."""

    def __init__(self, app: "WSGIApplication", default: frozenset[str]) -> None:
        """Wrap an application; addresses without a prefix get the default frictions."""
        self._app = app
        self._default = default

    def __call__(
        self,
        environ: "WSGIEnvironment",
        start_response: "StartResponse",
    ) -> Iterable[bytes]:
        """Note the request's frictions in its environ, then let the shop answer it."""
        environ[_KEY] = self._default
        first, _, rest = environ["PATH_INFO"].removeprefix("/").partition("/")
        if first.startswith("~"):
            try:
                environ[_KEY] = parse_frictions(first[1:])
            except UnknownFrictionError as error:
                refusal = Response(f"{error}\n", 404, mimetype="text/plain")
                return refusal(environ, start_response)
            # Links are built on SCRIPT_NAME, so the whole visit stays in its variant.
            environ["SCRIPT_NAME"] += f"/{first}"
            environ["PATH_INFO"] = f"/{rest}"
        return self._app(environ, start_response)


def active() -> frozenset[str]:
    """Give the frictions which the current request is to meet."""
    return cast("frozenset[str]", request.environ[_KEY])

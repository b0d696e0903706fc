"""The catalogue of frictions which the demo shop can plant."""

import difflib
import re

FRICTIONS: dict[str, str] = {
    "cookie-banner": "A consent bar covers the foot of every page until it is answered.",
    "dead-button": "The first click on 'Send me a reset link' does nothing at all.",
    "hostile-text": "One product, named in the home page's title, is called like an attack.",
    "newsletter-popup": "A newsletter offer covers the home or sign-in page after 600 ms.",
    "slow-mail": "The reset mail leaves many seconds after it was asked for.",
}

CLEAN = "clean"


class UnknownFrictionError(ValueError):
    """A friction was asked for which the catalogue does not hold."""

    def __init__(self, name: str) -> None:
        """Say which name is wrong, what was probably meant, and what there is."""
        near = difflib.get_close_matches(name, FRICTIONS, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        valid = ", ".join(sorted(FRICTIONS))
        super().__init__(
            f"unknown friction {name!a}{hint}; valid: {valid}; or {CLEAN} for none",
        )


def parse_frictions(text: str) -> frozenset[str]:
    """Read ids joined by "," or "+"; nothing and "clean" both mean none.

    Raises:
        UnknownFrictionError: an id is not in the catalogue.

    """
    text = text.strip()
    if text in {"", CLEAN}:
        return frozenset()
    names = [name.strip() for name in re.split(r"[,+]", text)]
    for name in names:
        if name not in FRICTIONS:
            raise UnknownFrictionError(name)
    return frozenset(names)

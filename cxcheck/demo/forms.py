"""What the shop asks of the fields of its forms, and what it says when refusing."""

import re

from flask import request

from cxcheck.demo.variants import active

PASSWORD_LENGTH = 8
NAME_LENGTH = 120
# Without the hyphen, as such lists often are: passwords that look safe are refused too.
_SIGNS = "! ? # $ % &"

# Strict on purpose: an address which passes is also safe inside a mail header.
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def field(name: str) -> str:
    """Give a posted field without the blanks around it."""
    return request.form.get(name, "").strip()


def password_field() -> str:
    """Give the posted password exactly as typed: blanks may be part of it."""
    return request.form.get("password", "")


def name_error(name: str, missing: str = "Please tell us your name.") -> str | None:
    """Refuse a missing or endless name."""
    if not name:
        return missing
    if len(name) > NAME_LENGTH:
        return f"Please keep your name to {NAME_LENGTH} characters."
    return None


def email_error(email: str) -> str | None:
    """Refuse what cannot be an e-mail address."""
    if not email:
        return "Please enter your e-mail address."
    if not _EMAIL.fullmatch(email):
        return "This does not look like an e-mail address, such as name@example.com."
    return None


def password_error(password: str) -> str | None:
    """Refuse a password which is too short, or lacks what the friction hidden-password-rule wants."""
    if len(password) < PASSWORD_LENGTH:
        return f"Please use at least {PASSWORD_LENGTH} characters."
    if "hidden-password-rule" in active() and not set(_SIGNS.split()) & set(password):
        return f"Your password needs at least one of these characters: {_SIGNS}"
    return None


def found(**errors: str | None) -> dict[str, str]:
    """Keep the errors that there are, by field."""
    return {name: error for name, error in errors.items() if error}

"""The customers' accounts, kept in memory for as long as the shop runs."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from werkzeug.security import check_password_hash, generate_password_hash

TOKEN_SECONDS = 3600


# Cheap, for it guards nothing: a shop that hashed as one should would be slow on the machine that measures it.
_HASHING = "scrypt:1024:8:1"


@dataclass(frozen=True)
class Account:
    """One customer."""

    name: str
    email: str
    password_hash: str


@dataclass(frozen=True)
class _Reset:
    key: str
    expires: float


class Accounts:
    """Accounts by e-mail address, and the reset links which are still good."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start empty; the clock decides when a reset link is too old."""
        self._clock = clock
        self._lock = Lock()
        self._accounts: dict[str, Account] = {}
        self._resets: dict[str, _Reset] = {}

    def add(self, name: str, email: str, password: str) -> bool:
        """Open an account; False when the address already has one."""
        account = Account(name, email, generate_password_hash(password, method=_HASHING))
        with self._lock:
            return self._accounts.setdefault(_key(email), account) is account

    def get(self, email: str) -> Account | None:
        """Find the account of an address."""
        with self._lock:
            return self._accounts.get(_key(email))

    def sign_in(self, email: str, password: str) -> Account | None:
        """Find the account which this address and this password open."""
        account = self.get(email)
        if account and check_password_hash(account.password_hash, password):
            return account
        return None

    def reset_token(self, email: str) -> str | None:
        """Make the secret part of a reset link; None when nobody has the address."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            if _key(email) not in self._accounts:
                return None
            self._resets[token] = _Reset(_key(email), self._clock() + TOKEN_SECONDS)
        return token

    def token_is_good(self, token: str) -> bool:
        """Tell whether a reset link can still be used."""
        with self._lock:
            return self._owner(token) is not None

    def use_token(self, token: str, password: str) -> bool:
        """Set a new password by a reset link, which ends all links of that account."""
        password_hash = generate_password_hash(password, method=_HASHING)
        with self._lock:
            key = self._owner(token)
            if key is None:
                return False
            account = self._accounts[key]
            self._accounts[key] = replace(account, password_hash=password_hash)
            self._resets = {t: r for t, r in self._resets.items() if r.key != key}
        return True

    def _owner(self, token: str) -> str | None:
        reset = self._resets.get(token)
        return reset.key if reset and self._clock() < reset.expires else None


def _key(email: str) -> str:
    return email.strip().lower()

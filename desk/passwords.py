"""Passwords: hashed with argon2, checked away from the event loop. Never keeps, logs or shows one."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desk.strength import as_typed

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

# OWASP's Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODY = _HASHER.hash("nobody has this password")
# Crockford's alphabet: nothing that reads like something else, so a password can be said over the phone.
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_MISREAD = str.maketrans("oil", "011", "- ")


class TooBusy(Exception):
    """Raised when too many passwords are waiting to be checked; nothing was checked."""


def hash_password(password: str) -> str:
    """Return an argon2id hash with its own salt and parameters inside. Takes some 30 ms: keep it off the loop."""
    return _HASHER.hash(password)


def verify_password(password: str, hashed: str | None) -> bool:
    """Say whether `password` made `hashed`. With None (nobody of that name) it takes just as long and is False."""
    try:
        _HASHER.verify(hashed or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


class OffLoop:
    """Runs slow work in one thread, so that a page never waits for someone else's password."""

    def __init__(self, *, waiting: int = 8) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="passwords")
        self._room = waiting

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return `work(*args, **kwargs)`. Raises TooBusy when as many wait already as there is room for."""
        if self._room == 0:
            raise TooBusy("too many passwords are waiting to be checked")
        self._room -= 1
        try:
            return await asyncio.wrap_future(self._thread.submit(work, *args, **kwargs))
        finally:
            self._room += 1


def new_password() -> str:
    """Return a password of 80 random bits, e.g. ``7f3k-m2xq-90ab-c4de``. Show it once, keep it nowhere."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def kept_form(password: str, *, made: bool) -> str:
    """Return what of a typed password is hashed: of one that was `made`, what it says; of one's own, every letter."""
    return tidy_password(password) if made else as_typed(password)


def tidy_password(password: str) -> str:
    """Forgive capitals, spaces, dashes and look-alikes: none of them is part of a password that we made."""
    return password.casefold().translate(_MISREAD)

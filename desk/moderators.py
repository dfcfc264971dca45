"""The desk's accounts: made, and checked when someone signs in. Keeps no password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.passwords import hash_password, new_password, tidy_password, verify_password
from storage.accounts import account, add_account
from storage.opening import immediate
from storage.roles import READERS, Role

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def make_account(
    intake: sqlite3.Connection, name: str, roles: Iterable[str] = (Role.MODERATOR,), council: str | None = None
) -> str:
    """Make an account and return its password, to be shown once. Raises `Refused` if the name is taken."""
    password = new_password()
    hashed = hash_password(tidy_password(password))
    with immediate(intake):
        add_account(intake, name, hashed, roles, council)
    return password


def is_reader(intake: sqlite3.Connection, name: str, password: str) -> bool:
    """Tell whether they belong together and may read voices; takes as long for a name that doesn't exist."""
    found = account(intake, name)
    right = verify_password(tidy_password(password), found.password_hash if found else None)
    return right and found is not None and bool(found.roles & READERS)

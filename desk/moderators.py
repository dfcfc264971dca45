"""Moderators' accounts: made, and checked when someone signs in. Keeps no password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.passwords import hash_password, new_password, tidy_password, verify_password
from storage.accounts import add_account, password_hash
from storage.opening import immediate

if TYPE_CHECKING:
    import sqlite3


def make_moderator(intake: sqlite3.Connection, name: str) -> str:
    """Make an account and return its password, to be shown once. Raises `Refused` if the name is taken."""
    password = new_password()
    hashed = hash_password(tidy_password(password))
    with immediate(intake):
        add_account(intake, name, hashed)
    return password


def is_moderator(intake: sqlite3.Connection, name: str, password: str) -> bool:
    """Tell whether name and password belong together; takes as long for a name that doesn't exist."""
    return verify_password(tidy_password(password), password_hash(intake, name))

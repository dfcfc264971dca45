"""The desk's accounts: made, and checked when someone signs in. Keeps no password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.codes import recovery_hash, secret_of, step_of
from desk.passwords import hash_password, kept_form, new_password, tidy_password, verify_password
from storage.accounts import account, add_account
from storage.opening import immediate
from storage.roles import READERS, Role
from storage.second_factors import use_recovery_code, use_step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from storage.keys import Keys


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
    typed = kept_form(password, made=found.made if found else True)
    right = verify_password(typed, found.password_hash if found else None)
    return right and found is not None and bool(found.roles & READERS)


def has_code(intake: sqlite3.Connection, keys: Keys, name: str, ask: Callable[[], str]) -> bool:
    """Tell whether an account types a right code if it has codes; what was typed is used up."""
    found = account(intake, name)
    if found is None or found.salt is None:
        return found is not None
    return use_code(intake, keys, name, found.salt, ask())


def use_code(intake: sqlite3.Connection, keys: Keys, name: str, salt: bytes, typed: str) -> bool:
    """Use up a one-time code, or a recovery code; False if it is none (any more)."""
    step = step_of(secret_of(keys, name, salt), typed)
    with immediate(intake):
        if step is not None:
            return use_step(intake, name, step)
        return use_recovery_code(intake, name, recovery_hash(keys, name, typed))

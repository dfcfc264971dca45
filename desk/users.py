"""Who works at the desk (accounts in intake.db) and who reads the lab (a file that the lab's process can read)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from desk.accounts import SignIns, as_kept, checked_name
from desk.moderators import make_account
from desk.pages.locking import STAYS_OPEN
from desk.passwords import hash_password, new_password, tidy_password
from storage.accounts import account, accounts, give_password, give_roles, remove_account
from storage.errors import Refused
from storage.opening import immediate
from storage.roles import Role
from storage.second_factors import reset, unlock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from desk.deployment import Files

T = TypeVar("T")
MODERATOR, LAB = Role.MODERATOR.value, "lab"
CHOICES = (*(role.value for role in Role), LAB)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who can sign in, at the desk or (`lab`) in the lab; `council` is the one they work for, if any."""

    name: str
    roles: tuple[str, ...]
    council: str | None = None


def add_user(files: Files, name: str, roles: Iterable[str], council: str | None = None) -> str:
    """Make a sign-in and return its password. Raises `Refused` or `NotAName`, with what to do."""
    if _is_lab(roles):
        return SignIns(files.sign_ins).create(name)
    intake = files.open_intake()
    try:
        return make_account(intake, checked_name(name), roles, council)
    finally:
        intake.close()


def remove_user(files: Files, name: str, role: str | None) -> None:
    """Take a sign-in away, of the desk unless `role` says the lab. Raises `Refused` if there is none such."""
    gone = SignIns(files.sign_ins).remove(name) if role == LAB else _remove_account(files, name, role)
    if not gone:
        where = f"Nobody of that name can sign in as {role}" if role else "There is no account of that name at the desk"
        raise Refused(f"{where}. See them all with: care-voice user list")


def change_roles(files: Files, name: str, roles: Iterable[str], council: str | None) -> User:
    """Let somebody at the desk do something else from now on. Raises `Refused` if there is no such account."""
    if _is_lab(roles):
        raise Refused(
            "Who reads in the lab has a sign-in of its own: make one with: care-voice user add NAME --role lab"
        )
    kept = as_kept(name)
    _write(files, partial(give_roles, name=kept, roles=roles, council=council))
    return User(kept, tuple(roles), council)


def list_users(files: Files) -> list[User]:
    """Return everyone, the desk's first."""
    intake = files.open_intake()
    try:
        desk = [User(each.name, _in_order(each.roles), each.council) for each in accounts(intake)]
    finally:
        intake.close()
    return desk + [User(name, (LAB,)) for name in SignIns(files.sign_ins).names()]


def _is_lab(roles: Iterable[str]) -> bool:
    """Tell whether a sign-in is for the lab. Raises `Refused` for one that would be for both."""
    given = set(roles)
    if LAB in given and len(given) > 1:
        raise Refused("A sign-in for the lab is apart from the desk's: make two, with one --role lab.")
    return LAB in given


def _in_order(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(sorted(roles, key=list(Role).index))


def _remove_account(files: Files, name: str, role: str | None) -> bool:
    kept, intake = as_kept(name), files.open_intake()
    try:
        with immediate(intake):
            found = account(intake, kept)
            if role is not None and (found is None or role not in found.roles):
                return False
            return remove_account(intake, kept)
    finally:
        intake.close()


def new_password_for(files: Files, name: str) -> str:
    """Give an account a password that is made for it, and return it. Raises `Refused` if there is no such account."""
    password = new_password()
    hashed = hash_password(tidy_password(password))
    _write(files, partial(give_password, name=as_kept(name), password_hash=hashed, made=True))
    return password


def unlock_user(files: Files, name: str) -> None:
    """Let an account sign in from any browser again. Raises `Refused` if there is none of that name."""
    _write(files, partial(unlock, account=as_kept(name), now=int(time.time()), stays_open=STAYS_OPEN))


def reset_codes(files: Files, name: str) -> None:
    """Forget the codes of an account. Raises `Refused` if it has none."""
    if not _write(files, partial(reset, account=as_kept(name))):
        raise Refused("That account has no codes. See all accounts with: care-voice user list")


def _write(files: Files, job: Callable[[sqlite3.Connection], T]) -> T:
    intake = files.open_intake()
    try:
        with immediate(intake):
            return job(intake)
    finally:
        intake.close()

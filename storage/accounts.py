"""The desk's accounts in intake.db. Sees password hashes only: hashing and checking are the desk's."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.roles import Role, roles_in, written

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMNS = ("name", "role", "password_hash", "council")
_ALL = ", ".join(_COLUMNS)
AccountRow = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody at the desk. `council` is the one they work for, if any: its voices may be kept from them."""

    name: str
    roles: frozenset[Role]
    council: str | None
    password_hash: str = field(repr=False)

    @property
    def mark(self) -> str:
        """Return what changes with everything that a session rests on."""
        kept = "\n".join((self.password_hash, written(self.roles), self.council or ""))
        return hashlib.sha256(kept.encode()).hexdigest()


def add_account(
    conn: sqlite3.Connection,
    name: str,
    password_hash: str,
    roles: Iterable[str] = (Role.MODERATOR,),
    council: str | None = None,
) -> None:
    """Make an account.

    Raises:
        Refused: the name is taken.
    """
    try:
        conn.execute(
            "INSERT INTO accounts (name, role, password_hash, council) VALUES (?, ?, ?, ?)",
            (name, written(roles), password_hash, council),
        )
    except sqlite3.IntegrityError:
        raise Refused("There is an account of that name already. Choose another name.") from None


def account(conn: sqlite3.Connection, name: str) -> Account | None:
    """Return the account of this name, or None."""
    row = conn.execute(f"SELECT {_ALL} FROM accounts WHERE name = ?", (name,)).fetchone()  # noqa: S608 - our columns
    return None if row is None else _from_row(row)


def accounts(conn: sqlite3.Connection) -> list[Account]:
    """Return every account, by name."""
    return [_from_row(row) for row in conn.execute(f"SELECT {_ALL} FROM accounts ORDER BY name")]  # noqa: S608


def password_hash(conn: sqlite3.Connection, name: str) -> str | None:
    """Return what a password of this account is checked against, or None."""
    found = account(conn, name)
    return found.password_hash if found else None


def roles_of(conn: sqlite3.Connection, name: str) -> frozenset[Role]:
    """Return what an account may do; nothing if there is none of that name."""
    found = account(conn, name)
    return found.roles if found else frozenset()


def names_with(conn: sqlite3.Connection, *roles: Role) -> list[str]:
    """Return the names of those who have one of these roles."""
    return [each.name for each in accounts(conn) if each.roles & set(roles)]


def give_roles(conn: sqlite3.Connection, name: str, roles: Iterable[str], council: str | None) -> None:
    """Let an account do this from now on, and for this council. Raises `Refused` if there is none of that name."""
    changed = conn.execute(
        "UPDATE accounts SET role = ?, council = ? WHERE name = ?", (written(roles), council, name)
    ).rowcount
    if not changed:
        raise nobody()


def remove_account(conn: sqlite3.Connection, name: str) -> bool:
    """Take an account away; its decisions stay. Returns False if there was none."""
    return bool(conn.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount)


def nobody() -> Refused:
    """Return what to say when there is no account of a name."""
    return Refused("There is no account of that name. See them all with: care-voice user list")


def account_rows(conn: sqlite3.Connection) -> list[AccountRow]:
    """Return all accounts as they are stored, for another intake.db."""
    return conn.execute(f"SELECT {_ALL} FROM accounts ORDER BY name").fetchall()  # noqa: S608 - our columns


def put_accounts(conn: sqlite3.Connection, rows: Iterable[AccountRow]) -> None:
    """Put these in the place of all accounts there are. Runs inside a transaction of its caller's."""
    conn.execute("DELETE FROM accounts")
    places = ", ".join("?" * len(_COLUMNS))
    conn.executemany(f"INSERT INTO accounts ({_ALL}) VALUES ({places})", rows)  # noqa: S608 - our columns


def _from_row(row: tuple[str, str, str, str | None]) -> Account:
    name, roles, hashed, council = row
    return Account(name, roles_in(roles), council, hashed)

"""The desk's accounts in intake.db. Sees password hashes only: hashing and checking are the desk's."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from storage.errors import Refused
from storage.roles import Role, roles_in, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SELECT = (
    "SELECT name, role, password_hash, council, made, salt FROM accounts LEFT JOIN second_factors ON account = name "
)
# What comes along to another intake.db; a lock does not.
_TABLES = {
    "accounts": ("name", "role", "password_hash", "council", "made"),
    "second_factors": ("account", "salt", "step"),
    "recovery_codes": ("account", "hash"),
}
AccountRows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody at the desk. `council` is the one they work for, if any: its voices may be kept from them.

    `made` tells that the password was made for them; `salt` is what their one-time codes are made with, if any are.
    """

    name: str
    roles: frozenset[Role]
    council: str | None
    password_hash: str = field(repr=False)
    made: bool
    salt: bytes | None = field(repr=False)

    @property
    def mark(self) -> str:
        """Return what changes with everything that a session rests on."""
        kept = "\n".join((self.password_hash, written(self.roles), self.council or "", (self.salt or b"").hex()))
        return hashlib.sha256(kept.encode()).hexdigest()


def add_account(
    conn: sqlite3.Connection,
    name: str,
    password_hash: str,
    roles: Iterable[str] = (Role.MODERATOR,),
    council: str | None = None,
) -> None:
    """Make an account, with a password that was made for it.

    Raises:
        Refused: the name is taken.
    """
    try:
        conn.execute(
            "INSERT INTO accounts (name, role, password_hash, council, made) VALUES (?, ?, ?, ?, 1)",
            (name, written(roles), password_hash, council),
        )
    except sqlite3.IntegrityError:
        raise Refused("There is an account of that name already. Choose another name.") from None


def account(conn: sqlite3.Connection, name: str) -> Account | None:
    """Return the account of this name, or None."""
    row = conn.execute(f"{_SELECT} WHERE name = ?", (name,)).fetchone()
    return None if row is None else _from_row(row)


def accounts(conn: sqlite3.Connection) -> list[Account]:
    """Return every account, by name."""
    return [_from_row(row) for row in conn.execute(f"{_SELECT} ORDER BY name")]


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
    _change(conn, "UPDATE accounts SET role = ?, council = ? WHERE name = ?", written(roles), council, name)


def give_password(conn: sqlite3.Connection, name: str, password_hash: str, *, made: bool) -> None:
    """Give an account another password, one that was `made` for it or one of its own.

    Raises `Refused` if there is none of that name.
    """
    _change(conn, "UPDATE accounts SET password_hash = ?, made = ? WHERE name = ?", password_hash, int(made), name)


def remove_account(conn: sqlite3.Connection, name: str) -> bool:
    """Take an account away; its decisions stay. Returns False if there was none."""
    return bool(conn.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount)


def nobody() -> Refused:
    """Return what to say when there is no account of a name."""
    return Refused("There is no account of that name. See them all with: care-voice user list")


def account_rows(conn: sqlite3.Connection) -> AccountRows:
    """Return all accounts as they are stored, table by table, for another intake.db."""
    return {
        table: conn.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 - ours
        for table, columns in _TABLES.items()
    }


def put_accounts(conn: sqlite3.Connection, rows: Mapping[str, Iterable[tuple[Any, ...]]]) -> None:
    """Put these in the place of all accounts there are. Runs inside a transaction of its caller's."""
    conn.execute("DELETE FROM accounts")  # a trigger takes the rest away
    for table, columns in _TABLES.items():
        places = ", ".join("?" * len(columns))
        conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows[table])  # noqa: S608


def _change(conn: sqlite3.Connection, statement: str, *values: object) -> None:
    if not conn.execute(statement, values).rowcount:
        raise nobody()


def _from_row(row: tuple[str, str, str, str | None, int, bytes | None]) -> Account:
    name, roles, hashed, council, made, salt = row
    return Account(name, roles_in(roles), council, hashed, bool(made), salt)

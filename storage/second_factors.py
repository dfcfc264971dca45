"""One-time codes and locks of the desk's accounts. Holds no secret of a code: only the salt that it is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.accounts import nobody

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def set_up(conn: sqlite3.Connection, account: str, salt: bytes, step: int, recovery: Iterable[bytes]) -> None:
    """Ask an account for codes from now on; `step` is that of the code which proved it, which counts no second time.

    Raises `Refused` if there is no such account (any more).
    """
    if conn.execute("SELECT 1 FROM accounts WHERE name = ?", (account,)).fetchone() is None:
        raise nobody()
    conn.execute("INSERT OR REPLACE INTO second_factors VALUES (?, ?, ?)", (account, salt, step))
    give_recovery_codes(conn, account, recovery)


def use_step(conn: sqlite3.Connection, account: str, step: int) -> bool:
    """Count the code of a step as used; False if that one, or a later one, was used already."""
    return bool(
        conn.execute(
            "UPDATE second_factors SET step = ? WHERE account = ? AND step < ?", (step, account, step)
        ).rowcount
    )


def reset(conn: sqlite3.Connection, account: str) -> bool:
    """Ask an account for codes no more, until they are set up anew; False if none were asked for."""
    conn.execute("DELETE FROM recovery_codes WHERE account = ?", (account,))
    return bool(conn.execute("DELETE FROM second_factors WHERE account = ?", (account,)).rowcount)


def give_recovery_codes(conn: sqlite3.Connection, account: str, hashes: Iterable[bytes]) -> None:
    """Put these in the place of all recovery codes of an account."""
    conn.execute("DELETE FROM recovery_codes WHERE account = ?", (account,))
    conn.executemany("INSERT INTO recovery_codes VALUES (?, ?)", [(account, hashed) for hashed in hashes])


def use_recovery_code(conn: sqlite3.Connection, account: str, hashed: bytes) -> bool:
    """Use a recovery code up; False if it is none (any more)."""
    gone = conn.execute("DELETE FROM recovery_codes WHERE account = ? AND hash = ?", (account, hashed))
    return bool(gone.rowcount)


def recovery_codes_left(conn: sqlite3.Connection, account: str) -> int:
    """Return how many recovery codes an account has left."""
    left: tuple[int] = conn.execute("SELECT count(*) FROM recovery_codes WHERE account = ?", (account,)).fetchone()
    return left[0]


def lock(conn: sqlite3.Connection, account: str, now: int, seconds: int) -> bool:
    """Lock an account for so long; False if there is none, or it was unlocked just now and stays open a while."""
    locked = conn.execute(
        "INSERT INTO locks SELECT name, ?, 0 FROM accounts WHERE name = ? "
        "ON CONFLICT (account) DO UPDATE SET until = excluded.until WHERE open_until <= ?",
        (now + seconds, account, now),
    )
    return bool(locked.rowcount)


def unlock(conn: sqlite3.Connection, account: str, now: int, stays_open: int) -> None:
    """Unlock an account, and keep it so for some seconds. Raises `Refused` if there is none of that name."""
    done = conn.execute(
        "INSERT OR REPLACE INTO locks SELECT name, 0, ? FROM accounts WHERE name = ?", (now + stays_open, account)
    )
    if not done.rowcount:
        raise nobody()


def locked_until(conn: sqlite3.Connection, account: str, now: int) -> int | None:
    """Return until when an account is locked (seconds since 1970), or None."""
    row = conn.execute("SELECT until FROM locks WHERE account = ? AND until > ?", (account, now)).fetchone()
    return None if row is None else int(row[0])

"""Undoing what somebody decided last, on the pages and at a terminal alike: one's own, and within a minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.pages.banner import a_minute_ago, all_undoable, undoable
from desk.turns import may_work
from storage.decisions import Action
from storage.moves import undo_last
from storage.submissions import read
from storage.together import undo_together

if TYPE_CHECKING:
    import sqlite3

    from desk.rules import Rules

DECIDED = frozenset({Action.APPROVE, Action.SECOND, Action.DECLINE})


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone: `note` is what to say, with its `count`; `published` tells that the lab shows that voice."""

    note: str
    voice: int = 0
    published: bool = False
    count: int = 1


def undo_about(conn: sqlite3.Connection, rules: Rules, number: int, account: str) -> Undone | None:
    """Undo what an account decided last about a voice; None if it is too late for that, or there is nothing.

    Runs inside a transaction of its caller's. Raises `Refused` as `may_work` and `undo_last` do.
    """
    last = undoable(conn, number, account)
    if last is None:
        return None
    may_work(conn, rules, number, account)
    voice = read(conn, number)
    undo_last(conn, voice, account)
    note = "pages-undone" if last.action in DECIDED else "pages-done-undo-choice"
    return Undone(note, number, voice.released_in is not None)


def undo_latest(conn: sqlite3.Connection, rules: Rules, account: str) -> Undone | None:
    """Undo what an account decided last, about one voice or about many at once, as `undo_about` does."""
    latest = max(all_undoable(conn, account), key=lambda each: each.seconds, default=None)
    if latest is None:
        return None
    if latest.action == Action.TOGETHER:
        return Undone("pages-spam-undone", count=undo_together(conn, account, latest.at, a_minute_ago()))
    return undo_about(conn, rules, latest.voice, account)

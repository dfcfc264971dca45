"""Answers on their way: which voices have none yet, and how one waits until a second person lets it out.

Every function takes an open connection to intake.db; what changes something runs inside a transaction of its caller's.
Times are seconds since 1970.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from storage.accounts import names_with
from storage.due import Due, mark
from storage.errors import Refused
from storage.responses import OUT, ResponseKind, checked
from storage.roles import READERS
from storage.submissions import HARD

if TYPE_CHECKING:
    import sqlite3

SECONDS = 60
ALONE_SECONDS = 24 * 60 * 60  # until what nobody else could look at goes out
_GONE = "This answer is gone: somebody took it back."
# Only what the lab shows: whoever answers need not be one of those who read everything.
_SHOWN = "state = 'approved' AND released_in IS NOT NULL AND consent != 'count' AND words IS NOT NULL"
_COLUMNS = f"id, public_id, words, theme, kind, {HARD}"
_UNANSWERED = f"{_SHOWN} AND id NOT IN (SELECT submission FROM answered)"  # noqa: S608 - ours


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as the desk sees it. `left`: for how many seconds it can be called back; `is_out`: people read it.

    `voices` is how many it answers.
    """

    id: int
    kind: ResponseKind
    text: str = field(repr=False)
    account: str
    day: date
    everyone: bool
    theme: str | None
    approver: str | None
    left: int
    is_out: bool
    voices: int

    @property
    def is_alone(self) -> bool:
        """Tell whether whoever wrote it let it out, because nobody else was there."""
        return self.approver == self.account

    @property
    def hours(self) -> int:
        """Return in how many hours people read it, rounded up."""
        return -(-self.left // 3600)

    @property
    def seen(self) -> str:
        """Return what changes with what people would read."""
        said = f"{self.kind}\n{self.everyone}\n{self.text}"
        return hashlib.sha256(said.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Published:
    """A voice as the lab shows it."""

    id: int
    number: int
    words: str = field(repr=False)
    theme: str
    kind: str
    distressing: bool  # it may be hard to read


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that people spoke of: how many published voices it has, and how many of those nobody answered yet."""

    code: str
    voices: int
    unanswered: int


def written(conn: sqlite3.Connection, response: int) -> Written:
    """Read one answer. Raises `Refused` if it is gone."""
    found = _select(conn, "id = ?", response)
    if not found:
        raise Refused(_GONE)
    return found[0]


def waiting(conn: sqlite3.Connection) -> tuple[Written, ...]:
    """Return the answers that wait for a second person, first one first."""
    return _select(conn, "approver IS NULL")


def lately(conn: sqlite3.Connection, limit: int = 20) -> tuple[Written, ...]:
    """Return the answers that were let out, last one first."""
    return tuple(reversed(_select(conn, "approver IS NOT NULL")))[:limit]


def answers_to(conn: sqlite3.Connection, submission: int) -> tuple[Written, ...]:
    """Return every answer to a voice, by the day they were given, those that wait among them."""
    return _select(conn, "id IN (SELECT response FROM answered WHERE submission = ?)", submission)


def change(
    conn: sqlite3.Connection, response: int, kind: ResponseKind, text: str, account: str, *, everyone: bool
) -> None:
    """Write an answer anew: it leaves wherever it was read, and waits for a second person. Raises `Refused`."""
    done = conn.execute(
        "UPDATE responses SET kind = ?, text = ?, account = ?, everyone = ?, approver = NULL, goes_at = 0 WHERE id = ?",
        (kind, checked(text), account, everyone, response),
    )
    if not done.rowcount:
        raise Refused(_GONE)
    mark(conn, Due.SYNC)


def let_out(
    conn: sqlite3.Connection, response: int, seen: str, account: str, now: float, *, alone: bool = False
) -> None:
    """Let an answer out, as it was seen: people read it in a minute.

    `alone`: whoever wrote it says that there is nobody else to read it first. Then they read it a day later.

    Raises:
        Refused: whoever wrote it may not, or it changed meanwhile, was let out already, or is gone.
    """
    one = written(conn, response)
    if one.approver is not None:
        raise Refused("Somebody let this answer out already.")
    if one.account == account and not (alone and is_alone(conn, account)):
        raise Refused("You wrote this yourself: somebody else has to read it before it goes out.")
    if one.seen != seen:
        raise Refused("This answer was changed meanwhile. Read it again first.")
    goes_at = int(now) + (ALONE_SECONDS if one.account == account else SECONDS)
    conn.execute("UPDATE responses SET approver = ?, goes_at = ? WHERE id = ?", (account, goes_at, response))
    mark(conn, Due.SYNC)  # the lab's figures count it from now on


def is_alone(conn: sqlite3.Connection, account: str) -> bool:
    """Tell whether nobody else has an account that could let out what this one wrote."""
    return names_with(conn, *READERS) == [account]


def call_back(conn: sqlite3.Connection, response: int, account: str) -> None:
    """Undo letting an answer out before people read it. Raises `Refused` if they do, or somebody else let it out."""
    one = written(conn, response)
    if one.approver != account or one.is_out:
        raise Refused("It is too late to undo this. You can take the answer back instead.")
    conn.execute("UPDATE responses SET approver = NULL, goes_at = 0 WHERE id = ?", (response,))
    mark(conn, Due.SYNC)


def themes(conn: sqlite3.Connection) -> tuple[Theme, ...]:
    """Return the themes of published voices, those with most unanswered first."""
    rows = conn.execute(
        f"SELECT theme, count(*), sum(id NOT IN (SELECT submission FROM answered)) FROM submissions WHERE {_SHOWN} "  # noqa: S608 - ours
        "GROUP BY theme ORDER BY 3 DESC, theme"
    )
    return tuple(Theme(*row) for row in rows)


def releases(conn: sqlite3.Connection) -> tuple[int, ...]:
    """Return the numbers of all releases, last one first."""
    return tuple(row[0] for row in conn.execute("SELECT number FROM releases ORDER BY number DESC"))


def unanswered(conn: sqlite3.Connection, theme: str, after: int, limit: int) -> tuple[Published, ...]:
    """Return published voices that nobody answered, in the order of their public numbers, which tells nothing."""
    rows = conn.execute(
        f"SELECT {_COLUMNS} FROM submissions WHERE {_UNANSWERED} "  # noqa: S608 - ours
        "AND (? = '' OR theme = ?) AND public_id > ? ORDER BY public_id LIMIT ?",
        (theme, theme, after, limit),
    )
    return tuple(_shown(*row) for row in rows)


def published(conn: sqlite3.Connection, voices: list[int]) -> tuple[Published, ...]:
    """Return those of these voices that the lab shows."""
    marks = ", ".join("?" * len(voices))
    rows = conn.execute(
        f"SELECT {_COLUMNS} FROM submissions WHERE {_SHOWN} AND id IN ({marks}) "  # noqa: S608 - ours
        "ORDER BY public_id",
        voices,
    )
    return tuple(_shown(*row) for row in rows)


def _shown(number: int, public: int, words: str, theme: str, kind: str, distressing: int) -> Published:
    return Published(number, public, words, theme, kind, bool(distressing))


def answered_by(conn: sqlite3.Connection, response: int, limit: int) -> tuple[Published, ...]:
    """Return voices that an answer is for, as far as the lab shows them."""
    rows = conn.execute("SELECT submission FROM answered WHERE response = ? LIMIT ?", (response, limit))
    return published(conn, [row[0] for row in rows])


def of_theme(conn: sqlite3.Connection, theme: str, release: int | None) -> tuple[int, ...]:
    """Return the published voices about a theme, of one release or of all; those that were only counted among them."""
    rows = conn.execute(
        "SELECT id FROM submissions WHERE state IN ('approved', 'counted') AND released_in IS NOT NULL AND theme = ? "
        "AND (? IS NULL OR released_in = ?)",
        (theme, release, release),
    )
    return tuple(row[0] for row in rows)


def _select(conn: sqlite3.Connection, where: str, *values: int) -> tuple[Written, ...]:
    rows = conn.execute(
        "SELECT id, kind, text, account, day, everyone, theme, approver, "  # noqa: S608 - ours
        f"max(0, goes_at - CAST(strftime('%s', 'now') AS INTEGER)), {OUT}, "
        "(SELECT count(*) FROM answered WHERE response = responses.id) "
        f"FROM responses WHERE {where} ORDER BY day, id",
        values,
    )
    return tuple(map(_from_row, rows))


def _from_row(row: tuple[Any, ...]) -> Written:
    number, kind, text, account, day, everyone, theme, *rest = row
    approver, left, is_out, voices = rest
    return Written(
        id=number,
        kind=ResponseKind(kind),
        text=text,
        account=account,
        day=date.fromisoformat(day),
        everyone=bool(everyone),
        theme=theme,
        approver=approver,
        left=left,
        is_out=bool(is_out),
        voices=voices,
    )

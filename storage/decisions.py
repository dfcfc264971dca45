"""What moderators decide, written down for ever: who, what, why and when; never the words that were removed.

Every function runs inside a transaction of its caller's, and refuses a voice that changed since it was read.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.accounts import names_with
from storage.asides import FIRST, Aside, drop_aside, last_aside, set_aside
from storage.due import Due, mark
from storage.errors import Refused
from storage.model import ENGLISH, Kind, Label, RedactedWords, Section, Span, State
from storage.roles import Role
from storage.submissions import Submission, dump_hidden, dump_suggestions, read
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

MARK = "[hidden]"
_LATEST = 500  # decisions: more than anybody takes in the minute in which they can be undone


class Action(StrEnum):
    """What can be decided."""

    APPROVE = "approve"
    SECOND = "approve-first"  # the first of two approvals that a voice of an under-16 needs
    DECLINE = "decline"
    TOGETHER = "decline-together"  # one of many that were declined at once
    HIDE = "hide"
    SORT = "sort"  # a theme or a kind was set
    UNDO = "undo"
    PERMISSION = "ask-permission"  # whoever has the code was asked whether it may go out (see storage.permission)
    ASK = "ask"  # whoever has the code was asked something
    OUTCOME = "outcome"  # what it is evidence for was set
    CONTENT = "content-note"  # what is said before its words was set
    HOLD = "hold"  # it waits until a day
    OPINION = "second-opinion"  # somebody else was asked to look at it
    ESCALATE = "escalate"  # it went to the safeguarding lead
    BACK = "send-back"  # it went back among those to read
    UNDO_CHOICE = "undo-choice"  # what was chosen, or where it was put, was undone; approvals stand
    COUNT = "count"  # it is only counted: its words could tell who they are from
    WITHHOLD = "withhold"  # it waits again, published or not: its words could tell who they are from


# After these a first approval doesn't count any more.
_TAKE_BACK = {Action.HIDE, Action.UNDO, Action.DECLINE, Action.TOGETHER, Action.PERMISSION, Action.WITHHOLD}


class Reason(StrEnum):
    """Why a voice is not published."""

    IDENTIFIES = "identifies-someone"
    OFF_TOPIC = "not-about-services"
    SPAM = "spam"
    UNSAFE = "unsafe-to-share"
    DUPLICATE = "duplicate"
    UNREADABLE = "not-readable"


def approve(
    conn: sqlite3.Connection, voice: Submission, account: str, *, understood: bool = False, four_eyes: bool = False
) -> bool:
    """Approve a voice that waits; returns False if somebody else has to approve it too.

    Voices of under-16s always need two people, with `four_eyes` all do.
    `understood`: who approves reads the language that it is in. Redaction misses more in any but English.

    Raises:
        Refused: its theme or kind is not set, it doesn't wait, it changed since it was read, somebody else was asked
            to decide on it, or it isn't English and nobody said that they understood it.
    """
    if voice.theme is None or voice.kind is None:
        raise Refused("Choose a theme and a kind first: they are shown with the words.")
    _must_be(voice, State.WAITING)
    may_decide(conn, voice, account)
    if voice.language != ENGLISH and not understood:
        raise Refused("This doesn't look like English. Only someone who reads its language can approve it.")
    needs_two = four_eyes or may_be_young(voice.age_band, voice.flags)
    if needs_two and not first_approvals(conn, voice.id) - {account}:
        _approve_first(conn, voice, account)
        return False
    _change(conn, voice, {"state": State.APPROVED})
    record(conn, voice.id, account, Action.APPROVE)
    return True


def _approve_first(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    if not is_first(conn, voice):
        put(conn, voice, account, Action.SECOND, Section.SECOND, FIRST)
        return
    _change(conn, voice, {"set_by": account})
    record(conn, voice.id, account, Action.SECOND)


def decline(
    conn: sqlite3.Connection, voice: Submission, account: str, reason: Reason, *, together_at: str | None = None
) -> None:
    """Decline a voice; one that was published already leaves with the next `sync`.

    `together_at` is the time in UTC of a decision about many voices, of which this is one.

    Raises:
        Refused: it was declined or counted already, or changed since it was read.
    """
    _must_be(voice, State.WAITING, State.APPROVED)
    may_decide(conn, voice, account)
    _change(conn, voice, {"state": State.DECLINED, "released_in": None})
    action = Action.DECLINE if together_at is None else Action.TOGETHER
    record(conn, voice.id, account, action, reason, at=together_at)


def undo(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    """Put a voice that was approved or declined, and not yet published, back among those that wait.

    A first approval of a voice that needs two is taken back by whoever gave it.

    Raises:
        Refused: it is published, it waits already, its words were erased, or it changed since it was read.
    """
    if voice.state is State.WAITING and account in first_approvals(conn, voice.id):
        if is_first(conn, voice):
            put_back(conn, voice)
        else:
            _change(conn, voice, {})
        record(conn, voice.id, account, Action.UNDO)
        return
    _must_be(voice, State.APPROVED, State.DECLINED)
    if voice.words is None:
        raise Refused("The words of this voice were erased: there is nothing left to decide on.")
    if voice.released_in is not None:
        raise Refused("This voice is published already. Decline it instead: it leaves the collection at once.")
    _change(conn, voice, {"state": State.WAITING})
    record(conn, voice.id, account, Action.UNDO)


def withhold(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    """Put an approved voice back among those that wait; one that was published leaves with the next `sync`.

    Raises:
        Refused: it is not approved, or changed since it was read.
    """
    _must_be(voice, State.APPROVED)
    back = {"section": Section.RETURNED, "set_by": ""}
    _change(conn, voice, {"state": State.WAITING, "released_in": None, **back})
    record(conn, voice.id, account, Action.WITHHOLD)


def sort(
    conn: sqlite3.Connection,
    voice: Submission,
    account: str,
    *,
    theme: str | None = None,
    kind: Kind | None = None,
    at: str | None = None,
) -> None:
    """Set the theme or the kind. Raises `Refused` if the voice changed since it was read."""
    before = {"theme": voice.theme} if theme else {}
    before |= {"kind": voice.kind} if kind else {}
    was = ";".join(f"{column}={value or ''}" for column, value in before.items())
    _change(conn, voice, {"theme": theme or voice.theme, "kind": kind or voice.kind})
    record(conn, voice.id, account, Action.SORT, theme or kind, was=was, at=at)


def put(
    conn: sqlite3.Connection,
    voice: Submission,
    account: str,
    action: Action,
    section: Section,
    reason: str,
    *,
    until: date | None = None,
    note: str = "",
) -> None:
    """Put a voice that waits into a section, and write down who did it and why; the note goes with the words.

    Raises:
        Refused: it doesn't wait, or changed since it was read.
    """
    _must_be(voice, State.WAITING)
    _change(conn, voice, {"section": section, "set_by": account})
    why = None if reason == FIRST else reason
    decision = record(conn, voice.id, account, action, why, was=f"section={voice.section}")
    set_aside(conn, voice.id, Aside(decision, section, account, reason, until, note))


def put_back(conn: sqlite3.Connection, voice: Submission) -> None:
    """Put a voice back where it stood before it was put into its section."""
    drop_aside(conn, voice.id)
    before = last_aside(conn, voice.id)
    section, account = (before.section, before.account) if before else (Section.NONE, "")
    _change(conn, voice, {"section": section, "set_by": account})


def is_first(conn: sqlite3.Connection, voice: Submission) -> bool:
    """Tell whether a voice stands in its section because it was approved once, and needs somebody else."""
    aside = last_aside(conn, voice.id) if voice.section is Section.SECOND else None
    return aside is not None and aside.reason == FIRST


def may_decide(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    """Raise `Refused` if a voice was given to somebody else: to the safeguarding lead, or for a second opinion."""
    if voice.state is not State.WAITING:
        return
    leads = names_with(conn, Role.LEAD) if voice.section is Section.LEAD else []
    if leads and account not in leads:
        raise Refused("The safeguarding lead decides on this voice now. They send it back when they have looked at it.")
    if voice.section is Section.SECOND and voice.set_by == account and not is_first(conn, voice):
        raise Refused("You asked for a second opinion, so somebody else decides. Or send it back to those to read.")


def decided_elsewhere(conn: sqlite3.Connection, voice: Submission, account: str) -> str:
    """Return why somebody else has to decide on a voice; nothing if this account may."""
    try:
        may_decide(conn, voice, account)
    except Refused as error:
        return str(error)
    return ""


def hide(conn: sqlite3.Connection, voice: Submission, account: str, spans: Sequence[tuple[int, int]]) -> None:
    """Hide more of a voice: `spans` are offsets into its words, in code points. What was there is gone for good.

    The file still has to be rewritten afterwards: that is due (see `storage.due`).

    Raises:
        Refused: nothing to hide, a span outside the words, or the voice changed since it was read.
    """
    if voice.words is None or not spans:
        raise Refused("There is nothing to hide.")
    length, where = len(voice.words.text), ",".join(f"{start}-{end}" for start, end in joined(spans))
    mask(conn, voice, account, spans)
    remember_hiding(conn, voice.id, voice.version, length, where)


def mask(conn: sqlite3.Connection, voice: Submission, account: str, spans: Sequence[tuple[int, int]]) -> None:
    """Hide these spans of a voice that has words, as `hide` does, without writing down where. Raises what it does."""
    if voice.words is None:
        raise Refused("There is nothing to hide.")
    words = masked_words(voice.words, spans)
    _change(
        conn,
        voice,
        {
            "words": words.text,
            "hidden": dump_hidden(words.hidden),
            "suggestions": dump_suggestions(words.suggestions),
        },
    )
    record(conn, voice.id, account, Action.HIDE)
    mark(conn, Due.WIPE)


def joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def remember_hiding(conn: sqlite3.Connection, submission: int, version: int, length: int, spans: str) -> None:
    """Write down where words of this version and length were hidden, so that an older copy can be hidden again."""
    conn.execute("INSERT INTO hidings VALUES (?, ?, ?, ?)", (submission, version, length, spans))


def history(conn: sqlite3.Connection, submission: int) -> list[tuple[str, str, str | None, str]]:
    """Return (account, action, reason, time in UTC) of every decision about a voice, first one first."""
    rows = conn.execute(
        "SELECT account, action, reason, at FROM decisions WHERE submission = ? ORDER BY id", (submission,)
    )
    return list(rows)


def decided_since(conn: sqlite3.Connection, account: str, moment: datetime) -> list[int]:
    """Return the voices that an account did something with since then, last one first; looks at the latest only."""
    rows = conn.execute(
        f"SELECT submission FROM (SELECT * FROM decisions ORDER BY id DESC LIMIT {_LATEST:d}) "  # noqa: S608 - a number
        "WHERE account = ? AND at >= ? GROUP BY submission ORDER BY max(id) DESC",
        (account, moment.isoformat(timespec="seconds")),
    )
    return [row[0] for row in rows]


def first_approvals(conn: sqlite3.Connection, submission: int) -> frozenset[str]:
    """Return whose first approval stands: one that came after the last hiding, undoing, refusal or looser consent."""
    standing: frozenset[str] = frozenset()
    rows = conn.execute(
        "SELECT account, action FROM decisions WHERE submission = ? "
        "AND id > coalesce((SELECT after FROM consents WHERE submission = ?), 0) ORDER BY id",
        (submission, submission),
    )
    for who, action in rows:
        if action == Action.SECOND:
            standing |= {who}
        elif action in _TAKE_BACK:
            standing = frozenset()
    return standing


def masked_words(words: RedactedWords, spans: Sequence[tuple[int, int]]) -> RedactedWords:
    """Return words with these spans hidden. Raises `Refused` if one is outside them."""
    text, kept = words.text, list(words.suggestions)
    for start, end in sorted(joined(spans), reverse=True):
        if not 0 <= start < end <= len(text):
            raise Refused("That part is outside the words.")
        text = text[:start] + MARK + text[end:]
        shift = len(MARK) - (end - start)
        kept = [
            Span(s.start + shift, s.end + shift, s.label, s.score) if s.start >= end else s
            for s in kept
            if s.end <= start or s.start >= end
        ]
    hidden = dict(words.hidden)
    hidden[Label.HIDDEN] = hidden.get(Label.HIDDEN, 0) + len(joined(spans))
    return RedactedWords(text, tuple(hidden.items()), tuple(kept), words.jigsaw)


def _must_be(voice: Submission, *states: State) -> None:
    if voice.state not in states:
        raise Refused(f"This voice is {voice.state} already.")


def _change(conn: sqlite3.Connection, voice: Submission, values: dict[str, object]) -> None:
    sets = "".join(f", {column} = :{column}" for column in values)
    changed = conn.execute(
        f"UPDATE submissions SET version = version + 1{sets} WHERE id = :id AND version = :version",  # noqa: S608 - our column names
        {**values, "id": voice.id, "version": voice.version},
    ).rowcount
    if not changed:
        read(conn, voice.id)  # says so if it is gone
        raise Refused("Somebody else changed this voice meanwhile. Read it again before you decide.")
    if voice.released_in is not None:
        mark(conn, Due.SYNC)


def record(
    conn: sqlite3.Connection,
    submission: int,
    account: str,
    action: Action,
    reason: str | None = None,
    *,
    at: str | None = None,
    was: str | None = None,
) -> int:
    """Write down what was done with a voice, now or at a time in UTC; returns the decision's number.

    `was` is what it replaced: codes alone. Runs inside the transaction that does it.
    """
    cursor = conn.execute(
        "INSERT INTO decisions (submission, account, action, reason, at, was) VALUES (?, ?, ?, ?, ?, ?)",
        (submission, account, action, reason, at or this_second(), was),
    )
    return cursor.lastrowid or 0


def this_second() -> str:
    """Return the time in UTC as decisions record it."""
    return datetime.now(UTC).isoformat(timespec="seconds")

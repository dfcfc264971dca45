"""The tables of intake.db in which the gate remembers what each voice shows, and what published.db has yet to be told.

Triggers write down every change of a released voice, whoever makes it, and every change that leaves words behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.tallies import NOT_SAID

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = """
    CREATE TABLE to_show (id INTEGER PRIMARY KEY, voice INTEGER NOT NULL, release INTEGER NOT NULL) STRICT;
    CREATE TABLE gate (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        decided INTEGER NOT NULL,  -- the last release of which it is decided what it shows, and with which thresholds
        k INTEGER NOT NULL,
        by_month INTEGER NOT NULL,
        voices INTEGER NOT NULL,  -- what published.db shows, in figures (see storage.release.Figures)
        held_back INTEGER NOT NULL,
        total TEXT NOT NULL,
        digest TEXT,
        unwiped INTEGER NOT NULL  -- changes since both files were last wiped that left words behind
    ) STRICT;
    INSERT INTO gate SELECT 1, 0, 0, 0, 0, 0, '0', NULL, EXISTS (SELECT 1 FROM submissions);
"""
_INDEXES = """
    CREATE INDEX shown_together ON submissions (released_in, shown, consent, hushed, age_band, flags)
        WHERE released_in IS NOT NULL AND state = 'approved' AND consent != 'count';
    CREATE INDEX ready ON submissions (id) WHERE state = 'approved' AND released_in IS NULL;
    CREATE INDEX to_count ON submissions (id)
        WHERE released_in IS NOT NULL AND state = 'approved' AND consent = 'count';
"""
_TRIGGERS = (
    """
    CREATE TRIGGER to_show_changed
        AFTER UPDATE OF words, theme, kind, consent, state, released_in, flags ON submissions
        WHEN coalesce(OLD.released_in, NEW.released_in) IS NOT NULL AND NEW.public_id IS NOT NULL
        BEGIN
            INSERT INTO to_show (voice, release) VALUES (NEW.public_id, coalesce(OLD.released_in, NEW.released_in));
        END
    """,
    """
    CREATE TRIGGER to_show_gone AFTER DELETE ON submissions
        WHEN OLD.released_in IS NOT NULL AND OLD.public_id IS NOT NULL
        BEGIN INSERT INTO to_show (voice, release) VALUES (OLD.public_id, OLD.released_in); END
    """,
    """
    CREATE TRIGGER unwiped_gone AFTER DELETE ON submissions
        BEGIN UPDATE gate SET unwiped = unwiped + 1; END
    """,
    """
    CREATE TRIGGER unwiped_words AFTER UPDATE OF words ON submissions
        WHEN OLD.words IS NOT NULL AND NEW.words IS NOT OLD.words
        BEGIN UPDATE gate SET unwiped = unwiped + 1; END
    """,
    """
    CREATE TRIGGER unwiped_answers AFTER DELETE ON responses
        BEGIN UPDATE gate SET unwiped = unwiped + 1; END
    """,
)


def crowd_of(row: str) -> str:
    """Return, in SQL, what a voice that is counted says and shows, as JSON; NULL for one that isn't counted."""
    said = ", ".join(f"coalesce({row}.{detail}, '{NOT_SAID}')" for detail in ("council", "age_band", "speaker"))
    seen = f"{row}.state = 'approved' AND {row}.consent != 'count'"
    shown = f"CASE WHEN {seen} THEN coalesce({row}.shown, '[null,null,null,null]') END"
    return (
        f"CASE WHEN {row}.released_in IS NOT NULL AND {row}.state IN ('approved', 'counted') THEN "
        f"json_array({row}.theme, {row}.kind, {said}, substr({row}.day_received, 1, 7), {shown}) END"
    )


def make_gate(db: sqlite_utils.Database) -> None:
    """Make them. What readers see already of older voices is taken over with the next sync (`storage.settling`)."""
    db.execute("ALTER TABLE submissions ADD COLUMN shown TEXT")  # JSON: DETAILS as its release shows them
    db.execute("ALTER TABLE submissions ADD COLUMN hushed INTEGER NOT NULL DEFAULT 0")  # 1: never to be quoted
    for statements in (_TABLES, _INDEXES):
        for statement in statements.split(";")[:-1]:
            db.execute(statement)
    for trigger in _TRIGGERS:
        db.execute(trigger)


def remember_groups(db: sqlite_utils.Database) -> None:
    """Add what a changed voice showed to what is written down about it."""
    db.execute("ALTER TABLE to_show ADD COLUMN shown TEXT")
    for name in ("to_show_changed", "to_show_gone"):
        (trigger,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        db.execute(f"DROP TRIGGER {name}")
        with_group = trigger.replace("(voice, release)", "(voice, release, shown)")
        db.execute(
            with_group.replace("OLD.released_in);", "OLD.released_in, OLD.shown);").replace(
                "NEW.released_in));", "NEW.released_in), OLD.shown);"
            )
        )


def keep_tallies(db: sqlite_utils.Database) -> None:
    """Make what keeps counts added up, and let a change say what a voice was and became.

    Of a voice whose release nobody decided on yet nothing is written down: all of that release will be looked at.
    """
    db.execute("ALTER TABLE gate ADD COLUMN out INTEGER NOT NULL DEFAULT -1")  # the last release shown and added up
    for column in ("was", "became"):
        db.execute(f"ALTER TABLE to_show ADD COLUMN {column} TEXT")
    db.execute(
        "CREATE TABLE tallied (release INTEGER NOT NULL, about TEXT NOT NULL, beside TEXT NOT NULL, "
        "side TEXT NOT NULL, what TEXT NOT NULL, voices INTEGER NOT NULL, "
        "PRIMARY KEY (release, about, beside, side, what)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE crowds (release INTEGER NOT NULL, alike TEXT NOT NULL, voices INTEGER NOT NULL, "
        "PRIMARY KEY (release, alike)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX counted_in ON submissions (released_in) WHERE state = 'counted'")
    for name in ("to_show_changed", "to_show_gone"):
        db.execute(f"DROP TRIGGER {name}")
    note = "BEGIN INSERT INTO to_show (voice, release, shown, was, became) VALUES"
    told = "words, theme, kind, council, age_band, speaker, day_received, consent, state, released_in, flags, shown"
    db.execute(
        f"CREATE TRIGGER to_show_changed AFTER UPDATE OF {told} ON submissions "  # noqa: S608 - ours
        "WHEN coalesce(OLD.released_in, NEW.released_in) <= (SELECT decided FROM gate) AND NEW.public_id IS NOT NULL "
        f"{note} (NEW.public_id, coalesce(OLD.released_in, NEW.released_in), OLD.shown, "
        f"{crowd_of('OLD')}, {crowd_of('NEW')}); END"
    )
    db.execute(
        "CREATE TRIGGER to_show_gone AFTER DELETE ON submissions "  # noqa: S608 - ours
        "WHEN OLD.released_in <= (SELECT decided FROM gate) AND OLD.public_id IS NOT NULL "
        f"{note} (OLD.public_id, OLD.released_in, OLD.shown, {crowd_of('OLD')}, NULL); END"
    )


def show_notes(db: sqlite_utils.Database) -> None:
    """Write down changed content notes of released voices too, and let the next sync look at all that is shown."""
    (trigger,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'to_show_changed'").fetchone()
    db.execute("DROP TRIGGER to_show_changed")
    db.execute(trigger.replace("UPDATE OF words", "UPDATE OF content_notes, words"))
    db.execute("UPDATE gate SET digest = NULL")
    db.execute("INSERT INTO due SELECT 'sync', 1 WHERE EXISTS (SELECT 1 FROM releases) ON CONFLICT DO NOTHING")

"""Every change that intake.db's tables ever had, in its order: new ones at the end; none is ever changed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.gate_tables import keep_tallies, make_gate, remember_groups, show_notes
from storage.migrations import Migrations
from storage.outcomes import TABLE as OUTCOMES

if TYPE_CHECKING:
    import sqlite_utils

migrations = Migrations("intake")


@migrations()
def voices_and_decisions(db: sqlite_utils.Database) -> None:
    """Make the tables that a voice needs to be received, decided on, published and withdrawn."""
    _make_submissions(db)
    _make_receipts(db)
    _make_decisions(db)
    db.table("releases").create(
        {"number": int, "released_on": str, "account": str, "forced": str, "digest": str},
        pk="number",
        not_null={"released_on", "account"},
        strict=True,
    )
    db.table("accounts").create(
        {"name": str, "role": str, "password_hash": str},
        pk="name",
        not_null={"role", "password_hash"},
        strict=True,
    )


@migrations()
def updates_and_responses(db: sqlite_utils.Database) -> None:
    """Make the tables that the Telegram door and "you said, we did" need."""
    # Which updates brought a voice, until Telegram was told that they are done with.
    db.execute("CREATE TABLE updates (id INTEGER PRIMARY KEY, submission INTEGER NOT NULL) STRICT")
    db.execute("CREATE TABLE next_update (one INTEGER PRIMARY KEY CHECK (one = 1), id INTEGER NOT NULL) STRICT")
    db.table("responses").create(
        {"id": int, "kind": str, "text": str, "account": str, "day": str},
        pk="id",
        not_null={"kind", "text", "account", "day"},
        strict=True,
    )
    db.execute(
        "CREATE TABLE answered (submission INTEGER NOT NULL, response INTEGER NOT NULL, "
        "PRIMARY KEY (submission, response)) STRICT, WITHOUT ROWID"
    )


@migrations()
def what_is_due(db: sqlite_utils.Database) -> None:
    """Make the table of what a change left to be done after its commit."""
    db.execute("CREATE TABLE due (what TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID")


@migrations()
def hidings(db: sqlite_utils.Database) -> None:
    """Make the table that lets a restored older copy be hidden again: where it was hidden, never what."""
    db.execute(
        "CREATE TABLE hidings (submission INTEGER NOT NULL, version INTEGER NOT NULL, length INTEGER NOT NULL, "
        "spans TEXT NOT NULL) STRICT"
    )


@migrations()
def jigsaws(db: sqlite_utils.Database) -> None:
    """Make the column for why words could point to somebody although no name is left; older voices have none."""
    db.execute("ALTER TABLE submissions ADD COLUMN jigsaw TEXT NOT NULL DEFAULT ''")


@migrations()
def flags(db: sqlite_utils.Database) -> None:
    """Make the column for what a door noticed about a voice; older voices have none."""
    db.execute("ALTER TABLE submissions ADD COLUMN flags TEXT NOT NULL DEFAULT ''")


@migrations()
def relays(db: sqlite_utils.Database) -> None:
    """Make the table of advocates' organisations' addresses: the code is a part of an address, and shown in lists."""
    db.execute("CREATE TABLE relays (code TEXT PRIMARY KEY, name TEXT NOT NULL, revoked INTEGER NOT NULL) STRICT")


@migrations()
def consents(db: sqlite_utils.Database) -> None:
    """Make the table of later answers about consent; approvals up to the decision `after` don't count any more."""
    db.execute(
        "CREATE TABLE consents (submission INTEGER PRIMARY KEY, version INTEGER NOT NULL, consent TEXT NOT NULL, "
        "after INTEGER NOT NULL) STRICT"
    )


@migrations()
def answers_for_everyone(db: sqlite_utils.Database) -> None:
    """Make the column for whether anybody may read an answer; older ones were written to whoever has the code."""
    db.execute("ALTER TABLE responses ADD COLUMN everyone INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX answers ON answered (response)")


@migrations()
def workshops(db: sqlite_utils.Database) -> None:
    """Make the table of workshops and the column for which one a voice came from; older voices have none."""
    db.execute("CREATE TABLE workshops (code TEXT PRIMARY KEY, name TEXT NOT NULL, closed INTEGER NOT NULL) STRICT")
    db.execute("ALTER TABLE submissions ADD COLUMN workshop TEXT")


@migrations()
def leaving(db: sqlite_utils.Database) -> None:
    """Make the table of voices that were taken back and can come back until then: what they were before."""
    db.execute(
        "CREATE TABLE leaving (submission INTEGER PRIMARY KEY, state TEXT NOT NULL, until INTEGER NOT NULL) STRICT"
    )


@migrations()
def questions(db: sqlite_utils.Database) -> None:
    """Make the tables of what the desk asks and what is answered; both go with the words of their voice."""
    db.execute(
        "CREATE TABLE questions (id INTEGER PRIMARY KEY, submission INTEGER NOT NULL, number INTEGER NOT NULL, "
        "text TEXT NOT NULL, account TEXT NOT NULL, day TEXT NOT NULL, standing TEXT NOT NULL, answer TEXT, "
        "hidden TEXT NOT NULL DEFAULT '{}', suggestions TEXT NOT NULL DEFAULT '[]', jigsaw TEXT NOT NULL DEFAULT '', "
        "language TEXT NOT NULL DEFAULT 'en', unread INTEGER NOT NULL DEFAULT 0, "
        "version INTEGER NOT NULL DEFAULT 1) STRICT"
    )
    db.execute("CREATE INDEX questions_to ON questions (submission)")
    db.execute("CREATE INDEX unread_answers ON questions (submission) WHERE unread = 1")
    db.execute("CREATE UNIQUE INDEX open_questions ON questions (submission) WHERE standing = 'open'")
    # Which updates brought an answer, until Telegram was told that they are done with.
    db.execute("CREATE TABLE answers_brought (id INTEGER PRIMARY KEY) STRICT")
    goes = "BEGIN DELETE FROM questions WHERE submission = OLD.id; END"
    db.execute(f"CREATE TRIGGER questions_go AFTER DELETE ON submissions {goes}")
    db.execute(
        f"CREATE TRIGGER questions_go_with_words AFTER UPDATE OF words ON submissions WHEN NEW.words IS NULL {goes}"
    )


@migrations()
def accounts_of_councils(db: sqlite_utils.Database) -> None:
    """Make the column for which council somebody works for; older accounts work for none. `role` may hold several."""
    db.execute("ALTER TABLE accounts ADD COLUMN council TEXT")


@migrations()
def permissions(db: sqlite_utils.Database) -> None:
    """Make the table of who is asked whether a voice that could be recognised may go out, and what they said.

    It goes with the words. As long as nothing was said, no program can approve the words.
    """
    db.execute(
        "CREATE TABLE permissions (submission INTEGER PRIMARY KEY, version INTEGER NOT NULL, last_day TEXT NOT NULL, "
        "summary TEXT NOT NULL, answer TEXT) STRICT"
    )
    db.execute("CREATE INDEX open_permissions ON permissions (last_day) WHERE answer IS NULL")
    goes = "BEGIN DELETE FROM permissions WHERE submission = OLD.id; END"
    db.execute(f"CREATE TRIGGER permissions_go AFTER DELETE ON submissions {goes}")
    db.execute(
        f"CREATE TRIGGER permissions_go_with_words AFTER UPDATE OF words ON submissions WHEN NEW.words IS NULL {goes}"
    )
    db.execute(
        "CREATE TRIGGER permission_first BEFORE UPDATE OF state ON submissions "
        "WHEN NEW.state IN ('approved', 'counted') AND NEW.words IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM permissions WHERE submission = NEW.id AND answer IS NULL) "
        "BEGIN SELECT RAISE(ABORT, 'whether it may go out is still asked'); END"
    )


@migrations()
def the_desk(db: sqlite_utils.Database) -> None:
    """Make what the desk's queue needs: where a voice stands in it, who reads it, and what moderators added to it."""
    for column in ("section", "set_by", "outcomes", "content_notes"):
        db.execute(f"ALTER TABLE submissions ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE decisions ADD COLUMN was TEXT")  # what a choice replaced: codes, never words
    db.execute(
        "CREATE TABLE asides (decision INTEGER PRIMARY KEY, submission INTEGER NOT NULL, section TEXT NOT NULL, "
        "account TEXT NOT NULL, reason TEXT NOT NULL, until TEXT, note TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX asides_of ON asides (submission)")
    db.execute(
        "CREATE TABLE claims (submission INTEGER PRIMARY KEY, account TEXT NOT NULL, until INTEGER NOT NULL) STRICT"
    )
    goes = "DELETE FROM asides WHERE submission = OLD.id; DELETE FROM claims WHERE submission = OLD.id; END"
    db.execute(f"CREATE TRIGGER desk_goes AFTER DELETE ON submissions BEGIN {goes}")
    db.execute(
        f"CREATE TRIGGER desk_goes_with_words AFTER UPDATE OF words ON submissions WHEN NEW.words IS NULL BEGIN {goes}"
    )
    _index_the_desk(db)


def _index_the_desk(db: sqlite_utils.Database) -> None:
    """Make an index for each list of the desk, so that counting one reads nothing else."""
    order = "urgent DESC, day_received, id, council, section, set_by"
    for name, where in (
        ("to_read", "section NOT IN ('hold', 'lead')"),
        ("set_aside", "section != ''"),
        ("not_english", "section NOT IN ('hold', 'lead') AND language != 'en'"),
        ("taken_for_spam", "section NOT IN ('hold', 'lead') AND urgent = 0 AND instr(' ' || flags || ' ', ' spam ')"),
    ):
        columns = f"section, {order.replace(' section,', '')}" if name == "set_aside" else order
        db.execute(f"CREATE INDEX {name} ON submissions ({columns}) WHERE state = 'waiting' AND {where}")


@migrations()
def drills(db: sqlite_utils.Database) -> None:
    """Make the table of what people found when they tried to tell who a voice is from: no words, and kept for ever."""
    db.execute(
        "CREATE TABLE drills (id INTEGER PRIMARY KEY, submission INTEGER NOT NULL, after INTEGER NOT NULL, "
        "verdict TEXT NOT NULL, follows TEXT NOT NULL, account TEXT NOT NULL, day TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX drills_of ON drills (submission)")
    db.execute("ALTER TABLE releases ADD COLUMN drilled INTEGER")  # older releases were before there was a drill
    refuses = "BEGIN SELECT RAISE(ABORT, 'verdicts are kept for ever'); END"
    for change in ("UPDATE", "DELETE"):
        db.execute(f"CREATE TRIGGER drills_no_{change.lower()} BEFORE {change} ON drills {refuses}")
    replaces = "WHEN NEW.id IN (SELECT id FROM drills)"  # REPLACE deletes without firing the trigger above
    db.execute(f"CREATE TRIGGER drills_no_replace BEFORE INSERT ON drills {replaces} {refuses}")


@migrations()
def distress(db: sqlite_utils.Database) -> None:
    """Make the column for what may be hard to read about a voice, and the table of how moderators like to read."""
    db.execute("ALTER TABLE submissions ADD COLUMN warnings TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE TABLE preferences (account TEXT PRIMARY KEY, at_once INTEGER NOT NULL) STRICT")
    goes = "BEGIN DELETE FROM preferences WHERE account = OLD.name; END"
    db.execute(f"CREATE TRIGGER preferences_go AFTER DELETE ON accounts {goes}")


@migrations()
def keeping(db: sqlite_utils.Database) -> None:
    """Make the tables of how long things are kept, what goes soon, and how many went: numbers and nothing else."""
    db.execute(
        "CREATE TABLE limits (what TEXT PRIMARY KEY, days INTEGER NOT NULL, since TEXT NOT NULL, "
        "seen TEXT NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE going (what TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (what, day)) "
        "STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE expired (run TEXT NOT NULL, what TEXT NOT NULL, month TEXT NOT NULL, number INTEGER NOT NULL, "
        "PRIMARY KEY (run, what)) STRICT, WITHOUT ROWID"
    )


@migrations()
def sign_ins_at_the_desk(db: sqlite_utils.Database) -> None:
    """Make what passwords of one's own, one-time codes and locks need; a password that there is was made by us."""
    db.execute("ALTER TABLE accounts ADD COLUMN made INTEGER NOT NULL DEFAULT 1")
    # Of a code's secret only the salt: it takes the deployment's key, which is kept elsewhere, to make it.
    db.execute(
        "CREATE TABLE second_factors (account TEXT PRIMARY KEY, salt BLOB NOT NULL, step INTEGER NOT NULL) "
        "STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE recovery_codes (account TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (account, hash)) "
        "STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE locks (account TEXT PRIMARY KEY, until INTEGER NOT NULL, open_until INTEGER NOT NULL) "
        "STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TRIGGER accounts_go AFTER DELETE ON accounts BEGIN "
        "DELETE FROM second_factors WHERE account = OLD.name; "
        "DELETE FROM recovery_codes WHERE account = OLD.name; "
        "DELETE FROM locks WHERE account = OLD.name; END"
    )


@migrations()
def gate(db: sqlite_utils.Database) -> None:
    """Make what the gate remembers: what each voice shows, and which ones published.db has yet to be told of."""
    make_gate(db)


@migrations()
def came_in(db: sqlite_utils.Database) -> None:
    """Make the column for the release that a voice first came in with, to which it belongs if it comes back."""
    db.execute("ALTER TABLE submissions ADD COLUMN came_in INTEGER")
    db.execute("UPDATE submissions SET came_in = coalesce(released_in, 0) WHERE public_id IS NOT NULL")


@migrations()
def answers_let_out(db: sqlite_utils.Database) -> None:
    """Make what lets a second person let an answer out, the theme it is about, and what became of all concerns.

    Older answers were read by people already: whoever wrote them let them out.
    """
    db.execute("ALTER TABLE responses ADD COLUMN theme TEXT")
    db.execute("ALTER TABLE responses ADD COLUMN approver TEXT")  # NULL while it waits
    db.execute("ALTER TABLE responses ADD COLUMN goes_at INTEGER NOT NULL DEFAULT 0")  # seconds since 1970
    db.execute("UPDATE responses SET approver = account")
    db.execute(f"CREATE TABLE {OUTCOMES}")
    db.execute(
        "CREATE INDEX concerns ON submissions (id) WHERE kind = 'feedback' AND released_in IS NOT NULL "
        "AND state IN ('approved', 'counted')"
    )


@migrations()
def release_notes(db: sqlite_utils.Database) -> None:
    """Make the column for what is told of what a release held back; older ones tell nothing."""
    db.execute("ALTER TABLE releases ADD COLUMN told TEXT NOT NULL DEFAULT ''")


@migrations()
def watching(db: sqlite_utils.Database) -> None:
    """Make what alerts need: which voices were opened, which can't wait and were told, with times to the hour."""
    db.execute("CREATE TABLE opened (submission INTEGER PRIMARY KEY) STRICT")
    db.execute(
        "CREATE TABLE watched (submission INTEGER PRIMARY KEY, since INTEGER NOT NULL, told_at INTEGER NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE alerting (one INTEGER PRIMARY KEY CHECK (one = 1), read_at INTEGER NOT NULL, "
        "sent_at INTEGER NOT NULL, failed_at INTEGER NOT NULL) STRICT"
    )
    db.execute("INSERT INTO alerting VALUES (1, 0, 0, 0)")
    db.execute(  # what somebody did something with was opened
        "INSERT INTO opened SELECT DISTINCT submission FROM decisions JOIN submissions ON submissions.id = submission"
    )
    both = "DELETE FROM opened WHERE submission = OLD.id; DELETE FROM watched WHERE submission = OLD.id;"
    for name, when in (("", "DELETE ON submissions"), ("_with_words", "UPDATE OF words ON submissions")):
        only = "WHEN NEW.words IS NULL " if name else ""
        db.execute(f"CREATE TRIGGER watched_goes{name} AFTER {when} {only}BEGIN {both} END")


@migrations()
def told_counts(db: sqlite_utils.Database) -> None:
    """Make the table of what readers were told of each count; `could` is how many could be in it, for all they saw."""
    db.execute(
        "CREATE TABLE told_counts (about TEXT NOT NULL, value TEXT NOT NULL, beside TEXT NOT NULL, "
        "value_beside TEXT NOT NULL, voices INTEGER, release INTEGER NOT NULL, could INTEGER NOT NULL, "
        "looked INTEGER NOT NULL, hidden INTEGER NOT NULL, PRIMARY KEY (about, value, beside, value_beside)) "
        "STRICT, WITHOUT ROWID"
    )


@migrations()
def touched_groups(db: sqlite_utils.Database) -> None:
    """Let the gate remember which group a voice was in that changed, so that no other has to be looked at."""
    remember_groups(db)


@migrations()
def earlier_counts(db: sqlite_utils.Database) -> None:
    """Make the column for the numbers that were told of a count before its last one: readers keep every copy."""
    db.execute("ALTER TABLE told_counts ADD COLUMN earlier TEXT NOT NULL DEFAULT '[]'")  # JSON: release, voices, could


@migrations()
def stayed(db: sqlite_utils.Database) -> None:
    """Make the table of voices that came back within their minute: an older copy may hold them as leaving."""
    db.execute("CREATE TABLE stayed (submission INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT")


@migrations()
def kept_tallies(db: sqlite_utils.Database) -> None:
    """Keep what counts are made of, so that a change takes no time in the voices that stay as they are."""
    keep_tallies(db)


@migrations()
def told_outcomes(db: sqlite_utils.Database) -> None:
    """Make the table of what readers were told last of what became of all concerns, and what was true then."""
    db.execute(
        "CREATE TABLE told_outcomes (outcome TEXT PRIMARY KEY, voices INTEGER, symbol TEXT, true INTEGER NOT NULL, "
        "release INTEGER NOT NULL, could INTEGER NOT NULL, ever TEXT NOT NULL) STRICT"
    )


@migrations()
def notes_in_the_lab(db: sqlite_utils.Database) -> None:
    """Show content notes in the lab: every row that it shows is looked at again, and a note that changes later too."""
    show_notes(db)


@migrations()
def concerns_are_kept(db: sqlite_utils.Database) -> None:
    """Drop the index of concerns: how many there are is kept with what counts are made of."""
    db.execute("DROP INDEX concerns")


def _make_submissions(db: sqlite_utils.Database) -> None:
    db.table("submissions").create(
        {
            "id": int,  # random: rows lie in no order of arrival that a mail server's log could be laid beside
            "words": str,  # redacted; NULL once erased
            "hidden": str,  # JSON: how many of each label were hidden
            "suggestions": str,  # JSON: where to ask "is this a name?"
            "kind": str,
            "theme": str,
            "council": str,
            "age_band": str,
            "speaker": str,
            "happened": str,
            "channel": str,
            "relay": str,
            "consent": str,
            "language": str,
            "day_received": str,
            "state": str,
            "urgent": int,
            "version": int,
            "public_id": int,
            "released_in": int,
        },
        pk="id",
        not_null={"hidden", "suggestions", "channel", "consent", "language", "day_received", "state", "urgent"}
        | {"version"},
        strict=True,
    )
    # Over some of the rows only (sqlite.org/partialindex.html), which sqlite-utils can't make.
    db.execute("CREATE INDEX waiting ON submissions (urgent DESC, day_received, id) WHERE state = 'waiting'")
    db.execute("CREATE UNIQUE INDEX public_ids ON submissions (public_id) WHERE public_id IS NOT NULL")


def _make_receipts(db: sqlite_utils.Database) -> None:
    """Make what leads back to a voice: in the order of its hashes, and without a foreign key.

    A code or a mark may outlive the voice that it was about.
    """
    db.execute("CREATE TABLE receipts (hash BLOB PRIMARY KEY, submission INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    db.execute(
        "CREATE TABLE deliveries (hash BLOB PRIMARY KEY, submission INTEGER NOT NULL, day TEXT NOT NULL) "
        "STRICT, WITHOUT ROWID"
    )


def _make_decisions(db: sqlite_utils.Database) -> None:
    db.table("decisions").create(
        {"id": int, "submission": int, "account": str, "action": str, "reason": str, "at": str},
        pk="id",
        not_null={"submission", "account", "action", "at"},
        strict=True,
    )
    db.table("decisions").create_index(["submission"])
    for change in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER decisions_no_{change.lower()} BEFORE {change} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END"
        )
    db.execute(  # REPLACE deletes without firing the trigger above
        "CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions "
        "WHEN NEW.id IN (SELECT id FROM decisions) "
        "BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END"
    )

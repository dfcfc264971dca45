"""Decides whether a deployment may be brought back from a copy, and says what came back. Changes nothing itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.copied import COPY, KEY, KEYS, NOT_SEALED, REMOVED, Copied, copy_of, now, open_file
from desk.deployment import Files
from desk.present import look
from desk.restoring import STAGING, Ingredients, databases, make_ready, put_in_place, staging
from desk.settings import FILE, SECRETS, load_settings
from intake import memory
from storage.backup import archive
from storage.backup.alone import alone_with
from storage.backup.folder import copy_path
from storage.backup.removed import LIST, RemovedList, lost_at, noted, whole_lines
from storage.backup.replaying import Replayed, settle_minutes
from storage.errors import Refused, StorageError
from storage.expired import EXPIRED, Counts
from storage.keys import draw_keys

if TYPE_CHECKING:
    from desk.present import Present
    from intake.wording import Wording


@dataclass(frozen=True, slots=True)
class Order:
    """What to restore: a copy, the secret key that opens it, the file of keys; `data` is where to.

    `replace` says that databases may be overwritten; `keys_lost` and `list_lost` that the file of keys, and the list
    of what was removed, are lost for good.
    """

    data: Path
    copy: Path
    identity: archive.Identity
    keys: Path | None = None
    replace: bool = False
    keys_lost: bool = False
    list_lost: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: `voices` of the day `made`; `saved` is the encrypted copy of what was there before.

    `unread` says that there was a database that could not be read, `without_list` that the list was lost.
    """

    made: datetime
    voices: int
    again: Replayed
    saved: Path | None
    unread: bool
    without_list: bool


def restore(order: Order) -> Restored:
    """Bring a deployment back.

    Raises:
        StorageError: it can't be done; nothing was changed, and the message says what to do.
    """
    memory.close()
    copied = open_file(order.copy, order.identity, COPY)
    files = Files(order.data, demo=copied.demo)
    _refuse_to_overwrite(order, files)
    secrets = _secrets(order, files, copied)
    with alone_with(databases(files)):
        pass  # nobody works here
    present = look(files)
    known = _removed(order, files, copied, present)
    new_key = KEY not in secrets and not (files.data / KEY).exists()
    with closing(copied.intake()) as intake, staging(files.data) as staged:
        for counts in (files.expired, Counts(order.copy.parent / EXPIRED)):
            counts.replay(intake)
        removed = known | settle_minutes(intake, known)
        given = Ingredients(copied, intake, removed, present, secrets, new_key)
        again = make_ready(given, files, staged)
        (voices,) = intake.execute("SELECT count(*) FROM submissions").fetchone()
        there, saved = files.intake_db.exists(), _save(order, files)
        put_in_place(given, staged, files)
    without_list = bool(lost_at(known - whole_lines(copied.members[REMOVED])))
    return Restored(copied.made, voices, again, saved, there and present is None, without_list)


def say_restored(order: Order, restored: Restored, say: Wording) -> None:
    """Say what came back, what was removed again, and what to do next."""
    again = restored.again
    click.echo(
        say("restore-done", day=f"{restored.made:%-d %B %Y}", time=f"{restored.made:%H:%M}", data=str(order.data))
    )
    click.echo(say("restore-voices", voices=restored.voices))
    for message, count in (
        ("restore-buried", again.gone),
        ("restore-hidden", again.hidden),
        ("restore-erased", again.erased),
        ("restore-withheld", again.withheld),
    ):
        if count:
            click.echo(say(message, count=count))
    if restored.without_list:
        click.echo(say("restore-list-lost", day=f"{restored.made:%-d %B %Y}"))
    if restored.unread:
        click.echo(say("restore-unread"))
    if restored.saved:
        click.echo(say("restore-saved", path=str(restored.saved)))
    click.echo(say("restore-next", data=str(order.data)))


def _refuse_to_overwrite(order: Order, files: Files) -> None:
    if (files.data / FILE).exists() and load_settings(files.data, secrets=False).demo != files.demo:
        copied, present = (_KINDS[kind] for kind in (files.demo, not files.demo))
        raise Refused(
            f"This copy is of {copied}, and {files.data} holds {present}: they never mix. Choose an empty folder: "
            "care-voice --data FOLDER restore …"
        )
    if order.replace:
        return
    if files.intake_db.exists():
        raise Refused(
            f"There is a deployment in {files.data}. Restore into an empty folder: care-voice --data FOLDER restore … "
            "Or say --replace: what is there is saved first, as an encrypted copy beside the one that you give."
        )
    if files.published_db.exists() and not (files.data / STAGING).exists():  # else a restore was cut short, and goes on
        raise Refused(
            f"intake.db is lost, and {files.published_db} is there: it may show voices that came in after the copy. "
            "Say --replace: it is saved first, as an encrypted copy beside the one that you give."
        )


_KINDS = {True: "a demonstration", False: "a real deployment"}


def _secrets(order: Order, files: Files, copied: Copied) -> dict[str, bytes]:
    """Return the files of secrets to be put where they are missing; makes sure that codes will work."""
    given = open_file(order.keys, order.identity, KEYS).members if order.keys else {}
    present = files.data / KEY
    secret = present.read_bytes() if present.exists() else given.get(KEY)
    if secret is None and not order.keys_lost:
        raise Refused(
            "Without its keys no receipt code would work again. Give their file with --keys FILE. If it is lost for "
            "good, say --keys-lost: the voices come back, but nobody can look up or take back theirs by its code."
        )
    if secret is not None and not copied.is_sealed_by(draw_keys(secret)):
        raise Refused(NOT_SEALED + (f" What was looked at is {present}." if present.exists() else ""))
    return {name: given[name] for name in (KEY, SECRETS) if name in given}


def _removed(order: Order, files: Files, copied: Copied, present: Present | None) -> frozenset[str]:
    """Return all that is known of what was removed: from the copy, from beside it, and from what is there now."""
    beside = RemovedList(order.copy.parent)
    if not beside.path.exists() and not order.list_lost:
        raise Refused(
            f"{LIST} is not beside the copy. Without it, what people took back after {copied.made:%-d %B %Y} would "
            f"come back. Put it into {order.copy.parent}. If it is lost for good, say --list-lost."
        )
    lines = whole_lines(copied.members[REMOVED]) | beside.lines() | noted(files.tombstones)
    lost = max(lost_at(lines - whole_lines(copied.members[REMOVED])), default=None)  # the copy is from before that
    if lost is not None and not order.list_lost:
        raise Refused(
            f"The list beside this copy was begun anew on {datetime.fromtimestamp(lost, UTC):%-d %B %Y}, when it had "
            "been lost: what people took back before, and after this copy, would come back. Take a newer copy. If "
            "there is none, say --list-lost."
        )
    begun = set() if beside.path.exists() else {f"lost {int(now().timestamp()):016x};"}
    return frozenset(lines | begun | (present.removed if present else set()))


def _save(order: Order, files: Files) -> Path | None:
    """Make an encrypted copy of what is about to be replaced, if anything; as it is, if it can't be read."""
    if not any(path.exists() for path in databases(files)):
        return None
    made = now()
    try:
        kind, members = "", copy_of(files, made)
    except (StorageError, sqlite3.Error):
        there = [Path(f"{path}{tail}") for path in databases(files) for tail in ("", "-wal")]
        kind, members = "damaged-", {path.name: path.read_bytes() for path in there if path.exists()}
    path = copy_path(order.copy.parent, made, kind)
    archive.write(path, members, [str(order.identity.to_public())])
    return path

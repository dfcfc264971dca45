"""What is in a copy of a deployment, and in the file that holds its keys apart. Bytes in memory; writes nothing."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from desk.settings import FILE, SECRETS
from storage.backup import archive, snapshot
from storage.backup.removed import noted
from storage.errors import NotOurs, Refused
from storage.intake_db import DEMO, REAL
from storage.opening import connect_reader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desk.deployment import Files
    from storage.keys import Keys

ABOUT, SEAL = "about.json", "seal"
INTAKE, RELEASES, REMOVED = "intake.db", "releases.json", "removed.txt"
SIGN_INS, KEY = "lab/sign-ins.json", "keys/secret.key"
WORDING = re.compile(r"wording/[A-Za-z0-9-]{1,20}/[^/\0]{1,100}\.ftl")
TERMS = re.compile(r"redaction/(?:keep|hide)\.txt")
COPY, KEYS = "copy", "keys"


@dataclass(frozen=True, slots=True)
class Copied:
    """An opened file: its `kind` is COPY or KEYS, `members` are its contents by name."""

    kind: str
    made: datetime
    demo: bool
    members: Mapping[str, bytes]

    def intake(self) -> sqlite3.Connection:
        """Open its intake.db in memory. Raises what `storage.backup.snapshot.open_in_memory` raises."""
        return snapshot.open_in_memory(self.members[INTAKE], demo=self.demo)

    def releases(self) -> list[tuple[object, ...]]:
        """Return the rows of published.db that say what was released when; the voices themselves are made anew."""
        return [tuple(row) for row in json.loads(self.members[RELEASES])]

    def is_sealed_by(self, keys: Keys) -> bool:
        """Tell whether these keys belong to it: then its codes work, and nobody else has made or changed it."""
        return hmac.compare_digest(self.members.get(SEAL, b""), _seal(self.members, keys))


def copy_of(files: Files, made: datetime) -> dict[str, bytes]:
    """Return what a copy holds: everything of a deployment but its keys, and published.db, which is made anew.

    Raises:
        StorageError: a file is not as it has to be.
    """
    members = {ABOUT: _about(COPY, made, demo=files.demo), INTAKE: snapshot.take(files.intake_db, demo=files.demo)}
    members[RELEASES] = json.dumps(releases_of(files)).encode()
    members[REMOVED] = "\n".join(sorted(noted(files.tombstones))).encode()
    kept = [files.data / FILE, files.sign_ins, *sorted(files.wording.glob("*/*.ftl")), *files.terms]
    names = {str(path.relative_to(files.data)): path for path in kept if path.exists()}
    members |= {name: path.read_bytes() for name, path in names.items()}
    return members | {SEAL: _seal(members, files.load_keys())}


def releases_of(files: Files) -> list[tuple[object, ...]]:
    """Return what published.db tells of each release; nothing if it is missing or damaged: only notes are lost then."""
    try:
        published = connect_reader(files.published_db, stamp=DEMO if files.demo else REAL, mode=0o640)
    except (NotOurs, sqlite3.DatabaseError):
        return []
    try:
        return published.execute("SELECT * FROM releases ORDER BY number").fetchall()
    except sqlite3.DatabaseError:
        return []
    finally:
        published.close()


def keys_of(files: Files, made: datetime) -> dict[str, bytes]:
    """Return what the file of keys holds: the key of the receipt codes, and secrets.toml if there is one."""
    files.load_keys()  # says so if it is missing or damaged
    members = {ABOUT: _about(KEYS, made, demo=files.demo)}
    for name in (KEY, SECRETS):
        if (files.data / name).exists():
            members[name] = (files.data / name).read_bytes()
    return members


def open_any(path: Path, identity: archive.Identity) -> Copied:
    """Open a copy or a file of keys in memory.

    Raises:
        StorageError: it can't be opened, is not whole, or was made by something else.
    """
    members = archive.read(path, identity)
    try:
        about = json.loads(members[ABOUT])
        copied = Copied(about["kind"], datetime.fromisoformat(about["made"]), about["demo"], members)
        missing = _NEEDED[copied.kind] - members.keys()
    except (KeyError, ValueError, TypeError):
        raise NotOurs(f"{path} holds something else: it was not made by care-voice backup.") from None
    if missing:
        raise NotOurs(f"{path} is not whole: {', '.join(sorted(missing))} is missing.")
    return copied


def open_file(path: Path, identity: archive.Identity, kind: str) -> Copied:
    """Open a file of this kind, COPY or KEYS. Raises what `open_any` raises, and `Refused` if it is of the other."""
    copied = open_any(path, identity)
    if copied.kind != kind:
        raise Refused(f"{path} is {_NAMES[copied.kind]}. Give {_NAMES[kind]} here.")
    return copied


NOT_SEALED = (
    "The keys don't belong to this copy: it is of another deployment, or somebody changed it. Take another copy, "
    "or the keys of its own deployment."
)
_NEEDED = {COPY: {INTAKE, RELEASES, REMOVED, SEAL}, KEYS: {KEY}}
_NAMES = {COPY: "a copy of the data", KEYS: "the file of keys"}


def _about(kind: str, made: datetime, *, demo: bool) -> bytes:
    about = {"kind": kind, "made": made.isoformat(timespec="seconds"), "demo": demo, "version": version("care-voice")}
    return json.dumps(about).encode()


def _seal(members: Mapping[str, bytes], keys: Keys) -> bytes:
    """Return what only somebody with the deployment's keys can make: anyone can encrypt for a public key."""
    key = hmac.digest(keys.receipts, b"care-voice copy 1", "sha256")
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in members.items() if name != SEAL}
    return hmac.digest(key, json.dumps(sums, sort_keys=True).encode(), "sha256")


def now() -> datetime:
    """Return the present second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)

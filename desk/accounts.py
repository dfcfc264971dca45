"""Who may read the lab: names and password hashes in one small JSON file. Never holds a password or an address."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from desk.passwords import hash_password, new_password, tidy_password, verify_password
from storage.opening import make_file, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"[a-z0-9][a-z0-9 .@_-]{0,59}")
_LONGEST = 200


class NotAName(ValueError):
    """Raised when a name can't be used for a sign-in; the message says why."""


class SignIns:
    """The sign-ins of one deployment, kept in `path` as {name: argon2 hash}. Read afresh each time: it is small."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        """Return every name, sorted."""
        return sorted(self._read())

    def create(self, name: str) -> str:
        """Add `name` and return its password, which is kept nowhere: show it once. Raises NotAName."""
        known, key = self._read(), checked_name(name)
        if key in known:
            raise NotAName(f"There is a sign-in called {key} already. Remove it first to give it a new password.")
        password = new_password()
        self._write({**known, key: hash_password(tidy_password(password))})
        return password

    def remove(self, name: str) -> bool:
        """Take `name` away, which ends its sessions too; False if there was none."""
        known = self._read()
        found = known.pop(as_kept(name), None) is not None
        if found:
            self._write(known)
        return found

    def check(self, name: str, password: str) -> bool:
        """Say whether they belong together; as slow for a name nobody has. Keep it off the event loop."""
        return verify_password(tidy_password(password[:_LONGEST]), self._read().get(as_kept(name)))

    def mark(self, name: str) -> str | None:
        """Return what changes whenever the password does (None if nobody has that name): ties sessions to it."""
        hashed = self._read().get(as_kept(name))
        return hashed and hashlib.sha256(hashed.encode()).hexdigest()[:16]

    def _read(self) -> dict[str, str]:
        with suppress(FileNotFoundError):
            known: dict[str, str] = json.loads(self._path.read_text("utf-8"))
            return known
        return {}

    def _write(self, known: dict[str, str]) -> None:
        new = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}")
        make_file(new, json.dumps(known, indent=1, sort_keys=True).encode(), 0o640)
        new.replace(self._path)
        sync_folder(self._path.parent)


def as_kept(name: str) -> str:
    """Return a name as it is kept, however it was typed: small letters, single spaces."""
    return " ".join(name.casefold().split())


def checked_name(name: str) -> str:
    """Return a new name as it is kept. Raises NotAName."""
    kept = as_kept(name)
    if not _NAME.fullmatch(kept):
        raise NotAName("A name has up to 60 letters, digits, spaces or . @ _ - and starts with a letter or digit.")
    return kept

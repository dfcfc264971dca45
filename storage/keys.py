"""The deployment's one secret, kept outside its databases, and the keys drawn from it."""

from __future__ import annotations

import hmac
import secrets
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import NotOurs, Unsafe
from storage.opening import make_file, make_folder

if TYPE_CHECKING:
    from pathlib import Path

_LENGTH = 32


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """32 bytes each: `receipts` hashes receipt codes, `deliveries` the marks by which a re-delivery is known.

    `settings` hashes settings that were tested, to know them again; `codes` makes the secrets of one-time codes.
    """

    receipts: bytes
    deliveries: bytes
    settings: bytes
    codes: bytes


def make_keys(folder: Path) -> None:
    """Make a new secret in `folder` (0700), unless there is one.

    The file is 0600 and has to be backed up apart from the data: without it no receipt code can be looked up.
    """
    make_folder(folder)
    path = _path(folder)
    if not path.exists():
        make_file(path, secrets.token_bytes(_LENGTH))


def load_keys(folder: Path) -> Keys:
    """Read the secret and draw the keys from it.

    Raises:
        NotOurs: there is no secret, or it is damaged.
        Unsafe: somebody else can read it.
    """
    path = _path(folder)
    if not path.exists():
        raise NotOurs(f"{path} is missing. Bring it back from its own backup: without it no receipt code works.")
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Unsafe(f"{path} can be read by others. Put it right with: chmod 600 {path}")
    return draw_keys(path.read_bytes())


def draw_keys(secret: bytes) -> Keys:
    """Draw the keys from the secret. Raises `NotOurs` if it is damaged."""
    if len(secret) != _LENGTH:
        raise NotOurs("The key (secret.key) is damaged. Bring it back from its own backup.")
    return Keys(*(_drawn(secret, purpose) for purpose in (b"receipts", b"deliveries", b"settings", b"codes")))


def _path(folder: Path) -> Path:
    return folder / "secret.key"


def _drawn(secret: bytes, purpose: bytes) -> bytes:
    return hmac.digest(secret, b"care-voice " + purpose, "sha256")

"""Files in the age format (age-encryption.org/v1) with a tar archive inside: what standard tools can open too.

Everything happens in memory; only the encrypted file is ever written.
"""

from __future__ import annotations

import io
import os
import re
import tarfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypeAlias

from pyrage import DecryptError, EncryptError, IdentityError, RecipientError, decrypt, encrypt_io, x25519  # type: ignore[import-untyped]

from storage.errors import NotOurs, Refused
from storage.opening import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Identity: TypeAlias = Any  # a secret key, x25519.Identity: the library brings no types
_SECRET = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]+")
_LARGEST_KEY = 10_000  # characters of a file that is meant to hold a key


def new_identity() -> tuple[str, str]:
    """Return a new key pair: the secret key and the public one."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def load_identity(text: str) -> Identity:
    """Read a secret key out of a file's text, as `age-keygen` writes it.

    Raises:
        Refused: there is none in it, or it was not copied whole.
    """
    found = _SECRET.search(text[:_LARGEST_KEY])
    if found is None:
        raise Refused("There is no secret key in that file: its line begins with AGE-SECRET-KEY-1.")
    try:
        return x25519.Identity.from_str(found[0])
    except IdentityError:
        raise Refused("That secret key was not copied whole. It has 74 capital letters and digits.") from None


def write(path: Path, members: Mapping[str, bytes], recipients: Iterable[str]) -> None:
    """Write an encrypted file (0600), whole or not at all; it is on the disk when this returns.

    Raises:
        Refused: there is a file of that name, or it can't be written; the message says why.
    """
    if path.exists():
        raise Refused(f"{path} is there already. Nothing was written over it.")
    keys = _recipients(recipients)
    part = path.with_name(f".{path.name}.part")
    try:
        with _removed_unless_done(part), _Sink(part) as sink:
            _encrypt(_packed(members), sink, keys)
            sink.finish()
            part.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        why = error.strerror or "it can't be used"
        raise Refused(f"No copy could be written into {path.parent}: {why}. Nothing was changed there.") from None


def read(path: Path, identity: Identity) -> dict[str, bytes]:
    """Open an encrypted file in memory; returns its members by name.

    Raises:
        Refused: it is not for this key, damaged or cut short.
    """
    content = path.read_bytes()
    if not content.startswith(b"age-encryption.org/v1\n"):
        raise Refused(f"{path} is not an encrypted copy, or its beginning is damaged. Take another copy.")
    try:
        packed = decrypt(content, [identity])
    except DecryptError as error:
        if "No matching keys" in str(error):
            raise Refused(f"{path} can't be opened with this secret key: it was made for another one.") from None
        raise Refused(f"{path} is damaged or cut short. Take another copy: nothing was changed.") from None
    return _unpacked(packed, path)


class _Sink:
    """A new file (0600) that remembers why it couldn't be written: pyrage tells that in words only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.failure: OSError | None = None

    def __enter__(self) -> Self:
        self._path.unlink(missing_ok=True)  # of a writer that died
        self._handle: BinaryIO = os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._handle.close()
        except OSError:  # what was not flushed is lost, and told already
            self._handle.raw.close()  # type: ignore[attr-defined]

    def write(self, content: bytes) -> int:
        """Write some of it."""
        try:
            return self._handle.write(content)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        """Do nothing: `finish` does."""

    def finish(self) -> None:
        """Bring it onto the disk."""
        self._handle.flush()
        os.fsync(self._handle.fileno())


def _recipients(recipients: Iterable[str]) -> list[Any]:
    try:
        return [x25519.Recipient.from_str(recipient) for recipient in recipients]
    except RecipientError:
        raise Refused(
            "A public key in [backup] recipients of care-voice.toml was not copied right: a letter is wrong. Copy it "
            "again."
        ) from None


def _encrypt(packed: io.BytesIO, sink: _Sink, keys: list[Any]) -> None:
    try:
        encrypt_io(packed, sink, keys)
    except EncryptError:
        raise sink.failure or Refused("This could not be encrypted. Check [backup] recipients.") from None


@contextmanager
def _removed_unless_done(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _packed(members: Mapping[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members.items():
            about = tarfile.TarInfo(name)
            about.size, about.mode = len(content), 0o600
            archive.addfile(about, io.BytesIO(content))
    packed.seek(0)
    return packed


def _unpacked(packed: bytes, path: Path) -> dict[str, bytes]:
    members = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
            for member in archive:
                content = archive.extractfile(member)
                if content is not None:
                    members[member.name] = content.read()
    except tarfile.TarError:
        raise NotOurs(f"{path} holds something else: it was not made by care-voice backup.") from None
    return members

"""The deployment's secret is kept apart, private and whole."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from storage.errors import NotOurs, Unsafe
from storage.keys import load_keys, make_keys

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a new secret."""
    make_keys(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.mark.usefixtures("no_umask")
def test_only_the_owner_can_read_a_secret(tmp_path: Path) -> None:
    """The folder is 0700 and the secret 0600, whatever the umask."""
    make_keys(tmp_path / "keys")
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "keys" / "secret.key").stat().st_mode) == 0o600


def test_a_secret_is_made_once(folder: Path) -> None:
    """Making keys again keeps the secret: every receipt code depends on it."""
    before = load_keys(folder)
    make_keys(folder)
    assert load_keys(folder) == before


def test_every_purpose_has_a_key_of_its_own(folder: Path, tmp_path: Path) -> None:
    """Keys differ by purpose and by deployment."""
    make_keys(tmp_path / "other")
    mine, other = load_keys(folder), load_keys(tmp_path / "other")
    assert len({mine.receipts, mine.deliveries, other.receipts, other.deliveries}) == 4


def test_keys_are_never_shown(folder: Path) -> None:
    """A log or a traceback that prints the keys prints none of their bytes."""
    keys = load_keys(folder)
    assert repr(keys.receipts) not in repr(keys)
    assert keys.receipts.hex() not in repr(keys)


def test_a_missing_secret_is_not_replaced(tmp_path: Path) -> None:
    """Without the secret no code works: a new one would hide the loss."""
    with pytest.raises(NotOurs, match="missing"):
        load_keys(tmp_path)


def test_a_secret_that_others_can_read_is_refused(folder: Path) -> None:
    """A secret with a wider mode is not used."""
    (folder / "secret.key").chmod(0o640)
    with pytest.raises(Unsafe, match="chmod 600"):
        load_keys(folder)


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 33])
def test_a_damaged_secret_is_refused(folder: Path, content: bytes) -> None:
    """A secret of another length is not used."""
    (folder / "secret.key").write_bytes(content)
    with pytest.raises(NotOurs, match="damaged"):
        load_keys(folder)

"""Somebody who looks after copies: a deployment, a folder for them, a secret key, and the deployment's keys apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from desk.deployment import Files
from desk.settings import FILE
from tests.desk.at_desk import Desk

if TYPE_CHECKING:
    from click.testing import Result


_seconds = count()  # copies have names by the second, and tests make several in one


@dataclass(frozen=True, slots=True)
class Vault:
    """A deployment, the folder of its copies, its secret key and the file of its keys."""

    desk: Desk
    folder: Path
    identity: Path
    keys: Path

    def copy(self) -> Path:
        """Make a copy, give it a name that no other copy gets, and return its path."""
        made = self.desk.run("backup")
        assert made.exit_code == 0, made.output
        found = re.search(r"A copy was made: (\S+)", made.output)
        assert found
        return Path(found[1]).rename(self.folder / f"care-voice-20260101T{next(_seconds):06}Z.age")

    def check(self, copy: Path) -> Result:
        """Look into a copy."""
        return self.desk.run("backup", "--check", str(copy), "--identity", str(self.identity))

    def restore(self, copy: Path, data: Path, *options: str) -> Result:
        """Restore a copy into a folder, with the file of keys."""
        given = ("--identity", str(self.identity), "--keys", str(self.keys))
        return at(data).run("restore", str(copy), *given, *options)


def at(data: Path) -> Desk:
    """Give the deployment in a folder."""
    return Desk(Files(data, demo=False), "")


def make_vault(desk: Desk, place: Path) -> Vault:
    """Give a deployment copies, as the administrator does."""
    vault = Vault(desk, place / "copies", place / "secret.txt", place / "keys.age")
    vault.folder.mkdir()
    said = desk.run("backup", "--new-key", str(vault.identity)).output
    found = re.search(r'recipients = \["age1\w+"\]', said)
    assert found
    set_backup(desk, f'folder = "{vault.folder}"', found[0])
    kept = desk.run("backup", "--keys", str(vault.keys))
    assert kept.exit_code == 0, kept.output
    return vault


def set_backup(desk: Desk, *lines: str) -> None:
    """Write these settings into [backup] of care-voice.toml."""
    path = desk.files.data / FILE
    head, _, tail = path.read_text().partition("\n[backup]\n")
    for line in lines:
        tail, count = re.subn(rf"(?m)^{line.split()[0]} = .*$", line, tail)
        assert count == 1
    path.write_text(f"{head}\n[backup]\n{tail}")


def tree(folder: Path) -> dict[str, tuple[int, bytes | None]]:
    """Return every file and folder under a folder, with its mode and content."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }

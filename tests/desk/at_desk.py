"""Somebody at a desk: a real deployment whose commands run in this process, and voices for them to work on."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner, Result

from desk.cli import main
from desk.deployment import Files
from desk.settings import FILE
from desk.setup import make_demonstration, make_deployment
from storage.arriving import add
from storage.decisions import approve, history
from storage.drills import Follows, Verdict, candidates, judge
from storage.opening import immediate
from storage.submissions import Submission, find, read
from tests.product import name_a_lead
from tests.storage.deployment import let_a_minute_pass, voice

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = re.compile(r"\b(?:[0-9a-z]{4}-){3}[0-9a-z]{4}\b")


@dataclass(frozen=True, slots=True)
class Desk:
    """A deployment, and everything it said when it was made."""

    files: Files
    said: str

    @property
    def password(self) -> str:
        """The first moderator's password."""
        return passwords(self.said)[0]

    def run(self, *arguments: str, typed: str = "") -> Result:
        """Run `care-voice ARGUMENTS`, with `typed` as its standard input."""
        return CliRunner().invoke(
            main, ["--data", str(self.files.data), *arguments], input=typed, prog_name="care-voice"
        )

    def start(self, *arguments: str) -> tuple[int, str]:
        """Run `care-voice ARGUMENTS` in a process of its own, as commands that set up logs need; status and output."""
        argv = [sys.executable, "-m", "desk", "--data", str(self.files.data), *arguments]
        ran = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=30)
        return ran.returncode, ran.stdout + ran.stderr

    def moderate(self, *typed: str, account: str = "reader", password: str | None = None) -> str:
        """Sign in, type these lines, and return all that was shown, its lines joined."""
        lines = "\n".join([password or self.password, *typed, ""])
        result = self.run("moderate", "--as", account, typed=lines)
        assert result.exit_code == 0, result.output
        return " ".join(result.output.split())

    def publish(self, *arguments: str) -> Result:
        """Publish as the first moderator, when no decision can be undone any more."""
        self.let_a_minute_pass()
        return self.publish_at_once(*arguments)

    def drill(self) -> None:
        """Find that nobody could tell who any voice is from."""
        with self.opened() as intake, immediate(intake):
            for one in candidates(intake):
                judge(intake, read(intake, one.id), "reader", Verdict.NOBODY, Follows.NOTHING, date.today())

    def publish_at_once(self, *arguments: str) -> Result:
        """Publish as the first moderator, though what was approved last can still be undone; the drill is done."""
        self.drill()
        return self.run("publish", "--as", "reader", *arguments, typed=f"{self.password}\n")

    def second_moderator(self) -> str:
        """Make an account called sam and return its password."""
        return passwords(self.run("user", "add", "sam", "--role", "moderator").output)[0]

    def receive(self, text: str = "The bus pass helped.", day: date | None = None, **changes: Any) -> str:
        """Store a voice as the doors do; return its code."""
        with self.opened() as intake, immediate(intake):
            receipt = add(intake, self.files.load_keys(), voice(text, **changes), day or date.today())
        assert receipt.code is not None
        return receipt.code

    def approved(self, text: str = "The bus pass helped.", **changes: Any) -> str:
        """Store a voice and approve it; return its code."""
        code = self.receive(text, **changes)
        with self.opened() as intake, immediate(intake):
            approve(intake, self.voice(code), "reader")
        return code

    def let_a_minute_pass(self) -> None:
        """Make every decision a minute older, so that none of them can be undone any more."""
        with self.opened() as intake:
            let_a_minute_pass(intake)

    def voice(self, code: str) -> Submission:
        """Read the voice that a code stands for."""
        with self.opened() as intake:
            return read(intake, int(find(intake, self.files.load_keys(), code) or 0))

    def decisions(self, code: str) -> list[tuple[str, str, str | None]]:
        """Return (account, action, reason) of each decision about a voice."""
        with self.opened() as intake:
            return [row[:3] for row in history(intake, self.voice(code).id)]

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Open intake.db."""
        intake = self.files.open_intake()
        try:
            yield intake
        finally:
            intake.close()

    def shown(self) -> list[str]:
        """Return the words that the lab can read."""
        published = self.files.open_published()
        try:
            return sorted(row[0] for row in published.execute("SELECT words FROM voices"))
        finally:
            published.close()


def passwords(said: str) -> list[str]:
    """Return the passwords that a text shows."""
    return PASSWORD.findall(said)


def make_desk(data: Path) -> Desk:
    """Make a real deployment in folder `data`."""
    said: list[str] = []
    make_deployment(data, said.append)
    name_a_lead(data / FILE)
    return Desk(Files(data, demo=False), "\n".join(said))


def make_demo(data: Path) -> Desk:
    """Make a demonstration in folder `data`, with its fictional voices."""
    said: list[str] = []
    make_demonstration(data, said.append)
    return Desk(Files(data, demo=True), "\n".join(said))


def copy_of(desk: Desk, folder: Path) -> Desk:
    """Copy a deployment, to change it."""
    return Desk(Files(shutil.copytree(desk.files.data, folder / "data"), demo=desk.files.demo), desk.said)

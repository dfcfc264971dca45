"""What a check finds, and what it is given to look at. Holds no secret, no name of a person and no voice."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desk.deployment import Files
    from desk.settings import Mistake, Settings
    from intake.wording import Wording


class Verdict(StrEnum):
    """How something is. `SKIPPED` was not looked at, and says why."""

    OK = "ok"
    SKIPPED = "skipped"
    WARNING = "warning"
    WRONG = "wrong"

    @property
    def status(self) -> int:
        """The exit status that it asks for."""
        return {Verdict.WARNING: 1, Verdict.WRONG: 2}.get(self, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `what` may go to monitoring: it names nobody; `todo` is for the person at the terminal."""

    verdict: Verdict
    what: str
    todo: str = ""


def ok(what: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(Verdict.OK, what)


def skipped(what: str) -> Finding:
    """Return that something was not looked at."""
    return Finding(Verdict.SKIPPED, what)


def warning(what: str, todo: str) -> Finding:
    """Return that something should be better."""
    return Finding(Verdict.WARNING, what, todo)


def wrong(what: str, todo: str) -> Finding:
    """Return that something has to be put right."""
    return Finding(Verdict.WRONG, what, todo)


@dataclass(frozen=True, slots=True)
class Host:
    """What the checks look at. With `mistakes` the settings can't be read, and `settings` holds the defaults.

    `root` is the folder that holds proc, sys and etc.
    """

    files: Files
    settings: Settings
    say: Wording
    mistakes: tuple[Mistake, ...] = ()
    root: Path = Path("/")

    @property
    def command(self) -> str:
        """What to type before a command, to mean this deployment."""
        return shlex.join(["care-voice", "--data", str(self.files.data)])


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `look` may break, or take longer than `patience` seconds.

    Some need settings; some say nothing about a demonstration.
    """

    name: str
    look: Callable[[Host], Iterable[Finding]]
    needs_settings: bool = True
    in_demo: bool = True
    patience: float = 30.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding, with the check and the group of checks it comes from."""

    group: str
    check: str
    finding: Finding

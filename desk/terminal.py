"""Asking somebody at a terminal: for a password, for one of some choices."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import click

from desk.moderators import is_moderator
from storage.errors import Refused

if TYPE_CHECKING:
    import sqlite3

    from intake.wording import Wording

TRIES = 3


def sign_in(intake: sqlite3.Connection, name: str, say: Wording) -> None:
    """Let a moderator in. Raises `Refused` after three wrong passwords, and never says whether the name exists."""
    for _ in range(TRIES):
        if is_moderator(intake, name, _ask_password(say("ask-password", name=name))):
            return
        click.echo(say("password-wrong"), err=True)
    raise Refused(say("password-help"))


def choose(question: str, choices: dict[str, str]) -> str | None:
    """Show numbered choices and return the code of the one chosen, or None."""
    codes = list(choices)
    for number, shown in enumerate(choices.values(), start=1):
        click.echo(f"  {number:2}  {shown}")
    answer = click.prompt(question, default="", show_default=False).strip()
    if answer.isdecimal() and 1 <= int(answer) <= len(codes):
        return codes[int(answer) - 1]
    return answer if answer in choices else None


def _ask_password(prompt: str) -> str:
    """Ask without showing what is typed; from a pipe, read a line."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ")
    return sys.stdin.readline().rstrip("\n")

"""Makes a new deployment, real or for a demonstration, and shows its first sign-ins once."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import click

from desk.deployment import Files
from desk.settings import FILE, load_settings, write_template
from desk.supervise import OURSELVES
from desk.users import LAB, MODERATOR, add_user, list_users
from intake.wording import load_wording
from storage.errors import Refused
from storage.opening import make_folder
from storage.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = {MODERATOR: "reader", LAB: "lab"}
# Whoever sets a deployment up reads, and makes accounts for others; in a demonstration all there is can be tried.
BEGINS = (Role.MODERATOR, Role.ADMINISTRATOR)


def make_deployment(data: Path, say: Callable[[str], object]) -> None:
    """Make a clean deployment in folder `data`.

    Raises:
        Refused: there is one already.
    """
    if (data / FILE).exists():
        raise Refused(f"There is a deployment in {data} already. Start it with: care-voice --data {data} run")
    _make(data, demo=False)
    words = load_wording()
    _show_sign_ins(Files(data, demo=False), say)
    say(words("init-done", settings=str(data / FILE), data=str(data)))


def make_demonstration(data: Path, say: Callable[[str], object]) -> None:
    """Make a demonstration in folder `data`, unless there is one, and fill it with fictional voices.

    Raises:
        Refused: the folder holds a real deployment: nothing fictional may mix with it.
    """
    if (data / FILE).exists():
        if not load_settings(data).demo:
            raise Refused(f"{data} holds a real deployment. Start it without --demo, or choose another --data.")
        files = Files(data, demo=True)
        files.migrate()
        if not list_users(files):  # they are made last
            raise Refused(f"{data} holds a demonstration that was never finished. Remove the folder and start again.")
        return
    wanted = _wants_voices()
    _make(data, demo=True)
    if wanted:
        _fill(data)
    _show_sign_ins(Files(data, demo=True), say)


def _wants_voices() -> bool:
    """Ask at a terminal; anywhere else, yes."""
    return not sys.stdin.isatty() or click.confirm(load_wording()("demo-offer"), default=True)


def _fill(data: Path) -> None:
    # In a process of its own, which gives its memory back: this one stays for as long as the service runs.
    if subprocess.run([*OURSELVES, "--data", str(data), "fictions"], check=False).returncode:  # noqa: S603 - ourselves
        raise Refused(f"The fictional voices could not be put in. Remove {data} and start again.")


def _make(data: Path, *, demo: bool) -> None:
    make_folder(data, 0o711)
    Files(data, demo=demo).make()
    write_template(data / FILE, demo=demo)


def _show_sign_ins(files: Files, say: Callable[[str], object]) -> None:
    words = load_wording()
    there = {(user.name, LAB in user.roles) for user in list_users(files)}
    for role, name in FIRST.items():
        if (name, role == LAB) not in there:
            say(words(f"first-sign-in-{role}", name=name, password=add_user(files, name, _roles(files, role))))
    say(words("first-sign-ins-once"))


def _roles(files: Files, role: str) -> tuple[str, ...]:
    if role == LAB:
        return (LAB,)
    return tuple(Role) if files.demo else BEGINS

"""Who may moderate (accounts in intake.db) and who may read the lab (a file that the lab's process can read)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.accounts import SignIns, as_kept, checked_name
from desk.moderators import make_moderator
from storage.accounts import account_names, remove_account
from storage.errors import Refused
from storage.opening import immediate

if TYPE_CHECKING:
    from desk.deployment import Files

MODERATOR, LAB = "moderator", "lab"


def add_user(files: Files, name: str, role: str) -> str:
    """Make a sign-in and return its password. Raises `Refused` or `NotAName`, with what to do."""
    if role == LAB:
        return SignIns(files.sign_ins).create(name)
    intake = files.open_intake()
    try:
        return make_moderator(intake, checked_name(name))
    finally:
        intake.close()


def remove_user(files: Files, name: str, role: str) -> None:
    """Take a sign-in away. Raises `Refused` if there is none."""
    if not (SignIns(files.sign_ins).remove(name) if role == LAB else _remove_moderator(files, name)):
        raise Refused(f"Nobody of that name can sign in as {role}. See them all with: care-voice user list")


def list_users(files: Files) -> list[tuple[str, str]]:
    """Return (name, role) of everyone."""
    intake = files.open_intake()
    try:
        moderators = [(name, MODERATOR) for name in account_names(intake)]
    finally:
        intake.close()
    return moderators + [(name, LAB) for name in SignIns(files.sign_ins).names()]


def _remove_moderator(files: Files, name: str) -> bool:
    intake = files.open_intake()
    try:
        with immediate(intake):
            return remove_account(intake, as_kept(name))
    finally:
        intake.close()

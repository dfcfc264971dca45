"""Sign-ins: made, shown once, listed, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.accounts import SignIns
from tests.desk.at_desk import passwords

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

ROLES = ["moderator", "lab"]


@pytest.mark.parametrize("role", ROLES)
def test_a_password_is_shown_once_and_kept_nowhere(desk: Desk, role: str) -> None:
    """Only its hash is in a file."""
    said = desk.run("user", "add", "ash", "--role", role)
    (password,) = passwords(said.output)
    assert "It is shown this once" in said.output
    files = [path for path in desk.files.data.rglob("*") if path.is_file()]
    assert not [path for path in files if password.encode() in path.read_bytes()]


def test_a_new_moderator_can_sign_in(desk: Desk) -> None:
    """With the password as it was shown or typed without its dashes, under the name however it is written."""
    password = desk.second_moderator()
    assert "Nothing waits." in desk.moderate(account="sam", password=password)
    assert "Nothing waits." in desk.moderate(account=" SAM ", password=password.replace("-", "").upper())


def test_a_new_reader_can_sign_in(desk: Desk) -> None:
    """The lab's own file knows the password, and intake.db nothing of it."""
    (password,) = passwords(desk.run("user", "add", "Ash", "--role", "lab").output)
    assert SignIns(desk.files.sign_ins).check("ash", password)
    assert "Three tries" in desk.run("moderate", "--as", "ash", typed=f"{password}\n" * 3).output


def test_all_sign_ins_are_listed(desk: Desk) -> None:
    """Who works at the desk and as what, then who may read; never a password or a hash."""
    desk.run("user", "add", "ash", "--role", "lab")
    desk.run("user", "add", "bo", "--role", "lead", "--council", "wigan")
    assert desk.run("user", "list").output == (
        "lead                      bo  (wigan)\n"
        "moderator, administrator  reader\n"
        "lab                       ash\nlab                       lab\n"
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["", "  ", "\x1b[2Jash", "ash;sam", "-ash", "a" * 61])
def test_a_name_that_can_not_be_shown_is_refused(desk: Desk, role: str, name: str) -> None:
    """Moderators' names stand beside their decisions for ever."""
    said = desk.run("user", "add", "--role", role, "--", name)
    assert said.exit_code == 1
    assert said.output.startswith("Error: A name has up to 60 letters, digits, spaces or . @ _ -")


@pytest.mark.parametrize("role", ROLES)
def test_a_name_is_given_once(desk: Desk, role: str) -> None:
    """Nobody takes over another's name, in whatever letters."""
    desk.run("user", "add", "ash", "--role", role)
    said = desk.run("user", "add", "ASH", "--role", role)
    assert said.exit_code == 1
    assert said.output.startswith("Error: There is ")


@pytest.mark.parametrize("role", ROLES)
def test_a_sign_in_is_taken_away(desk: Desk, role: str) -> None:
    """It is no longer listed, and taking it away twice is said."""
    desk.run("user", "add", "ash", "--role", role)
    assert "ash can't sign in any more." in desk.run("user", "remove", "Ash", "--role", role).output.replace(
        "Ash", "ash"
    )
    assert "ash" not in desk.run("user", "list").output
    again = desk.run("user", "remove", "ash", "--role", role)
    assert (again.exit_code, again.output.startswith(f"Error: Nobody of that name can sign in as {role}.")) == (1, True)


def test_what_they_decided_stays(desk: Desk) -> None:
    """A decision keeps the name of whoever made it."""
    code, password = desk.receive(), desk.second_moderator()
    desk.moderate("a", "1", account="sam", password=password)
    desk.run("user", "remove", "sam", "--role", "moderator")
    assert desk.decisions(code) == [("sam", "approve", None)]
    assert "Three tries" in desk.run("moderate", "--as", "sam", typed=f"{password}\n" * 3).output


def test_roles_are_said_anew(desk: Desk) -> None:
    """An account does what was said last and nothing else: who reads no voices can't moderate."""
    password = desk.second_moderator()
    said = desk.run("user", "role", "SAM", "--role", "analyst", "--role", "administrator")
    assert "sam is now: analyst, administrator." in said.output
    assert "Three tries" in desk.run("moderate", "--as", "sam", typed=f"{password}\n" * 3).output
    assert "Error: There is no account of that name." in desk.run("user", "role", "nobody", "--role", "lead").output


@pytest.mark.parametrize(
    "wrong",
    [
        ("add", "ash", "--role", "lead", "--role", "lab"),
        ("add", "ash", "--role", "lead", "--council", "nowhere"),
        ("add", "ash"),
        ("role", "reader", "--role", "lab"),
    ],
)
def test_what_no_account_can_be_is_refused(desk: Desk, wrong: tuple[str, ...]) -> None:
    """The lab's sign-ins are apart, a council is one of the settings', and an account is for something."""
    before = desk.run("user", "list").output
    assert desk.run("user", *wrong).exit_code in {1, 2}
    assert desk.run("user", "list").output == before

"""Signing in at a terminal, by the steps of the pages: a password, a code, a password of one's own, codes set up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import click

from desk.accounts import as_kept
from desk.codes_setup import set_up_codes
from desk.moderators import has_code, is_reader
from desk.pages.sessions import Sessions
from desk.pages.steps import Step, step_left
from desk.passwords import hash_password
from desk.strength import as_typed, problem_with_new
from desk.terminal import ask_password
from storage.accounts import account, give_password
from storage.errors import Refused
from storage.opening import immediate
from storage.roles import READERS

if TYPE_CHECKING:
    import sqlite3

    from desk.place import Place
    from intake.wording import Wording

TRIES = 3


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A moderator at a terminal; `account` is the name that decisions record."""

    account: str
    _sessions: Sessions = field(repr=False)
    _cookie: str = field(repr=False)
    _say: Wording = field(repr=False)

    def check(self) -> None:
        """Raise `Refused` once this is over: after an hour of doing nothing, or because the account changed."""
        if self._sessions.find(self._cookie) is None:
            raise Refused(self._say("people-terminal-over"))


def sign_in(place: Place, intake: sqlite3.Connection, name: str) -> SignedIn:
    """Let a moderator in, once nothing is left to do that the settings ask for.

    Raises `Refused` after three wrong passwords or codes, and never says whether the name exists.
    """
    kept = as_kept(name)
    _check(place, intake, kept)
    _do_what_is_left(place, intake, kept)
    sessions = Sessions(partial(_mark, intake))
    cookie = sessions.start(kept)
    if cookie is None:
        raise Refused(place.say("people-terminal-over"))
    return SignedIn(kept, sessions, cookie, place.say)


def _check(place: Place, intake: sqlite3.Connection, kept: str) -> None:
    """Ask for the password and the code. Raises `Refused` after three wrong ones."""
    say, keys = place.say, place.files.load_keys()
    for _ in range(TRIES):
        right = is_reader(intake, kept, ask_password(say("ask-password", name=kept)))
        if right and has_code(intake, keys, kept, lambda: ask_password(say("people-ask-code"))):
            return
        click.echo(say("password-wrong"), err=True)
    raise Refused(say("password-help"))


def _do_what_is_left(place: Place, intake: sqlite3.Connection, kept: str) -> None:
    """Have a password chosen and codes set up, where the settings want it. Raises `Refused` if that isn't done."""
    its = place.settings.accounts
    while found := account(intake, kept):
        step = step_left(found, with_code=True, codes=its.codes, own_password=its.own_password)
        if step is None:
            return
        if step is Step.PASSWORD:
            _choose_password(place, intake, kept)
        else:
            set_up_codes(place, kept)


def _choose_password(place: Place, intake: sqlite3.Connection, kept: str) -> None:
    say = place.say
    click.echo(f"{say('people-password-first')}\n{say('people-password-strong')}")
    for _ in range(TRIES):
        new, again = (as_typed(ask_password(f"{say(f'people-password-{which}')}:")) for which in ("new", "again"))
        problem = problem_with_new(new, again, about=(kept, place.settings.deployment.name))
        if problem is None:
            hashed = hash_password(new)
            with immediate(intake):
                give_password(intake, kept, hashed, made=False)
            click.echo(say("people-password-changed"))
            return
        click.echo(say(problem), err=True)
    raise Refused(say("people-terminal-no-password"))


def _mark(intake: sqlite3.Connection, name: str) -> str | None:
    """Return what changes with an account; None if it may not read voices (any more)."""
    found = account(intake, name)
    return found.mark if found and found.roles & READERS else None

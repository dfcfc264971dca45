"""What a moderator decides about one voice at a terminal, which asks what the pages ask before it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from desk.pages.telling import ANSWERS, matters, problem_with
from desk.terminal import choose
from storage import decisions
from storage.decisions import Reason
from storage.errors import Refused
from storage.model import ENGLISH, Kind
from storage.opening import immediate
from storage.permission import asking
from storage.questions import ask
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from desk.rules import Rules
    from desk.shown import Shows
    from intake.wording import Wording
    from storage.submissions import Submission


class Deciding:
    """One moderator's decisions. Each method says what was done, or raises `Refused`."""

    def __init__(self, intake: sqlite3.Connection, rules: Rules, shows: Shows, say: Wording, account: str) -> None:
        self._intake, self._rules, self._shows = intake, rules, shows
        self._say, self._account = say, account

    def approve(self, voice: Submission) -> bool:
        """Approve a voice, once everything was answered; returns False if somebody else has to as well."""
        voice = self._sorted(voice)
        understood = voice.language != ENGLISH and click.confirm(self._say("moderate-understood"), default=False)
        if voice.theme and voice.kind and (voice.language == ENGLISH or understood):  # else it is refused
            self._tell(voice)
        with immediate(self._intake):
            four_eyes = self._rules.four_eyes
            whole = decisions.approve(self._intake, voice, self._account, understood=understood, four_eyes=four_eyes)
        click.echo(self._say("moderate-approved" if whole else "moderate-approved-first"))
        return whole

    def decline(self, voice: Submission) -> None:
        """Decline a voice for a reason."""
        reasons = {reason.value: self._say(f"reason-{reason}") for reason in Reason}
        reason = choose(self._say("moderate-which-reason"), reasons)
        if reason is None:
            raise Refused(self._say("moderate-nothing-changed"))
        with immediate(self._intake):
            decisions.decline(self._intake, voice, self._account, Reason(reason))
        click.echo(self._say("moderate-declined"))

    def ask(self, voice: Submission) -> None:
        """Ask whoever has the code of a voice something."""
        text = click.prompt(self._say("moderate-which-question"), default="", show_default=False)
        with immediate(self._intake):
            ask(self._intake, voice, text, self._account, date.today())
        click.echo(self._say("moderate-asked"))

    def theme(self, voice: Submission) -> Submission:
        """Set the theme, if one is chosen, and return the voice as it then is."""
        theme = choose(self._say("moderate-which-theme"), self._shows.themes)
        return self._sort(voice, theme=theme) if theme else voice

    def kind(self, voice: Submission) -> Submission:
        """Set the kind, if one is chosen, and return the voice as it then is."""
        kind = choose(self._say("moderate-which-kind"), {kind.value: self._say(f"kind-{kind}") for kind in Kind})
        return self._sort(voice, kind=Kind(kind)) if kind else voice

    def _tell(self, voice: Submission) -> None:
        """Ask for a last look. Raises `Refused` if somebody could tell who it is, or nobody answered."""
        if not matters(voice):
            return
        self._shows.beside(voice)
        said = choose(self._say("pages-tell"), {each: self._say(f"pages-tell-{each}") for each in ANSWERS})
        problem = problem_with(said or "", voice, asking(self._intake, voice.id))
        if problem is not None:
            at_pages = f" {self._say('moderate-tell-first')}" if problem == "pages-tell-ask" else ""
            raise Refused(self._say(problem) + at_pages)

    def _sort(self, voice: Submission, *, theme: str | None = None, kind: Kind | None = None) -> Submission:
        with immediate(self._intake):
            decisions.sort(self._intake, voice, self._account, theme=theme, kind=kind)
            return read(self._intake, voice.id)  # before anybody else can change it: it is what was read on the screen

    def _sorted(self, voice: Submission) -> Submission:
        """Ask for a theme and a kind if they are missing: both are shown with the words."""
        if voice.theme is None:
            voice = self.theme(voice)
        return voice if voice.kind else self.kind(voice)

"""Moderation in the terminal: one voice at a time, urgent ones first. Decisions are storage's; this asks and shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from desk.terminal import choose, harmless
from desk.web.words import HIDDEN, places
from storage import decisions
from storage.decisions import Reason
from storage.errors import Refused, StorageError
from storage.model import ENGLISH, Consent, Kind
from storage.opening import immediate
from storage.submissions import Submission, count_waiting, published_as, read, waiting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.settings import Settings
    from intake.wording import Wording

_WIDTH = 88


class Quit(Exception):
    """Raised when the moderator has had enough."""


class Reading:
    """A moderator going through the voices that wait."""

    def __init__(
        self, intake: sqlite3.Connection, settings: Settings, say: Wording, account: str, catch_up: Callable[[], None]
    ) -> None:
        self._intake = intake
        self._catch_up = catch_up  # does what a change leaves to be done
        self._say = say
        self._account = account
        self._themes = {theme.code: theme.shown_as for theme in settings.themes}
        self._councils = {council.code: council.name for council in settings.councils}
        self._consent = {Consent.QUOTE: settings.consent.quote, Consent.READ: settings.consent.read}
        self._consent[Consent.COUNT] = settings.consent.count
        self._console = Console(width=_WIDTH, highlight=False, markup=False, emoji=False)
        self._lead = _lead(settings, say)
        self._skipped: set[int] = set()
        self._last: int | None = None

    def go_through(self) -> None:
        """Show one voice after the other until none is left, or the moderator leaves."""
        try:
            while (submission := self._next()) is not None:
                self._handle(submission)
        except (Quit, click.Abort, EOFError):
            click.echo(self._say("moderate-left"))
            return
        click.echo(self._say("moderate-skipped-all" if self._skipped else "moderate-empty"))

    def look_again(self, number: int) -> None:
        """Show a published voice by its number, until one thing is changed, which the lab then shows at once."""
        submission = published_as(self._intake, number)
        version = read(self._intake, submission).version
        try:
            while read(self._intake, submission).version == version:
                self._handle(submission)
        except (Quit, click.Abort, EOFError):
            click.echo(self._say("moderate-left"))

    def _next(self) -> int | None:
        for submission in waiting(self._intake, limit=len(self._skipped) + 1):
            if submission not in self._skipped:
                return submission
        return None

    def _handle(self, submission: int) -> None:
        voice = read(self._intake, submission)
        self._show(voice)
        key = click.prompt(self._say("moderate-prompt"), default="", show_default=False).strip().lower()[:1]
        does = self._keys().get(key)
        if does is None:
            click.echo(self._say("moderate-help"))
            return
        try:
            does(voice)
        except StorageError as error:
            click.echo(f"! {error}")

    def _keys(self) -> dict[str, Callable[[Submission], object]]:
        return {
            "a": self._approve,
            "d": self._decline,
            "h": self._hide,
            "t": self._theme,
            "k": self._kind,
            "s": self._skip,
            "u": self._undo,
            "q": self._quit,
        }

    # What the keys do

    def _approve(self, voice: Submission) -> None:
        voice = self._sorted(voice)
        understood = voice.language != ENGLISH and click.confirm(self._say("moderate-understood"), default=False)
        with immediate(self._intake):
            whole = decisions.approve(self._intake, voice, self._account, understood=understood)
        self._done(voice, "moderate-approved" if whole else "moderate-approved-first")
        if not whole:
            self._skipped.add(voice.id)
            self._last = None  # it waits still: there is nothing to undo

    def _decline(self, voice: Submission) -> None:
        reasons = {reason.value: self._say(f"reason-{reason}") for reason in Reason}
        reason = choose(self._say("moderate-which-reason"), reasons)
        if reason is None:
            click.echo(self._say("moderate-nothing-changed"))
            return
        with immediate(self._intake):
            decisions.decline(self._intake, voice, self._account, Reason(reason))
        self._done(voice, "moderate-declined")

    def _hide(self, voice: Submission) -> None:
        sought = click.prompt(self._say("moderate-which-words"), default="", show_default=False).strip()
        spans = places(sought, harmless(voice.words.text)) if voice.words else []
        if not spans:
            click.echo(self._say("moderate-words-not-there"))
            return
        if not click.confirm(self._say("moderate-hide-for-good", count=len(spans)), default=True):
            click.echo(self._say("moderate-nothing-changed"))
            return
        with immediate(self._intake):
            decisions.hide(self._intake, voice, self._account, spans)
        self._catch_up()
        click.echo(self._say("moderate-hidden"))

    def _theme(self, voice: Submission) -> Submission:
        theme = choose(self._say("moderate-which-theme"), self._themes)
        return self._sort(voice, theme=theme) if theme else voice

    def _kind(self, voice: Submission) -> Submission:
        kind = choose(self._say("moderate-which-kind"), {kind.value: self._say(f"kind-{kind}") for kind in Kind})
        return self._sort(voice, kind=Kind(kind)) if kind else voice

    def _sort(self, voice: Submission, *, theme: str | None = None, kind: Kind | None = None) -> Submission:
        with immediate(self._intake):
            decisions.sort(self._intake, voice, self._account, theme=theme, kind=kind)
            return read(self._intake, voice.id)  # before anybody else can change it: it is what was read on the screen

    def _skip(self, voice: Submission) -> None:
        self._skipped.add(voice.id)

    def _undo(self, voice: Submission) -> None:  # noqa: ARG002 - undoes the one before
        if self._last is None:
            raise Refused(self._say("moderate-nothing-to-undo"))
        with immediate(self._intake):
            decisions.undo(self._intake, read(self._intake, self._last), self._account)
        self._skipped.discard(self._last)
        self._last = None
        click.echo(self._say("moderate-undone"))

    def _quit(self, voice: Submission) -> None:  # noqa: ARG002 - leaves this one as it is
        raise Quit

    # What is shown

    def _show(self, voice: Submission) -> None:
        total, urgent = count_waiting(self._intake)
        self._console.rule(self._say("moderate-waiting", waiting=total, urgent=urgent))
        if voice.urgent:
            self._console.print(self._say("moderate-urgent", lead=self._lead), style="bold red")
        if voice.language != ENGLISH:
            self._console.print(self._say("moderate-not-english"), style="bold")
        self._warn(voice)
        self._console.print(self._about(voice), style="dim")
        if voice.relay:
            self._console.print(self._say("moderate-through", organisation=voice.relay), style="dim")
        self._console.print(Padding(self._words(voice), (1, 2)))

    def _warn(self, voice: Submission) -> None:
        """Say why somebody might be recognised, and what the door noticed; and what to do about it."""
        if voice.words is None:
            return
        if voice.words.jigsaw:
            self._console.print(self._say("jigsaw-warning-moderator"), style="bold")
            for reason in voice.words.jigsaw:
                self._console.print("- " + self._say(f"jigsaw-{reason}-moderator"))
            self._console.print(self._say("jigsaw-advice-moderator"))
        for flag in voice.flags:
            self._console.print(self._say(f"flag-{flag}-warning"), style="bold")
            self._console.print(self._say(f"flag-{flag}-advice"))

    def _about(self, voice: Submission) -> str:
        unknown = self._say("not-said")
        return self._say(
            "moderate-about",
            day=f"{voice.day_received:%-d %B %Y}",
            use=self._consent[voice.consent],
            theme=self._themes.get(voice.theme or "", unknown),
            kind=self._say(f"kind-{voice.kind}") if voice.kind else unknown,
            council=self._councils.get(voice.council or "", unknown),
            age=self._say(f"age-band-{voice.age_band}") if voice.age_band else unknown,
            speaker=self._say(f"speaker-{voice.speaker}") if voice.speaker else unknown,
        )

    def _words(self, voice: Submission) -> Text:
        if voice.words is None:
            return Text("")
        text = Text(harmless(voice.words.text))
        text.highlight_regex(HIDDEN, "reverse")
        for span in voice.words.suggestions:
            text.stylize("underline yellow", span.start, span.end)
        return text

    def _sorted(self, voice: Submission) -> Submission:
        """Ask for a theme and a kind if they are missing: both are shown with the words."""
        if voice.theme is None:
            voice = self._theme(voice)
        return voice if voice.kind else self._kind(voice)

    def _done(self, voice: Submission, message: str) -> None:
        self._last = voice.id
        click.echo(self._say(message))


def _lead(settings: Settings, say: Wording) -> str:
    """Say whom to tell when someone may be at risk."""
    on_duty = settings.deployment
    if not on_duty.lead:
        return say("moderate-no-lead")
    return say("moderate-lead", lead=on_duty.lead, deputy=on_duty.deputy, hours=on_duty.hours)

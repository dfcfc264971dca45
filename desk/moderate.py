"""Moderation in the terminal: one voice at a time, urgent ones first. Decisions are storage's; this asks and shows."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from desk.aside import Aside
from desk.pages.telling import SOMEONE, problem_with
from desk.rules import rules
from desk.shown import Shows
from desk.spam import Spam
from desk.terminal import choose, harmless
from desk.turns import Turns
from desk.web.words import places
from storage import decisions
from storage.decisions import Reason
from storage.errors import Refused, StorageError
from storage.model import ENGLISH, Kind, State
from storage.moves import undo_last
from storage.opening import immediate
from storage.permission import asking
from storage.questions import ask, hide_in_answer, mark_read, questions_to
from storage.submissions import Submission, published_as, read
from storage.watching import mark_opened

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.settings import Settings
    from intake.wording import Wording
    from storage.questions import Question


_LEAVES_IT = frozenset("sulq")  # keys that do nothing with the voice that is shown


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
        self._turns = Turns(intake, rules(settings), account)
        self._shows = Shows(intake, settings, say, self._turns.who)
        self._spam = Spam(intake, self._shows, say, account, self._turns.who.hidden)
        self._aside = Aside(intake, say, account)
        self._skipped: set[int] = set()
        self._take_back: Callable[[], str] | None = None

    def go_through(self) -> None:
        """Show one voice after the other until none is left, or the moderator leaves."""
        try:
            while (submission := self._next()) is not None:
                self._handle(submission)
        except (Quit, click.Abort, EOFError):
            click.echo(self._say("moderate-left"))
            return
        finally:
            self._turns.leave_all()
        click.echo(self._say("moderate-skipped-all" if self._skipped else "moderate-empty"))

    def look_again(self, number: int) -> None:
        """Show a published voice by its number, until one thing is changed, which the lab then shows at once."""
        submission = published_as(self._intake, number)
        self._turns.check(read(self._intake, submission))
        version = read(self._intake, submission).version
        try:
            while read(self._intake, submission).version == version:
                self._handle(submission)
        except (Quit, click.Abort, EOFError):
            click.echo(self._say("moderate-left"))

    def _next(self) -> int | None:
        return self._turns.following(frozenset(self._skipped))

    def _handle(self, submission: int) -> None:
        voice = read(self._intake, submission)
        self._shows.voice(voice)
        with immediate(self._intake):
            mark_opened(self._intake, submission, time.time())
        key = click.prompt(self._say("moderate-prompt"), default="", show_default=False).strip().lower()[:1]
        with immediate(self._intake):
            mark_read(self._intake, submission)  # what they answered stands below the words
        does = self._keys().get(key)
        if does is None:
            click.echo(self._say("moderate-help"))
            click.echo(self._say("queue-keys-terminal"))
            return
        try:
            if voice.state is State.WAITING and key not in _LEAVES_IT:
                self._turns.work_on(submission)
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
            "w": self._ask,
            "p": partial(self._put_aside, self._aside.hold),
            "o": partial(self._put_aside, self._aside.second),
            "e": partial(self._put_aside, self._aside.lead),
            "b": partial(self._put_aside, self._aside.back),
            "v": partial(self._tag, self._aside.outcomes),
            "c": partial(self._tag, self._aside.notes),
            "l": self._look_at_spam,
            "s": self._skip,
            "u": self._undo,
            "q": self._quit,
        }

    # What the keys do

    def _approve(self, voice: Submission) -> None:
        voice = self._sorted(voice)
        understood = voice.language != ENGLISH and click.confirm(self._say("moderate-understood"), default=False)
        whole_enough = voice.theme and voice.kind and (voice.language == ENGLISH or understood)  # else it is refused
        if whole_enough and self._could_be_recognised(voice):
            return
        with immediate(self._intake):
            four_eyes = self._turns.rules.four_eyes
            whole = decisions.approve(self._intake, voice, self._account, understood=understood, four_eyes=four_eyes)
        self._done(voice, "moderate-approved" if whole else "moderate-approved-first")
        if not whole:
            self._skipped.add(voice.id)
            self._take_back = None  # it waits still: there is nothing to undo

    def _could_be_recognised(self, voice: Submission) -> bool:
        """Ask for a last look; who could be recognised is asked first, on the pages, where a summary can be written."""
        if problem_with(SOMEONE, voice, asking(self._intake, voice.id)) is None:
            return False
        could = click.confirm(self._say("moderate-tell"), default=False)
        if could:
            click.echo(self._say("moderate-tell-first"))
        return could

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
        if spans := places(sought, harmless(voice.words.text)) if voice.words else []:
            self._hide_for_good(len(spans), partial(decisions.hide, self._intake, voice, self._account, spans))
        elif found := self._in_answer(voice, sought):
            question, spans = found
            hides = partial(hide_in_answer, self._intake, question.id, question.version, self._account, spans)
            self._hide_for_good(len(spans), hides)
        else:
            click.echo(self._say("moderate-words-not-there"))

    def _hide_for_good(self, count: int, hides: Callable[[], None]) -> None:
        if not click.confirm(self._say("moderate-hide-for-good", count=count), default=True):
            click.echo(self._say("moderate-nothing-changed"))
            return
        with immediate(self._intake):
            hides()
        self._catch_up()
        click.echo(self._say("moderate-hidden"))

    def _in_answer(self, voice: Submission, sought: str) -> tuple[Question, list[tuple[int, int]]] | None:
        """Return the first answer about a voice that holds these words, and where."""
        for question in questions_to(self._intake, voice.id):
            if question.answer and (spans := places(sought, harmless(question.answer.text))):
                return question, spans
        return None

    def _ask(self, voice: Submission) -> None:
        text = click.prompt(self._say("moderate-which-question"), default="", show_default=False)
        with immediate(self._intake):
            ask(self._intake, voice, text, self._account, date.today())
        click.echo(self._say("moderate-asked"))

    def _put_aside(self, does: Callable[[Submission], str], voice: Submission) -> None:
        self._done_saying(voice, does(voice))
        self._skipped.add(voice.id)

    def _tag(self, does: Callable[[Submission], str], voice: Submission) -> None:
        click.echo(does(voice))
        self._take_back = partial(self._put_back, voice.id)

    def _theme(self, voice: Submission) -> Submission:
        theme = choose(self._say("moderate-which-theme"), self._shows.themes)
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
        self._turns.leave(voice.id)

    def _look_at_spam(self, voice: Submission) -> None:  # noqa: ARG002 - looks at others
        declined = self._spam.look(self._skipped, self._handle)
        if declined:
            self._take_back = partial(self._spam.put_back, declined)

    def _undo(self, voice: Submission) -> None:  # noqa: ARG002 - undoes the one before
        if self._take_back is None:
            raise Refused(self._say("moderate-nothing-to-undo"))
        click.echo(self._take_back())
        self._take_back = None

    def _put_back(self, number: int) -> str:
        with immediate(self._intake):
            undo_last(self._intake, read(self._intake, number), self._account)
        self._skipped.discard(number)
        return self._say("moderate-undone")

    def _quit(self, voice: Submission) -> None:  # noqa: ARG002 - leaves this one as it is
        raise Quit

    def _sorted(self, voice: Submission) -> Submission:
        """Ask for a theme and a kind if they are missing: both are shown with the words."""
        if voice.theme is None:
            voice = self._theme(voice)
        return voice if voice.kind else self._kind(voice)

    def _done(self, voice: Submission, message: str) -> None:
        self._done_saying(voice, self._say(message))

    def _done_saying(self, voice: Submission, said: str) -> None:
        self._take_back = partial(self._put_back, voice.id)
        self._turns.leave(voice.id)
        click.echo(said)

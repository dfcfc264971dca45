"""Moderation in the terminal: one voice at a time, urgent ones first. Decisions are storage's; this asks and shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from desk.aside import Aside
from desk.deciding import Deciding
from desk.hiding import hide
from desk.pages.pace import Pace, Wants
from desk.retention import soon
from desk.rules import caring, rules
from desk.shown import Shows
from desk.spam import Spam
from desk.turns import Turns
from desk.undoing import undo_latest
from storage.errors import Refused, StorageError
from storage.opening import immediate
from storage.preferences import shows_at_once
from storage.questions import mark_read
from storage.submissions import Submission, published_as, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.settings import Settings
    from desk.signing_in import SignedIn
    from intake.wording import Wording
    from storage.claims import Claim


_LEAVES_IT = frozenset("surngmlq")  # keys that do nothing with the voice that is shown


class Quit(Exception):
    """Raised when the moderator has had enough."""


class Reading:
    """A moderator going through the voices that wait."""

    def __init__(
        self,
        intake: sqlite3.Connection,
        settings: Settings,
        say: Wording,
        signed_in: SignedIn,
        catch_up: Callable[[], None],
    ) -> None:
        self._intake, self._say = intake, say
        self._catch_up = catch_up  # does what a change leaves to be done
        self._signed_in, self._account = signed_in, signed_in.account
        self._rules = rules(settings)
        self._turns = Turns(intake, self._rules, self._account)
        self._shows = Shows(intake, settings, say, self._turns.who)
        self._spam = Spam(intake, self._shows, say, self._account, self._turns.who.hidden)
        self._aside = Aside(intake, say, self._account)
        self._deciding = Deciding(intake, self._rules, self._shows, say, self._account)
        self._pace = Pace(caring(settings))
        self._reads: int | None = None  # the voice that was shown last
        self._skipped: set[int] = set()
        self._unfolded: set[int] = set()  # whose words were asked for though they may be hard to read
        self._passed_over = False  # something waits still

    def go_through(self) -> None:
        """Show one voice after the other until none is left, or the moderator leaves."""
        for line in soon(self._intake, self._say):
            click.echo(line)
        try:
            while (submission := self._next()) is not None:
                self._handle(submission)
        except (Quit, click.Abort, EOFError):
            click.echo(self._say("moderate-left"))
            return
        finally:
            self._turns.leave_all()
        click.echo(self._say("moderate-skipped-all" if self._skipped or self._passed_over else "moderate-empty"))

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
        finally:
            self._turns.leave_all()

    def _next(self) -> int | None:
        if self._reads is not None and self._reads not in self._skipped and self._turns.has(self._reads):
            return self._reads
        wants, skipped = self._pace.wants(self._account), frozenset(self._skipped)
        found = self._turns.following(skipped, wants)
        self._passed_over |= bool(wants.left)
        return self._hard(skipped, wants) if found is None and wants.mild else found

    def _hard(self, skipped: frozenset[int], wants: Wants) -> int | None:
        """Return a voice that may be hard to read if there is one, and somebody who had enough wants to read on."""
        found = self._turns.following(skipped, Wants(wants.left))
        if found is None:
            return None
        self._shows.enough()
        if click.confirm(self._say("care-read-on"), default=False):
            self._pace.read_on(self._account)
            return found
        self._turns.leave(found)
        self._passed_over = True
        return None

    def _handle(self, submission: int) -> None:
        self._signed_in.check()
        self._reads = submission
        voice, held = read(self._intake, submission), self._turns.open(submission)
        others = held is not None and held.account != self._account
        folded = self._show(voice, held if others else None)
        key = click.prompt(self._say("moderate-prompt"), default="", show_default=False).strip().lower()[:1]
        self._signed_in.check()
        if not folded and not others:
            with immediate(self._intake):
                mark_read(self._intake, submission)  # what they answered stands below the words
        try:
            self._do(key, voice, folded=folded)
        except StorageError as error:
            click.echo(f"! {error}")

    def _show(self, voice: Submission, others: Claim | None) -> bool:
        """Show a voice, its words only once they were asked for if they may be hard to read; tells if they weren't."""
        told = self._pace.opened(self._account, voice.id, hard=voice.is_distressing)
        at_once = shows_at_once(self._intake, self._account) and not told.enough
        folded = voice.is_distressing and not at_once and voice.id not in self._unfolded
        self._shows.voice(voice, others, folded=folded)
        if told.enough:
            self._shows.enough()
            click.echo(self._say("moderate-enough"))
        elif told.voices:
            self._shows.pause(told)
            self._pace.begin_again(self._account)
        return folded

    def _do(self, key: str, voice: Submission, *, folded: bool) -> None:
        does = self._keys().get(key)
        if does is None:
            click.echo(self._say("moderate-help"))
            click.echo(self._say("queue-keys-terminal"))
            return
        if folded and key in "ah":
            raise Refused(self._say("moderate-read-first"))
        if key not in _LEAVES_IT:
            self._turns.work_on(voice.id)
        does(voice)
        if key == "h" or (voice.released_in is not None and key not in _LEAVES_IT):
            self._catch_up()

    def _keys(self) -> dict[str, Callable[[Submission], object]]:
        return {
            "a": self._approve,
            "d": self._decline,
            "h": partial(hide, self._intake, self._say, self._account),
            "t": self._deciding.theme,
            "k": self._deciding.kind,
            "w": self._deciding.ask,
            "p": partial(self._put_aside, self._aside.hold),
            "o": partial(self._put_aside, self._aside.second),
            "e": partial(self._put_aside, self._aside.lead),
            "b": partial(self._put_aside, self._aside.back),
            "v": partial(self._tag, self._aside.outcomes),
            "c": partial(self._tag, self._aside.notes),
            "r": self._unfold,
            "n": self._leave,
            "g": self._read_on,
            "m": self._take_over,
            "l": self._look_at_spam,
            "s": self._skip,
            "u": self._undo,
            "q": self._quit,
        }

    # What the keys do

    def _approve(self, voice: Submission) -> None:
        if not self._deciding.approve(voice):
            self._skipped.add(voice.id)
        self._turns.leave(voice.id)

    def _decline(self, voice: Submission) -> None:
        self._deciding.decline(voice)
        self._turns.leave(voice.id)

    def _put_aside(self, does: Callable[[Submission], str], voice: Submission) -> None:
        click.echo(does(voice))
        self._turns.leave(voice.id)
        self._skipped.add(voice.id)

    def _tag(self, does: Callable[[Submission], str], voice: Submission) -> None:
        click.echo(does(voice))

    def _unfold(self, voice: Submission) -> None:
        self._unfolded.add(voice.id)

    def _leave(self, voice: Submission) -> None:
        self._pace.leave(self._account, voice.id)
        self._skip(voice)
        click.echo(self._say("care-left"))

    def _read_on(self, voice: Submission) -> None:  # noqa: ARG002 - it is about all of them
        self._pace.read_on(self._account)

    def _take_over(self, voice: Submission) -> None:
        self._turns.check(voice)
        self._turns.take_over(voice.id)

    def _skip(self, voice: Submission) -> None:
        self._skipped.add(voice.id)
        self._turns.leave(voice.id)

    def _look_at_spam(self, voice: Submission) -> None:  # noqa: ARG002 - looks at others
        self._spam.look(self._skipped, self._handle)

    def _undo(self, voice: Submission) -> None:  # noqa: ARG002 - undoes the one before
        with immediate(self._intake):
            undone = undo_latest(self._intake, self._rules, self._account)
        if undone is None:
            raise Refused(self._say("pages-undo-too-late"))
        self._skipped.discard(undone.voice)
        self._reads = undone.voice or self._reads  # it is shown next
        if undone.published:
            self._catch_up()
        click.echo(self._say(undone.note, count=undone.count))

    def _quit(self, voice: Submission) -> None:  # noqa: ARG002 - leaves this one as it is
        raise Quit

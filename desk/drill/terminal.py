"""The drill in the terminal: the most recognisable voice first, why, and what whoever reads it finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding

from desk.drill.gate import look, seen_by
from desk.drill.reasons import left, reasons
from desk.pages.banner import a_minute_ago
from desk.publishing import thresholds
from desk.rules import rules
from desk.shown import WIDTH, Shows, marked
from desk.terminal import choose, harmless
from storage.drills import Follows, Verdict, judge
from storage.errors import StorageError
from storage.opening import immediate
from storage.preferences import shows_at_once
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.drill.gate import Drill
    from desk.drill.ranking import Recognisable
    from desk.settings import Settings
    from desk.signing_in import SignedIn
    from intake.wording import Wording
    from storage.drills import Candidate

_OPENING = 60  # characters


class Drilling:
    """A moderator going through the voices that are easiest to recognise."""

    def __init__(
        self,
        intake: sqlite3.Connection,
        settings: Settings,
        say: Wording,
        signed_in: SignedIn,
        catch_up: Callable[[], None],
    ) -> None:
        self._intake, self._limits, self._say = intake, thresholds(settings), say
        self._signed_in, self._account = signed_in, signed_in.account
        self._rules, self._shows = rules(settings), Shows(intake, settings, say)
        self._catch_up = catch_up
        self._console = Console(width=WIDTH, highlight=False, markup=False, emoji=False)

    def list_them(self, most: int) -> None:
        """Print how the first ones begin, each with its main reasons."""
        found = self._look()
        self._say_left(found)
        for title, some in (("drill-new", found.new), ("drill-shown", found.shown)):
            if some:
                self._console.rule(self._say(title))
            for one in some[:most]:
                self._line(one)

    def go_through(self) -> None:
        """Show one voice after the other, until none is left or the moderator leaves."""
        self._console.print(self._say("drill-means"))
        after: int | None = None
        try:
            while (one := (found := self._look()).next(after)) is not None:
                self._say_left(found)
                after = one.voice.id if self._handle(one) else after
        except (click.Abort, EOFError):
            click.echo(self._say("moderate-left"))
            return
        self._say_left(found)
        click.echo(self._say("drill-none" if found.new or found.shown else "drill-nothing"))

    def _look(self) -> Drill:
        found = look(self._intake, self._limits, a_minute_ago())
        return seen_by(found, self._intake, self._rules.viewer(self._intake, self._account))

    def _handle(self, one: Recognisable) -> bool:
        """Show a voice and ask; returns True to go on behind it."""
        self._signed_in.check()
        say = self._say
        if not self._show(one):
            click.echo(say("drill-skipped"))
            return True
        verdict = choose(say("drill-ask-verdict"), {each: say(f"drill-verdict-{each}") for each in Verdict})
        if verdict is None:
            click.echo(say("drill-skipped"))
            return True
        follows = choose(say("drill-ask-follows"), {each: say(f"drill-follows-{each}") for each in Follows})
        if follows is None:
            return False
        self._signed_in.check()
        return self._judge(one, Verdict(verdict), Follows(follows))

    def _judge(self, one: Recognisable, verdict: Verdict, follows: Follows) -> bool:
        try:
            with immediate(self._intake):
                voice = replace(read(self._intake, one.voice.id), version=one.voice.version)  # as it was read
                judge(self._intake, voice, self._account, verdict, follows, date.today())
        except StorageError as error:
            click.echo(f"! {error}")
            return False
        self._catch_up()
        click.echo(self._say(f"drill-done-{follows}"))
        return False

    def _show(self, one: Recognisable) -> bool:
        """Show a voice; returns False if it may be hard to read and nobody wants to."""
        voice = one.voice
        title = "drill-one-new" if voice.published is None else "drill-one-shown"
        self._console.rule(self._say(title, number=str(voice.published or "")))
        if self._is_folded(voice):
            self._shows.may_be_hard(read(self._intake, voice.id))
            if not click.confirm(self._say("care-warned-open"), default=False):
                return False
        self._console.print(Padding(marked(voice.words), (1, 2)))
        for line in reasons(one, self._say):
            self._console.print(f"- {line}")
        return True

    def _is_folded(self, voice: Candidate) -> bool:
        return voice.distressing and not shows_at_once(self._intake, self._account)

    def _line(self, one: Recognisable) -> None:
        folded, words = self._is_folded(one.voice), harmless(one.voice.words.text)
        opening = self._say("care-warned-opening") if folded else " ".join(words.split())[:_OPENING]
        state = "drill-cleared" if one.voice.cleared else "drill-open"
        self._console.print(f"{opening} …  ({self._say(state)})")
        self._console.print(Padding("\n".join(reasons(one, self._say)[:3]), (0, 4)), style="dim")

    def _say_left(self, found: Drill) -> None:
        self._console.print(left(found, self._say), style="bold")

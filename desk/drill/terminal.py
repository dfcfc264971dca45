"""The drill in the terminal: the most recognisable voice first, why, and what whoever reads it finds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding

from desk.drill.gate import look
from desk.drill.reasons import left, reasons
from desk.pages.banner import UNDO_SECONDS
from desk.shown import WIDTH, marked
from desk.terminal import choose, harmless
from storage.drills import Follows, Verdict, judge
from storage.errors import StorageError
from storage.opening import immediate
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.drill.gate import Drill
    from desk.drill.ranking import Recognisable
    from intake.wording import Wording
    from storage.release import Thresholds

_OPENING = 60  # characters


class Drilling:
    """A moderator going through the voices that are easiest to recognise."""

    def __init__(
        self, intake: sqlite3.Connection, limits: Thresholds, say: Wording, account: str, catch_up: Callable[[], None]
    ) -> None:
        self._intake, self._limits, self._say, self._account = intake, limits, say, account
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
        return look(self._intake, self._limits, datetime.now(UTC) - timedelta(seconds=UNDO_SECONDS))

    def _handle(self, one: Recognisable) -> bool:
        """Show a voice and ask; returns True to go on behind it."""
        self._show(one)
        say = self._say
        verdict = choose(say("drill-ask-verdict"), {each: say(f"drill-verdict-{each}") for each in Verdict})
        if verdict is None:
            click.echo(say("drill-skipped"))
            return True
        follows = choose(say("drill-ask-follows"), {each: say(f"drill-follows-{each}") for each in Follows})
        if follows is None:
            return False
        return self._judge(one, Verdict(verdict), Follows(follows))

    def _judge(self, one: Recognisable, verdict: Verdict, follows: Follows) -> bool:
        try:
            with immediate(self._intake):
                voice = read(self._intake, one.voice.id)
                judge(self._intake, voice, self._account, verdict, follows, date.today())
        except StorageError as error:
            click.echo(f"! {error}")
            return False
        self._catch_up()
        click.echo(self._say(f"drill-done-{follows}"))
        return False

    def _show(self, one: Recognisable) -> None:
        voice = one.voice
        title = "drill-one-new" if voice.published is None else "drill-one-shown"
        self._console.rule(self._say(title, number=str(voice.published or "")))
        self._console.print(Padding(marked(voice.words), (1, 2)))
        for line in reasons(one, self._say):
            self._console.print(f"- {line}")

    def _line(self, one: Recognisable) -> None:
        opening = " ".join(harmless(one.voice.words.text).split())[:_OPENING]
        state = "drill-cleared" if one.voice.cleared else "drill-open"
        self._console.print(f"{opening} …  ({self._say(state)})")
        self._console.print(Padding("\n".join(reasons(one, self._say)[:3]), (0, 4)), style="dim")

    def _say_left(self, found: Drill) -> None:
        self._console.print(left(found, self._say), style="bold")

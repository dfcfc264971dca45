"""What is kept for how long, as commands, the desk and the doctor say it. What goes when is storage's."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import click

from storage.keeping import Kept, Limits, announced, going, run

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.keeping import Going
    from storage.release import Thresholds

AHEAD = 3650  # days: as far as any limit reaches


def limits(settings: Settings) -> Limits:
    """Return how long a deployment keeps everything."""
    its = settings.retention
    return Limits(
        waiting=its.waiting_days,
        held=its.held_days,
        declined=its.declined_days,
        published=its.published_days,
        counted=its.counted_days,
        questions=its.questions_days,
        warning=its.warning_days,
    )


def said(found: Iterable[Going], say: Wording) -> list[str]:
    """Return in plain words what goes when."""
    return [say(f"retention-goes-{one.kept}", count=one.number, day=f"{one.day:%-d %B %Y}") for one in found]


def soon(intake: sqlite3.Connection, say: Wording) -> list[str]:
    """Return what goes next of each sort of voice, as the last daily run saw it; words of declined ones are no news."""
    first: dict[Kept, Going] = {}
    for one in announced(intake):
        if one.kept not in {Kept.DECLINED, Kept.QUESTIONS}:
            first.setdefault(one.kept, one)
    return said(first.values(), say)


def say_what_goes(settings: Settings, files: Files, say: Wording, *, days: int | None) -> None:
    """Say what is kept for how long, and what would go when; changes nothing."""
    its = limits(settings)
    for kept in Kept:
        click.echo(say(f"retention-keeps-{kept}", days=its.of(kept)))
    with closing(files.open_intake()) as intake:
        found = going(intake, its, date.today(), its.warning if days is None else days)
    click.echo("")
    click.echo(say("retention-ahead", days=its.warning if days is None else days))
    click.echo("\n".join(f"  {line}" for line in said(found, say)) or f"  {say('retention-nothing')}")
    _say_gone(files, say)
    click.echo(say("retention-dry"))


def run_now(settings: Settings, files: Files, thresholds: Thresholds, say: Wording) -> None:
    """Let go of what is over its time, and say what went."""
    with closing(files.open_intake()) as intake, closing(files.open_published()) as published:
        its = limits(settings)
        gone = run(intake, published, thresholds, files.tombstones, files.expired, its, date.today())
    for kept, number in gone.items():
        click.echo(say(f"retention-gone-{kept}", count=number))
    if not gone:
        click.echo(say("retention-none-gone"))


def _say_gone(files: Files, say: Wording) -> None:
    """Say how many went, month by month."""
    totals = files.expired.totals()
    if totals:
        click.echo(say("retention-before"))
    for (month, kept), number in totals.items():
        click.echo(f"  {month}: {say(f'retention-gone-{kept}', count=number)}")

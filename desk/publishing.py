"""Publishing and taking back, as commands say them. What is decided is storage's."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click
import structlog

from desk.noting import is_noted
from desk.pages.banner import UNDO_SECONDS
from desk.release_note import tell
from intake.voices import Deeds
from storage.consent import change_consent
from storage.due import finish
from storage.errors import Refused
from storage.leaving import erase_left, leave, stay
from storage.opening import immediate
from storage.permission import permit
from storage.publishing import Released, Waits, publish
from storage.ready import count
from storage.release import Thresholds
from storage.withdrawal import bury, withdraw

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.consent import Changed
    from storage.keys import Keys
    from storage.model import Consent
    from storage.permission import Permission
    from storage.questions import Came

P = ParamSpec("P")
T = TypeVar("T")
_log = structlog.get_logger("desk")


def thresholds(settings: Settings) -> Thresholds:
    """Return the thresholds that a deployment set."""
    publication = settings.publication
    return Thresholds(
        k=publication.k,
        count=publication.count_threshold,
        round_to=publication.round_to,
        batch=publication.batch,
        days=publication.days_between_releases,
        by_month=publication.period == "month",
        drill=publication.drill,
        councils=tuple(council.code for council in settings.councils),
    )


def publish_and_say(
    intake: sqlite3.Connection, files: Files, limits: Thresholds, say: Wording, *, account: str, forced: str | None
) -> None:
    """Publish what is approved and can't be undone any more, or say what the next release waits for.

    Raises:
        Refused: there is nothing new, or all of it can still be undone.
    """
    from desk.drill import gate  # noqa: PLC0415 - it loads lists of words, and the doors have no use for them

    settled = datetime.now(UTC) - timedelta(seconds=UNDO_SECONDS)
    published = files.open_published()
    try:
        bury(intake, published, files.tombstones.ids(), limits)  # a withdrawal cut short must not be published now
        drill = gate.look(intake, limits, settled)
        if drill.left and forced is None:
            click.echo(say("drill-first", left=drill.left, account=account))
            return
        answer = publish(
            *(intake, published, limits),
            account=account,
            today=date.today(),
            forced=forced,
            until=settled,
            drilled=drill.is_done,
            to_tell=True,
        )
        if isinstance(answer, Released):
            tell(intake, published, limits, say, answer.number, drilled=drill.is_done)
    except Refused:
        if fresh := _approved_since(intake, settled):
            raise Refused(say("publish-fresh", count=fresh)) from None
        raise
    finally:
        published.close()
    fresh = _approved_since(intake, settled)
    if isinstance(answer, Released):
        _say_released(answer, limits, say, fresh)
    else:
        _say_waits(answer, say, fresh, account)


def catch_up(intake: sqlite3.Connection, files: Files, limits: Thresholds, say: Wording, copies: str) -> None:
    """Do what a decision left to be done: no file holds hidden words any more, and the lab shows what was decided.

    What was hidden is noted in the folder `copies`, if one is set; says so if it can't be.
    """
    published = files.open_published()
    try:
        finish(intake, published, limits)
    finally:
        published.close()
    _say_unless_noted(files, say, copies)


def withdraw_and_say(files: Files, limits: Thresholds, say: Wording, code: str, copies: str) -> bool:
    """Take a voice back, note it in the folder `copies`, and say so; returns whether there was one."""
    gone = take_back(files, limits, code)
    click.echo(say("withdrawn") if gone else say("withdraw-no-such-code"))
    _say_unless_noted(files, say, copies)
    return gone


def deeds(files: Files, limits: Thresholds, copies: str, clock: Callable[[], float] = time.time) -> Deeds:
    """Return what the doors can do for whoever has a code; what is removed is noted in the folder `copies`, if set.

    Each opens its own connections: any thread may do it.
    """
    return Deeds(
        withdraw=partial(_noting, files, copies, partial(take_back, files, limits)),
        leave=partial(_noting, files, copies, partial(_leave, files, limits, clock)),
        stay=partial(_noting, files, copies, partial(_stay, files, limits, clock)),
        erase_left=partial(_noting, files, copies, lambda: _erase_left(files, limits, clock())),
        permit=partial(_noting, files, copies, partial(_permit, files, limits)),
        choose=partial(_noting, files, copies, partial(_choose, files, limits)),
    )


def _noting(files: Files, copies: str, does: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Do it for somebody who can't see to the copies: the log tells if it could not be noted."""
    done = does(*given, **named)
    if not is_noted(files, copies):
        _log.error("backup-list", room="desk", outcome="failed")
    return done


def _choose(files: Files, limits: Thresholds, code: str, consent: Consent) -> Changed | None:
    """Take in a later answer about consent, and let the lab see a tighter one at once."""
    return _change(files, limits, lambda intake, keys: change_consent(intake, keys, code, consent))


def _permit(files: Files, limits: Thresholds, code: str, said: Permission, update: int | None) -> Came:
    """Do what somebody says whose story could be recognised; words that may not go out are then in no file of ours."""
    return _change(files, limits, lambda intake, keys: permit(intake, keys, code, said, date.today(), update))


def _change(files: Files, limits: Thresholds, job: Callable[[sqlite3.Connection, Keys], T]) -> T:
    """Change intake.db, and then do what is due. Raises what `storage.due.finish` raises; it stays due then."""
    with closing(files.open_intake()) as intake, closing(files.open_published()) as published:
        with immediate(intake):
            done = job(intake, files.load_keys())
        finish(intake, published, limits)
    return done


def _leave(files: Files, limits: Thresholds, clock: Callable[[], float], code: str) -> bool:
    return _change(files, limits, lambda intake, keys: leave(intake, keys, code, clock()))


def _stay(files: Files, limits: Thresholds, clock: Callable[[], float], code: str) -> bool:
    return _change(files, limits, lambda intake, keys: stay(intake, keys, code, clock()))


def _erase_left(files: Files, limits: Thresholds, now: float) -> float | None:
    with closing(files.open_intake()) as intake, closing(files.open_published()) as published:
        return erase_left(intake, published, limits, files.tombstones, now)


def take_back(files: Files, limits: Thresholds, code: str) -> bool:
    """Take a voice back from everywhere; returns whether there was one. Opens its own connections: any thread may."""
    intake, published = files.open_intake(), files.open_published()
    try:
        gone = withdraw(intake, published, files.load_keys(), code, thresholds=limits, tombstones=files.tombstones)
        if not gone:  # an earlier try may have been cut short after it forgot the code
            bury(intake, published, files.tombstones.ids(), limits)
    finally:
        intake.close()
        published.close()
    return gone


def _say_unless_noted(files: Files, say: Wording, copies: str) -> None:
    if not is_noted(files, copies):
        click.echo(say("removed-not-noted"))


def _approved_since(intake: sqlite3.Connection, settled: datetime) -> int:
    """Return how many approved voices are left out, because their approval can still be undone."""
    return count(intake) - count(intake, settled)


def _say_released(released: Released, limits: Thresholds, say: Wording, fresh: int) -> None:
    click.echo(say("published", number=released.number, new=released.new, shown=released.shown))
    if released.held_back:
        click.echo(say("published-held-back", count=released.held_back, k=limits.k))
    if fresh:
        click.echo(say("published-without-fresh", count=fresh))


def _say_waits(waits: Waits, say: Wording, fresh: int, account: str) -> None:
    click.echo(say("publish-waits", ready=waits.ready, batch=waits.batch))
    if fresh:
        click.echo(say("publish-fresh", count=fresh))
    if waits.not_before is not None:
        click.echo(say("publish-not-before", day=f"{waits.not_before:%-d %B %Y}"))
    click.echo(say("publish-force", account=account))

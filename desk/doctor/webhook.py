"""Checks that Telegram posts what people write to us, where that is set up: by what it says of it, and the secret."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, warning, wrong
from desk.settings import FILE, SECRETS
from desk.telegram_notes import TelegramNotes
from desk.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reachable import Answer
    from desk.doctor.findings import Finding, Host

MANY = 100  # updates that nobody took
_LATELY = timedelta(hours=1)
_LONGEST = 200  # characters of what Telegram says


def webhook(host: Host, answer: Answer) -> Iterator[Finding]:
    """Telegram posts to our address, it got through lately, and nothing piles up there."""
    say, its = host.say, host.settings.telegram
    if not (its.secret_token.get_secret_value() or TelegramNotes(host.files.data).is_open()):
        yield wrong(say("doctor-webhook-secret"), say("doctor-webhook-secret-do", file=SECRETS))
    if answer.webhook != its.webhook_url:
        named = "doctor-webhook-elsewhere" if answer.webhook else "doctor-webhook-unset"
        yield wrong(say(named), say(f"{named}-do", file=FILE))
    elif answer.failed and datetime.now(UTC) - answer.failed[0] < _LATELY:
        said = harmless(answer.failed[1])[:_LONGEST]
        yield warning(
            say("doctor-webhook-failed", said=said), say("doctor-webhook-failed-do", port=str(its.webhook_port))
        )
    elif answer.waiting >= MANY:
        yield warning(say("doctor-telegram-waiting", count=answer.waiting), say("doctor-webhook-waiting-do"))
    else:
        yield ok(say("doctor-webhook-ok"))

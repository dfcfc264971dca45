"""Reads what somebody did out of a Telegram update. Gives their words and never who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from telegram.constants import UpdateType

from bot.incoming import Command, Incoming, Odd, Press, Typed
from bot.trimming import FORWARDED, THING

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message, Update

WANTED = (  # what has somebody behind it who waits for an answer
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.MESSAGE_REACTION,
    UpdateType.INLINE_QUERY,
    UpdateType.SHIPPING_QUERY,
    UpdateType.PRE_CHECKOUT_QUERY,
)
_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_DATA = re.compile(r"([0-9a-f]{8}|-)\.([a-z0-9]+)\.([a-z0-9-]*)")
_LATE, _KEPT = timedelta(minutes=20), timedelta(hours=26)  # Telegram keeps what it can't hand over for a day


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What matters of somebody in whose chat nothing was begun: what their Telegram speaks, and whether they waited."""

    speaks: str = field(default="", repr=False)
    late: bool = False


def newcomer(update: Update, *, late: bool = False) -> Newcomer:
    """Return what matters of whoever an update is from, should nothing be begun in their chat."""
    who = update.effective_user
    return Newcomer((who and who.language_code) or "", late)


def is_heard(message: Message, *, edited: bool) -> bool:
    """Say whether somebody waits for an answer: not another bot, nor for what Telegram notes, or where they are now."""
    thing = message.api_kwargs.get(THING)
    by_bot = message.from_user is not None and message.from_user.is_bot
    return not by_bot and thing != "note" and not (edited and thing == "place")


def is_late(message: Message) -> bool:
    """Say whether it waited at Telegram until we were there; what is older than Telegram keeps has a wrong date."""
    return _LATE < datetime.now(UTC) - message.date < _KEPT


def read_message(message: Message, update: int, *, edited: bool = False) -> Incoming:
    """Return what a message says: a command, words (beside a picture perhaps), or something without words."""
    text = message.text or message.caption
    thing, forwarded = message.api_kwargs.get(THING, "other"), FORWARDED in message.api_kwargs
    if not text or not text.strip():
        return Odd(thing, message.message_id if edited else None)
    if message.text and (found := _COMMAND.fullmatch(text.strip())):
        return Command(found[1].lower(), (found[2] or "").strip(), message.message_id)
    return Typed(text, message.message_id, update, edited, None if message.text else thing, forwarded)


def read_press(query: CallbackQuery, update: int) -> Press | None:
    """Return what a button says, or None if it is none of ours."""
    found = _DATA.fullmatch(query.data or "")
    return Press(found[1], found[2], found[3], update) if found else None

"""Reads what somebody did out of a Telegram update. Gives their words and never who they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from telegram.constants import UpdateType

from bot.incoming import Command, Incoming, Odd, Press, Thing, Typed

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message

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
_THINGS: dict[str, Thing] = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "video",
    "video": "video",
    "animation": "picture",
    "photo": "picture",
    "sticker": "sticker",
    "document": "file",
    "contact": "contact",
    "venue": "place",
    "location": "place",
    "poll": "poll",
}


def read_message(message: Message, update: int, *, edited: bool = False) -> Incoming:
    """Return what a message says: a command, words (beside a picture perhaps), or something without words."""
    text = message.text or message.caption
    if not text or not text.strip():
        return Odd(_thing(message), message.message_id if edited else None)
    if message.text and (found := _COMMAND.fullmatch(text.strip())):
        return Command(found[1].lower(), (found[2] or "").strip(), message.message_id)
    beside = None if message.text else _thing(message)
    return Typed(text, message.message_id, update, edited, beside)


def read_press(query: CallbackQuery, update: int) -> Press | None:
    """Return what a button says, or None if it is none of ours."""
    found = _DATA.fullmatch(query.data or "")
    return Press(found[1], found[2], found[3], update) if found else None


def _thing(message: Message) -> Thing:
    return next((thing for name, thing in _THINGS.items() if getattr(message, name, None)), "other")

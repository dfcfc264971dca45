"""What a person does, as the updates that Telegram would send to the bot."""

from __future__ import annotations

import itertools
import re
import secrets
from typing import TYPE_CHECKING, Any

from desk.chat.bot_api import PERSON, as_json

if TYPE_CHECKING:
    from desk.chat.shown import Button, Message

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?=\s|$)")


class Updates:
    """Numbers updates through. Its numbers are below Telegram's, so that none is taken for one that came before."""

    def __init__(self) -> None:
        self._numbers = itertools.count(-1 - secrets.randbits(53))

    def typed(self, message: Message) -> dict[str, Any]:
        """Return the update that a message brings."""
        found = _COMMAND.match(message.text)
        entities = [{"type": "bot_command", "offset": 0, "length": found.end()}] if found else []
        return {"update_id": next(self._numbers), "message": {**as_json(message), "entities": entities}}

    def edited(self, message: Message) -> dict[str, Any]:
        """Return the update that a changed message brings."""
        changed = as_json(message)
        return {"update_id": next(self._numbers), "edited_message": {**changed, "edit_date": changed["date"]}}

    def tapped(self, message: Message, button: Button) -> dict[str, Any]:
        """Return the update that a tap on a button brings."""
        number = next(self._numbers)
        tap = {
            "id": str(number),
            "from": PERSON,
            "message": as_json(message),
            "chat_instance": "1",
            "data": button.data,
        }
        return {"update_id": number, "callback_query": tap}

"""People who write to the bot, as far as a Bot API server knows them."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import TYPE_CHECKING, Any

from tests.fakes.bot_chats import BOT, Chat, Shown, as_json

if TYPE_CHECKING:
    from tests.fakes.bot_api import BotApi

_queries = itertools.count(900_000_000_001)
_FILE = {"file_id": "AgADBAADfictional", "file_unique_id": "fictional", "file_size": 1000}
KINDS: dict[str, dict[str, Any]] = {
    "sticker": {
        "sticker": _FILE
        | {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "🙂"}
    },
    "photo": {"photo": [_FILE | {"width": 90, "height": 90}], "caption": "me"},
    "voice": {"voice": _FILE | {"duration": 3, "mime_type": "audio/ogg"}},
    "video": {"video": _FILE | {"width": 90, "height": 90, "duration": 3}},
    "document": {"document": _FILE | {"file_name": "letter.pdf", "mime_type": "application/pdf"}},
    "location": {"location": {"latitude": 51.5558, "longitude": -1.7797}},
    "contact": {"contact": {"phone_number": "+447700900123", "first_name": "Sam"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
}


class Person:
    """Somebody with a private chat. They see what the bot shows; `hears` looks only at what came since they acted."""

    def __init__(self, api: BotApi, number: int, first_name: str, language: str) -> None:
        self._api = api
        self.id = number
        self.about = {"id": number, "is_bot": False, "first_name": first_name, "language_code": language}
        self.chat = Chat({"id": number, "first_name": first_name, "type": "private"})
        api.chats.all[number] = self.chat
        self._seen = 0
        self._last = 0

    @property
    def messages(self) -> list[Shown]:
        """What the bot has shown and not deleted, oldest first."""
        return list(self.chat.messages.values())

    @property
    def screen(self) -> Shown:
        """The newest of the bot's messages."""
        assert self.messages, "the bot has said nothing"
        return self.messages[-1]

    @property
    def toasts(self) -> list[str]:
        """What popped up after a tap; "" if nothing did."""
        return self.chat.toasts

    async def says(self, text: str) -> int:
        """Send a text; return the update's id."""
        return await self._sends(_text(text))

    async def sends(self, kind: str) -> int:
        """Send something that is not a text: a key of KINDS."""
        return await self._sends(KINDS[kind])

    async def edits(self, text: str) -> int:
        """Change the last message that they sent."""
        self._look_up()
        edited = self._message(self._last, _text(text)) | {"edit_date": int(time.time())}
        return await self._api.updates.add("edited_message", edited)

    async def taps(self, label: str) -> int:
        """Press the button with this label (or with this in its label) on the newest message that has one."""
        shown, button = self._button(label)
        if "callback_data" not in button:
            return await self.says(button["text"])
        return await self.taps_data(button["callback_data"], shown)

    async def taps_data(self, data: str, shown: Shown | None = None) -> int:
        """Press a button that holds this data, on a message that may be gone by now."""
        shown = shown or self.screen
        number = str(next(_queries))
        self._look_up()
        self._api.chats.queries[number] = self.chat
        message = {"message_id": shown.id, "from": BOT, "chat": self.chat.about, "date": int(time.time())}
        return await self._api.updates.add(
            "callback_query",
            {
                "id": number,
                "from": self.about,
                "message": message | as_json(shown),
                "chat_instance": str(self.id),
                "data": data,
            },
        )

    async def hears(self, *parts: str, seconds: float = 10.0) -> Shown:
        """Wait until the bot shows something with one of these in it, new since they acted or heard last."""
        try:
            async with asyncio.timeout(seconds), self.chat.changed:
                await self.chat.changed.wait_for(lambda: self._new(parts))
        except TimeoutError:
            raise AssertionError(f"{parts} was not said, but {[shown.text for shown in self.messages]}") from None
        shown = self._new(parts)
        assert shown
        self._seen = shown.change
        return shown

    async def reacts(self, emoji: str = "👍") -> int:
        """Put an emoji under the newest of the bot's messages."""
        about = {"chat": self.chat.about, "user": self.about, "message_id": self.screen.id, "date": int(time.time())}
        self._look_up()
        reaction = {"old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": emoji}]}
        return await self._api.updates.add("message_reaction", about | reaction)

    async def blocks(self) -> int:
        """Block the bot."""
        self.chat.blocked = True
        return await self._member("member", "kicked")

    async def unblocks(self) -> int:
        """Take the bot back."""
        self.chat.blocked = False
        return await self._member("kicked", "member")

    async def _member(self, old: str, new: str) -> int:
        def member(status: str) -> dict[str, Any]:
            return {"user": BOT, "status": status, **({"until_date": 0} if status == "kicked" else {})}

        change = {"old_chat_member": member(old), "new_chat_member": member(new)}
        who = {"chat": self.chat.about, "from": self.about, "date": int(time.time())}
        return await self._api.updates.add("my_chat_member", who | change)

    async def _sends(self, content: dict[str, Any]) -> int:
        self._look_up()
        self._last = next(self._api.chats.ids)
        self.chat.theirs.add(self._last)
        return await self._api.updates.add("message", self._message(self._last, content))

    def _message(self, number: int, content: dict[str, Any]) -> dict[str, Any]:
        return {
            "message_id": number,
            "from": self.about,
            "chat": self.chat.about,
            "date": int(time.time()),
            **content,
        }

    def _look_up(self) -> None:
        """From here on only what comes is new."""
        self._seen = max((shown.change for shown in self.messages), default=0)

    def _new(self, parts: tuple[str, ...]) -> Shown | None:
        new = sorted((shown for shown in self.messages if shown.change > self._seen), key=lambda shown: shown.change)
        return next((shown for shown in new if not parts or any(part in shown.text for part in parts)), None)

    def _button(self, label: str) -> tuple[Shown, dict[str, Any]]:
        for wanted in (label.__eq__, lambda text: label in text):
            for shown in reversed(self.messages):
                for button in shown.presses():
                    if wanted(button["text"]):
                        return shown, button
        raise AssertionError(f"no button {label!r}, but {[shown.buttons for shown in self.messages]}")


def _text(text: str) -> dict[str, Any]:
    command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    entities = [{"type": "bot_command", "offset": 0, "length": len(command)}] if command else []
    return {"text": text, **({"entities": entities} if entities else {})}


async def in_group(person: Person, text: str) -> int:
    """Let a person write in a group that the bot is in; return the update's id."""
    group = {"id": -1_000_000_000_000 - person.id, "type": "supergroup", "title": "A group"}
    return await person._api.updates.add("message", person._message(1, _text(text)) | {"chat": group})


async def in_channel(api: BotApi, text: str) -> int:
    """Let a post appear in a channel that the bot is in; return the update's id."""
    channel = {"id": -1_000_000_000_001, "type": "channel", "title": "A channel"}
    post = {"message_id": 1, "sender_chat": channel, "chat": channel, "date": int(time.time()), "text": text}
    return await api.updates.add("channel_post", post)

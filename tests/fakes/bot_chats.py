"""The bot's side of every chat: messages sent, edited and deleted, as the Bot API has it."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any, ClassVar

BOT = {
    "id": 7_000_000_001,
    "is_bot": True,
    "first_name": "A test bot",
    "username": "care_voice_test_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
LONGEST, LONGEST_DATA, MOST_DELETED = 4096, 64, 100


class Refusal(Exception):
    """The Bot API says no."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.description = description


def bad(what: str) -> Refusal:
    """Return the refusal of a request that is wrong."""
    return Refusal(400, f"Bad Request: {what}")


@dataclass(slots=True)
class Shown:
    """A message of the bot's as its reader sees it. `change` counts on with every message sent or edited."""

    id: int
    text: str
    markup: dict[str, Any]
    change: int
    entities: list[dict[str, Any]] = field(default_factory=list)

    @property
    def buttons(self) -> list[str]:
        """The labels under it, row by row."""
        return [button["text"] for button in self.presses()]

    def presses(self) -> list[dict[str, Any]]:
        """Return the buttons."""
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or []
        return [button if isinstance(button, dict) else {"text": button} for row in rows for button in row]


@dataclass(slots=True)
class Chat:
    """A chat; `about` is what the API says of it. `messages` are the bot's, by id, and `theirs` those of its person.

    `lasting` are those that the API lets no bot delete, as they are too old or of a kind that it keeps.
    """

    about: dict[str, Any]
    blocked: bool = False
    messages: dict[int, Shown] = field(default_factory=dict)
    theirs: set[int] = field(default_factory=set)
    lasting: set[int] = field(default_factory=set)
    toasts: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


class Chats:
    """All chats, and what the bot may do in them."""

    METHODS: ClassVar = {
        "sendMessage",
        "editMessageText",
        "editMessageReplyMarkup",
        "deleteMessage",
        "deleteMessages",
        "answerCallbackQuery",
        "sendChatAction",
    }

    def __init__(self) -> None:
        self.all: dict[int, Chat] = {}
        self.ids = itertools.count(1)
        self.changes = itertools.count(1)
        self.queries: dict[str, Chat] = {}

    async def do(self, method: str, data: dict[str, Any]) -> Any:
        """Do what the bot asks for; return what the API returns.

        Raises:
            Refusal: the API would refuse it.
        """
        if method == "answerCallbackQuery":
            return self._answer_query(data)
        chat = self.all.get(int(data.get("chat_id", 0)))
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        async with chat.changed:
            result = self._do(method, chat, data)
            chat.changed.notify_all()
        return result

    def _do(self, method: str, chat: Chat, data: dict[str, Any]) -> Any:
        match method:
            case "sendMessage":
                return self._send(chat, data)
            case "editMessageText":
                return self._change(chat, data, _text(data))
            case "editMessageReplyMarkup":
                return self._change(chat, data, None)
            case "deleteMessage":
                return self._delete(chat, [data["message_id"]], must=True)
            case "deleteMessages":
                return self._delete(chat, data["message_ids"], must=False)
            case _:
                return True

    def _send(self, chat: Chat, data: dict[str, Any]) -> dict[str, Any]:
        shown = Shown(next(self.ids), _text(data), _markup(data), next(self.changes), data.get("entities") or [])
        chat.messages[shown.id] = shown
        return _message(chat, shown)

    def _change(self, chat: Chat, data: dict[str, Any], text: str | None) -> dict[str, Any]:
        shown = chat.messages.get(int(data["message_id"]))
        if shown is None:
            raise bad("message to edit not found")
        text, markup = shown.text if text is None else text, _markup(data)
        if (text, markup) == (shown.text, shown.markup):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        if "text" in data:
            shown.entities = data.get("entities") or []
        shown.text, shown.markup, shown.change = text, markup, next(self.changes)
        return {**_message(chat, shown), "edit_date": int(time.time())}

    def _delete(self, chat: Chat, messages: list[int], *, must: bool) -> bool:
        if not 1 <= len(messages) <= MOST_DELETED:
            raise bad("there are no messages to delete" if not messages else "too many message identifiers specified")
        if chat.lasting.intersection(messages):
            raise bad("message can't be deleted" if must else "message can't be deleted for everyone")
        for message in messages:
            known = message in chat.messages or message in chat.theirs
            if must and not known:
                raise bad("message to delete not found")
            chat.messages.pop(message, None)
            chat.theirs.discard(message)
        return True

    def _answer_query(self, data: dict[str, Any]) -> bool:
        chat = self.queries.pop(data["callback_query_id"], None)
        if chat is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        chat.toasts.append(data.get("text", ""))
        return True


def _message(chat: Chat, shown: Shown) -> dict[str, Any]:
    return {"message_id": shown.id, "from": BOT, "chat": chat.about, "date": int(time.time()), **as_json(shown)}


def as_json(shown: Shown) -> dict[str, Any]:
    """Return what a message holds, as the API has it."""
    return {"text": shown.text, **({"reply_markup": shown.markup} if "inline_keyboard" in shown.markup else {})}


def _text(data: dict[str, Any]) -> str:
    text = str(data.get("text", "")).strip()
    if data.get("parse_mode") == "HTML":
        text = _Plain(text).text
    elif data.get("parse_mode"):
        raise bad("unsupported parse_mode")
    if not text:
        raise bad("message text is empty")
    if len(text.encode("utf-16-le")) // 2 > LONGEST:
        raise bad("message is too long")
    return text


def _markup(data: dict[str, Any]) -> dict[str, Any]:
    markup: dict[str, Any] = data.get("reply_markup") or {}
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if not button.get("text"):
                raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
            if len(button.get("callback_data", "").encode()) > LONGEST_DATA:
                raise bad("BUTTON_DATA_INVALID")
    return {} if markup.get("inline_keyboard") == [] else markup


class _Plain(HTMLParser):
    """What is read of a text in Telegram's HTML; anything else in it is refused, as Telegram does."""

    TAGS: ClassVar = {"b", "strong", "i", "em", "u", "ins", "s", "del", "code", "pre", "a", "blockquote", "tg-spoiler"}

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        if self._open:
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{self._open[-1]}\"")

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in self.TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.getpos()[1]}')
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise bad(f'can\'t parse entities: Unmatched end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise bad('can\'t parse entities: Unexpected "<"')
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += unescape(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text += unescape(f"&#{name};")

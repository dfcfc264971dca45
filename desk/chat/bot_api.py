"""A Bot API in memory: answers what a bot asks of Telegram about one chat, and reaches no network."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import click
from telegram.request import BaseRequest

from desk.chat.chat import NotDone
from desk.chat.shown import quoted_in, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import RequestData

    from desk.chat.chat import Chat
    from desk.chat.shown import Button, Message, Rows, Spans

TOKEN = "1:chat"  # noqa: S105 - nobody checks it here
PERSON = {"id": 2, "is_bot": False, "first_name": "You"}
PRIVATE = {"id": PERSON["id"], "type": "private", "first_name": "You"}
_BOT = {
    "id": 1,
    "is_bot": True,
    "first_name": "care-voice",
    "username": "care_voice_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
_DONE, _REFUSED, _UNKNOWN = 200, 400, 501
# What a bot tells Telegram about itself and its doing, of which a terminal shows nothing.
_ONLY_DONE = (
    *("sendChatAction", "setMyCommands", "deleteMyCommands", "setMyName", "setMyDescription", "setMyShortDescription"),
    *("setChatMenuButton", "deleteWebhook", "logOut", "close"),
)

Answer = dict[str, Any] | bool


class MemoryBotApi(BaseRequest):
    """Does with a chat what the Bot API would do, and says as it would what can't be done."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._methods: dict[str, Callable[[dict[str, Any]], Answer]] = {
            "getMe": lambda _: _BOT,
            "getWebhookInfo": lambda _: _NO_WEBHOOK,
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "editMessageReplyMarkup": self._edit_buttons,
            "deleteMessage": self._delete,
            "deleteMessages": self._delete_all,
            "answerCallbackQuery": self._answer_tap,
            **dict.fromkeys(_ONLY_DONE, lambda _: True),
        }

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Open nothing."""

    async def shutdown(self) -> None:
        """Close nothing."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - BaseRequest's signature
        request_data: RequestData | None = None,
        *_: object,
        **__: object,
    ) -> tuple[int, bytes]:
        """Answer as api.telegram.org does: a status, and JSON."""
        name = url.rpartition("/")[2]
        does = self._methods.get(name)
        if does is None:
            click.echo(f"The terminal can't do {name}: teach it in desk/chat/bot_api.py.", err=True)
            return _answer(_UNKNOWN, description=f"the terminal can't do {name}")
        try:
            return _answer(_DONE, result=does(request_data.parameters if request_data else {}))
        except NotDone as why:
            return _answer(_REFUSED, description=f"Bad Request: {why}")

    def _send(self, asked: dict[str, Any]) -> Answer:
        return as_json(self._chat.send(*_content(asked)))

    def _edit(self, asked: dict[str, Any]) -> Answer:
        return as_json(self._chat.edit(asked["message_id"], *_content(asked)))

    def _edit_buttons(self, asked: dict[str, Any]) -> Answer:
        return as_json(self._chat.edit_buttons(asked["message_id"], rows_of(asked.get("reply_markup"))))

    def _delete(self, asked: dict[str, Any]) -> Answer:
        self._chat.delete(asked["message_id"])
        return True

    def _delete_all(self, asked: dict[str, Any]) -> Answer:
        self._chat.delete_all(asked["message_ids"])
        return True

    def _answer_tap(self, asked: dict[str, Any]) -> Answer:
        self._chat.pop_up(asked.get("text", ""))
        return True


def as_json(message: Message) -> dict[str, Any]:
    """Return a message as the Bot API describes it."""
    described = {"message_id": message.id, "date": int(time.time()), "chat": PRIVATE, "text": message.text}
    described["from"] = _BOT if message.by_bot else PERSON
    if message.rows:
        described["reply_markup"] = {"inline_keyboard": [[_button(one) for one in row] for row in message.rows]}
    return described


def _button(button: Button) -> dict[str, str | None]:
    to = {"url": button.url} if button.url is not None else {"callback_data": button.data}
    return {"text": button.label, **to}


def _content(asked: dict[str, Any]) -> tuple[str, Rows, Spans]:
    if asked.get("parse_mode"):
        raise NotDone("the terminal reads no markup: send entities instead of parse_mode")
    text = str(asked.get("text", ""))
    return text, rows_of(asked.get("reply_markup")), quoted_in(text, asked.get("entities", ()))


def _answer(code: int, **said: Any) -> tuple[int, bytes]:
    return code, json.dumps({"ok": code == _DONE, **said}).encode()

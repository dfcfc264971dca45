"""A private chat between a person and the bot, as Telegram would keep it: in memory, until the session ends."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.chat.shown import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk.chat.shown import Rows, Shows, Spans

LONGEST = 4096  # characters of a message (core.telegram.org/bots/api#sendmessage)
LONGEST_DATA = 64  # bytes that a button sends back
LONGEST_POP_UP = 200


class NotDone(Exception):
    """Raised when the Bot API would answer 400; its text is Telegram's own, and constant."""


class Chat:
    """The messages of a chat; tells `screen` what a person would see of it."""

    def __init__(self, screen: Shows) -> None:
        self._screen = screen
        self._messages: dict[int, Message] = {}
        self._ids = itertools.count(1)

    @property
    def choices(self) -> Message | None:
        """The newest message that has buttons: its are the ones that a person sees last."""
        with_buttons = (message for message in reversed(self._messages.values()) if message.rows)
        return next(with_buttons, None)

    def type(self, text: str) -> Message:
        """Add a message of the person's."""
        return self._add(text, by_bot=False)

    def retype(self, text: str) -> Message | None:
        """Change the person's last words; None if there are none in the chat."""
        typed = (one for one in reversed(self._messages.values()) if not one.by_bot and not one.text.startswith("/"))
        old = next(typed, None)
        if old is None:
            return None
        self._messages[old.id] = replace(old, text=text)
        return self._messages[old.id]

    def send(self, text: str, rows: Rows, quoted: Spans = ()) -> Message:
        """Add a message of the bot's. Raises `NotDone`."""
        message = self._add(_checked(text), _checked_rows(rows), quoted, by_bot=True)
        self._screen.message(message)
        return message

    def edit(self, number: int, text: str, rows: Rows, quoted: Spans = ()) -> Message:
        """Change a message of the bot's, and its buttons. Raises `NotDone`."""
        old = self._own(number)
        return self._change(old, replace(old, text=_checked(text), rows=_checked_rows(rows), quoted=quoted))

    def edit_buttons(self, number: int, rows: Rows) -> Message:
        """Change the buttons of a message of the bot's. Raises `NotDone`."""
        old = self._own(number)
        return self._change(old, replace(old, rows=_checked_rows(rows)))

    def delete(self, number: int) -> None:
        """Take a message out of the chat. Raises `NotDone`."""
        if number not in self._messages:
            raise NotDone("message to delete not found")
        self.delete_all([number])

    def delete_all(self, numbers: Iterable[int]) -> None:
        """Take those of these messages out of the chat that are in it."""
        gone = [self._messages.pop(number) for number in numbers if number in self._messages]
        if theirs := sum(not message.by_bot for message in gone):
            self._screen.removed(theirs)

    def pop_up(self, text: str) -> None:
        """Show a text over the chat. Raises `NotDone`."""
        if len(text) > LONGEST_POP_UP:
            raise NotDone("MESSAGE_TOO_LONG")
        if text:
            self._screen.pop_up(text)

    def _add(self, text: str, rows: Rows = (), quoted: Spans = (), *, by_bot: bool) -> Message:
        message = Message(next(self._ids), text, rows, quoted, by_bot)
        self._messages[message.id] = message
        return message

    def _own(self, number: int) -> Message:
        message = self._messages.get(number)
        if message is None:
            raise NotDone("message to edit not found")
        if not message.by_bot:
            raise NotDone("message can't be edited")
        return message

    def _change(self, old: Message, new: Message) -> Message:
        if new == old:
            raise NotDone("message is not modified")
        del self._messages[old.id]  # the newest on the screen is the newest here
        self._messages[new.id] = new
        if new.text != old.text or new.rows:  # buttons that go away leave nothing to read again
            self._screen.message(new)
        return new


def _checked(text: str) -> str:
    if not text.strip():
        raise NotDone("message text is empty")
    if len(text.encode("utf-16-le")) > 2 * LONGEST:
        raise NotDone("message is too long")
    return text


def _checked_rows(rows: Rows) -> Rows:
    for button in itertools.chain.from_iterable(rows):
        if button.url is None and not 1 <= len((button.data or "").encode()) <= LONGEST_DATA:
            raise NotDone("BUTTON_DATA_INVALID")
    return rows

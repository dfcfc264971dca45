"""What Telegram would show of a chat: messages, and the buttons under them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap: `data` goes back to the bot, `url` would open a page."""

    label: str
    data: str | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message, and the buttons under it, row by row. `quoted` is where words stand out, in code points."""

    id: int
    text: str = field(repr=False)
    rows: Rows = ()
    quoted: Spans = ()
    by_bot: bool = True

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Every button, in the order they are read."""
        return tuple(button for row in self.rows for button in row)


class Shows(Protocol):
    """Whoever shows the chat to a person."""

    def message(self, message: Message) -> None:
        """Show a new message of the bot's, or one that it has changed."""
        ...

    def pop_up(self, text: str) -> None:
        """Show what pops up after a tap."""
        ...

    def removed(self, many: int) -> None:
        """Show that the bot has taken messages of the person's out of the chat."""
        ...


def rows_of(markup: dict[str, Any] | None) -> Rows:
    """Return the buttons that an InlineKeyboardMarkup of the Bot API describes."""
    rows = (markup or {}).get("inline_keyboard", ())
    return tuple(tuple(Button(one["text"], one.get("callback_data"), one.get("url")) for one in row) for row in rows)


def quoted_in(text: str, entities: Iterable[dict[str, Any]]) -> Spans:
    """Return where MessageEntities of the Bot API, which count in UTF-16, quote something."""
    quotes = (one for one in entities if one["type"] == "blockquote")
    return tuple((_at(text, one["offset"]), _at(text, one["offset"] + one["length"])) for one in quotes)


def _at(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

"""Turns a screen into Telegram messages, and shows them: cut where too long, marks as entities, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.constants import MessageEntityType
from telegram.error import BadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram.ext import ExtBot

    from bot.screen import Mark, Rows, Screen

LONGEST = 4096  # UTF-16 code units in a message
MOST_MARKS = 100  # in a message: Telegram forgets the others
_HOW = {"quote": MessageEntityType.BLOCKQUOTE, "code": MessageEntityType.CODE, "bold": MessageEntityType.BOLD}
_NO_PREVIEW = {"is_disabled": True}  # Telegram's servers would open the links that people wrote


@dataclass(frozen=True, slots=True, repr=False)
class Outgoing:
    """One message. `more` is what goes with its text, as the Bot API has it: the library's own types cost a third."""

    text: str
    more: dict[str, Any]


def messages(screen: Screen) -> list[Outgoing]:
    """Return a screen's messages; the buttons stand under the last."""
    stretches = list(_cut(screen.text))
    sent = [
        Outgoing(screen.text[start:end], _more(screen.text[start:end], screen.marks, start)) for start, end in stretches
    ]
    if screen.buttons:
        sent[-1].more["reply_markup"] = {"inline_keyboard": _keyboard(screen.buttons)}
    return sent


async def send(bot: ExtBot[Any], chat: int, one: Outgoing) -> int:
    """Send a message; return its number in the chat."""
    return (await bot.send_message(chat, one.text, api_kwargs=one.more)).message_id


async def edit(bot: ExtBot[Any], chat: int, message: int, one: Outgoing) -> bool:
    """Put a text in the place of another; False if that can't be done (any more)."""
    try:
        await bot.edit_message_text(one.text, chat, message, api_kwargs=one.more)
    except BadRequest as error:
        return "not modified" in str(error).lower()  # a button tapped twice
    return True


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Give stretches that fit, cut at the end of a paragraph, a line or a word where there is one."""
    start = 0
    while start < len(text):
        end = _fits(text, start)
        if end < len(text):
            half = (start + end) // 2  # no message is cut shorter for the sake of a paragraph
            end = next((cut for gap in ("\n\n", "\n", " ") if (cut := text.rfind(gap, half, end)) > 0), end)
        piece = text[start:end]
        if piece.strip():  # Telegram strips a message, which would move the marks
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _fits(text: str, start: int) -> int:
    """Return how far a message from `start` on can go."""
    end = min(len(text), start + LONGEST)
    while (units := _units(text[start:end])) > LONGEST:
        end -= (units - LONGEST + 1) // 2
    return end


def _more(text: str, marks: tuple[Mark, ...], start: int) -> dict[str, Any]:
    more: dict[str, Any] = {"link_preview_options": _NO_PREVIEW}
    if entities := _entities(text, marks, start):
        more["entities"] = entities
    return more


def _entities(text: str, marks: tuple[Mark, ...], start: int) -> list[dict[str, Any]]:
    """Return the marks of a stretch of text, which begins at `start`; Telegram counts UTF-16 code units."""
    found = []
    for mark in marks:
        begins, ends = max(mark.start - start, 0), min(mark.end - start, len(text))
        if begins < ends:
            offset, length = _units(text[:begins]), _units(text[begins:ends])
            found.append({"type": _HOW[mark.how], "offset": offset, "length": length})
    return found[:MOST_MARKS]


def _keyboard(buttons: Rows) -> list[list[dict[str, str]]]:
    return [[{"text": one.label, "callback_data": one.data} for one in row] for row in buttons]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2

"""Turns a screen into Telegram messages: cut where it is too long, marks as entities, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screen import Mark, Rows, Screen

LONGEST = 4096  # UTF-16 code units in a message
_HOW = {"quote": MessageEntity.BLOCKQUOTE, "code": MessageEntity.CODE}


@dataclass(frozen=True, slots=True, repr=False)
class Outgoing:
    """One message."""

    text: str
    entities: tuple[MessageEntity, ...]
    keyboard: InlineKeyboardMarkup | None


def messages(screen: Screen) -> list[Outgoing]:
    """Return a screen's messages; the buttons stand under the last."""
    stretches = list(_cut(screen.text))
    last = len(stretches) - 1
    return [
        Outgoing(
            screen.text[start:end],
            _entities(screen.text[start:end], screen.marks, start),
            _keyboard(screen.buttons) if number == last else None,
        )
        for number, (start, end) in enumerate(stretches)
    ]


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
    while len(text[start:end].encode("utf-16-le", "replace")) > 2 * LONGEST:
        end -= (len(text[start:end].encode("utf-16-le", "replace")) // 2 - LONGEST + 1) // 2
    return end


def _entities(text: str, marks: tuple[Mark, ...], start: int) -> tuple[MessageEntity, ...]:
    found = [
        MessageEntity(
            _HOW[mark.how], max(mark.start - start, 0), min(mark.end - start, len(text)) - max(mark.start - start, 0)
        )
        for mark in marks
        if mark.start < start + len(text) and mark.end > start
    ]
    return tuple(MessageEntity.adjust_message_entities_to_utf_16(text, found)) if found else ()


def _keyboard(buttons: Rows) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(one.label, callback_data=one.data) for one in row] for row in buttons]
    return InlineKeyboardMarkup(rows)

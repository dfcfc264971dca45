"""Shows a chat in a terminal, one thing under the other: plain text without colours, good for a screen reader too.

The terminal obeys nothing of it, whoever wrote it.
"""

from __future__ import annotations

import re
import shutil
import sys
from textwrap import fill, indent
from typing import TYPE_CHECKING

import click

from desk.terminal import harmless
from intake.directions import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk.chat.shown import Button, Message
    from intake.wording import Wording

WIDEST, NARROWEST = 80, 20  # columns
_BETWEEN, _SET_IN = "   ", "    "
_HANGING = re.compile(r"\s*(?:(?:[-–•*]|\d+[.)])\s+)?")  # noqa: RUF001 - dashes begin lines of a list


class Screen:
    """The terminal, as the chat uses it."""

    def __init__(self, say: Wording) -> None:
        self._say = say
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # not every terminal knows every letter

    def message(self, message: Message) -> None:
        """Show a message and the choices under it, numbered through."""
        click.echo()
        click.echo(harmless(_body(message, _width())))
        if message.rows:
            click.echo()
        number = 1
        for row in message.rows:
            self._row(row, number)
            number += len(row)

    def pop_up(self, text: str) -> None:
        """Show what pops up after a tap."""
        self.write(self._say("chat-pop-up", text=text))

    def removed(self, many: int) -> None:
        """Say that messages of the person's are gone from the chat."""
        self.write(self._say("chat-removed", many=many))

    def write(self, text: str) -> None:
        """Show a text, wrapped, with a line left free above."""
        click.echo()
        click.echo(harmless(wrapped(text, _width())))

    def _row(self, row: Iterable[Button], first: int) -> None:
        shown = [f"{number}. {_labelled(button)}" for number, button in enumerate(row, start=first)]
        line = _BETWEEN.join(shown)
        for part in [line] if len(line) <= _width() else shown:
            click.echo(harmless(wrapped(part, _width())))


def wrapped(text: str, width: int) -> str:
    """Break long lines between words; the rest of a point stands under its first word. Codes and links stay whole."""
    return "\n".join(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> str:
    if line.startswith(_SET_IN):  # to be copied
        return line
    begins = _HANGING.match(line)
    hanging = " " * (begins.end() if begins and begins.end() < width // 2 else 0)
    return fill(
        line,
        width,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def _body(message: Message, width: int) -> str:
    """Return a message's text, wrapped, with what it quotes set in."""
    lines, at = [], 0
    for line in message.text.split("\n"):
        inside = any(start <= at < end for start, end in message.quoted)
        # Terminals show no isolate; ours are left out, and a stranger's within their words are made visible.
        quoted = indent(wrapped(line, width - len(_SET_IN)), _SET_IN) if inside else wrapped(unmarked(line), width)
        lines.append(quoted)
        at += len(line) + 1
    return "\n".join(lines)


def _labelled(button: Button) -> str:
    label = unmarked(button.label)
    return label if button.url is None else f"{label} ({button.url})"


def _width() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))

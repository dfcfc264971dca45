"""Hears what a person types: choices, commands and words, at a terminal or through a pipe. Keeps none of it."""

from __future__ import annotations

import re
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from desk.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMPT = "> "
_PASTED = 0.05  # seconds: nobody types a whole line that soon after another
_BY_ITSELF = re.compile(r"\s*(?:\d{1,2}|/\w.*)\s*")  # a choice or a command


def heard() -> Iterator[str]:
    """Give what is typed, one message at a time, until the end of the input; nothing for empty lines."""
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # letters that can't be read stop nobody
    lines = _at_terminal() if sys.stdin.isatty() and sys.stdout.isatty() else _through_pipe()
    return (line.strip() for line in lines if line.strip())


def _through_pipe() -> Iterator[str]:
    """Give each line, and show it as if it had been typed: what comes out can be read as a conversation."""
    for line in sys.stdin:
        click.echo()
        yield _shown(line)


def _at_terminal() -> Iterator[str]:
    """Give each line, but lines that were pasted together as one, as Telegram sends them."""
    _edit_lines()
    waits: list[str] = []
    click.echo()
    while (line := _shown(waits.pop()) if waits else _line(PROMPT)) is not None:
        lines = [line]
        while not _BY_ITSELF.fullmatch(lines[-1]) and _more_waits() and (more := _line("")) is not None:
            if _BY_ITSELF.fullmatch(more):  # typed ahead, not pasted
                waits.append(more)
                break
            lines.append(more)
        yield "\n".join(lines)
        click.echo()


def _shown(line: str) -> str:
    """Show a line as if it were typed now, and return it."""
    click.echo(f"{PROMPT}{harmless(line.rstrip())}")
    return line


def _edit_lines() -> None:
    """Let lines be edited, be of any length (else the terminal cuts them at 4,095 bytes), and be pasted whole."""
    with suppress(ImportError):
        import readline  # noqa: PLC0415 - it changes how lines are read, from here on

        readline.set_auto_history(False)  # words are remembered nowhere


def _line(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _more_waits() -> bool:
    return bool(select.select([sys.stdin], [], [], _PASTED)[0])

"""Asking somebody at a terminal: for a password, for one of some choices. Shows nothing that a terminal would obey."""

from __future__ import annotations

import getpass
import sys
import unicodedata

import click

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_CONTROL_CODES, _CONTROL_PICTURES = 0x20, 0x2400  # Unicode shows U+001B as U+241B


def ask_password(prompt: str) -> str:
    """Ask without showing what is typed; from a pipe, read a line."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ")
    return sys.stdin.readline().rstrip("\n")


def choose(question: str, choices: dict[str, str]) -> str | None:
    """Show numbered choices and return the code of the one chosen, or None."""
    codes = list(choices)
    for number, shown in enumerate(choices.values(), start=1):
        click.echo(f"  {number:2}  {shown}")
    answer = click.prompt(question, default="", show_default=False).strip()
    if answer.isdecimal() and 1 <= int(answer) <= len(codes):
        return codes[int(answer) - 1]
    return answer if answer in choices else None


def harmless(text: str) -> str:
    """Return words of a stranger's as a terminal can show them: each code point that it would obey as a visible one.

    These are control characters (ECMA-48) and those that turn the direction of writing (Unicode, UAX #9). As long as
    `text`, so that offsets stay right.
    """
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\n\t" or not _is_obeyed(character):
        return character
    code = ord(character)
    return chr(_CONTROL_PICTURES + code) if code < _CONTROL_CODES else "\ufffd"


def _is_obeyed(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _TURNS

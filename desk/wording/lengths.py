"""Finds what is longer than a phone shows or than Telegram takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.wording.findings import Finding, Said
    from intake.wording import Wording

A_BUTTON = 35  # letters that a phone shows of a button as wide as the screen
OF_THREE = 11  # and of each of three beside each other
# core.telegram.org/bots/api#setmydescription, #botcommand, #sendmessage
_TAKES = (("bot-about-short", 120), ("bot-about", 512), ("bot-command-", 256), ("bot-", 4096))
_BUTTONS = re.compile(
    r"bot-button-.+|bot-kind-(feedback|idea)|bot-(speaker|happened)-.+|bot-age-(under-16|\d.*)|named-.+"
)
_NO_BUTTON = re.compile(r"named-(how-may-we-use-your-words|call-.+|text-.+|any-time|.+-for-.+)")
_IN_THREES = frozenset(f"bot-button-{name}" for name in ("hide-more", "show", "undo", "back", "help", "stop"))


def too_long(one: Said, say: Wording) -> Iterator[Finding]:
    """Find a button that would be cut, and a message that Telegram would refuse."""
    if (most := _most(one.entry.key)) and (long := len(one.text)) > most:
        is_button = most in {A_BUTTON, OF_THREE}
        yield one.finding(say("wording-button" if is_button else "wording-long", long=long, most=most))


def _most(key: str) -> int | None:
    if key in _IN_THREES:
        return OF_THREE
    if _BUTTONS.fullmatch(key) and not _NO_BUTTON.fullmatch(key):
        return A_BUTTON
    return next((most for begins, most in _TAKES if key.startswith(begins)), None)

"""What a link to the bot puts behind /start: makes such links, and tells the kinds of what they bring apart. Pure.

A link holds at most 64 of the characters A-Z a-z 0-9 _ - (core.telegram.org/bots/features#deep-linking). What people
type behind /start themselves is words, or a code as they copied it; a single one might be a foreign link's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from telegram.helpers import create_deep_linked_url

from storage.receipts import WORDS_IN_A_CODE, code_words

if TYPE_CHECKING:
    from telegram import Bot

ALONE = "alone"  # what our links in groups bring
_PRESET = re.compile(r"([a-z]+)_([A-Za-z0-9_-]+)")  # no code has a _ in it
_BROUGHT = re.compile("[A-Za-z0-9_-]{1,64}")
_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/\w+\?start=([A-Za-z-]+)/?")
_LETTERS = {"council": "c", "workshop": "w"}  # short: what a link brings makes its printed code finer
_WHAT = {letter: what for what, letter in _LETTERS.items()}

Kind = Literal["nothing", "alone", "code", "preset", "unknown", "words"]
Link = Callable[[str], str]  # what it brings -> the link


@dataclass(frozen=True, slots=True)
class Start:
    """What stands behind /start: `what` and `value` are a preset's, as council and swindon in `c_swindon`."""

    kind: Kind
    what: str = ""
    value: str = field(default="", repr=False)


def read_start(rest: str) -> Start:
    """Tell what stands behind /start."""
    if rest in {"", ALONE}:
        return Start("alone" if rest else "nothing")
    if is_code(rest):
        return Start("code", value=rest)
    found = _PRESET.fullmatch(rest)
    if found and (what := _WHAT.get(found[1])):
        return Start("preset", what, found[2])
    return Start("unknown" if _BROUGHT.fullmatch(rest) else "words", value=rest)


def is_code(rest: str) -> bool:
    """Say whether it is a code exactly as our links have it: words that codes are made of, with hyphens between."""
    words = rest.lower().split("-")
    return len(words) == WORDS_IN_A_CODE and code_words().issuperset(words)


def code_in_link(text: str, *, anywhere: bool = False) -> str | None:
    """Return the code that a receipt's link holds, if a text is that link alone, or has one anywhere; None if none."""
    found = _LINK.search(text) if anywhere else _LINK.fullmatch(text.strip())
    return found[1] if found and is_code(found[1]) else None


def preset(what: str, value: str) -> str:
    """Return what a link brings that presets something. Raises ValueError if no link could bring it back."""
    brings = f"{_LETTERS.get(what, '')}_{value}"
    if read_start(brings) != Start("preset", what, value):
        raise ValueError("no link can bring this preset")
    return brings


def link(username: str, brings: str) -> str:
    """Return the link that opens the bot of this name. Raises ValueError if a link can't bring this."""
    return create_deep_linked_url(username, brings)


def link_to(bot: Bot, brings: str) -> str:
    """Return the link that opens a bot; empty if its Bot API server told no name of it that a link can hold."""
    try:
        return link(bot.username or "", brings)
    except ValueError:
        return ""

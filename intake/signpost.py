"""Sees when words suggest a risk of harm, and says where to turn. Never blocks, scores or keeps anything.

The phrases stand in `risk.txt`: too many is right, because all they do is show helplines and raise a voice in the
moderators' queue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.raw import RawWords

_APOSTROPHES = "'\u2018\u2019\u02bc`"  # they vanish: "don't" is "dont"
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Helpline:
    """Where someone can turn: `how` says what to do ("call 0800 1111"), `hours` when."""

    name: str
    how: str
    hours: str = ""


def suggests_risk(words: RawWords) -> bool:
    """Tell whether the words hold a phrase that suggests a risk of harm."""
    plain = words.reveal().lower()
    for mark in _APOSTROPHES:
        plain = plain.replace(mark, "")
    spoken = _WORD.findall(plain)
    rests = _phrases()
    return any(
        spoken[place + 1 : place + 1 + len(rest)] == rest
        for place, word in enumerate(spoken)
        if word in rests
        for rest in rests[word]
    )


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """Return, for the first word of each phrase, what may follow it."""
    rests: dict[str, list[list[str]]] = {}
    for line in (files("intake") / "risk.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *rest = line.split()
            rests.setdefault(first, []).append(rest)
    return rests

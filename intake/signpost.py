"""Sees when words suggest a risk of harm, and says where to turn. Never blocks, scores or keeps anything.

The phrases stand in `risk.txt`: too many is right, because all they do is show helplines and raise a voice in the
moderators' queue.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.raw import RawWords

# Apostrophes vanish ("don't" is "dont"); everything else that is no letter or digit parts words.
_PLAIN = str.maketrans(
    dict.fromkeys("'\u2018\u2019\u02bc`\u00b4", "")
    | dict.fromkeys(string.punctuation.replace("'", "").replace("`", "") + "\u201c\u201d\u2013\u2014\u2026\u00a0", " ")
)


@dataclass(frozen=True, slots=True)
class Helpline:
    """Where someone can turn: `how` says what to do ("call 0800 1111"), `hours` when."""

    name: str
    how: str
    hours: str = ""


def suggests_risk(words: RawWords) -> bool:
    """Tell whether the words hold a phrase that suggests a risk of harm."""
    spoken = words.reveal().lower().translate(_PLAIN).split()
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

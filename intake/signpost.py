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

_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc`\u00b4")
_BETWEEN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Helpline:
    """Where someone can turn: `how` says what to do ("call 0800 1111"), `hours` when."""

    name: str
    how: str
    hours: str = ""


def suggests_risk(words: RawWords) -> bool:
    """Tell whether the words hold a phrase that suggests a risk of harm."""
    plain = _BETWEEN.sub(" ", words.reveal().lower().translate(_APOSTROPHES))
    return _phrases().search(f" {plain} ") is not None


@cache
def _phrases() -> re.Pattern[str]:
    lines = (files("intake") / "risk.txt").read_text("utf-8").splitlines()
    phrases = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    ends = ["|".join(re.escape(phrase).replace(r"\*", "[a-z]*") for phrase in phrases)]
    return re.compile(f" (?:{ends[0]}) ")

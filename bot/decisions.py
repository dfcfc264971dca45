"""What somebody decided about single words of theirs, before they are kept. Shows none of them when printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from intake.raw import RawWords

NO_WORDS = RawWords("")
MOST = 60  # about one voice
LONGEST_TERM = 200  # characters of what is hidden or shown by one of them
What = Literal["hide", "show", "plain", "mine", "not-mine"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody wants of a word of theirs, or a few: hidden, shown after all, or not asked about ("plain").

    Or what they say of a council, by its `code`: that it is theirs ("mine"), or that it isn't.
    """

    what: What
    term: RawWords = NO_WORDS
    code: str = ""


def have_room(decisions: tuple[Decision, ...], new: tuple[Decision, ...]) -> bool:
    """Say whether more can be remembered."""
    return len(decisions) + len(new) <= MOST and all(len(one.term) <= LONGEST_TERM for one in new)

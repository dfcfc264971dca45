"""What somebody meant who typed instead of pressing a button, or left the slash of a command out. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from bot.buttons import CHOOSES, SKIP
from bot.draft import Step
from bot.menu import COMMANDS
from intake.directions import unmarked
from storage.model import AgeBand

if TYPE_CHECKING:
    from bot.draft import Draft, Question
    from bot.screen import Rows

Sure = Literal["yes", "no"]
_ENDS = " .,!،؟"
_COMMA = re.compile("[,،]")
_MARKS = re.compile("^[\U0001f300-\U0001faff\u2190-\u27bf\ufe0f\u20e3\u200d]+|[\ufe0f\u200d]")  # a label's picture
_PICTURES = "\ufe0f\u20e3"  # marks of keys and pictures, which are taken out with them
_SEEN = {"use", "change"}  # behind the answer's code stands which words, or which question, it is about
SURES: tuple[Sure, ...] = ("yes", "no")
# Buttons that belong to pages beside the conversation: typed without such a page, they answer nothing.
LABELS = (
    "carry-on",
    "start-again",
    "young",
    "done",
    "take-out",
    "try-again",
    "my-words",
    "withdraw",
    "keep",
    "leave-use",
)
# The answers to what is asked below a preview, or may be undone, by their buttons.
ANSWERS: dict[Question, tuple[tuple[str, Sure], ...]] = {
    "extra": (("add", "yes"), ("leave-out", "no")),
    "mine": (("is-mine", "yes"), ("not-mine", "no")),
    "name": (("no-name", "no"),),
    "poster": (("my-council", "yes"), ("other-council", "no")),
    "workshop": (("leave-workshop", "no"),),
    "stay": (("undo", "yes"),),
}
NAMES = frozenset((*COMMANDS, "language", "back", "skip"))  # typed alone, they are meant as commands
LABEL_ALONE = frozenset(("stay", "permit"))  # what nobody asked about: a yes or an ok doesn't mean the button
_BANDS = ((16, AgeBand.UNDER_16), (18, AgeBand.FROM_16), (21, AgeBand.FROM_18), (25, AgeBand.FROM_21))
_AGE = re.compile(r"(?:i'?m |i\u2019m |i am )?(\d{1,2})(?: ?(?:years?|yrs?|y/?o)(?: old)?)?")  # beside a number alone
_SHORT_ANSWER = 8  # words
_LONGEST_LABEL = 200  # characters

Meant = tuple[str, str, str]  # a button's token, action and value


def folded(text: str) -> str:
    """Return a text as it is compared with labels: pictures, accents and marks of direction make no difference."""
    plain = " ".join(_MARKS.sub(" ", _unaccented(unmarked(text))).split()).casefold()
    return plain or " ".join(text.split()).casefold()  # who sends a picture alone means that


def _unaccented(text: str) -> str:
    """Return a text without what stands on letters: few type it, least of all in Arabic and Welsh."""
    if text.isascii() or len(text) > _LONGEST_LABEL:
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn" or c in _PICTURES)


def pressed(rows: Rows, text: str) -> Meant | None:
    """Return the button whose label, or whose answer's code, was typed."""
    word = folded(text)
    for label, (token, action, value) in _all(rows):
        code = value.partition("-")[0] if action in _SEEN else value
        if word == folded(label) or (action in CHOOSES and word == code):
            return token, action, value
    return None


def plain(answers: str, text: str) -> bool:
    """Say whether a text is one of these answers, which have commas between them."""
    return folded(text).strip(_ENDS) in {folded(answer) for answer in _COMMA.split(answers)}


def plainly(draft: Draft, asks: Question, sure: Sure) -> tuple[str, str]:
    """Return the action and value of the button that a yes or no to a question stands for."""
    yes, no = {
        "withdraw": (("withdraw", f"yes-{draft.asked}"), ("withdraw", f"no-{draft.asked}")),
        "change": (("change", f"yes-{draft.asked}"), ("change", f"no-{draft.asked}")),
        "stay": (("stay", f"yes-{draft.asked}"), ("stay", f"no-{draft.asked}")),
        "answer": (("answer", draft.asked), ("not-now", draft.asked)),
        "begun": (("go", draft.step), ("again", "")),
        "young": (("young", ""), ("go", Step.KIND if draft.step is Step.KIND else Step.AGE)),
        "send": (("send", ""), ("go", Step.WORDS)),
        "clear": (("clear", "most"), ("clear", "no")),
        "clear-code": (("clear", "all"), ("clear", "most")),
        "extra": (("aside", ""), ("leave", "")),
        "mine": (("mine", f"{draft.revision}-yes"), ("mine", f"{draft.revision}-no")),
        "name": (("name", f"{draft.revision}-yes"), ("name", f"{draft.revision}-no")),
        "poster": (("poster", "yes"), ("poster", "no")),
        "workshop": (("workshop", "yes"), ("workshop", "no")),
    }[asks]
    return yes if sure == "yes" else no


def is_short(text: str) -> bool:
    """Say whether a text may be an answer to who asked for a code; whoever wrote more wrote something else."""
    return len(text.split()) <= _SHORT_ANSWER


def skipping(rows: Rows) -> Meant | None:
    """Return the button that leaves a question out, if there is one."""
    return next((meant for _, meant in _all(rows) if meant[2] == SKIP), None)


def age_band(text: str) -> AgeBand | None:
    """Return the band of an age that was typed; the age itself is kept nowhere."""
    if not (found := _AGE.fullmatch(text.strip(_ENDS))):
        return None
    return next((band for limit, band in _BANDS if int(found[1]) < limit), AgeBand.FROM_25)


def _all(rows: Rows) -> list[tuple[str, Meant]]:
    split = ((one.label, one.data.split(".", 2)) for row in rows for one in row)
    return [(label, (token, action, value)) for label, (token, action, value) in split]

"""What is shown to a person: text with marked stretches, and buttons. Free of Telegram's types, printed by nobody."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.draft import Draft

ANY = "-"  # the token of buttons that belong to no draft
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Button:
    """A label, and what pressing it says: whose it is, what to do, with what. That holds nothing that a person wrote.

    The label may be a word of theirs, so it is never printed.
    """

    label: str = field(repr=False)
    data: str


def button(label: str, token: str, action: str, value: str = "") -> Button:
    """Return a button; its data is at most 57 bytes, of 64 that Telegram takes."""
    return Button(label, f"{token}.{action}.{value}")


Rows = tuple[tuple[Button, ...], ...]
_SHORT = 20  # characters that fit into half the width of a small phone


def in_columns(buttons: Iterable[Button]) -> Rows:
    """Put two short buttons that follow each other into one row."""
    rows: list[tuple[Button, ...]] = []
    for one in buttons:
        if rows and len(rows[-1]) == 1 and max(len(one.label), len(rows[-1][0].label)) <= _SHORT:
            rows[-1] = (rows[-1][0], one)
        else:
            rows.append((one,))
    return tuple(rows)


@dataclass(frozen=True, slots=True, repr=False)
class Marked:
    """Text that stands out: people's words are quoted, a code can be copied with a tap. Never read as markup.

    `bold` are stretches of it that stand out once more.
    """

    text: str
    how: Literal["quote", "code"]
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Mark:
    """Where in a text something stands out, in code points."""

    how: Literal["quote", "code", "bold"]
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Screen:
    """One message, or several where it is too long for one.

    Only another that stays is put in the place of one that `stays`; a `lasting` one is put in no other's place, and no
    other in its.
    """

    text: str
    buttons: Rows = ()
    marks: tuple[Mark, ...] = ()
    lasting: bool = False
    stays: bool = False

    @property
    def is_receipt(self) -> bool:
        """Say whether it shows a code, which nobody can give again."""
        return any(mark.how == "code" for mark in self.marks)


def screen(*paragraphs: str | Marked, buttons: Rows = (), lasting: bool = False, stays: bool = False) -> Screen:
    """Put paragraphs together."""
    pieces, marks, at = [], [], 0
    for paragraph in paragraphs:
        text = paragraph if isinstance(paragraph, str) else paragraph.text
        if isinstance(paragraph, Marked):
            marks.append(Mark(paragraph.how, at, at + len(text)))
            marks += [Mark("bold", at + start, at + end) for start, end in paragraph.bold]
        pieces.append(text)
        at += len(text) + len(GAP)
    return Screen(GAP.join(pieces), buttons, tuple(marks), lasting, lasting or stays)


@dataclass(frozen=True, slots=True, repr=False)
class Outcome:
    """What somebody sees next, and the draft that goes on; without one there is nothing to remember.

    `clears` asks for the chat to be cleared before: with the receipts in it, or but for them.
    `language` is the one that they chose with this, empty for the main one; None leaves it as it was.
    """

    draft: Draft | None
    screens: tuple[Screen, ...]
    clears: Literal["all", "most"] | None = None
    language: str | None = None


def headed(outcome: Outcome, note: str) -> Outcome:
    """Put a note above all that is shown."""
    first, *others = outcome.screens
    on = len(note) + len(GAP)
    marks = tuple(replace(mark, start=mark.start + on, end=mark.end + on) for mark in first.marks)
    noted = replace(first, text=f"{note}{GAP}{first.text}", marks=marks)
    return replace(outcome, screens=(noted, *others))

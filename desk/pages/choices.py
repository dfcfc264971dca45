"""What a voice is evidence for, and what is said before its words: as forms bring it, written down if it is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.model import ContentNote, Outcome
from storage.moves import set_content_notes, set_outcomes
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.forms import Form
    from storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class Choices:
    """The outcomes and content notes that were ticked, in the order in which they are listed."""

    outcomes: tuple[Outcome, ...]
    notes: tuple[ContentNote, ...]


def choices_of(form: Form) -> Choices | None:
    """Return what was ticked; None if the form doesn't ask."""
    if form.one("choices") != "yes":
        return None
    outcomes, notes = set(form.all("outcome")), set(form.all("content-note"))
    return Choices(
        tuple(each for each in Outcome if each in outcomes), tuple(each for each in ContentNote if each in notes)
    )


def write_down(conn: sqlite3.Connection, voice: Submission, account: str, choices: Choices, at: str) -> Submission:
    """Keep what is new of the choices, and return the voice as it then is."""
    if choices.outcomes != voice.outcomes:
        set_outcomes(conn, voice, account, choices.outcomes, at)
        voice = read(conn, voice.id)
    if choices.notes != voice.content_notes:
        set_content_notes(conn, voice, account, choices.notes, at)
        voice = read(conn, voice.id)
    return voice

"""What becomes of the note that stands above forwarded words: left out, unless something speaks for keeping it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.mail.words import BETWEEN
from intake.raw import RawWords
from intake.signpost import suggests_risk

if TYPE_CHECKING:
    from intake.mail.read import ReadMail


@dataclass(frozen=True, slots=True)
class NoteRules:
    """Whether the deployment wants notes as context (`[mail] keep_note`), and what stands above one that is kept."""

    keep: bool
    heading: str


def words_to_keep(words: RawWords, mail: ReadMail, rules: NoteRules) -> tuple[RawWords, bool]:
    """Return the words to keep, and whether a note above them is left out.

    A note that suggests a risk of harm may be the very thing somebody dared to say, and where a mail may be an
    answer as well as a forward, the note may be the words: these are kept too, marked as what they are.
    """
    note = mail.note
    if note is None:
        return words, False
    if not (rules.keep or mail.two_ways or suggests_risk(note)):
        return words, True
    return RawWords(rules.heading).above(note).above(RawWords(BETWEEN)).above(words), False

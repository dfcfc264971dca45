"""Puts the words that files hold below those of the mail that they came with, and says what was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake.mail.commands import without_codes
from intake.mail.files.limits import LONGEST
from intake.mail.read import as_read, command_in, with_attached
from intake.mail.words import BETWEEN, OwnWords, own_words
from intake.raw import RawWords

if TYPE_CHECKING:
    from intake.mail.files.contents import Contents
    from intake.mail.read import ReadMail

_GAP = f"\n\n{BETWEEN}\n\n"


@dataclass(frozen=True, slots=True)
class Left:
    """What became of the files of a mail: how many were read, how many could not be, and what was never kept."""

    read: int = 0
    unread: int = 0
    counted: tuple[tuple[str, int], ...] = ()


NOTHING_LEFT = Left()


def with_files(mail: ReadMail, found: Contents) -> tuple[ReadMail, Left]:
    """Return the mail with the words of its files, and what was left.

    A mail's own text may itself be packed in a file (winmail.dat): it counts where the mail has no other. What is in
    files may be the person's words and what stands beside them somebody else's: then moderators are told. A file
    whose words no longer fit is left, and owned up to; the mail's own are never lost for it.
    """
    mail = _unpacked(mail, found)
    length, kept = 0 if mail.words is None else len(mail.words), list[str]()
    for text in found.texts:
        if length + len(_GAP) + len(text) <= LONGEST:
            kept.append(text)
            length += len(_GAP) + len(text)
    unread = found.unread + len(found.texts) - len(kept)
    left = Left(len(kept), unread, tuple(sorted(found.counted.items())))
    return _below(mail, kept, unread), left


def _unpacked(mail: ReadMail, found: Contents) -> ReadMail:
    """Read what was packed as a mail's own text is read, and mails attached to it as those attached to any."""
    if mail.words is not None and not found.messages:
        return mail
    if mail.words is None:
        own = own_words(found.body, mail.thread)
    else:
        note = "" if mail.note is None else mail.note.reveal()
        own = OwnWords("direct" if mail.kind == "refused" else mail.kind, mail.words.reveal(), note, mail.unsure)
    together = with_attached(own, found.messages)
    command = mail.command or (command_in(own, found.body) if mail.words is None else None)
    return as_read(together, command, mail) if together.words else mail


def _below(mail: ReadMail, texts: list[str], unread: int) -> ReadMail:
    if not texts:
        return replace(mail, reason="files") if mail.reason and unread else mail
    joined = _GAP.join(texts)
    words = without_codes(joined)
    mail = replace(mail, code_seen=mail.code_seen or words != joined)
    if mail.words is None:
        return replace(mail, kind="direct", words=RawWords(words), reason=None)
    return replace(mail, words=mail.words.above(RawWords(BETWEEN)).above(RawWords(words)), unsure=True)

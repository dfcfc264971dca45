"""Reads a mail: MIME to what its writer wrote. It keeps no header, no subject, no address and no attachment."""

from __future__ import annotations

from binascii import Error as BadBase64
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from typing import TYPE_CHECKING, Literal

from intake.mail.automatic import is_automatic
from intake.mail.commands import Command, find_command, without_codes
from intake.mail.subject import Thread, thread_of
from intake.mail.text import decode
from intake.mail.tree import MailPart, Refused, Tree, message
from intake.mail.words import BETWEEN, OwnWords, own_words
from intake.raw import RawWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.mail.headers import Headers

Kind = Literal["direct", "forward", "reply", "refused"]


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What a mail says. `words` and `note` are never empty; a refused mail has a `reason` instead.

    `reason` is "empty", "unreadable", "encrypted", "report" or "too-deep". `automatic`: it must not be answered.
    `files`: pictures or files came along, of which nothing is kept. `unsure`: some of the words may be somebody
    else's. `two_ways`: it may be a reply as well as a forward, and then the note is what its writer meant. `command`:
    what is asked for; `words` are None then if there is nothing else. `code_seen`: it holds a code, but no command.
    """

    kind: Kind
    words: RawWords | None
    note: RawWords | None
    reason: str | None
    automatic: bool
    files: bool = False
    unsure: bool = False
    two_ways: bool = False
    command: Command | None = None
    code_seen: bool = False


def read_mail(raw: bytes) -> ReadMail:
    """Read a mail as it came over the wire. Never raises; linear in its size."""
    try:
        top = message(raw, 0, attached=False)
    except Exception:  # noqa: BLE001 - bytes from anybody must get an answer; what broke us is refused aloud
        return ReadMail("refused", None, None, "unreadable", automatic=True)
    automatic = is_automatic(top.headers)
    try:
        return _read(top, automatic=automatic)
    except Refused as refusal:
        return ReadMail("refused", None, None, str(refusal), automatic)
    except Exception:  # noqa: BLE001 - the same
        return ReadMail("refused", None, None, "unreadable", automatic)


def _read(top: MailPart, *, automatic: bool) -> ReadMail:
    tree = Tree()
    pieces = list(tree.pieces(top))
    text = "\n\n".join(piece.text for piece in pieces if not piece.attached)
    if "-----BEGIN PGP MESSAGE-----" in text:
        raise Refused("encrypted")
    subject = _subject(top.headers)
    found = _with_attached(own_words(text, thread_of(subject)), [piece.text for piece in pieces if piece.attached])
    command = _command(found, "\n".join(piece.text for piece in pieces), subject)
    if not found.words and command is None:
        raise Refused("unreadable" if tree.opaque else "empty")
    if _is_noise(found.words):
        raise Refused("unreadable")
    words, note = (without_codes(text) for text in (found.words, found.note))
    return ReadMail(
        found.kind,
        RawWords(words) if words else None,
        RawWords(note) if note else None,
        None,
        automatic,
        tree.files,
        found.unsure,
        found.two_ways,
        command,
        code_seen=command is None and (words, note) != (found.words, found.note),
    )


def _command(found: OwnWords, whole: str, subject: str) -> Command | None:
    forwards = found.kind == "forward"
    return find_command(found.note if forwards else found.words, found.words if forwards else "", whole, subject)


def _with_attached(found: OwnWords, attached: Sequence[str]) -> OwnWords:
    """Put the words of attached messages below those of the mail; what it says beside them alone is the note."""
    read = [own_words(text, Thread.FORWARD) for text in attached]
    messages = list(filter(None, map(_everything, read)))
    if not messages:
        return found
    forwards = found.kind == "forward"
    if forwards:
        messages.insert(0, found.words)
    words = f"\n\n{BETWEEN}\n\n".join(filter(None, messages))
    unsure = found.unsure or len(messages) > 1 or any(each.kind == "forward" and each.unsure for each in read)
    return OwnWords("forward", words, found.note if forwards else found.words, unsure)


def _everything(found: OwnWords) -> str:
    """Return the words of an attached message: it was passed on whole, so what it forwards and quotes stays."""
    return f"\n\n{BETWEEN}\n\n".join(filter(None, (found.note, found.words)))


def _is_noise(text: str) -> bool:
    """Return whether a text is bytes that were no text: a third of it could not be decoded."""
    return text.count("\ufffd") * 3 > len(text)


def _subject(headers: Headers) -> str:
    """Return how the subject begins; nothing of it is kept."""
    subject = headers.text("subject")[:300]
    if "=?" in subject:
        try:
            first, charset = decode_header(subject)[0]
        except (HeaderParseError, BadBase64, ValueError):
            return ""
        subject = first if isinstance(first, str) else decode(first, charset)
    return subject

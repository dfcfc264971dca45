"""Reads a mail: MIME to what its writer wrote. It keeps no header, no subject, no address and no attachment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from intake.mail.automatic import is_automatic, is_bare_title
from intake.mail.commands import Command, codes_in, find_command, without_codes
from intake.mail.files.kinds import Readable
from intake.mail.headers import spelled_out
from intake.mail.locked import is_notice
from intake.mail.machine_talk import is_machine_talk, tells_a_life
from intake.mail.parts import message
from intake.mail.piece import Refused
from intake.mail.subject import Thread, thread_of
from intake.mail.tree import Tree
from intake.mail.words import BETWEEN, OwnWords, own_words
from intake.raw import RawWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.mail.parts import MailPart
    from intake.mail.tree import Attachment

Kind = Literal["direct", "forward", "reply", "refused"]


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What a mail says. `words` and `note` are never empty; a refused mail has a `reason` instead.

    `reason` is "empty", "unreadable", "encrypted", "report" or "too-deep". `automatic`: it must not be answered.
    `files`: what came along, a refused mail's too: `files.reading` may find words in it. `thread`: what its subject
    says it is. `unsure`: some of the words may be somebody else's. `two_ways`: it may be a reply as well as a
    forward, and then the note is what its writer meant. `command`: what is asked for; `words` are None then if there
    is nothing else. `code_seen`: it holds a code, but no command.
    """

    kind: Kind
    words: RawWords | None
    note: RawWords | None
    reason: str | None
    automatic: bool
    files: tuple[Attachment, ...] = ()
    unsure: bool = False
    two_ways: bool = False
    thread: Thread = Thread.NEW
    command: Command | None = None
    code_seen: bool = False


def read_mail(raw: bytes) -> ReadMail:
    """Read a mail as it came over the wire. Never raises; linear in its size."""
    try:
        top = message(raw, 0, attached=False)
        automatic = is_automatic(top.headers, _subject(top))
    except Exception:  # noqa: BLE001 - bytes from anybody must get an answer; what broke us is refused aloud
        return ReadMail("refused", None, None, "unreadable", automatic=True)
    try:
        return _read(top, automatic=automatic)
    except Refused as refusal:
        return ReadMail("refused", None, None, str(refusal), automatic or str(refusal) == "report")
    except Exception:  # noqa: BLE001 - the same
        return ReadMail("refused", None, None, "unreadable", automatic)


def _read(top: MailPart, *, automatic: bool) -> ReadMail:
    tree = Tree()
    pieces = tree.texts(top)
    text = "\n\n".join(piece.text for piece in pieces if not piece.attached)
    if is_notice(text):
        raise Refused("encrypted")
    subject, files = _subject(top), tuple(tree.files)
    thread = thread_of(subject, text)
    own = own_words(text, thread, answers="in-reply-to" in top.headers.fields)
    found = with_attached(own, [piece.text for piece in pieces if piece.attached])
    whole = "\n".join(piece.text for piece in pieces)
    command = command_in(found, whole, subject)
    if not found.words and command is None:
        reason = "unreadable" if any(file.kind is Readable.WINMAIL for file in files) else "empty"
        return ReadMail("refused", None, None, reason, automatic, files, thread=thread)
    if _is_noise(found.words):
        raise Refused("unreadable")
    automatic = (
        (automatic and not _is_a_person(top, subject, found))
        or tree.answers
        or (found.kind != "forward" and is_machine_talk(found.words))
    )
    mail = ReadMail("direct", None, None, None, automatic, files, thread=thread, code_seen=bool(codes_in(whole)))
    return as_read(found, command, mail)


def _is_a_person(top: MailPart, subject: str, found: OwnWords) -> bool:
    """Return whether nothing speaks for a machine but a title like "Out of office", and the words for a person."""
    return is_bare_title(subject) and tells_a_life(found.words) and not is_automatic(top.headers)


def _subject(top: MailPart) -> str:
    """Return how the subject begins; nothing of it is kept."""
    return spelled_out(top.headers.text("subject")[:300])


def command_in(found: OwnWords, whole: str, subject: str = "") -> Command | None:
    """Return what a mail asks for, if it does; `whole` is all of its text."""
    forwards = found.kind == "forward"
    return find_command(found.note if forwards else found.words, found.words if forwards else "", whole, subject)


def as_read(found: OwnWords, command: Command | None, mail: ReadMail) -> ReadMail:
    """Return a mail with the words that were found in it, and no code in them."""
    words, note = (without_codes(text) for text in (found.words, found.note))
    return replace(
        mail,
        kind=found.kind,
        words=RawWords(words) if words else None,
        note=RawWords(note) if note else None,
        reason=None,
        unsure=found.unsure,
        two_ways=found.two_ways,
        command=command,
        code_seen=command is None and (mail.code_seen or (words, note) != (found.words, found.note)),
    )


def with_attached(found: OwnWords, attached: Sequence[str]) -> OwnWords:
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

"""What is in one file, as plain values that go over a socket. Runs in the process that may do nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.mail.files.kinds import Counted, FileKind, Readable, kind_of
from intake.mail.files.limits import Unreadable, tidied
from intake.mail.files.winmail import read as read_winmail
from intake.mail.text import decode, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

START = 100  # bytes that show what kind a file is

Readers = dict[Readable, "Callable[[bytes], str]"]


@dataclass(slots=True)
class Contents:
    """What a file holds: a mail's own text, mails attached to it, texts of files; and what was not read."""

    body: str = ""
    messages: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unread: int = 0
    counted: Counter[str] = field(default_factory=Counter)

    def add(self, other: Contents) -> None:
        """Add what another file holds. Of two packed texts of the mail itself the first one counts."""
        self.body = self.body or other.body
        self.messages += other.messages
        self.texts += other.texts
        self.unread += other.unread
        self.counted += other.counted

    def plain(self) -> tuple[str, list[str], list[str], int, dict[str, int]]:
        """Return it as it goes over a socket."""
        return self.body, self.messages, self.texts, self.unread, dict(self.counted)


def from_plain(its: tuple[str, list[str], list[str], int, dict[str, int]]) -> Contents:
    """Return contents as they were before they went over the socket."""
    body, messages, texts, unread, counted = its
    return Contents(body, messages, texts, unread, Counter(counted))


def readers_for(kind: Readable, allowed: Collection[str]) -> Readers:
    """Return what reads this kind of file and those in it, with all it needs: later no file can be opened."""
    if kind is not Readable.WINMAIL:
        return {kind: _reader(kind)}
    import intake.mail.html  # noqa: F401 - needed by this kind alone

    return {each: _reader(each) for each in Readable if each in allowed and each is not Readable.WINMAIL}


def _reader(kind: Readable) -> Callable[[bytes], str]:
    # ruff: noqa: PLC0415 - each needs libraries that the others don't
    match kind:
        case Readable.DOCX:
            from intake.mail.files.word import read
        case Readable.ODT:
            from intake.mail.files.opendocument import read
        case Readable.PDF:
            from intake.mail.files.portable import read
        case Readable.RTF:
            from intake.mail.files.rich import read
        case _:
            return _plain
    return read


def contents(kind: Readable, data: bytes, readers: Readers) -> Contents:
    """Read one file.

    Raises:
        Unreadable: it can't be read.
    """
    if kind is not Readable.WINMAIL:
        return Contents(texts=[_words(readers[kind], data)])
    packed = read_winmail(data)
    found = Contents(packed.text, packed.messages)
    for each in packed.files:
        _add(found, kind_of("", each.name, each.data[:START]), each.data, readers)
    return found


def _add(found: Contents, kind: FileKind, data: bytes, readers: Readers) -> None:
    if isinstance(kind, Counted):
        found.counted[kind.value] += 1
    elif kind not in readers:
        found.counted[Counted.FILE.value] += 1
    else:
        try:
            found.texts.append(_words(readers[kind], data))
        except Exception:  # noqa: BLE001 - the mail's own text is not lost for a file that can't be read
            found.unread += 1


def _words(read: Callable[[bytes], str], data: bytes) -> str:
    words = tidied(tidy(read(data)))
    if not words:
        raise Unreadable
    return words


def _plain(data: bytes) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable
    return decode(data, "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")

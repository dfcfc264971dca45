"""The parts of a mail, walked with a cap on everything, because the parser of the standard library recurses into bombs.

It yields the texts in order, and leaves everything else where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from intake.mail.automatic import REPORTS, answers_invitation
from intake.mail.files.kinds import Readable, kind_of
from intake.mail.headers import Headers
from intake.mail.locked import is_locked_file
from intake.mail.parts import beginning, decoded, is_bare_multipart, message, split
from intake.mail.piece import Piece, Refused
from intake.mail.signed import Damaged, NotSigned, signed_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.mail.files.kinds import FileKind
    from intake.mail.parts import MailPart

_MOST_PARTS = 500
_DEEPEST = 25
_STUB = 400  # characters: a plain part this short may only say that there is an HTML part

_ENCRYPTED = ("multipart/encrypted", "application/pgp-encrypted")
_WRAPPED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_MESSAGES = ("message/rfc822", "message/global", "message/news")
_VERSIONS = {"text/plain", "text/html"}
_EXCHANGE = re.compile(r"att\d{5}\.(?:txt|html?)")  # what Exchange makes of the text that follows a picture
_SIGNATURES = tuple(
    f"application/{kind}" for kind in ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "pgp-keys")
)
_NO_WORDS = frozenset(
    f"text/{kind}" for kind in ("calendar", "x-vcalendar", "vcard", "x-vcard", "directory", "csv", "rtf", "xml", "css")
) | {"text/x-amp-html", "text/rfc822-headers", "text/x-watch-html", "text/javascript"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along: what kind it is, and where it stands in the mail."""

    kind: FileKind
    part: MailPart = field(repr=False)

    def content(self) -> bytes:
        """Return its bytes."""
        return decoded(self.part)


class Tree:
    """Walks the parts of one mail and yields its texts in order; everything that isn't text is left alone."""

    def __init__(self) -> None:
        self._parts = 0
        self.files: list[Attachment] = []  # the parts that aren't words
        self.answers = False  # there was a calendar's answer to an invitation

    def texts(self, top: MailPart) -> list[Piece]:
        """Return all the texts of a mail; where there are none, those that have a name and are shown inside it.

        Raises:
            Refused: see `pieces`.
        """
        found = list(self.pieces(top))
        if any(piece.text.strip() for piece in found):
            return found
        shown = [file for file in self.files if file.kind is Readable.TXT and file.part.headers.is_inline()]
        self.files = [file for file in self.files if file not in shown]
        return [*found, *(Piece(file.part) for file in shown)]

    def pieces(self, part: MailPart) -> Iterator[Piece]:
        """Yield the texts of a part and of all that is inside it.

        Raises:
            Refused: it is encrypted, a report, or deeper or of more parts than any mail.
        """
        self._parts += 1
        if part.depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise Refused("too-deep")
        kind = part.headers.kind()
        if kind in REPORTS and not part.attached:
            raise Refused("report")
        if kind.startswith("multipart/"):
            yield from self._inside(kind, part)
        elif kind.startswith("text/") and kind not in _NO_WORDS and _is_words(part):
            yield from self._inside("", part) if is_bare_multipart(part) else [Piece(part)]
        elif kind not in _SIGNATURES:
            yield from self._other(kind, part)

    def _other(self, kind: str, part: MailPart) -> Iterator[Piece]:
        """Open what is wrapped, and note what is a file."""
        name = part.headers.file_name().lower()
        if kind in _ENCRYPTED or is_locked_file(kind, name):
            raise Refused("encrypted")
        if kind in _MESSAGES or name.endswith(".eml"):
            yield from self.pieces(message(decoded(part), part.depth + 1, attached=part.attached + 1))
        elif kind == "message/partial":
            yield from self.pieces(message(decoded(part), part.depth + 1, attached=part.attached))
        elif kind in _WRAPPED or name == "smime.p7m":
            yield from self.pieces(message(_unwrapped(part), part.depth + 1, attached=part.attached))
        else:
            self.files.append(Attachment(kind_of(kind, name, beginning(part)), part))

    def _inside(self, kind: str, part: MailPart) -> Iterator[Piece]:
        if kind in _ENCRYPTED:
            raise Refused("encrypted")
        children = list(islice(split(part), _MOST_PARTS + 1))
        self.answers |= not part.attached and any(answers_invitation(child.headers) for child in children)
        if not children:  # it says multipart and isn't
            yield Piece(part)
        elif kind == "multipart/alternative" or (not kind and {each.headers.kind() for each in children} == _VERSIONS):
            yield from self._best(children)
        else:
            for child in children:
                yield from self.pieces(_as_message(child) if kind == "multipart/digest" else child)

    def _best(self, children: list[MailPart]) -> list[Piece]:
        """Take the first version that is plain text, unless it is empty or a stub beside a richer one.

        A message attached inside another version (Apple Mail puts it beside the HTML) belongs to all of them, and so
        do the files of all.
        """
        plain = next((child for child in children if child.headers.kind() == "text/plain"), None)
        best = list(self.pieces(plain)) if plain is not None else []
        length = sum(len(piece.text.strip()) for piece in best)
        for child in reversed(children):
            if child is plain:
                continue
            rich = list(self.pieces(child))
            own = [piece for piece in rich if piece.attached == child.attached]
            if length <= _STUB and sum(len(piece.text.strip()) for piece in own) > 2 * length + (100 if length else 0):
                return rich
            best += [piece for piece in rich if piece.attached > child.attached]
        return best


def _as_message(part: MailPart) -> MailPart:
    """In a digest what doesn't say its type is a message (RFC 2046, 5.1.5)."""
    if "content-type" in part.headers.fields:
        return part
    return replace(part, headers=Headers({**part.headers.fields, "content-type": "message/rfc822"}))


def _is_words(part: MailPart) -> bool:
    """Return whether a text is no file: it has no name, is all of the mail, or Exchange gave it a name."""
    if part.depth == 0 or not part.headers.is_file():
        return True
    return _EXCHANGE.fullmatch(part.headers.file_name().lower()) is not None


def _unwrapped(part: MailPart) -> bytes:
    """Return what was signed. Raises Refused."""
    try:
        return signed_content(decoded(part))
    except (NotSigned, Damaged):
        said_signed = part.headers.says("smime-type", "signed-data")
        raise Refused("unreadable" if said_signed else "encrypted") from None

"""What kind of file came with a mail: one whose words can be read, or one of those that are only counted.

It looks at the type it is said to have, at the end of its name, and at its first bytes. Nothing of them is kept.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Readable(StrEnum):
    """Files whose words can be read, by the names that settings have for them."""

    DOCX = "docx"
    PDF = "pdf"
    ODT = "odt"
    RTF = "rtf"
    TXT = "txt"
    WINMAIL = "winmail"


class Counted(StrEnum):
    """Files that are never kept, by the names that wording has for them."""

    PICTURE = "picture"
    RECORDING = "recording"
    VIDEO = "video"
    CALENDAR = "calendar"
    CONTACT = "contact"
    FILE = "file"


FileKind = Readable | Counted

_ENDINGS: dict[str, FileKind] = {
    **dict.fromkeys(("docx", "docm", "dotx"), Readable.DOCX),
    **dict.fromkeys(("odt", "ott"), Readable.ODT),
    **dict.fromkeys(("txt", "text"), Readable.TXT),
    "pdf": Readable.PDF,
    "rtf": Readable.RTF,
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "heic", "heif", "webp", "bmp", "tif", "tiff"), Counted.PICTURE),
    **dict.fromkeys(("mp3", "m4a", "wav", "amr", "aac", "ogg", "opus", "flac", "caf", "wma"), Counted.RECORDING),
    **dict.fromkeys(("mp4", "mov", "avi", "3gp", "mkv", "webm", "wmv", "m4v"), Counted.VIDEO),
    **dict.fromkeys(("ics", "vcs"), Counted.CALENDAR),
    "vcf": Counted.CONTACT,
}
_TYPES: dict[str, FileKind] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Readable.DOCX,
    "application/vnd.oasis.opendocument.text": Readable.ODT,
    **dict.fromkeys(("application/pdf", "application/x-pdf"), Readable.PDF),
    **dict.fromkeys(("application/rtf", "text/rtf", "text/richtext"), Readable.RTF),
    "text/plain": Readable.TXT,
    **dict.fromkeys(("application/ms-tnef", "application/vnd.ms-tnef"), Readable.WINMAIL),
    **dict.fromkeys(("text/calendar", "application/ics"), Counted.CALENDAR),
    **dict.fromkeys(("text/vcard", "text/x-vcard", "text/directory"), Counted.CONTACT),
}
_FAMILIES: dict[str, FileKind] = {
    "image": Counted.PICTURE,
    "audio": Counted.RECORDING,
    "video": Counted.VIDEO,
}
_STARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", Readable.PDF),
    (b"{\\rtf", Readable.RTF),
    (b"\x78\x9f\x3e\x22", Readable.WINMAIL),
)
_ARCHIVE = b"PK\x03\x04"
_ODT_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_ENDING = re.compile(r"\.([a-z0-9]{2,5})\s*\Z")


def kind_of(media_type: str, name: str, start: bytes) -> FileKind:
    """Return what kind of file this is. `start` are its first bytes, a hundred or so."""
    if known := next((kind for sign, kind in _STARTS if start.lstrip().startswith(sign)), None):
        return known
    ending = _ENDING.search(name[-20:].lower())
    said = _ENDINGS.get(ending[1]) if ending else None
    if start.startswith(_ARCHIVE):
        return _archive(media_type, said, start)
    by_type = _TYPES.get(media_type) or _FAMILIES.get(media_type.partition("/")[0])
    if by_type is Readable.TXT:  # what programs say of files that they don't know
        return said or (by_type if not ending else Counted.FILE)
    found = by_type or said or Counted.FILE
    return Counted.FILE if found in {Readable.DOCX, Readable.ODT} and start else found


def _archive(media_type: str, said: FileKind | None, start: bytes) -> FileKind:
    if _ODT_TYPE in start:
        return Readable.ODT
    known = _TYPES.get(media_type, said)
    return known if known in {Readable.DOCX, Readable.ODT} else said or Counted.FILE

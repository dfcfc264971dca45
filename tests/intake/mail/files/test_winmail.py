"""winmail.dat: the mail that Outlook packed, and what was attached to it."""

from __future__ import annotations

import pytest

from intake.mail.files.contents import contents, readers_for
from intake.mail.files.kinds import Readable
from intake.mail.files.limits import Unreadable
from intake.mail.files.winmail import read
from tests.fakes.files import TNEF, docx, packed_rich, paragraph, properties, rtf, winmail

BODY, MESSAGE, CODE_PAGE = 0x2800C, 0x69003, 0x69007
BEGINS, NAME, DATA, FILE = 0x69002, 0x18010, 0x6800F, 0x69005
STRING, UNICODE, OBJECT, BINARY, LONG = 0x1E, 0x1F, 0x0D, 0x102, 0x03


def message(*its: tuple[int, int, bytes]) -> bytes:
    """Return a winmail.dat with these properties of the message."""
    return winmail((MESSAGE, properties(*its)))


@pytest.mark.parametrize(
    "data",
    [
        message((UNICODE, 0x1000, "It’s loud.\0".encode("utf-16-le"))),  # noqa: RUF001
        message((BINARY, 0x1013, "<p>It’s loud.".encode()), (LONG, 0x3FDE, (65001).to_bytes(4, "little"))),  # noqa: RUF001
        message((BINARY, 0x1009, packed_rich(rtf(r"It\'92s loud.")))),
        message((STRING, 0x37, b"a subject"), (UNICODE, 0x1000, "It’s loud.".encode("utf-16-le"))),  # noqa: RUF001
        winmail((CODE_PAGE, (1252).to_bytes(8, "little")), (BODY, b"It\x92s loud.\0")),
    ],
)
def test_its_own_text_is_found(data: bytes) -> None:
    """As plain text, HTML, packed rich text, or the way of older programs; never a subject."""
    assert read(data).text.strip() == "It’s loud."  # noqa: RUF001


def test_names_and_several_values_are_passed_over() -> None:
    """Properties before the text may have names, or more than one value: they are stepped over, not mistaken."""
    named = b"\x1e\x00\x01\x80" + bytes(16) + (1).to_bytes(4, "little") + (6).to_bytes(4, "little") + b"a\0b\0c\0\0\0"
    several = b"\x1e\x10\x02\x60" + (2).to_bytes(4, "little")
    value = (1).to_bytes(4, "little") + (2).to_bytes(4, "little") + b"x\0\0\0"
    more = ((2).to_bytes(4, "little") + b"y\0\0\0") * 2
    text = properties((UNICODE, 0x1000, "Words.".encode("utf-16-le")))[4:]
    assert read(winmail((MESSAGE, (3).to_bytes(4, "little") + named + value + several + more + text))).text == "Words."


def test_what_is_attached_is_read_and_counted() -> None:
    """Files by their kind, mails with their text; what can't be read is counted, and loses nothing else."""
    inner = bytes(16) + message((UNICODE, 0x1000, "The inner one.".encode("utf-16-le")))
    data = winmail(
        (MESSAGE, properties((UNICODE, 0x1000, "See below.".encode("utf-16-le")))),
        (BEGINS, b""),
        (NAME, b"LETTER~1.DOC\0"),
        (DATA, docx(paragraph("I want a door."))),
        (FILE, properties((UNICODE, 0x3707, "Zephyrine Quillfeather.docx\0".encode("utf-16-le")))),
        (BEGINS, b""),
        (FILE, properties((OBJECT, 0x3701, inner))),
        (BEGINS, b""),
        (NAME, b"me.jpg\0"),
        (DATA, b"\xff\xd8"),
        (BEGINS, b""),
        (NAME, b"broken.pdf\0"),
        (DATA, b"%PDF-1.7 and no more"),
    )
    found = contents(Readable.WINMAIL, data, readers_for(Readable.WINMAIL, list(Readable)))
    assert (found.body, found.messages, found.texts) == ("See below.", ["The inner one."], ["I want a door."])
    assert (found.unread, dict(found.counted)) == (1, {"picture": 1})


@pytest.mark.parametrize(
    "data",
    [
        b"no winmail",
        message((0x99, 0x1000, b"")),
        winmail(*[(BEGINS, b"")] * 51),
        message((BINARY, 0x1009, b"\0" * 20)),
    ],
)
def test_what_is_none_says_so(data: bytes) -> None:
    """Another file, an unknown type of value, more files than any mail, text that is packed in no known way."""
    with pytest.raises(Unreadable):
        read(data)


@pytest.mark.parametrize("data", [TNEF + b"\x01\x03\x90\x06\x00\xff\xff\xff\xff", message()[:-4], TNEF])
def test_lengths_that_lie_end_it(data: bytes) -> None:
    """What is cut off, or claims to be longer than it is, ends there."""
    assert read(data).text == ""

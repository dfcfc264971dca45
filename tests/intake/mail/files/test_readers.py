"""The words in files: whole, and nothing but them."""

from __future__ import annotations

import pytest

from intake.mail.files import opendocument, portable, rich, word
from intake.mail.files.kinds import Counted, Readable, kind_of
from intake.mail.files.limits import LONGEST, Unreadable
from intake.mail.files.packed import unpack
from tests.fakes.files import archive, docx, odt, packed_rich, page, paragraph, pdf, rtf

FIELD = '<w:fldChar w:fldCharType="{}"/>'
BOUND = "<w:sdtPr><w:dataBinding w:prefixMappings=\"xmlns:ns0='core-properties'\"/></w:sdtPr>"
HIDDEN_STYLE = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'


def field(instruction: str, shown: str) -> str:
    """Return a field of a Word document, and what it shows."""
    begin, separate, end = map(FIELD.format, ("begin", "separate", "end"))
    told = f"<w:instrText>{instruction}</w:instrText>"
    return f"<w:p><w:r>{begin}{told}{separate}</w:r><w:r><w:t>{shown}</w:t></w:r><w:r>{end}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("It’s loud.") + paragraph("I want a door. 😀"), "It’s loud.\nI want a door. 😀"),  # noqa: RUF001
        ("<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>", "One\ttwo\nthree"),
        (f"<w:del>{paragraph('gone')}</w:del><w:ins>{paragraph('stays')}</w:ins>", "stays"),
        (f"<w:moveFrom>{paragraph('gone')}</w:moveFrom><w:moveTo>{paragraph('stays')}</w:moveTo>", "stays"),
        (paragraph("hidden", "<w:vanish/>") + paragraph("shown", '<w:vanish w:val="0"/>'), "shown"),
        (field(" AUTHOR \\* MERGEFORMAT", "Zephyrine") + field(" PAGE ", "7") + paragraph("on"), "7\non"),
        (f'<w:fldSimple w:instr="FILENAME">{paragraph("jo.docx")}</w:fldSimple>{paragraph("on")}', "on"),
        (
            f"<w:sdt>{BOUND}<w:sdtContent>{paragraph('Zephyrine')}</w:sdtContent></w:sdt>{paragraph('on')}",
            "on",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('Mon')}</w:tc><w:tc>{paragraph('home')}</w:tc></w:tr></w:tbl>",
            "Mon\thome",
        ),
        (
            f"<w:Choice>{paragraph('box')}</w:Choice><w:Fallback>{paragraph('box')}</w:Fallback>",
            "box",
        ),
    ],
)
def test_a_word_document_is_its_body(body: str, words: str) -> None:
    """What people see on the page stays; deleted, moved, hidden words and properties of the document don't."""
    assert word.read(docx(body)) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<text:h>Home</text:h><text:p>It's  loud.<text:s text:c='2'/>Very.</text:p>", "Home\nIt's loud.  Very."),
        ("<text:p>One<text:tab/>two<text:line-break/>three</text:p>", "One\ttwo\nthree"),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>stays</text:p>", "stays"),
        ("<text:p>on<office:annotation><text:p>Zephyrine</text:p></office:annotation>e</text:p>", "one"),
        ("<text:p>by <text:author-name>Zephyrine</text:author-name>me</text:p>", "by me"),
        ("<text:p>I <text:span text:style-name='T1'>hidden</text:span>say</text:p>", "I say"),
    ],
)
def test_an_open_document_is_its_body(body: str, words: str) -> None:
    """The same of an .odt."""
    assert opendocument.read(odt(body, HIDDEN_STYLE)) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"It\'92s loud.\par I want a door.", "It’s loud.\nI want a door."),  # noqa: RUF001
        (r"\uc1\u-10179?\u-8704? \u8217?s", "😀 ’s"),  # noqa: RUF001
        (r"caf\'e9 {\f1 Za\'bf\'f3\'b3\'e6}", "café Zażółć"),
        (r"I {\v hidden}{\deleted gone}say\line so", "I say\nso"),
        (r"{\*\unheard Zephyrine}{\pict\pngblip 89504e47}{\footnote Zephyrine}on", "on"),
        (r"a {\pict\bin4 }}}} }on \{ok\}", "a on {ok}"),
        (r"{\field{\*\fldinst AUTHOR}{\fldrslt me}}", "me"),
    ],
)
def test_rich_text_is_its_body(body: str, words: str) -> None:
    """The same of rich text, in the charset of each font, emoji and all."""
    assert rich.read(rtf(body)) == words


def test_a_pdf_is_the_text_of_its_pages() -> None:
    """Page by page; what programs put on every page is marked as such and goes."""
    running = "/Artifact <</Type/Pagination>> BDC BT /F 12 Tf 72 20 Td (Quillfeather) Tj [(Quill) 3 (x)] TJ ET EMC"
    words = portable.read(pdf(page("It\x92s loud.", "I want a door.") + running, page("Page two.")))
    assert words == "It’s loud.\nI want a door.\n\nPage two."  # noqa: RUF001


def test_packed_rich_text_repeats_what_stood_before() -> None:
    """The example of MS-OXRTFCP, 3.1: back-references into a dictionary that both sides know."""
    example = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpack(example) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rich.read(unpack(packed_rich(rtf("hello")))) == "hello"


@pytest.mark.parametrize(
    ("media_type", "name", "start", "kind"),
    [
        ("application/octet-stream", "letter.DOCX", b"PK\x03\x04", Readable.DOCX),
        ("application/zip", "letters.zip", b"PK\x03\x04", Counted.FILE),
        ("application/octet-stream", "", b"%PDF-1.4", Readable.PDF),
        ("application/msword", "letter.doc", b"{\\rtf1", Readable.RTF),
        ("application/msword", "letter.doc", b"\xd0\xcf\x11\xe0", Counted.FILE),
        ("application/octet-stream", "x.docx", b"\xd0\xcf\x11\xe0", Counted.FILE),
        ("application/zip", "x", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", Readable.ODT),
        ("text/plain", "notes.txt", b"Hi", Readable.TXT),
        ("text/plain", "table.csv", b"a,b", Counted.FILE),
        ("text/plain", "", b"Hi", Readable.TXT),
        ("application/octet-stream", "winmail.dat", b"\x78\x9f\x3e\x22", Readable.WINMAIL),
        ("image/heic", "", b"", Counted.PICTURE),
        ("application/octet-stream", "IMG_1.HEIC", b"", Counted.PICTURE),
        ("audio/mp4", "voice.m4a", b"", Counted.RECORDING),
        ("video/quicktime", "", b"", Counted.VIDEO),
        ("text/calendar", "invite.ics", b"", Counted.CALENDAR),
        ("text/x-vcard", "", b"", Counted.CONTACT),
    ],
)
def test_a_file_is_of_the_kind_that_it_is(media_type: str, name: str, start: bytes, kind: object) -> None:
    """By its first bytes, its type or the end of its name, whichever tells."""
    assert kind_of(media_type, name, start) is kind


LONG = "x" * (LONGEST + 1)


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (word.read, b"no archive"),
        (word.read, archive(word__other_xml="<a/>")),
        (word.read, docx("<w:p>")),
        (word.read, docx(paragraph(LONG))),
        (word.read, archive(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
        (opendocument.read, odt(f"<text:p>{LONG}</text:p>")),
        (rich.read, b"no rich text"),
        (rich.read, rtf(LONG)),
        (portable.read, pdf(page(*["y" * 100] * 1_100))),
        (unpack, b"\0" * 8 + b"LZXX"),
    ],
)
def test_what_cannot_be_read_says_so(read: object, data: bytes) -> None:
    """A file that isn't what it says, or holds more than any message may, is no file to read."""
    assert callable(read)
    with pytest.raises(Unreadable):
        read(data)

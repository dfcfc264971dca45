"""Files as people attach them, made here: no document of anybody's is kept in the project."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TNEF = b"\x78\x9f\x3e\x22\x01\x00"


def archive(**members: str | bytes) -> bytes:
    """Return a ZIP archive; the names' double underscores are slashes and single ones dots."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def docx(body: str) -> bytes:
    """Return a Word document with this markup as its body, a head, a foot, a comment, and an author's name."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    aside = f'<w:x xmlns:w="{WORD}"><w:p><w:r><w:t>Quillfeather</w:t></w:r></w:p></w:x>'
    return archive(
        word__document_xml=document,
        word__header1_xml=aside,
        word__footer1_xml=aside,
        word__comments_xml=aside,
        docProps__core_xml="<c>Zephyrine Quillfeather</c>",
    )


def paragraph(text: str, settings: str = "") -> str:
    """Return a paragraph of a Word document, its run with these settings."""
    return f"<w:p><w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text with this markup as its body, and an author's name."""
    spaces = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" xmlns:style="{STYLE}"'
    inside = f"<office:automatic-styles>{styles}</office:automatic-styles><office:text>{body}</office:text>"
    return archive(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f"<office:document-content {spaces}>{inside}</office:document-content>",
        meta_xml="<m>Zephyrine Quillfeather</m>",
    )


def pdf(*pages: str, objects: tuple[str, ...] = (), info: str = "(Zephyrine Quillfeather)") -> bytes:
    """Return a PDF whose pages are content streams, with an author's name; more objects are numbered from 100."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(pages)))
    bodies = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: f"<</Author{info}/Title{info}>>",
    }
    for index, content in enumerate(pages):
        resources = "/Resources<</Font<</F 3 0 R>>>>"
        bodies[10 + 2 * index] = f"<</Type/Page/Parent 2 0 R/Contents {11 + 2 * index} 0 R{resources}>>"
        bodies[11 + 2 * index] = _stream(content)
    bodies |= {100 + index: body for index, body in enumerate(objects)}
    return _numbered(bodies)


def _stream(content: str) -> str:
    packed = zlib.compress(content.encode("latin-1"))
    return f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n{packed.decode('latin-1')}\nendstream"


def _numbered(bodies: dict[int, str]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in bodies.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start, most = len(out), max(bodies) + 1
    table = "".join(f"{places.get(n, 0):010} 00000 {'n' if n in places else 'f'} \n" for n in range(most))
    out += f"xref\n0 {most}\n{table}trailer<</Size {most}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def page(*lines: str) -> str:
    """Return the content of a PDF's page: lines, one below the other."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F 12 Tf 14 TL 72 720 Td {shown} ET"


def rtf(body: str) -> bytes:
    """Return rich text with this body, a head, and an author's name."""
    fonts = r"{\fonttbl{\f0\fcharset0 Calibri;}{\f1\fcharset238 Arial CE;}}"
    aside = r"{\info{\author Zephyrine Quillfeather}}{\header Quillfeather\par}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{aside}\pard {body}}}".encode("cp1252")


def winmail(*attributes: tuple[int, bytes]) -> bytes:
    """Return a winmail.dat of these attributes."""
    return TNEF + b"".join(
        b"\x01" + what.to_bytes(4, "little") + len(value).to_bytes(4, "little") + value + b"\0\0"
        for what, value in attributes
    )


def properties(*its: tuple[int, int, bytes]) -> bytes:
    """Return MAPI properties (kind, id, value), strings and binaries with their lengths."""
    return len(its).to_bytes(4, "little") + b"".join(_property(*each) for each in its)


def _property(kind: int, what: int, value: bytes) -> bytes:
    head = kind.to_bytes(2, "little") + what.to_bytes(2, "little")
    if kind in {0x1E, 0x1F, 0x0D, 0x102}:
        head += (1).to_bytes(4, "little") + len(value).to_bytes(4, "little")
        value += bytes(-len(value) % 4)
    return head + value


def packed_rich(text: bytes) -> bytes:
    """Return rich text as Outlook packs it, with every byte spelled out."""
    groups = b"".join(b"\0" + text[at : at + 8] for at in range(0, len(text), 8))
    size = len(text).to_bytes(4, "little")
    return (len(groups) + 12).to_bytes(4, "little") + size + b"LZFu" + bytes(4) + groups

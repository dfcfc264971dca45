"""The words of a .pdf, page by page. Never its properties, its notes, or what stands on every page."""

from __future__ import annotations

import logging
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf._codecs._codecs  # later no file can be opened
import pypdf._codecs.core_font_metrics
import pypdf._text_extraction
import pypdf.filters  # noqa: F401 - the same
from pypdf import PdfReader, overwrite_configuration
from pypdf.generic import TextStringObject

from intake.mail.files.limits import LONGEST, UNPACKED, Unreadable, tidied

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 100
# Letters in the shape that a font has for them: ligatures, and Arabic letters by their place in a word.
_SHAPES = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefe]")
# Signs without a meaning of their own: bullets of symbol fonts, and whatever else a font calls its own.
_SIGNS = {**dict.fromkeys(range(0xE000, 0xF900)), 0xF0B7: "\u2022", 0xF0A7: "\u2022", 0xF0D8: "\u2022"}
_SHOW = {b"Tj", b"'", b'"'}
_OPEN = {b"BMC", b"BDC"}

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
overwrite_configuration(
    maximum_declared_stream_length=UNPACKED,
    array_based_stream_maximum_output_length=UNPACKED,
    zlib_maximum_output_length=UNPACKED,
    lzw_maximum_output_length=UNPACKED,
    run_length_maximum_output_length=UNPACKED,
    jbig2dec_binary=None,
)


def read(data: bytes) -> str:
    """Return the words. Raises Unreadable, and whatever a broken file makes of pypdf."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable
    pages: list[str] = []
    for page in reader.pages:
        pages.append(_SHAPES.sub(_usual, _page(page).translate(_SIGNS)))
        if sum(map(len, pages)) > LONGEST:
            raise Unreadable
    return tidied("\n\n".join(pages))


def _page(page: PageObject) -> str:
    """Return a page's text without artifacts: running heads, page numbers, watermarks (ISO 32000-1, 14.8.2.2)."""
    marks: list[bool] = []

    def before(operator: bytes, operands: list[Any], *_: object) -> None:
        if operator in _OPEN:
            marks.append(bool(operands) and operands[0] == "/Artifact")
        elif operator == b"EMC" and marks:
            marks.pop()
        elif True not in marks:
            return
        elif operator == b"TJ":
            operands.clear()
        elif operator in _SHOW and operands:
            operands[-1] = TextStringObject("")

    return page.extract_text(visitor_operand_before=before)


def _usual(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", letter[0])

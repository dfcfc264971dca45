"""The words of a .docx: its body alone. Never a property, a comment, what was deleted, or what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.files.limits import tidied
from intake.mail.files.markup import read_member

if TYPE_CHECKING:
    from collections.abc import Mapping

_BODY = re.compile(r"word/document\d*\.xml")
# Deleted and moved words; settings of paragraphs; what older programs show instead.
_SKIPPED = {"del", "moveFrom", "pPr", "Fallback"}
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ENDS = {"p": "\n", "tc": "\t", "tr": "\n"}  # of a cell and a row: instead of what ended its last paragraph
_NO = {"0", "false", "off"}
# Fields whose result is not what somebody wrote here (ECMA-376, 17.16.5).
_METADATA = re.compile(r"\s*(?:AUTHOR|LASTSAVEDBY|USER\w+|FILENAME|DOCPROPERTY|INFO|TITLE|SUBJECT|COMMENTS|KEYWORDS)\b")
_METADATA_SHOWN = "\0"
_LONGEST_INSTRUCTION = 100  # characters


def read(data: bytes) -> str:
    """Return the words. Raises Unreadable."""
    words = _Words()
    read_member(data, lambda name: _BODY.fullmatch(name) is not None, words)
    return tidied("".join(words.pieces))


class _Words:
    """Hears of the elements of a document body."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._skipped = 0  # how deep inside something that isn't read
        self._where = ""  # the element whose text counts
        self._hidden = False
        self._bound = False  # the content control that begins shows a property of the document
        self._fields: list[str] = []  # the instruction of each field that is open

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where words begin, and what is not read."""
        if self._skipped or self._is_left_out(name, attributes):
            self._skipped += 1
        elif name in {"t", "instrText"}:
            self._where = name
        elif name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = attributes.get("val", "1") not in _NO
        elif name == "fldChar":
            self._field(attributes.get("fldCharType", ""))
        elif name == "dataBinding":
            self._bound = "properties" in attributes.get("prefixMappings", "")
        elif name in _BREAKS:
            self._add(_BREAKS[name])

    def end(self, name: str) -> None:
        """Note where words end."""
        if self._skipped:
            self._skipped -= 1
        elif name == self._where:
            self._where = ""
        elif name in _ENDS:
            if name != "p" and self.pieces:
                self.pieces.pop()
            self.pieces.append(_ENDS[name])

    def characters(self, text: str) -> None:
        """Keep words."""
        if self._skipped:
            return
        if self._where == "t":
            self._add(text)
        elif self._where and self._fields:
            self._fields[-1] += text[:_LONGEST_INSTRUCTION]

    def _is_left_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "fldSimple":
            return bool(_METADATA.match(attributes.get("instr", "")))
        bound, self._bound = name == "sdtContent" and self._bound, self._bound and name != "sdtContent"
        return bound or name in _SKIPPED

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] = _METADATA_SHOWN if _METADATA.match(self._fields[-1]) else ""
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str) -> None:
        if not self._hidden and _METADATA_SHOWN not in self._fields:
            self.pieces.append(text)

"""The words of rich text (.rtf). Never its properties, heads, notes, pictures, deleted or hidden words.

What a control word means is in Microsoft's Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from intake.mail.files.limits import UNPACKED, Unreadable, tidied

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)")
_DEEPEST = 500
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    b" footnote annotation xe tc txe rxe bkmkstart bkmkend private1 themedata colorschememapping datastore"
    b" latentstyles listtable listoverridetable rsidtbl generator fldinst filetbl revtbl nonshppict".split()
)
_READ_ALL_THE_SAME = frozenset({b"shpinst", b"shptxt"})  # text boxes, though marked as new to old readers
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n\n", b"page": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t",
    b"emdash": "\u2014", b"endash": "\u2013", b"bullet": "\u2022", b"lquote": "\u2018", b"rquote": "\u2019",
    b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n", b"\\": "\\", b"{": "{", b"}": "}"}
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = (437, 850, 852, 866, 874, 932, 936, 949, 950, *range(1250, 1259))
_LATIN = "cp1252"
CODECS = (_LATIN, "utf-8", "utf-16-le", *_CHARSETS.values(), *(f"cp{page}" for page in _PAGES))


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and forgets at its end: `after` is how many characters stand in for one of Unicode."""

    skipped: bool = False
    fonts: bool = False
    hidden: bool = False
    deleted: bool = False
    after: int = 1
    codec: str = _LATIN


def read(data: bytes) -> str:
    """Return the words. Raises Unreadable."""
    if not data.lstrip().startswith(b"{\\rtf") or len(data) > UNPACKED:
        raise Unreadable
    return tidied(_Reader().read(data))


class _Reader:
    """Goes through the tokens once."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._bytes = bytearray()  # in the font's charset, where two may be one character
        self._states = [_State()]
        self._fonts: dict[int, str] = {}
        self._font = -1
        self._codec = _LATIN  # the document's own
        self._owed = 0  # characters still to come that stand in for one of Unicode
        self._optional = False  # the next word says what the group is for, and old readers pass it over

    def read(self, data: bytes) -> str:
        at = 0
        while token := _TOKEN.search(data, at):
            at = token.end()
            word, number, code, symbol, brace, text = token.groups()
            if word == b"bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif brace:
                self._brace(brace)
            elif symbol:
                self._symbol(symbol)
            else:
                self._text(bytes.fromhex(code.decode()) if code else text)
        self._flush()
        # A character beyond the first 65,536 came as two halves.
        return "".join(self._pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._owed, self._optional = 0, False
        if brace == b"{":
            self._states.append(self._states[-1])
        elif len(self._states) > 1:
            self._states.pop()
        if len(self._states) > _DEEPEST:
            raise Unreadable

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._optional = True
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word in _SKIPPED or (optional and word not in _READ_ALL_THE_SAME):
            self._set(skipped=True, fonts=word == b"fonttbl")
        elif word == b"u" and number is not None:
            self._owed = 0
            self._say(chr(number & 0xFFFF))
            self._owed = self._states[-1].after
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in {b"v", b"deleted"}:
            self._set(**{"hidden" if word == b"v" else "deleted": number != 0})
        elif word == b"plain":
            self._set(hidden=False, deleted=False, codec=self._codec)
        elif word == b"uc":
            self._set(after=max(0, number or 0))
        else:
            self._charset(word, number)

    def _charset(self, word: bytes, number: int | None) -> None:
        if number is None:
            return
        if word == b"ansicpg" and number in _PAGES:
            self._codec = f"cp{number}"
            self._set(codec=self._codec)
        elif word == b"f" and self._states[-1].fonts:
            self._font = number
        elif word == b"f":
            self._set(codec=self._fonts.get(number, self._codec))
        elif word == b"fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _set(self, **its: Any) -> None:
        self._flush()
        self._states[-1] = replace(self._states[-1], **its)

    def _text(self, text: bytes) -> None:
        standing_in = min(self._owed, len(text))
        self._owed -= standing_in
        if self._is_read():
            self._bytes += text[standing_in:]

    def _say(self, text: str) -> None:
        if self._owed:
            self._owed -= 1
        elif self._is_read():
            self._flush()
            self._pieces.append(text)

    def _is_read(self) -> bool:
        state = self._states[-1]
        return not (state.skipped or state.hidden or state.deleted)

    def _flush(self) -> None:
        if self._bytes:
            self._pieces.append(self._bytes.decode(self._states[-1].codec, "replace"))
            self._bytes.clear()

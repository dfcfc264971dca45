"""Turns the bytes of one text part into lines: charset, format=flowed, HTML. It keeps no address behind a link."""

from __future__ import annotations

import re

from intake.mail.links import unwrap_links

_LATIN = "cp1252"  # what "ascii" and "latin-1" mean in mail (WHATWG Encoding, 4.2)
_CODECS = {
    **{f"iso8859{n}": f"iso8859-{n}" for n in (*range(2, 9), 10, 11, 13, 14, 15, 16)},
    **{f"{prefix}{n}": f"cp{n}" for prefix in ("cp", "windows", "win") for n in range(1250, 1259)},
    **{f"{prefix}{n}": f"cp{n}" for prefix in ("cp", "ibm", "dos") for n in (437, 737, 775, 850, 852, 855, 857, 858)},
    **{f"{prefix}{n}": f"cp{n}" for prefix in ("cp", "ibm", "dos") for n in (860, 861, 862, 863, 864, 865, 866, 869)},
    **{f"mac{name}": f"mac-{name}" for name in ("cyrillic", "greek", "turkish", "latin2", "iceland")},
    **dict.fromkeys(("usascii", "ascii", "iso88591", "latin1", "l1", "cp819", "ansi", "iso885915euro"), _LATIN),
    **dict.fromkeys(("utf8", "unicode11utf8", "utf8mb4"), "utf-8"),
    **dict.fromkeys(("iso88599", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "euccn"), "gb18030"),
    **dict.fromkeys(("big5", "big5hkscs", "cp950"), "big5hkscs"),
    **dict.fromkeys(("shiftjis", "sjis", "cp932", "windows31j", "ms932"), "cp932"),
    **dict.fromkeys(("euckr", "ksc56011987", "ksc5601", "cp949", "uhc"), "cp949"),
    **dict.fromkeys(("macintosh", "macroman", "mac"), "mac-roman"),
    **dict.fromkeys(("tis620", "windows874", "cp874"), "cp874"),
    **dict.fromkeys(("hzgb2312", "hz"), "hz"),
    **dict.fromkeys(("iso2022kr",), "iso2022-kr"),
    **dict.fromkeys(("iso2022jp", "iso2022jp1", "iso2022jp2", "iso2022jpms", "cp50220", "cp50221"), "iso2022-jp-ext"),
    **dict.fromkeys(("eucjp", "ujis", "cp51932", "eucpackedformatforjapanese"), "euc-jp"),
    **dict.fromkeys(("macce", "maccentraleurope", "maceastereurope"), "mac-latin2"),
    **dict.fromkeys(("gb231280", "cngb"), "gb18030"),
    "cp65001": "utf-8",
    "iso88596i": "iso8859-6",
    "iso88598i": "iso8859-8",
    "latin2": "iso8859-2",
    "latin9": "iso8859-15",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "utf16": "utf-16",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "utf32": "utf-32",
}
CODECS = tuple(dict.fromkeys(_CODECS.values()))  # all that are ever called
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")  # begin UTF-16, whatever is declared
_DEEPEST_QUOTE = 20
_BREAKS = {ord(char): "\n" for char in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
_GONE = dict.fromkeys((*range(9), *range(14, 28), 31, *range(127, 133), *range(134, 160), 0xFEFF))
_TIDY = {**_BREAKS, **_GONE, 0xA0: " "}
_UNTIDY = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TIDY)) + "]")
_ASIDES = re.compile(
    r"(?<=\S)<(?:https?://|mailto:|tel:)[^<>\s]{1,3000}>"  # Outlook writes a link's address behind its text
    r"|\[cid:[^\]\s]{1,200}\]|\[image:[^\]\n]{0,200}\]"
    r"|<[^<>/\n]{1,80}\.(?:jpe?g|png|gif|heic|webp|pdf|docx?|mov|mp4|m4a)>",  # a file, as Apple Mail shows it
    re.IGNORECASE,
)


def decode(raw: bytes, charset: str | None) -> str:
    """Decode with the declared charset if it is one of those that mail uses, else as UTF-8, else as Windows-1252.

    Codecs outside the list (`unicode_escape`, `rot13`, `utf-7`) are never called. Never raises.
    """
    if raw.startswith(_BYTE_ORDERS):
        charset = "utf-16"
    name = re.sub(r"[^a-z0-9]", "", (charset or "utf-8")[:40].lower())
    codec = _CODECS.get(name) or _CODECS.get(name.removeprefix("x").removeprefix("cs"), "utf-8")
    # UTF-8 that calls itself something Latin is common; Latin text that happens to be valid UTF-8 is not
    for candidate in dict.fromkeys(("utf-8", codec) if codec == _LATIN else (codec, "utf-8")):
        try:
            return raw.decode(candidate)
        except UnicodeError:
            continue
    return _decode_damaged(raw, codec)


def _decode_damaged(raw: bytes, codec: str) -> str:
    """Keep what can be read: a charset with a few broken bytes is still that charset."""
    text = raw.decode(codec, "replace")
    broken, beyond_ascii = text.count("\ufffd"), sum(not char.isascii() for char in text)
    if codec != _LATIN and broken * 2 <= beyond_ascii:
        return text
    return raw.decode(_LATIN, "replace")


def tidy(text: str) -> str:
    """Make every line end a newline and drop what nobody sees or what names a file or an address behind a link."""
    text = text.replace("\r\n", "\n")
    if _UNTIDY.search(text):
        text = text.translate(_TIDY)
    if "<" in text or "[" in text:
        text = _ASIDES.sub("", text)
    return unwrap_links(text)


def unflow(text: str, *, delsp: bool) -> str:
    """Join the lines that format=flowed broke (RFC 3676). Lines end in newlines."""
    paragraphs: list[list[str]] = []
    flows, depth = False, 0
    for line in text.split("\n"):
        content = line.lstrip(">")
        quoted = len(line) - len(content)
        content = content.removeprefix(" ")
        if not (flows and quoted == depth and content != "-- "):
            paragraphs.append(["> " * min(quoted, _DEEPEST_QUOTE)])
        flows, depth = content.endswith(" ") and content != "-- ", quoted
        paragraphs[-1].append(content[:-1] if flows and delsp else content)
    return "\n".join(["".join(paragraph) for paragraph in paragraphs])

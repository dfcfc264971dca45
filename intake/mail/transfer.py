"""How bytes were packed for the way: base64 and quoted-printable, as they were declared or plainly are."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp, a2b_uu

_BASE64_LINES = re.compile(rb"(?:[A-Za-z0-9+/=]{1,998}+[ \t\r]*+(?:\n|\Z)|[ \t\r]*+\n)*+")
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=]+")
_SPACED_BREAK = re.compile(rb"=[ \t]++(?=\r?\n)")  # a server or an editor put spaces behind the sign
# What only quoted-printable has: a line broken with "=", and a sign or two that writing can't do without
_SOFT_BREAK = re.compile(rb"[^\n=]{20}=\r?\n")
_PACKED = re.compile(rb"=(?:20(?=\r?\n)|3D|C2=A0|E2=80=[0-9A-F]{2}|C3=[0-9A-F]{2})")
_TOLD = 2  # such signs, before quoted-printable is believed that nobody declared
_LOOKED_AT = 20_000  # bytes
_UUENCODED = re.compile(r"^begin [0-7]{3,4} [^\n]{1,200}\n(?:[ -`]{1,61}\n)*+(?:end\n?)?", re.MULTILINE)


def unpack(body: bytes, encoding: str) -> bytes:
    """Return the bytes that were packed. Forgives what can be forgiven; linear in their length, and never raises."""
    first = encoding.replace(";", " ").replace('"', " ").split()[:1]
    match "".join(first).lower().replace("-", "").removeprefix("x"):
        case "base64":
            return _from_base64(body)
        case "quotedprintable":
            return a2b_qp(_SPACED_BREAK.sub(b"=", body))
        case "uuencode" | "uue":
            return _from_uuencode(body)
        case _:
            return a2b_qp(body) if _was_quoted_printable(body[:_LOOKED_AT]) else body


def without_files(text: str) -> str:
    """Take out files that were written into the text itself (uuencode), with their names."""
    return _UUENCODED.sub("", text) if "begin " in text else text


def _from_base64(body: bytes) -> bytes:
    """Decode the lines that are base64; what a list's server put below stays as it is, as does what is no base64."""
    match = _BASE64_LINES.match(body)
    end = match.end() if match else 0
    packed, rest = body[:end], body[end:]
    if not packed.strip():
        if body[:_LOOKED_AT].count(b" ") * 10 > len(body[:_LOOKED_AT]):
            return body  # words, whatever is declared
        packed, rest = body, b""
    try:
        plain = b"".join(map(_letters, filter(None, _FOREIGN.sub(b"", packed).split(b"="))))
    except Error:
        return body
    return plain + b"\n" + rest if rest.strip() else plain


def _from_uuencode(body: bytes) -> bytes:
    """Decode the lines below "begin"; what is no such line stays as it is, and so does all that stands around them."""
    before, _, packed = body.partition(b"begin ")
    lines, _, after = packed.partition(b"\nend")
    return before + b"".join(map(_from_line, lines.splitlines()[1:])) + after


def _from_line(line: bytes) -> bytes:
    try:
        return a2b_uu(line)
    except Error:
        return line


def _letters(letters: bytes) -> bytes:
    """Decode what stands between two ends: some programs pack a text piece by piece."""
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]  # one letter too many holds no whole byte
    return a2b_base64(letters + b"=" * (-len(letters) % 4))


def _was_quoted_printable(body: bytes) -> bool:
    """Return whether a server lost the line that declares quoted-printable."""
    return b"=" in body and _SOFT_BREAK.search(body) is not None and len(_PACKED.findall(body)) >= _TOLD

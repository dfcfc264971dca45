"""Charsets and format=flowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.text import decode, tidy, unflow


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        ("café".encode(), "utf-8", "café"),
        ("café".encode(), None, "café"),
        ("café".encode(), "us-ascii", "café"),
        ("café".encode(), "iso-8859-1", "café"),
        ("it’s".encode("cp1252"), "iso-8859-1", "it’s"),  # noqa: RUF001
        ("it’s".encode("cp1252"), "utf-8", "it’s"),  # noqa: RUF001
        ("it’s".encode("cp1252"), None, "it’s"),  # noqa: RUF001
        ("家".encode("gb18030"), "GB2312", "家"),
        ("家".encode("iso2022-jp"), "ISO-2022-JP", "家"),
        ("dům".encode("iso8859-2"), "iso-8859-2", "dům"),
        ("дом".encode("koi8-r"), "KOI8-R", "дом"),
        ("home".encode("utf-16"), "utf-16", "home"),
        (rb"\u0041", "unicode_escape", r"\u0041"),
        (b"ubzr", "rot13", "ubzr"),
        (b"+AGgAaQ-", "utf-7", "+AGgAaQ-"),
        (b"home", "no such charset", "home"),
        ("家".encode("cp932"), "x-sjis", "家"),
        ("家".encode("iso2022-jp"), "csISO2022JP", "家"),
        ("家".encode("iso2022-jp-2"), "ISO-2022-JP-2", "家"),
        ("дом".encode("cp866"), "IBM866", "дом"),
        ("дом".encode("mac-cyrillic"), "x-mac-cyrillic", "дом"),
        ("café, café".encode() + b"\xff", "utf-8", "café, café\ufffd"),
        ("😀 ok ".encode() * 9 + b"\xff", "utf-8", "😀 ok " * 9 + "\ufffd"),
    ],
)
def test_a_text_is_decoded_as_it_was_meant(raw: bytes, charset: str | None, text: str) -> None:
    """Declared charset, else UTF-8, else Windows-1252; never a codec that is none of mail's."""
    assert decode(raw, charset) == text


@given(st.binary(), st.sampled_from(["utf-8", "gb2312", "iso-2022-jp", "utf-16", "utf-32", "big5", None]))
def test_decoding_never_raises(raw: bytes, charset: str | None) -> None:
    """Any bytes under any charset become some text."""
    assert isinstance(decode(raw, charset), str)


@pytest.mark.parametrize(
    ("flowed", "delsp", "text"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("one \ntwo", True, "onetwo"),
        ("> one \n> two\nmine", False, "> one two\nmine"),
        (">> deep \n> less", False, "> > deep \n> less"),
        (" >not quoted", False, ">not quoted"),
        ("words \n-- \nJo", False, "words \n-- \nJo"),
    ],
)
def test_flowed_lines_are_joined(flowed: str, text: str, *, delsp: bool) -> None:
    """RFC 3676: a space at the end of a line goes on, in the same quote, but never into a signature."""
    assert unflow(flowed, delsp=delsp) == text


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ufeffa\0b\x07c\xa0d", "abc d"),
        ("the form<https://eur02.safelinks.example/?url=x> here", "the form here"),
        ("me<mailto:jo@mail.example>", "me"),
        ("[cid:image001.png@01DB]hi [image: Jo at home.jpg]", "hi "),
        ("look <Jo Reed care plan.pdf>", "look "),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_what_nobody_sees_goes(text: str, tidied: str) -> None:
    """Line ends are one kind; control characters, addresses behind links and names of files go."""
    assert tidy(text) == tidied

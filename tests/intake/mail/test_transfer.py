"""Base64, quoted-printable and uuencode, as servers spoil them."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.transfer import unpack, without_files

SAID = "They said “wait”, and I waited.\n".encode() * 4
PACKED = base64.encodebytes(SAID)


@pytest.mark.parametrize(
    ("body", "encoding", "plain"),
    [
        (PACKED, "base64", SAID),
        (PACKED, '"Base64" (all of it)', SAID),
        (PACKED.replace(b"\n", b"\r\n"), "base64", SAID),
        (PACKED.replace(b"\n", b""), "base64", SAID),
        (PACKED.rstrip(b"=\n"), "base64", SAID),
        (
            PACKED.rstrip() + b"\n\n____\nVoices list, all welcome\n",
            "base64",
            SAID + b"\n____\nVoices list, all welcome\n",
        ),
        (
            PACKED[:60] + b"\n" + base64.b64encode(b"end") + b"\n" + base64.b64encode(b"!") + b"\n",
            "base64",
            SAID[:45] + b"end!",
        ),
        (b"SGkgdGhlcmU=\r\nSGkgdGhlcmU=\r\n", "base64", b"Hi thereHi there"),
        (b"I never was base64 at all.", "base64", b"I never was base64 at all."),
        (b"It=E2=80=99s =\nmine", "Quoted-Printable", "It’s mine".encode()),  # noqa: RUF001
        (b"It=e2=80=99s =  \r\nmi=\t\nne =3d", "quoted-printable", "It’s mine =".encode()),  # noqa: RUF001
        (b"50=% of us, =ZZ and e=mc", "quoted-printable", b"50=% of us, =ZZ and e=mc"),
        (b"a = b and c =\nd", "", b"a = b and c =\nd"),
        (
            b"It=E2=80=99s mine and I want it back so=\n please=20\nsend it",
            "",
            "It’s mine and I want it back so please \nsend it".encode(),  # noqa: RUF001
        ),
        (PACKED, "base-64", SAID),
        (b"Hi.\nbegin 644 a.txt\n#0V%T\n`\nend\n", "x-uuencode", b"Hi.\nCat\n"),
        (b"plain", "uuencode", b"plain"),
        (b"plain", "8bit", b"plain"),
        (b"plain", "no such thing", b"plain"),
    ],
)
def test_what_was_packed_comes_out(body: bytes, encoding: str, plain: bytes) -> None:
    """As it was declared, or as it plainly is; what is neither stays as it came."""
    assert unpack(body, encoding) == plain


@given(st.binary(), st.sampled_from(["base64", "quoted-printable", "uuencode", ""]))
def test_unpacking_never_raises(body: bytes, encoding: str) -> None:
    """Any bytes come out as some bytes."""
    assert isinstance(unpack(body, encoding), bytes)


@given(st.binary(), st.integers(1, 200))
def test_base64_is_undone_whatever_its_lines(plain: bytes, width: int) -> None:
    """Lines of any length hold the same bytes."""
    packed = base64.b64encode(plain)
    lines = b"\n".join(packed[i : i + width] for i in range(0, len(packed), width))
    assert unpack(lines, "base64") == plain


def test_files_inside_the_text_go_with_their_names() -> None:
    """Old programs wrote files into the text; the words around them stay."""
    text = "Here.\nbegin 644 Jo Reed.jpg\n#0V%T\n`\nend\nThere.\nbegin again, they said\n"
    assert without_files(text) == "Here.\nThere.\nbegin again, they said\n"

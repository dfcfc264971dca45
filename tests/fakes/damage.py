"""What happens to mails on their way: damage that breaks them, and handling that must change nothing."""

from __future__ import annotations

import base64
import quopri
from email.header import Header
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fakes.voices import Voice, voices
from tests.shared import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.eml"))
PLAIN = [*voices("forwards.txt"), *voices("replies.txt"), *voices("direct.txt")]
PAGES = voices("pages.txt")
_SCRAPS = [b"", b"\n", b"\r", b"\0", b"=", b"--", b">", b"\xff\xfe", b"<!--", b"From: ", b"\n\n", b"=?utf-8?q?", b":"]


def as_mail(voice: Voice) -> bytes:
    """Put a body under the headers that reading it needs."""
    return _whole(voice, "Content-Type: text/{kind}; charset=utf-8", voice.body.encode())


def _whole(voice: Voice, headers: str, body: bytes) -> bytes:
    kind = "html" if voice in PAGES else "plain"
    head = f"From: a@mail.example\nSubject: {Header(voice.subject, 'utf-8').encode()}\n{headers.format(kind=kind)}\n\n"
    return head.encode() + body + b"\n"


@cache
def real() -> tuple[bytes, ...]:
    """Return the examples, our labelled mails and, where they are beside the project, mails of real programs."""
    files = [*EXAMPLES, *sorted((SHARED / "mail/eml").glob("*.eml"))]
    return (*(file.read_bytes() for file in files), *map(as_mail, PLAIN + PAGES))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Return a mail with a few bytes cut out, doubled or written over."""
    raw = bytearray(draw(st.sampled_from(real())))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(raw)))
        to = min(at + draw(st.integers(0, 60)), len(raw))
        raw[at:to] = draw(st.sampled_from([*_SCRAPS, bytes(raw[at:to]) * 2]))
    return bytes(raw)


def _quoted_printable(voice: Voice) -> bytes:
    return _whole(
        voice,
        "Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
        quopri.encodestring(voice.body.encode()),
    )


def _base64(voice: Voice) -> bytes:
    return _whole(
        voice,
        "content-type: TEXT/{kind}; CHARSET=UTF8\nContent-transfer-encoding: BASE64",
        base64.encodebytes(voice.body.encode()),
    )


def _wide(voice: Voice) -> bytes:
    return _whole(
        voice,
        "Content-Type: text/{kind}; charset=utf-16\nContent-Transfer-Encoding: base64",
        base64.encodebytes(voice.body.encode("utf-16")),
    )


def _with_picture(voice: Voice) -> bytes:
    inside = b"--b\nContent-Type: text/%s; charset=utf-8\n\n%s\n" % (
        b"html" if voice in PAGES else b"plain",
        voice.body.encode(),
    )
    picture = b"--b\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n--b--\n"
    return _whole(voice, 'Content-Type: multipart/mixed; boundary="b"', b"No mail program.\n" + inside + picture)


def _without_charset(voice: Voice) -> bytes:
    return _whole(voice, "Content-Type: text/{kind}", voice.body.encode())


WAYS: tuple[Callable[[Voice], bytes], ...] = (
    *(as_mail, _quoted_printable, _base64, _wide, _with_picture, _without_charset),
)
_ADDED = [b"Received: from x by y; Wed, 5 Mar 2025 10:00:00 +0000\n", b"X-Spam: no\n", b"DKIM-Signature: a=b;\n c=d\n"]


@st.composite
def handled(draw: st.DrawFn) -> tuple[Voice, bytes]:
    """Return a mail of ours as a program or a server may hand it on: none of it touches the words."""
    voice = draw(st.sampled_from(PLAIN + PAGES))
    raw = draw(st.sampled_from(WAYS))(voice)
    raw = b"".join(draw(st.lists(st.sampled_from(_ADDED), max_size=3))) + raw + b"\n" * draw(st.integers(0, 3))
    return voice, raw.replace(b"\n", b"\r\n") if draw(st.booleans()) else raw

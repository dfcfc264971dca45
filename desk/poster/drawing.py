"""Draws a poster on one page, as a PDF to print and a picture for screens. Reads no setting and reaches no network."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import segno
import typst

from storage.errors import Refused

Size = Literal["a4", "a5"]
_HERE = Path(__file__).parent
_MILLIMETRES: dict[Size, tuple[int, int]] = {"a4": (210, 297), "a5": (148, 210)}
_TYPES: dict[Size, float] = {"a4": 1.0, "a5": 0.705}  # how large the type is beside that of A4
_SMALLER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76)  # tried until the words fit
_QUIET_ZONE = 4  # modules around the code (ISO/IEC 18004)
_PIXELS = 200.0  # an inch


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says. `link` is scanned and shown; there may be no mail address on it."""

    language: str
    right_to_left: bool
    deployment: str
    title: str
    lead: str
    scan: str
    code_says: str
    opens: str
    link: str
    by_mail: str
    mail: str | None
    steps: tuple[str, ...]
    honest: str
    danger: str
    no_help: str
    talk: str
    helplines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn poster, as files hold it."""

    pdf: bytes
    png: bytes


def draw(poster: Poster, size: Size) -> Drawn:
    """Draw a poster in the largest type that fits. Raises `Refused` if the words are too many for a page."""
    for smaller in _SMALLER:
        said = _said(poster, size, _TYPES[size] * smaller)
        png = _compiled(said, "png")
        if isinstance(png, bytes):
            pdf = _compiled(said, "pdf")
            assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file
            return Drawn(pdf, png)
    raise Refused("This is too much for one page. Make the messages of poster.ftl shorter, or take A4.")


def _compiled(said: str, kind: Literal["pdf", "png"]) -> bytes | list[bytes]:
    """Return a page, or a picture of each where there are more. A PDF is tagged, for screen readers (PDF/UA-1)."""
    return typst.compile(
        _HERE / "poster.typ",
        format=kind,
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"said": said},
        ppi=_PIXELS if kind == "png" else None,
        pdf_standards="ua-1" if kind == "pdf" else None,
    )


def _said(poster: Poster, size: Size, scale: float) -> str:
    width, height = _MILLIMETRES[size]
    words = {name.replace("_", "-"): getattr(poster, name) for name in poster.__slots__}
    link = poster.link.removeprefix("https://")
    return json.dumps(
        {**words, "link": link, "code": _code(poster.link), "scale": scale, "width": width, "height": height}
    )


def _code(link: str) -> str:
    """Return a QR code as SVG: black on white, readable with a quarter of it torn off (error correction Q)."""
    drawn = io.BytesIO()
    segno.make_qr(link, error="q").save(drawn, kind="svg", border=_QUIET_ZONE, xmldecl=False, light="white")
    return drawn.getvalue().decode()

"""Mails whose lines say what must come of them: `voices/*.txt`, read and compared line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intake.mail import read
from intake.mail.parts import message
from intake.mail.piece import Refused
from intake.mail.read import ReadMail

if TYPE_CHECKING:
    from intake.raw import RawWords

FOLDER = Path(__file__).parents[1] / "intake/mail/voices"
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W_]+|[\u2190-\u2bff\U0001f000-\U0001ffff]")  # words and emoji
ENTITIES = {"&nbsp;": " ", "&zwnj;": " ", "&lt;": "<", "&gt;": ">", "&amp;": "&"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a mail: its sign, and the words on it that are looked for."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One mail as its program wrote it, and what must come of each line."""

    name: str
    subject: str
    body: str
    lines: tuple[Line, ...]

    def signed(self, *signs: str) -> list[str]:
        """The lines with one of these signs."""
        return [line.words for line in self.lines if line.sign in signs]


def told(text: str) -> str:
    """A text as its words alone, so that wrapping and marks of quoting do not count."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def voices(name: str) -> list[Voice]:
    """Every mail of one file."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [_voice(part, markup=name == "pages.txt") for part in text.split("\n%% ")[1:]]


def _voice(part: str, *, markup: bool) -> Voice:
    head, *rows = part.rstrip("\n").split("\n")
    name, subject = head.split(" | ", 1)
    body = [row[1:] for row in rows if row[:1] not in ("=", "!")]
    return Voice(name, subject.strip(), "\n".join(body), tuple(_lines(rows, markup=markup)))


def _lines(rows: list[str], *, markup: bool) -> list[Line]:
    found: list[Line] = []
    for row in rows:
        sign, words = row[:1], _seen(row[1:]) if markup else row[1:]
        if sign == "=":
            found[-1] = Line(found[-1].sign, row[1:])
        elif sign.strip():
            found.append(Line(sign, words))
    return found


def _seen(markup: str) -> str:
    text = TAG.sub(" ", markup)
    for name, sign in ENTITIES.items():
        text = text.replace(name, sign)
    return text


def outcome(raw: bytes) -> ReadMail:
    """Read without the net that turns a fault of ours into a refusal, so that tests see the fault."""
    top = message(raw, 0, attached=False)
    try:
        return read._read(top, automatic=False)
    except Refused as refusal:
        return ReadMail("refused", None, None, str(refusal), automatic=False)


def said(words: RawWords | None) -> list[str]:
    """Return words one by one, so that only what is said counts and not how it is broken into lines."""
    return words.reveal().split() if words else []

"""What mail programs write around people's words, read once from labels.toml; it never sees a mail."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_QUOTES = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'))


class Header(Enum):
    """What a header line tells about a message."""

    FROM = "from"
    DATE = "date"
    TO = "to"
    CC = "cc"
    SUBJECT = "subject"
    OTHER = "other"

    __hash__ = object.__hash__  # each is one object; Enum's own runs Python for every line


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages in one: every key is folded (see `fold`)."""

    headers: Mapping[str, Header]
    forwarded: frozenset[str]
    original: frozenset[str]
    separators: frozenset[str]
    wrote: tuple[str, ...]
    sent_from: tuple[str, ...]
    subject_forward: frozenset[str]
    subject_reply: frozenset[str]
    subject_either: frozenset[str]
    from_answers: Mapping[str, bool]
    sign_off: frozenset[str]
    disclaims: tuple[str, ...]
    disclaims_too: tuple[str, ...]
    disclaims_alone: tuple[str, ...]
    disclaimer_title: frozenset[str]
    at_work: frozenset[str]
    signature_says: tuple[str, ...]


def fold(text: str) -> str:
    """Bring text to the form the tables are in: one code point a letter, one case, plain spaces, colons and quotes."""
    if text.isascii():
        return text.lower()
    for curly, straight in _QUOTES:
        text = text.replace(curly, straight)
    return unicodedata.normalize("NFKC", text).casefold()


@cache
def languages() -> Languages:
    """Read the tables; the first language that has a word decides what it means."""
    tables = tomllib.loads(files(__package__).joinpath("labels.toml").read_text("utf-8")).values()
    headers: dict[str, Header] = {}
    for table in tables:
        for header in Header:
            for word in table.get(header.value, ()):
                headers.setdefault(fold(word), header)
    forward, reply = _all(tables, "subject_forward"), _all(tables, "subject_reply")
    return Languages(
        headers=headers,
        forwarded=_all(tables, "forwarded"),
        original=_all(tables, "original"),
        separators=_all(tables, "forwarded") | _all(tables, "original"),
        wrote=tuple(sorted(_all(tables, "wrote"))),
        sent_from=tuple(sorted(_all(tables, "sent_from"))),
        # VS: says "forwarded" in Danish and "reply" in Finnish: alone it decides nothing
        subject_forward=forward - reply,
        subject_reply=reply - forward,
        subject_either=reply & forward,
        from_answers=_from_answers(tables, reply & forward),
        sign_off=_all(tables, "sign_off"),
        disclaims=tuple(sorted(_all(tables, "disclaims"))),
        disclaims_too=tuple(sorted(_all(tables, "disclaims_too"))),
        disclaims_alone=tuple(sorted(_all(tables, "disclaims_alone"))),
        disclaimer_title=_all(tables, "disclaimer_title"),
        at_work=_all(tables, "at_work"),
        signature_says=tuple(sorted(_all(tables, "signature_says"))),
    )


def _from_answers(tables: Iterable[Mapping[str, list[str]]], either: frozenset[str]) -> Mapping[str, bool]:
    """Return the labels "From" of languages with a prefix that may say either, and whether theirs says "reply"."""
    labels: dict[str, bool] = {}
    for table in tables:
        for key in ("subject_forward", "subject_reply"):
            if not either.isdisjoint(map(fold, table.get(key, ()))):
                labels |= dict.fromkeys(map(fold, table["from"]), key == "subject_reply")
    return labels


def _all(tables: Iterable[Mapping[str, list[str]]], key: str) -> frozenset[str]:
    return frozenset(fold(word) for table in tables for word in table.get(key, ()))

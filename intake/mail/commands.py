"""Finds a command in a mail: one line of its writer's own words that says WITHDRAW, QUOTE, STATUS and the like.

Only what can't be anything else is a command; every other mail is words. Whatever stands beside a command is kept as
words too, but for greetings, names and other people's politeness. It never looks a code up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from intake.mail.polite import FILLERS, leftover, tokens
from intake.raw import RawWords
from storage.receipts import WORDS_IN_A_CODE, code_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASHES = "-‐‑‒–—"  # noqa: RUF001 - what programs make of a hyphen
_BREAK = r"(?:[ \t>]{0,9}\r?\n[ \t>]{0,9})?"  # a code may be wrapped, and quoted
_CODE = re.compile(
    rf"(?<![{_DASHES}\w])[a-z]{{3,10}}(?:[{_DASHES}]{_BREAK}[a-z]{{3,10}}){{4}}(?![{_DASHES}\w])", re.IGNORECASE
)
_LOOKED_AT = 60  # lines: nobody writes a command below them
_LONGEST = 300  # characters of a line
_MOST_BESIDE = 16  # polite words in it
_LINES = 3  # that a command and its code may be spread over
_MISTYPED = 1  # words of a code that may be none of the list
_ANSWERS = (  # what the question about consent offers, as people may copy it
    (re.compile(r"\bread(?: it)?(?: and|) (?:do not|don'?t|not) quote(?: it)?\b"), "read"),
    (re.compile(r"\bread(?: it)? and quote(?: it)?\b"), "quote"),
)


class Wish(Enum):
    """What somebody with a code can ask for."""

    WITHDRAW = "withdraw"
    QUOTE = "quote"
    READ = "read"
    COUNT = "count"
    STATUS = "status"
    SHARE = "share"  # as it is, though somebody could recognise it
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Command:
    """What is asked for. `code` is None if none was given; `rest` is what else was written, if anything."""

    wish: Wish
    code: str | None
    rest: RawWords | None = None

    def __repr__(self) -> str:
        """Leave the code out."""
        return f"<command {self.wish.value}>"


_VERBS = {wish.value: wish for wish in Wish}
_USUAL = FILLERS | _VERBS.keys() | {"do", "not", "don't", "dont"}  # all that a command holds but its code
_IN_CAPITALS = {Wish.READ, Wish.SHARE, Wish.SUMMARY}  # without a code beside: "please read" may be a request
_ABOVE_A_FORWARD = {Wish.WITHDRAW, Wish.QUOTE, Wish.COUNT}  # "please read" is no command there


def find_command(own: str, below: str, whole: str, subject: str = "") -> Command | None:
    """Find the one command of a mail.

    `own` is what its writer wrote, `below` what they passed on, if they did, and `whole` all of its text: where the
    own words are a command alone, the code may stand in our letter, quoted below them.
    """
    if not (_holds_verb(own) or _holds_verb(subject)):
        return None
    *lines, last = own.split("\n", _LOOKED_AT)
    lines, rest = (lines, [last]) if len(lines) == _LOOKED_AT else ([*lines, last], [])
    lines = [line for line in lines if line.strip()]
    if not any(map(_may_command, (*lines, subject))):
        return None
    found = list(_explicit(lines))
    if len({(wish, code) for wish, code, _ in found}) > 1:
        return None
    if found:
        used = {at for _, _, where in found for at in where}
        others = [line for at, line in enumerate(lines) if at not in used] + rest
        return _command(*found[0][:2], others, below)
    if said := next(_explicit([subject]), None):
        return _command(said[0], said[1], lines + rest, below)
    return None if rest else _alone(lines, below, whole)


def codes_in(text: str) -> set[str]:
    """Return every code that stands in a text as our letters write it."""
    if sum(map(text.count, _DASHES)) < WORDS_IN_A_CODE - 1:
        return set()
    return {code for found in _CODE.finditer(text) if _is_code((code := _plain(found[0])).split("-"), 0)}


def without_codes(text: str) -> str:
    """Return a text with every such code hidden: whoever reads it could take the words back."""
    if sum(map(text.count, _DASHES)) < WORDS_IN_A_CODE - 1:
        return text
    return _CODE.sub(lambda found: "[code]" if _is_code(_plain(found[0]).split("-"), 0) else found[0], text)


def _holds_verb(text: str) -> bool:
    """Return whether a verb stands in a text, be it inside another word."""
    return any(map(text.lower().__contains__, _VERBS))


def _may_command(line: str) -> bool:
    """Return whether a line has a verb, and no more words of its own than a code."""
    return _holds_verb(line) and sum(word not in _USUAL for word, _ in tokens(line)) <= WORDS_IN_A_CODE


def _command(wish: Wish, code: str, others: Sequence[str], below: str) -> Command:
    beside = leftover([line for line in others if _plain(line) != code])
    rest = without_codes("\n\n".join(filter(None, (beside, "" if code in codes_in(below) else below))))
    return Command(wish, code, RawWords(rest) if rest else None)


def _alone(lines: Sequence[str], below: str, whole: str) -> Command | None:
    """Read own words that are a command and nothing else; its code has to be the only one in the mail."""
    commands = [at for at, line in enumerate(lines) if _may_command(line) and _wish(tokens(line)) is not None]
    if len(commands) != 1 or leftover([*lines[: commands[0]], *lines[commands[0] + 1 :]]):
        return None
    line = lines[commands[0]]
    wish, codes = _wish(tokens(line)), codes_in(whole)
    if wish is None or (wish in _IN_CAPITALS and wish.name not in line):
        return None
    if below and (wish not in _ABOVE_A_FORWARD or len(codes) != 1 or not codes <= codes_in(below)):
        return None
    return Command(wish, codes.pop() if len(codes) == 1 else None)


def _explicit(lines: Sequence[str]) -> Iterator[tuple[Wish, str, range]]:
    """Yield every command with its code, and the lines that it stands on: as few as hold both."""
    commands = [_may_command(line) for line in lines]
    at = 0
    while at < len(lines):
        for end in range(at + 1, min(at + _LINES, len(lines)) + 1):
            if any(commands[at:end]) and (found := _with_code(lines[at:end])):
                yield *found, range(at, end)
                at = end - 1
                break
        at += 1


def _with_code(lines: Sequence[str]) -> tuple[Wish, str] | None:
    text = " ".join(line.strip() for line in lines)
    if len(text) > _LONGEST or sum(word[0].isalnum() for word in text.split()) > WORDS_IN_A_CODE + _MOST_BESIDE:
        return None
    words = tokens(text)
    for at in range(len(words) - WORDS_IN_A_CODE + 1):
        code = [word for word, _ in words[at : at + WORDS_IN_A_CODE]]
        if _is_code(code) or _hyphened(words, at):
            beside = words[:at] + words[at + WORDS_IN_A_CODE :]
            if (wish := _wish(beside)) and _asks_nothing(text, beside):
                return wish, "-".join(code)
    return None


def _wish(words: Sequence[tuple[str, str]]) -> Wish | None:
    """Return the wish of words that hold nothing else but politeness."""
    if not 0 < len(words) <= _MOST_BESIDE:
        return None
    said = " ".join(word for word, _ in words)
    for phrase, verb in _ANSWERS:
        said = phrase.sub(verb, said)
    verbs = {word for word in said.split() if word in _VERBS}
    return _VERBS[verbs.pop()] if len(verbs) == 1 and FILLERS.issuperset(set(said.split()) - _VERBS.keys()) else None


def _asks_nothing(text: str, words: Sequence[tuple[str, str]]) -> bool:
    """Return False for "Can I withdraw …?", which may be no more than a question."""
    return not ("?" in text and any(word == "i" for word, _ in words))


def _is_code(words: Sequence[str], mistyped: int = _MISTYPED) -> bool:
    """Return whether a code can hold these words, and they are more than politeness."""
    known = sum(word in code_words() for word in words) >= WORDS_IN_A_CODE - mistyped
    return known and sum(word in FILLERS for word in words) <= WORDS_IN_A_CODE // 2


def _hyphened(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Return whether five words have hyphens between them, and around them none."""
    gaps = [gap for _, gap in words[at : at + WORDS_IN_A_CODE + 1]]
    inside = all(gap.strip() in _DASHES and gap.strip() for gap in gaps[1:WORDS_IN_A_CODE])
    letters = all(word.isalpha() for word, _ in words[at : at + WORDS_IN_A_CODE])
    return inside and letters and not any(gap.strip() in set(_DASHES) for gap in (gaps[0], *gaps[WORDS_IN_A_CODE:]))


def _plain(text: str) -> str:
    return "-".join(re.findall("[a-z]+", text[:_LONGEST].lower()))

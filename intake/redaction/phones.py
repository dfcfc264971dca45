"""Phones as people say and type them: in words, in groups, with letters for digits, with second thoughts between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

UNIT = "zero|oh|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine"
TEN = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
TIMES = {"double": 1, "dbl": 1, "treble": 2, "triple": 2, "hundred": 2}  # digits that they add
SAID = rf"(?:{'|'.join(TIMES)}|{UNIT}|{TEN})"
PIECE = rf"(?:[0-9]++|[ol|]++(?![a-z'])|{SAID}(?![a-z])|(?:{UNIT})(?={UNIT}|[0-9]))"
UNITS, TENS = frozenset(UNIT.split("|")), frozenset(TEN.split("|"))
ZEROS, LOOSE = frozenset({"oh", "zero", "nought", "naught"}), frozenset("ol|")
PIECES = re.compile(PIECE)
BETWEEN = r"[ \t,.()/_*~+:\u2022\u00b7-]{0,4}"
ASIDE = r"(?:(?:and|then|um+|uh|erm?|like|dash|space|plus|no wait|wait|sorry)[ ,.]{1,3}){0,2}"
RUN = re.compile(rf"(?<![a-z0-9£$€'])(?:\+ ?)?{PIECE}(?:{BETWEEN}{ASIDE}{PIECE})++")
WHOLE = re.compile(r"(?:\+ ?44|\(?0(?!7))[0-9]?(?:[ ()-]{0,3}[0-9]){8,11}(?![0-9])|07(?:[ ()-]{0,3}[0-9]){9}(?![0-9])")
CALLED = re.compile(
    r"\b(?:ring|rings|call|phone|text|txt|mob|mobile|tel|number|num|no|whatsapp|reach|contact|on|is|its|it's)"
    r"[^\w\n]{1,3}(?:me |us )?(?:on )?$"
)
UNUSUAL = re.compile(r"[^0-9 \t.()/+-]")  # what numbers.py does not expect between digits
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]{1,2})?")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
PHONE = range(9, 16)
SPOKEN = 6  # digits


def find_dialled(text: Text) -> Iterator[Span]:
    """Yield phones that are not plainly digits: `oh seven seven double oh, nine hundred, 123`, `o77oo, 9oo, 1four2`."""
    for found in text.find(RUN, text.counted):
        span = _dialled(text.low, found)
        if span:
            yield text.span(*span, Label.PHONE)


def _dialled(low: str, found: re.Match[str]) -> tuple[int, int] | None:
    pieces = PIECES.findall(found[0])
    digits = sum(_digits(piece, following) for piece, following in zip(pieces, [*pieces[1:], ""], strict=True))
    if digits < SPOKEN:
        return None
    plain = sum(len(piece) for piece in pieces if piece.isdigit())
    first = pieces[1] if pieces[0] in {"double", "dbl"} else pieces[0]
    dialled = first in ZEROS or first[0] == "0" or set(first) <= LOOSE or first == "44" or found[0][0] == "+"
    if plain == digits:
        return found.span() if digits in PHONE and _is_slipped(found[0], dialled or first[0] == "7") else None
    if plain and (whole := WHOLE.search(found[0])) and digits - plain < SPOKEN:
        return found.start() + whole.start(), found.start() + whole.end()
    called = dialled or CALLED.search(low, max(0, found.start() - 24), found.start())
    if _is_half_said(pieces, plain, digits):
        return found.span()
    single = sum(piece not in TENS for piece in pieces)
    mostly = single > len(pieces) / 2 and (called or digits in PHONE)
    return found.span() if mostly or _units(pieces) >= SPOKEN else None


def _is_slipped(run: str, dialled: bool) -> bool:  # noqa: FBT001
    """Whether digits are a number in spite of the odd marks between them, which may make a list or an amount."""
    if dialled and UNUSUAL.search(run) and not run.startswith("0.") and not re.match("7,? ", run):
        return True
    return "," in run and ", " not in run and THOUSANDS.fullmatch(run) is None


def _digits(piece: str, following: str) -> int:
    """Return how many digits a piece stands for: `twenty` is two, before `one` it is one."""
    if piece in TIMES:
        return TIMES[piece]
    if piece.isdigit() or set(piece) <= LOOSE:
        return len(piece)
    if piece in UNITS:
        return 1
    return 1 if piece.endswith("ty") and following in UNITS else 2


def _is_half_said(pieces: list[str], plain: int, digits: int) -> bool:
    """Whether a number is half in digits and half in words: `7190 four four two six`, but not `in 2019 one or two`."""
    units = _units(pieces)
    year = any(YEAR.fullmatch(piece) for piece in pieces)
    return not year and plain > 1 and units > 1 and units + plain == digits and (digits > SPOKEN or units > 2)  # noqa: PLR2004


def _units(pieces: list[str]) -> int:
    return sum(TIMES.get(piece, int(piece in UNITS or set(piece) <= LOOSE)) for piece in pieces)


def own_sentence(run: str) -> str:
    """Return digits less what the next sentence counts: `07700 900123. 24/7` is a phone and a `24/7`."""
    head, stop, tail = run.rpartition(". ")
    whole = sum(map(str.isdigit, head)) > PHONE.start and sum(map(str.isdigit, tail)) < SPOKEN
    return head if stop and whole else run

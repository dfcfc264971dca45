"""Street addresses: a house and its street, a flat, a street alone. Works on shapes, knows no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD, word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

STREETS = word_set(
    """
    street road rd avenue ave lane crescent cresc mews terrace boulevard wynd vennel cul-de-sac
    """
)
WAYS = word_set(
    """
    st drive dr close court place gardens grove hill park rise row walk square green parade brae view bank gate
    wharf quay way croft garth fold fields field meadow meadows heights estate yard mount drove end ropewalk
    embankment passage broadway buildings house cottage cottages villas lodge tower towers point mansions common
    chase dale causeway mead
    """
)
LEADS = word_set("heol ffordd stryd lon clos")
VAGUE = word_set("park place end way ways view point centre estate green common square")
# without a number these are rather an organisation's name
HOUSES = word_set(
    """
    house court cottage lodge tower towers point mansions villa villas farm buildings block hall heights
    """
)
ROOMS = word_set("flat apartment apt unit room bedsit flt")
AT_ONCE = word_set("on at is")
ON = word_set(
    """
    on in at of off down from to near up along round by outside across behind
    """
)
# before a word for a street these are ordinary speech: `the road`, `a long way`, `in a row`
PLAIN = word_set(
    """
    the a an my your his her our their this that these those any some no every each another same other whole one
    main busy long right wrong only best first last next new old own good bad of in on at by to from for with
    and or but is was be it as so all half way either which what such more much little up down out off over back
    under high big small nice dead cross side front ring slip toll memory through quiet we i you he she they
    """
)
COUNTED = word_set(
    """
    min mins minute minutes hour hours hr hrs mile miles metre metres yard yards week weeks day days month
    months year years yr yrs time times bed bedroom storey floor people kids children buses bus trains of in out
    more other different nights night pound pounds quid percent per pm am km x
    """
)
MOST, FARTHEST = 3, 6  # words in a street's name, and steps from there to where its address begins


def find_addresses(text: Text) -> Iterator[Span]:
    """Yield addresses, as long as they go: `Flat 19, Pemberton House, Cutlers Way`."""
    words = text.words
    for i, word in enumerate(words):
        start = end = -1
        if word.low in STREETS or word.low in WAYS:
            start, end = _street(words, i), i
        elif word.low in LEADS and i + 1 < len(words) and words[i + 1].gap == " ":
            start, end = i, _lead_end(words, i)
        elif word.low in ROOMS and i + 1 < len(words) and _is_number(words[i + 1]):
            start, end = (i, i + 1) if word.low.startswith(("fl", "ap")) else (-1, -1)
        if start >= 0:
            start, end = _outwards(words, start), end + (end + 1 < len(words) and _is_side(words[end + 1]))
            yield text.span(words[start].start, words[end].end, Label.ADDRESS)


def _is_side(word: Word) -> bool:
    """Whether a street goes on by a side: `Moss Lane East`."""
    return word.gap == " " and word.capital and word.low in {"north", "south", "east", "west"}


def _street(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of the street that ends at word `i`, or -1 if it is ordinary speech."""
    start = i
    while start and i - start < MOST and words[start].gap == " " and _names_street(words[start - 1]):
        start -= 1
    numbered = start > 0 and words[start].gap in {" ", ", "} and _is_number(words[start - 1])
    if start == i:
        return -1
    if numbered and words[start].low not in COUNTED:
        return start - 1
    if words[i].capital:
        while start < i and not words[start].capital:
            start += 1
        vague = words[i].low in VAGUE and all(word.kinds & WORD for word in words[start:i])
        return start if start < i and not vague and words[i].low not in HOUSES else -1
    return _spoken_street(words, start, i)


def _spoken_street(words: tuple[Word, ...], start: int, i: int) -> int:
    """Lower case says little: a rare word must name the street, and `on` or `in` must lead to it."""
    if words[i].low not in STREETS:
        return -1
    if start and words[start - 1].low in AT_ONCE and start < i and words[start].gap == " ":
        return start
    for first in range(start, i):
        rare = words[first].kinds & (FIRST | LAST | PLACE) or not words[first].kinds
        if rare and words[first].kinds != NUMBER and (first == 0 or words[first - 1].low in ON or words[first].capital):
            return first
    return -1


def _names_street(word: Word) -> bool:
    if word.kinds & NUMBER or word.low in COUNTED:
        return False
    return word.low not in PLAIN or (word.capital and not word.opens)


def _is_number(word: Word) -> bool:
    return word.low[:1].isdigit() and len(word.low) <= 7 and sum(map(str.isalpha, word.low)) <= 1  # noqa: PLR2004 - 12-14a


def _lead_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a Welsh street, where the word for street comes first."""
    end = i + 1
    while (
        end + 1 < len(words)
        and end - i < MOST
        and words[end + 1].gap == " "
        and words[end].low in {"y", "yr", "pen", "ty"}
    ):
        end += 1
    return end


def _outwards(words: tuple[Word, ...], start: int) -> int:
    """Return where the address begins, with the house, the flat and the numbers before its street."""
    for _ in range(min(start, FARTHEST)):
        last = words[start - 1]
        if not start or words[start].gap not in {" ", ", ", ",", " - ", "-"}:
            break
        numbered = _is_number(words[start])
        if (_is_number(last) and (words[start].gap != " " or not numbered)) or (last.low in ROOMS and numbered):
            start -= 1
        elif "," in words[start].gap and last.low in HOUSES and last.capital and start > 1 and words[start - 2].capital:
            start -= 2
        else:
            break
    return start

"""Street addresses: a house and its street, a flat, a street alone. Works on shapes, knows no map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.cued_addresses import find_cued
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
# these only with a capital and a number: `9 Quarry Steps`
TITLED = word_set(
    """
    approach steps reach ring brow nook lea ridge spinney circus arcade orchard paddock paddocks glade glen dell copse
    wood woods bridge loan gait hollow mill mills lawn lawns precinct side acre acres corner cross link links
    """
)
LEADS = word_set("heol ffordd stryd lon clos")
NUMBERED_LEADS = LEADS | word_set("cwrt maes bryn llys parc nant rhodfa rhes plas trem gerddi coed pen")
# a name that is all there is of an address after its number: `17 Fircroft`
HOUSE_NAME = re.compile(
    r".{2,}(?:croft|dene|field|fields|bank|leigh|wood|brook|side|mead|garth|hurst|lea|acres?|gate|view|holme|ridge|stead|"
    r"combe|cliffe?|mount|crest|fold|way|cote|mere|fell|lands?)"
)
VAGUE = word_set("park place end way ways view point centre estate green common square")
# without a number these are rather an organisation's name
HOUSES = word_set(
    """
    house court cottage lodge tower towers point mansions villa villas farm buildings block hall heights
    """
)
ROOMS = word_set("flat apartment apt unit room bedsit flt block pitch plot studio berth")
HOMES = word_set("house flat caravan lodge bungalow cottage boat barge trailer chalet")
NAMED_HOMES = (
    HOUSES
    | HOMES
    | word_set(
        """
    vicarage rectory box barn mill chapel priory manse limes elms oaks firs laurels beeches willows hollies cedars pines
    annexe gatehouse farmhouse croft grange hostel foyer arcade stables hotel
    """
    )
)
AT_ONCE = word_set("on at is")
ON = word_set(
    """
    on in at of off down from to near up along round by outside across behind and
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
SIGNS = STREETS | WAYS | TITLED | NUMBERED_LEADS | ROOMS
IN_A_STREET, COMMAS = frozenset({" ", " '", "'"}), frozenset({", ", ",", " , "})
ORDINARY = word_set("high main front back cross side long new old")  # of streets, after a number
AFTER_THE = word_set("green close grove drive square parade croft")
WHICH = word_set("end last first corner middle top bottom red blue white green yellow pink black big old little")
NEXT_TO = word_set("on behind off above opposite by in to")
MOST, FARTHEST = 3, 6  # words in a street's name, and steps from there to where its address begins


def find_addresses(text: Text) -> Iterator[Span]:
    """Yield addresses, as long as they go: `Flat 19, Pemberton House, Cutlers Way`."""
    words = text.words
    for i, word in enumerate(words):
        found = _address(words, i) if word.low in SIGNS else None
        if (
            not found
            and word.capital
            and i
            and len(words[i - 1].low) <= MOST
            and _is_number(words[i - 1])
            and _is_house_name(word)
        ):
            found = i - 1, i
        if found:
            start, end = _outwards(words, found[0]), _onwards(words, found[1])
            yield text.span(words[start].start, words[end].end, Label.ADDRESS)
            yield from _next_door(text, words[start : end + 1])
    for start, end in find_cued(text):
        yield text.span(words[start].start, words[end].end, Label.ADDRESS)


def _address(words: tuple[Word, ...], i: int) -> tuple[int, int] | None:
    word = words[i]
    if word.low in STREETS or word.low in WAYS or (word.low in TITLED and word.capital):
        start = _street(words, i)
        if start >= 0:
            return start, i
    numbered = i > 0 and word.gap == " " and _is_number(words[i - 1])
    if word.low in (NUMBERED_LEADS if numbered else LEADS) and i + 1 < len(words) and words[i + 1].gap == " ":
        return i - numbered, _lead_end(words, i)
    if word.low in ROOMS and word.low.startswith(("fl", "ap")) and _is_room(words, i + 1):
        return i, _building(words, i + 1)
    return None


def _is_house_name(word: Word) -> bool:
    return word.gap == " " and not word.kinds & (FIRST | PLACE | WORD) and HOUSE_NAME.fullmatch(word.low) is not None


def _is_room(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` numbers a flat: `6`, `2b`, `B`, but not `400m`."""
    if i >= len(words) or words[i].gap != " ":
        return False
    low = words[i].low
    lettered = len(low) == 1 and words[i].capital and low not in {"a", "i"}
    return lettered or (_is_number(words[i]) and not low.endswith(("m", "k")))


def _building(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of the building that follows a flat's number: `flat 6 calder court`."""
    for end in range(i + 1, min(i + 2 + MOST, len(words))):
        if words[end].gap not in {" ", ", ", " , "}:
            break
        if end > i + 1 and (words[end].low in STREETS or words[end].low in WAYS or words[end].low in HOUSES):
            return end
        if not _names_street(words[end]):
            break
    return i


def _onwards(words: tuple[Word, ...], end: int) -> int:
    """Return where an address ends, with a side or a number after it: `Moss Lane East`, `Marine Parade, no. 6`."""
    if end + 1 < len(words) and _is_side(words[end + 1]):
        end += 1
    return end + 2 if _is_numbered_after(words, end) else end


def _is_numbered_after(words: tuple[Word, ...], end: int) -> bool:
    if end + 2 >= len(words):
        return False
    word, number = words[end + 1], words[end + 2]
    led = word.low in {"no", "number", "num", "nr"} and word.gap in {" ", ", "}
    return led and number.gap in {" ", ". "} and _is_number(number)


def _next_door(text: Text, address: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the numbers of a house that another address of the message divides: `112b Mill Road`, and then `112a`."""
    houses = {word.low[:-1] for word in address if _is_number(word) and word.low[-1].isalpha()}
    for word in text.words if houses else ():
        if word.low[:-1] in houses and word.low[-1].isalpha():
            yield text.span(word.start, word.end, Label.ADDRESS)


def _is_side(word: Word) -> bool:
    """Whether a street goes on by a side: `Moss Lane East`."""
    return word.gap == " " and word.capital and word.low in {"north", "south", "east", "west"}


def _street(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of the street that ends at word `i`, or -1 if it is ordinary speech."""
    start = i
    while start and i - start < MOST and words[start].gap in IN_A_STREET and _names_street(words[start - 1]):
        start -= 1
    if start == i:
        ordinary = words[i - 1].low in ORDINARY or (words[i - 1].low == "the" and words[i].low in STREETS | AFTER_THE)
        return i - 2 if i > 1 and ordinary and words[i].gap == " " and _is_number(words[i - 2]) else -1
    if start and _is_numbered(words, start, i):
        return start - 1
    if words[i].low in TITLED and words[i].low != "approach":
        return -1
    if words[i].capital:
        while start < i and not words[start].capital:
            start += 1
        vague = words[i].low in VAGUE and all(word.kinds & WORD for word in words[start:i])
        house = words[i].low in HOUSES and not (_is_numbered_after(words, i) or _is_in_part(words, start))
        return start if start < i and not vague and not house else -1
    return _spoken_street(words, start, i)


def _is_in_part(words: tuple[Word, ...], start: int) -> bool:
    """Whether a flat or a block stands before word `start`: `Block C, Whitworth Court`."""
    return start > 1 and words[start].gap in COMMAS and words[start - 2].low in ROOMS


def _is_numbered(words: tuple[Word, ...], start: int, i: int) -> bool:
    """Whether a house number stands before the street from word `start` to word `i`."""
    gap = words[start].gap
    near = gap == " " or (gap in COMMAS and (words[start].capital or words[i].low in STREETS))
    return near and _is_number(words[start - 1]) and words[start].low not in COUNTED


def _spoken_street(words: tuple[Word, ...], start: int, i: int) -> int:
    """Lower case says little: a rare word must name the street, and `on` or `in` must lead to it."""
    before = words[start - 1].low if start and words[start].gap == " " else ""
    if words[i].low not in STREETS:
        return start if before in {"on", "at"} and all(_is_rare(word) for word in words[start:i]) else -1
    if before in AT_ONCE:
        return start
    if any(map(_is_rare, words[start:i])) and (start == 0 or before in ON or words[start].gap in COMMAS):
        return start
    for first in range(start, i):
        if _is_rare(words[first]) and (first == 0 or words[first - 1].low in ON or words[first].capital):
            return first
    return -1


def _is_rare(word: Word) -> bool:
    if word.kinds & NUMBER or word.low == "s":
        return word.low == "s"
    return bool(word.kinds & (FIRST | LAST | PLACE)) or not word.kinds


def _names_street(word: Word) -> bool:
    if word.low[0].isdigit() or word.low in COUNTED:
        return False
    return word.low not in PLAIN or (word.capital and not word.opens)


def _is_number(word: Word) -> bool:
    return word.low[0].isdigit() and len(word.low) <= 7 and sum(map(str.isalpha, word.low)) <= 1  # noqa: PLR2004 - 12-14a


def _lead_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a Welsh street, where the word for street comes first."""
    end = i + 1
    while (
        end + 1 < len(words)
        and end - i < MOST
        and words[end + 1].gap == " "
        and (words[end].low in {"y", "yr", "pen", "ty"} or words[end + 1].low in {"y", "yr"})
    ):
        end += 1
    return end


def _outwards(words: tuple[Word, ...], start: int) -> int:
    """Return where the address begins, with the house, the flat and the numbers before its street."""
    for _ in range(FARTHEST):
        before = _part_before(words, start) if start else start
        if before == start:
            break
        start = before
    return start


def _part_before(words: tuple[Word, ...], start: int) -> int:
    """Return where the part of an address begins that stands before word `start`; `start` if none does."""
    last, gap = words[start - 1], words[start].gap
    if last.low in NEXT_TO and gap == " ":
        return _home_by(words, start)
    if gap not in {" ", "-", " - "} and gap not in COMMAS:
        return start
    numbered = _is_number(words[start])
    if _is_number(last) and (gap != " " or not numbered):
        return start - 1
    if last.low in ROOMS and (numbered or _is_letter(words[start])):
        return start - 1
    coded = _is_letter(last) or any(map(str.isdigit, last.low))
    if coded and start > 1 and words[start - 2].low in ROOMS and gap in COMMAS:
        return start - 2
    return _named_home(words, start) if gap in COMMAS else start


def _is_letter(word: Word) -> bool:
    return len(word.low) == 1 and word.capital and word.low.isalpha()


def _named_home(words: tuple[Word, ...], start: int) -> int:
    """Return where a house with a name begins: `The Old Vicarage, Church Lane`."""
    first = start - 1
    capital = words[first].capital
    if not capital and words[first].low not in NAMED_HOMES:
        return start
    while first and start - first < FARTHEST and words[first].gap == " " and words[first - 1].capital == capital:
        if not capital and not _names_street(words[first - 1]):
            break
        first -= 1
    if capital and first and words[first].gap == " " and words[first - 1].low == "the":
        return first - 1
    named = words[first].low == "the" or words[start - 1].low in NAMED_HOMES
    return first if named and first < start - 1 else start


def _home_by(words: tuple[Word, ...], start: int) -> int:
    """Return where a home begins that is known by a street: `the caravan behind 3 Marsh Farm Cottages`."""
    home = start - 3 if words[start - 1].low == "to" else start - 2
    if home < 1 or words[home].low not in HOMES:
        return start
    if words[home - 1].low == "the":
        return start if words[home].low in {"house", "flat"} else home - 1
    return home - 2 if home > 1 and words[home - 2].low == "the" and words[home - 1].low in WHICH else start

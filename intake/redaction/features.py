"""What a model is told of a word: what kind it is, what stands around it, and what the rules think of it.

Everyday words stand for themselves; any other word only for its kind, its length and its first and last letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from intake.redaction import cues
from intake.redaction.cues import TITLES
from intake.redaction.kinds import NUMBER, WORD
from intake.redaction.text import DIGITED, NOT_ASCII, NOT_CAPITALS, NOT_LETTERS, owns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from intake.redaction.text import Text, Word

UNRANKED = 99  # of a word that no list of everyday words holds
KNOWN = 9  # a word ranked so or better stands for itself: ten uses in a million words of English
KNOWN_NAME = 8  # the same for words that are names too: thirty uses
SELDOM, RARE = 7, 10  # everyday words that may be a name beside another, and by themselves
LEADING = cues.KIN | cues.ROLES | cues.NAMING | cues.GREETING | cues.NICKNAMES  # or after one of these
LOUD = 0.6  # with more capitals than that, a message is shouted
WHOLE = 4  # letters; the first or last letters of a longer word don't give it away
CASES = "loC"  # no capital, one at a sentence's beginning, one elsewhere
TAG = tuple([tuple([f"{kinds}{case}" for case in CASES]) for kinds in range(2 * NUMBER)])
EVERYDAY = f"?{WORD}"  # of everyday words in lower case that don't stand for themselves
NO_INITIALS = frozenset("aiouxnd")  # single letters that chat uses as words


class Sight(NamedTuple):
    """A message as the model sees it; one entry a word in all but `odd` and `style`."""

    words: tuple[Word, ...]
    odd: tuple[int, ...]  # which words are more than everyday ones in lower case: of Text
    ids: list[str]  # the word itself if it is an everyday one, else its kind
    tags: list[str]  # its kind, and where it has a capital: of TAG
    ranks: list[int]  # how rare it is, in steps of half a power of ten; UNRANKED if unknown
    scores: Sequence[float]  # of the rules
    style: str  # what the whole sounds like, and how it is written


def see(text: Text, ranks: Mapping[str, int], scores: Sequence[float], talk: Callable[[Iterable[str]], str]) -> Sight:
    """Return what the model is told of each word of `text`; `talk` says what a message with such words sounds like."""
    words = text.words
    ranked = [ranks.get(low, UNRANKED) for low in text.lows]
    tags = [TAG[WORD][0]] * len(words)
    ids = [low if rank <= KNOWN else EVERYDAY for low, rank in zip(text.lows, ranked, strict=True)]
    for i in text.odd:
        _, _, low, kinds, _, capital, opens = words[i]
        tags[i] = TAG[kinds][capital + (capital and not opens)]
        ids[i] = _id(low, kinds, ranked[i], capital=capital)
    return Sight(words, text.odd, ids, tags, ranked, scores, talk({*ids, *_signs(text.plain)}) + _case(text))


def _id(low: str, kinds: int, rank: int, *, capital: bool) -> str:
    if kinds & WORD and rank <= (KNOWN if kinds == WORD else KNOWN_NAME):
        return low
    if kinds & NUMBER:
        return "#"
    return f"?{kinds}C" if capital else f"?{kinds}"


def _signs(plain: str) -> Iterator[str]:
    """Yield the signs of what is addressed to the public."""
    return (sign for sign in ("@", "#", "http") if sign in plain)


def _case(text: Text) -> str:
    plain = text.plain
    if plain == text.low:
        return "0"
    return "3" if _count(plain, str.isupper, NOT_CAPITALS) > LOUD * _count(plain, str.isalpha, NOT_LETTERS) else "2"


def _count(plain: str, is_one: Callable[[str], bool], others: bytes) -> int:
    """Return how many characters are such; `others` are all of ASCII that are not."""
    beyond = "" if plain.isascii() else "".join(NOT_ASCII.findall(plain))
    return len(plain.encode("ascii", "ignore").translate(None, others)) + sum(map(is_one, beyond))


def candidates(sight: Sight) -> list[int]:
    """Return which words could be names at all: all but numbers and everyday words in everyday places."""
    words, ranks = sight.words, sight.ranks
    odd = {i for i in sight.odd if _is_odd(words[i], ranks[i])}
    found = []
    for i in sorted({*sight.odd, *[i for i, rank in enumerate(ranks) if rank >= SELDOM]}):
        rank = ranks[i]
        if i in odd:
            found.append(i)
        elif rank < SELDOM or words[i].kinds & NUMBER or words[i].low in TITLES or words[i].low[0].isdigit():
            low = words[i].low
            if len(low) == 1 and low not in NO_INITIALS and low.isalpha():
                found.append(i)
        elif rank >= RARE or i + 1 in odd or i - 1 in odd or (i and words[i - 1].low in LEADING):
            found.append(i)
    return [i for i in found if i + 1 == len(words) or words[i + 1].low not in cues.REGARDS]


def _is_odd(word: Word, rank: int) -> bool:
    """Whether a word is more than an everyday word, or has a capital that means something."""
    kinds = word.kinds
    if word.low in TITLES:
        return False
    if kinds != WORD:
        return not (kinds & NUMBER or (kinds == 0 and DIGITED.search(word.low)))
    return word.capital and (rank >= SELDOM or not (word.opens or word.low in cues.MYSELF))


def first(sight: Sight, i: int) -> list[str]:
    """Return what is told of word `i` before anything is known of its neighbours."""
    words, _, ids, tags, ranks, scores, style = sight
    word, own, tag = words[i], ids[i], tags[i]
    low, count = word.low, len(words)
    if i:
        before, before_tag, gap = ids[i - 1], tags[i - 1], _gap(word.gap)
    else:
        before = before_tag = gap = "^"
    if i + 1 < count:
        after, after_tag, next_gap = ids[i + 1], tags[i + 1], words[i + 1].gap
        end = "'s" if owns(words, i) else _gap(next_gap)
    else:
        after = after_tag = end = "$"
    before2 = ids[i - 2] if i > 1 else "^"
    after2 = ids[i + 2] if i + 2 < count else "$"
    rank, case = ranks[i], tag[-1]
    score = max(-1, int(scores[i] * 10))
    return [
        f"k{tag}{style}",
        f"f{rank}{tag}",
        f"s{score}",
        f"S{score}{tag}",
        f"a{gap}{tag}",
        f"b{end}{tag}",
        f"c{gap}/{end}",
        "p" + before,
        f"q{before}/{tag}",
        "n" + after,
        f"m{after}/{tag}",
        f"P{before2}/{before}",
        f"N{after}/{after2}",
        f"B{before}/{after}",
        "r" + before2,
        "t" + after2,
        f"d{before_tag}{tag}{gap}",
        f"e{after_tag}{tag}{end}",
        f"D{before_tag}/{tag}/{after_tag}",
        "x" + low[-3:] if len(low) > WHOLE else "x",
        f"y{low[-2:]}{tag}",
        "z" + low[:3] if len(low) > WHOLE else "z",
        f"L{len(low)}{case}",
        "w" + own,
        f"W{own}/{case}",
        f"u{own}/{before}",
        f"v{own}/{after}",
    ]


def second(sight: Sight, i: int, seen: Sequence[str]) -> list[str]:
    """Return what is told of word `i` besides, once `seen` holds a first guess at every word."""
    words, _, ids, tags, _, _, style = sight
    word, tag, count = words[i], tags[i], len(words)
    own = seen[i]
    before, gap, id_before = (seen[i - 1], word.gap[:2], ids[i - 1]) if i else ("^", "^", "")
    after, end, id_after = (seen[i + 1], words[i + 1].gap[:2], ids[i + 1]) if i + 1 < count else ("$", "$", "")
    before2 = seen[i - 2] if i > 1 else "^"
    after2 = seen[i + 2] if i + 2 < count else "$"
    low = word.low
    found = [
        "2o" + own,
        f"2a{before}{gap}",
        f"2z{after}{end}",
        f"2b{before}{own}{gap}",
        f"2y{after}{own}{end}",
        f"2c{before}{after}{own}",
        f"2d{before2}{before}{own}{id_before}",
        f"2e{after}{after2}{own}{id_after}",
        f"2k{tag}{before}{after}",
        f"2s{own}{style}",
        f"2u{low[:2]}{low[-2:]}" if len(low) > WHOLE + 1 else "2u",
    ]
    if i > 1:
        found.append(f"2p{ids[i - 2]}/{id_before}/{tag}")
    if i + 2 < count:
        found.append(f"2n{tag}/{id_after}/{ids[i + 2]}")
    if id_before and id_after:
        found.append(f"2m{id_before}/{tag}/{id_after}")
    for distance in (3, 4):
        if i >= distance:
            found.append("2f" + ids[i - distance])
        if i + distance < count:
            found.append("2g" + ids[i + distance])
    if "-" in low or "'" in low:
        found.append("2h" + tag)
    return found


def _gap(gap: str) -> str:
    """Return what a gap between words says: nothing, a line's end, or its first sign."""
    if gap == " ":
        return ""
    if "\n" in gap:
        return "n"
    return gap.strip()[:1]

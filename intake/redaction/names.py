"""Names of people, weighed word by word: what the word is, what stands before it, what comes after it.

Never decides by a list alone when the word is also an everyday word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.text import owns
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

HIDE, ASK = 0.5, 0.36
NAMES = FIRST | LAST

# how likely a word is a name before anything is known about its neighbours:
# (with a capital inside a sentence, with a capital at its beginning, in lower case)
PRIOR = {
    FIRST: (0.9, 0.8, 0.7),
    FIRST | WORD: (0.6, 0.3, 0.1),
    LAST: (0.7, 0.5, 0.2),
    LAST | WORD: (0.35, 0.1, 0.0),
    0: (0.6, 0.4, 0.12),
    WORD: (0.0, -0.3, -0.5),
}
SIGNED = 0.5
TITLE, NAMED, RELATED, GREETED, ALONE = 0.6, 0.5, 0.42, 0.4, 0.4
TOLD, RATHER, SLIGHTLY, HARDLY = 0.25, 0.2, 0.1, -0.3
SAYING, DOING, AGED, BESIDE, PAIRED, LEADING = 0.4, 0.25, 0.35, 0.3, 0.35, 0.3
NEVER, EVERYDAY = -1.0, PRIOR[WORD][2]
LONGEST = 24  # letters; a longer word is no name
LONGEST_SIGNED = 3  # words
SHORT = 3  # letters; a rare word as short as this says little


def find_names(text: Text) -> Iterator[Span]:
    """Yield names of people by the rules alone, and weaker candidates with a score under HIDE."""
    for word, score in zip(text.words, scores(text, english=False), strict=True):
        if score >= ASK:
            yield text.span(word.start, word.end, Label.NAME, min(score, 1.0))


def scores(text: Text, *, english: bool = True) -> list[float]:
    """Return how much each word looks like a name to the rules alone: hidden from HIDE on, asked about from ASK on.

    Two rare words may be a whole name where the others are `english`: elsewhere most words are rare.
    """
    words, odd = text.words, text.odd
    scores = [EVERYDAY] * len(words)  # whatever stands beside an everyday word in lower case
    for i in odd:
        scores[i] = _weigh(words, i)
    _join(words, odd, scores, english=english)
    return scores


def prior(word: Word) -> float:
    """Return how likely `word` alone is a name."""
    if word.kinds & NUMBER or len(word.low) > LONGEST:
        return NEVER
    if "-" in word.low and _is_spelled(word.low):
        return PRIOR[FIRST][0]
    kinds = word.kinds & (NAMES | WORD)
    if word.kinds & PLACE and not kinds:
        return 0.0
    kind = kinds & WORD | (FIRST if kinds & FIRST else kinds & LAST)
    return PRIOR[kind][2 if not word.capital else 1 if word.opens else 0]


def _is_spelled(word: str) -> bool:
    """Whether a name is spelled out: N-H-U-N-G."""
    return len(word) > LEAST_SPELLED and set(word[1::2]) == {"-"} and word[::2].isalpha()


LEAST_SPELLED = 4
NO_LETTERS = frozenset("aeinorsuxy")  # `i miss u`, but `miss c`


def _weigh(words: tuple[Word, ...], i: int) -> float:
    word = words[i]
    score = prior(word)
    if score < 0 and len(word.low) > 1:
        return score
    if len(word.low) == 1 and word.capital and word.low not in "ai":
        return SIGNED if _signs(words, i) else _initial(words, i)
    if word.kinds & (WORD | NAMES) == WORD and score < HIDE:
        named = (_introduced(words, i) or _of_kin(words, i)) if i else 0.0
        return named if word.capital or len(word.low) == 1 else 0.0
    return score + _before(words, i) + _after(words, i)


def _initial(words: tuple[Word, ...], i: int) -> float:
    """Weigh a single capital: `J told me`, `on behalf of K (15)`, but not `plan B`."""
    named = _introduced(words, i) if i else 0.0
    before = RELATED if words[i].opens or words[i - 1].low in cues.WITH else 0.0
    following = words[i + 1] if i + 1 < len(words) else words[i]
    told = following.low in cues.SAYS or following.low in cues.DOES or following.low in {"aged", "who"}
    aged = following.kinds & NUMBER and following.gap.strip() in {"(", ","}
    owner = i + 1 < len(words) and owns(words, i)
    return max(named, before + (DOING if told or aged or owner else 0.0))


def _before(words: tuple[Word, ...], i: int) -> float:  # noqa: PLR0911 - one return a rule, in their order
    """Return what the words before say: titles, naming, kin and roles, greetings."""
    word = words[i]
    alone = SIGNED if _signs(words, i) else ALONE if _stands_alone(words, i) else 0.0
    if not i:
        return alone
    last, gap = words[i - 1], word.gap
    introduced = _introduced(words, i)
    if introduced:
        return introduced
    if last.low in cues.CLOSING and (word.opens or gap in {" ", ", "}):
        return GREETED if word.kinds & FIRST or (word.capital and gap != ". ") else 0.0
    if word.opens:
        return alone
    if (last.low in cues.KIN or last.low in cues.ROLES) and gap in {" ", ", "} and not last.low.endswith("'s"):
        return RELATED if word.capital or not word.kinds & WORD else TOLD
    if last.low in cues.GREETING and gap in {" ", ", "}:
        return GREETED
    return _nearby(last, word)


def _introduced(words: tuple[Word, ...], i: int) -> float:
    """Return what titles and naming say: `mr T`, `her name is X`, `they call me X`, `a guard called X`."""
    word, last = words[i], words[i - 1]
    if last.low in cues.TITLES and word.gap in {" ", ". "} and word.low not in cues.MYSELF:
        kin = last.low in cues.KIN or last.low in {"miss", "nurse"}
        letter = last.low == "miss" and len(word.low) == 1 and word.low not in NO_LETTERS
        return TITLE if not kin or word.capital or letter or not word.kinds else 0.0
    if word.opens or word.gap not in {" ", ": ", ", "}:
        return 0.0
    if i > 1 and words[i - 2].low in cues.GREETING and last.low in cues.I_AM and word.kinds & FIRST:
        return NAMED
    if i > 1 and (words[i - 2].low, last.low) in cues.INTRODUCING:
        return NAMED if word.capital or word.kinds & FIRST or not word.kinds else 0.0
    if last.low in cues.NAMING and (word.capital or not word.kinds & WORD):
        return NAMED
    someone = i > 1 and (words[i - 2].low in cues.BE or words[i - 2].low in cues.ROLES or words[i - 2].low in cues.KIN)
    return NAMED if last.low in cues.NAMING and someone and word.kinds & FIRST else 0.0


def _of_kin(words: tuple[Word, ...], i: int) -> float:
    """Return what `my mate X` says of an everyday word with a capital, though not of `my Child Protection plan`."""
    word, last = words[i], words[i - 1]
    kin = last.low in cues.KIN and not last.capital and i > 1 and words[i - 2].low in cues.BELONGING
    theirs = word.low in cues.KIN or word.low in cues.ROLES
    return NAMED if kin and word.gap == " " and not word.opens and not theirs else 0.0


def _stands_alone(words: tuple[Word, ...], i: int) -> bool:
    """Whether a first name has a line of its own: a signature, or a list of those who sign."""
    if (i and "\n" not in words[i].gap) or not words[i].kinds & FIRST or words[i].low in cues.SEASONS:
        return False
    return "\n" in words[i + 1].gap if i + 1 < len(words) else i > 0 or words[i].capital


def _signs(words: tuple[Word, ...], i: int) -> bool:
    """Whether a word is in a signature: capitals in a last line of their own, not all of them everyday words."""
    if len(words) - i > LONGEST_SIGNED:
        return False
    first = next((k for k in range(len(words) - 1, 0, -1) if "\n" in words[k].gap), 0)
    line = words[first:]
    alone = 0 < first <= i and len(line) <= LONGEST_SIGNED and all(word.capital for word in line)
    return alone and any(len(word.low) > 1 and word.kinds != WORD for word in line)


def _nearby(last: Word, word: Word) -> float:  # noqa: PLR0911 - one return a rule, in their order
    """Return what an everyday word before a candidate says."""
    if word.gap != " ":
        return 0.0
    if last.low in cues.DATED and word.low in cues.SEASONS:
        return 2 * HARDLY
    if last.low in {"in", "near"} and word.kinds & PLACE:
        return HARDLY
    titled = last.capital and last.kinds & (NAMES | WORD) == WORD and not last.opens
    if word.kinds & WORD and (last.low in cues.DETERMINERS or titled):
        return HARDLY
    if last.low in cues.NOT_BEFORE and word.kinds & WORD and not word.capital:
        return HARDLY
    if last.low in cues.STRONG_BEFORE:
        return TOLD
    return SLIGHTLY if last.low in cues.BEFORE else 0.0


def _after(words: tuple[Word, ...], i: int) -> float:  # noqa: PLR0911 - one return a rule, in their order
    """Return what the words after say: an age, a person's verb, `is my sister`, `who is`."""
    if i + 1 == len(words):
        return 0.0
    word, following = words[i], words[i + 1]
    gap = following.gap
    then = words[i + 2].low if i + 2 < len(words) else ""
    if following.kinds & NUMBER:
        beside = len(gap) <= LEAST_SPELLED and "." not in gap and len(following.low) <= 2  # noqa: PLR2004 - digits
        likely = word.kinds & FIRST and (word.capital or not word.kinds & WORD)
        return AGED if beside and likely and then not in cues.COUNTED else 0.0
    if owns(words, i):
        return SLIGHTLY
    if gap not in {" ", ", "}:
        return 0.0
    told = i > 0 and words[i - 1].low in cues.STRONG_BEFORE and following.low in cues.TELLING
    if told or (gap == ", " and following.low == "then"):
        return RATHER
    if (following.low in cues.BE or following.low in {"still", "not"}) and then in cues.BELONGING:
        close = {word.low for word in words[i + 3 : i + 6]}
        return NAMED if close & (cues.KIN | cues.ROLES) or not word.kinds & WORD else 0.0
    return _doing(word, following, then) if gap == " " else 0.0


def _doing(word: Word, following: Word, then: str) -> float:  # noqa: PLR0911 - one return a rule, in their order
    if following.low in cues.SAYS:
        return SAYING
    if following.low in cues.DOES:
        return DOING
    if following.low in cues.WHERE_FROM:
        return RATHER if word.capital and word.opens else 0.0
    if following.low in {"here", "again"}:
        return SAYING if word.capital or not word.kinds & WORD else 0.0
    if following.low in {"he", "she", "that"} and (then in {"i", "we"} or following.low != "that"):
        return DOING if following.low == "that" else RATHER
    if not following.kinds & WORD and (following.kinds & LAST or not following.kinds) and word.kinds & FIRST:
        return LEADING
    return SLIGHTLY if following.low in cues.PEOPLE_AFTER else 0.0


def _join(words: tuple[Word, ...], odd: tuple[int, ...], scores: list[float], *, english: bool) -> None:
    """Raise the scores of words that stand beside a name: surnames, and the others of a list of names."""
    for i in odd:
        if i and scores[i - 1] >= HIDE > scores[i]:
            scores[i] += _beside(words[i], words[i - 1], words[i].gap, surname=True)
        elif i and english and _are_whole(words[i - 1], words[i], max(scores[i - 1 : i + 1])):
            scores[i - 1], scores[i] = max(scores[i - 1], HIDE), max(scores[i], HIDE)
    last = len(words) - 1
    for i in reversed(odd):
        if i < last and scores[i + 1] >= HIDE > scores[i]:
            scores[i] += _beside(words[i], words[i + 1], words[i + 1].gap, surname=False)


def _are_whole(one: Word, other: Word, score: float) -> bool:
    """Whether two rare words are a whole name: `moved coret dhiarmada away`, `told tolliver grenby`."""
    if other.gap != " " or min(len(one.low), len(other.low)) <= SHORT:
        return False
    if one.kinds or other.kinds:
        return one.kinds == other.kinds == LAST
    return score >= ASK and one.capital == other.capital  # not `Assalamu alaikum`


def _beside(word: Word, other: Word, gap: str, *, surname: bool) -> float:
    if gap == " ":
        return _paired(word, other, surname=surname)
    if gap.strip() in {",", "&", "+", "/"} and word.kinds & FIRST and word.capital >= other.capital:
        return BESIDE
    return 0.0


def _paired(word: Word, other: Word, *, surname: bool) -> float:
    if surname and word.low.partition("-")[0] in cues.PARTICLES:
        return HIDE - EVERYDAY if "-" in word.low else HIDE if word.capital else 0.0  # `al-Sadr`, `Al Sadr`
    if word.capital and word.low in cues.NICKNAMES and not surname:
        return HIDE
    leads = not surname and other.capital and not other.kinds & (FIRST | WORD)  # `Tolliver Grenby`, not `Heyy Jade`
    if word.capital and (
        not word.kinds & WORD and leads if word.opens else word.kinds & NAMES or not word.kinds & WORD
    ):
        return PAIRED
    if word.capital and surname and not word.opens and not other.kinds & WORD and word.low not in cues.AFTER_NAMES:
        return HIDE if len(word.low) > SHORT else 0.0
    if not surname and word.kinds & FIRST and not other.kinds & WORD and not word.capital:
        return BESIDE
    rare = not word.kinds & (WORD | NUMBER) and len(word.low) > SHORT
    return PAIRED if rare and surname and not other.capital else 0.0

"""Which voices are easiest to recognise, most recognisable first, with the reasons. Touches no file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desk.drill import signs
from desk.drill.signs import Sign
from storage.model import Jigsaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from storage.drills import Candidate

_MIXED = 3  # sorts of detail that stand in few other voices together
_EXAMPLES = 4
_WEIGHTS = {
    Sign.NAMES: 3.0,
    Sign.AGES: 2.0,
    Sign.EVENTS: 1.5,
    Sign.TIMES: 1.0,
    Sign.NUMBERS: 0.75,
    Sign.RARE: 1.0,
    Sign.MIXED: 1.0,
    Sign.LONG: 1.0,
    Sign.FEW: 1.0,
}
_JIGSAW = {Jigsaw.ONLY: 4.0, Jigsaw.EVENT: 4.0, Jigsaw.ROLE: 3.5, Jigsaw.FAMILY: 3.0, Jigsaw.BACKGROUND: 3.0}
_ENOUGH = 4  # of a kind: more of it hardly matters


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: a sign with the words that show it, or a jigsaw reason without any."""

    sign: Sign | Jigsaw
    weight: float
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Recognisable:
    """A voice, and why it could be recognised: the weightiest reason first."""

    voice: Candidate
    why: tuple[Why, ...]

    @property
    def weight(self) -> float:
        """Return how easy it is to recognise, beside others."""
        return sum(reason.weight for reason in self.why)


def ranked(voices: Sequence[Candidate], k: int) -> list[Recognisable]:
    """Return voices, the most recognisable first; those that somebody cleared stand in their place.

    `k` is how many voices have to share their details.
    """
    told = [signs.text_of(voice.words) for voice in voices]
    topics = [signs.topics_in(each) for each in told]
    crowd = _Crowd(
        Counter(word for each in told for word in set(each.words)),
        Counter(voice.details for voice in voices),
        Counter(topics),
        k,
    )
    found = [_look(*each, crowd) for each in zip(voices, told, topics, strict=True)]
    return sorted(found, key=lambda one: (-one.weight, one.voice.id))


@dataclass(frozen=True, slots=True)
class _Crowd:
    """How many voices say each word, are of people with the same details, and touch on the same sorts of detail."""

    words: Counter[str]
    details: Counter[tuple[str | None, ...]]
    topics: Counter[tuple[str, ...]]
    k: int


def _look(voice: Candidate, told: signs.Text, topics: tuple[str, ...], crowd: _Crowd) -> Recognisable:
    reasons = [*_jigsaw(voice.words.jigsaw), *_told(voice, told, crowd), *_apart(voice, told, topics, crowd)]
    return Recognisable(voice, tuple(sorted(reasons, key=lambda reason: -reason.weight)))


def _jigsaw(reasons: Iterable[Jigsaw]) -> Iterator[Why]:
    for reason in reasons:
        yield Why(reason, _JIGSAW[reason])


def _told(voice: Candidate, told: signs.Text, crowd: _Crowd) -> Iterator[Why]:
    text = voice.words.text
    asked = [text[span.start : span.end] for span in voice.words.suggestions]
    names = list(dict.fromkeys([*asked, *signs.names_in(told)]))
    named = {name.lower() for name in names}
    alone = dict.fromkeys(word for word in told.words if crowd.words[word] <= 1 and word not in named)
    for sign, words in (
        (Sign.NAMES, names),
        (Sign.AGES, signs.ages_in(told)),
        (Sign.EVENTS, signs.events_in(told)),
        (Sign.TIMES, signs.times_in(told)),
        (Sign.NUMBERS, signs.numbers_in(told)),
        (Sign.RARE, [word for word in alone if not signs.is_everyday(word)]),
    ):
        if words:
            yield Why(sign, _WEIGHTS[sign] * min(len(words), _ENOUGH), tuple(dict.fromkeys(words))[:_EXAMPLES])


def _apart(voice: Candidate, told: signs.Text, topics: tuple[str, ...], crowd: _Crowd) -> Iterator[Why]:
    if len(topics) >= _MIXED and crowd.topics[topics] <= 1:
        yield Why(Sign.MIXED, _WEIGHTS[Sign.MIXED] * min(len(topics) - 1, _ENOUGH + 1), topics)
    if len(told.words) >= signs.LONG:
        yield Why(Sign.LONG, _WEIGHTS[Sign.LONG] * min(len(told.words) / signs.LONG, _ENOUGH))
    if any(voice.details) and crowd.details[voice.details] < crowd.k:
        yield Why(Sign.FEW, _WEIGHTS[Sign.FEW])

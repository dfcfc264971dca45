"""Finds names by a small trained model: a first guess at every word that could be one, a second beside its neighbours.

Both guesses are logistic regressions over the features of features.py; model/CARD.md says what they were trained on.
"""

from __future__ import annotations

import gzip
import hashlib
import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

import msgpack  # type: ignore[import-untyped]

from intake.redaction import names
from intake.redaction.cues import NICKNAMING, PARTICLES
from intake.redaction.features import candidates, first, second, see
from intake.redaction.kinds import FIRST, LAST, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from intake.redaction.features import Sight
    from intake.redaction.text import Text, Word
    from storage.model import Span

STEPS = 64  # weights are whole numbers of this part
DOUBT = 0.02  # a word less likely than that at first sight is not looked at again
MOST = 10_000  # candidates; the longest message in sentences has half as many, and where there are more all are hidden
BINS = (0.01, 0.03, 0.1, 0.3, 0.7)
ALONE = 0.59  # how sure a name can be that only the model sees; a likely place, of which rules know, is surer
TALK = ((0.05, "p"), (0.3, "m"))  # how a message sounds, by how likely it is care talk
NO_GUESS = "-"


class Limits(NamedTuple):
    """From which probability on a word counts as a name."""

    hide: float
    untold: float  # where the rules take it for an everyday word
    told: float  # where the rules would hide it
    ask: float  # not hidden, but asked about


# care talk names few people, and mostly with a cue: to hide its everyday words would lose what it says; what is told
# to strangers (posts, news, letters about others) names whomever it likes, and in lower case (0) hardly shows it
LIMITS = {
    "c": Limits(0.35, 0.55, 0.01, 0.08),
    "m": Limits(0.16, 0.45, 0.005, 0.04),
    "p": Limits(0.05, 0.12, 0.005, 0.03),
    "m0": Limits(0.12, 0.45, 0.005, 0.04),
    "p0": Limits(0.03, 0.06, 0.005, 0.02),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """One logistic regression: its weights by feature, in STEPS."""

    weights: Mapping[str, int]
    bias: int

    def likely(self, features: Iterable[str]) -> float:
        """Return the probability of what it was trained for."""
        total = self.bias + sum(map(self.weights.get, features, repeat(0)))
        return 1 / (1 + math.exp(-total / STEPS)) if total > -30 * STEPS else 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """A guess whether a message is care talk, and a first and a second one at each word."""

    talk: Guess
    first: Guess
    second: Guess

    def sounds(self, told: Iterable[str]) -> str:
        """Return what a message sounds like: c as care talk does, p as what is told to the public, m in between."""
        likely = self.talk.likely(told)
        return next((name for limit, name in TALK if likely < limit), "c")


def load_model(path: Path, digest: str) -> Model:
    """Read a model. Raises OSError if it can't be read, ValueError if it is not the one with this SHA-256."""
    packed = path.read_bytes()
    if hashlib.sha256(packed).hexdigest() != digest:
        raise ValueError("the model is not the one that was shipped")
    return Model(*(Guess(weights, bias) for weights, bias in msgpack.loads(gzip.decompress(packed))))


def weigh(model: Model, sight: Sight, found: Sequence[int]) -> list[tuple[int, float]]:
    """Return how likely each of the words `found` is a name."""
    guesses = [(i, told, model.first.likely(told)) for i in found for told in (first(sight, i),)]
    seen = [NO_GUESS] * len(sight.words)
    for i, _, likely in guesses:
        seen[i] = step(likely)
    return [
        (i, model.second.likely([*told, *second(sight, i, seen)]) if likely >= DOUBT else 0.0)
        for i, told, likely in guesses
    ]


def step(likely: float) -> str:
    """Return the step of BINS in which a probability lies."""
    return "012345"[bisect_right(BINS, likely)]


def find_names(model: Model, ranks: Mapping[str, int]) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of names of people; candidates that are less likely have a score under names.HIDE."""

    def find(text: Text) -> Iterator[Span]:
        scores = names.scores(text)
        sight = see(text, ranks, scores, model.sounds)
        found = candidates(sight)
        likely = dict(weigh(model, sight, found)) if len(found) <= MOST else dict.fromkeys(found, 1.0)
        limits = LIMITS.get(sight.style) or LIMITS[sight.style[0]]
        sure: dict[int, float] = {}
        for i in sorted(likely.keys() | {i for i in text.odd if scores[i] >= names.ASK}):
            part = _is_part(text.words[i].low)
            sure[i] = _certainty(scores[i], likely.get(i, limits.told), limits, part=part)
            if sure[i] < names.HIDE and _is_owned(text, i, ranks):
                sure[i] = names.HIDE
        _pair(text, sure)
        for i, certain in sure.items():
            if certain:
                word = text.words[i]
                nicknamed = certain >= names.HIDE and i and word.gap == " " and text.lows[i - 1] in NICKNAMING
                yield text.span(text.words[i - 1].start if nicknamed else word.start, word.end, Label.NAME, certain)

    return find


def find_style(model: Model, ranks: Mapping[str, int]) -> Callable[[Text], str]:
    """Return what tells how a message sounds: one of TALK, or `c`."""
    return lambda text: see(text, ranks, (), model.sounds).style[0]


def _is_part(word: str) -> bool:
    """Whether a word can only be a part of a name: `J`, `al-Sadr`. The rules know those best."""
    return len(word) == 1 or ("-" in word and word.partition("-")[0] in PARTICLES)


def _is_owned(text: Text, i: int, ranks: Container[str]) -> bool:
    """Whether a word is somebody's first name with an s, which English has no other word for: `connies room`."""
    _, _, low, kinds, *_ = text.words[i]
    return not kinds and low[-1] == "s" and low not in ranks and text.look_up(low[:-1]) & (FIRST | WORD) == FIRST


def _pair(text: Text, sure: dict[int, float]) -> None:
    """Hide the rare words beside a name that are asked about, or are in capitals with it: `told TOLLIVER GRENBY`."""
    for i, other in sure.items():
        one = sure.get(i - 1, 0.0)
        if text.words[i].gap == " " and one + other >= names.ASK and i - 1 in sure:
            shouted = not text.is_loud and text.plain[text.words[i - 1].start : text.words[i].end].isupper()
            hidden = max(one, other) >= names.HIDE
            for k, certain in ((i - 1, one), (i, other)):
                if _is_rare(text.words[k]) and (shouted or (hidden and certain)):
                    sure[k] = max(certain, names.HIDE)


def _is_rare(word: Word) -> bool:
    return not word.kinds & ~LAST and len(word.low) > names.SHORT


def _certainty(score: float, likely: float, limits: Limits, *, part: bool) -> float:
    """Return how sure it is that a word is a name, from what the rules and the model say; 0 if neither asks."""
    if score >= names.HIDE and (likely >= limits.told or part):
        return max(min(score, 1.0), likely)
    if likely >= (limits.hide if score >= 0 else limits.untold):
        return max(names.HIDE, min(likely, ALONE))
    return names.ASK if score >= names.ASK or likely >= limits.ask else 0.0

"""Finds names by a small trained model: a first guess at every word that could be one, a second beside its neighbours.

Both guesses are logistic regressions over the features of features.py; model/CARD.md says what they were trained on.
"""

from __future__ import annotations

import gzip
import hashlib
import math
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import msgpack  # type: ignore[import-untyped]

from intake.redaction import names
from intake.redaction.features import candidates, first, second, see
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from intake.redaction.features import Sight
    from intake.redaction.text import Text
    from storage.model import Span

STEPS = 64  # weights are whole numbers of this part
DOUBT = 0.02  # a word less likely than that at first sight is not looked at again
HIDE, ASK = 0.25, 0.08  # how likely a name has to be to be hidden, or asked about
TOLD = 0.01  # where the rules would hide it, that much is enough
UNTOLD = 0.5  # where the rules take it for an everyday word, it has to be more
MOST = 10_000  # candidates; the longest message in sentences has half as many, and where there are more all are hidden
BINS = ((0.01, "0"), (0.03, "1"), (0.1, "2"), (0.3, "3"), (0.7, "4"))
NO_GUESS = "-"


@dataclass(frozen=True, slots=True)
class Guess:
    """One logistic regression: its weights by feature, in STEPS."""

    weights: Mapping[str, int]
    bias: int

    def likely(self, features: Sequence[str]) -> float:
        """Return the probability of what it was trained for."""
        total = self.bias + sum(map(self.weights.get, features, repeat(0)))
        return 1 / (1 + math.exp(-total / STEPS)) if total > -30 * STEPS else 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """A first and a second guess."""

    first: Guess
    second: Guess


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
    return next((name for limit, name in BINS if likely < limit), "5")


def find_names(model: Model, ranks: Mapping[str, int]) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of names of people; candidates that are less likely have a score under names.HIDE."""

    def find(text: Text) -> Iterator[Span]:
        scores = names.scores(text.words)
        sight = see(text, ranks, scores)
        found = candidates(sight)
        likely = dict(weigh(model, sight, found)) if len(found) <= MOST else dict.fromkeys(found, 1.0)
        for i, (word, score) in enumerate(zip(text.words, scores, strict=True)):
            sure = _certainty(score, likely.get(i, TOLD), initial=len(word.low) == 1)
            if sure:
                yield text.span(word.start, word.end, Label.NAME, sure)

    return find


def _certainty(score: float, likely: float, *, initial: bool) -> float:
    """Return how sure it is that a word is a name, from what the rules and the model say; 0 if neither asks."""
    told = score >= names.HIDE and (likely >= TOLD or initial)
    if told or likely >= (HIDE if score >= 0 else UNTOLD):
        return max(names.HIDE, min(score, 1.0), likely)
    return names.ASK if score >= names.ASK or likely >= ASK else 0.0

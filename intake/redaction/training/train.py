"""Trains the model of names, and writes it beside the redactor: `make model`. Same material and seed, same file.

.venv/bin/python -m intake.redaction.training.train ../shared/redaction/train
"""

from __future__ import annotations

import gzip
import hashlib
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack  # type: ignore[import-untyped]
import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from intake.redaction import names
from intake.redaction.engine import DIGEST, MODEL
from intake.redaction.features import candidates, first, second, see
from intake.redaction.lexicon import UNCOMMON, load_lexicon
from intake.redaction.tagger import DOUBT, NO_GUESS, STEPS, Guess, Model, step
from intake.redaction.text import read_text
from intake.redaction.training.material import everyday, lowered, misspelt, ours, public, renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from intake.redaction.features import Sight
    from intake.redaction.lexicon import Lexicon
    from intake.redaction.training.material import Example

    Talk = Callable[[Iterable[str]], str]

SEED = 1
SHORT = 4  # letters
FOLDS = 3  # the second guess learns from first guesses that never saw the message
OFTEN = 5  # a feature seen less often says nothing
LEAST = 3  # a weight under that is dropped: half of them, and what is small is quickly looked up
SOFT = 0.02  # the smaller, the smaller the weights
TALK_SOFT = 0.05
# how much a word counts: of our messages, of those with other names, of those misspelt, of public ones misspelt
OURS, RENAMED, MISSPELT, NOISY = 3.0, 1.5, 0.7, 0.2
PUBLIC_NAME = 10.0  # how many times more a name of the public sets counts: a missed one is the worse mistake


@dataclass(slots=True)
class Lesson:
    """A message as the model sees it, and which words are names."""

    sight: Sight
    words: list[int]
    told: list[list[str]]
    names: list[bool | None]
    weights: list[float]
    likely: list[float]


def lessons(examples: Iterable[Example], lexicon: Lexicon, talk: Talk, weight: float) -> list[Lesson]:
    """Return what is to be learned of each message."""
    return [lesson for example in examples if (lesson := _lesson(example, lexicon, talk, weight)).words]


def _lesson(example: Example, lexicon: Lexicon, talk: Talk, weight: float) -> Lesson:
    text = read_text(example.text, lexicon.look_up)
    sight = see(text, lexicon.ranks, names.scores(text), talk)
    words = candidates(sight)
    labels = [_is_name(example, *text.place(text.words[i].start, text.words[i].end)) for i in words]
    weights = [weight * (PUBLIC_NAME if example.public and label else 1) for label in labels]
    return Lesson(sight, words, [first(sight, i) for i in words], labels, weights, [])


def _is_name(example: Example, start: int, end: int) -> bool | None:
    """Whether a word is a name; None if nothing is to be learned of it."""
    for begins, ends, label in example.spans:
        if begins < end and start < ends:
            return True if label == "NAME" else False if example.public or label in {"PLACE", "ORG"} else None
    return None if any(begins < end and start < ends for begins, ends in example.ignore) else False


def fit(rows: Sequence[tuple[list[str], bool, float]], soft: float = SOFT) -> Guess:
    """Return the regression that tells which rows are names."""
    often = Counter(feature for told, _, _ in rows for feature in told)
    columns = {feature: i for i, feature in enumerate(sorted(f for f, count in often.items() if count >= OFTEN))}
    taught = [[columns[f] for f in told if f in columns] for told, _, _ in rows]
    ends = np.cumsum([0, *map(len, taught)])
    ones = np.ones(ends[-1], np.float32)
    matrix = csr_matrix((ones, [i for row in taught for i in row], ends), (len(rows), len(columns)))
    model = LogisticRegression(C=soft, max_iter=3_000, tol=1e-6)
    model.fit(matrix, [name for _, name, _ in rows], [weight for *_, weight in rows])
    weights = np.rint(model.coef_[0] * STEPS).astype(int).tolist()
    kept = {feature: weight for feature, weight in zip(columns, weights, strict=True) if weight}
    return Guess(kept, round(float(model.intercept_[0]) * STEPS))


def learn_talk(own: Sequence[Example], others: Sequence[Example], lexicon: Lexicon) -> Guess:
    """Return the regression that tells our messages from public ones."""
    return fit([*_talks(own, lexicon, ours=True), *_talks(others, lexicon, ours=False)], TALK_SOFT)


def _talks(examples: Sequence[Example], lexicon: Lexicon, *, ours: bool) -> Iterable[tuple[list[str], bool, float]]:
    told: list[list[str]] = []

    def note(words: Iterable[str]) -> str:
        told.append(sorted(words))
        return ""

    for example in (*examples, *map(lowered, examples)):
        text = read_text(example.text, lexicon.look_up)
        see(text, lexicon.ranks, names.scores(text), note)
    return ((words, ours, 1.0) for words in told)


def train(taught: list[Lesson]) -> tuple[Guess, Guess]:
    """Return the first and the second guess."""
    parts = [taught[k::FOLDS] for k in range(FOLDS)]
    for k, part in enumerate(parts):
        guess = fit([row for other in range(FOLDS) if other != k for row in _firsts(parts[other])])
        for lesson in part:
            lesson.likely = [guess.likely(told) for told in lesson.told]
    return fit(list(_firsts(taught))), fit(list(_seconds(taught)))


def _firsts(taught: Iterable[Lesson]) -> Iterable[tuple[list[str], bool, float]]:
    for lesson in taught:
        for told, name, weight in zip(lesson.told, lesson.names, lesson.weights, strict=True):
            if name is not None:
                yield told, name, weight


def _seconds(taught: Iterable[Lesson]) -> Iterable[tuple[list[str], bool, float]]:
    for lesson in taught:
        seen = [NO_GUESS] * len(lesson.sight.words)
        for i, likely in zip(lesson.words, lesson.likely, strict=True):
            seen[i] = step(likely)
        each = zip(lesson.words, lesson.told, lesson.names, lesson.weights, lesson.likely, strict=True)
        for i, told, name, weight, likely in each:
            if name is not None and likely >= DOUBT:
                yield [*told, *second(lesson.sight, i, seen)], name, weight


def material_of(own: list[Example], others: list[Example], lexicon: Lexicon, talk: Talk) -> list[Lesson]:
    """Return all that the model learns from our own messages and others, in a settled order that mixes them."""
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    rare = rare_words(lexicon)
    anew = [example for _ in range(2) for example in renamed(own, chance)]
    sources = (
        (own, OURS),
        (everyday(), OURS),
        (anew, RENAMED),
        (list(misspelt(own + anew, rare, chance)), MISSPELT),
        (others, 1.0),
        (list(misspelt(others, rare, chance)), NOISY),
    )
    taught: list[Lesson] = []
    for examples, weight in sources:
        taught += lessons(examples, lexicon, talk, weight)
        taught += lessons(map(lowered, examples), lexicon, talk, weight)
    chance.shuffle(taught)
    return taught


def learn(own: list[Example], others: list[Example], lexicon: Lexicon) -> tuple[Model, int]:
    """Return a model of our own messages and others, and how many messages it learned from."""
    talk = learn_talk(own, others, lexicon)
    taught = material_of(own, others, lexicon, Model(talk, talk, talk).sounds)
    return Model(talk, *train(taught)), len(taught)


def rare_words(lexicon: Lexicon) -> list[str]:
    """Return English words that are neither everyday words nor, as far as our lists know, names."""
    return sorted(
        word
        for word, rank in lexicon.ranks.items()
        if rank >= UNCOMMON and word.isascii() and word.isalpha() and len(word) > SHORT and not lexicon.look_up(word)
    )


def save(guesses: Iterable[Guess], path: Path, digest: Path) -> None:
    """Write a model, the same bytes for the same weights; the least are left out, since most of them say nothing."""
    kept = [({f: w for f, w in guess.weights.items() if abs(w) >= LEAST}, guess.bias) for guess in guesses]
    packed = gzip.compress(msgpack.dumps(kept), mtime=0)
    path.write_bytes(packed)
    digest.write_text(hashlib.sha256(packed).hexdigest() + "\n", "ascii")


def main() -> None:
    """Train on the public sets in the folder that is given, and on our own messages."""
    model, messages = learn(ours(), public(Path(sys.argv[1])), load_lexicon())
    guesses = (model.talk, model.first, model.second)
    save(guesses, MODEL, DIGEST)
    print(f"{messages} messages; {', '.join(str(len(guess.weights)) for guess in guesses)} weights")  # noqa: T201


if __name__ == "__main__":
    main()

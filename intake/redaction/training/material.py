"""The messages that the model learns from: our own, and public ones that stay outside the project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from intake.redaction.lexicon import LISTS
from intake.redaction.lists import read_list

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

OURS = Path(__file__).parent / "messages"
EVERYDAY = Path(__file__).parent / "everyday.txt"
PUBLIC = (
    "btc_train_egh",
    "btc_twitterati_f",
    "slurp_devel",
    "tweebank_train",
    "tweebank_dev",
    "wnut17_train",
    "wnut17_dev",
)
MARK = re.compile(r"\[\[([A-Z]+)\|([^\[\]|]*)\]\]")
BETWEEN = re.compile(r"^---\s*$", re.MULTILINE)
ONSETS = (
    "b",
    "ch",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "r",
    "s",
    "t",
    "v",
    "w",
    "y",
    "z",
    "sh",
    "kh",
    "th",
    "br",
)
NUCLEI = ("a", "e", "i", "o", "u", "ai", "ee", "ay", "ia")
CODAS = ("", "", "n", "r", "l", "m", "sh", "k", "d")
LOWER = re.compile(r"(?<![\w'])[a-z]{4,}(?![\w'])")
ODD, RATHER = 0.12, 0.4  # how many everyday words are replaced, and how many of them by a rare word
NO_VOWELS = str.maketrans("", "", "aeiou")
POOL = 3000  # names from our lists, and as many that are in none
ALSO = 1500  # names that are words too


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled message. Offsets are in code points; what is to be ignored was labelled by nobody."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    ignore: tuple[tuple[int, int], ...] = ()
    public: bool = False


def ours(folder: Path = OURS, writers: str = "*") -> list[Example]:
    """Return the messages that were written for care-voice, by such writers."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"{writers}.txt")))
    return [unmarked(part.strip("\n")) for text in texts for part in BETWEEN.split(text) if part.strip()]


def everyday(path: Path = EVERYDAY) -> list[Example]:
    """Return what people say with words that are names too, and with which they name nobody; one a line."""
    return [Example(line, ()) for line in path.read_text(encoding="utf-8").splitlines()]


def unmarked(marked: str) -> Example:
    """Return a message as it was sent: `[[NAME|Kim]]` is the name Kim."""
    text, spans, end = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        end = mark.end()
    return Example(text + marked[end:], tuple(spans))


def public(folder: Path, names: Iterable[str] = PUBLIC) -> list[Example]:
    """Return the messages of the public sets. Raises OSError if one is missing."""
    return [example for name in names for example in read_labelled(folder / f"{name}.jsonl", public=True)]


def read_labelled(path: Path, *, public: bool) -> Iterator[Example]:
    """Yield the rows of a labelled file, in JSON, one a line."""
    with path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            spans = tuple((start, end, label) for start, end, label in row["spans"])
            ignore = tuple((start, end) for start, end, *_ in row.get("ignore", ()))
            yield Example(row["text"], spans, ignore, public)


def lowered(example: Example) -> Example:
    """Return the same in lower case, as it is typed on a phone."""
    low = example.text.lower()
    if len(low) != len(example.text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in example.text)
    return replace(example, text=low)


def renamed(examples: Iterable[Example], chance: random.Random) -> Iterator[Example]:
    """Yield the messages that hold names with other names, many in no list, or words: it is not the name that tells."""
    listed = sorted(read_list(LISTS / "first-names.txt") | read_list(LISTS / "more-names.txt"))
    words = sorted(read_list(LISTS / "also-words.txt").intersection(listed))
    pool = [chance.choice(listed) for _ in range(POOL)] + [_made_up(chance) for _ in range(POOL)]
    pool += [chance.choice(words) for _ in range(ALSO)]
    for example in examples:
        if any(label == "NAME" for *_, label in example.spans):
            yield _renamed(example, lambda: chance.choice(pool))


def _renamed(example: Example, another: Callable[[], str]) -> Example:
    text, spans, end = "", [], 0
    new: dict[str, str] = {}
    for start, stop, label in sorted(example.spans):
        text += example.text[end:start]
        name = example.text[start:stop]
        if label == "NAME" and name.isalpha() and len(name) > 2:  # noqa: PLR2004 - initials stay
            name = _cased(new.setdefault(name.lower(), another()), name)
        spans.append((len(text), len(text) + len(name), label))
        text += name
        end = stop
    return replace(example, text=text + example.text[end:], spans=tuple(spans), ignore=())


def _cased(name: str, model: str) -> str:
    if model.isupper() and len(model) > 3:  # noqa: PLR2004 - shouted
        return name.upper()
    return name.capitalize() if model[0].isupper() else name


def misspelt(examples: Iterable[Example], rare: Sequence[str], chance: random.Random) -> Iterator[Example]:
    """Yield the messages with some everyday words misspelt, or replaced by rare ones: not every odd word is a name."""
    alike: dict[str, list[str]] = {}
    for word in rare:
        alike.setdefault(word[-2:], []).append(word)
    for example in examples:
        yield _misspelt(example, alike, chance)


def _misspelt(example: Example, alike: Mapping[str, list[str]], chance: random.Random) -> Example:
    text, end = "", 0
    moved = [(0, 0)]  # from which offset on the text has moved, and by how much
    hidden = [(start, stop) for start, stop, _ in example.spans] + list(example.ignore)
    for word in LOWER.finditer(example.text):
        start, stop = word.span()
        if chance.random() > ODD or any(begins < stop and start < ends for begins, ends in hidden):
            continue
        others = alike.get(word[0][-2:])
        text += example.text[end:start]
        text += chance.choice(others) if others and chance.random() < RATHER else _mistyped(word[0], chance)
        moved.append((stop, len(text) - stop))
        end = stop

    def move(at: int) -> int:
        return at + next(by for since, by in reversed(moved) if since <= at)

    spans = tuple((move(start), move(stop), label) for start, stop, label in example.spans)
    ignore = tuple((move(start), move(stop)) for start, stop in example.ignore)
    return replace(example, text=text + example.text[end:], spans=spans, ignore=ignore)


def _mistyped(word: str, chance: random.Random) -> str:
    """Return a word without a letter, with one doubled, with two swapped, or without its vowels."""
    i = chance.randrange(1, len(word) - 1)
    without = word[:i] + word[i + 1 :]
    doubled = word[:i] + word[i] + word[i:]
    swapped = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    texted = word[0] + word[1:].translate(NO_VOWELS)
    return chance.choice((without, doubled, swapped, texted))


def _made_up(chance: random.Random) -> str:
    syllables = [chance.choice(ONSETS) + chance.choice(NUCLEI) for _ in range(chance.choice((2, 2, 3)))]
    return "".join(syllables) + chance.choice(CODAS)

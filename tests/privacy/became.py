"""Makes answers by chance for the concerns of a collection, and solves for the hidden figures of what became of them.

Knows of the product what it tells, and no code of it but to make that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from storage.outcomes import PARTS, Found, Sum, tell
from storage.tallies import UNSEEN, Cell
from tests.privacy.crowds import FOREVER, GATE, History
from tests.privacy.solving import FAR, Key, Program, program

if TYPE_CHECKING:
    from collections.abc import Iterator


CONCERNS: Key = ("kind", "feedback", "", "")
_CONCERNS = Cell("kind", "feedback")
_CHOICES = (*PARTS[:3], "no-answer", "no-answer", "no-answer")


@dataclass(frozen=True, slots=True)
class Telling:
    """What readers were told after a step, and the truth about it: of hidden ones, which are small."""

    step: int
    told: Sum
    true: dict[str, int | None]


@dataclass(slots=True)
class Answers:
    """Who of a collection was answered how, and what was told of it so far."""

    made: History
    became: dict[int, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    tellings: list[Telling] = field(default_factory=list)
    last: Sum | None = None

    def answer(self, few: int) -> None:
        """Let one answer out that some voices get."""
        draw, kind = self.made.draw, self.made.draw.choice(PARTS[:3])
        here = self.made.here()
        for voice in draw.sample(here, min(few, len(here))):
            self.became[voice] = min(kind, self.became.get(voice, "no-answer"), key=PARTS.index)
        self.given.add(kind)
        self.tell()

    def tell(self) -> None:
        """Tell what the product would, as of now."""
        concerns = self.made.told[_CONCERNS]
        if concerns.hidden or concerns.voices is None:
            return
        found = self._found(concerns.release, concerns.could)
        now = self._found(self.last.release, self.last.could) if self.last else found
        new = tell(self.last, found, now, concerns.voices, concerns.release, GATE)
        anew = all(part.true == (found.numbers[name] or 0) for name, part in new.parts.items())
        if new != self.last and anew:  # what only stands says nothing of today
            self.tellings.append(Telling(len(self.made.steps), new, dict(found.numbers)))
        self.last = new

    def _found(self, release: int, could: int) -> Found:
        people = [
            (number, crowd)
            for number, (gone, _, crowd) in enumerate(self.made.voices)
            if gone == FOREVER and crowd.release <= release
        ]
        mine = [number for number, crowd in people if crowd.said[1] == "feedback"]
        now = sum(crowd.said[1] == "feedback" or crowd.shown == UNSEEN for _, crowd in people)
        kinds = [self.became.get(number, "no-answer") for number in mine]
        counts: dict[str, int | None] = {
            name: kinds.count(name) if name in self.given or name == "no-answer" else None for name in PARTS
        }
        return Found(counts, now, max(0, could - now))


@lru_cache(maxsize=8)
def answered(seed: int) -> Answers:
    """Make a collection of a few releases, with answers and departures in between."""
    made = Answers(History(seed, themes=2, councils=2))
    draw = made.made.draw
    blank = draw.choice([0, 0.5, 1])
    for _ in range(draw.randint(1, 3)):
        made.made.release(draw.choice([20, 40, 80, 150]), blank)
        made.tell()
        for _ in range(draw.randint(0, 3)):
            if draw.random() < 0.3:
                made.made.leave(draw.choice(made.made.here()))
                made.tell()
            else:
                made.answer(draw.choice([1, 3, 8, 15, 30, 60]))
    return made


def jointly(made: Answers) -> Program:
    """Set up all that a reader knows of the counts, the rows and what became of all concerns, after every step."""
    known = program(made.made.published(told_small=True), reads=True)
    for number, telling in enumerate(made.tellings):
        for name, part in telling.told.parts.items():
            known.unknown((number, name), *_span(part.voices, telling.true[name]))
        parts = [((number, name), 1.0) for name in PARTS]
        release = made.made.released[telling.told.release - 1]
        left = sum(voice <= telling.step for voice in _left(made, release))
        known.add([*parts, ((CONCERNS, release), -1.0)], -left, -left)
    return known


def hidden(made: Answers) -> list[tuple[int, str]]:
    """Return the hidden small figures: which telling, and which outcome."""
    return [
        (number, name)
        for number, telling in enumerate(made.tellings)
        for name, part in telling.told.parts.items()
        if part.symbol == "c" and (telling.true[name] or 0) < GATE.count
    ]


def moved_by_few(made: Answers) -> Iterator[str]:
    """Lay any two tellings side by side, and give the figures between which fewer than ten voices stand."""
    for place, before in enumerate(made.tellings):
        for after in made.tellings[place + 1 :]:
            for name in PARTS:
                one, two = before.told.parts[name], after.told.parts[name]
                moved = abs((before.true[name] or 0) - (after.true[name] or 0))
                if None not in {one.voices, two.voices} and one.voices != two.voices and moved < GATE.k:
                    yield f"{name}: {one.voices} {two.voices}"


def _span(shown: int | None, true: int | None) -> tuple[int, int]:
    if shown is not None:
        return GATE.span(shown)
    if true is None:
        return 0, 0
    return 0, GATE.count - 1 if true < GATE.count else FAR


def _left(made: Answers, release: int) -> list[int]:
    """Return when the concerns left that a release counted: harder on the product than it is, readers know each."""
    return [
        gone
        for gone, row, crowd in made.made.voices
        if row.entered <= release < gone != FOREVER and crowd.said[1] == "feedback"
    ]

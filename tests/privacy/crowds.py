"""Makes collections by chance, publishes their counts release after release, and says what a reader has of them."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from storage.counting import Standing, counted
from storage.model import AgeBand, Kind, Speaker
from storage.release import Thresholds
from storage.tallies import NOT_SAID, UNSEEN, Cell, Crowd
from tests.privacy.solving import Key, Published, Row, Told

GATE = Thresholds()
FOREVER = 10**6


@dataclass(slots=True)
class History:
    """A collection and what was published of it so far: at each step a release, or voices that left."""

    seed: int
    themes: int = 3
    councils: int = 3
    voices: list[tuple[int, Row, Crowd]] = field(default_factory=list)  # the step each went at, what it shows, is
    told: dict[Cell, Standing] = field(default_factory=dict)
    steps: list[dict[Key, Told]] = field(default_factory=list)
    small: set[tuple[Key, int]] = field(default_factory=set)
    released: list[int] = field(default_factory=list)  # the step of each release
    draw: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)  # noqa: S311 - the same in every run

    def release(self, new: int, blank: float) -> None:
        """Publish some new voices; a detail of one is not shown with a chance of `blank`."""
        self.released.append(len(self.steps) + 1)
        for _ in range(new):
            crowd = self._crowd(blank)
            self.voices.append((FOREVER, Row(len(self.steps) + 1, FOREVER, crowd.shown), crowd))
        self._count()

    def leave(self, number: int) -> None:
        """Take one voice out, as when somebody changes their mind."""
        _, row, crowd = self.voices[number]
        step = len(self.steps) + 1
        self.voices[number] = (step, row._replace(gone=step), crowd)
        self._count()

    def here(self) -> list[int]:
        """Return which voices are still there."""
        return [number for number, (gone, _, _) in enumerate(self.voices) if gone == FOREVER]

    def published(self, *, told_small: bool) -> Published:
        """Return all that a reader has; with `told_small`, also which hidden counts are small."""
        rows = [row for _, row, crowd in self.voices if crowd.shown != UNSEEN]
        small = frozenset(self.small) if told_small else frozenset()
        return Published(GATE.count, GATE.round_to, self.steps, rows, small)

    def _count(self) -> None:
        crowds = Counter(crowd for gone, _, crowd in self.voices if gone == FOREVER)
        self.told = counted(crowds, GATE, self.told, len(self.released))
        step = len(self.steps) + 1
        shown = {cell: None if told.hidden else told.voices for cell, told in self.told.items()}
        self.steps.append(
            {_key(c): Told(number, self.released[self.told[c].release - 1]) for c, number in shown.items()}
        )
        self.small |= {
            (_key(cell), step)
            for cell, told in self.told.items()
            if told.hidden and told.voices is None and _true(cell, crowds) < GATE.count
        }

    def _crowd(self, blank: float) -> Crowd:
        draw = self.draw
        councils = [*(f"council-{number}" for number in range(self.councils)), NOT_SAID]
        said = (
            f"theme-{min(int(draw.expovariate(0.5)), self.themes - 1)}",
            draw.choice(list(Kind)),
            councils[min(int(draw.expovariate(0.6)), self.councils)],
            draw.choice([*AgeBand, AgeBand.FROM_18, NOT_SAID]),
            draw.choice([*Speaker, Speaker.ME, NOT_SAID]),
            draw.choice(["2026 Q3", "2026 Q4"]),
        )
        if draw.random() < 0.1:
            return Crowd(len(self.released), said, UNSEEN)
        shown = (None if value == NOT_SAID or draw.random() < blank else value for value in said[2:])
        return Crowd(len(self.released), said, (*said[:2], *shown))


def _key(cell: Cell) -> Key:
    about, value, beside, other = map(str, cell)
    return about, value, beside, other


def _true(cell: Cell, crowds: Counter[Crowd]) -> int:
    about = ("theme", "kind", "council", "age_band", "speaker", "quarter")
    wanted = [(about.index(name), value) for name, value in (cell[:2], cell[2:]) if name in about]
    return sum(n for crowd, n in crowds.items() if all(crowd.said[place] == value for place, value in wanted))


def history(seed: int, *, leaving: bool = False) -> History:
    """Make a collection of a few releases, of which none, some or nearly all details are shown."""
    made = History(seed)
    draw = made.draw
    blank = draw.choice([0, 0.5, 0.9, 1])
    made.release(draw.choice([15, 40, 80, 200]), blank)
    for _ in range(draw.randint(0, 2 if leaving else 3)):
        if leaving:
            made.leave(draw.choice(made.here()))
        made.release(draw.choice([10, 12, 20, 30, 60, 150]), blank)
    return made

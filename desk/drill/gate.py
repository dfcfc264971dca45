"""How many voices people have to look at before a release goes out, and how many of them are left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.drill.ranking import Recognisable, ranked
from storage.drills import MOST, candidates
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    from storage.drills import Candidate
    from storage.release import Thresholds
    from storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Drill:
    """Voices by how easy they are to recognise: those about to be published, and those published.

    The `asked` first new ones must be looked at, and `left` of them were not yet. `partly`: there are more voices than
    are looked through.
    """

    new: tuple[Recognisable, ...]
    shown: tuple[Recognisable, ...]
    asked: int
    partly: bool

    @property
    def left(self) -> int:
        """Return how many have to be looked at still."""
        return sum(not one.voice.cleared for one in self.new[: self.asked])

    @property
    def is_done(self) -> bool:
        """Tell whether a release that goes out now was drilled."""
        return self.asked > 0 and self.left == 0

    def find(self, number: int) -> Recognisable | None:
        """Return one voice; None if it is not among them."""
        return next((one for one in (*self.new, *self.shown) if one.voice.id == number), None)

    def next(self, after: int | None = None) -> Recognisable | None:
        """Return the first voice that nobody cleared: new ones that must be looked at, then those that the lab shows.

        With `after`, the first one behind that voice, so that one can be passed over.
        """
        order = [*self.new, *self.shown]
        at = next((at + 1 for at, one in enumerate(order) if one.voice.id == after), 0)
        return next((one for one in order[at:] if not one.voice.cleared), None)


def look(intake: sqlite3.Connection, limits: Thresholds, until: datetime | None = None) -> Drill:
    """Look through the voices that the next release would show, of those approved `until` then, and the published."""
    return drill_of(candidates(intake, until), limits)


def seen_by(found: Drill, intake: sqlite3.Connection, who: Viewer) -> Drill:
    """Leave out what isn't shown to whoever asks; how many others have to look at stays as it is."""
    if who.hidden is None:
        return found
    new, shown = (
        tuple(one for one in some if who.may_see(read(intake, one.voice.id))) for some in (found.new, found.shown)
    )
    return replace(found, new=new, shown=shown)


def drill_of(found: Sequence[Candidate], limits: Thresholds) -> Drill:
    """Return what the drill says about these voices. Touches no file."""
    order = ranked(found, limits.k)
    new = tuple(one for one in order if one.voice.published is None)
    shown = tuple(one for one in order if one.voice.published is not None)
    return Drill(new, shown, min(limits.drill, len(new)), len(found) == MOST)

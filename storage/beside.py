"""Published voices on a voice's theme, to read beside it: could someone who knows them tell whose it is?

Which ones is drawn by the voice itself: the same for whoever reads it, and nothing of when anything came in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.publishing import PUBLIC_ID_FROM, PUBLIC_ID_TO
from storage.submissions import HARD

if TYPE_CHECKING:
    import sqlite3

    from storage.submissions import Submission

HANDFUL = 4
LONGEST = 300  # characters of each
_LOOKED_AT = 2_000  # voices: in a large collection, a theme that few are about is not searched for to the end
_AFTER = (
    "SELECT public_id, substr(words, 1, :longest) FROM (SELECT * FROM submissions WHERE public_id IS NOT NULL "  # noqa: S608 - ours
    "AND public_id > :after AND public_id <= :last ORDER BY public_id LIMIT :most) "
    "WHERE state = 'approved' AND released_in IS NOT NULL AND consent != 'count' AND theme = :theme AND id != :id "
    f"AND NOT {HARD} ORDER BY public_id LIMIT :handful"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A voice that the lab shows, by the number that it has there; `opening` is how it begins."""

    number: int
    opening: str = field(repr=False)


def beside(conn: sqlite3.Connection, voice: Submission) -> tuple[Beside, ...]:
    """Return a handful of published voices on the same theme, and none that may be hard to read."""
    start = PUBLIC_ID_FROM + voice.id % (PUBLIC_ID_TO - PUBLIC_ID_FROM)
    values = {"theme": voice.theme, "id": voice.id, "longest": LONGEST, "most": _LOOKED_AT}
    found: list[tuple[int, str]] = []
    for after, last in ((start, PUBLIC_ID_TO), (0, start)):
        values |= {"after": after, "last": last, "handful": HANDFUL - len(found)}
        found += conn.execute(_AFTER, values)
    return tuple(Beside(number, opening) for number, opening in found)

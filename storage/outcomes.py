"""What became of what people said: of all published concerns, how many led to a change. An honest denominator.

Of the concerns that the count of all of them is about (`storage.counting`), so that nothing more of that follows. What
was told stands as a whole until so much has changed that nobody can tell with whom; see docs/publication.md.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING

from storage.counting import NOT_APPLICABLE, SUPPRESSED, WIDTH
from storage.secondary import NO_END
from storage.tallies import TABLES, Cell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from storage.counting import Standing
    from storage.release import Thresholds
    from storage.tallies import Sums

EVERYTHING, NONE = "everything", "no-answer"
CONCERNS = Cell("kind", "feedback")
LOW = "k"  # the symbol for what rounds to nothing in official statistics
# Kinds of answers: what a voice counts as that has several is the first of these. Thanks alone change nothing.
_BEST = ("changed", "planned", "cannot-change")
PARTS = (*_BEST, NONE)
ORDER = (EVERYTHING, *PARTS)
TABLE = "outcomes (outcome TEXT PRIMARY KEY, voices INTEGER, share INTEGER, symbol TEXT) STRICT"
_TABLE = TABLES.index((CONCERNS.about, ""))


@dataclass(frozen=True, slots=True)
class Became:
    """Of so many published concerns this became: rounded `voices` and `share` (a percentage), or a symbol for them."""

    outcome: str
    voices: int | None
    share: int | None
    symbol: str | None

    @property
    def so_many(self) -> int | None:
        """How many: nobody where no such answer was ever given, None where it isn't told."""
        return 0 if self.symbol == NOT_APPLICABLE else self.voices


@dataclass(frozen=True, slots=True)
class Part:
    """What was told of an outcome: `voices` as it was shown, or a `symbol` in its place; `true` is what it was.

    `ever`: every number that was shown, with what it stood for.
    """

    voices: int | None
    symbol: str | None
    true: int
    ever: tuple[tuple[int, int], ...] = ()

    def since(self, before: Part) -> Part:
        """Return it with what was shown before."""
        mine = ((self.voices, self.true),) if self.voices is not None else ()
        return replace(self, ever=(*before.ever, *(one for one in mine if one not in before.ever)))


@dataclass(frozen=True, slots=True)
class Sum:
    """What was told of all outcomes together, of `everything` as of `release`; `could`: who could be a concern then."""

    everything: int
    release: int
    could: int
    parts: Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Found:
    """How it is now: how many there are of each outcome, None where no such answer was ever given.

    `could`: how many could be a concern for all that readers see; `left`: how many of those are gone since the count of
    all concerns was told.
    """

    numbers: Mapping[str, int | None]
    could: int
    left: int


def outcomes(intake: sqlite3.Connection, concerns: Standing | None, sums: Sums, thresholds: Thresholds) -> Sum | None:
    """Return what is told of what became of all concerns, of which `concerns` is told; None while that is too few.

    `sums` is what all voices add up to.
    """
    before = _told(intake)
    if concerns is None or concerns.hidden or concerns.voices is None:
        return None
    found = _found(intake, sums, concerns.release, concerns.could)
    now = found if before is None else _found(intake, sums, before.release, before.could)
    return tell(before, found, now, concerns.voices, concerns.release, thresholds)


def tell(before: Sum | None, found: Found, now: Found, everything: int, release: int, thresholds: Thresholds) -> Sum:
    """Return what is told now: what was `found` as of a release, or still what was told `before` of those of then."""
    new = _sum(found, everything, release, thresholds)
    if before is None:
        return replace(new, parts={name: part.since(part) for name, part in new.parts.items()})
    if not _may_tell(before, new, thresholds):
        return _still(before, now, thresholds)
    return replace(new, parts={name: part.since(before.parts[name]) for name, part in new.parts.items()})


def _sum(found: Found, everything: int, release: int, thresholds: Thresholds) -> Sum:
    """Return what can be told so that no small number follows, nor anything of how many concerns there are."""
    numbers = {name: number for name, number in found.numbers.items() if number is not None}
    small = {name for name, number in numbers.items() if number < thresholds.count}
    hidden = set(small)
    rest = sorted(numbers.keys() - small, key=lambda name: (numbers[name], name))
    while rest and not _is_safe(numbers, small, hidden, found.left, thresholds.span(everything), thresholds):
        hidden.add(rest.pop(0))
    return Sum(
        everything,
        release,
        found.could,
        {name: _part(found.numbers[name], thresholds, hidden=name in hidden) for name in PARTS},
    )


def _may_tell(before: Sum, new: Sum, thresholds: Thresholds) -> bool:
    """Say whether what is told may move: each number stays, is hidden, or moved by so many that nobody knows who."""
    return all(_may_show(before.parts[name], part, thresholds.k) for name, part in new.parts.items())


def _may_show(was: Part, part: Part, k: int) -> bool:
    others = [true for voices, true in was.ever if voices != part.voices]
    if part.voices != was.voices:
        others.append(was.true)
    return part.voices is None or all(abs(part.true - true) >= k for true in others)


def _still(before: Sum, now: Found, thresholds: Thresholds) -> Sum:
    """Return what was told before, but for numbers that could stand for too few by now."""
    parts = {}
    for name, part in before.parts.items():
        low = thresholds.span(part.voices)[0] - (before.could - now.could) if part.voices is not None else 0
        too_few = low < thresholds.count or (now.numbers[name] or 0) < thresholds.count
        parts[name] = replace(part, voices=None, symbol=SUPPRESSED) if part.voices is not None and too_few else part
    return replace(before, parts=parts)


def as_rows(told: Sum | None) -> tuple[Became, ...]:
    """Return the rows of `outcomes`."""
    if told is None:
        return ()
    parts = {EVERYTHING: Part(told.everything, None, 0), **told.parts}
    return tuple(_row(name, parts[name], told.everything) for name in ORDER)


def keep(conn: sqlite3.Connection, shown: tuple[Became, ...]) -> None:
    """Keep just these in a database. Runs inside a transaction of its caller's."""
    conn.execute(f"CREATE TABLE IF NOT EXISTS {TABLE}")
    if outcomes_kept(conn) != shown:
        conn.execute("DELETE FROM outcomes")
        conn.executemany("INSERT INTO outcomes VALUES (?, ?, ?, ?)", map(astuple, shown))


def remember(intake: sqlite3.Connection, told: Sum | None) -> None:
    """Write down what readers are told; while they are told nothing, what they were told last stays known."""
    keep(intake, as_rows(told))
    if told is not None and told != _told(intake):
        intake.execute("DELETE FROM told_outcomes")
        rows: Iterable[tuple[str, Part]] = ((EVERYTHING, Part(told.everything, None, 0)), *told.parts.items())
        intake.executemany(
            "INSERT INTO told_outcomes VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (name, part.voices, part.symbol, part.true, told.release, told.could, json.dumps(part.ever))
                for name, part in rows
            ],
        )


def outcomes_kept(conn: sqlite3.Connection) -> tuple[Became, ...]:
    """Return what a database keeps."""
    rows = {row[0]: Became(*row) for row in conn.execute("SELECT * FROM outcomes")}
    return tuple(rows[name] for name in ORDER if name in rows)


def _told(intake: sqlite3.Connection) -> Sum | None:
    rows = intake.execute("SELECT outcome, voices, symbol, true, ever, release, could FROM told_outcomes").fetchall()
    if not rows:
        return None
    parts = {
        name: Part(voices, symbol, true, tuple((shown, was) for shown, was in json.loads(ever)))
        for name, voices, symbol, true, ever, _, _ in rows
    }
    everything = parts.pop(EVERYTHING)
    return Sum(everything.voices or 0, rows[0][5], rows[0][6], {name: parts[name] for name in PARTS})


def _found(intake: sqlite3.Connection, sums: Sums, release: int, could: int) -> Found:
    kind = CONCERNS.value
    true = sum(
        n for (at, table, value, _), n in sums.said.items() if (table, value) == (_TABLE, kind) and at <= release
    )
    now = sum(
        number
        for (at, table, value, _, unseen), number in sums.shown.items()
        if table == _TABLE and at <= release and (unseen or value == kind)
    )
    return Found(_numbers(intake, true, release), now, max(0, could - now))


def _numbers(intake: sqlite3.Connection, concerns: int, release: int) -> dict[str, int | None]:
    ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for rank, kind in enumerate(_BEST))
    rows = intake.execute(
        f"SELECT best, count(*) FROM (SELECT min(CASE responses.kind {ranks} END) AS best "  # noqa: S608 - ours
        "FROM answered JOIN responses ON responses.id = response JOIN submissions ON submissions.id = submission "
        "WHERE approver IS NOT NULL AND submissions.kind = ? AND released_in <= ? AND state IN ('approved', 'counted') "
        "GROUP BY submission) WHERE best IS NOT NULL GROUP BY best",
        (CONCERNS.value, release),
    )
    found = {_BEST[best]: count for best, count in rows}
    given = {row[0] for row in intake.execute("SELECT DISTINCT kind FROM responses WHERE approver IS NOT NULL")}
    parts: dict[str, int | None] = {kind: found.get(kind, 0) if kind in given else None for kind in _BEST}
    return {**parts, NONE: concerns - sum(found.values())}


def _is_safe(
    numbers: Mapping[str, int],
    small: set[str],
    hidden: set[str],
    left: int,
    everything: tuple[int, int],
    thresholds: Thresholds,
) -> bool:
    """Say whether each small number could be one of five or nobody, even for who knows exactly what they add up to.

    And whether they could add up to any number that was told of them all, whoever left since.
    """
    spans = {
        name: thresholds.span(thresholds.rounded(number) or 0)
        if name not in hidden
        else (0, _most(name, small, thresholds))
        for name, number in numbers.items()
    }
    least, most = (sum(span[end] for span in spans.values()) for end in (0, 1))
    total = sum(numbers.values())
    for name in small:
        low, high = total - (most - spans[name][1]), total - (least - spans[name][0])
        if low > 0 and min(spans[name][1], high) - low < min(WIDTH, thresholds.count - 1):
            return False
    return least + left <= everything[0] and most >= everything[1]


def _most(name: str, small: set[str], thresholds: Thresholds) -> int:
    return thresholds.count - 1 if name in small else NO_END


def _part(number: int | None, thresholds: Thresholds, *, hidden: bool) -> Part:
    if number is None:
        return Part(None, NOT_APPLICABLE, 0)
    return Part(None, SUPPRESSED, number) if hidden else Part(thresholds.rounded(number), None, number)


def _row(name: str, part: Part, everything: int) -> Became:
    if part.voices is None:
        return Became(name, None, None, part.symbol)
    share = min(100, round(100 * part.voices / everything)) if everything else 0
    return Became(
        name, part.voices, None if part.voices and not share else share, LOW if part.voices and not share else None
    )

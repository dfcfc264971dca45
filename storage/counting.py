"""How many voices say what, as official statistics tell it: rounded, and hidden where it could point to someone.

A count says how many there were as of a release, and stands. It is looked at again once so many new voices could be
among them, for all that readers see, that nobody can tell which of them are; what leaves is decided by what readers
could know, never by what was true (GSS, "Disclosure control for tables"; docs/publication.md). Touches no file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from storage.proving import History, Told, small_counts, to_withhold
from storage.secondary import NO_END, SPARE, Known, to_hide
from storage.tallies import NOT_SAID, Cell, Tally, add_up, between, tally, totals
from storage.widening import DETAILS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.release import Thresholds
    from storage.tallies import Crowd, Sums

SUPPRESSED, NOT_APPLICABLE = "c", "z"  # symbols of official statistics: confidential; nothing that there could be
WIDTH = 4  # the least and the most that a hidden count could be are this far apart, at least
REMEMBERED = 24  # releases that are looked back at: two years, at one a month


@dataclass(frozen=True, slots=True)
class Count:
    """A row of `counts`: how many voices say `value` about `about`, and `value_beside` about `beside` if that is there.

    `release` is the one that it was counted at; where it is hidden there is a symbol in place of both.
    """

    about: str
    value: str
    beside: str
    value_beside: str
    voices: int | None
    symbol: str | None
    release: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What was told of a cell so far: `voices`, as of `release`, when `could` voices could be in it.

    `looked`: the release at which it was last looked at; `hidden`: whether it is told no more; `earlier`: what was told
    before, for readers keep every copy.
    """

    voices: int | None = None
    release: int = 0
    could: int = 0
    looked: int = 0
    hidden: bool = True
    earlier: tuple[Told, ...] = ()

    def numbers(self) -> tuple[Told, ...]:
        """Return every number that was told."""
        last = () if self.voices is None else (Told(self.release, self.voices, self.could),)
        return (*self.earlier, *last)


def counted(
    crowds: Mapping[Crowd, int],
    thresholds: Thresholds,
    before: Mapping[Cell, Standing],
    now: int,
    sums: Sums | None = None,
) -> dict[Cell, Standing]:
    """Return what release `now` tells of every cell of voices, given what was told `before`.

    Asked again with what it answered and the same voices, it answers the same. With `sums`, what the crowds add up to,
    it looks at the crowds for a new release only.
    """
    tallies = tally(sums or add_up(crowds), thresholds.councils)
    standing = {cell: before.get(cell, Standing()) for cell in tallies}
    # Once a release: what was told can't be untold, and what moved where somebody left would tell where they were.
    is_new = all(told.looked < now for told in before.values())
    if is_new:
        standing = {cell: _look(cell, told, tallies[cell], thresholds, now) for cell, told in standing.items()}
    standing = {cell: _stand(told, tallies[cell], thresholds, now) for cell, told in standing.items()}
    if not is_new:
        return standing
    standing |= _protected(standing, tallies, thresholds, before, now)
    return standing | _proven(standing, tallies, crowds, thresholds, before, now)


def as_rows(standing: Mapping[Cell, Standing]) -> tuple[Count, ...]:
    """Return the rows of `counts`."""
    return tuple(
        Count(*cell, None, SUPPRESSED, None) if told.hidden else Count(*cell, told.voices, None, told.release)
        for cell, told in sorted(standing.items())
    )


def _look(cell: Cell, told: Standing, found: Tally, thresholds: Thresholds, now: int) -> Standing:
    """Look at a cell again if enough new voices could be in it; it moves if it is safe to say by how much."""
    if between(found.could, told.looked, now) < thresholds.k:
        return told
    shown = thresholds.rounded(found.true.total())
    looked = replace(told, looked=now)
    if shown is None:
        return replace(looked, hidden=True)
    if told.hidden and not _may_open(told, found, thresholds, now, shown):
        return told
    if not told.hidden and between(found.true, told.release, now) < thresholds.k:
        return looked
    if not _tells_nothing(cell) and _tells_who(told, found, thresholds, now, shown):
        return looked
    return Standing(shown, now, found.could.total(), now, hidden=False, earlier=_kept(told, now))


def _kept(told: Standing, now: int) -> tuple[Told, ...]:
    return tuple(one for one in told.numbers() if one.release > now - REMEMBERED)


def _may_open(told: Standing, found: Tally, thresholds: Thresholds, now: int, shown: int) -> bool:
    """Say whether a hidden count may be shown: what it was while it was hidden must not follow."""
    if told.voices is not None:  # it was shown before that: let nobody tell where it fell, or where it came back
        return shown >= thresholds.count + thresholds.round_to
    least, most = thresholds.span(shown)
    seen = between(found.seen, 0, now - 1)
    low = least - between(found.could, now - 1, now)
    high = min(thresholds.count - 1, most - between(found.seen, now - 1, now))
    return now == 1 or low <= seen or high - low >= width(thresholds)


def _tells_nothing(cell: Cell) -> bool:
    """Say whether who is in a cell has no detail by that: that somebody did not say is none."""
    details = {cell.about: cell.value, cell.beside: cell.value_beside}
    return all(value == NOT_SAID for about, value in details.items() if about in DETAILS)


def _tells_who(told: Standing, found: Tally, thresholds: Thresholds, now: int, shown: int) -> bool:
    """Say whether a count would tell of all who don't show this detail, or nearly all, that they are in it."""
    least, _ = thresholds.span(shown)
    after = 0 if told.hidden else told.release
    if after:
        least = max(thresholds.k, least - thresholds.span(told.voices or 0)[1])
    unseen = least - between(found.seen, after, now)
    blank, could = between(found.blank, after, now), between(found.could, after, now)
    return blank > 0 and unseen > could - between(found.seen, after, now) - width(thresholds)


def _stand(told: Standing, found: Tally, thresholds: Thresholds, now: int) -> Standing:
    """Hide a count at once that could be too small, for all that readers know of what has left since."""
    low, _ = _span(told, found, thresholds, now)
    too_few = found.true.total() < thresholds.count
    return replace(told, hidden=True) if told.voices is not None and (low < thresholds.count or too_few) else told


def width(thresholds: Thresholds) -> int:
    """Return how far apart the least and the most that a hidden count could be are, at least."""
    return min(WIDTH + SPARE, thresholds.count - 1)


def _protected(
    standing: Mapping[Cell, Standing],
    tallies: Mapping[Cell, Tally],
    thresholds: Thresholds,
    before: Mapping[Cell, Standing],
    now: int,
) -> dict[Cell, Standing]:
    """Return the cells that are hidden too, so that nothing hidden follows from what is shown, now or then."""
    less = {cell: _withheld(told, before.get(cell, Standing()), now) for cell, told in standing.items()}
    views = []
    for at in range(now, max(0, now - REMEMBERED), -1):
        look = partial(_known, thresholds=thresholds, at=at, now=now)
        known = {cell: look(told, tallies[cell]) for cell, told in standing.items()}
        views.append((known, {cell: look(told, tallies[cell]) for cell, told in less.items()}))
    return {cell: less[cell] for cell in to_hide(views, totals(tallies), width(thresholds))}


def _proven(
    standing: Mapping[Cell, Standing],
    tallies: Mapping[Cell, Tally],
    crowds: Mapping[Crowd, int],
    thresholds: Thresholds,
    before: Mapping[Cell, Standing],
    now: int,
) -> dict[Cell, Standing]:
    """Return the cells of which nothing new is told, so that there is proof of every small count that it is open."""
    told = {cell: kept.numbers() for cell, kept in standing.items() if kept.voices is not None}
    fresh = frozenset(cell for cell, numbers in told.items() if numbers[-1].release == now)
    since = max(1, now - REMEMBERED + 1)
    small = small_counts(told, tallies, thresholds.count, since, now)
    history = History(told, fresh, tallies, crowds, thresholds, now, small)
    cells = to_withhold(history, totals(tallies), min(WIDTH, thresholds.count - 1))
    return {
        cell: _stand(
            replace(before.get(cell, Standing()), looked=standing[cell].looked), tallies[cell], thresholds, now
        )
        for cell in cells
    }


def _withheld(told: Standing, before: Standing, now: int) -> Standing:
    """Hide a cell; a number that was about to be told now was never told."""
    return replace(before if told.release == now != before.release else told, looked=told.looked, hidden=True)


def _known(told: Standing, found: Tally, thresholds: Thresholds, at: int, now: int) -> Known:
    """Return what readers know `now` of a cell as it was at a release; what was told before then is out for good."""
    low, high = _span(told, found, thresholds, at)
    unknown = told.voices is None or told.release > at
    small = unknown and (told.hidden or at < now) and between(found.true, 0, min(at, told.looked)) < thresholds.count
    shown = not told.hidden and now in {at, told.release}
    alone = (0, _most_of_hidden(told, found, thresholds, at) if small else NO_END)
    if told.voices is not None and told.release == at:
        alone = thresholds.span(told.voices)
    return Known(alone, low, high, between(found.seen, 0, at), between(found.true, 0, at), shown, small)


def _span(told: Standing, found: Tally, thresholds: Thresholds, at: int) -> tuple[int, int]:
    """Return the least and the most that readers know of a cell by itself, as it was at a release.

    That small ones are small, they guess.
    """
    if told.voices is None:
        return 0, _most_of_hidden(told, found, thresholds, at)
    least, most = thresholds.span(told.voices)
    least -= max(0, told.could - between(found.could, 0, told.release))
    if told.release > at:
        later = between(found.could, at, told.release), between(found.seen, at, told.release)
        return max(0, least - later[0]), min(most - later[1], _most_of_hidden(told, found, thresholds, at))
    came = min(between(found.could, told.release, at), thresholds.k - 1 + between(found.could, told.looked, at))
    return max(0, least) + between(found.seen, told.release, at), most + came


def _most_of_hidden(told: Standing, found: Tally, thresholds: Thresholds, at: int) -> int:
    most = thresholds.count - 1
    if between(found.true, 0, at) < thresholds.count:
        return most
    small = told.voices is None and between(found.true, 0, told.looked) < thresholds.count
    return most + between(found.could, told.looked, at) if small else NO_END

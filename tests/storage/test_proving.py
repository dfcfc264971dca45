"""A hidden small count could be another: there are other collections of which all that was told is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.counting import WIDTH, counted
from storage.proving import History, Told, to_withhold
from storage.release import Thresholds
from storage.tallies import UNSEEN, Cell, Crowd, add_up, tally, totals, values_from
from storage.worlds import Limit, Worlds

if TYPE_CHECKING:
    import pytest

GATE = Thresholds()
WIGAN, LEEDS, YORK = (Cell("council", name) for name in ("wigan", "leeds", "york"))
EVERYTHING = Cell("everything", "everything")


def crowd(council: str, release: int = 1, *, shown: bool = False) -> Crowd:
    """Make voices that are alike, of whom readers see the council or nothing."""
    said = ("home", "idea", council, "18-20", "me", "2026 Q4")
    return Crowd(release, said, (*said[:2], council if shown else None, *said[3:]) if shown else UNSEEN)


def worlds(people: dict[Crowd, int], limits: dict[Cell, list[Limit]]) -> Worlds:
    """Return worlds of these people, of whom just this is known."""
    return Worlds(people, limits, values_from(people, ()))


def test_a_count_moves_with_another() -> None:
    """Of a total of which one part is hidden, another can be more where a third is less."""
    total, some = Limit(1, 20, 20, 20), Limit(1, 0, 9, 8)
    made = worlds({crowd("wigan"): 8, crowd("leeds"): 12}, {EVERYTHING: [total], WIGAN: [some]})
    assert made.push(WIGAN, some, 1)
    assert (some.least, some.most, total.now) == (8, 9, 20)


def test_what_is_certain_does_not_move() -> None:
    """Where the total and every other part are told exactly, no world has another number."""
    some = Limit(1, 0, 9, 8)
    limits = {EVERYTHING: [Limit(1, 20, 20, 20)], LEEDS: [Limit(1, 12, 12, 12)], WIGAN: [some]}
    made = worlds({crowd("wigan"): 8, crowd("leeds"): 12}, limits)
    assert not made.push(WIGAN, some, 1)
    assert not made.push(WIGAN, some, -1)
    assert (some.now, some.least, some.most) == (8, 8, 8)


def test_who_can_be_read_stays() -> None:
    """No world has a voice say something else than readers see of it."""
    some = Limit(1, 0, 9, 8)
    made = worlds({crowd("wigan", shown=True): 8, crowd("leeds", shown=True): 2}, {WIGAN: [some]})
    assert not made.push(WIGAN, some, -1)


def test_a_number_told_before_still_holds() -> None:
    """What an earlier release told is true in every world, whatever a later one told of the same count."""
    before, now = Limit(1, 8, 8, 8), Limit(2, 0, 30, 8)
    made = worlds({crowd("wigan"): 8, crowd("leeds", 2): 12}, {WIGAN: [before, now]})
    assert made.push(WIGAN, now, 1)
    assert (before.now, now.now) == (8, 9)


def test_a_number_that_tells_a_hidden_one_is_withheld() -> None:
    """All parts of a total but one, told exactly: one of them is not told. What was told before can't be helped."""
    crowds = {crowd("wigan"): 9, crowd("leeds"): 14, crowd("york"): 17}
    tallies = tally(add_up(crowds))
    exact = Thresholds(round_to=1)
    told = {cell: (Told(1, tallies[cell].true.total(), 40),) for cell in (EVERYTHING, LEEDS, YORK)}
    history = History(told, frozenset(told), tallies, crowds, exact, 1, {(WIGAN, 1): 9})
    assert to_withhold(history, totals(tallies), WIDTH)
    before = History(told, frozenset(), tallies, crowds, exact, 2, {(WIGAN, 1): 9})
    assert not to_withhold(before, totals(tallies), WIDTH)


def test_what_is_not_told_anew_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new number that is withheld takes nothing back: the old one stands, as of its release."""
    first = {crowd("wigan"): 12, crowd("leeds"): 40}
    before = counted(first, GATE, {}, 1)
    monkeypatch.setattr("storage.counting.to_withhold", lambda history, _lines, _width: set(history.fresh))
    after = counted({**first, crowd("wigan", 2): 15, crowd("leeds", 2): 30}, GATE, before, 2)
    assert (after[WIGAN].voices, after[WIGAN].release, after[WIGAN].hidden) == (10, 1, False)


def test_every_number_is_remembered() -> None:
    """A count that moves keeps what was told of it before."""
    first = {crowd("wigan"): 12, crowd("leeds"): 40}
    before = counted(first, GATE, {}, 1)
    after = counted({**first, crowd("wigan", 2): 15, crowd("leeds", 2): 30}, GATE, before, 2)
    assert [one.release for one in after[WIGAN].numbers()] == [1, 2]
    assert [one.voices for one in after[WIGAN].numbers()] == [10, 25]

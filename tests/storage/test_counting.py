"""Counts are rounded, hidden where they are small, and stand until it is safe to say by how much they moved."""

from __future__ import annotations

from collections import Counter

import pytest

from storage.counting import Count, Standing, as_rows, counted
from storage.release import Thresholds
from storage.tallies import NOT_SAID, UNSEEN, Cell, Crowd, add_up, tally, totals

GATE = Thresholds()
EVERYTHING, WIGAN = Cell("everything", "everything"), Cell("council", "wigan")
Told = dict[Cell, Standing]


def crowd(
    council: str = "wigan", release: int = 1, *, theme: str = "home", shown: bool = True, words: bool = True
) -> Crowd:
    """Make voices that are alike; `shown`: whether readers see their council, `words`: whether they see them at all."""
    said = (theme, "idea", council, "18-20", "me", "2026 Q4")
    seen = (theme, "idea", council if shown else None, "18-20", "me", "2026 Q4")
    return Crowd(release, said, seen if words else UNSEEN)


def told(crowds: dict[Crowd, int], before: Told | None = None, now: int = 1) -> Told:
    """Return what a release tells."""
    return counted(crowds, GATE, before or {}, now)


def number(found: Told, cell: Cell = WIGAN) -> int | None:
    """Return a number as it is shown, None if it is hidden."""
    return None if found[cell].hidden else found[cell].voices


@pytest.mark.parametrize(("true", "shown"), [(9, None), (10, 10), (12, 10), (13, 15), (1002, 1000), (1003, 1005)])
def test_counts_are_rounded_and_small_ones_hidden(true: int, shown: int | None) -> None:
    """Under ten a count is hidden; from there on it is the nearest multiple of five."""
    assert number(told({crowd(): true})) == number(told({crowd(): true}), EVERYTHING) == shown


def test_who_is_only_counted_counts() -> None:
    """Voices of whom nothing can be read are in the counts."""
    assert number(told({crowd(words=False): 20})) == 20


def test_nobody_and_few_look_alike() -> None:
    """A council that nobody named is shown as one that few named: as a number that is hidden."""
    found = counted({crowd(): 40, crowd("leeds"): 3}, Thresholds(councils=("wigan", "leeds", "york")), {}, 1)
    assert number(found, Cell("council", "leeds")) is number(found, Cell("council", "york")) is None
    assert Count("council", "york", "", "", None, "c", None) in as_rows(found)


def test_a_row_with_no_details_moves_nothing() -> None:
    """One new voice whose council isn't shown, and a count that would go from 10 to 15: the count stands."""
    first = {crowd(): 12, crowd("leeds"): 20}
    before = told(first)
    assert number(before) == 10
    assert number(told({**first, crowd(release=2, shown=False): 1}, before, 2)) == 10


def test_a_count_moves_with_enough_new_voices() -> None:
    """A count moves once ten voices of it came in since, over two releases too, and says since when."""
    first = {crowd(): 12, crowd("leeds"): 20}
    before = told(first)
    second = {**first, crowd(release=2): 6, crowd("leeds", 2): 6}
    between = told(second, before, 2)
    assert number(between) == 10
    after = told({**second, crowd(release=3): 6, crowd("leeds", 3): 6}, between, 3)
    assert (number(after), after[WIGAN].release) == (25, 3)


def test_a_count_never_says_that_all_new_rows_are_in_it() -> None:
    """Ten new rows without their council, all of one: it doesn't move, or their council would be told."""
    first = {crowd(): 20, crowd("leeds"): 20}
    assert number(told({**first, crowd(release=2, shown=False): 10}, told(first), 2)) == 20


def test_a_hidden_count_does_not_open_with_the_one_that_makes_it_ten() -> None:
    """Nine were hidden, and one row more would show ten: readers would know that it was nine."""
    first = {crowd(shown=False): 9, crowd("leeds"): 40}
    assert number(told({**first, crowd(release=2): 1, crowd("leeds", 2): 9}, told(first), 2)) is None


def test_what_could_be_too_small_is_hidden_at_once() -> None:
    """Ten or more is known of a count of ten; whoever leaves and could be of it hides it, whether they were or not."""
    before = told({crowd(): 12, crowd("leeds"): 20, crowd("york", shown=False): 10})
    assert number(before) == 10
    after = told({crowd(): 12, crowd("leeds"): 20, crowd("york", shown=False): 9}, before)
    assert number(after) is None
    assert number(after, Cell("council", "leeds")) == 20


def test_one_hidden_count_is_never_alone() -> None:
    """What is hidden doesn't follow from a total and the others: one of those is hidden too."""
    found = told({crowd(): 40, crowd("leeds"): 12, crowd("york"): 6})
    assert sum(number(found, Cell("council", name)) is None for name in ("wigan", "leeds", "york")) >= 2


@pytest.mark.parametrize("new", [0, 3, 20])
def test_counting_again_changes_nothing(new: int) -> None:
    """A rebuild tells the same: what was told is remembered, and not decided again."""
    crowds = {crowd(): 33, crowd("leeds"): 14, crowd("york", shown=False): 8}
    before = told(crowds)
    crowds |= {crowd(release=2): new, crowd("leeds", 2, shown=False): new} if new else {}
    once = told(crowds, before, 2)
    assert told(crowds, once, 2) == once


def test_every_line_adds_up() -> None:
    """Each total is the sum of its parts in every table, of those who didn't say too."""
    crowds = {crowd(): 5, crowd(NOT_SAID, 2, theme="money"): 7, crowd("leeds", words=False): 2}
    cells = tally(add_up(crowds))
    for total, parts in totals(cells):
        summed = sum((cells[part].true for part in parts), Counter[int]())
        assert summed == cells[total].true

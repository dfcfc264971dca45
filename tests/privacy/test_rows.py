"""Whoever has every copy of the lab's file, the settings and the code finds nobody in it that they know."""

from __future__ import annotations

from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from tests.privacy.collection import Collection, collection
from tests.privacy.knowing import between_two, known, told_later, too_few

if TYPE_CHECKING:
    from collections.abc import Sequence

QUICK, LONG = 15, 3_000
SEEDS = [
    pytest.param(range(QUICK), id="some"),
    *(pytest.param(range(at, at + 100), marks=pytest.mark.privacy) for at in range(QUICK, LONG, 100)),
]


@pytest.mark.parametrize("seeds", SEEDS)
def test_nobody_who_is_known_is_found(seeds: range) -> None:
    """Not in any copy, nor between two, nor by following rows: fewer than k are never left, and no row gains."""
    for seed in seeds:
        made = collection(seed)
        for attack in (too_few, between_two, known, told_later):
            assert list(attack(made)) == [], (seed, attack.__name__)


def test_order_and_numbers_tell_nothing() -> None:
    """Neither a voice's number nor its place in the file says who spoke first, or came in with whom."""
    followed: list[bool] = []
    for seed in range(12):
        made = Collection(seed)
        made.release(60)
        made.release(60)
        rows = made.published.execute("SELECT rowid, words FROM voices").fetchall()
        assert rows == sorted(rows)
        followed += _goes_up([int(words[4:]) for _, words in rows])
        index = [row[0] for row in made.published.execute("SELECT id FROM voices_fts_docsize")]
        assert index == [rowid for rowid, _ in rows]
    assert abs(mean(followed) - 0.5) < 0.07


def _goes_up(places: Sequence[int]) -> list[bool]:
    return [later > earlier for earlier, later in pairwise(places)]

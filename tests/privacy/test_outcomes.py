"""Nobody can solve for a hidden figure of what became of concerns, nor for a hidden count with its help."""

from __future__ import annotations

import pytest

from tests.privacy.became import CONCERNS, answered, hidden, jointly, moved_by_few
from tests.privacy.solving import FAR, program

FIVE_NUMBERS = 4
SEEDS = [range(3), *(pytest.param(range(at, at + 50), marks=pytest.mark.privacy) for at in range(3, 1003, 50))]


@pytest.mark.parametrize("seeds", SEEDS)
def test_no_hidden_figure_is_solved(seeds: range) -> None:
    """With all counts, rows and figures ever told, a small one could be any of five numbers or more, or nobody."""
    for seed in seeds:
        made = answered(seed)
        found = jointly(made).ranges(hidden(made), FIVE_NUMBERS) if made.tellings else {}
        assert [(one, *ends) for one, ends in found.items() if ends[0] > 0 and ends[1] - ends[0] < FIVE_NUMBERS] == []


@pytest.mark.parametrize("seeds", SEEDS)
def test_no_count_is_known_better_for_the_figures(seeds: range) -> None:
    """How many concerns there are is known no better with the figures than without: so nothing else is."""
    for seed in seeds:
        made = answered(seed)
        counted = [(CONCERNS, made.made.released[one.told.release - 1]) for one in made.tellings]
        if counted:
            alone = program(made.made.published(told_small=True), reads=True)
            assert jointly(made).ranges(counted, FAR) == alone.ranges(counted, FAR), seed


@pytest.mark.parametrize("seeds", SEEDS)
def test_no_figure_moves_by_few(seeds: range) -> None:
    """Between any two times, a figure that moved did so by ten voices at least."""
    for seed in seeds:
        assert list(moved_by_few(answered(seed))) == [], seed

"""Nobody can solve for a hidden count, nor learn a detail that a voice doesn't show, from all that was published."""

from __future__ import annotations

import pytest

from tests.privacy.crowds import GATE, History, history
from tests.privacy.solving import FAR, Key, Published, Var, determined, program

FIVE_NUMBERS, TWO_NUMBERS = 4, 1  # how far apart the least and the most are that a hidden small count could be
FEW = range(4)
MANY = [pytest.param(range(at, at + 50), marks=pytest.mark.privacy) for at in range(4, 2004, 50)]


def _solved(made: History, *, reads: bool, width: int) -> list[tuple[Var, int, int]]:
    """Return the hidden small counts that a reader knows better than to `width`, beyond what they can read."""
    published = made.published(told_small=True)
    floors = {name: _seen(published, *name) if reads else 0 for name in sorted(published.small)}
    found = program(published, reads=reads).ranges(list(floors), width, floors)
    return [
        (name, least, most) for name, (least, most) in found.items() if most - least < width and least > floors[name]
    ]


def _narrowed(made: History, hidden: Var, *, reads: bool) -> bool:
    """Tell whether a release narrowed a hidden count by a number that it told, and not by its rows alone."""
    published = made.published(told_small=True)
    for release in range(hidden[1], len(published.releases) + 1):
        (least, most), anyway = (
            program(published.until(release, told=told), reads=reads).ranges([hidden], FAR)[hidden]
            for told in (True, False)
        )
        if most - least < FIVE_NUMBERS and max(_seen(published, *hidden) * reads, anyway[0]) < least:
            return True
    return False


def _seen(published: Published, key: Key, step: int) -> int:
    return sum(row.there(step) and row.sure(key) for row in published.rows)


@pytest.mark.parametrize("seeds", [FEW, *MANY])
def test_no_hidden_count_is_solved_from_counts(seeds: range) -> None:
    """From the counts of all releases, a hidden small one could be any of five numbers or more, or could be nobody."""
    for seed in seeds:
        assert not _solved(history(seed), reads=False, width=FIVE_NUMBERS), seed


@pytest.mark.parametrize("seeds", [FEW, *MANY])
def test_no_hidden_count_is_solved_from_all_releases_and_rows(seeds: range) -> None:
    """With the rows too, no number that is told leaves fewer than five, unless nobody need be there who isn't read.

    What rows that came later do to an older count is no number's doing; but even then two are left at least.
    """
    for seed in seeds:
        made = history(seed)
        for hidden, least, most in _solved(made, reads=True, width=FIVE_NUMBERS):
            assert most - least >= TWO_NUMBERS, (seed, hidden)
            assert not _narrowed(made, hidden, reads=True), (seed, hidden)


@pytest.mark.parametrize("seeds", [FEW, *MANY])
@pytest.mark.parametrize("detail", ["council", "age_band", "speaker"])
def test_no_hidden_detail_of_a_row_is_learned(seeds: range, detail: str) -> None:
    """Which rows came in between two releases, and what moved, leaves every hidden detail open."""
    for seed in seeds:
        assert not determined(history(seed).published(told_small=False), detail), seed


@pytest.mark.parametrize("seed", range(6))
def test_a_departure_tells_nothing_of_what_a_row_hides(seed: int) -> None:
    """Whichever of two people left who look alike to readers, the counts show the same from then on."""
    one, two = history(seed), history(seed)
    here = one.here()
    alike = [(a, b) for a in here for b in here if a < b and one.voices[a][1] == one.voices[b][1]]
    different = [(a, b) for a, b in alike if one.voices[a][2].said != one.voices[b][2].said]
    if different:
        a, b = one.draw.choice(different)
        one.leave(a)
        two.leave(b)
        assert one.steps[-1] == two.steps[-1]


@pytest.mark.parametrize("seed", range(4))
def test_a_count_never_stands_for_too_few(seed: int) -> None:
    """However many leave, one after the other, no number stays for fewer voices than the threshold."""
    made = history(seed)
    for _ in range(8):
        if made.here():
            made.leave(made.draw.choice(made.here()))
        crowds = [made.voices[number][2] for number in made.here()]
        for key, told in made.steps[-1].items():
            about = ("theme", "kind", "council", "age_band", "speaker", "quarter")
            wanted = [(about.index(name), value) for name, value in (key[:2], key[2:]) if name in about]
            true = sum(all(crowd.said[place] == value for place, value in wanted) for crowd in crowds)
            assert told.voices is None or true >= GATE.count

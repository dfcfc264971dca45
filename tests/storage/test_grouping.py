"""Which details are shown: those that at least k voices of one release share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.grouping import decide, mend
from storage.model import AgeBand
from storage.widening import AGES, DETAILS, NOTHING, common, path, wider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.widening import Details

_details = st.tuples(
    st.sampled_from([None, "wigan", "swindon", "plymouth"]),
    st.sampled_from([None, *AgeBand]).map(lambda band: None if band is None else str(band)),
    st.sampled_from([None, "me", "advocate"]),
    st.sampled_from(["2026-06", "2026-11", "2026-12", "2027-01"]),
)
_cohorts = st.dictionaries(_details, st.integers(1, 6), min_size=1, max_size=25)
_ks = st.integers(2, 8)


def sizes(known: Mapping[Details, int], shown: Mapping[Details, Details]) -> Counter[Details]:
    """Return how many voices show each combination."""
    found: Counter[Details] = Counter()
    for each, number in known.items():
        found[shown[each]] += number
    return found


def is_no_finer(known: Details, shown: Details) -> bool:
    """Tell whether all that is shown is what is known, or wider."""
    return all(
        value is None or value in path(detail, said) for detail, said, value in zip(DETAILS, known, shown, strict=True)
    )


@settings(max_examples=30, deadline=None)
@given(_cohorts, _ks)
def test_every_group_is_large_enough(known: dict[Details, int], k: int) -> None:
    """Whatever is shown, nothing at all among it, is shown of k voices; of fewer in all nothing is shown."""
    shown = sizes(known, decide(known, k))
    if sum(known.values()) < k:
        assert set(shown) == {NOTHING}
    else:
        assert min(shown.values()) >= k


@settings(max_examples=30, deadline=None)
@given(_cohorts, _ks)
def test_nothing_shown_is_untrue(known: dict[Details, int], k: int) -> None:
    """Each detail shown is what was said, or something wider that holds it."""
    assert all(is_no_finer(each, told) for each, told in decide(known, k).items())


@settings(max_examples=30, deadline=None)
@given(_cohorts, _ks)
def test_the_order_makes_no_difference(known: dict[Details, int], k: int) -> None:
    """The same people in another order are shown alike."""
    assert decide(dict(reversed(known.items())), k) == decide(known, k)


@settings(max_examples=30, deadline=None)
@given(_cohorts, _ks, st.data())
def test_who_leaves_takes_along_what_is_too_small(known: dict[Details, int], k: int, data: st.DataObject) -> None:
    """After any departures every group is large enough again, and no group has gained a detail."""
    shown = sizes(known, decide(known, k))
    left = {each: data.draw(st.integers(0, number)) for each, number in shown.items()}
    left = {each: number for each, number in left.items() if number}
    mended = mend(left, k)
    assert all(is_no_finer(before, after) for before, after in mended.items())
    sums = sizes(left, mended)
    assert set(sums) <= {NOTHING} if sum(left.values()) < k else min(sums.values()) >= k


@settings(max_examples=30, deadline=None)
@given(_cohorts, _ks)
def test_nobody_loses_a_detail_without_need(known: dict[Details, int], k: int) -> None:
    """As long as nobody leaves, what is shown stays as it is."""
    shown = sizes(known, decide(known, k))
    assert all(old == new for old, new in mend(shown, k).items())


def one(council: str | None = "wigan", age: str | None = "18-20", speaker: str | None = "me") -> Details:
    """Return somebody's details."""
    return council, age, speaker, "2026 Q4"


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({one(): 10}, {one()}),
        # Ages are told as wide as they have to be, before they are left out.
        ({one(age="21-24"): 6, one(age="25-plus"): 6}, {one(age="21-plus")}),
        ({one(age="under-16"): 1, one(age="16-17"): 9}, {one(age="under-18")}),
        # Five who fit nowhere take along others, or they would be the only ones of whom nothing is told.
        ({one(): 20, one("swindon"): 5}, {one(None)}),
        # Who did not say is shown as those are of whom it is hidden.
        ({one(age=None): 6, one(age="under-16"): 4}, {one(age=None)}),
    ],
)
def test_as_much_as_possible_is_told(known: dict[Details, int], shown: set[Details]) -> None:
    """At k = 10, details are first widened, and left out only where that doesn't help."""
    assert set(decide(known, 10).values()) == shown


def test_times_are_widened_before_anything_is_left_out() -> None:
    """Months become quarters and years, so that council, age and speaker can stay."""
    known: dict[Details, int] = {("wigan", "18-20", "me", f"2026-{month:02}"): 4 for month in (10, 11, 12)}
    assert set(decide(known, 10).values()) == {("wigan", "18-20", "me", "2026 Q4")}
    known = {("wigan", "18-20", "me", f"2026-{month:02}"): 4 for month in (2, 6, 11)}
    assert set(decide(known, 10).values()) == {("wigan", "18-20", "me", "2026")}


@pytest.mark.parametrize("age", AGES)
def test_ages_widen_at_the_ages_of_the_law(age: str) -> None:
    """Each age leads to nothing in a few steps, and no child's age leads to a grown-up's."""
    steps = path("age_band", age)
    assert steps[0] == age
    assert steps[-1] in {"under-18", "18-plus"}
    assert (steps[-1] == "under-18") == (age in {"under-16", "16-17", "under-18"})


def test_what_two_have_in_common() -> None:
    """It is the finest value that holds both, if any does."""
    assert common("age_band", "21-24", "25-plus") == "21-plus"
    assert common("age_band", "21-plus", "18-20") == "18-plus"
    assert common("age_band", "16-17", "18-20") is None
    assert common("quarter", "2026-11", "2026 Q4") == "2026 Q4"
    assert common("council", "wigan", "wigan") == "wigan"
    assert wider("council", "wigan") is None

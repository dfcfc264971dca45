"""What a release shows is a pure function of the approved voices and the thresholds."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.counting import COUNTED, Count
from storage.model import AgeBand, Consent
from storage.period import period
from storage.release import (
    DETAILS,
    ApprovedVoice,
    PublishedVoice,
    Thresholds,
    make_content,
)

ONE = ApprovedVoice(1, "Words.", "home", "idea", "wigan", "18-20", "me", date(2026, 11, 2), Consent.QUOTE)

_voices = st.builds(
    ApprovedVoice,
    id=st.integers(10**9, 10**10 - 1),
    words=st.one_of(st.none(), st.text(max_size=5)),
    theme=st.sampled_from(["home", "money"]),
    kind=st.sampled_from(["idea", "feedback"]),
    council=st.sampled_from([None, "wigan", "swindon"]),
    age_band=st.sampled_from([None, *AgeBand]),
    speaker=st.sampled_from([None, "me", "advocate"]),
    day_received=st.sampled_from([date(2026, 9, 30), date(2026, 10, 1), date(2027, 1, 1)]),
    consent=st.sampled_from(Consent),
)
voices = st.lists(_voices, max_size=40, unique_by=lambda voice: voice.id)
thresholds = st.builds(
    Thresholds,
    k=st.integers(2, 5),
    count=st.integers(2, 10),
    round_to=st.sampled_from([1, 5, 10]),
    by_month=st.booleans(),
)


def details(voice: PublishedVoice) -> tuple[str | None, ...]:
    """Return what a row shows about a person."""
    return tuple(getattr(voice, name) for name in DETAILS)


def many(number: int, **changes: object) -> list[ApprovedVoice]:
    """Make some voices with random numbers and the same details."""
    draw = random.Random(repr(changes))  # noqa: S311 - the same numbers in every run
    return [replace(ONE, id=draw.randrange(10**9, 10**10), **changes) for _ in range(number)]  # type: ignore[arg-type]


@given(voices, thresholds)
def test_every_combination_shown_is_shared(approved: list[ApprovedVoice], limits: Thresholds) -> None:
    """Council, age band, speaker and quarter, as shown together, are those of at least k voices, or all blank."""
    shown = Counter(details(voice) for voice in make_content(approved, limits).voices)
    assert all(number >= limits.k for combination, number in shown.items() if any(combination))


@given(voices, thresholds)
def test_any_choice_of_details_is_shared(approved: list[ApprovedVoice], limits: Thresholds) -> None:
    """Filtering by only some of the details never leaves fewer than k voices either."""
    rows = make_content(approved, limits).voices
    for name in DETAILS:
        shown = Counter(getattr(voice, name) for voice in rows)
        assert all(number >= limits.k for value, number in shown.items() if value is not None)


@given(voices, thresholds)
def test_words_theme_and_kind_always_show(approved: list[ApprovedVoice], limits: Thresholds) -> None:
    """Everybody's words are shown whole, with theme and kind; only details are ever left out, and never invented."""
    known = {voice.id: voice for voice in approved if voice.words is not None}
    rows = {voice.id: voice for voice in make_content(approved, limits).voices}
    assert rows.keys() == known.keys()
    for number, row in rows.items():
        voice = known[number]
        assert (row.words, row.theme, row.kind) == (voice.words, voice.theme, voice.kind)
        full = (voice.council, voice.age_band, voice.speaker, period(voice.day_received, by_month=limits.by_month))
        assert all(shown in (None, said) for shown, said in zip(details(row), full, strict=True))


@given(voices, thresholds, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(
    approved: list[ApprovedVoice], limits: Thresholds, draw: random.Random
) -> None:
    """The same voices in any order give the same release with the same digest, sorted by their random numbers."""
    content = make_content(approved, limits)
    shuffled = draw.sample(approved, len(approved))
    assert make_content(iter(shuffled), limits) == content
    assert [voice.id for voice in content.voices] == sorted(voice.id for voice in content.voices)


@given(voices, thresholds)
def test_small_counts_are_suppressed_and_others_rounded(approved: list[ApprovedVoice], limits: Thresholds) -> None:
    """Under the threshold a count is None with the symbol c; from there on it is the nearest multiple."""
    content = make_content(approved, limits)
    for about in ("theme", "kind", "council", "age_band", "speaker"):
        true = Counter(getattr(voice, about) or "not-said" for voice in approved)
        rows = {count.value: count for count in content.counts if count.about == about}
        assert rows.keys() == true.keys()
        for value, count in rows.items():
            if true[value] < limits.count:
                assert (count.voices, count.symbol) == (None, "c")
            else:
                assert count.symbol is None
                assert count.voices is not None
                assert count.voices % limits.round_to == 0
                assert abs(count.voices - true[value]) <= limits.round_to / 2


@given(voices, _voices, thresholds)
def test_the_digest_tells_releases_apart(
    approved: list[ApprovedVoice], other: ApprovedVoice, limits: Thresholds
) -> None:
    """A release that shows anything else has another digest."""
    one, two = make_content(approved, limits), make_content([*approved, replace(other, id=1, words="new")], limits)
    assert one.digest != two.digest


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((10, 10), [("wigan", "18-20", "me", "2026 Q4"), ("wigan", "21-24", "me", "2026 Q4")]),
        ((15, 5), [("wigan", "18-20", "me", "2026 Q4"), (None, None, None, None)]),
        ((6, 6), [("wigan", None, "me", "2026 Q4")] * 2),
        ((5, 4), [(None, None, None, None)] * 2),
    ],
)
def test_as_little_as_possible_is_left_out(sizes: tuple[int, int], shown: list[tuple[str | None, ...]]) -> None:
    """At k = 10 full details need ten of a kind; smaller groups first share what they have in common."""
    groups = [many(sizes[0], age_band="18-20", words="a"), many(sizes[1], age_band="21-24", words="b")]
    content = make_content([*groups[0], *groups[1]], Thresholds())
    assert [{details(v) for v in content.voices if v.words == words} for words in "ab"] == [{row} for row in shown]


def test_held_back_counts_those_that_show_less() -> None:
    """The release note says how many voices show less than was known."""
    assert make_content(many(10) + many(3, council="swindon"), Thresholds()).held_back == 3


@pytest.mark.parametrize(
    ("consent", "age_band", "may_quote"),
    [
        (Consent.QUOTE, "18-20", 1),
        (Consent.QUOTE, None, 1),
        (Consent.READ, "18-20", 0),
        (Consent.QUOTE, "under-16", 0),
    ],
)
def test_quoting_needs_consent_and_an_age(consent: Consent, age_band: str | None, may_quote: int) -> None:
    """Only "quote it" may be quoted, and nobody under 16, even when their age is not shown."""
    (row,) = make_content([replace(ONE, consent=consent, age_band=age_band)], Thresholds()).voices
    assert (row.may_quote, row.age_band) == (may_quote, None)


def test_only_counted_voices_show_no_words() -> None:
    """Who only wanted to be counted is in the counts, and nowhere else."""
    content = make_content(many(10, words=None, consent=Consent.COUNT), Thresholds())
    assert content.voices == ()
    assert Count("everything", "everything", 10, None) in content.counts


@pytest.mark.parametrize(
    ("total", "to", "shown"), [(10, 5, 10), (12, 5, 10), (13, 5, 15), (14, 10, 10), (15, 10, 20), (11, 1, 11)]
)
def test_counts_are_rounded_to_the_nearest(total: int, to: int, shown: int) -> None:
    """Halves go up, and what is rounded to 1 is exact."""
    counts = make_content(many(total), Thresholds(round_to=to)).counts
    assert {count.voices for count in counts} == {shown}
    assert [count.about for count in counts] == list(COUNTED)


@pytest.mark.parametrize(
    ("day", "quarter", "month"),
    [
        (date(2026, 1, 1), "2026 Q1", "2026-01"),
        (date(2026, 3, 31), "2026 Q1", "2026-03"),
        (date(2026, 4, 1), "2026 Q2", "2026-04"),
        (date(2026, 12, 31), "2026 Q4", "2026-12"),
    ],
)
def test_times_are_quarters_or_months(day: date, quarter: str, month: str) -> None:
    """No time finer than a quarter is shown, or a month where that was set."""
    assert (period(day, by_month=False), period(day, by_month=True)) == (quarter, month)


def test_nobody_gives_an_empty_release() -> None:
    """Without a voice nothing is shown, not even a count."""
    content = make_content([], Thresholds())
    assert (content.voices, content.counts, content.held_back) == ((), (), 0)

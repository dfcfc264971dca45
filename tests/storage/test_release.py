"""What is shown has a fingerprint that follows every change, and a voice shows less where a detail is missing."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.counting import Count
from storage.model import AgeBand, Consent
from storage.period import period
from storage.release import Figures, PublishedVoice, Thresholds, fingerprint, shows_less
from tests.storage.content import ApprovedVoice

ONE = ApprovedVoice(1, "Words.", "home", "idea", "wigan", "18-20", "me", date(2026, 11, 2), Consent.QUOTE)
ROW = PublishedVoice(1, "Words.", "home", "idea", "wigan", "18-20", "me", "2026 Q4", 1)
COUNT = Count("everything", "everything", "", "", 10, None, 1)

_voices = st.builds(
    ApprovedVoice,
    id=st.integers(10**9, 10**10 - 1),
    words=st.text(max_size=5),
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


def test_figures_follow_what_comes_and_goes() -> None:
    """Whatever comes and goes, in whatever order, the figures are those of what is there."""
    other, third = ROW._replace(id=2, words="Other."), ROW._replace(id=3, council=None)
    went = Figures().plus([ROW, other]).plus([ROW], -1).plus([third])
    assert went == Figures().plus([third, other])
    assert (went.voices, went.held_back) == (2, 1)
    assert went.plus([third, other], -1) == Figures()


@given(st.text(), st.none() | st.text())
def test_the_fingerprint_is_of_the_row_as_json(words: str, council: str | None) -> None:
    """Anybody can work it out; it stays what it is, for what is kept of older rows is made of it."""
    row = ROW._replace(words=words, council=council)
    for shown in (row[:-1], row._replace(content_notes="loss")):
        assert fingerprint(PublishedVoice(*shown)) == int(hashlib.sha256(json.dumps(shown).encode()).hexdigest(), 16)


@pytest.mark.parametrize("field", PublishedVoice._fields)
def test_the_digest_tells_every_change(field: str) -> None:
    """A voice that shows anything else gives another digest; so does a count."""
    values = ROW._asdict() | {field: 7 if field in {"id", "may_quote"} else "else"}
    changed = PublishedVoice(**values)
    digest = Figures().plus([ROW]).digest([COUNT])
    assert Figures().plus([changed]).digest([COUNT]) != digest
    assert Figures().plus([ROW]).digest([]) != digest
    assert Figures().plus([ROW]).digest([COUNT]) == digest


@pytest.mark.parametrize(
    ("detail", "value", "less"),
    [
        ("council", None, True),
        ("age_band", "21-plus", True),
        ("age_band", "21-24", False),
        ("quarter", "2026", True),
        ("quarter", "2026-11", False),
    ],
)
def test_who_shows_less(detail: str, value: str | None, *, less: bool) -> None:
    """A voice without a detail shows less, whether it was said or not; so does one that is told widely."""
    assert shows_less(PublishedVoice(**{**ROW._asdict(), detail: value})) is less


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

"""Ten thousand mails damaged at random, and what every bomb takes of memory."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings

from intake.mail.read import read_mail
from tests.fakes.damage import as_mail, damaged, handled
from tests.fakes.voices import Voice, outcome, said
from tests.intake.mail.test_bombs import HOSTILE

pytestmark = pytest.mark.faults

MANY = settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(damaged())
def test_no_damage_raises_anything(raw: bytes) -> None:
    """Whatever happens to a mail on its way, it is read or refused."""
    assert outcome(raw).kind in {"direct", "reply", "forward", "refused"}


@MANY
@given(handled())
def test_no_handling_loses_a_word(case: tuple[Voice, bytes]) -> None:
    """What servers and programs do to a mail without touching its words changes nothing of what is kept."""
    voice, raw = case
    before, after = outcome(as_mail(voice)), outcome(raw)
    assert (said(after.words), said(after.note)) == (said(before.words), said(before.note))


@pytest.mark.parametrize("name", HOSTILE)
def test_every_bomb_takes_under_50_megabytes(name: str) -> None:
    """A megabyte of anything stays a small multiple of itself."""
    raw = HOSTILE[name]
    tracemalloc.start()
    try:
        read_mail(raw)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()

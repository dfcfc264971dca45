"""Whatever happens to a mail on its way, it is read or refused, and what its writer said stays whole."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fakes.damage import as_mail, damaged, handled
from tests.fakes.voices import Voice, outcome, said

KINDS = {"direct", "reply", "forward", "refused"}
THREE_HUNDRED = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@THREE_HUNDRED
@given(damaged())
def test_a_damaged_mail_raises_nothing(raw: bytes) -> None:
    """Bytes may be cut, doubled and written over anywhere."""
    assert outcome(raw).kind in KINDS


@THREE_HUNDRED
@given(handled())
def test_handling_loses_no_word(case: tuple[Voice, bytes]) -> None:
    """Encodings, charsets, line ends, headers and attachments that servers change don't change what is kept."""
    voice, raw = case
    before, after = outcome(as_mail(voice)), outcome(raw)
    assert (said(after.words), said(after.note)) == (said(before.words), said(before.note))
    assert (after.kind, after.unsure) == (before.kind, before.unsure)


@settings(deadline=None)
@given(st.binary())
@example(b"\n")
@example(b":")
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n")
def test_any_bytes_raise_nothing(raw: bytes) -> None:
    """Bytes that are no mail at all are read or refused."""
    assert outcome(raw).kind in KINDS

"""Words that stay readable and stand out: whoever wants to hide more finds them first."""

from __future__ import annotations

import pytest

from intake.raw import RawWords
from intake.redaction.process import OwnProcess
from tests.intake.redaction.hiding import redact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I like the Coop, and I'm there at 10 for 3 hours", ["Coop", "10", "3"]),
        ("The flat was damp and I said so", []),
        ("we all had hope", ["hope"]),
        ("ring 07700 900123 about the Coop", ["Coop"]),
    ],
)
def test_capitals_numbers_and_words_that_are_names_too_stand_out(text: str, expected: list[str]) -> None:
    """Everyday words, "I" and what is hidden anyway do not."""
    found = redact(text).unusual
    assert [text[span.start : span.end] for span in found] == expected


async def test_they_come_from_the_redactors_own_process() -> None:
    """The doors have no lists of words."""
    redactor = OwnProcess(seconds=20)
    await redactor.open()
    try:
        said = await redactor.redact(RawWords("we went to the Coop"))
    finally:
        await redactor.close()
    assert [(span.start, span.end) for span in said.unusual] == [(15, 19)]

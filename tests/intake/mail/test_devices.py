"""What phones and programs put below a mail by themselves, one a line in `devices.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.mail.words import own_words

LINES = (Path(__file__).parent / "devices.txt").read_text(encoding="utf-8").splitlines()
SAID = "The hostel locks us out at ten.\nNobody asked me."


@pytest.mark.parametrize("line", LINES)
def test_what_a_device_wrote_goes(line: str) -> None:
    """In any language, and nothing with it."""
    assert own_words(f"{SAID}\n\n{line}\n").words == SAID


@pytest.mark.parametrize("line", ["Sent from my phone because mine broke", "从我的家到学校很远", "Thanks,\n\nE."])
def test_what_somebody_wrote_stays(line: str) -> None:
    """However like a device it sounds, or however short it is."""
    assert own_words(f"{SAID}\n\n{line}\n").words == f"{SAID}\n\n{line}"

"""What links put behind /start, and what people type there, is told apart."""

from __future__ import annotations

import re

import pytest

from bot.starting import Start, is_code, link, preset, read_start
from storage.receipts import code_words, new_code

CODE = "velvet-otter-plank-sunny-drift"


@pytest.mark.parametrize(
    ("rest", "start"),
    [
        ("", Start("nothing")),
        ("alone", Start("alone")),
        ("council_swindon", Start("preset", "council", "swindon")),
        ("workshop_North-West_7", Start("preset", "workshop", "North-West_7")),
        ("hello", Start("words", value="hello")),
        ("school_swindon", Start("words", value="school_swindon")),
        ("mother-in-law-is-great", Start("words", value="mother-in-law-is-great")),
        ("council_", Start("words", value="council_")),
    ],
)
def test_every_kind_is_told_apart(rest: str, start: Start) -> None:
    """What is none of our links' is somebody's words."""
    assert read_start(rest) == start


def test_every_code_fits_into_a_link_and_comes_back() -> None:
    """The longest word five times, and any that is drawn; capitals don't matter."""
    longest = "-".join([max(code_words(), key=len)] * 5)
    for code in (longest, *(new_code() for _ in range(50)), new_code().upper()):
        brings = link("care_voice_bot", code).removeprefix("https://t.me/care_voice_bot?start=")
        assert re.fullmatch("[A-Za-z0-9_-]{1,64}", brings)
        assert read_start(brings) == Start("code", value=code)


def test_what_a_link_brings_is_not_printed() -> None:
    """A code in a log would open its voice to whoever reads the log."""
    code = new_code()
    assert code not in repr(read_start(code))


def test_a_code_with_a_wrong_word_is_none_of_our_links() -> None:
    """It was typed by somebody, and may be words."""
    assert not is_code("velvet-otter-plank-sunny-zzz")
    assert not is_code("velvet otter plank sunny drift")


@pytest.mark.parametrize(("what", "value"), [("school", "x"), ("council", ""), ("council", "a b"), ("", "x")])
def test_what_no_link_brings_back_is_refused(what: str, value: str) -> None:
    """Before it is printed on a poster."""
    with pytest.raises(ValueError, match="preset"):
        preset(what, value)


def test_a_preset_comes_back() -> None:
    """As it was made."""
    assert read_start(preset("council", "swindon")) == Start("preset", "council", "swindon")


def test_too_much_for_a_link_is_refused() -> None:
    """Telegram takes 64 characters."""
    with pytest.raises(ValueError, match="64"):
        link("care_voice_bot", preset("workshop", "x" * 60))

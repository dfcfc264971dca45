"""What links put behind /start, and what people type there, is told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.answers import Conversation
from bot.starting import Start, is_code, link, preset, read_start
from intake.guesses import Guesses
from storage.receipts import code_words, new_code
from tests.bot.talking import SETTINGS, Talker, wording

if TYPE_CHECKING:
    from tests.bot.talking import Kept

CODE = "velvet-otter-plank-sunny-drift"


@pytest.mark.parametrize(
    ("rest", "start"),
    [
        ("", Start("nothing")),
        ("alone", Start("alone")),
        ("c_swindon", Start("preset", "council", "swindon")),
        ("w_North-West_7", Start("preset", "workshop", "North-West_7")),
        ("hello", Start("words", value="hello")),
        ("school_swindon", Start("words", value="school_swindon")),
        ("mother-in-law-is-great", Start("words", value="mother-in-law-is-great")),
        ("c_", Start("words", value="c_")),
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
        link("care_voice_bot", preset("workshop", "x" * 63))


async def test_a_receipt_says_where_to_tap(alex: Talker) -> None:
    """The link stands below the code, and what it brings is the code."""
    code = await alex.sends()
    opened = f"https://t.me/care_voice_test_bot?start={code}"
    assert alex.reads.index(code) < alex.reads.index(opened)


async def test_a_bot_without_a_name_gives_no_link(kept: Kept) -> None:
    """Rather than one that leads nowhere; the code is there all the same."""
    sam = Talker(Conversation(SETTINGS, kept.passage, kept.voices, wording(), Guesses(), lambda _: ""))
    assert await sam.sends()
    assert "tap this link" not in sam.reads


@pytest.mark.parametrize("how", ["tap", "type"])
@pytest.mark.parametrize("step", [None, "words"])
async def test_how_to_keep_a_code_is_said(alex: Talker, how: str, step: str | None) -> None:
    """In plain words, whatever they do meanwhile, and it leads on."""
    await alex.sends()
    save = alex.button("How to keep")
    if step:
        await alex.gets_to(step)
    words = alex.draft and alex.draft.parts
    await (alex.presses_again(save) if how == "tap" or step else alex.types("how to keep my code"))
    for said in ("Take a picture", "Saved Messages", "on paper"):
        assert said in alex.reads
    assert alex.labels[0] == ("Carry on" if step else "Tell us something")
    assert (alex.draft and alex.draft.parts) == words

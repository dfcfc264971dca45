"""What links put behind /start, and what people type there, is told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.incoming import Typed
from bot.starting import Start, is_code, link, preset, read_start
from storage.receipts import code_words, new_code
from tests.bot.over_http import door_open, to_summary
from tests.bot.talking import code_in, talk
from tests.fakes.bot_chats import BOT

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi

CODE = "velvet-otter-plank-sunny-drift"


@pytest.mark.parametrize(
    ("rest", "start"),
    [
        ("", Start("nothing")),
        ("alone", Start("alone")),
        ("c_swindon", Start("preset", "council", "swindon")),
        ("w_North-West_7", Start("preset", "workshop", "North-West_7")),
        ("hello there", Start("words", value="hello there")),
        ("school_swindon", Start("unknown", value="school_swindon")),
        ("mother-in-law-is-great", Start("unknown", value="mother-in-law-is-great")),
        ("c_", Start("unknown", value="c_")),
    ],
)
def test_every_kind_is_told_apart(rest: str, start: Start) -> None:
    """What is none of our links', and none that any link could bring, is somebody's words."""
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
    sam = talk(kept, link=lambda _: "")
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


@pytest.mark.parametrize("wish", ["", "/status ", "/withdraw ", "/change "])
@pytest.mark.parametrize("step", [None, "words", "summary"])
async def test_a_pasted_link_is_its_code(alex: Talker, wish: str, step: str | None) -> None:
    """Whoever kept the link and pastes it is understood, beside a command too, and it is not taken for their words."""
    opened = link("care_voice_test_bot", await alex.sends())
    if step:
        await alex.gets_to(step)
    words = alex.draft.parts if alex.draft else ()
    await alex.types(f"{wish}{opened}")
    said = {"": "have not decided", "/status ": "have not decided", "/withdraw ": "Take them back?"}
    assert said.get(wish, "from now on?") in alex.reads
    assert (alex.draft.parts if alex.draft else ()) == words


async def test_a_pasted_link_answers_who_asked_for_a_code(alex: Talker) -> None:
    """It is done what was asked about."""
    opened = link("care_voice_test_bot", await alex.sends())
    await alex.types("/withdraw")
    await alex.types(opened)
    assert "Take them back?" in alex.reads


async def test_a_saved_receipt_that_is_passed_on_asks_for_its_status(alex: Talker) -> None:
    """Forwarded whole from where it was saved: none of its text becomes somebody's words."""
    await alex.sends()
    receipt = alex.reads
    await alex.gets_to("words")
    await alex.does(Typed(receipt, 901, 901, forwarded=True))
    assert "have not decided" in alex.reads
    assert alex.begun.parts == ()


async def test_a_link_among_words_is_part_of_them(alex: Talker) -> None:
    """Nothing that somebody says about their receipt is lost."""
    await alex.types(f"nobody answered {link('care_voice_test_bot', await alex.sends())} and it was in May")
    assert "nobody answered" in alex.begun.words.reveal()


async def test_a_receipt_over_http_has_the_name_that_telegram_knows(api: BotApi, kept: Kept) -> None:
    """Its link brings back what Telegram sends when somebody taps it next month, after a restart."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        await alex.taps("Send")
        receipt = (await alex.hears("Your code")).text
    code = code_in(receipt)
    assert link(str(BOT["username"]), code) in receipt
    async with door_open(api, kept):
        await alex.says(f"/start {code}")
        await alex.hears("have not decided")

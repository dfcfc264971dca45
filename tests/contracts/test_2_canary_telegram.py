"""Promise 2, by canary, at the Telegram door: who writes, what they typed and the token are found nowhere afterwards.

Every write of the whole process is looked at (strace), at DEBUG, while a whole conversation runs and things go wrong.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest

from storage.opening import immediate
from storage.questions import ask
from tests.bot.over_http import HOOK_SECRET, to_summary
from tests.bot.talking import code_in
from tests.contracts.test_2_canary import watched_door
from tests.desk.at_copies import at
from tests.desk.proving import prove, with_mailbox
from tests.fakes.bot_api import BotApi
from tests.fakes.faults import broken, dropped, half, refused
from tests.fakes.relay import Relay
from tests.product import Product, free_port, make_product

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.fakes.people import Person

TOKEN = "7000000001:canary-token_quillfeather00001"
WORDS = (
    "My social worker Karolina Quillfeather never rings back. My number is 07700 900461, I am @tilly.moon and live at "
    "12 Zephyrine Street, ZZ9 9ZZ. The taster flat was good though."
)
FIRST_MESSAGE = 7_719_046_100_001  # the others in a chat count on from it
CANARIES = (
    *("karolina", "zephyrine", "quillfeather", "07700 900461", "900461", "tilly", "zz9 9zz", "canary-token"),
    *("447700900123", "51.5558", "letter.pdf", "unsent-canary", "command-canary", "edit-canary"),
    *("hide-canary", "never rings back", str(FIRST_MESSAGE)[:-3]),
)


def with_telegram(base_url: str) -> dict[str, str]:
    """Return the changes to care-voice.toml that let the door talk to a Bot API server of ours."""
    return {
        "acknowledge = true": "acknowledge = false",
        'base_url = "https://api.telegram.org/bot"': f'base_url = "{base_url}"',
    }


def with_webhook(base_url: str, port: int) -> dict[str, str]:
    """Return those that let Telegram post to the door, with no web server in between."""
    return with_telegram(base_url) | {
        'mode = "polling" ': 'mode = "webhook" ',
        'webhook_url = "" ': f'webhook_url = "http://127.0.0.1:{port}/telegram" ',
        "webhook_port = 8003": f"webhook_port = {port}",
    }


@asynccontextmanager
async def watched(product: Product, folder: Path) -> AsyncIterator[list[Path]]:
    """Run the doors with every write recorded, while this process is the Bot API."""
    door = watched_door(product, folder)
    records = await asyncio.to_thread(door.__enter__)
    try:
        yield records
    finally:
        await asyncio.to_thread(door.__exit__, None, None, None)


async def everything(api: BotApi, tilly: Person) -> str:
    """Let a person do all that people do; return the code of the voice they sent."""
    for kind, heard in (("contact", "who someone is"), ("location", "where you are"), ("document", "open files")):
        await tilly.sends(kind)
        await tilly.hears(heard)
    await tilly.says("/commandcanary command-canary Quillfeather")
    await tilly.hears("this message of yours")
    await tilly.edits("edit-canary Quillfeather")
    await tilly.hears("I changed that")
    await tilly.says("/stop")
    await tilly.hears("I stopped")
    await to_summary(tilly, WORDS)
    await hides_and_shows(tilly)
    api.fail("sendMessage", broken(), dropped(), half(), refused(400, "Bad Request: Quillfeather"))
    await tilly.taps("Send")
    code = code_in((await tilly.hears("Your code")).text)
    await tilly.says("unsent-canary Quillfeather")
    await tilly.hears("this message of yours")
    await tilly.taps_data("Karolina.Quillfeather")
    await tilly.hears("from before")
    await tilly.says(f"/status {code}")
    await tilly.hears("have not decided yet")
    await api.updates.add_raw({"message": tilly._message(1, {"text": WORDS, "message_id": "Quillfeather"})})
    await tilly.hears("went wrong on my side")
    await clears(tilly)
    await tilly.blocks()
    await api.all_confirmed()
    return code


async def clears(tilly: Person) -> None:
    """Let a person have the chat cleared, of which some can't be."""
    tilly.chat.lasting = {min(tilly.chat.theirs)}
    await tilly.says("/clear")
    await tilly.hears("Shall I clear")
    await tilly.taps("keep my code")
    await tilly.hears("did not let me take out")


async def hides_and_shows(tilly: Person) -> None:
    """Let a person hide and show words, by tapping and typing, and come back to the summary."""
    await tilly.taps("Hide more")
    await tilly.hears("Which words should I hide?")
    await tilly.says("hide-canary Quillfeather")
    await tilly.hears("I can't find that")
    await tilly.taps("No, leave it out")
    await tilly.hears("I left that out")
    await tilly.says("never rings back")
    await tilly.hears("Hidden now")
    for label, heard in (("Done", "exactly what"), ("Show a word", "without need"), ("Karolina", "Shows again")):
        await tilly.taps(label)
        await tilly.hears(heard)
    for label, heard in (("Undo", "took back"), ("Done", "exactly what"), ("don't quote", "Ready to send?")):
        await tilly.taps(label)
        await tilly.hears(heard)


def found_in(folder: Path, canaries: tuple[str, ...]) -> set[str]:
    """Return the canaries that any file of a folder holds; what goes to a socket is left out."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            lines = path.read_text("utf-8", "replace").lower().splitlines()
            text = "\n".join(line for line in lines if not re.search(r"\d+<(socket|tcp)", line))
            found |= {canary for canary in canaries if canary in text}
    return found


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_nothing_of_a_conversation_reaches_a_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Names, phones, numbers of person and chat, user name, words, token and secret: in no file, write or output."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_SECRET_TOKEN", HOOK_SECRET)
    async with BotApi(TOKEN) as api:
        changes = with_telegram(api.base_url) if way == "polling" else with_webhook(api.base_url, free_port())
        product = make_product(tmp_path, changes)
        api.chats.ids = itertools.count(FIRST_MESSAGE)
        tilly = api.person("Zephyrine")
        tilly.about |= {"last_name": "Quillfeather", "username": "tilly_moon"}
        async with watched(product, tmp_path) as records:
            code = await everything(api, tilly)
            assert "voice-stored" in records[1].read_text()
        trace = records[0].read_text("utf-8", "replace")
    assert "taster flat was good" in trace  # the trace does see what is written
    assert found_in(tmp_path, (*CANARIES, str(tilly.id), code, HOOK_SECRET)) == set()
    databases = b"".join(path.read_bytes() for path in product.data.rglob("*.db*"))
    assert FIRST_MESSAGE.to_bytes(6, "big")[:5] not in databases
    assert tilly.id.to_bytes(6, "big") not in databases  # as SQLite keeps a number of this size


async def answers_and_leaves(product: Product, tilly: Person) -> str:
    """Let a person answer what the desk asks, take their words back and undo it; return the code."""
    await to_summary(tilly, "The taster flat was good.")
    await tilly.taps("Send")
    code = code_in((await tilly.hears("Your code", seconds=30)).text)
    at_desk = at(product.data)
    with at_desk.opened() as intake, immediate(intake):
        ask(intake, at_desk.voice(code), "Which office was it?", "reader", date.today())
    await tilly.says(code)
    await tilly.hears("Which office was it?")
    await tilly.taps("Answer")
    await tilly.hears("in your own words")
    await tilly.says(f"It was by the bridge. {WORDS}")
    await tilly.hears("Got it")
    for label, heard in (("Done", "exactly what"), ("Hide more", "Which words")):
        await tilly.taps(label)
        await tilly.hears(heard)
    await tilly.says("never rings back")
    await tilly.hears("Hidden now")
    for label, heard in (("Done", "exactly what"), ("Send", "Your answer is saved")):
        await tilly.taps(label)
        await tilly.hears(heard)
    await tilly.says(f"/withdraw {code}")
    await tilly.hears("Take them back?")
    for label, heard in (("Yes", "gone from everywhere"), ("Undo", "back as they were")):
        await tilly.taps(label)
        await tilly.hears(heard, seconds=30)
    await tilly.says("/status velvet-otter-plank-sunny-drift")
    await tilly.hears("can't find that code")
    return code


async def test_nothing_of_an_answer_reaches_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor who answered, looked a code up, took words back and changed their mind: in no file, write or output."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
    async with BotApi(TOKEN) as api:
        product, tilly = make_product(tmp_path, with_telegram(api.base_url)), api.person("Zephyrine")
        async with watched(product, tmp_path) as records:
            code = await answers_and_leaves(product, tilly)
            await api.all_confirmed()
            assert "answer-stored" in records[1].read_text()
        trace = records[0].read_text("utf-8", "replace")
    assert "by the bridge" in trace
    assert found_in(tmp_path, (*CANARIES, str(tilly.id), code, "velvet")) == set()


PLEA = ("plea-canary Quillfeather hits me", "plea-canary again", "reach-canary 07700 900461")


async def asks_to_be_contacted(tilly: Person) -> None:
    """Let a person write to the safeguarding lead, with words of their voice, once in vain and once not."""
    await tilly.says("i want to die, voice-canary")
    await tilly.hears("this message of yours")
    await tilly.taps("Ask someone to contact me")
    await tilly.hears("not anonymous")
    await tilly.says(PLEA[0])
    await tilly.hears("Nothing is sent yet")
    await tilly.edits(PLEA[1])
    await tilly.hears("I changed that")
    for label, heard in (("Add what I wrote", "I added that"), ("Next", "How can they reach you")):
        await tilly.taps(label)
        await tilly.hears(heard)
    await tilly.says(PLEA[2])
    await tilly.hears("This is what I will send")
    await tilly.taps("Send it")
    await tilly.hears("did not go through")
    await tilly.taps("Try again")
    await tilly.hears("It got there")


async def test_what_is_sent_to_the_lead_reaches_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one exception leaves by the relay and is found nowhere here: in no file, write or output."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
    async with Relay("250 OK", "451 4.3.0 plea-canary") as relay, BotApi(TOKEN) as api:
        product = make_product(tmp_path, with_telegram(api.base_url) | with_mailbox(relay.port))
        assert (await prove(product.data, relay))[0] == 0
        tilly = api.person("Zephyrine")
        async with watched(product, tmp_path) as records:
            await asks_to_be_contacted(tilly)
            await tilly.says("/stop")
            await tilly.hears("I stopped")
            await api.all_confirmed()
            assert "contact-not-sent" in records[1].read_text()
        text = (await relay.letter(2)).text
    assert all(words in text for words in ("plea-canary again", "voice-canary", "reach-canary"))
    assert found_in(tmp_path, ("plea-canary", "voice-canary", "reach-canary", *CANARIES, str(tilly.id))) == set()

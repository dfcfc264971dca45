"""kill -9 between any two steps of many conversations, on a bad day: nothing is lost after its receipt, or doubled."""

from __future__ import annotations

import asyncio
import random
from itertools import product as pairs
from typing import TYPE_CHECKING

import pytest

from intake.raw import RawWords
from intake.redaction import load_redactor
from storage.intake_db import read_intake
from storage.keys import load_keys
from storage.submissions import find, read, waiting
from tests.bot.talking import code_in
from tests.contracts.test_2_canary_telegram import with_telegram, with_webhook
from tests.fakes.bot_api import BotApi
from tests.faults.dying import Dying
from tests.faults.spoiling import Spoiling
from tests.product import free_port, make_product

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.people import Person
    from tests.product import Product

AT_ONCE = 8  # more would rarely come to their end in one life
PATIENT = 0.8  # of the people, at each step
PATIENCE = 400.0  # seconds in which something has to happen, on a busy machine too
SEND, NEXT = "Send", ("Read it, don't quote it", "Done", "Skip")
CODE, NOT_SENT = "Your code", ("no longer have these words", "from before", "look at your words", "didn't save")
THINGS = ("bus", "garden", "kitchen", "heating", "window", "school", "football", "music", "money", "bedroom")
KINDS = ("good", "broken", "new", "quiet", "cheap", "late", "warm", "cold", "empty", "open", "clean", "busy", "slow")


def different_words(count: int) -> list[str]:
    """Return texts of which no two are alike, and none holds another."""
    redactor = load_redactor()
    texts = [f"The {a} {b} was {c}." for a, b, c in pairs(KINDS, THINGS, KINDS)][:count]
    assert all(redactor.redact(RawWords(text)).words.text == text for text in texts)
    return texts


async def converse(api: BotApi, person: Person, words: str, die: random.Random) -> None:
    """Say something and get a receipt for it, as often as it takes.

    Whoever has pressed Send waits for what comes of it, and begins again only if they are told that it was not sent.
    Otherwise some go on at once, and most only when nothing of theirs is left to be answered.
    """
    await person.says(words)
    while CODE not in (shown := await person.hears(seconds=PATIENCE)).text:
        if die.random() < PATIENT:
            await api.all_confirmed(person, seconds=PATIENCE)
            shown = person.screen
        if SEND in shown.buttons:
            await person.taps(SEND)
            shown = await person.hears(CODE, *NOT_SENT, seconds=PATIENCE)
            if CODE not in shown.text:  # which may have been about another button, pressed before
                await api.all_confirmed(person, seconds=PATIENCE)
                shown = person.screen
            if any(CODE in one.text for one in person.messages):
                return
        step = next((label for label in NEXT if label in shown.buttons), None)
        await (person.taps(step) if step else person.says(words))


async def all_converse(api: BotApi, texts: list[str]) -> dict[str, Person]:
    """Let everyone say their text, some at once."""
    people, turn = {text: api.person() for text in texts}, asyncio.Semaphore(AT_ONCE)
    die = random.Random(len(texts))  # noqa: S311 - chosen to be repeated

    async def in_turn(text: str, person: Person) -> None:
        async with turn:
            await converse(api, person, text, die)

    await asyncio.gather(*(in_turn(text, person) for text, person in people.items()))
    return people


def check(product: Product, people: dict[str, Person]) -> None:
    """Every code that anyone was shown stands for their own voice, and there is one voice for everyone."""
    conn, keys = read_intake(product.data / "intake" / "intake.db", demo=False), load_keys(product.data / "keys")
    try:
        for text, person in people.items():
            codes = [code_in(shown.text) for shown in person.messages if CODE in shown.text]
            voices = [find(conn, keys, code) for code in codes]
            assert len(set(voices)) == 1
            assert voices[0] is not None
            kept = read(conn, voices[0]).words
            assert kept is not None
            assert set(kept.text.split("\n\n")) == {text}
        assert len(waiting(conn, limit=len(people) * 2)) == len(people)
    finally:
        conn.close()


async def kill_through(
    folder: Path, conversations: int, seed: int, calls: int, share: float, way: str = "polling"
) -> tuple[int, set[str]]:
    """Kill the doors at any step of so many conversations, let a share of calls fail, and check what is kept.

    Returns how often they died, and which other things went wrong. Their `way` is "polling", "webhook", or one that
    is "rough": in any order, at once and many a one twice.
    """
    texts, die = different_words(conversations), random.Random(seed)  # noqa: S311 - chosen to be repeated
    async with BotApi() as api:
        webhook = with_webhook(api.base_url, free_port())
        product = make_product(folder, with_telegram(api.base_url) if way == "polling" else webhook)
        api.poster.rough = random.Random(seed) if way == "rough" else None  # noqa: S311
        spoiling = Spoiling(api, random.Random(seed), share)  # noqa: S311
        dying = Dying(api, product, die, calls, spoiling.fault)
        async with dying.living():
            people = await all_converse(api, texts)
            await api.all_confirmed(seconds=PATIENCE)
    check(product, people)
    return dying.deaths, set(spoiling.kinds)


async def test_a_door_that_dies_now_and_then(tmp_path: Path) -> None:
    """Ten people each get a receipt for the one voice of theirs that is kept, whenever the door was killed."""
    deaths, _ = await kill_through(tmp_path, 10, seed=3, calls=250, share=0)
    assert deaths >= 2


@pytest.mark.parametrize("way", ["webhook", "rough"])
async def test_a_webhook_that_dies_now_and_then(tmp_path: Path, way: str) -> None:
    """The same where Telegram posts, as it does or worse."""
    deaths, _ = await kill_through(tmp_path, 8, seed=5, calls=110, share=0, way=way)
    assert deaths >= 1


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(10))
async def test_a_door_that_dies_all_along(tmp_path: Path, seed: int) -> None:
    """The same for five thousand conversations in all, and each way to go wrong is met in every five hundred."""
    deaths, kinds = await kill_through(tmp_path, 500, seed, calls=400, share=0.05)
    assert deaths >= 20
    assert kinds == {"5xx", "429", "half", "lost", "dropped", "timeout"}


@pytest.mark.faults
@pytest.mark.parametrize("way", ["webhook", "rough"])
@pytest.mark.parametrize("seed", range(3))
async def test_a_webhook_that_dies_all_along(tmp_path: Path, seed: int, way: str) -> None:
    """The same for three thousand conversations where Telegram posts."""
    deaths, _ = await kill_through(tmp_path, 500, seed, calls=400, share=0.05, way=way)
    assert deaths >= 20

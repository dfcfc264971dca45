"""Every kind of update there is, and some there are not: one fitting answer, or a silence that is meant to be."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.bot.over_http import begins, door_open
from tests.fakes.all_messages import CANARY, MESSAGES, updates_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

NOBODY = {"id": 1, "is_bot": False, "first_name": ""}
UPDATES = sorted(updates_of(NOBODY, {"id": 1, "type": "private"}))


async def send_all(api: BotApi) -> dict[str, tuple[Person, str | None]]:
    """Send each kind of message and update, each by somebody else; return them, and what they should read."""
    sent: dict[str, tuple[Person, str | None]] = {}
    for name, (content, said) in MESSAGES.items():
        person = api.person(CANARY)
        await api.updates.add_unasked({"message": person._message(1, content)})
        sent[f"message: {name}"] = person, said
    for name in UPDATES:
        person = api.person(CANARY)
        content, said = updates_of(person.about, person.chat.about)[name]
        await api.updates.add_unasked(content)
        sent[f"update: {name}"] = person, said
    return sent


async def test_every_kind_gets_its_one_answer(api: BotApi, kept: Kept) -> None:
    """What anybody sends, does or could do in years to come is answered once and fittingly, and nothing is kept."""
    async with door_open(api, kept):
        await api.was_called("getUpdates")
        sent = await send_all(api)
        await api.all_confirmed()
    heard = {name: [shown.text for shown in person.messages] for name, (person, _) in sent.items()}
    wrong = {
        name: texts
        for name, texts in heard.items()
        if (len(texts), all(sent[name][1] or "" in text for text in texts)) != (int(sent[name][1] is not None), True)
    }
    assert wrong == {}
    assert kept.all() == []
    assert {call.method for call in api.calls} >= {"answerInlineQuery", "answerShippingQuery", "answerPreCheckoutQuery"}
    assert str(api.calls).count(CANARY) == 0


@pytest.mark.parametrize("name", ["voice", "something of next year", "pinned_message", "forwarded"])
async def test_in_the_middle_the_conversation_goes_on(api: BotApi, kept: Kept, name: str) -> None:
    """Whatever came in between, words that were written before are still there."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        await alex.says("my flat is damp")
        await alex.hears("I have your words so far")
        await api.updates.add_unasked({"message": alex._message(9, MESSAGES[name][0])})
        await api.all_confirmed()
        for heard in ("mostly about", "exactly what we will keep"):
            await alex.taps("Skip")
            shown = await alex.hears(heard)
    assert "my flat is damp" in shown.text


async def test_a_forward_presses_no_button_and_is_no_answer(api: BotApi, kept: Kept) -> None:
    """Somebody else's "yes", passed on, is not this person's."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        await api.updates.add("message", alex._message(7, {"text": "An idea", "forward_origin": {}}))
        await alex.hears("You passed on a message")


async def test_who_is_answered_a_day_late_reads_why(api: BotApi, kept: Kept) -> None:
    """After an outage it is said once, above the first answer; words are kept in mind as ever."""
    alex = api.person()
    async with door_open(api, kept):
        for number, hours in enumerate((20, 19)):
            at = {"text": f"words {number}", "date": int(time.time()) - hours * 3600}
            await api.updates.add("message", alex._message(number, at))
        await alex.hears("Sorry that I answer so late")
        await api.all_confirmed()
    assert [shown.text.startswith("Sorry that I answer so late") for shown in alex.messages] == [True, False]
    assert "I have this message of yours" in alex.messages[0].text


@pytest.mark.parametrize("ago", [0, 600, 400 * 86_400])
async def test_who_is_answered_in_time_reads_no_excuse(api: BotApi, kept: Kept, ago: int) -> None:
    """Nor does somebody whose clock, or whose server, is wrong."""
    alex = api.person()
    async with door_open(api, kept):
        await api.updates.add("message", alex._message(1, {"text": "words", "date": int(time.time()) - ago}))
        assert "Sorry" not in (await alex.hears("I have this message")).text


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_logs_tell_nothing_of_any_kind(tmp_path: Path, way: str) -> None:
    """At DEBUG, the libraries' too: whatever came in, no name, number, word or token is in the logs or on a disk."""
    command = [sys.executable, "-m", "tests.bot.leaking_kinds", str(tmp_path), way]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    canaries = ran.stdout.split("\n")[:-1]
    assert len(canaries) > len(MESSAGES)
    assert "update-not-understood" in ran.stderr
    assert '"logger": "httpcore"' in ran.stderr
    assert ('"logger": "tornado"' in ran.stderr) == (way == "webhook")
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    everything = b"".join([ran.stderr.encode(), *files]).lower()
    assert [canary for canary in canaries if canary.lower().encode() in everything] == []

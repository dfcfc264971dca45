"""Promise 8 at the Telegram door: answers go to the private chat that wrote, and to nobody else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.conftest import api, kept
from tests.bot.over_http import begins, door_open, the_door, to_summary
from tests.bot.talking import code_in
from tests.fakes.people import in_channel, in_group

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi

__all__ = ["api", "kept"]
WORDS = "Karolina never rings, and my flat is damp"
GROUP = {"id": -1_000_000_000_077, "type": "supergroup", "title": "A group"}


def told(api: BotApi) -> dict[str, list[str]]:
    """Return what was said or changed in each chat."""
    chats: dict[str, list[str]] = {}
    for call in api.calls:
        if "chat_id" in call.data:
            chats.setdefault(str(call.data["chat_id"]), []).append(str(call.data.get("text", "")))
    return chats


async def test_of_many_people_each_hears_their_own_alone(api: BotApi, kept: Kept) -> None:
    """Sent at the same time: each gets their own words and their own code, and nobody another's."""
    people = [api.person(f"Person {number}") for number in range(12)]
    async with door_open(api, kept):
        for number, person in enumerate(people):
            await to_summary(person, f"This is about bus {number:03}")
        for person in people:
            await person.taps("Send")
        codes = [code_in((await person.hears("Your code")).text) for person in people]
    for number, person in enumerate(people):
        said = "\n".join(told(api)[str(person.id)])
        assert f"bus {number:03}" in said
        assert [other for other in codes if other in said] == [codes[number]]
        assert said.count("This is about bus ") == 1
    assert set(told(api)) == {str(person.id) for person in people}


@pytest.mark.parametrize("kind", ["group", "channel", "edited in a group"])
async def test_no_word_of_a_group_or_channel_is_answered_or_kept(api: BotApi, kept: Kept, kind: str) -> None:
    """A group is asked to write alone, without a word of it; a channel hears nothing."""
    alex = api.person()
    async with door_open(api, kept) as application:
        if kind == "channel":
            await in_channel(api, WORDS)
        elif kind == "group":
            await in_group(alex, f"/status {WORDS}")
        else:
            edited = alex._message(1, {"text": WORDS, "edit_date": int(time.time())}) | {"chat": GROUP}
            await api.updates.add("edited_message", edited)
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
    assert str(alex.id) not in told(api)
    assert len([text for texts in told(api).values() for text in texts]) == (0 if kind == "channel" else 1)
    assert "Karolina" not in str(told(api))


async def test_a_tap_in_a_group_shows_nothing_of_a_private_chat(api: BotApi, kept: Kept) -> None:
    """Whoever forwards a message with buttons into a group, and taps it there, shows their words to nobody."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex, WORDS)
        before = len(api.calls)
        tap: dict[str, Any] = {"id": "1", "from": alex.about, "chat_instance": "1"}
        tap["data"] = alex.screen.presses()[0]["callback_data"]
        tap["message"] = {"message_id": 5, "chat": GROUP, "date": int(time.time()), "text": "x"}
        await api.updates.add("callback_query", tap)
        await api.all_confirmed()
        there = [call for call in api.calls[before:] if str(call.data.get("chat_id")) == str(GROUP["id"])]
        assert [call.method for call in there] == ["sendMessage"]
        assert "damp" not in str(there[0].data)
    assert kept.all() == []


FORWARDS: dict[str, dict[str, Any]] = {
    "a person": {"type": "user", "date": 1, "sender_user": {"id": 4_711, "is_bot": False, "first_name": "Mum"}},
    "somebody hidden": {"type": "hidden_user", "date": 1, "sender_user_name": "Mum"},
    "a group": {"type": "chat", "date": 1, "sender_chat": GROUP},
    "a channel": {"type": "channel", "date": 1, "chat": GROUP | {"type": "channel"}, "message_id": 9},
}


@pytest.mark.parametrize("origin", FORWARDS)
async def test_whoever_first_wrote_what_is_forwarded_hears_nothing(api: BotApi, kept: Kept, origin: str) -> None:
    """The one who forwards it is answered, in private; nothing of where it comes from is shown or kept."""
    alex, mum = api.person(), api.person("Mum")
    about = {"text": "the flat was damp", "forward_origin": FORWARDS[origin]}
    if origin == "a person":
        about["reply_to_message"] = mum._message(3, {"text": "a secret"})
    async with door_open(api, kept):
        await api.updates.add("message", alex._message(7, about))
        await alex.hears("I have this message of yours")
        for label, heard in (("Skip", "mostly about"), ("Skip", "exactly what we will keep")):
            await alex.taps(label)
            await alex.hears(heard)
    assert set(told(api)) == {str(alex.id)}
    assert "Mum" not in str(told(api))
    assert "secret" not in str(told(api))


@pytest.mark.parametrize("how", ["silently", "and Telegram tells"])
async def test_who_blocked_the_bot_hears_nothing_more(api: BotApi, kept: Kept, how: str) -> None:
    """Nothing is tried again at their chat, nothing of them stays, and others are answered."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept) as application:
        await begins(alex)
        await alex.says(WORDS)
        await alex.hears()
        alex.chat.blocked = True
        if how == "silently":
            await alex.says("are you there?")
        else:
            await alex.blocks()
        await api.all_confirmed()
        calls = len(told(api)[str(alex.id)])
        await sam.says("/help")
        await sam.hears("999")
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
        assert len(told(api)[str(alex.id)]) == calls


async def test_a_code_says_nothing_to_who_finds_it(api: BotApi, kept: Kept) -> None:
    """Whoever has somebody's code reads where the voice is, and never its words nor who sent it."""
    alex, sam = api.person("Alexandra"), api.person("Sam")
    async with door_open(api, kept):
        await to_summary(alex, "my flat is damp")
        await alex.taps("Send")
        code = code_in((await alex.hears("Your code")).text)
        await api.all_confirmed()
        before = len(told(api)[str(alex.id)])
        await sam.says(code)
        await sam.hears("have not decided yet")
        await sam.says(f"/withdraw {code}")
        await sam.hears("Take them back?")
        assert len(told(api)[str(alex.id)]) == before
    assert "damp" not in str(told(api)[str(sam.id)])
    assert "Alexandra" not in str(told(api))

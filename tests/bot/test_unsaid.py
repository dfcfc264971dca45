"""Answers that don't get through: nothing is done twice, nobody hears the opposite, and no receipt is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.poller import GIVEN
from storage.updates import brought_voice
from tests.bot.over_http import begins, door_open, the_door, to_summary, writes_much
from tests.bot.polling import QUICK, SORRY
from tests.bot.talking import code_in
from tests.fakes.faults import broken, refused, too_many
from tests.fakes.people import in_group

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.bot_http import Call
    from tests.fakes.faults import Fault
    from tests.fakes.people import Person

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
TOO_OFTEN = [broken()] * (len(QUICK.network) + 1)  # until an update is given up


class Deaf:
    """A person whom nothing reaches while `deaf`."""

    def __init__(self, person: Person, fault: Fault) -> None:
        self.person = person
        self.fault = fault
        self.deaf = True

    def __call__(self, call: Call) -> Fault | None:
        """Say what happens to a call."""
        theirs = self.deaf and str(call.data.get("chat_id")) == str(self.person.id)
        return self.fault if theirs and call.method in {"sendMessage", "editMessageText"} else None


@pytest.mark.parametrize("fault", [broken(), refused(400, "Bad Request: wrong"), too_many(0)])
async def test_a_receipt_is_never_given_up(api: BotApi, kept: Kept, fault: Fault) -> None:
    """Whoever sent a voice hears of no failure, but gets its code when they can be reached; others need not wait."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept):
        await to_summary(alex)
        api.fault_for = deaf = Deaf(alex, fault)
        before = len(api.called("sendMessage"))
        sent = await alex.taps("Send")
        await api.was_called("sendMessage", before + len(TOO_OFTEN) + 4)
        assert await kept.writer.run(lambda conn: brought_voice(conn, sent))
        await sam.says("/help")
        await sam.hears("999")
        assert sent in api.updates.pending
        deaf.deaf = False
        receipt = await alex.hears("Your code")
        await api.all_confirmed()
    assert [kept.voice(code_in(receipt.text))] == kept.all()
    assert SORRY not in [shown.text for shown in alex.messages]


async def test_a_receipt_that_waits_keeps_nobody_out(api: BotApi, kept: Kept) -> None:
    """Telegram gives a hundred updates at a time: before those behind them wait, that one is kept in memory alone."""
    alex, others = api.person("Alex"), [api.person() for _ in range(GIVEN + 20)]
    async with door_open(api, kept):
        await to_summary(alex)
        api.fault_for = deaf = Deaf(alex, broken())
        await alex.taps("Send")
        for each in others:
            await each.says("/help")
        for each in others:
            await each.hears("999")
        await api.all_confirmed()
        deaf.deaf = False
        receipt = await alex.hears("Your code")
    assert [kept.voice(code_in(receipt.text))] == kept.all()


async def test_who_blocked_the_bot_gets_no_receipt(api: BotApi, kept: Kept) -> None:
    """Then nothing is left to be done."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        alex.chat.blocked = True
        await alex.taps("Send")
        await api.all_confirmed()
    assert len(kept.all()) == 1


async def test_what_ended_a_conversation_is_said_however_often_it_fails(api: BotApi, kept: Kept) -> None:
    """A withdrawal or a /stop that was done is confirmed as done, and then forgotten."""
    alex = api.person()
    async with door_open(api, kept) as application:
        await to_summary(alex)
        await alex.taps("Send")
        code = code_in((await alex.hears("Your code")).text)
        await alex.says(f"/withdraw {code}")
        await alex.hears("Take them back?")
        api.fail("editMessageText", broken())
        api.fail("sendMessage", broken())
        await alex.taps("Yes")
        await alex.hears("gone from everywhere")
        await alex.says("hello there")
        await alex.hears()
        api.fail("sendMessage", broken(), broken())
        await alex.says("/stop")
        await alex.hears("I stopped")
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
    texts = [shown.text for shown in alex.messages]
    assert not [text for text in texts if "nothing to stop" in text]


async def test_risk_said_again_after_an_apology_brings_numbers_again(api: BotApi, kept: Kept) -> None:
    """Nothing is done twice, but where to turn is said every time."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        early = "I have your words so far"
        api.fault_for = lambda call: broken() if early in str(call.data.get("text")) else None
        await alex.says("i want to die")
        await alex.hears(SORRY)
        api.fault_for = lambda _: None
        await alex.says("i want to die")
        await alex.hears(early)
        await api.all_confirmed()
    assert len([shown for shown in alex.messages if "0800 1111" in shown.text]) == 2


@pytest.mark.parametrize("words", ["the flat was damp", "money"])
async def test_what_is_said_again_after_an_apology_counts_once(api: BotApi, kept: Kept, words: str) -> None:
    """Who is asked to send it again, and does, gets the answer that didn't get through; nothing is done twice."""
    alex = api.person()
    async with door_open(api, kept) as application:
        for typed, heard in (("/start", "What would you like"), ("idea", "mostly about")):
            await alex.says(typed)
            await alex.hears(heard)
        api.fail("sendMessage", *TOO_OFTEN)
        await alex.says(words)
        await alex.hears(SORRY)
        before = the_door(application).drafts.get(alex.id)
        await alex.says(words)
        await alex.hears()
        await api.all_confirmed()
        after = the_door(application).drafts.get(alex.id)
        assert before
        assert after
        assert after.draft == before.draft
        assert not after.unsaid


async def test_what_could_not_be_said_comes_before_anything_else(api: BotApi, kept: Kept) -> None:
    """Who goes on after an apology hears first that it was done after all."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        api.fail("sendMessage", *TOO_OFTEN)
        await alex.says("idea")
        await alex.hears(SORRY)
        await alex.says("/help")
        await alex.hears("mostly about")
        await alex.hears("999")
        await api.all_confirmed()


async def test_what_can_never_be_said_keeps_nothing_back(api: BotApi, kept: Kept) -> None:
    """Where Telegram refuses an answer for good, the next update is answered all the same."""
    alex = api.person()
    async with door_open(api, kept):
        api.fail("sendMessage", *[refused(400, "Bad Request: wrong")] * (len(QUICK.ours) + 1))
        await alex.says("/start")
        await alex.hears(SORRY)
        api.fail("sendMessage", refused(400, "Bad Request: wrong"))
        await alex.says("/help")
        await alex.hears("999")


async def test_an_answer_goes_on_where_it_was_cut(api: BotApi, kept: Kept) -> None:
    """Of many messages none is sent again because a later one had to wait (429)."""
    alex = api.person()
    async with door_open(api, kept):
        await writes_much(alex)
        before = len(alex.messages)
        answers = iter((None, None, too_many(1), too_many(0)))
        api.fault_for = lambda call: next(answers, None) if call.method == "sendMessage" else None
        await alex.taps("Done")
        await alex.hears("How may we use your words?")
        await api.all_confirmed()
    texts = [shown.text for shown in alex.messages[before:]]
    assert len(texts) == len(set(texts)) > 2


async def test_a_group_is_asked_once(api: BotApi, kept: Kept) -> None:
    """However much is said in it."""
    alex = api.person()
    async with door_open(api, kept):
        api.fail("sendMessage", broken())
        for _ in range(5):
            await in_group(alex, "hello")
        await api.all_confirmed()
    assert len(api.called("sendMessage")) == 2


async def test_a_group_s_pause_keeps_nobody_waiting(api: BotApi, kept: Kept) -> None:
    """Who wrote in a group where the bot may not speak for the moment is answered in private."""
    alex = api.person()
    api.fail("sendMessage", too_many(60))
    async with door_open(api, kept):
        await in_group(alex, "hello")
        await alex.says("/help")
        await alex.hears("999")

"""Asking to be contacted as it runs: a Bot API server on one side, the lead's mail server on the other."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.application import make_application
from bot.offset import Offset
from bot.poller import Poller
from intake.mail.acknowledge import RelaySettings
from intake.mail.contact import Mailbox, send_plea
from intake.plea import Lead
from tests.bot.polling import QUICK, running, saying_sorry
from tests.bot.talking import SETTINGS, wording
from tests.fakes.faults import broken
from tests.fakes.lead import HOURS, ROLE
from tests.fakes.relay import Relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

MAILBOX = Mailbox("lead@council.example", HOURS, "voice@care.example", "Care voice")


@asynccontextmanager
async def door_with_lead(api: BotApi, kept: Kept, relay: Relay) -> AsyncIterator[None]:
    """Run the door of a deployment whose lead's mail server is `relay`, while the block lasts."""
    way = RelaySettings("127.0.0.1", relay.port, "none", timeout=5.0)
    lead = Lead(ROLE, HOURS, partial(send_plea, way, MAILBOX, wording()))
    settings = replace(SETTINGS, token=api.token, base_url=api.base_url, lead=lead)
    application = make_application(settings, kept.passage, kept.voices, wording())
    async with running(Poller(application, Offset(kept.writer), saying_sorry(application), QUICK)):
        yield


async def to_check(person: Person) -> None:
    """Write in danger, ask to be contacted, and get to the summary."""
    await person.says("my foster dad hits me")
    await person.hears("I have this message of yours")
    await person.taps("Ask someone to contact me")
    await person.hears("not anonymous")
    await person.says("He did it again. Please help me.")
    await person.hears("Nothing is sent yet")
    await person.taps("Next")
    await person.hears("How can they reach you?")
    await person.says("07700 900123")
    await person.hears("This is what I will send")


async def test_it_is_confirmed_once_the_server_has_it(api: BotApi, kept: Kept) -> None:
    """While it is sent they read that it is; then where it is; and the letter is there."""
    sam = api.person()
    async with Relay() as relay, door_with_lead(api, kept, relay):
        await to_check(sam)
        await sam.taps("Send it")
        await sam.hears("It got there")
        await api.all_confirmed()
        text = (await relay.letter()).text
    assert "> He did it again. Please help me." in text
    assert "> 07700 900123" in text
    assert "foster dad" not in text
    told = [shown.text for shown in sam.messages]
    sending = next(at for at, one in enumerate(told) if one.startswith("Sending it now"))
    assert told[sending + 1].startswith("It got there")
    assert not kept.all()


async def test_a_refusal_is_told_and_another_try_arrives_once(api: BotApi, kept: Kept) -> None:
    """Nobody is told that it got there before it did; what they wrote is still there."""
    sam = api.person()
    async with Relay("451 4.3.0 Later") as relay, door_with_lead(api, kept, relay):
        await to_check(sam)
        await sam.taps("Send it")
        await sam.hears("did not go through")
        assert not relay.letters
        await sam.taps("Try again")
        await sam.hears("It got there")
        await api.all_confirmed()
    assert len(relay.letters) == 1


async def test_telegram_s_trouble_sends_nothing_twice(api: BotApi, kept: Kept) -> None:
    """An answer that has to be tried again is shown again; the letter went out before, once."""
    sam = api.person()
    async with Relay() as relay, door_with_lead(api, kept, relay):
        await to_check(sam)
        faults = iter((broken(), broken()))
        api.fault_for = lambda call: next(faults, None) if "It got there" in str(call.data.get("text")) else None
        await sam.taps("Send it")
        await sam.hears("It got there")
        await api.all_confirmed()
    assert len(relay.letters) == 1
    assert [shown.text for shown in sam.messages if "It got there" in shown.text]


async def test_after_a_restart_nobody_is_told_what_is_not_known(api: BotApi, kept: Kept) -> None:
    """What was typed is gone with the memory that held it: it says so, and doesn't send."""
    sam = api.person()
    async with Relay() as relay:
        async with door_with_lead(api, kept, relay):
            await to_check(sam)
            await api.all_confirmed()
        async with door_with_lead(api, kept, relay):
            await sam.taps("Send it")
            await sam.hears("I no longer have what you wrote for them")
            await api.all_confirmed()
    assert not relay.letters

"""Alerts: told once, without a word of it, again if it failed; and the doors say honestly when nobody reads."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desk.alerting import BETWEEN, Alerting
from intake.mail.acknowledge import RelaySettings
from intake.mail.alert import AlertPost
from intake.quiet import Readers
from intake.wording import load_wording
from storage.opening import immediate
from storage.watching import Limits, failing_since, mark_opened
from storage.writer import Writer
from tests.desk.examined import change, found
from tests.desk.proving import with_mailbox
from tests.desk.reading import serving
from tests.fakes.relay import Relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.desk.at_desk import Desk

HOUR, DAY = 3600, 24 * 3600
LEADS = ("lead@council.example", "deputy@council.example")


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = int(time.time())

    def __call__(self) -> float:
        """Return what it was set to."""
        return self.now


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    """Open a relay that takes everything."""
    async with Relay() as opened:
        yield opened


@asynccontextmanager
async def alerting(desk: Desk, port: int, clock: Clock) -> AsyncIterator[tuple[Alerting, Readers]]:
    """Give what watches a deployment; nothing looks but when it is told to."""
    writer, readers = Writer(desk.files.open_intake()), Readers()
    post = AlertPost(LEADS, "voice@council.example", "Care voice", RelaySettings("127.0.0.1", port, "none"))
    try:
        yield Alerting(writer, Limits(), post, load_wording(), readers, clock), readers
    finally:
        await writer.close()


async def test_an_urgent_voice_is_told_once_and_without_a_word(desk: Desk, relay: Relay) -> None:
    """Lead and deputy get a letter each; a flood brings one more in a quarter of an hour; a restart tells nothing."""
    clock = Clock()
    code = desk.receive("I moved to Salt Lane.", urgent=True, council="wigan", theme="home")
    async with alerting(desk, relay.port, clock) as (watching, _):
        await watching.look()
        letters = [await relay.letter(1), await relay.letter(2)]
        assert {letter.recipients for letter in letters} == {(each,) for each in LEADS}
        for letter in letters:
            assert not [each for each in ("Salt", "wigan", "Wigan", "home", code, "urgent") if each in letter.text]
        for _ in range(20):
            desk.receive(urgent=True)
        await watching.look()
        assert len(relay.letters) == 2
        clock.now += BETWEEN
        await watching.look()
        assert len(relay.letters) == 4
    async with alerting(desk, relay.port, clock) as (watching, _):
        clock.now += BETWEEN
        await watching.look()
        assert len(relay.letters) == 4
        clock.now += 4 * HOUR
        await watching.look()
        assert len(relay.letters) == 6


async def test_what_was_opened_is_not_told(desk: Desk, relay: Relay) -> None:
    """An urgent voice that somebody opened, and one that is not urgent, can wait; what nobody opens for days can't."""
    clock = Clock()
    opened = desk.voice(desk.receive(urgent=True)).id
    with desk.opened() as intake, immediate(intake):
        mark_opened(intake, opened, clock.now)
    desk.receive(day=date.today())
    async with alerting(desk, relay.port, clock) as (watching, _):
        await watching.look()
        assert len(relay.letters) == 0
        clock.now += 4 * DAY
        await watching.look()
        assert len(relay.letters) == 2
        clock.now += 5 * HOUR
        await watching.look()
        assert len(relay.letters) == 2


async def test_an_alert_that_fails_is_tried_again_and_said(desk: Desk, relay: Relay) -> None:
    """The desk's top and the doctor say so until one gets through."""
    clock = Clock()
    desk.receive(urgent=True)
    change(desk, *with_mailbox(relay.port).items(), ("addresses = []        #", f'addresses = ["{LEADS[0]}"]  #'))
    async with alerting(desk, 9, clock) as (watching, _):
        await watching.look()
    with desk.opened() as intake:
        assert failing_since(intake) == clock.now
    ((verdict, _),) = found(desk, "alerts")
    assert verdict == "wrong"
    with serving(desk) as site, site.moderator() as reader:
        assert "Alerts don't get through" in reader.text("/")
        async with alerting(desk, relay.port, clock) as (watching, _):
            await watching.look()
        assert len(relay.letters) == 2
        assert "Alerts don't get through" not in reader.text("/")
    ((verdict, _),) = found(desk, "alerts")
    assert verdict == "ok"


async def test_the_doors_say_when_nobody_reads(desk: Desk, relay: Relay) -> None:
    """An urgent voice unopened for a day, or a week without any decision, until somebody opens one."""
    clock = Clock()
    today = date.today()
    urgent = desk.voice(desk.receive(urgent=True, day=today)).id
    async with alerting(desk, relay.port, clock) as (watching, readers):
        for hours, nobody in ((0, False), (22, False), (3, True)):
            clock.now += hours * HOUR
            await watching.look_for_readers()
            assert readers.nobody is nobody
        with desk.opened() as intake, immediate(intake):
            mark_opened(intake, urgent, clock.now)
        await watching.look_for_readers()
        assert not readers.nobody
        clock.now += 8 * DAY
        await watching.look_for_readers()
        assert readers.nobody
        with desk.opened() as intake, immediate(intake):
            mark_opened(intake, urgent, clock.now)
        await watching.look_for_readers()
        assert not readers.nobody


def test_the_desk_says_so_and_opening_ends_it(desk: Desk) -> None:
    """A banner on every page, until a voice is opened."""
    code = desk.receive(day=date.today() - timedelta(days=30))
    assert [verdict for verdict, _ in found(desk, "readers")] == ["wrong"]
    with serving(desk) as site, site.moderator() as reader:
        assert "nobody is reading now" in reader.text("/account")
        assert "nobody is reading now" in reader.text("/")
        reader.read(f"/voice/{desk.voice(code).id}")
        assert "nobody is reading now" not in reader.text("/")
    assert [verdict for verdict, _ in found(desk, "readers")] == ["ok"]


async def test_the_test_says_whom_it_reached(desk: Desk, relay: Relay) -> None:
    """Nothing is sent before it is set; then each address is named, and a dead relay is an error."""
    assert "first set addresses" in desk.run("alert", "test").output
    change(desk, *with_mailbox(relay.port).items(), ("addresses = []        #", f'addresses = ["{LEADS[0]}"]  #'))
    status, said = await asyncio.to_thread(desk.start, "alert", "test")
    assert (status, said) == (0, f"Sent to {LEADS[0]}.\n")
    assert "This is a test" in (await relay.letter(1)).text

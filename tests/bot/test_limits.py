"""Who writes or sends very much waits a little, loses nothing, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.limits import AT_ONCE, VOICES_A_DAY, Pace, Sending
from tests.bot.in_languages import door_in, words_in
from tests.bot.over_http import begins, door_open, the_door
from tests.bot.talking import SETTINGS, Kept, Talker, code_in
from tests.bot.test_languages import chooses
from tests.fakes.faults import held

if TYPE_CHECKING:
    from tests.fakes.bot_api import BotApi

DAY = 24 * 60 * 60.0


@dataclass
class Clock:
    """A clock that a test sets."""

    now: float = 1000.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Give a clock."""
    return Clock()


def test_each_further_voice_of_a_day_waits_longer_and_none_for_ever(clock: Clock) -> None:
    """Fifty pass; then a minute, two, and so on up to ten; the next day begins anew, and others never wait."""
    sending = Sending(clock=clock)
    pauses = []
    for _ in range(VOICES_A_DAY + 12):
        pauses.append(sending.pause("alex"))
        clock.now += pauses[-1]
        assert sending.pause("alex") == 0
        sending.count("alex")
    assert pauses == [0.0] * VOICES_A_DAY + [60.0 * each for each in range(1, 11)] + [600.0] * 2
    assert sending.pause("sam") == 0
    clock.now += DAY
    assert sending.pause("alex") == 0


def test_nobody_s_number_is_kept_by_what_counts(clock: Clock) -> None:
    """Only marks are, under a key that is another one the next day."""
    sending, pace = Sending(clock=clock), Pace(clock=clock)
    sending.count("5000000001")
    pace.taking(5_000_000_001)
    assert "5000000001" not in repr(vars(sending)) + repr(vars(pace))
    before = sending._marks.of("5000000001")
    clock.now += DAY
    assert sending.pause("5000000001") == 0
    assert sending._marks.of("5000000001") != before
    assert len(sending._sent) == 0


def test_nobody_who_writes_feels_the_pace(clock: Clock) -> None:
    """As much as the longest voice passes at once, then one a second, and a quiet while gives it all back."""
    pace = Pace(clock=clock)
    assert [pace.taking(1) for _ in range(AT_ONCE)] == [0.0] * AT_ONCE
    assert [pace.taking(1) for _ in range(3)] == pytest.approx([1, 2, 3])
    assert pace.taking(2) == 0
    clock.now += AT_ONCE * 2
    assert pace.taking(1) == 0


def test_many_people_take_a_bounded_room(clock: Clock) -> None:
    """Whoever was counted longest ago is forgotten."""
    sending, pace = Sending(clock=clock), Pace(clock=clock)
    for person in range(11_000):
        sending.count(str(person))
        pace.taking(person)
    assert len(sending._sent) == len(pace._free) == 10_000


async def test_one_voice_too_many_waits_and_is_not_lost(alex: Talker, kept: Kept) -> None:
    """The next on a shared phone hears when to tap again, their words stay, and then they are heard."""
    clock = Clock()
    alex.conversation._presses._kit.handover._remembered.today = Sending(2, clock)
    for _ in range(2):
        await alex.sends()
    await alex.gets_to("summary")
    await alex.presses("Send")
    assert "I take the next one a little later" in alex.reads
    assert "in a minute" in alex.reads
    assert "voice@council.example" in alex.reads
    assert len(kept.all()) == 2
    clock.now += 61
    await alex.presses("Send")
    assert kept.voice(code_in(alex.reads))
    await alex.gets_to("summary")
    await alex.types("yes")
    assert "in 2 minutes" in alex.reads


async def test_a_flood_is_told_once_and_keeps_nobody_waiting(
    api: BotApi, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond what can be waiting of one person nothing is taken, which is said once; others are served meanwhile."""
    alex, sam = api.person("Alex"), api.person("Sam")
    may_go_on, most = asyncio.Event(), 30
    monkeypatch.setattr("bot.processor.MOST_OF_ONE", most)
    async with door_open(api, kept) as application:
        await begins(alex)
        api.fail("sendMessage", held(may_go_on))
        for number in range(most * 2):
            await alex.says(f"part {number}")
        await alex.hears("more than I can read")
        await begins(sam)
        may_go_on.set()
        await sam.says("/help")
        await sam.hears("999")
        entry = the_door(application).drafts.get(alex.id)
    assert sum("more than I can read" in shown.text for shown in alex.messages) == 1
    assert entry
    assert entry.draft
    assert all(part.words.reveal() != f"part {most * 2 - 1}" for part in entry.draft.parts)


async def test_a_flood_is_told_of_in_the_language_that_was_chosen(
    api: BotApi, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes in Welsh is told in Welsh that the last messages were not kept."""
    alex, may_go_on, most = api.person("Alex"), asyncio.Event(), 30
    monkeypatch.setattr("bot.processor.MOST_OF_ONE", most)
    async with door_in(api, kept, "en", "cy"):
        await chooses(alex, "cy")
        api.fail("sendMessage", held(may_go_on))
        for number in range(most * 2):
            await alex.says(f"rhan {number}")
        await alex.hears(words_in("cy")("bot-flood"))
        may_go_on.set()
    assert not any("more than I can read" in shown.text for shown in alex.messages)


def test_a_deployment_may_let_more_pass() -> None:
    """Fifty a day, unless it says otherwise."""
    assert SETTINGS.voices_a_day == VOICES_A_DAY == 50

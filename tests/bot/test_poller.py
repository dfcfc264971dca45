"""Telegram forgets nothing that wasn't answered, and nobody waits for anybody else's trouble (facts 23, 25, 26)."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.offset import Offset
from bot.poller import Poller
from bot.updates import WANTED
from tests.bot.polling import QUICK, SORRY, echo, make_app, poller_open, polling, saying_sorry, stored, writing
from tests.fakes.bot_api import BotApi
from tests.fakes.faults import Fault, broken, dropped, half, held, lost, refused, too_many
from tests.fakes.people import in_channel, in_group

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")

if TYPE_CHECKING:
    from pathlib import Path

    from telegram import Update


class Stubborn:
    """A handler that fails as often as it is told to, and says who came through."""

    def __init__(self, failures: int, only: str = "") -> None:
        self.left = failures
        self.only = only
        self.tried: Counter[str] = Counter()
        self.failed = asyncio.Event()

    async def __call__(self, update: Update, _: Any) -> None:
        """Answer, or fail."""
        assert update.effective_message
        text = update.effective_message.text or ""
        self.tried[text] += 1
        if self.left and self.only in text:
            self.left -= 1
            self.failed.set()
            raise ValueError(text)
        await echo(update, _)


class Waiting:
    """A handler that doesn't end for whoever says "wait" before it is told to."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()

    async def __call__(self, update: Update, _: Any) -> None:
        """Answer, now or later."""
        assert update.effective_message
        if update.effective_message.text == "wait":
            self.begun.set()
            await self.may_end.wait()
        await echo(update, _)


async def test_a_channel_is_nobody(api: BotApi, tmp_path: Path) -> None:
    """What is posted in a channel is not asked for; what Telegram kept from before we asked keeps nobody waiting."""
    handler, alex = Stubborn(failures=0), api.person()
    async with polling(api, tmp_path, handler):
        await api.was_called("getUpdates")
        await in_channel(api, "hello")
        await alex.says("hello")
        await alex.hears("You said hello")
    assert handler.tried["hello"] == 1


async def test_everyone_is_answered(api: BotApi, tmp_path: Path) -> None:
    """Updates are handled, and confirmed and remembered once they are."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with polling(api, tmp_path):
        await alex.says("one")
        last = await sam.says("two")
        await alex.hears("You said one")
        await sam.hears("You said two")
        await api.all_confirmed()
    assert await stored(tmp_path) == last + 1


async def test_it_asks_for_what_is_answered(api: BotApi, tmp_path: Path) -> None:
    """Telegram is asked for messages, changed ones, taps and blocks, and to wait for them."""
    async with polling(api, tmp_path):
        asked = (await api.was_called("getUpdates")).data
    assert asked == {"timeout": QUICK.asking, "allowed_updates": list(WANTED), "offset": 0}


async def test_nothing_is_confirmed_before_it_is_done(api: BotApi, tmp_path: Path) -> None:
    """Fact 23: while an update is in work, neither it nor any after it is confirmed; the others are answered."""
    handler, alex, sam = Waiting(), api.person("Alex"), api.person("Sam")
    async with polling(api, tmp_path, handler):
        before = await sam.says("before")
        await sam.hears("You said before")
        slow = await alex.says("wait")
        await handler.begun.wait()
        for each in ("one", "two", "three"):
            await sam.says(each)
            await sam.hears(f"You said {each}")
        times = len(api.called("getUpdates"))
        await api.was_called("getUpdates", times + 3)
        assert set(api.updates.confirmed) == {before}
        assert min(api.updates.pending) == slow
        handler.may_end.set()
        await api.all_confirmed()
    assert Counter(api.updates.confirmed).most_common(1)[0][1] == 1
    assert len(sam.messages) == 4
    assert len(alex.messages) == 1


async def test_what_was_not_finished_comes_again(api: BotApi, tmp_path: Path) -> None:
    """An update that was in work when we stopped is handled by the next poller; those after it are not lost."""
    handler, alex, sam = Waiting(), api.person("Alex"), api.person("Sam")
    async with poller_open(api, tmp_path, handler) as poller:
        slow = await alex.says("wait")
        await handler.begun.wait()
        await sam.says("after")
        await sam.hears("You said after")
        await poller.close(seconds=0)
    assert await stored(tmp_path) == slow
    async with polling(api, tmp_path):
        await alex.hears("You said wait")
        await sam.hears("You said after")
        await api.all_confirmed()


async def test_closing_lets_work_finish(api: BotApi, tmp_path: Path) -> None:
    """What is in work when we are told to stop is finished and remembered, and nothing new is begun."""
    handler, alex = Waiting(), api.person()
    async with poller_open(api, tmp_path, handler) as poller:
        slow = await alex.says("wait")
        await handler.begun.wait()
        closing = asyncio.create_task(poller.close())
        await asyncio.sleep(0)
        handler.may_end.set()
        await closing
    assert await stored(tmp_path) == slow + 1
    await alex.hears("You said wait")


async def test_a_failure_is_tried_again(api: BotApi, tmp_path: Path) -> None:
    """Fact 23: a handler's failure is noticed, and the update handled again until it worked."""
    handler, alex = Stubborn(failures=2), api.person()
    async with polling(api, tmp_path, handler):
        await alex.says("hello")
        await alex.hears("You said hello")
        await api.all_confirmed()
    assert handler.tried["hello"] == 3
    assert len(alex.messages) == 1


async def test_who_cannot_be_helped_is_told(api: BotApi, tmp_path: Path) -> None:
    """After a few tries the person hears that it didn't save, and everyone goes on; they too."""
    handler, alex, sam = Stubborn(failures=99, only="poison"), api.person("Alex"), api.person("Sam")
    async with polling(api, tmp_path, handler):
        await alex.says("poison")
        await alex.says("good")
        await sam.says("fine")
        await sam.hears("You said fine")
        await alex.hears(SORRY)
        await alex.hears("You said good")
        await api.all_confirmed()
    assert handler.tried == {"poison": 3, "good": 1, "fine": 1}
    assert [shown.text for shown in alex.messages] == [SORRY, "You said good"]


async def test_a_group_is_told_nothing(api: BotApi, tmp_path: Path) -> None:
    """A failure is told in private alone."""
    handler, alex = Stubborn(failures=99), api.person()
    async with polling(api, tmp_path, handler):
        await in_group(alex, "hello")
        await api.all_confirmed()
    assert handler.tried["hello"] == 3
    assert not api.called("sendMessage")


@pytest.mark.parametrize("fault", [broken(500), broken(502), dropped(), lost(), half()])
async def test_an_answer_that_does_not_arrive_is_sent_again(api: BotApi, tmp_path: Path, fault: Fault) -> None:
    """Whatever happens to an answer on its way, it is sent until Telegram has said that it took it."""
    alex = api.person()
    api.fail("sendMessage", fault, fault, fault)
    async with polling(api, tmp_path):
        await alex.says("hello")
        await api.was_called("sendMessage", 4)
        await api.all_confirmed()
    assert len(alex.messages) == (4 if fault.effect else 1)


async def test_too_many_requests_lose_nothing(api: BotApi, tmp_path: Path) -> None:
    """Fact 26: a message that Telegram asks to send later is sent later."""
    alex = api.person()
    api.fail("sendMessage", too_many(1))
    async with polling(api, tmp_path):
        await alex.says("hello")
        await alex.hears("You said hello")
        await api.all_confirmed()
    assert len(api.called("sendMessage")) == 2


@pytest.mark.parametrize("fault", [broken(500), dropped(), half(), too_many(1), refused(409, "Conflict: …")])
async def test_a_question_that_fails_is_asked_again(api: BotApi, tmp_path: Path, fault: Fault) -> None:
    """Whatever happens to getUpdates, nothing that people write meanwhile is lost or handled twice."""
    alex = api.person()
    handler = Stubborn(failures=0)
    async with polling(api, tmp_path, handler):
        await api.was_called("getUpdates")
        api.fail("getUpdates", fault, fault)
        for each in ("one", "two"):
            await alex.says(each)
            await alex.hears(f"You said {each}")
        await api.all_confirmed()
    assert handler.tried == {"one": 1, "two": 1}


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_trouble_at_the_start_is_waited_out(api: BotApi, tmp_path: Path, method: str) -> None:
    """The door opens without Telegram, and takes what was written once it is there."""
    alex = api.person()
    api.fail(method, broken(), dropped(), half())
    async with polling(api, tmp_path):
        await alex.says("hello")
        await alex.hears("You said hello")


async def test_telegram_may_go_and_come_back(api: BotApi, tmp_path: Path) -> None:
    """A server that is gone for a while finds us asking again, and an answer that waited for it arrives."""
    handler, alex = Waiting(), api.person()
    async with polling(api, tmp_path, handler):
        await alex.says("wait")
        await handler.begun.wait()
        await api.stop()
        handler.may_end.set()
        await alex.says("hello")
        await api.start()
        await alex.hears("You said wait")
        await alex.hears("You said hello")
        await api.all_confirmed()


async def test_a_webhook_is_taken_down(api: BotApi, tmp_path: Path) -> None:
    """Where updates were sent to an address before, they come to us."""
    alex = api.person()
    api.webhook = "https://elsewhere.example/"
    async with polling(api, tmp_path):
        await alex.says("hello")
        await alex.hears("You said hello")


async def test_two_pollers_get_over_it(api: BotApi, tmp_path: Path) -> None:
    """Another who polls with our token gets in our way and not in the way of what people write."""
    alex, handler = api.person(), Stubborn(failures=0)
    async with Bot(api.token, base_url=api.base_url) as other, polling(api, tmp_path, handler):
        await api.was_called("getUpdates")
        theirs = asyncio.create_task(other.get_updates(timeout=3))
        with pytest.raises(Conflict):
            await theirs
        await alex.says("hello")
        await alex.hears("You said hello")
    assert handler.tried["hello"] == 1


async def test_a_refused_token_is_tried_again(api: BotApi, tmp_path: Path) -> None:
    """A token that Telegram doesn't know ends nothing; once it does, everything goes on."""
    alex = api.person()
    right, api.token = api.token, "7000000001:ANOTHER-token"
    async with polling(api, tmp_path, token=right):
        await api.was_called("getMe", 3)
        await alex.says("hello")
        api.token = right
        await alex.hears("You said hello")


async def test_who_blocked_the_bot_keeps_nobody_waiting(api: BotApi, tmp_path: Path) -> None:
    """An answer that nobody is there to take is not tried again."""
    alex, sam, handler = api.person("Alex"), api.person("Sam"), Stubborn(failures=0)
    async with polling(api, tmp_path, handler):
        await alex.says("goodbye")
        alex.chat.blocked = True
        await sam.says("hello")
        await sam.hears("You said hello")
        await api.all_confirmed()
    assert handler.tried == {"goodbye": 1, "hello": 1}


async def test_who_cannot_be_told_keeps_nobody_waiting(api: BotApi, tmp_path: Path) -> None:
    """If no answer and no apology can be sent to somebody, however often it is tried, the others go on."""
    alex, sam = api.person("Alex"), api.person("Sam")
    api.fault_for = lambda call: broken() if call.data.get("chat_id") == alex.id else None
    async with polling(api, tmp_path):
        await alex.says("hello")
        await sam.says("hello")
        await sam.hears("You said hello")
        await api.all_confirmed()
        api.fault_for = lambda _: None
        await alex.says("again")
        await alex.hears("You said again")
    assert [shown.text for shown in alex.messages] == ["You said again"]


async def test_an_apology_is_sent_again_too(api: BotApi, tmp_path: Path) -> None:
    """An apology that gets lost on its way is sent once more."""
    alex = api.person()
    api.fail("sendMessage", broken(), dropped())
    async with polling(api, tmp_path, Stubborn(failures=99)):
        await alex.says("hello")
        await alex.hears(SORRY)
        await api.all_confirmed()
    assert len(alex.messages) == 1


async def test_a_handler_that_hangs_is_ended(api: BotApi, tmp_path: Path) -> None:
    """Work that takes for ever is ended and tried again like any other failure."""
    handler, alex = Waiting(), api.person()
    async with polling(api, tmp_path, handler, replace(QUICK, one_try=0.05)):
        await alex.says("wait")
        await alex.says("hello")
        await alex.hears(SORRY)
        await alex.hears("You said hello")
        await api.all_confirmed()


async def test_closing_waits_for_no_rest(api: BotApi, tmp_path: Path) -> None:
    """What rests before its next try when we are told to stop comes again at the next start."""
    handler, alex = Stubborn(failures=1), api.person()
    async with poller_open(api, tmp_path, handler, replace(QUICK, ours=(60,))) as poller:
        first = await alex.says("hello")
        await handler.failed.wait()
        async with asyncio.timeout(5):
            await poller.close(seconds=30)
    assert await stored(tmp_path) in {0, first}
    async with polling(api, tmp_path, handler):
        await alex.hears("You said hello")


@pytest.mark.parametrize(
    "broken_message",
    [{}, {"message_id": "x"}, {"date": "yesterday"}, {"chat": 7}, {"from": "Quillon"}, {"entities": 5}, None, []],
)
async def test_an_update_that_cannot_be_read(api: BotApi, tmp_path: Path, broken_message: Any) -> None:
    """Fact 26: one update that can't be read keeps no other back, and is done with."""
    alex = api.person()
    content = {"message": broken_message and alex._message(1, {"text": "Quillon"}) | broken_message}
    async with polling(api, tmp_path):
        await api.updates.add_raw(content)
        await api.updates.add_raw({"no_such_kind": {"text": "Quillon"}})
        await api.updates.add_raw({})
        last = await alex.says("hello")
        await alex.hears("You said hello")
        await api.all_confirmed()
    assert await stored(tmp_path) == last + 1


async def test_who_sent_what_cannot_be_read_is_told(api: BotApi, tmp_path: Path) -> None:
    """Where the chat can be made out, the person hears that it didn't work."""
    alex = api.person()
    async with polling(api, tmp_path):
        await api.updates.add_raw({"message": alex._message(1, {"text": "hello", "message_id": "one"})})
        await alex.hears(SORRY)
        await api.all_confirmed()


async def test_numbers_that_begin_anew(tmp_path: Path) -> None:
    """After a quiet week Telegram counts on from anywhere: lower numbers are new updates, each handled once."""
    handler = Stubborn(failures=0)
    async with BotApi(first_update=900_000_000) as api, polling(api, tmp_path, handler):
        alex = api.person()
        await alex.says("one")
        await alex.hears("You said one")
        await api.all_confirmed()
        api.updates.next_id = 500_000_000
        for each in ("two", "three"):
            await alex.says(each)
            await alex.hears(f"You said {each}")
        await api.all_confirmed()
    assert handler.tried == {"one": 1, "two": 1, "three": 1}
    assert await stored(tmp_path) == 500_000_002


async def test_updates_that_come_twice_and_in_any_order(api: BotApi, tmp_path: Path) -> None:
    """Each is handled once, those of one person in the order they were written, however a server gives them."""
    given: list[dict[str, Any]] = []
    handler, die = Stubborn(failures=0), random.Random(6)  # noqa: S311 - to be repeated

    def disorderly(updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        again = die.sample(given, min(len(given), 3)) if updates else []
        given.extend(updates)
        return die.sample(both := [*updates, *updates, *again], len(both))

    api.updates.gives = disorderly
    people = [api.person() for _ in range(20)]
    for word in ("one", "two", "three"):
        for each in people:
            await each.says(f"{word} {each.id}")
    async with polling(api, tmp_path, handler):
        await api.all_confirmed()
        for each in people:
            await each.says(f"four {each.id}")
        await api.all_confirmed()
    for each in people:
        assert [shown.text.split()[2] for shown in each.messages] == ["one", "two", "three", "four"]
    assert set(handler.tried.values()) == {1}


class Failing(Offset):
    """How far we are, on a disk that is full while `full`."""

    full = True
    times = 0

    async def advance(self, update: int) -> None:
        """Store it, if there is room."""
        self.times += 1
        if self.full:
            raise OSError
        await super().advance(update)


async def test_an_offset_that_cannot_be_stored(api: BotApi, tmp_path: Path) -> None:
    """A full disk silences nobody and is not hammered; once there is room, how far we are is stored."""
    handler, people = Stubborn(failures=0), [api.person() for _ in range(150)]
    for each in people:
        await each.says(str(each.id))
    async with writing(tmp_path) as writer:
        offset = Failing(writer)
        application = make_app(api, handler)
        patience = replace(QUICK, unreachable=(0.01, 60))
        poller = Poller(application, offset, saying_sorry(application), patience)
        await poller.open()
        for each in people:
            await each.hears(f"You said {each.id}")
        await api.all_confirmed()
        assert offset.times <= 2
        assert not await offset.read()
        offset.full = False
        await poller.close()
        assert await offset.read() == api.updates.next_id
    assert set(handler.tried.values()) == {1}


async def test_storing_is_tried_again(api: BotApi, tmp_path: Path) -> None:
    """After a pause, with the next thing that happens."""
    alex = api.person()
    async with writing(tmp_path) as writer:
        offset = Failing(writer)
        application = make_app(api, echo)
        poller = Poller(application, offset, saying_sorry(application), QUICK)
        await poller.open()
        await alex.says("one")
        await alex.hears("You said one")
        await api.all_confirmed()
        offset.full = False
        await asyncio.sleep(QUICK.unreachable[-1])  # the pause
        last = await alex.says("two")
        await api.all_confirmed()
        assert await offset.read() == last + 1
        await poller.close()


async def test_a_poll_that_brings_nothing_new_is_followed_by_a_pause(api: BotApi, tmp_path: Path) -> None:
    """While a person's update is in work Telegram gives it again at once: it isn't asked all the time."""
    handler, alex = Waiting(), api.person()
    async with polling(api, tmp_path, handler, replace(QUICK, between=0.2)):
        await alex.says("wait")
        await handler.begun.wait()
        before = len(api.called("getUpdates"))
        await asyncio.sleep(0.5)
        assert len(api.called("getUpdates")) - before <= 3
        handler.may_end.set()


async def test_an_old_answer_brings_nothing_back(api: BotApi, tmp_path: Path) -> None:
    """What was done and stored while Telegram's answer was on its way is not taken for a new update in it."""
    handler, alex, arrives, on_disk = Waiting(), api.person(), asyncio.Event(), asyncio.Event()

    class Heard(Offset):
        async def advance(self, update: int) -> None:
            await super().advance(update)
            on_disk.set()

    async with poller_open(api, tmp_path, handler, offset=Heard) as poller:
        await alex.says("wait")
        await handler.begun.wait()
        api.fail("getUpdates", held(arrives))
        await api.was_called("getUpdates", len(api.called("getUpdates")) + 1)
        on_disk.clear()
        handler.may_end.set()
        await on_disk.wait()
        arrives.set()
        await api.all_confirmed()
        await poller.close()
    assert len(alex.messages) == 1


async def test_nothing_that_was_done_stays_in_memory(api: BotApi, tmp_path: Path) -> None:
    """While Telegram is asked again, for as long as that takes, the poller holds no word of those before."""
    alex = api.person()
    async with poller_open(api, tmp_path) as poller:
        await alex.says("Quillon")
        await alex.hears("You said Quillon")
        await api.all_confirmed()
        held_now: list[str] = []
        awaited: Any = poller._asking.get_coro()
        while frame := getattr(awaited, "cr_frame", None):
            held_now.append(str(frame.f_locals))
            awaited = getattr(awaited, "cr_await", None)
        await poller.close()
    assert len(held_now) > 2
    assert not [names for names in held_now if "Quillon" in names]


async def test_a_failing_update_keeps_nobody_out(api: BotApi, tmp_path: Path) -> None:
    """Telegram gives a hundred updates at a time: those behind them are answered while one of them is tried again."""
    alex, others = api.person(), [api.person() for _ in range(150)]
    patience = replace(QUICK, network=(60,))
    api.fault_for = lambda call: broken() if call.data.get("chat_id") == alex.id else None
    async with poller_open(api, tmp_path, patience=patience) as poller:
        await alex.says("one")
        await alex.says("two")
        for each in others:
            await each.says("hello")
        for each in others:
            await each.hears("You said hello")
        await api.all_confirmed()
        await poller.close()
    assert alex.messages == []


async def test_a_flood_keeps_nobody_out(api: BotApi, tmp_path: Path) -> None:
    """Whoever writes hundreds of messages gets all their answers, in order, and others get theirs meanwhile."""
    alex, sam = api.person("Alex"), api.person("Sam")
    for number in range(600):
        await alex.says(str(number))
    await sam.says("hello")
    async with polling(api, tmp_path):
        await sam.hears("You said hello")
        assert len(alex.messages) < 400
        await api.all_confirmed()
        await alex.hears("You said 599", seconds=30)
    assert [shown.text for shown in alex.messages] == [f"You said {number}" for number in range(600)]


async def test_a_flood_is_kept_in_memory_up_to_a_bound(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond that Telegram keeps the rest, which a crash can't take."""
    monkeypatch.setattr("bot.poller.MOST_ASIDE", 50)
    alex, in_memory_alone = api.person(), []

    async def count(update: Update, _: Any) -> None:
        in_memory_alone.append(len(api.updates.confirmed) - len(alex.messages))
        await echo(update, _)

    for number in range(350):
        await alex.says(str(number))
    async with polling(api, tmp_path, count):
        await alex.hears("You said 349", seconds=30)
    assert 0 < max(in_memory_alone) <= 50


async def test_one_chat_s_pause_is_nobody_else_s(api: BotApi, tmp_path: Path) -> None:
    """Fact 26: more people than are handled at once are told to wait (429), and others are answered meanwhile."""
    flood, others = [api.person() for _ in range(20)], [api.person() for _ in range(150)]
    slow = {each.id for each in flood}
    api.fault_for = lambda call: too_many(60) if call.data.get("chat_id") in slow else None
    async with poller_open(api, tmp_path) as poller:
        for each in (*flood, *others):
            await each.says("hello")
        for each in others:
            await each.hears("You said hello")
        await poller.close()
    assert len([call for call in api.called("sendMessage") if call.data["chat_id"] in slow]) == len(flood)


async def test_five_hundred_at_once(api: BotApi, tmp_path: Path) -> None:
    """Fact 25: five hundred people who all write three messages at once are each answered, in their own order."""
    heard: defaultdict[int, list[str]] = defaultdict(list)

    async def converse(update: Update, _: Any) -> None:
        assert update.effective_message
        assert update.effective_chat
        so_far = list(heard[update.effective_chat.id])
        await update.effective_message.reply_text(f"{len(so_far)}: {update.effective_message.text}")
        heard[update.effective_chat.id] = [*so_far, update.effective_message.text or ""]

    people = [api.person() for _ in range(500)]
    for each in ("one", "two", "three"):
        for person in people:
            await person.says(each)
    async with polling(api, tmp_path, converse):
        await api.all_confirmed(seconds=60)
    assert all([shown.text for shown in person.messages] == ["0: one", "1: two", "2: three"] for person in people)


async def test_one_persons_trouble_keeps_nobody_waiting(api: BotApi, tmp_path: Path) -> None:
    """While a person's update rests before its next try, more others than are handled at once are answered."""
    handler, alex = Stubborn(failures=99, only="poison"), [api.person() for _ in range(20)]
    others = [api.person() for _ in range(40)]
    patience = replace(QUICK, ours=(60, 60))
    async with poller_open(api, tmp_path, handler, patience) as poller:
        for each in alex:
            await each.says("poison")
        for each in others:
            await each.says("hello")
        for each in others:
            await each.hears("You said hello")
        assert handler.tried["poison"] == len(alex)
        await poller.close(seconds=1)
    assert not api.updates.confirmed


def test_logs_tell_nothing_of_anyone(tmp_path: Path) -> None:
    """Facts 24, 26: at DEBUG, through every failure, the logs hold no token, id, name or word; they say what failed."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bot.leaking", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    canaries = ran.stdout.split("\n")[:-1]
    assert len(canaries) == 7
    assert [canary for canary in canaries if canary in ran.stderr] == []
    said = [json.loads(line) for line in ran.stderr.splitlines()]
    assert {line["event"] for line in said} >= {"telegram-gave-nothing", "update-failed", "update-not-understood"}
    assert {line.get("reason") for line in said} >= {"token-refused", "others-poll-too", "unreachable"}
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [canary for canary in canaries if canary.encode() in kept] == []

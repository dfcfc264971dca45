"""One update of a person's after the other, people beside each other (fact 25)."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Chat, Message, Update, User

from bot.processor import PerPerson

NOW = Message.de_json({"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}).date


def said_by(person: int) -> Update:
    """Return an update of this person's."""
    user = User(person, "Alex", is_bot=False)
    return Update(1, message=Message(1, NOW, Chat(person, "private"), from_user=user, text="hello"))


class Work:
    """Pieces of work that end when they are told to."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.may_end = asyncio.Event()

    async def do(self, name: str) -> None:
        """Do one."""
        self.began.append(name)
        await self.may_end.wait()
        self.ended.append(name)


@pytest.fixture
async def work() -> Work:
    """Give work to do."""
    return Work()


async def a_moment() -> None:
    """Let everything go as far as it can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_persons_updates_wait_for_each_other(work: Work) -> None:
    """The second of a person's updates begins when the first has ended, and they stay in order."""
    processor = PerPerson()
    both = asyncio.gather(*(processor.process_update(said_by(7), work.do(name)) for name in "abc"))
    await a_moment()
    assert work.began == ["a"]
    work.may_end.set()
    await both
    assert work.ended == ["a", "b", "c"]


async def test_people_wait_for_nobody_else(work: Work) -> None:
    """However long one person's queue is, another's update begins at once."""
    processor = PerPerson()
    queue = [processor.process_update(said_by(7), work.do("theirs")) for _ in range(200)]
    all_of_it = asyncio.gather(*queue, processor.process_update(said_by(8), work.do("another's")))
    await a_moment()
    assert work.began == ["theirs", "another's"]
    work.may_end.set()
    await all_of_it


async def test_who_waits_for_nothing_is_forgotten(work: Work) -> None:
    """Nothing is kept of a person once their updates are done with (fact 26)."""
    processor = PerPerson()
    both = asyncio.gather(*(processor.process_update(said_by(person), work.do("")) for person in (7, 8, 7)))
    await a_moment()
    assert processor.people == 2
    work.may_end.set()
    await both
    assert processor.people == 0


async def test_a_failure_ends_the_turn(work: Work) -> None:
    """Whoever comes next has their turn after an update that failed."""

    async def fail() -> None:
        raise ConnectionError

    processor = PerPerson()
    work.may_end.set()
    with pytest.raises(ConnectionError):
        await processor.process_update(said_by(7), fail())
    await processor.process_update(said_by(7), work.do("next"))
    assert work.ended == ["next"]
    assert processor.people == 0


async def test_who_is_cancelled_while_waiting_leaves_nothing(work: Work) -> None:
    """An update that never had its turn is closed without a warning, and the one before it goes on."""
    processor = PerPerson()
    first = asyncio.ensure_future(processor.process_update(said_by(7), work.do("first")))
    second = asyncio.ensure_future(processor.process_update(said_by(7), work.do("second")))
    await a_moment()
    second.cancel()
    work.may_end.set()
    await asyncio.wait([first, second])
    assert work.ended == ["first"]
    assert processor.people == 0


async def test_nobodys_update_waits_for_nobody(work: Work) -> None:
    """What is about no person is done beside everything else."""
    processor = PerPerson()
    both = asyncio.gather(*(processor.process_update(each, work.do("")) for each in (Update(1), Update(2), "?")))
    await a_moment()
    assert len(work.began) == 3
    work.may_end.set()
    await both

"""The redactor in a process of its own: the same answers, in order, and nobody waits for one that died or hangs."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.raw import RawWords
from intake.redaction import RedactionFailed, load_redactor
from intake.redaction.process import OwnProcess
from storage.errors import Busy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TEXTS = (
    "my social worker Karolina never rings, call me on 07700 900123",
    "",
    "Ring Tamika 🙂 – she’s at 12 Acacia Avenue, SW1A 1AA",  # noqa: RUF001 - as phones write
    "nothing to hide here",
    "kieran@example.org\n" * 200 + "z" * 40_000,  # longer than what goes over the socket at once
)
LONG = "My worker Karolina said so. " * 1_500

# A parent that waits for ever, and says which process it started.
PARENT = """
import asyncio
from intake.redaction.process import OwnProcess
from tests.intake.redaction.test_process import children
async def wait():
    await OwnProcess().open()
    print(*children(), flush=True)
    await asyncio.sleep(3600)
asyncio.run(wait())
"""


@pytest.fixture
async def redactor() -> AsyncIterator[OwnProcess]:
    """Give a redactor in a process of its own, which has half a second for a message."""
    redactor = OwnProcess(hide=["purple gate"], seconds=0.5)
    await redactor.open()
    yield redactor
    await redactor.close()
    assert children() == []


def children() -> list[int]:
    """Return the processes that this one started and that still run."""
    return [int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


def signal_child(number: signal.Signals) -> None:
    """Send the redactor's process a signal."""
    (child,) = children()
    os.kill(child, number)


async def test_it_answers_as_the_redactor_does(redactor: OwnProcess) -> None:
    """Every answer is the same as in one process, and goes to who asked, however many ask at once."""
    expected = [load_redactor(hide=["purple gate"]).redact(RawWords(text)) for text in TEXTS]
    answers = await asyncio.gather(*(redactor.redact(RawWords(text)) for text in TEXTS * 5))
    assert answers == expected * 5


async def test_the_settings_reach_it(redactor: OwnProcess) -> None:
    """What a deployment always hides is hidden."""
    assert "purple gate" not in (await redactor.redact(RawWords("by the purple gate"))).words.text


async def test_one_that_died_idle_is_replaced(redactor: OwnProcess) -> None:
    """The next message is redacted by a new one."""
    signal_child(signal.SIGKILL)
    await asyncio.sleep(0.1)
    assert "Karolina" not in (await redactor.redact(RawWords("Karolina rang"))).words.text


async def test_one_that_hangs_is_ended_and_only_its_message_fails(redactor: OwnProcess) -> None:
    """The message that it hung in is not redacted; those behind it are, by a new one."""
    signal_child(signal.SIGSTOP)
    first, second, third = await asyncio.gather(
        *(redactor.redact(RawWords(f"{name} rang")) for name in ("Karolina", "Tamika", "Kieran")),
        return_exceptions=True,
    )
    assert isinstance(first, RedactionFailed)
    assert "rang" not in str(first)
    for answer in (second, third):
        assert not isinstance(answer, BaseException)
        assert answer.words.text == "[name 1] rang"


async def test_one_who_gave_up_waiting_takes_nobodys_answer(redactor: OwnProcess) -> None:
    """The next in line gets the answer to the next message."""
    waiter = asyncio.create_task(redactor.redact(RawWords(LONG)))
    await asyncio.sleep(0)
    waiter.cancel()
    assert (await redactor.redact(RawWords("all is well"))).words.text == "all is well"


async def test_what_would_wait_too_long_is_turned_away_at_once() -> None:
    """When more waits than can soon be done, the next hear so instead of waiting; who waits already is served."""
    redactor = OwnProcess(seconds=60.0)  # a busy machine may take long over what is long
    await redactor.open()
    signal_child(signal.SIGSTOP)
    waiting = [asyncio.create_task(redactor.redact(RawWords(LONG))) for _ in range(60)]
    await asyncio.sleep(0)
    turned_away = [task for task in waiting if task.done()]
    assert 10 < len(turned_away) < 30
    assert {type(task.exception()) for task in turned_away} == {Busy}
    signal_child(signal.SIGCONT)
    served = await asyncio.gather(*(task for task in waiting if task not in turned_away))
    assert len(served) == 60 - len(turned_away)
    assert "[name 1]" in (await redactor.redact(RawWords("My worker Karolina rings."))).words.text
    await redactor.close()


async def test_closing_answers_those_who_wait() -> None:
    """What was asked before is answered, and then the process is gone."""
    redactor = OwnProcess()
    await redactor.open()
    waiter = asyncio.create_task(redactor.redact(RawWords("Karolina rang")))
    await asyncio.sleep(0)
    await redactor.close()
    assert (await waiter).words.text == "[name 1] rang"
    assert children() == []


async def test_closing_ends_one_that_hangs() -> None:
    """A process that takes nothing in any more, with callers who gave up, keeps nobody from closing."""
    redactor = OwnProcess(seconds=0.5)
    await redactor.open()
    signal_child(signal.SIGSTOP)
    waiters = [asyncio.create_task(redactor.redact(RawWords(LONG * 10))) for _ in range(20)]
    await asyncio.sleep(0)
    for waiter in waiters:
        waiter.cancel()
    async with asyncio.timeout(10):
        await redactor.close()
    assert children() == []


async def test_nothing_is_redacted_after_closing() -> None:
    """No process is started that nobody would end."""
    redactor = OwnProcess()
    await redactor.open()
    await redactor.close()
    with pytest.raises(RedactionFailed):
        await redactor.redact(RawWords("Karolina rang"))
    assert children() == []


async def test_it_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deployment's secrets are not in its environment."""
    monkeypatch.setenv("CARE_VOICE_MAIL__RELAY__PASSWORD", "canary")
    redactor = OwnProcess()
    await redactor.open()
    (child,) = children()
    if not os.access(f"/proc/{child}/environ", os.R_OK):
        await redactor.close()
        pytest.skip("only root may look into a process that closed its memory")
    environment = Path(f"/proc/{child}/environ").read_bytes()  # noqa: ASYNC240 - not a file on a disk
    await redactor.close()
    assert b"PATH=" in environment
    assert b"canary" not in environment


def test_it_does_not_outlive_its_parent() -> None:
    """When the doors are killed, so is it, whatever it is busy with."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    os.kill(child, signal.SIGSTOP)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False

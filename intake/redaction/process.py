"""Where redaction runs: in this process, or in one of its own beside the event loop.

In a process of its own it keeps nobody else waiting, and one that hangs, whatever it hangs in, is ended on time:
redaction fails closed (promise 3).
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import structlog

from intake.child import Child, ChildFell
from intake.frames import frame
from intake.redaction.packing import unpacked
from intake.redaction.result import RedactionFailed
from intake.wishes import NO_WISHES
from storage.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake.raw import RawWords
    from intake.redaction.result import Redaction, Redactor
    from intake.wishes import Wishes

_STARTING = 30.0  # seconds
_GRACE = 1.0  # seconds more than the redactor gives itself
_MOST_WAITING = 1_500_000  # bytes: under a minute's work; a Postfix in front gives up after 100 seconds
_NO_START = "the redactor doesn't start: install care-voice again"
_log = structlog.get_logger("intake")


class Redacts(Protocol):
    """A redactor, wherever it runs."""

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Return the message redacted; raises RedactionFailed for any failure, or when its time is over."""
        ...


@dataclass(frozen=True, slots=True)
class SameProcess:
    """Redacts on the event loop: for what serves one person, as a terminal does."""

    redactor: Redactor

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Return the message redacted. Raises RedactionFailed."""
        return self.redactor.redact(words, wishes)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A message on its way, and who waits for it."""

    frame: bytes = field(repr=False)
    answer: asyncio.Future[Redaction]


class OwnProcess:
    """Redacts in a process of its own, one message after the other; the settings are those of `load_redactor`.

    A process that dies, or takes longer than `seconds` over a message, is replaced: the message that it was busy
    with fails, and those behind it are asked again.
    """

    def __init__(
        self, *, keep: Iterable[str] = (), hide: Iterable[str] = (), seconds: float = 2.0, detectors: Iterable[str] = ()
    ) -> None:
        self._settings = frame((list(keep), list(hide), seconds, list(detectors)))
        self._seconds = seconds + _GRACE
        self._asked: deque[_Asked] = deque()
        self._child: Child | None = None
        self._starting: asyncio.Task[None] | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._closed = False

    async def open(self) -> None:
        """Start the process. Raises RedactionFailed if a list or a detector is missing or it doesn't start."""
        child = Child("intake.redaction.child", self._answered, self._fell)
        try:
            trouble = await child.open(self._settings, _STARTING)
        except ChildFell:
            raise RedactionFailed(_NO_START) from None
        if trouble is not None:
            await child.close()
            raise RedactionFailed(trouble)
        if child.has_ended:
            raise RedactionFailed(_NO_START)
        self._child = child

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Return the message redacted; raises RedactionFailed for any failure, or when its time is over.

        Raises Busy at once if so much waits already that whoever sent it might give up first.
        """
        if self._closed:
            raise RedactionFailed("the redactor has been closed")
        if sum(len(waiting.frame) for waiting in self._asked) > _MOST_WAITING:
            raise Busy("too much is waiting to be redacted")
        asked = _Asked(_message(words, wishes), asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        if self._child is None:
            self._start_again()
        else:
            self._child.write(asked.frame)
            if len(self._asked) == 1:
                self._watch_the_first()
        return await asked.answer

    async def close(self) -> None:
        """Let it finish what it was asked, and end it."""
        self._closed = True
        waiting = [asked.answer for asked in self._asked if not asked.answer.done()]
        if waiting:
            await asyncio.wait(waiting)
        if self._starting is not None:
            await self._starting
        if self._child is not None:
            child, self._child = self._child, None
            await child.close()

    def _answered(self, answer: tuple[Any, ...] | None) -> None:
        redaction = unpacked(answer) if answer is not None else None
        asked = self._asked.popleft()
        self._watch_the_first()
        if redaction is None:
            _fail(asked, "the words could not be redacted")
        elif not asked.answer.done():  # else nobody waits any more
            asked.answer.set_result(redaction)

    def _watch_the_first(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        loop = asyncio.get_running_loop()
        self._watch = loop.call_later(self._seconds, self._out_of_time) if self._asked else None

    def _out_of_time(self) -> None:
        if self._child is not None:
            self._child.kill()  # `_fell` hears of it

    def _fell(self) -> None:
        _log.error("redactor-fell", outcome="again" if self._asked else "idle")
        self._child = None
        if self._asked:
            _fail(self._asked.popleft(), "the redactor fell, or took too long")
            self._start_again()

    def _start_again(self) -> None:
        if self._starting is None and self._asked:
            self._starting = asyncio.get_running_loop().create_task(self._try_again())

    async def _try_again(self) -> None:
        try:
            await self.open()
        except Exception as error:  # noqa: BLE001 - whatever it was, nobody may wait for ever
            _log.error("redactor-fell", outcome="failed", error=type(error).__name__)
            while self._asked:
                _fail(self._asked.popleft(), "the redactor doesn't start")
        finally:
            self._starting = None
        if self._child is not None:
            for asked in self._asked:
                self._child.write(asked.frame)
        self._watch_the_first()


def _message(words: RawWords, wishes: Wishes) -> bytes:
    hide, show = ([term.reveal() for term in terms] for terms in (wishes.hide, wishes.show))
    council = None if wishes.council is None else wishes.council.reveal()
    return frame((words.reveal(), hide, show, council))


def _fail(asked: _Asked, why: str) -> None:
    if not asked.answer.done():
        asked.answer.set_exception(RedactionFailed(why))

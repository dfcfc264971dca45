"""What doors may ask about voices that are kept, always by receipt code, by a Telegram update or by our own address."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from storage.arriving import receive_again
from storage.news import news
from storage.questions import brought_answer
from storage.relays import organisation
from storage.responses import status
from storage.workshops import workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.arriving import Receipt
    from storage.consent import Changed
    from storage.keys import Keys
    from storage.model import Consent
    from storage.news import News
    from storage.permission import Permission
    from storage.questions import Came
    from storage.responses import Status
    from storage.writer import Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deeds:
    """What can be done to the voice that a code stands for; each runs in a thread, and is finished once begun.

    `withdraw` erases it from everywhere; `leave` takes it back and `stay` brings it back within the minute, and
    `erase_left` erases what left a minute ago and says in how many seconds there is more to erase; `choose` changes how
    it may be used; `permit` does what somebody says whose story could be recognised.
    """

    withdraw: Callable[[str], bool]
    leave: Callable[[str], bool]
    stay: Callable[[str], bool]
    erase_left: Callable[[], float | None]
    choose: Callable[[str, Consent], Changed | None]
    permit: Callable[[str, Permission, int | None], Came]


class Voices:
    """Looks voices up through the writer, and does to them what people want. `somebody_left` is set when one did."""

    def __init__(self, writer: Writer, keys: Keys, deeds: Deeds) -> None:
        self._writer = writer
        self._keys = keys
        self._deeds = deeds
        self._one_at_a_time = asyncio.Lock()
        self.somebody_left = asyncio.Event()

    async def status(self, code: str) -> Status | None:
        """Say where the voice is that a receipt code stands for; None if there is none (any more)."""
        return await self._writer.run(partial(status, keys=self._keys, code=code))

    async def withdraw(self, code: str) -> bool:
        """Take a voice back for good; False if there is none (any more).

        Raises what `storage.withdrawal.withdraw` raises.
        """
        return await self._do(partial(self._deeds.withdraw, code))

    async def leave(self, code: str) -> bool:
        """Take a voice back so that it can be undone for a minute; False if there is none (any more).

        Raises what `storage.due.finish` raises; it has left all the same then, and may still be shown.
        """
        try:
            return await self._do(partial(self._deeds.leave, code))
        finally:  # it may fail half-way
            self.somebody_left.set()

    async def stay(self, code: str) -> bool:
        """Bring a voice back that left; False if it is too late. Raises what `storage.due.finish` raises."""
        return await self._do(partial(self._deeds.stay, code))

    async def erase_left(self) -> float | None:
        """Erase what left a minute ago; return in how many seconds there is more to erase, None if nobody left.

        Raises what `storage.leaving.erase_left` raises.
        """
        return await self._do(self._deeds.erase_left)

    async def choose(self, code: str, consent: Consent) -> Changed | None:
        """Change how a voice may be used; None if there is none (any more). Raises what `storage.due.finish` raises."""
        return await self._do(partial(self._deeds.choose, code, consent))

    async def permit(self, code: str, said: Permission, update: int | None = None) -> Came:
        """Do what somebody says whose story could be recognised. Raises what `storage.due.finish` raises."""
        return await self._do(partial(self._deeds.permit, code, said, update))

    async def brought_answer(self, update: int) -> bool:
        """Say whether this Telegram update brought an answer before that was kept."""
        return await self._writer.run(partial(brought_answer, update=update))

    async def news(self, page: int) -> News:
        """Return a page of what councils did with what was said: what anybody may read."""
        return await self._writer.run(partial(news, page=page))

    async def receipt_again(self, update: int) -> Receipt | None:
        """Give a fresh receipt for the voice that this Telegram update brought before; None if it brought none."""
        return await self._writer.run(partial(receive_again, keys=self._keys, update=update))

    async def organisation(self, code: str, *, revoked: bool) -> str | None:
        """Return whose address holds this code; None if nobody's, or (unless `revoked`) if it was taken away."""
        return await self._writer.run(partial(organisation, code=code, revoked=revoked))

    async def workshop(self, code: str) -> str | None:
        """Return the name of the open workshop that has this code; None if none has."""
        return await self._writer.run(partial(workshop, code=code))

    async def _do(self, deed: Callable[[], T]) -> T:
        """Do one thing at a time in a thread: once begun it is finished, whoever stops waiting."""
        async with self._one_at_a_time:
            return await asyncio.to_thread(deed)

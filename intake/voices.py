"""What doors may ask about voices that are kept, always by receipt code, by a Telegram update or by our own address."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from storage.news import news
from storage.relays import organisation
from storage.responses import status
from storage.submissions import receive_again
from storage.workshops import workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.consent import Changed
    from storage.keys import Keys
    from storage.model import Consent
    from storage.news import News
    from storage.responses import Status
    from storage.submissions import Receipt
    from storage.writer import Writer


class Voices:
    """Looks voices up through the writer.

    `withdraw` takes one back from everywhere, `choose` changes how one may be used; both run in a thread.
    """

    def __init__(
        self,
        writer: Writer,
        keys: Keys,
        withdraw: Callable[[str], bool],
        choose: Callable[[str, Consent], Changed | None],
    ) -> None:
        self._writer = writer
        self._keys = keys
        self._withdraw = withdraw
        self._choose = choose
        self._one_at_a_time = asyncio.Lock()

    async def status(self, code: str) -> Status | None:
        """Say where the voice is that a receipt code stands for; None if there is none (any more)."""
        return await self._writer.run(partial(status, keys=self._keys, code=code))

    async def withdraw(self, code: str) -> bool:
        """Take the voice back that a receipt code stands for; False if there is none (any more).

        Once begun it is finished, whoever stops waiting. Raises what `storage.withdrawal.withdraw` raises.
        """
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._withdraw, code)

    async def choose(self, code: str, consent: Consent) -> Changed | None:
        """Change how the voice that a receipt code stands for may be used; None if there is none (any more).

        Once begun it is finished, whoever stops waiting. Raises what `storage.due.finish` raises.
        """
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._choose, code, consent)

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

"""Pictures that were sent together come as one update each: the album is answered once."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Message

MOST = 1_000


class Albums:
    """Remembers albums that came lately, in memory alone."""

    def __init__(self) -> None:
        self._first: OrderedDict[str, int] = OrderedDict()  # the update that brought the first picture of each

    def was_answered(self, message: Message, update: int) -> bool:
        """Say whether it is one more picture of an album that was answered, and brings no words."""
        album = message.media_group_id
        if album is None:
            return False
        first = self._first.setdefault(album, update)
        if len(self._first) > MOST:
            self._first.popitem(last=False)
        return first != update and not message.caption

"""Takes messages out of a private chat, as far as Telegram lets a bot: none older than two days, and not every kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken

if TYPE_CHECKING:
    from typing import Any

    from telegram.ext import ExtBot

    from bot.traces import Traces

AT_ONCE = 100  # messages that Telegram takes in one call (core.telegram.org/bots/api#deletemessages)
MOST_CALLS = 100  # for one person, at one go


@dataclass(frozen=True, slots=True)
class Cleared:
    """How many messages are gone, how many Telegram left there, and whether those were all that a person had written.

    `known` is False if there was none of theirs, as after a restart; `code` says that one stays on purpose.
    """

    gone: int = 0
    left: int = 0
    known: bool = False
    code: bool = False


async def clear(bot: ExtBot[Any], traces: Traces, chat: int, *, codes: bool) -> Cleared:
    """Take out of a chat what we know of, and with `codes` the receipts too.

    Raises TelegramError where it can be tried again: what is gone by then is not asked for once more.
    """
    trace = traces.get(chat)
    known = sorted([*trace.messages, *(trace.codes if codes else ())])
    waiting = [known[at : at + AT_ONCE] for at in range(0, len(known), AT_ONCE)][::-1]
    gone = calls = 0
    while waiting and calls < MOST_CALLS:
        some = waiting.pop()
        calls += 1
        if await _delete(bot, chat, some):
            traces.gone(chat, set(some))
            gone += len(some)
        elif len(some) > 1:  # one that can't be deleted keeps all others there
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    trace.cleared, trace.heard = trace.cleared or trace.heard, False  # who taps twice hears the same
    return Cleared(gone, len(known) - gone, trace.cleared, code=bool(trace.codes) and not codes)


async def _delete(bot: ExtBot[Any], chat: int, messages: list[int]) -> bool:
    """Say whether these messages are gone now."""
    try:
        if len(messages) > 1:
            return await bot.delete_messages(chat, messages)
        return await bot.delete_message(chat, messages[0])
    except BadRequest as error:
        return len(messages) == 1 and "not found" in str(error).lower()  # they took it out themselves
    except InvalidToken:  # how the library reads 404: a Bot API server that can't delete
        return False

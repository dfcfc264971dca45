"""Shows screens in a chat, each in the place of the last where that can be; remembers which messages stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drafts import Entry
from bot.sending import edit, messages, send

if TYPE_CHECKING:
    from typing import Any

    from telegram.ext import ExtBot

    from bot.screen import Outcome
    from bot.traces import Traces


class Showing:
    """Shows what there is to show."""

    def __init__(self, traces: Traces) -> None:
        self._traces = traces

    async def show(
        self, bot: ExtBot[Any], chat: int, outcome: Outcome, tapped: int, entry: Entry | None = None
    ) -> None:
        """Show what there is, in the place of the tapped message if that was the last.

        Remembers how much of it got through, and the message that the next screen may be put in the place of, or 0.
        """
        entry = entry or Entry(None)
        outgoing = [(one, shown.is_receipt) for shown in outcome.screens for one in messages(shown)]
        if (
            tapped
            and len(outgoing) == 1
            and not outcome.screens[0].lasting
            and (outcome.screens[0].stays or not entry.stays)
            and await edit(bot, chat, tapped, outgoing[0][0])
        ):
            entry.shown = tapped
        else:
            for one, is_receipt in outgoing[entry.said :]:
                entry.shown = await send(bot, chat, one)
                entry.said += 1
                self._traces.note(chat, entry.shown, code=is_receipt)
        entry.stays = outcome.screens[-1].stays
        if outcome.screens[-1].lasting:
            entry.shown = 0

"""What somebody says whose story could be recognised: whether it may go out. One tap, by receipt code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.codes import forgetting
from bot.screen import Outcome, button
from storage.permission import SAYABLE, Permission
from storage.questions import Came

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.draft import Draft
    from bot.incoming import Press
    from bot.pages import Pages
    from bot.saying import Say
    from bot.screen import Rows
    from intake.voices import Voices

PERMIT = "permit"  # the action of the buttons

_log = structlog.get_logger("bot")


def permitting(say: Say, draft: Draft, offered: Iterable[Permission]) -> Rows:
    """Return a button for each answer that is offered."""
    return tuple(
        (button(say(f"bot-button-permit-{each}"), draft.token, PERMIT, f"{each}-{draft.asked}"),) for each in offered
    )


class Permits:
    """Takes their answers, once."""

    def __init__(self, voices: Voices, pages: Pages) -> None:
        self._voices = voices
        self._pages = pages

    async def press(self, draft: Draft, press: Press) -> Outcome:
        """Do what was chosen; a button below an earlier question does nothing: it may be about another voice."""
        said, _, asked = press.value.rpartition("-")
        if draft.code is None or asked != draft.asked or said not in SAYABLE:
            return Outcome(draft, (self._pages.plain("bot-question-what", draft),))
        try:
            came = await self._voices.permit(draft.code, Permission(said), press.update)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear that it may not be done
            _log.error("permission", outcome="failed", error=type(error).__name__)
            return Outcome(draft, (self._pages.plain("bot-permit-failed", draft),))
        after = forgetting(draft)
        told = "bot-question-gone" if came is Came.GONE else f"bot-permit-{said}"
        return Outcome(after, (self._pages.plain(told, after),))

    async def again(self, draft: Draft | None, press: Press) -> Outcome | None:
        """Answer a tap that was done already, just before a restart; None if it wasn't."""
        said = press.value.rpartition("-")[0]
        if said not in SAYABLE or not await self._voices.brought_answer(press.update):
            return None
        return Outcome(draft, (self._pages.plain(f"bot-permit-{said}", draft),))

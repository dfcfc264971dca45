"""The languages that the bot speaks: a conversation for each, so that no screen mixes two. Knows nobody's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.incoming import Command, Press, Typed
from bot.meaning import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers import Conversation
    from bot.draft import Draft
    from bot.incoming import Incoming
    from bot.screen import Outcome, Screen

_A_NAME = 40  # characters of a language's at most
MAIN = ""  # stands for the deployment's main language: nobody chose one


class Languages:
    """Leads to the conversation in the language that somebody chose, or in the first of all."""

    def __init__(self, conversations: Sequence[Conversation]) -> None:
        self.main = conversations[0]
        self._conversations = {each.settings.language: each for each in conversations}
        offered = self.main.settings.languages if len(conversations) > 1 else ()
        self._names = {folded(name): code for code, name in offered}

    def of(self, language: str) -> Conversation:
        """Return the conversation in a language, or in the main one."""
        return self._conversations.get(language, self.main)

    async def answer(self, person: str, language: str, draft: Draft | None, came: Incoming) -> Outcome:
        """Answer one person in the language that they chose, or choose now."""
        chosen = self._chosen(draft, came)
        if chosen is None:
            return await self.of(language).answer(person, draft, came)
        return await self.of(chosen).welcome(draft, MAIN if chosen == self.main.settings.language else chosen)

    def offer(self, theirs: str) -> Screen | None:
        """Offer the language that somebody's Telegram speaks, in that language, if it is not the main one."""
        tag = theirs.partition("-")[0].lower()
        if tag == self.main.settings.language.partition("-")[0]:
            return None
        return self._conversations[tag].pages.offer() if tag in self._conversations else None

    def _chosen(self, draft: Draft | None, came: Incoming) -> str | None:
        """Return the language that was tapped, or called by its name; a name within somebody's words is none."""
        match came:
            case Press(token="-", action="language", value=code):
                return code if code in self._conversations else None
            case Command(name="language", rest=named):
                return named if named in self._conversations else self._names.get(folded(named))
            case Typed(text=text, edited=False) if len(text) <= _A_NAME and not (draft and draft.has_words):
                return self._names.get(folded(text))
        return None

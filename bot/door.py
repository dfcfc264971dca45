"""The thin layer between Telegram and the conversation: who gets an answer, where it is shown, what is remembered.

A chat's number is known here and in the drafts, in memory alone. Errors go on to whoever handed the update in.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog
from telegram import InlineQueryResultsButton
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.albums import Albums
from bot.clearing import clear
from bot.drafts import Entry
from bot.groups import Groups
from bot.incoming import Odd, Press, mark
from bot.screen import ANY, Outcome, headed
from bot.showing import Showing
from bot.starting import ALONE
from bot.updates import Newcomer, is_heard, is_late, newcomer, read_message, read_press

if TYPE_CHECKING:
    from typing import Any

    from telegram import CallbackQuery, ChatMemberUpdated, Update
    from telegram.ext import ExtBot

    from bot.drafts import Drafts
    from bot.incoming import Incoming
    from bot.languages import Languages
    from bot.screen import Screen
    from bot.traces import Traces

_log = structlog.get_logger("bot")


class Door:
    """Handles every update."""

    def __init__(self, languages: Languages, drafts: Drafts, traces: Traces) -> None:
        self._languages = languages
        self._say = languages.main.say  # to whom nobody is known to have chosen a language
        self.drafts = drafts
        self.traces = traces
        self._showing = Showing(self.traces)
        self._albums = Albums()
        self._groups = Groups(self._say)

    async def handle(self, update: Update, context: Any) -> None:
        """Answer an update. Raises what keeps it from being answered; it can then be handed in again."""
        bot = context.bot
        if update.callback_query:
            await self._tapped(bot, update.callback_query, update.update_id)
        elif update.message or update.edited_message:
            await self._written(bot, update)
        elif update.my_chat_member:
            await self._joined(bot, update.my_chat_member)
        elif update.inline_query:
            alone = InlineQueryResultsButton(self._say("bot-button-write-alone"), start_parameter=ALONE)
            await update.inline_query.answer([], cache_time=0, is_personal=True, button=alone)
        else:
            await self._rarer(bot, update)

    async def _written(self, bot: ExtBot[Any], update: Update) -> None:
        message, edited = (update.message, False) if update.message else (update.edited_message, True)
        if message is None:
            return
        if message.chat.type != ChatType.PRIVATE:
            await self._groups.ask(bot, message.chat)
            return
        if not is_heard(message, edited=edited):
            return
        self.traces.note(message.chat.id, message.message_id, theirs=True)
        if edited or not self._albums.was_answered(message, update.update_id):
            came = read_message(message, update.update_id, edited=edited)
            await self._answer(bot, message.chat.id, update.update_id, came, newcomer(update, late=is_late(message)))

    async def _tapped(self, bot: ExtBot[Any], query: CallbackQuery, update: int) -> None:
        with suppress(BadRequest):  # it waited too long to be answered, which takes nothing from the tap
            await query.answer()
        message = query.message
        if message is None:  # a button of a message in somebody else's chat
            return
        if message.chat.type != ChatType.PRIVATE:
            await self._groups.ask(bot, message.chat)
            return
        press = read_press(query, update) or Press("", "", "", update)
        new = Newcomer(query.from_user.language_code or "")
        await self._answer(bot, message.chat.id, update, press, new, message.message_id)

    async def _answer(
        self, bot: ExtBot[Any], chat: int, update: int, came: Incoming, new: Newcomer, tapped: int = 0
    ) -> None:
        entry = self.drafts.get(chat)
        try:
            if entry and entry.unsaid and entry.is_about(update, mark(came)):
                if update != entry.update:  # said once more: where to turn is said once more, too
                    await self._signpost(bot, chat, entry, came)
                outcome, entry.update = entry.unsaid, update
            else:
                outcome = await self._outcome(bot, chat, entry, came)
                if entry is None:
                    outcome = self._to_newcomer(outcome, new)
                last = entry or Entry(None)
                language = last.language if outcome.language is None else outcome.language
                entry = Entry(
                    outcome.draft, last.shown, update, outcome, mark(came), stays=last.stays, language=language
                )
            self.drafts.put(chat, entry)
            here = tapped == entry.shown and not outcome.clears
            await self._showing.show(bot, chat, outcome, tapped if here else 0, entry)
            self._shown(chat, entry)
            await self._tidy(bot, chat, outcome, came, tapped)
        except Forbidden:  # they have blocked the bot: nobody is there to be told
            self._forget(chat)
            _log.info("telegram-answer", outcome="blocked")

    async def _outcome(self, bot: ExtBot[Any], chat: int, entry: Entry | None, came: Incoming) -> Outcome:
        draft, language = (entry.draft, entry.language) if entry else (None, "")
        await self._signpost(bot, chat, entry, came)
        if entry and entry.unsaid:  # they were told that it went wrong, and it was done
            with suppress(BadRequest):  # it can't be shown at all
                await self._showing.show(bot, chat, entry.unsaid, 0, entry)
            self._shown(chat, entry)
        if waiting := self._languages.of(language).meanwhile(str(chat), draft, came):
            await self._showing.show(bot, chat, Outcome(draft, (waiting,)), 0)
        outcome = await self._languages.answer(str(chat), language, draft, came)
        if outcome.draft and not self.drafts.have_room(chat, outcome.draft):
            _log.warning("telegram-answer", outcome="full")
            full = self._languages.of(language).pages.full(draft)
            return Outcome(draft and replace(draft, asks=None), (full,))
        return await self._cleared(bot, chat, outcome, language) if outcome.clears else outcome

    async def _cleared(self, bot: ExtBot[Any], chat: int, outcome: Outcome, language: str) -> Outcome:
        """Clear the chat, and say what of it could be done."""
        cleared = await clear(bot, self.traces, chat, codes=outcome.clears == "all")
        return replace(outcome, screens=(self._languages.of(language).pages.cleared(outcome.draft, cleared),))

    def _forget(self, chat: int) -> None:
        """Forget all of somebody who has blocked the bot."""
        self.drafts.forget(chat)
        self.traces.forget(chat)

    def _to_newcomer(self, outcome: Outcome, new: Newcomer) -> Outcome:
        """Say to somebody of whom nothing is known what only they need to hear: that they waited, another language."""
        if new.late:
            outcome = headed(outcome, self._say("bot-late"))
        offer = self._languages.offer(new.speaks) if outcome.language is None else None
        return replace(outcome, screens=(offer, *outcome.screens)) if offer else outcome

    async def _signpost(self, bot: ExtBot[Any], chat: int, entry: Entry | None, came: Incoming) -> None:
        """Say where to turn at once, whatever fails afterwards."""
        draft, language = (entry.draft, entry.language) if entry else (None, "")
        if signpost := self._languages.of(language).signpost(draft, came):
            await self._showing.show(bot, chat, Outcome(draft, (signpost,)), 0)

    def _shown(self, chat: int, entry: Entry) -> None:
        """Remember of an answer that got through what the next one needs."""
        if entry.draft is None and not entry.language:
            self.drafts.forget(chat)
        else:
            self.drafts.put(chat, Entry(entry.draft, entry.shown, stays=entry.stays, language=entry.language))

    async def _tidy(self, bot: ExtBot[Any], chat: int, outcome: Outcome, came: Incoming, tapped: int) -> None:
        """Take the buttons away from what is over."""
        over = outcome.draft is None and any(shown.lasting for shown in outcome.screens)
        if over and tapped and isinstance(came, Press) and came.token != ANY:
            with suppress(TelegramError):  # they do no harm where they stay
                await bot.edit_message_reply_markup(chat, tapped)

    async def _joined(self, bot: ExtBot[Any], change: ChatMemberUpdated) -> None:
        """Hear that somebody blocked the bot or took it back, or that it was put into a group."""
        there = change.new_chat_member.status not in {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
        if change.chat.type == ChatType.PRIVATE:
            if not there:
                self._forget(change.chat.id)
            elif change.old_chat_member.status == ChatMemberStatus.BANNED:
                await self._show_alone(bot, change.chat.id, self._languages.main.pages.plain("bot-welcome-back", None))
        elif there:
            self._groups.forget(change.chat.id)
            await self._groups.ask(bot, change.chat)

    async def _rarer(self, bot: ExtBot[Any], update: Update) -> None:
        """Answer what only a bot with other settings is told of; nobody waits for one to a channel or a poll."""
        if update.pre_checkout_query:
            await update.pre_checkout_query.answer(ok=False, error_message=self._say("bot-no-payment"))
        elif update.shipping_query:
            await update.shipping_query.answer(ok=False, error_message=self._say("bot-no-payment"))
        elif (reaction := update.message_reaction) and reaction.chat.type == ChatType.PRIVATE and reaction.new_reaction:
            await self._answer(bot, reaction.chat.id, update.update_id, Odd("reaction"), newcomer(update))

    async def _show_alone(self, bot: ExtBot[Any], chat: int, page: Screen) -> None:
        with suppress(Forbidden):
            await self._showing.show(bot, chat, Outcome(None, (page,)), 0)

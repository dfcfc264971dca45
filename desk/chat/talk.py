"""Lets one person talk with the bot in a terminal: opens both, and carries what they say from one to the other."""

from __future__ import annotations

import asyncio
import re
import sys
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from bot.application import make_application, sorry
from bot.patience import Patience
from bot.tries import Tries
from desk.bot_languages import bot_languages
from desk.chat.bot_api import TOKEN, MemoryBotApi
from desk.chat.chat import LONGEST, Chat
from desk.chat.keep import kept
from desk.chat.person import heard
from desk.chat.screen import Screen
from desk.chat.updates import Updates
from desk.logs import quiet_loop
from intake import memory
from intake.plea import Lead

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    from desk.chat.shown import Message
    from desk.deployment import Files
    from desk.settings import Settings
    from intake.plea import Plea
    from intake.wording import Wording
    from storage.release import Thresholds

T = TypeVar("T")
QUIT = "/quit"
CHOICE = re.compile(r"\d{1,2}")  # a longer number is somebody's words
EDIT = re.compile(r"/edit\s+(.+)", re.DOTALL)
AT_ONCE = Patience(network=(), ours=())  # whoever sits there can try again themselves


def run_chat(settings: Settings, files: Files, limits: Thresholds, spoken: Mapping[str, Wording]) -> None:
    """Hold the conversation until the person leaves. Raises `StorageError` if a demonstration's files can't be used.

    `spoken` are the words of each language that the settings offer.
    """
    memory.close()
    say = spoken[settings.deployment.languages[0]]
    screen = Screen(say)
    screen.write(say("chat-demo" if settings.demo else "chat-rehearsal"))
    with suppress(KeyboardInterrupt), asyncio.Runner() as runner:
        quiet_loop(runner.get_loop())
        with _entered(runner, _talk(settings, files, limits, spoken, screen)) as talk:
            runner.run(talk.hear("/start"))
            for typed in takewhile(lambda typed: typed.lower() != QUIT, heard()):
                runner.run(talk.hear(typed))
    command = f"{sys.argv[0]} --data {files.data}"
    screen.write(say("chat-left-demo", command=command) if settings.demo else say("chat-left-rehearsal"))


@contextmanager
def _entered(runner: asyncio.Runner, manager: AbstractAsyncContextManager[T]) -> Iterator[T]:
    """Enter and leave what is asynchronous: between two messages nothing runs, and the terminal is the person's."""
    opened = AsyncExitStack()
    try:
        yield runner.run(opened.enter_async_context(manager))
    finally:
        runner.run(opened.aclose())


@asynccontextmanager
async def _talk(
    settings: Settings, files: Files, limits: Thresholds, spoken: Mapping[str, Wording], screen: Screen
) -> AsyncIterator[Talk]:
    chat = Chat(screen)
    async with kept(settings, files, limits) as (passage, voices):
        main, *_ = settings.deployment.languages
        lead = _lead(settings, screen, spoken[main])
        languages = bot_languages(settings, spoken, lead=lead, rights=files.rights)
        # Whoever sits at the terminal may see how long a look at a code takes.
        (ours, say), *others = ((replace(its, token=TOKEN, look_up=0.0), words) for its, words in languages)
        application = make_application(ours, passage, voices, say, others=others, request=MemoryBotApi(chat))
        async with application:
            yield Talk(Tries(application, sorry(application), AT_ONCE), chat, screen, say)


def _lead(settings: Settings, screen: Screen, say: Wording) -> Lead | None:
    """Show how people ask to be contacted, in a demonstration or once a mailbox is set; nothing is sent from here."""
    if not (settings.demo or settings.contact.mailbox):
        return None

    async def pretend(_: Plea) -> bool:
        screen.write(say("chat-not-sent"))
        return True

    return Lead(settings.contact.role, settings.deployment.hours or say("chat-hours"), pretend)


class Talk:
    """Carries what a person types to the bot, as Telegram would."""

    def __init__(self, tries: Tries, chat: Chat, screen: Screen, say: Wording) -> None:
        self._tries = tries
        self._chat = chat
        self._screen = screen
        self._say = say
        self._updates = Updates()

    async def hear(self, typed: str) -> None:
        """Take a number as a tap on a button, what stands behind /edit as a change, and all else as a message."""
        if found := EDIT.fullmatch(typed):
            await self._edit(found[1])
            return
        choices = self._chat.choices
        if choices is not None and CHOICE.fullmatch(typed):
            await self._tap(choices, int(typed))
            return
        for part in _parts(typed):
            await self._tries.finish(self._updates.typed(self._chat.type(part)))

    async def _edit(self, text: str) -> None:
        message = self._chat.retype(text)
        if message is None:
            self._screen.write(self._say("chat-nothing-to-edit"))
            return
        await self._tries.finish(self._updates.edited(message))

    async def _tap(self, message: Message, number: int) -> None:
        if not 1 <= number <= len(message.buttons):
            self._screen.write(self._say("chat-no-such-choice", number=number, last=len(message.buttons)))
            return
        button = message.buttons[number - 1]
        if button.url is not None:
            self._screen.write(self._say("chat-page", address=button.url))
            return
        await self._tries.finish(self._updates.tapped(message, button))


def _parts(text: str) -> Iterator[str]:
    """Cut a text as Telegram's apps do: no message is longer than the longest."""
    while len(text) > LONGEST:
        at = max(text.rfind(mark, 0, LONGEST) for mark in "\n ")
        at = at if at > 0 else LONGEST
        yield text[:at]
        text = text[at:].lstrip()
    yield text

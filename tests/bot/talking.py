"""The conversation without Telegram, in front of a real passage and real files, and somebody who talks with it."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from bot import starting
from bot.answers import Conversation
from bot.incoming import Command, Press, Typed
from bot.kit import make_kit
from bot.settings import BotSettings, Uses
from desk.deployment import Files
from desk.publishing import deeds
from intake.guesses import Guesses
from intake.passage import Passage
from intake.redaction import load_redactor
from intake.redaction.process import SameProcess
from intake.signpost import Helpline
from intake.voices import Voices
from intake.wording import load_wording
from storage.opening import immediate
from storage.questions import ask, questions_to
from storage.release import Thresholds
from storage.submissions import find, read, waiting
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.draft import Draft
    from bot.incoming import Incoming
    from bot.remembered import Remembered
    from bot.screen import Button, Screen
    from bot.starting import Link
    from intake.redaction import Redactor
    from intake.redaction.process import Redacts
    from intake.wording import Wording
    from storage.questions import Question
    from storage.submissions import Submission

SETTINGS = BotSettings(
    token="7000000001:FICTIONAL-bot-token_of-a-test_00001",
    base_url="http://127.0.0.1:1/bot",
    deployment="Care voice",
    contact="hello@council.example",
    themes=(("home", "Where you live"), ("money", "Money"), ("support", "Your worker and your plan")),
    councils=(("swindon", "Swindon Borough Council"), ("another", "Another council")),
    helplines=(
        Helpline("Childline", "call 0800 1111"),
        Helpline("Samaritans", "call 116 123", "any time"),
        Helpline("Duty team", "call 01632 960999", "at night", "swindon"),
    ),
    uses=Uses("How may we use your words?", "Read it and quote it", "Read it, don't quote it", "Only count it"),
    mail="voice@council.example",
    look_up=0,
)
LINK = partial(starting.link, "care_voice_test_bot")
BESIDE_PREVIEW = {"hide": "Hide more", "show": "Show a word"}
LIMITS = Thresholds(k=10, count=10, round_to=5, batch=10, days=28, by_month=False)


@cache
def redactor() -> Redactor:
    """Return the redactor, read once."""
    return load_redactor()


@cache
def wording() -> Wording:
    """Return the words of the product, read once."""
    return load_wording()


class Kept:
    """Files of a deployment, a writer on them, and what of them the conversation gets. Belongs to an event loop."""

    def __init__(self, folder: Path, redacts: Redacts | None = None) -> None:
        self.later = 0.0  # seconds by which the clock that withdrawals go by is moved on
        self.files = Files(folder / "data", demo=False)
        self.files.make()
        self.keys = self.files.load_keys()
        self.writer = Writer(self.files.open_intake())
        self.passage = Passage(redacts or SameProcess(redactor()), self.writer, self.keys)
        self.voices = Voices(self.writer, self.keys, deeds(self.files, LIMITS, "", lambda: time.time() + self.later))

    def asks(self, code: str, question: str = "Which office was it?") -> None:
        """Ask whoever has a code something, as the desk does."""
        conn = self.files.open_intake()
        with immediate(conn):
            ask(conn, self.voice(code), question, "reader", date.today())
        conn.close()

    def answers(self, code: str) -> list[Question]:
        """Return what was asked about a voice, and answered."""
        conn = self.files.open_intake()
        try:
            return list(questions_to(conn, self.voice(code).id))
        finally:
            conn.close()

    def all(self) -> list[Submission]:
        """Return every voice that waits."""
        conn = self.files.open_intake()
        try:
            return [read(conn, number) for number in waiting(conn)]
        finally:
            conn.close()

    def voice(self, code: str) -> Submission:
        """Return the voice that a code stands for."""
        conn = self.files.open_intake()
        try:
            number = find(conn, self.keys, code)
            assert number
            return read(conn, number)
        finally:
            conn.close()


@dataclass
class Talker:
    """Somebody in a chat, who sees screens and presses what is on them."""

    conversation: Conversation
    draft: Draft | None = None
    screens: list[Screen] = field(default_factory=list)
    name: str = "12345"
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    taps: int = 0

    async def types(self, text: str) -> int:
        """Send a message; return its number in the chat."""
        number = next(self.numbers)
        command, _, rest = text.removeprefix("/").partition(" ")
        came = Command(command, rest, number) if text.startswith("/") else Typed(text, number, number)
        await self.does(came)
        return number

    async def edits(self, number: int, text: str) -> None:
        """Change a message that was sent."""
        await self.does(Typed(text, number, next(self.numbers), edited=True))

    async def presses(self, label: str) -> None:
        """Press the button with this in its label."""
        self.taps += 1
        await self.presses_again(self.button(label))

    async def presses_again(self, button: Button, update: int | None = None) -> None:
        """Press a button that may be an old one."""
        token, action, value = button.data.split(".", 2)
        await self.does(Press(token, action, value, next(self.numbers) if update is None else update))

    async def does(self, came: Incoming) -> None:
        """Do anything."""
        signpost = self.conversation.signpost(self.draft, came)
        outcome = await self.conversation.answer(self.name, self.draft, came)
        self.draft = outcome.draft
        self.screens = [*([signpost] if signpost else []), *outcome.screens]
        assert leads_to_help(self.screens[-1]), "Help is on every screen"

    def button(self, label: str) -> Button:
        """Find a button of the last screen."""
        rows = [one for row in self.screens[-1].buttons for one in row]
        return next(one for one in rows if label in one.label)

    @property
    def begun(self) -> Draft:
        """The draft, which is there."""
        assert self.draft
        return self.draft

    @property
    def labels(self) -> list[str]:
        """The labels of the last screen's buttons."""
        return [one.label for row in self.screens[-1].buttons for one in row]

    @property
    def reads(self) -> str:
        """All that is shown now."""
        return "\n\n".join(one.text for one in self.screens)

    async def sends(self) -> str:
        """Send a voice, from wherever a voice can be begun; return its code."""
        await self.gets_to("summary")
        await self.presses("Send")
        return code_in(self.reads)

    async def gets_to(self, step: str) -> None:
        """Walk the short way up to a step, with words about a taster flat."""
        if step in BESIDE_PREVIEW:
            await self.gets_to("preview")
            await self.presses(BESIDE_PREVIEW[step])
            return
        ways = ["kind", "theme", "words", "preview", "summary", "speaker", "council", "age", "happened"]
        walk: list[Callable[[], Awaitable[object]]] = [
            lambda: self.types("/start"),
            lambda: self.presses("How things are"),
            lambda: self.presses("Where you live"),
            self._to_preview,
            lambda: self.presses("don't quote"),
            lambda: self.presses("Add more"),
            *[lambda: self.presses("Rather not")] * 3,
        ]
        for go in walk[: ways.index(step) + 1]:
            await go()

    async def _to_preview(self) -> None:
        await self.types("The taster flat was good. Karolina from Swindon showed me.")
        await self.presses("Done")


def talk(
    kept: Kept,
    guesses: Guesses | None = None,
    settings: BotSettings = SETTINGS,
    link: Link = LINK,
    remembered: Remembered | None = None,
) -> Talker:
    """Return somebody who talks with a conversation of its own; what is `remembered` it may share with another."""
    kit = make_kit(settings, kept.passage, kept.voices, wording(), guesses or Guesses(), link, remembered)
    return Talker(Conversation(kit))


def leads_to_help(shown: Screen) -> bool:
    """Say whether a screen has a button that leads to help, or is the page with help itself."""
    actions = {one.data.split(".")[1] for row in shown.buttons for one in row}
    return "help" in actions or shown.text.startswith(wording()("bot-help"))


def code_in(text: str) -> str:
    """Return the receipt code that a text shows."""
    line = next(line for line in text.splitlines() if line.count("-") == 4 and " " not in line)
    return line.strip()

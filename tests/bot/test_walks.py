"""People who press and type anything in any order: everything is answered, and only what was seen is ever sent."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from bot.draft import Step
from bot.incoming import Odd, Press
from bot.sending import LONGEST, messages
from tests.bot.talking import Kept, Talker, leads_to_help, talk

if TYPE_CHECKING:
    from bot.screen import Button

TEXTS = (
    *("Karolina never rings", "my flat is damp 🙂", "idea", "17", "Swindon", "help", "skip", "back", "Done", "Send"),
    *("void reappoint outcome ember twisty", "/status", "/withdraw x", "/start", "/help me please", "/nothing", "\x07"),
    *("i want to die", "a" * 4096, "/back", "/skip", "/privacy", "no"),
    *("/clear", "clear this chat", "Clear my code too", "https://t.me/a_bot?start=void-reappoint-outcome-ember-twisty"),
)


class Walker:
    """Does anything that can be done, old buttons included."""

    def __init__(self, alex: Talker, seed: int) -> None:
        self.alex = alex
        self.any = random.Random(seed)  # noqa: S311 - not a secret
        self.old: list[Button] = []
        self.typed: list[int] = []

    async def steps(self) -> None:
        """Do one thing."""
        buttons = [one for shown in self.alex.screens for row in shown.buttons for one in row]
        self.old = [*self.old[-30:], *buttons]
        match self.any.choices(("on", "press", "old", "type", "edit", "odd", "made up"), (6, 8, 2, 5, 1, 1, 1))[0]:
            case "on" if buttons:
                await self.alex.presses_again(buttons[0])
            case "press" if buttons:
                await self.alex.presses_again(self.any.choice(buttons))
            case "old" if self.old:
                await self.alex.presses_again(self.any.choice(self.old))
            case "edit" if self.typed:
                await self.alex.edits(self.any.choice(self.typed), self.any.choice(TEXTS))
            case "odd":
                await self.alex.does(Odd("sticker"))
            case "made up":
                await self.alex.does(Press("00000000", self.any.choice(("go", "send", "use", "x")), "quote", 1))
            case _:
                self.typed.append(await self.alex.types(self.any.choice(TEXTS)))

    def check(self) -> None:
        """Everything was answered, in a shape that Telegram takes."""
        assert self.alex.screens
        assert leads_to_help(self.alex.screens[-1])
        for shown in self.alex.screens:
            for one in messages(shown):
                assert one.text.strip()
                assert len(one.text.encode("utf-16-le")) // 2 <= LONGEST
            assert all(len(one.data.encode()) <= 64 and one.label for row in shown.buttons for one in row)


@pytest.mark.parametrize("seed", range(5))
async def test_any_walk_is_answered_and_only_what_was_seen_is_sent(kept: Kept, seed: int) -> None:
    """Hundreds of steps; a voice is stored by Send at its summary alone, once, with the answer that was pressed."""
    alex = talk(kept)
    walker, stored = Walker(alex, seed), 0
    for _ in range(300):
        before = alex.draft
        await walker.steps()
        walker.check()
        voices = kept.all()
        if len(voices) > stored:
            assert before
            assert before.step is Step.SUMMARY
            assert len(voices) == stored + 1
            assert alex.draft is None
            assert "Your code" in alex.reads
            assert before.consent in [voice.consent for voice in voices]
            assert not any("Karolina" in voice.words.text for voice in voices if voice.words)
        stored = len(voices)
    assert stored

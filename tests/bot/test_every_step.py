"""From every screen all can be done: go back, leave out, stop, get help, write, change, ask. No word is ever lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.buttons import BACK
from bot.draft import Step
from bot.incoming import Odd
from tests.bot.doubting import Doubts
from tests.bot.talking import SETTINGS, Kept, Talker, code_in, talk
from tests.fakes.lead import Box

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

BEFORE = "The purple gate is ours."  # written before, wherever there are words
AFTER = "The kettle never works since they moved me out and I told them twice"
WALK = ("/start", ">How things are", ">Where you live", BEFORE, ">Done", ">don't quote", ">Add more")
STEPS = ("kind", "theme", "words", "written", "preview", "summary", "speaker", "council", "age", "happened")
LEADS_ON = (  # of these, the first that there is
    *("Yes, add it", "it's my words", "No, keep it", "Leave it as it is", "No, leave it all", "OK, go on", "Carry on"),
    *("That's enough", "Send", "don't quote", "Done", "Skip"),
)


def to(step: str, *then: str) -> tuple[str, ...]:
    """Return the way to a step, and what is done there: what is typed, and behind an arrow what is pressed."""
    walk = (*WALK, *[">Rather not"] * 3)
    return (*walk[: STEPS.index(step) + 1], *then)


SCREENS: dict[str, tuple[str, ...]] = {
    **{step: to(step) for step in STEPS},
    "early": (BEFORE,),
    "early theme": (BEFORE, ">An idea"),
    "hide": to("preview", ">Hide more"),
    "hidden": to("preview", ">Hide more", "ours"),
    "unfound": to("preview", ">Hide more", "trombone"),
    "more?": to("preview", ">Hide more", "trombone", ">Done"),
    "show": to("preview", "I met Karolina", ">Done", ">Show a word"),
    "name?": to("written", "Will rang", ">Done"),
    "mine?": to("written", "Swindon Borough Council rang", ">Done"),
    "young": ("/start", ">under 16"),
    "young later": to("age", ">Under 16"),
    "young other": to("speaker", ">someone's words", ">Rather not", ">Under 16"),
    "begun": to("written", "/start"),
    **{page: to("preview", page) for page in ("/help", "/privacy", "/updates", "/nothing", "/clear")},
    "clear code?": to("written", "/clear", ">Clear my code"),
    **{f"{wish}?": to("summary", f"/{wish}") for wish in ("status", "change", "withdraw")},
    "no such code": to("written", "/status", "void reappoint outcome ember twisty"),
    "status": to("written", "/status CODE"),
    "link": to("age", "/start CODE"),
    "change": to("summary", "/change CODE"),
    "withdraw": to("written", "/withdraw CODE"),
    "taken out": to("written", ">Take out"),
    "sticker": to("theme", "STICKER"),
}
OTHER_WAYS = {"Carry on", "Done", "Skip", "No, keep it", "Leave it as it is", "No, leave it all here"}


class Goer:
    """Somebody who sent a voice before, and goes anywhere. `number` is the message with what they wrote before."""

    def __init__(self, alex: Talker, kept: Kept, code: str) -> None:
        self.alex = alex
        self.kept = kept
        self.number = 0
        self._code = code

    async def goes_to(self, screen: str) -> tuple[str, Step]:
        """Go there from nothing; return the words that are written by then, and the step."""
        await self.goes(*SCREENS[screen])
        return self.alex.begun.words.reveal(), self.alex.begun.step

    async def goes(self, *way: str) -> None:
        """Go a way from nothing."""
        self.alex.draft, self.alex.name = None, f"{self.alex.name}+"  # nobody may send that much
        for each in way:
            await self.does(each.replace("CODE", self._code))

    async def does(self, what: str) -> None:
        """Type or press."""
        if what == "STICKER":
            await self.alex.does(Odd("sticker"))
        elif what.startswith(">"):
            await self.alex.presses(what[1:])
        else:
            number = await self.alex.types(what)
            self.number = number if what == BEFORE else self.number

    async def sends(self) -> str:
        """Press on until it is sent; return what is kept."""
        for _ in range(20):
            if "Your code" in self.alex.reads:
                words = self.kept.voice(code_in(self.alex.reads)).words
                assert words
                return words.text
            if self.alex.begun.step is Step.WORDS and not self.alex.begun.has_words:
                await self.alex.types("There are no words yet")
            await self.alex.presses(next(one for one in LEADS_ON if any(one in label for label in self.alex.labels)))
        raise AssertionError(f"nothing leads on: {self.alex.labels}")


@pytest.fixture
async def goer(tmp_path: Path) -> AsyncIterator[Goer]:
    """Give somebody whose redactor is never sure about Will."""
    kept = Kept(tmp_path / "kept", Doubts(("Will",)))
    alex = talk(kept, settings=replace(SETTINGS, lead=Box().lead))
    yield Goer(alex, kept, await alex.sends())
    await kept.writer.close()


def all_in(text: str, words: str) -> bool:
    """Say whether what was written is in a text, in which some of it may be hidden."""
    return all((word in text) == (word in words) for word in ("purple", "kettle", "blue"))


@pytest.mark.parametrize("how", [">Back", "/back", "back"])
async def test_back_leads_one_step_back(goer: Goer, how: str) -> None:
    """From a page beside the conversation it leads to where it was. No word is lost, and all of it can be sent."""
    for screen in SCREENS:
        words, step = await goer.goes_to(screen)
        buttons = set(goer.alex.labels)
        if how == ">Back" and "Back" not in buttons:
            assert buttons & OTHER_WAYS, screen
            continue
        await goer.does(how)
        beside = "Back" not in buttons and step not in {Step.HIDE, Step.SHOW}
        assert goer.alex.begun.step is (step if beside else BACK[step]), screen
        assert goer.alex.begun.words.reveal() == words, screen
        assert all_in(await goer.sends(), words), screen


async def test_skip_leaves_a_question_out_or_says_why_not(goer: Goer) -> None:
    """Only the question that stands on the screen: a page beside is left, and shows it again. No word is lost."""
    for screen in SCREENS:
        words, step = await goer.goes_to(screen)
        asked = {"Back", "Skip", "Done"} & set(goer.alex.labels)
        await goer.does("/skip")
        went_on = goer.alex.begun.step is not step
        assert went_on or not asked or "I need an answer here" in goer.alex.reads, screen
        assert asked or not went_on, screen
        assert all_in(await goer.sends(), words), screen


@pytest.mark.parametrize("how", [">Stop", "/stop", "stop"])
async def test_stop_forgets_everything(goer: Goer, how: str) -> None:
    """It stands on every screen of somebody who is writing, and keeps nothing."""
    before = len(goer.kept.all())
    for screen in SCREENS:
        await goer.goes_to(screen)
        await goer.does(how)
        assert goer.alex.draft is None, screen
        assert "I stopped" in goer.alex.reads, screen
        assert "Clear this chat" in goer.alex.labels, screen
    assert len(goer.kept.all()) == before


@pytest.mark.parametrize("how", [">Help", "/help", "help", "/privacy", "/updates", "/clear", "/nothing"])
async def test_a_page_beside_leads_back_to_where_one_was(goer: Goer, how: str) -> None:
    """Help, privacy and all other pages take nothing away, and Carry on goes on."""
    for screen in SCREENS:
        words, step = await goer.goes_to(screen)
        if how == ">Help" and "Help" not in goer.alex.labels:
            assert "Call 999" in goer.alex.reads, screen
            continue
        await goer.does(how)
        if how == "/clear":
            await goer.does(">No, leave it all")
        await goer.does(">Carry on")
        assert (goer.alex.begun.words.reveal(), goer.alex.begun.step) == (words, step), screen
        assert all_in(await goer.sends(), words), screen


async def test_what_is_written_is_kept(goer: Goer) -> None:
    """On whatever screen, in one message or two: it is in what is sent, below what was written before."""
    for screen in SCREENS:
        words, _ = await goer.goes_to(screen)
        await goer.does(AFTER)
        await goer.does("And the blue door sticks whenever it has rained")
        assert all_in(await goer.sends(), f"{words} kettle blue"), screen


async def test_what_is_edited_is_changed(goer: Goer) -> None:
    """On whatever screen, it is the new words that are sent."""
    for screen in SCREENS:
        words, _ = await goer.goes_to(screen)
        if BEFORE not in words:
            continue
        await goer.alex.edits(goer.number, "The blue gate is theirs.")
        assert all_in(await goer.sends(), words.replace(BEFORE, "blue")), screen


async def test_a_sticker_changes_nothing(goer: Goer) -> None:
    """It is answered with ways on, on whatever screen."""
    for screen in SCREENS:
        words, step = await goer.goes_to(screen)
        await goer.does("STICKER")
        assert "only keep words" in goer.alex.reads, screen
        assert (goer.alex.begun.words.reveal(), goer.alex.begun.step) == (words, step), screen
        assert all_in(await goer.sends(), words), screen


@pytest.mark.parametrize("then", [(), (">How to keep",), (">Clear this chat",), (">Clear this chat", ">Clear it")])
@pytest.mark.parametrize("end", [">Send", ">Stop"])
async def test_after_an_end_one_can_begin_anew(goer: Goer, end: str, then: tuple[str, ...]) -> None:
    """By tapping or by writing; nothing of the voice before is in the new one."""
    if end == ">Stop" and then == (">How to keep",):
        return  # there is no code
    for begins in (AFTER, "/start", "/back", "/skip", "STICKER", "/stop"):
        await goer.goes(*to("summary", end), *then, begins)
        await goer.does(AFTER)
        assert all_in(await goer.sends(), "kettle"), begins


@pytest.mark.parametrize(
    "then", ["/back", "back", "/skip", "/privacy", "/clear", "STICKER", AFTER, "no", ">Don't send"]
)
async def test_who_asks_to_be_contacted_loses_nothing_of_their_voice(goer: Goer, then: str) -> None:
    """Nor does anything that was typed for the lead become part of it."""
    way = to("written", "/help", ">Ask someone", "The blue kettle", ">Next", "07700 900123")
    for stage in range(len(way) - 3, len(way) + 1):
        await goer.goes(*way[:stage], then, *(() if then == ">Don't send" else ("/back",)))
        assert goer.alex.begun.words.reveal() == BEFORE, stage
        assert all_in(await goer.sends(), BEFORE), stage

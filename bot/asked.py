"""Questions from the desk, by receipt code: shown with what became of a voice, and answered as a voice is begun.

An answer is previewed, made safe in memory and kept only by Send, once. Nobody has to answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.choices import reach
from bot.draft import Answering, Draft, Step
from bot.handover import rest
from bot.incoming import Press
from bot.screen import Outcome
from intake.asked import Reply, rather_not, reply
from intake.passage import NotSaved
from storage.questions import Came

if TYPE_CHECKING:
    from bot.draft import Part
    from bot.pages import Pages
    from bot.remembered import Remembered
    from bot.saying import Say
    from bot.screens import Screens
    from bot.steps import Steps
    from bot.writing import Writing
    from intake.asked import Replied
    from intake.passage import Passage
    from intake.voices import Voices

ACTIONS = frozenset(("answer", "rather-not", "not-now", "no-answer", "reply"))

_log = structlog.get_logger("bot")


class Asked:
    """Lets people answer, or not."""

    def __init__(
        self,
        passage: Passage,
        voices: Voices,
        say: Say,
        screens: Screens,
        pages: Pages,
        steps: Steps,
        writing: Writing,
        remembered: Remembered,
    ) -> None:
        self._passage = passage
        self._voices = voices
        self._say = say
        self._screens = screens
        self._pages = pages
        self._steps = steps
        self._writing = writing
        self._remembered = remembered

    async def press(self, draft: Draft, press: Press) -> Outcome:  # noqa: PLR0911 - one for each way
        """Do what a button says; one below an earlier question does nothing."""
        if press.action == "reply":
            return await self._send(draft, press)
        if press.action == "no-answer":
            return await self._steps.at(reach(replace(draft, answers=None, greeted=False), Step.KIND))
        if press.action == "rather-not" and draft.answers:
            return await self._about(draft, draft.answers.code, press)
        if press.action == "not-now":
            return Outcome(draft, (self._pages.plain("bot-question-stays", draft),))
        if draft.code is None or press.value != draft.asked:
            return Outcome(draft, (self._pages.plain("bot-question-what", draft),))
        if press.action == "answer" and draft.has_words:
            return Outcome(draft, (self._pages.plain("bot-question-later", draft),))
        return await self._about(draft, draft.code, press)

    async def typed(self, draft: Draft, typed: Part, update: int) -> Outcome:
        """Take what was typed right below a question for its answer; one tap makes something new of it."""
        begun = (await self._about(draft, draft.code or "", Press(draft.token, "answer", draft.asked, update))).draft
        if begun is None or begun.answers is None:  # it isn't open any more: the words are theirs all the same
            return self._writing.add(draft, typed)
        return self._writing.add(begun, typed, self._say("bot-answer-taken"))

    async def again(self, draft: Draft | None, press: Press) -> Outcome | None:
        """Answer a Send whose draft is gone, as after a restart; None if another draft is begun."""
        if press.token in self._remembered.answered or await self._voices.brought_answer(press.update):
            return Outcome(draft, (self._screens.over("bot-answered"),))
        return None if draft else Outcome(None, (self._screens.over("bot-answer-lost"),))

    async def _about(self, draft: Draft, code: str, press: Press) -> Outcome:
        """Begin to answer the question that is open now, or close it."""
        try:
            status = await self._voices.status(code)
        except Exception as error:  # noqa: BLE001 - whatever it is, the question may still be open
            _log.error("question", outcome="failed", error=type(error).__name__)
            return Outcome(draft, (self._pages.plain("bot-no-answer-now", draft),))
        if status is None or status.question is None:
            return Outcome(draft, (self._pages.plain("bot-question-gone", draft),))
        if press.action == "answer":
            answers = Answering(code, status.question.id, status.question.text)
            return await self._steps.at(Draft(step=Step.WORDS, greeted=True, answers=answers))
        came = await rather_not(self._passage, code, status.question.id, press.update)
        if isinstance(came, NotSaved):
            return Outcome(draft, (self._pages.plain("bot-rather-not-failed", draft),))
        if draft.answers:
            return Outcome(rest(draft), (self._screens.over("bot-rather-not"), *self._screens.waiting(draft)))
        return Outcome(draft, (self._pages.plain("bot-rather-not", draft),))

    async def _send(self, draft: Draft, press: Press) -> Outcome:
        """Keep an answer that was seen just as it is kept; if that fails, say so, and keep the draft."""
        answers = draft.answers
        if answers is None:
            return await self._steps.at(draft)
        if draft.step is not Step.PREVIEW or press.value != str(draft.revision) or not draft.parts:
            return await self._steps.at(reach(draft, Step.PREVIEW), self._say("bot-look-first"))
        given = Reply(answers.code, answers.question, draft.words, self._steps.wishes(draft), press.update)
        done = await reply(self._passage, given)
        after = await self._after(draft, done)
        return replace(after, screens=(self._screens.signpost(draft), *after.screens)) if done.urgent else after

    async def _after(self, draft: Draft, done: Replied | NotSaved) -> Outcome:
        if isinstance(done, NotSaved):
            return await self._steps.at(draft, self._say("bot-not-saved"))
        if done.came is Came.GONE:  # what they wrote is theirs, and may be kept as a voice
            return await self._steps.at(reach(replace(draft, answers=None), Step.PREVIEW), self._say("bot-answer-late"))
        self._remembered.answer(draft.token)
        return Outcome(rest(draft), (self._screens.over("bot-answered"), *self._screens.waiting(draft)))

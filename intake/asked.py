"""Answers to what the desk asked, on their way in: made safe as a voice is, and kept once. They go by receipt code."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import structlog

from intake.passage import NotSaved
from storage.questions import Came, NewAnswer, answer

if TYPE_CHECKING:
    from intake.passage import Passage
    from intake.raw import RawWords
    from intake.wishes import Wishes

_log = structlog.get_logger("intake")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a door hands over: an answer to a question about the voice of `code`, brought by a Telegram `update`."""

    code: str = field(repr=False)
    question: int
    words: RawWords
    wishes: Wishes = field(repr=False)
    update: int


@dataclass(frozen=True, slots=True)
class Replied:
    """What became of it, on the disk. `urgent` asks the door to put the helplines first."""

    came: Came
    urgent: bool


async def reply(passage: Passage, given: Reply) -> Replied | NotSaved:
    """Make an answer safe and keep it. Never raises for a failure of redaction or storage: nothing is stored then."""
    safe = await passage.make_safe(given.words, given.wishes)
    if isinstance(safe, NotSaved):
        return safe
    redaction, urgent = safe[0].redaction, safe[1]
    new = NewAnswer(given.question, given.update, redaction.words, urgent, redaction.language)
    came = await passage.write(partial(answer, code=given.code, new=new), urgent=urgent)
    if isinstance(came, NotSaved):
        return came
    _log.info("answer-stored", door="telegram", outcome=came.value)
    return Replied(came, urgent)


async def rather_not(passage: Passage, code: str, question: int, update: int) -> Came | NotSaved:
    """Close a question that somebody would rather not answer."""
    return await passage.write(partial(answer, code=code, new=NewAnswer(question, update)), urgent=False)

"""Hiding more of a voice, or of an answer about it, at a terminal: the words are typed, found, and hidden for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from desk.terminal import harmless
from desk.web.words import places
from storage import decisions
from storage.errors import Refused
from storage.opening import immediate
from storage.questions import hide_in_answer, questions_to

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from intake.wording import Wording
    from storage.questions import Question
    from storage.submissions import Submission


def hide(intake: sqlite3.Connection, say: Wording, account: str, voice: Submission) -> None:
    """Ask which words, and hide them. Raises `Refused` if they are not there, or nobody is sure."""
    sought = click.prompt(say("moderate-which-words"), default="", show_default=False).strip()
    if spans := places(sought, harmless(voice.words.text)) if voice.words else []:
        _for_good(intake, say, len(spans), partial(decisions.hide, intake, voice, account, spans))
    elif found := _in_answer(intake, voice, sought):
        question, spans = found
        _for_good(
            intake, say, len(spans), partial(hide_in_answer, intake, question.id, question.version, account, spans)
        )
    else:
        raise Refused(say("moderate-words-not-there"))


def _for_good(intake: sqlite3.Connection, say: Wording, count: int, hides: Callable[[], None]) -> None:
    if not click.confirm(say("moderate-hide-for-good", count=count), default=True):
        raise Refused(say("moderate-nothing-changed"))
    with immediate(intake):
        hides()
    click.echo(say("moderate-hidden"))


def _in_answer(
    intake: sqlite3.Connection, voice: Submission, sought: str
) -> tuple[Question, list[tuple[int, int]]] | None:
    """Return the first answer about a voice that holds these words, and where."""
    for question in questions_to(intake, voice.id):
        if question.answer and (spans := places(sought, harmless(question.answer.text))):
            return question, spans
    return None

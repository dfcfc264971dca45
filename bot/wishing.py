"""Makes wishes for the redactor out of all that somebody decided about words of theirs. Pure."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from intake.raw import RawWords
from intake.redaction.lists import fold
from intake.wishes import NO_WISHES, Wishes

if TYPE_CHECKING:
    from bot.decisions import Decision
    from bot.draft import Draft
    from bot.settings import Choices

UNLISTED = "another"  # the council of whoever has one that isn't listed


def wishes(draft: Draft, councils: Choices) -> Wishes:
    """Return what somebody wants after all that they decided, one thing after the other: the last word counts.

    Which council is theirs tells it from others in the words, unless it is one that the deployment doesn't list.
    """
    name = dict(councils).get(draft.council or "") if draft.council != UNLISTED else None
    return replace(reduce(_decided, draft.decisions, NO_WISHES), council=RawWords(name) if name else None)


def _decided(so_far: Wishes, decision: Decision) -> Wishes:
    said = fold(decision.term.reveal())
    if decision.what == "hide":
        return Wishes((*so_far.hide, decision.term), _except(so_far.show, said))
    if decision.what == "show":
        hide = tuple(one for one in so_far.hide if fold(one.reveal()) not in said)
        return Wishes(hide, (*so_far.show, decision.term))
    return so_far


def _except(terms: tuple[RawWords, ...], said: str) -> tuple[RawWords, ...]:
    return tuple(one for one in terms if fold(one.reveal()) != said)

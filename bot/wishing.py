"""Makes wishes for the redactor out of all that somebody decided about words of theirs. Pure."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from bot.terms import plainly
from intake.raw import RawWords
from intake.wishes import NO_WISHES, Wishes
from storage.model import UNLISTED

if TYPE_CHECKING:
    from bot.decisions import Decision
    from bot.draft import Draft
    from bot.settings import Choices


def wishes(draft: Draft, councils: Choices) -> Wishes:
    """Return what somebody wants after all that they decided, one thing after the other: the last word counts.

    Which council is theirs tells it from others in the words, unless it is one that the deployment doesn't list.
    """
    name = dict(councils).get(draft.council or "") if draft.council != UNLISTED else None
    return replace(reduce(_decided, draft.decisions, NO_WISHES), council=RawWords(name) if name else None)


def _decided(so_far: Wishes, decision: Decision) -> Wishes:
    said = _words(decision.term)
    if decision.what == "hide":
        show = tuple(one for one in so_far.show if _words(one) != said)
        return Wishes((*so_far.hide, decision.term), show)
    if decision.what == "show":
        hide = tuple(one for one in so_far.hide if _words(one) not in said)
        return Wishes(hide, (*so_far.show, decision.term))
    return so_far


def _words(term: RawWords) -> str:
    """Return the words of a term, with a space around each: `Ed` is no word of `Shedfield`."""
    return f" {plainly(term).reveal()} "

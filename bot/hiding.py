"""Hides more of somebody's words, shows again what was hidden without need, and takes back both. Keeps nothing.

Every change asks anew how the words may be used: that is answered for exactly what will be kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.choices import reach
from bot.decisions import Decision
from bot.draft import Part, Step
from bot.screen import Outcome
from bot.terms import asked, council, hideable, is_hidden, is_readable, listed, plainly, showable, stand_in, term
from bot.word_buttons import A_PAGE
from intake.passage import NotSaved

if TYPE_CHECKING:
    from bot.decisions import What
    from bot.draft import Draft
    from bot.previews import Previews
    from bot.saying import Say
    from bot.settings import BotSettings
    from bot.steps import Steps
    from bot.terms import Term
    from intake.raw import RawWords

ACTIONS = frozenset(("hide", "show", "name", "mine", "undo", "page", "leave"))


class Hiding:
    """Does what people want of single words of theirs."""

    def __init__(self, settings: BotSettings, say: Say, steps: Steps, previews: Previews) -> None:
        self._settings = settings
        self._say = say
        self._steps = steps
        self._previews = previews

    async def press(self, draft: Draft, action: str, value: str) -> Outcome:
        """Do what a button says, if it was made for the words as they are now; an old one only shows where we are."""
        if action == "leave":
            return await self._leave(draft)
        if action == "page":
            return await self._steps.at(draft, page=_number(value) or 0)
        revision, _, what = value.partition("-")
        if revision != str(draft.revision) or not draft.parts:
            return await self._steps.at(draft)
        return await (self._undo(draft) if action == "undo" else self._change(draft, action, what))

    async def _undo(self, draft: Draft) -> Outcome:
        at = draft.step if draft.step in {Step.HIDE, Step.SHOW} else Step.PREVIEW
        return await self._steps.at(reach(draft.undoing(), at), self._say("bot-undone"))

    def takes(self, draft: Draft, typed: RawWords) -> bool:
        """Say whether something typed while words are hidden is in the words."""
        return stand_in(draft.words, *_terms(draft, typed))

    async def typed(self, draft: Draft, part: Part) -> Outcome:
        """Hide what was typed; if it can't be found, ask whether it is part of what they tell us, and lose it never."""
        if not self.takes(draft, part.words):
            return self._unfound(draft.without_aside(part.message), part)
        return await self._hide(draft.without_aside(part.message), *_terms(draft, part.words))

    async def _change(self, draft: Draft, action: str, what: str) -> Outcome:
        """Do what was tapped: `what` is a place in the list that was shown, or an answer."""
        made = await self._steps.look(draft)
        if isinstance(made, NotSaved):
            return await self._steps.at(draft)
        match action:
            case "name" if questions := asked(made, draft.decisions):
                return await self._answer(reach(draft, Step.PREVIEW), questions[0].term, what)
            case "mine" if code := council(made, draft, self._settings.councils):
                said: What = "mine" if what == "yes" else "not-mine"
                new = Decision(said, code=code)
                return await self._decide(reach(draft, Step.PREVIEW), new, note=self._say(f"bot-{said}"))
            case "hide" if (one := _at(hideable(made), what)) is not None:
                return await self._hide(reach(draft, Step.HIDE), one.words, page=int(what) // A_PAGE)
            case "show" if (one := _at(showable(made), what)) is not None:
                return await self._show(reach(draft, Step.SHOW), one, page=int(what) // A_PAGE)
        return await self._steps.at(draft)

    async def _hide(self, draft: Draft, *terms: RawWords, page: int = 0) -> Outcome:
        made = await self._steps.look(draft)
        if isinstance(made, NotSaved):
            return await self._steps.at(draft)
        there = [one for one in terms if is_readable(made, one)]
        shown = ", ".join(f"“{term(one).shown}”" for one in terms)
        if not there:
            return self._steps.seen(draft, made, self._say("bot-hidden-already", words=shown), page=page)
        new = [Decision("hide", plainly(one)) for one in there]
        return await self._decide(draft, *new, note=self._say("bot-hid", words=shown), page=page)

    async def _show(self, draft: Draft, one: Term, *, page: int) -> Outcome:
        """Show something again, unless the deployment always hides it."""
        decision = Decision("show", one.words)
        made = await self._steps.look(draft.deciding(decision))
        if not isinstance(made, NotSaved) and is_hidden(made, one.words):
            return await self._steps.at(draft, self._say("bot-stays-hidden", words=f"“{one.shown}”"), page=page)
        return await self._decide(draft, decision, note=self._say("bot-showed", words=f"“{one.shown}”"), page=page)

    async def _answer(self, draft: Draft, one: Term, what: str) -> Outcome:
        if what == "yes":
            return await self._hide(draft, one.words)
        return await self._decide(draft, Decision("plain", one.words), note=self._say("bot-stays"))

    async def _decide(self, draft: Draft, *new: Decision, note: str, page: int = 0) -> Outcome:
        if not draft.may_decide(*new):
            return await self._steps.at(draft, self._say("bot-too-many-changes"), page=page)
        return await self._steps.at(draft.deciding(*new), note, page=page)

    async def _leave(self, draft: Draft) -> Outcome:
        """Leave out what was typed and is no part of the words."""
        rest = tuple(part for part in draft.aside if not part.tried)
        return await self._steps.at(replace(draft, aside=rest), self._say("bot-left-out"))

    def _unfound(self, draft: Draft, part: Part) -> Outcome:
        new = replace(part, tried=True)
        if not draft.room_for(new):
            return Outcome(draft, (self._previews.too_much(draft),))
        after = replace(draft.with_aside(new), asks="extra")
        return Outcome(after, (self._previews.unfound(after),))


def _terms(draft: Draft, typed: RawWords) -> tuple[RawWords, ...]:
    """Return what was typed: as it stands, or as a list if it isn't in the words."""
    return (typed,) if stand_in(draft.words, typed) else listed(typed) or (typed,)


def _at(terms: tuple[Term, ...], place: str) -> Term | None:
    number = _number(place)
    return terms[number] if number is not None and number < len(terms) else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None

"""The buttons that hide words, show them again and answer questions about them.

A label may hold a word of the person's own, for their eyes; what the button sends back holds its place in a list alone,
and which state of the words it was made for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.draft import Step
from bot.screen import button

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.draft import Draft
    from bot.saying import Say
    from bot.screen import Button, Rows
    from bot.terms import Term

A_PAGE = 18  # words
_WIDTH, _BESIDE = 30, 4  # characters, and what a button takes besides its label, of a row on a small phone


class WordButtons:
    """Makes buttons about words, in the deployment's words."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def tools(self, draft: Draft, *, show: bool) -> Rows:
        """Return what can be done below a preview: hide more, `show` something again, take the last change back."""
        more = button(self._say("bot-button-hide-more"), draft.token, "go", Step.HIDE)
        again = button(self._say("bot-button-show"), draft.token, "go", Step.SHOW)
        return ((more, *((again,) if show else ()), *self._undo(draft)),)

    def out(self, draft: Draft) -> Rows:
        """Return the way back to the preview, and to how it was before the last change."""
        return ((*self._undo(draft), button(self._say("bot-button-done"), draft.token, "go", Step.PREVIEW)),)

    def words(self, draft: Draft, action: str, terms: Sequence[Term], page: int) -> Rows:
        """Return a page of words to tap, and the ways to other pages."""
        first = page * A_PAGE
        there = enumerate(terms[first : first + A_PAGE], start=first)
        tapped = (button(term.shown, draft.token, action, f"{draft.revision}-{number}") for number, term in there)
        return (*_packed(tapped), *self._pages(draft, len(terms), page))

    def is_name(self, draft: Draft, term: Term) -> Rows:
        """Return the answers to whether something is a name."""
        yes = button(self._say("bot-button-is-name", word=term.shown), draft.token, "name", f"{draft.revision}-yes")
        no = button(self._say("bot-button-no-name"), draft.token, "name", f"{draft.revision}-no")
        return _packed((yes, no))

    def is_mine(self, draft: Draft) -> Rows:
        """Return the answers to whether a council is theirs."""
        yes = button(self._say("bot-button-is-mine"), draft.token, "mine", f"{draft.revision}-yes")
        return ((yes, button(self._say("bot-button-not-mine"), draft.token, "mine", f"{draft.revision}-no")),)

    def left_over(self, draft: Draft) -> Rows:
        """Return the answers to whether something is part of what somebody tells us."""
        yes = button(self._say("bot-button-add"), draft.token, "aside")
        return ((yes, button(self._say("bot-button-leave-out"), draft.token, "leave")),)

    def _undo(self, draft: Draft) -> tuple[Button, ...]:
        if not draft.decisions:
            return ()
        return (button(self._say("bot-button-undo"), draft.token, "undo", str(draft.revision)),)

    def _pages(self, draft: Draft, many: int, page: int) -> Rows:
        """Return the ways to the page before and the one after, where there are any."""
        before = button(self._say("bot-button-words-before"), draft.token, "page", str(page - 1))
        after = button(self._say("bot-button-words-after"), draft.token, "page", str(page + 1))
        both = (*((before,) if page else ()), *((after,) if (page + 1) * A_PAGE < many else ()))
        return (both,) if both else ()


def _packed(buttons: Iterable[Button]) -> Rows:
    """Put as many short buttons into a row as a small phone shows whole."""
    rows: list[tuple[Button, ...]] = []
    for one in buttons:
        row = (*rows[-1], one) if rows else (one,)
        if rows and sum(len(each.label) + _BESIDE for each in row) <= _WIDTH:
            rows[-1] = row
        else:
            rows.append((one,))
    return tuple(rows)

"""The buttons for when something is over: to keep a code, to clear the chat, to begin anew. They belong to no draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screen import ANY, button

if TYPE_CHECKING:
    from bot.saying import Say
    from bot.screen import Rows
    from bot.support import Support

_CLEAR = (("clear-most", "most"), ("clear-code", "code"), ("clear-no", "no"))
_CLEAR_CODE = (("clear-sure", "all"), ("clear-unsure", "most"), ("clear-no", "no"))


class LeavingButtons:
    """Makes buttons in the deployment's words."""

    def __init__(self, say: Say, support: Support) -> None:
        self._say = say
        self._support = support

    def begin(self, label: str) -> Rows:
        """Return a button that begins something new."""
        return self._row(label, "new")

    def over(self, *, clear: bool) -> Rows:
        """Return the ways on from an end, with help last; and to `clear` the chat, if it is left now."""
        return (*self.begin("begin"), *(self.clear() if clear else ()), (self._support.help(),))

    def receipt(self) -> Rows:
        """Return what can be done once a code was given."""
        return (*self._row("save", "save"), *self.clear(), *self.begin("something-else"), (self._support.help(),))

    def clear(self) -> Rows:
        """Return a button that offers to clear the chat."""
        return self._row("clear", "clear")

    def clearing(self, *, code: bool) -> Rows:
        """Return the answers to whether to clear the chat, or the code in it too."""
        answers = _CLEAR_CODE if code else _CLEAR
        return tuple(row for label, what in answers for row in self._row(label, "clear", what))

    def clearings(self) -> Rows:
        """Return all buttons about clearing."""
        return (*self.clear(), *self.clearing(code=False), *self.clearing(code=True))

    def anytime(self) -> Rows:
        """Return the buttons whose labels may be typed though nothing is begun."""
        return (*self.begin("begin"), *self.receipt(), *self.clearings(), *self._support.ways(None))

    def _row(self, label: str, action: str, what: str = "") -> Rows:
        return ((button(self._say(f"bot-button-{label}"), ANY, action, what),),)

"""What somebody is about to say, until they send it: in memory only, and never printed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Literal

from bot.decisions import NO_WORDS, Decision, have_room
from intake.raw import RawWords

if TYPE_CHECKING:
    from bot.contact import Contact
    from storage.model import AgeBand, Consent, Happened, Kind, Speaker

Asking = Literal["withdraw", "change", "stay"]  # what is asked about before it is done to a voice
Wish = Literal["status"] | Asking  # what somebody wants with a receipt code
# What can be answered by typing.
Question = (
    Literal[
        "answer",
        "permit",
        "begun",
        "young",
        "send",
        "extra",
        "name",
        "mine",
        "poster",
        "workshop",
        "clear",
        "clear-code",
        "rights",
    ]
    | Asking
)
LONGEST = 20_000  # characters in one voice: five of Telegram's longest messages
MOST_MESSAGES = 200  # in one voice: each takes room besides its words
CHARACTER, MESSAGE = 4, 300  # bytes that they take at most


class Step(StrEnum):
    """Where in the conversation somebody is. The first five are the short way, the others are offered beside it.

    At HIDE and SHOW words of the voice are hidden, or shown again, before it is previewed once more.
    """

    KIND = "kind"
    THEME = "theme"
    WORDS = "words"
    PREVIEW = "preview"
    SUMMARY = "summary"
    SPEAKER = "speaker"
    COUNCIL = "council"
    AGE = "age"
    HAPPENED = "happened"
    HIDE = "hide"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a voice. Its number in the chat tells which part an edit replaces.

    `tried` says that it came when something else was asked for, and was none: a code, or words to hide.
    """

    message: int = field(repr=False)
    words: RawWords
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Answering:
    """A question of the desk's, in its own words, about the voice of a receipt code."""

    code: str = field(repr=False)
    question: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A voice before it is sent. `token` is in its buttons: those of other drafts do nothing.

    `revision` counts how often the words, or what is hidden of them, were changed: who says how they may be used has
    seen these. `decisions` are what they want of single words, one after the other. `names_council` says that the
    words do, as they were seen last: which one is theirs then changes how they are kept. `tells_young`
    says that they tell an age under 16, anyone's: then they are never quoted, unless the age of who speaks is known.
    `young` says that somebody once said to be under 16, `expects` what a code is asked for, `code` is one whose voice
    may be taken back or used otherwise, `asked` marks the question about it, and `aside` is what looked like a code and
    was none: it becomes words when they write on. `asks` is what was asked last, if the answer may be typed. `greeted`
    says whether they heard who reads what they write: somebody with a code may not have. `beside` says that a page
    stands beside the conversation now: back and skip lead from it to the step. `poster` is the council whose
    poster they came by, which may be another than theirs, and `workshop` the name of the workshop that they came from.
    `contact` is what the safeguarding lead shall read: no part of the voice, and not sent with it. `page` is the one of
    /rights that is shown, while what its buttons say may be typed.
    A draft that `answers` a question is no voice of its own: it has words alone.
    """

    token: str = field(default_factory=lambda: secrets.token_hex(4))
    step: Step = Step.KIND
    parts: tuple[Part, ...] = ()
    revision: int = 0
    kind: Kind | None = None
    theme: str | None = None
    consent: Consent | None = None
    speaker: Speaker | None = None
    council: str | None = None
    age_band: AgeBand | None = None
    young: bool = False
    happened: Happened | None = None
    expects: Wish | None = None
    code: str | None = field(default=None, repr=False)
    asked: str = ""
    asks: Question | None = None
    aside: tuple[Part, ...] = ()
    greeted: bool = False
    beside: bool = False
    decisions: tuple[Decision, ...] = ()
    names_council: bool = False
    tells_young: bool = False
    poster: str | None = None
    workshop: str | None = None
    contact: Contact | None = None
    page: str = ""
    answers: Answering | None = None

    @property
    def words(self) -> RawWords:
        """Return all that was written so far, as one voice."""
        return reduce(RawWords.above, (part.words for part in self.parts)) if self.parts else NO_WORDS

    @property
    def has_words(self) -> bool:
        """Say whether anything was written, or set aside, that a voice could hold."""
        return bool(self.parts) or any(not part.tried for part in self.aside)

    @property
    def is_begun(self) -> bool:
        """Say whether there is anything of a voice: words, an answer, a step."""
        chosen = self.kind or self.theme or self.age_band
        return bool(self.parts or self.aside or chosen) or self.step is not Step.KIND

    @property
    def weight(self) -> int:
        """Return how many bytes its words take at most."""
        words = [part.words for part in (*self.parts, *self.aside)] + [one.term for one in self.decisions]
        contact = self.contact.weight if self.contact else 0
        return sum(MESSAGE + CHARACTER * len(each) for each in words) + contact

    def has(self, message: int) -> bool:
        """Say whether this message is a part of it."""
        return _holds(self.parts, message)

    def sets_aside(self, message: int) -> bool:
        """Say whether this message looked like a code."""
        return _holds(self.aside, message)

    def room_for(self, new: Part) -> bool:
        """Say whether it would still be short enough with this message, be it a part or set aside."""
        others = [part for part in (*self.parts, *self.aside) if part.message != new.message]
        return sum(len(part.words) for part in others) + len(new.words) <= LONGEST and len(others) < MOST_MESSAGES

    def with_part(self, new: Part) -> Draft:
        """Add a part, or put it in the place of the one with the same number."""
        return self._changed(_with(self.parts, new))

    def without(self, message: int) -> Draft:
        """Take a part out."""
        rest = _without(self.parts, message)
        return self if rest == self.parts else self._changed(rest)

    def with_aside(self, new: Part) -> Draft:
        """Set a message aside, or put it in the place of the one with the same number."""
        return replace(self, aside=_with(self.aside, new))

    def without_aside(self, message: int) -> Draft:
        """Set a message aside no longer."""
        return replace(self, aside=_without(self.aside, message))

    def taking_in(self, *, tried: bool = False) -> Draft:
        """Make words of what was set aside, in the order of writing; of what was sent as a code only if `tried`.

        How they may be used is then asked again.
        """
        taken = tuple(part for part in self.aside if tried or not part.tried)
        if not taken:
            return self
        parts = sorted((*self.parts, *taken), key=lambda part: part.message)
        rest = () if tried else tuple(part for part in self.aside if part.tried)
        return replace(self._changed(tuple(parts)), aside=rest, consent=None)

    def may_decide(self, *new: Decision) -> bool:
        """Say whether there is room for more decisions."""
        return have_room(self.decisions, new)

    def deciding(self, *new: Decision) -> Draft:
        """Decide about words. How they may be used is then asked again."""
        council = next((one.code for one in new if one.what == "mine"), self.council)
        return replace(self._wanting((*self.decisions, *new)), council=council)

    def undoing(self) -> Draft:
        """Take the last decision back."""
        before = self._wanting(self.decisions[:-1])
        mine = [one.code for one in self.decisions[-1:] if one.what == "mine"]
        return replace(before, council=None) if self.council in mine else before

    def with_council(self, code: str | None) -> Draft:
        """Choose a council. If the words name one they are kept differently now, and to be agreed to again."""
        if code == self.council or not self.names_council:
            return replace(self, council=code)
        return replace(self._wanting(self.decisions), council=code)

    def _wanting(self, decisions: tuple[Decision, ...]) -> Draft:
        return replace(self, decisions=decisions, revision=self.revision + 1, consent=None)

    def _changed(self, parts: tuple[Part, ...]) -> Draft:
        return replace(self, parts=parts, revision=self.revision + 1)


def _holds(parts: tuple[Part, ...], message: int) -> bool:
    return any(part.message == message for part in parts)


def _with(parts: tuple[Part, ...], new: Part) -> tuple[Part, ...]:
    if _holds(parts, new.message):
        return tuple(new if part.message == new.message else part for part in parts)
    return tuple(sorted((*parts, new), key=lambda part: part.message))  # they may come in any order


def _without(parts: tuple[Part, ...], message: int) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.message != message)

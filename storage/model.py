"""The shapes of what is kept. None of them can hold a person's raw words or who they are.

The codes are those of the field: the lab's outcomes, a council's care leaver offer, and the ages at which the
law's duties change (16, 18, 21 and 25: Children Act 1989, Children and Social Work Act 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

# What a voice's language may be (BCP 47): which other one it is, nobody is told.
ENGLISH, OTHER = "en", "und"
UNLISTED = "another"  # the council of whoever has one that isn't listed


class Label(StrEnum):
    """What kind of thing was hidden."""

    NAME = "NAME"
    PLACE = "PLACE"
    COUNCIL = "COUNCIL"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    ORG = "ORG"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    URL = "URL"
    HANDLE = "HANDLE"
    DATE = "DATE"
    AGE = "AGE"
    ID = "ID"
    HIDDEN = "HIDDEN"  # hidden by a moderator, who need not say what it was


class Kind(StrEnum):
    """What a contribution is: how things are or were, or what would make it better."""

    FEEDBACK = "feedback"
    IDEA = "idea"


class AgeBand(StrEnum):
    """Where the law's duties change."""

    UNDER_16 = "under-16"
    FROM_16 = "16-17"
    FROM_18 = "18-20"
    FROM_21 = "21-24"
    FROM_25 = "25-plus"


class Speaker(StrEnum):
    """Who is speaking."""

    ME = "me"
    ADVOCATE = "advocate"
    WORKER = "worker"


class Happened(StrEnum):
    """When it happened."""

    LAST_YEAR = "last-12-months"
    LONGER_AGO = "longer-ago"


class Consent(StrEnum):
    """How the words may be used: one question, three answers."""

    QUOTE = "quote"
    READ = "read"
    COUNT = "count"


class Channel(StrEnum):
    """The door a voice came through. Never published."""

    MAIL = "mail"
    TELEGRAM = "telegram"
    WORKSHOP = "workshop"
    FICTION = "fiction"


class State(StrEnum):
    """Where a voice is on its way."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    ASKED = "asked"  # its person is asked whether it may go out: someone who knows them could recognise it
    COUNTED = "counted"  # "only count it": counted, and its words erased
    LEAVING = "leaving"  # taken back less than a minute ago: nobody reads it, and it is about to be erased


class Section(StrEnum):
    """Where a voice that waits stands at the desk, besides among those that anybody may read next."""

    NONE = ""
    LEAD = "lead"  # with the safeguarding lead
    SECOND = "second"  # somebody else has to look at it too
    RETURNED = "returned"  # it was set aside, and is back
    HOLD = "hold"  # until a day


class Outcome(StrEnum):
    """What the lab must deliver, and a voice may be evidence for."""

    PROTECTED = "protected-characteristic"
    PARENTING = "corporate-parenting"
    OVER_21 = "services-21-plus"


class ContentNote(StrEnum):
    """What somebody may want to know before they read."""

    SELF_HARM = "self-harm"
    SUICIDE = "suicide"
    ABUSE = "abuse"
    VIOLENCE = "violence"
    LOSS = "loss"
    DRUGS = "drugs"


class Jigsaw(StrEnum):
    """Why words could point to somebody although no name is left: jigsaw identification (ICO, anonymisation)."""

    ONLY = "only"  # the only one of a kind somewhere
    FAMILY = "family"  # brothers and sisters told apart by how many, how old, twins
    BACKGROUND = "background"  # a background, faith, condition or disability beside something that narrows it
    ROLE = "role"  # a post or part that one person has
    EVENT = "event"  # something that was in the news, in court or talked about


class Flag(StrEnum):
    """What was noticed about a voice on its way in that a moderator should know. Never published."""

    SPAM = "spam"  # a filter of the operator's says so
    UNAUTHENTIC = "failed-authentication"  # it may not be from where it says it is
    YOUNG = "young"  # its words tell an age under 16, and nobody said how old who is speaking is
    UNSURE = "unsure"  # some of the words may be somebody else's: a mail that was answered or sent on


class Distress(StrEnum):
    """What may be hard to read about a voice: the kinds of risk that its words suggested. Never published."""

    SELF_HARM = "self-harm"
    HARM = "harm"  # from others
    EXPLOITATION = "exploitation"
    MISSING = "missing"
    HOMELESS = "homeless"


class Span(NamedTuple):
    """A stretch of text: `start` and `end` are offsets in code points, `score` is between 0 and 1."""

    start: int
    end: int
    label: Label
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class RedactedWords:
    """Words out of which everything that could identify anyone has been taken.

    Made by the redactor alone (and read back from a row that it filled); a contract test looks for any other
    maker. `suggestions` are offsets into `text` where a person should ask "is this a name?".
    `jigsaw` says why somebody who knows the person might know them all the same.
    """

    text: str
    hidden: tuple[tuple[Label, int], ...] = ()
    suggestions: tuple[Span, ...] = ()
    jigsaw: tuple[Jigsaw, ...] = ()

    def __repr__(self) -> str:
        """Say how long the words are, never what they say: a log or a traceback must not carry them."""
        return f"<redacted words, {len(self.text)} characters>"

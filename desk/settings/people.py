"""What can be set about what people are shown: who runs this, the councils, themes and helplines, and consent."""

from __future__ import annotations

from pydantic import Field

from desk.settings.kinds import Code, Filled, Listed, Section


class Deployment(Section):
    """Who runs this, and who is called when someone is at risk."""

    name: Filled = Field(
        default="Care voice", description="what people see at the end of a mail and at the top of the lab"
    )
    contact: str = Field(
        default="", description="whom people ask to take their words back: an address or a phone number"
    )
    lead: str = Field(default="", description="who leads on safeguarding")
    deputy: str = Field(default="", description="who stands in for the lead")
    hours: str = Field(default="", description="when the lead or the deputy can be reached")
    languages: Listed[Code] = Field(
        default=("en",), description="languages that the bot offers; the main one, which all else speaks, first"
    )


class Council(Section):
    """A council that looks or looked after someone."""

    code: Code = Field(description="how it is kept", examples=["swindon"])
    name: Filled = Field(description="how it is shown", examples=["Swindon Borough Council"])


class Theme(Section):
    """What a voice is about."""

    code: Code = Field(description="how it is kept", examples=["home"])
    shown_as: Filled = Field(description="how it is shown", examples=["Where you live"])
    covers: str = Field(default="", description="what belongs to it, for moderators and the lab")


class Helpline(Section):
    """Where to turn."""

    name: Filled = Field(description="who answers", examples=["Childline"])
    how: Filled = Field(description="what to do: call, text or chat", examples=["call 0800 1111"])
    hours: str = Field(default="", description="when someone answers; empty if you don't know")
    council: str = Field(
        default="", description="the code of the council whose people it is for, and first; empty: it is for everybody"
    )


class Consent(Section):
    """How the words may be used: the question and its three answers."""

    question: Filled = Field(default="How may we use your words?", description="the question")
    quote: Filled = Field(default="Read it and quote it", description="may be printed in a report")
    read: Filled = Field(
        default="Read it, don't quote it", description="is shown in the lab only; what mail starts with"
    )
    count: Filled = Field(default="Only count it", description="is counted, and the words are erased")

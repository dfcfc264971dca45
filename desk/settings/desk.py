"""What can be set about the desk: how people read and sign in, what is not asked of them, and who is alerted."""

from __future__ import annotations

from pydantic import Field

from desk.settings.kinds import Address, Loopback, Port, Section, Several


class Desk(Section):
    """The pages where moderators read and decide."""

    host: Loopback = Field(default="127.0.0.1", description="where it listens: this machine only")
    port: Port = Field(default=8001, description="its port")
    urgent_days: int = Field(
        default=1, ge=1, le=10, description="working days within which an urgent voice is to be decided on"
    )
    other_days: int = Field(default=7, ge=1, le=90, description="days within which any other is")
    claim_minutes: int = Field(
        default=30, ge=5, le=240, description="minutes for which who opens a voice has it to themselves, if they stop"
    )
    four_eyes: bool = Field(
        default=False, description="whether every voice needs two people's approval; those of under-16s always do"
    )
    own_council: bool = Field(
        default=False, description="whether people who work for a council are shown the voices about it"
    )


class Care(Section):
    """Care for the people who read: how much that is hard to read, and when to take a break."""

    hard_a_day: int = Field(
        default=10, ge=1, le=1000, description="distressing voices that one person is given to read in a day"
    )
    voices_before_break: int = Field(
        default=15, ge=1, le=1000, description="voices in a row after which a break is suggested"
    )
    minutes_before_break: int = Field(
        default=45, ge=5, le=480, description="minutes of reading after which a break is suggested"
    )
    talk_to: str = Field(
        default="",
        description="whom moderators can talk to about what they read, and how; empty: the page says to ask for that",
        examples=["Sam Lee, 01234 567890, weekdays 9 to 5"],
    )


class Accounts(Section):
    """How people sign in at the desk."""

    codes: bool = Field(
        default=True, description="whether everyone at the desk must also type a one-time code from an app"
    )
    own_password: bool = Field(
        default=True, description="whether a password that was made for somebody must be changed at the first sign-in"
    )


class Alerts(Section):
    """Who hears, by mail and without a word of it, that a voice can't wait, and when nobody seems to be reading."""

    addresses: Several[Address] = Field(
        default=(),
        description="the safeguarding lead's and the deputy's; empty: nobody is told",
        examples=[["lead@council.example", "deputy@council.example"]],
    )
    again_hours: int = Field(default=4, ge=1, le=168, description="hours before the same need is told once more")
    unopened_hours: int = Field(
        default=48, ge=1, le=720, description="hours after which a voice that nobody opened is told of too"
    )
    urgent_hours: int = Field(
        default=24, ge=1, le=720, description="hours unopened after which an urgent voice makes the doors say so"
    )
    quiet_days: int = Field(
        default=7, ge=1, le=90, description="days without any decision, while voices wait, after which they say so too"
    )

"""What can be set about what leaves: when something is shown, to whom, and how long anything is kept."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo  # noqa: TC002 - pydantic looks it up when it runs

from desk.settings.kinds import Days, Loopback, Port, Section, Threshold, refused


class Lab(Section):
    """The pages where the policy lab reads."""

    host: Loopback = Field(default="127.0.0.1", description="where it listens: this machine only")
    port: Port = Field(default=8002, description="its port")
    sign_in: bool = Field(default=True, description="whether people must sign in to read")


class Publication(Section):
    """When something may be shown."""

    k: Threshold = Field(
        default=10, description="how many voices must share a combination of details before it is shown"
    )
    count_threshold: Threshold = Field(default=10, description="the smallest count that is shown")
    round_to: Threshold = Field(default=5, description="what counts are rounded to")
    batch: int = Field(default=10, ge=10, description="how many new voices a release needs")
    period: Literal["quarter", "month"] = Field(default="quarter", description="how finely time is shown")
    days_between_releases: int = Field(default=28, ge=28, le=3650, description="the least days between two releases")
    drill: int = Field(
        default=10,
        ge=0,
        le=1000,
        description="how many new voices somebody must try to recognise before a release, the likeliest first; 0: none",
    )

    permission_days: int = Field(
        default=28, ge=7, le=90, description="days to answer for somebody whose story could be recognised"
    )

    @field_validator("round_to")
    @classmethod
    def _shows_what_may_be_shown(cls, round_to: int, info: ValidationInfo) -> int:
        if round_to > info.data.get("count_threshold", round_to):
            raise refused("rounding to more than count_threshold would show 0 where there are voices", "5")
        return round_to


class Retention(Section):
    """How long something is kept."""

    waiting_days: int = Field(
        default=365, ge=30, le=3650, description="days after which a voice that nobody decided on is erased"
    )
    held_days: int = Field(default=180, ge=30, le=3650, description="days after which a voice put aside is erased")
    declined_days: Days = Field(default=90, description="days after which the words of a declined voice are erased")
    published_days: int = Field(
        default=1825, ge=90, le=3650, description="days after its release when a voice is erased, from the lab too"
    )
    counted_days: int = Field(
        default=1825, ge=90, le=3650, description="days after which what is left of a voice without words is erased"
    )
    questions_days: int = Field(
        default=180, ge=30, le=3650, description="days after which what was asked and answered is erased"
    )
    warning_days: int = Field(default=30, ge=7, le=365, description="for how many days it is said before what goes")

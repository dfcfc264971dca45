"""How a deployment wants its voices read: by when, by how many, and by whom not; on pages and in a terminal alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desk.pages.pace import Caring
from storage.claims import MINUTES
from storage.deadlines import Deadlines
from storage.queue import Asking, Listing
from storage.viewer import Viewer, viewer

if TYPE_CHECKING:
    import sqlite3

    from desk.settings import Settings


@dataclass(frozen=True, slots=True)
class Rules:
    """What the settings of the desk say; see `desk.settings.model.Desk`."""

    deadlines: Deadlines = field(default_factory=Deadlines)
    claim_minutes: int = MINUTES
    four_eyes: bool = False
    own_council: bool = False

    def viewer(self, conn: sqlite3.Connection, account: str) -> Viewer:
        """Return who looks, with what they are not shown."""
        return viewer(conn, account, own_council=self.own_council)

    def asking(self, who: Viewer, listing: Listing = Listing.ALL) -> Asking:
        """Return what to ask for, to get a list as it is today."""
        return Asking(who, listing, date.today(), self.deadlines)


def rules(settings: Settings) -> Rules:
    """Return the rules of a deployment."""
    desk = settings.desk
    deadlines = Deadlines(desk.urgent_days, desk.other_days)
    return Rules(deadlines, desk.claim_minutes, desk.four_eyes, desk.own_council)


def caring(settings: Settings) -> Caring:
    """Return how a deployment cares for those who read."""
    its = settings.care
    return Caring(its.hard_a_day, its.voices_before_break, its.minutes_before_break, its.talk_to)

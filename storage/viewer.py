"""Who looks at the desk's voices, and which of them they are not shown: those about a council that they belong to.

Functions take an open connection to intake.db.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.accounts import account
from storage.errors import Refused
from storage.model import Section
from storage.roles import Role

if TYPE_CHECKING:
    import sqlite3

    from storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class Viewer:
    """An account. `hidden` is the council whose voices it is not shown; a lead sees those for leads all the same."""

    account: str
    hidden: str | None = None
    leads: bool = False

    def may_see(self, voice: Submission) -> bool:
        """Tell whether a voice may be shown."""
        return self.hidden is None or voice.council != self.hidden or (self.leads and voice.section is Section.LEAD)


def viewer(conn: sqlite3.Connection, name: str, *, own_council: bool) -> Viewer:
    """Return who looks; `own_council`: the settings let people see voices about their own council."""
    found = account(conn, name)
    if found is None:
        return Viewer(name)
    return Viewer(name, None if own_council else found.council, Role.LEAD in found.roles)


def check(who: Viewer, voice: Submission) -> None:
    """Raise `Refused` if somebody may not see a voice."""
    if not who.may_see(voice):
        raise Refused("This voice is about the council that you belong to, so somebody else reads it.")

"""Workshops, as commands show them: with the code of their link, and counts no finer than published."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from desk.counted import about
from storage.errors import Refused
from storage.opening import immediate
from storage.workshops import add_workshop, close_workshop, workshop, workshops

if TYPE_CHECKING:
    from desk.place import Place


def add(place: Place, name: str) -> str:
    """Open a workshop and return the code of its link. Raises `Refused`, with what to do."""
    with closing(place.files.open_intake()) as intake, immediate(intake):
        return add_workshop(intake, name)


def close(place: Place, name: str) -> None:
    """Close a workshop. Raises `Refused` if none of this name is open."""
    with closing(place.files.open_intake()) as intake, immediate(intake):
        close_workshop(intake, name)


def lines(place: Place) -> list[str]:
    """Return a line for each workshop there is or was."""
    with closing(place.files.open_intake()) as intake:
        known = workshops(intake)
    return [
        place.say(
            "workshop-closed" if one.closed else "workshop-line",
            name=one.name,
            code=one.code,
            voices=about(one.voices, place.thresholds, place.say),
        )
        for one in known
    ]


def find(place: Place, said: str) -> tuple[str, str]:
    """Return the name and the code of an open workshop, by either of them. Raises `Refused` if there is none."""
    with closing(place.files.open_intake()) as intake:
        known = {one.name: one.code for one in workshops(intake) if not one.closed}
        named = said if said in known else workshop(intake, said)
    if named is None:
        raise Refused("No open workshop has that name or code. See care-voice workshop list, or make one with add.")
    return named, known[named]

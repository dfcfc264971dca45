"""`care-voice workshop`, and the posters of workshops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desk.test_poster import BOT, made, read, scanned

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

TUESDAYS = "Tuesdays at the Junction"


def opened(desk: Desk) -> str:
    """Open a workshop and return its code, from what is said."""
    return desk.run("workshop", "add", TUESDAYS).output.split("--workshop ")[1].split()[0]


def test_a_workshop_is_opened_listed_and_closed(desk: Desk) -> None:
    """Each says what to do next, and counts are rounded as published ones are."""
    assert "Open one with" in desk.run("workshop", "list").output
    code = opened(desk)
    assert f"{code}  {TUESDAYS}: fewer than 10 voices\n" in desk.run("workshop", "list").output
    assert "is closed" in desk.run("workshop", "close", TUESDAYS).output
    assert f"{code}  {TUESDAYS}: fewer than 10 voices (closed)" in desk.run("workshop", "list").output
    assert "See care-voice workshop list" in desk.run("workshop", "close", TUESDAYS).output


def test_a_workshops_poster_brings_its_code(desk: Desk, tmp_path: Path) -> None:
    """Asked for by name or by code, and it says which workshop it is for."""
    code = opened(desk)
    for said in (TUESDAYS, code):
        made(desk, tmp_path, "--workshop", said)
        assert scanned(tmp_path / f"poster-{code}-en.png") == f"{BOT}?start=w_{code}"
        assert f"here for {TUESDAYS}?" in read(tmp_path / f"poster-{code}-en.pdf")


def test_a_closed_workshop_gets_no_poster(desk: Desk, tmp_path: Path) -> None:
    """Nor one that is not there, nor a council and a workshop at once; each says what to do."""
    code = opened(desk)
    desk.run("workshop", "close", TUESDAYS)
    for said in (TUESDAYS, code, "x"):
        refused = desk.run("poster", "--bot", "care_voice_bot", "--workshop", said, "-o", str(tmp_path))
        assert (refused.exit_code, "care-voice workshop list" in refused.output) == (1, True)
    both = desk.run("poster", "--council", "swindon", "--workshop", TUESDAYS)
    assert (both.exit_code, "take one of" in both.output) == (2, True)


def test_moderators_see_which_workshop_a_voice_came_from(desk: Desk) -> None:
    """In the terminal, where an organisation would stand."""
    desk.receive(workshop=TUESDAYS)
    assert f"Through: {TUESDAYS}" in desk.moderate("q")

"""What a release says of itself to the lab: what it held back and why, in numbers that point to nobody."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.pages.store import Store
from desk.pages_settings import pages_settings
from desk.settings import load_settings
from storage.decisions import approve
from storage.due import what_is_due
from storage.model import AgeBand, Consent
from storage.opening import immediate
from storage.publishing import publish
from storage.release import Thresholds
from storage.release_note import put
from tests.desk.at_copies import at, make_vault
from tests.desk.reading import serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desk.at_desk import Desk


def received(desk: Desk, number: int, **changes: object) -> None:
    """Store and approve voices that say the same about themselves."""
    for each in range(number):
        code = desk.receive(f"Voice number {each} was heard.", **changes)  # type: ignore[arg-type]
        with desk.opened() as intake, immediate(intake):
            approve(intake, desk.voice(code), "reader")


def told(desk: Desk) -> str:
    """Return what the lab reads about the last release."""
    with closing(desk.files.open_published()) as published:
        rows = published.execute("SELECT told FROM releases ORDER BY number DESC").fetchall()
    return str(rows[0][0])


def by_command(desk: Desk) -> None:
    """Publish in the terminal."""
    assert "is out" in desk.publish("--force", "the lab meets").output


def by_page(desk: Desk) -> None:
    """Publish on the page."""
    desk.let_a_minute_pass()
    desk.drill()
    with serving(desk) as site, site.moderator() as reader:
        assert reader.fill("/release", "/release", reason="the lab meets").status_code == 303


@pytest.mark.parametrize("publish", [by_command, by_page])
def test_it_says_what_was_held_back(desk: Desk, publish: Callable[[Desk], None]) -> None:
    """Thirteen can't be told apart by council; that three are only counted is no number."""
    received(desk, 12)
    received(desk, 1, council="swindon", age_band=AgeBand.FROM_25)
    received(desk, 3, consent=Consent.COUNT)
    publish(desk)
    said = told(desk)
    assert "people tried to tell who the voices are from" in said
    assert "Council: about 15 new voices show less than was said" in said
    assert "Only counted, because people asked for that: fewer than 10 new voices." in said
    assert {int(number) % 5 for number in re.findall(r"\d+", said)} == {0}


def test_larger_numbers_are_rounded(desk: Desk) -> None:
    """Eleven whose council nobody else has, in as many councils."""
    received(desk, 12)
    for number in range(11):
        received(desk, 1, council=f"council-{number}")
    by_command(desk)
    assert "Council: about 10 new voices show less than was said" in told(desk)
    assert "11" not in told(desk)


def test_without_the_drill_it_says_so(desk: Desk) -> None:
    """A forced release may go without, and everyone reads that."""
    received(desk, 2)
    desk.let_a_minute_pass()
    desk.run("publish", "--as", "reader", "--force", "the lab meets", typed=f"{desk.password}\n")
    assert "It went out without the check" in told(desk)


async def test_a_crash_before_the_note_leaves_it_to_be_told(desk: Desk) -> None:
    """The desk tells what the release held back when it runs next."""
    received(desk, 12)
    desk.let_a_minute_pass()
    desk.drill()
    with desk.opened() as intake, closing(desk.files.open_published()) as published:
        publish(intake, published, Thresholds(), account="reader", today=date.today(), drilled=True, to_tell=True)
    assert told(desk) == ""
    store = Store(pages_settings(load_settings(desk.files.data, {}), desk.files.data))
    await store.open()
    await store.close()
    assert "people tried to tell who the voices are from" in told(desk)
    with desk.opened() as intake:
        assert what_is_due(intake) == {}


def test_what_was_told_stands(desk: Desk) -> None:
    """Telling it again, though it reads otherwise by then, changes nothing."""
    received(desk, 12)
    by_command(desk)
    before = told(desk)
    with desk.opened() as intake, closing(desk.files.open_published()) as published:
        put(intake, published, 1, "Something else.")
    assert told(desk) == before


def test_it_stands_whatever_leaves_later(desk: Desk) -> None:
    """Somebody who takes their words back changes no note: two copies of it tell nothing about them."""
    received(desk, 12)
    code = desk.approved("And mine.")
    by_command(desk)
    before = told(desk)
    assert desk.run("withdraw", code).exit_code == 0
    assert told(desk) == before


def test_a_restore_keeps_it(desk: Desk, tmp_path: Path) -> None:
    """The notes of all releases come back with a copy."""
    vault = make_vault(desk, tmp_path)
    received(desk, 2)
    by_command(desk)
    received(desk, 2)
    by_command(desk)
    copy = vault.copy()
    assert vault.restore(copy, tmp_path / "new").exit_code == 0
    with closing(at(tmp_path / "new").files.open_published()) as published:
        notes = published.execute("SELECT told FROM releases").fetchall()
    assert [note[0] for note in notes] == [told(desk)] * 2


def test_a_file_from_before_learns_to_tell(desk: Desk) -> None:
    """A published.db that an older care-voice made goes on, with nothing told of its older releases."""
    received(desk, 2)
    by_command(desk)
    with closing(desk.files.open_published()) as published:
        published.execute("ALTER TABLE releases DROP COLUMN told")
    assert told(desk) == ""
    received(desk, 2)
    by_command(desk)
    assert "Only counted" in told(desk)

"""Who comes by a poster is asked, or told, what its link says; nothing of it is taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.model import Channel
from storage.opening import immediate
from storage.workshops import add_workshop, close_workshop

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker

TUESDAYS = "Tuesdays at the Junction"


def workshop(kept: Kept, *, closed: bool = False) -> str:
    """Open a workshop and return what its poster's link brings."""
    conn = kept.files.open_intake()
    with immediate(conn):
        code = add_workshop(conn, TUESDAYS)
        if closed:
            close_workshop(conn, TUESDAYS)
    conn.close()
    return f"w_{code}"


async def goes_on(talker: Talker) -> str:
    """Tell something from the first question on, and send it; return the summary and the code."""
    await talker.presses("How things are")
    await talker.presses("Where you live")
    await talker.types("The taster flat was good.")
    await talker.presses("Done")
    await talker.presses("don't quote")
    summary = talker.reads
    await talker.presses("Send")
    return summary


async def test_a_councils_poster_asks_whether_it_is_theirs(alex: Talker, kept: Kept) -> None:
    """A yes is noted, thanked for, shown before sending and kept."""
    await alex.types("/start c_swindon")
    assert "You came by a poster of Swindon Borough Council" in alex.reads
    assert "Who reads it" in alex.reads
    await alex.presses("It's my council")
    assert "I noted your council" in alex.reads
    assert "Council: Swindon Borough Council" in await goes_on(alex)
    assert [one.council for one in kept.all()] == ["swindon"]


@pytest.mark.parametrize("answer", [None, "It isn't mine", "no"])
async def test_whose_poster_it_was_is_not_taken_for_granted(alex: Talker, kept: Kept, answer: str | None) -> None:
    """Who goes on without an answer, or says no, has no council."""
    await alex.types("/start c_swindon")
    if answer:
        await (alex.presses(answer) if answer[0] == "I" else alex.types(answer))
        assert "did not note it" in alex.reads
    assert "Swindon" not in await goes_on(alex)
    assert [one.council for one in kept.all()] == [None]


async def test_an_answer_can_be_typed_and_changed(alex: Talker) -> None:
    """The buttons of the first screen stay good: a later answer counts."""
    await alex.types("/start c_swindon")
    yes, no = alex.button("It's my council"), alex.button("It isn't")
    await alex.types("yes")
    assert alex.begun.council == "swindon"
    await alex.presses_again(no)
    assert alex.begun.council is None
    await alex.presses_again(yes)
    assert alex.begun.council == "swindon"


@pytest.mark.parametrize("link", ["c_atlantis", "c_another", "w_velvet-otter-plank", "w_x"])
async def test_a_link_that_leads_nowhere_stops_nobody(alex: Talker, link: str) -> None:
    """It says so, and the first question follows."""
    await alex.types(f"/start {link}")
    assert "poster" in alex.reads
    assert "What would you like to tell us?" in alex.reads
    await goes_on(alex)


async def test_a_workshop_is_noted_and_shown(alex: Talker, kept: Kept) -> None:
    """Told at once, shown before sending, and kept where nothing is published from."""
    await alex.types(f"/start {workshop(kept)}")
    assert TUESDAYS in alex.reads
    assert f"Workshop: {TUESDAYS}" in await goes_on(alex)
    assert [(one.channel, one.workshop) for one in kept.all()] == [(Channel.WORKSHOP, TUESDAYS)]


@pytest.mark.parametrize("when", ["at once", "by typing", "at the end"])
async def test_a_workshop_is_left_out_if_they_want(alex: Talker, kept: Kept, when: str) -> None:
    """From the first screen to the last; then nothing of it is kept."""
    await alex.types(f"/start {workshop(kept)}")
    if when == "at once":
        await alex.presses("Don't note")
    elif when == "by typing":
        await alex.types("don't note the workshop")
    else:
        await alex.gets_to("summary")
        await alex.presses("Don't note")
        assert "Ready to send?" in alex.reads
        await alex.presses("Send")
    if when != "at the end":
        assert TUESDAYS not in await goes_on(alex)
    assert [(one.channel, one.workshop) for one in kept.all()] == [(Channel.TELEGRAM, None)]


async def test_a_closed_workshop_is_said_kindly(alex: Talker, kept: Kept) -> None:
    """What is told then is told without it."""
    await alex.types(f"/start {workshop(kept, closed=True)}")
    assert "workshop is over" in alex.reads
    await goes_on(alex)
    assert [one.workshop for one in kept.all()] == [None]


async def test_a_file_that_cant_be_read_keeps_nobody_from_telling(alex: Talker, kept: Kept) -> None:
    """They hear that the workshop isn't noted, and can go on or come again."""
    link = workshop(kept)
    await kept.writer.close()
    await alex.types(f"/start {link}")
    assert "can't look up that poster's workshop just now" in alex.reads
    assert "What would you like to tell us?" in alex.reads


async def test_what_was_begun_is_not_lost(alex: Talker, kept: Kept) -> None:
    """Who scans a poster in the middle is asked whether to carry on, and the workshop is noted all the same."""
    await alex.gets_to("preview")
    await alex.types(f"/start {workshop(kept)}")
    assert "still have your words" in alex.reads
    await alex.presses("Carry on")
    await alex.presses("don't quote")
    assert f"Workshop: {TUESDAYS}" in alex.reads


async def test_a_council_that_was_chosen_stays(alex: Talker) -> None:
    """A poster asks nothing that is answered already."""
    await alex.gets_to("council")
    await alex.presses("Another council")
    await alex.types("/start c_swindon")
    assert alex.begun.council == "another"


async def test_somebody_under_16_still_is_after_a_poster(alex: Talker) -> None:
    """Scanning one takes nothing back."""
    await alex.types("/start")
    await alex.presses("I'm under 16")
    await alex.types("/start c_swindon")
    await alex.presses("It's my council")
    assert alex.begun.young
    assert alex.begun.age_band == "under-16"

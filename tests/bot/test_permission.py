"""Somebody whose story could be recognised says by code whether it may go out: with one tap, and once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.model import State
from storage.opening import immediate
from storage.permission import MARKED, ask_permission
from tests.bot.talking import talk

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker

SUMMARY = "Somebody moved very often."


async def asked(alex: Talker, kept: Kept, *, summary: str = SUMMARY) -> str:
    """Send a voice, be asked about it, and look; return the code."""
    code = await alex.sends()
    conn = kept.files.open_intake()
    with immediate(conn):
        conn.execute("UPDATE submissions SET theme = 'home', kind = 'feedback'")
        ask_permission(conn, kept.voice(code), "reader", summary, date.today())
    conn.close()
    await alex.types(code)
    return code


def shown(kept: Kept, code: str) -> str | None:
    """Return the words that are kept."""
    words = kept.voice(code).words
    return None if words is None else words.text


async def test_they_are_told_what_can_be_chosen_and_until_when(alex: Talker, kept: Kept) -> None:
    """Neither their words nor the summary are shown: somebody else may hold the code."""
    await asked(alex, kept)
    last = date.today() + timedelta(days=28)
    assert f"You have until {last:%-d %B %Y}." in alex.reads
    assert alex.labels[:3] == ["Share it as it is", "Only a short summary", "Only count it"]
    assert "moved" not in alex.reads


@pytest.mark.parametrize(
    ("label", "told", "state"),
    [
        ("Share it as it is", "It may go out as you told it", State.WAITING),
        ("Only a short summary", "Only a short summary goes out", State.WAITING),
        ("Only count it", "It is only counted now", State.APPROVED),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
async def test_one_tap_answers(alex: Talker, kept: Kept, label: str, told: str, state: State, *, typed: bool) -> None:
    """Or the words of the button; what is kept is at once what they chose, and the code says so."""
    code = await asked(alex, kept)
    before = shown(kept, code)
    await (alex.types(label) if typed else alex.presses(label))
    assert told in alex.reads
    after = {"Share it as it is": before, "Only a short summary": MARKED + SUMMARY}.get(label)
    assert (shown(kept, code), kept.voice(code).state) == (after, state)
    await alex.types(code)
    assert "You have until" not in alex.reads


async def test_what_is_not_offered_is_not_there(alex: Talker, kept: Kept) -> None:
    """Without a summary nobody is promised one."""
    await asked(alex, kept, summary="")
    assert alex.labels[:2] == ["Share it as it is", "Only count it"]
    assert "summary" not in alex.reads


async def test_a_yes_is_no_permission(alex: Talker, kept: Kept) -> None:
    """It doesn't say to what; nothing changes, and the code shows the question again."""
    code = await asked(alex, kept)
    await alex.types("yes")
    assert kept.voice(code).state is State.ASKED


async def test_an_answer_that_comes_again_says_the_same(kept: Kept) -> None:
    """Delivered again after a restart it is done once; an old button does nothing to another voice."""
    alex = talk(kept)
    code = await asked(alex, kept)
    old = alex.button("Share it as it is")
    await alex.presses("Only count it")
    await alex.presses_again(old)
    assert shown(kept, code) is None


async def test_what_can_not_be_kept_is_said(alex: Talker, kept: Kept) -> None:
    """Nothing is changed then, and the button still works."""
    code = await asked(alex, kept)
    button = alex.button("Only count it")
    kept.files.published_db.rename(kept.files.published_db.with_suffix(".away"))
    await alex.presses("Only count it")
    assert "did not work" in alex.reads
    kept.files.published_db.with_suffix(".away").rename(kept.files.published_db)
    assert kept.voice(code).state is State.ASKED
    await alex.presses_again(button)
    assert "It is only counted now" in alex.reads

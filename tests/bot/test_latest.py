"""/updates: what councils did with what people said, for everybody, without a code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from storage.opening import immediate
from storage.publishing import publish
from storage.release import Thresholds
from storage.responses import NewResponse, ResponseKind, draft
from tests.bot.over_http import door_open
from tests.bot.talking import talk
from tests.bot.test_codes import decide, send

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi

NOW = Thresholds(k=1, count=1, round_to=1, batch=1, days=0)


async def answered(alex: Talker, kept: Kept, *texts: str, public: bool = True) -> None:
    """Publish a voice, and answer it for everybody."""
    number = decide(kept, await send(alex))
    conn, published = kept.files.open_intake(), kept.files.open_published()
    if public:
        publish(conn, published, NOW, account="reader", today=date(2026, 11, 1))
    with immediate(conn):
        for place, text in enumerate(texts):
            draft(
                conn,
                NewResponse(
                    ResponseKind.CHANGED, text, "reader", date(2026, 1, 1 + place), everyone=True, approver="reader"
                ),
                [number],
            )
    conn.close()
    published.close()


async def test_nothing_yet_is_said_honestly(alex: Talker) -> None:
    """Nobody is promised what was not done."""
    await alex.types("/updates")
    assert "nothing to show here yet" in alex.reads


async def test_anybody_reads_what_was_done(alex: Talker, kept: Kept) -> None:
    """In the council's own words, marked, with no day: that would say by when somebody had spoken."""
    await answered(alex, kept, "The *flats* are open.")
    sam = talk(kept)
    await sam.types("updates")
    assert "This changed (January to March 2026)" in sam.reads
    (mark,) = sam.screens[-1].marks
    assert sam.screens[-1].text[mark.start : mark.end] == "The *flats* are open."


async def test_what_waits_is_told_to_nobody(alex: Talker, kept: Kept) -> None:
    """An answer to a voice that no release holds tells nothing here."""
    await answered(alex, kept, "The flats are open.", public=False)
    await alex.types("/updates")
    assert "nothing to show here yet" in alex.reads


async def test_pages_are_turned_by_buttons(alex: Talker, kept: Kept) -> None:
    """Newest first; at either end there is no button that leads nowhere, and old ones do no harm."""
    await answered(alex, kept, *(f"Answer {number}." for number in range(5)))
    await alex.types("/updates")
    older = alex.button("Older")
    assert "Answer 4." in alex.reads
    assert "Page 1 of 2" in alex.reads
    assert "Newer" not in alex.labels
    await alex.presses("Older")
    assert "Answer 0." in alex.reads
    assert "Older" not in alex.labels
    await alex.presses("Newer")
    assert "Answer 4." in alex.reads
    alex.draft = None
    await alex.presses_again(older)
    assert "Answer 0." in alex.reads


async def test_reading_takes_nothing_from_what_was_begun(alex: Talker) -> None:
    """Whoever looks in the middle of writing goes on where they were."""
    await alex.gets_to("preview")
    await alex.types("/updates")
    await alex.presses("Carry on")
    assert "exactly what we will keep" in alex.reads


async def test_a_failure_is_not_called_nothing(alex: Talker, kept: Kept) -> None:
    """Who asks while a file can't be read is told to try again, not that nothing was done."""
    await kept.writer.close()
    await alex.types("/updates")
    assert "try again" in alex.reads


async def test_pages_take_each_other_s_place(api: BotApi, kept: Kept) -> None:
    """Turning pages doesn't flood the chat, nor does anything else that it reads stay in memory for long."""
    await answered(talk(kept), kept, *(f"Answer {number}." for number in range(5)))
    alex = api.person()
    async with door_open(api, kept):
        await alex.says("/updates")
        await alex.hears("Answer 4.")
        await alex.taps("Older")
        await alex.hears("Answer 0.")
        await api.all_confirmed()
    assert len([shown for shown in alex.messages if "You said, we did" in shown.text]) == 1

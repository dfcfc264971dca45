"""/updates: what councils did with what people said, for everybody, without a code."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from storage.arriving import add
from storage.decisions import approve
from storage.opening import immediate
from storage.publishing import publish
from storage.release import Thresholds
from storage.responses import NewResponse, ResponseKind, draft
from storage.submissions import read
from storage.syncing import sync
from tests.bot.over_http import door_open
from tests.bot.talking import talk
from tests.bot.test_codes import decide, send
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi

NOW = Thresholds(k=1, count=1, round_to=1, batch=1, days=0)
COUNTED = Thresholds(k=1, count=10, round_to=5, batch=1, days=0)
CHANGED, PLANNED, THANKS = ResponseKind.CHANGED, ResponseKind.PLANNED, ResponseKind.THANKS


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


async def test_an_honest_denominator_stands_above_the_answers(api: BotApi, kept: Kept) -> None:
    """Of all who told how things are: thanks count as no answer, and a count that is too small is not shown."""
    with closing(kept.files.open_intake()) as conn, closing(kept.files.open_published()) as published:
        with immediate(conn):
            for _ in range(30):
                add(conn, kept.keys, voice(), date(2026, 1, 1))
            numbers = [row[0] for row in conn.execute("SELECT id FROM submissions")]
            for number in numbers:
                approve(conn, read(conn, number), "reader")
        publish(conn, published, COUNTED, account="reader", today=date(2026, 1, 2))
        with immediate(conn):
            for kind, some in ((CHANGED, numbers[:12]), (PLANNED, numbers[12:14]), (THANKS, numbers[14:])):
                new = NewResponse(
                    kind, "The flats are open.", "reader", date(2026, 1, 3), everyone=True, approver="sam"
                )
                draft(conn, new, some)
        sync(conn, published, COUNTED)
    async with door_open(api, kept):
        alex = api.person()
        await alex.says("/updates")
        told = (await alex.hears("About 30 people told us")).text
    lines = [line for line in told.splitlines() if ": " in line]
    assert lines[:4] == [
        "It changed: 10",
        "There is a plan: not shown, to keep people safe",
        "It can't change, and they said why: 0",
        "No answer yet: 15",
    ]

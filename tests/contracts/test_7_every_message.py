"""Promise 7: every message gets an answer, and an honest one; at the Telegram door, whatever came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from intake.wording import load_wording
from storage.decisions import Reason
from storage.model import AgeBand, Consent, Happened, Kind, Speaker, State
from storage.responses import ResponseKind
from tests.bot.over_http import door_open
from tests.bot.talking import Kept, talk
from tests.fakes.bot_api import BotApi
from tests.fakes.faults import broken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

STICKER = {"file_id": "x", "file_unique_id": "y", "type": "regular", "width": 1, "height": 1, "is_animated": False}
# One of each that the Bot API lets people send, but for those below that need more than a line; all are answered alike.
CONTENTS: dict[str, object] = {
    "animation": {"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1, "duration": 1},
    "audio": {"file_id": "x", "file_unique_id": "y", "duration": 1},
    "contact": {"phone_number": "1", "first_name": "x"},
    "dice": {"emoji": "🎲", "value": 1},
    "document": {"file_id": "x", "file_unique_id": "y"},
    "location": {"latitude": 1, "longitude": 1},
    "photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}],
    "sticker": {**STICKER, "is_video": False},
    "story": {"chat": {"id": 1, "type": "private"}, "id": 1},
    "venue": {"location": {"latitude": 1, "longitude": 1}, "title": "x", "address": "x"},
    "video": {"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1, "duration": 1},
    "video_note": {"file_id": "x", "file_unique_id": "y", "length": 1, "duration": 1},
    "voice": {"file_id": "x", "file_unique_id": "y", "duration": 1},
    "game": {"title": "x", "description": "x", "photo": []},
    "users_shared": {"request_id": 1, "users": []},
    "web_app_data": {"data": "x", "button_text": "x"},
    "text": "anything at all",
    "caption": "under nothing",
    "of_a_future_api": {"new": True},
}


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    """Give files of a deployment, closed at the end."""
    kept = Kept(tmp_path)
    yield kept
    await kept.writer.close()


@pytest.mark.parametrize("content", CONTENTS)
async def test_whatever_is_sent_is_answered(kept: Kept, content: str) -> None:
    """Of every kind of message one is sent, in silence and in a conversation: each is answered, nothing is kept."""
    async with BotApi() as api, door_open(api, kept):
        alex = api.person()
        await api.updates.add("message", alex._message(1, {content: CONTENTS[content]}))
        await alex.hears()
        await alex.says("/start")
        await alex.hears()
        await api.updates.add("message", alex._message(2, {content: CONTENTS[content]}))
        await alex.hears()
        await api.all_confirmed()
    assert kept.all() == []


async def test_what_fails_for_good_is_said(kept: Kept) -> None:
    """When a message can't be handled however often it is tried, the person hears that, and others go on."""
    async with BotApi() as api, door_open(api, kept):
        alex, sam = api.person("Alex"), api.person("Sam")
        kept.passage.preview = None  # type: ignore[assignment,method-assign]
        await alex.says("more buses")
        for label in ("Skip", "Skip"):
            await alex.hears()
            await alex.taps(label)
        await alex.hears("That didn't save.")
        await sam.says("/help")
        await sam.hears("Call 999")


async def test_a_storm_ends_in_an_answer(kept: Kept) -> None:
    """Telegram fails again and again; what was said is answered once it is back."""
    async with BotApi() as api, door_open(api, kept):
        alex = api.person()
        api.fail("sendMessage", broken(), broken(502), broken(503))
        await alex.says("/start")
        await alex.hears("What would you like to tell us?")


async def test_not_saved_is_never_called_saved(kept: Kept) -> None:
    """With the writer gone, Send says so, and gives no code."""
    alex = talk(kept)
    await alex.gets_to("summary")
    await kept.writer.close()
    await alex.presses("Send")
    assert "That didn't save, please press Send again" in alex.reads
    assert "Your code" not in alex.reads


ENUMERATIONS = [
    *((f"bot-kind-{one}", None) for one in Kind),
    *((f"bot-use-{one}", None) for one in Consent),
    *((f"bot-speaker-{one}", None) for one in Speaker),
    *((f"bot-age-{one}", None) for one in AgeBand),
    *((f"bot-happened-{one}", None) for one in Happened),
    *((f"bot-reason-{one}", None) for one in Reason),
    *((f"bot-state-{one}", None) for one in State),
    *((f"bot-response-{one}", "3 May 2026") for one in ResponseKind),
]


@pytest.mark.parametrize(("message", "day"), ENUMERATIONS)
def test_everything_that_can_be_said_has_words(message: str, day: str | None) -> None:
    """No code of ours, and no hole, is ever shown to a person."""
    said = load_wording()(message, **({"day": day} if day else {}))
    assert said
    assert message.rpartition("-")[0] not in said

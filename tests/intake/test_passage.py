"""The passage: signpost, redact, store, receipt; and what happens when a step fails."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake.passage import LONGEST, Accepted, NotSaved, Passage, Preview, Voice
from intake.raw import RawWords
from intake.redaction import Redaction, RedactionFailed, Redactor, load_redactor
from intake.redaction.process import SameProcess
from intake.wishes import NO_WISHES, Wishes
from storage.arriving import Known
from storage.intake_db import create_intake, open_intake
from storage.keys import Keys, load_keys, make_keys
from storage.model import ENGLISH, OTHER, AgeBand, Channel, Consent, Flag, Jigsaw, Label
from storage.submissions import find, read, waiting
from storage.writer import Writer


@dataclass(frozen=True)
class Breaks:
    """A redactor that fails in one way."""

    error: Exception

    def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:  # noqa: ARG002 - it never gets so far
        """Fail."""
        raise self.error


@dataclass(frozen=True)
class Deployment:
    """Files to store in, and the keys."""

    path: Path
    keys: Keys
    writer: Writer

    def passage(self, redactor: Redactor | None = None) -> Passage:
        """Return a passage into these files."""
        return Passage(SameProcess(redactor or load_redactor()), self.writer, self.keys)

    def read(self) -> sqlite3.Connection:
        """Open what was stored."""
        return open_intake(self.path, demo=False)


@pytest.fixture
async def deployment(tmp_path: Path) -> AsyncIterator[Deployment]:
    """Make files of its own, and a writer on them."""
    path = tmp_path / "intake" / "intake.db"
    create_intake(path, demo=False)
    make_keys(tmp_path / "keys")
    writer = Writer(open_intake(path, demo=False))
    yield Deployment(path, load_keys(tmp_path / "keys"), writer)
    await writer.close()


def voice(text: str, delivery: bytes | None = None) -> Voice:
    """Return a voice from the mail door."""
    return Voice(RawWords(text), Known(Channel.MAIL, Consent.READ, delivery=delivery))


async def test_a_voice_is_kept_redacted_and_its_code_finds_it(deployment: Deployment) -> None:
    """What is stored holds no name, and the receipt code leads to it."""
    answer = await deployment.passage().accept(voice("my social worker Karolina never rings, call me on 07700 900123"))
    assert isinstance(answer, Accepted)
    assert answer.code is not None
    with deployment.read() as conn:
        kept = read(conn, int(find(conn, deployment.keys, answer.code) or 0))
    assert kept.words is not None
    assert "Karolina" not in kept.words.text
    assert "900123" not in kept.words.text
    assert "never rings" in kept.words.text


async def test_words_in_another_language_are_marked(deployment: Deployment) -> None:
    """Who sent them hears of it, and so do moderators."""
    for words, language in (("nobody ever asks what i want", ENGLISH), ("nikt nie pyta czego ja chcę", OTHER)):
        answer = await deployment.passage().accept(voice(words))
        assert isinstance(answer, Accepted)
        with deployment.read() as conn:
            kept = read(conn, int(find(conn, deployment.keys, answer.code or "") or 0))
        assert answer.language == kept.language == language


@pytest.mark.parametrize(
    ("words", "said", "noticed"),
    [
        ("im 15 and nobody asks me", None, (Flag.UNSURE, Flag.YOUNG)),
        ("im 17 and nobody asks me", None, (Flag.UNSURE,)),
        ("im 15 and nobody asks me", AgeBand.UNDER_16, (Flag.UNSURE,)),
        ("my brother is 12 and nobody asks him", AgeBand.FROM_18, (Flag.UNSURE,)),
    ],
)
async def test_an_age_in_the_words_counts_where_nobody_said_one(
    deployment: Deployment, words: str, said: AgeBand | None, noticed: tuple[Flag, ...]
) -> None:
    """A mail has no other way to say that somebody under 16 is speaking; the mark comes after the door's own."""
    heard = voice(words)
    heard = replace(heard, known=replace(heard.known, age_band=said), flags=(Flag.UNSURE,))
    answer = await deployment.passage().accept(heard)
    assert isinstance(answer, Accepted)
    with deployment.read() as conn:
        kept = read(conn, int(find(conn, deployment.keys, answer.code or "") or 0))
    assert kept.flags == noticed


async def test_words_that_somebody_might_be_known_by_are_marked(deployment: Deployment) -> None:
    """Whoever sent them and whoever checks them hear the same reasons."""
    answer = await deployment.passage().accept(voice("I was head girl."))
    assert isinstance(answer, Accepted)
    with deployment.read() as conn:
        kept = read(conn, int(find(conn, deployment.keys, answer.code or "") or 0))
    assert kept.words is not None
    assert answer.jigsaw == kept.words.jigsaw == (Jigsaw.ROLE,)


async def test_risk_raises_and_never_blocks(deployment: Deployment) -> None:
    """Words that suggest harm go first in the queue, and are kept like any others."""
    passage = deployment.passage()
    await passage.accept(voice("the taster flat was good"))
    answer = await passage.accept(voice("i have nowhere to sleep tonight"))
    assert isinstance(answer, Accepted)
    assert answer.urgent
    with deployment.read() as conn:
        first = read(conn, waiting(conn)[0])
    assert first.urgent


@pytest.mark.parametrize("error", [RedactionFailed("over its time"), ValueError("Karolina"), MemoryError()])
async def test_nothing_is_stored_when_redaction_fails(deployment: Deployment, error: Exception) -> None:
    """It fails closed: whatever the redactor raises, nothing is kept, and helplines are still shown."""
    answer = await deployment.passage(Breaks(error)).accept(voice("i want to die"))
    assert answer == NotSaved("redaction", urgent=True)
    with deployment.read() as conn:
        assert waiting(conn) == []


async def test_helplines_are_shown_when_storing_fails(deployment: Deployment) -> None:
    """A writer that has stopped takes nothing, says so, and the answer still asks for helplines."""
    await deployment.writer.close()
    assert await deployment.passage().accept(voice("i want to die")) == NotSaved("storage", urgent=True)


async def test_the_same_delivery_is_kept_once(deployment: Deployment) -> None:
    """A mail that comes again is folded and gets a fresh code; equal words of two people are two voices."""
    passage = deployment.passage()
    first = await passage.accept(voice("same words", b"mail one"))
    again = await passage.accept(voice("same words", b"mail one"))
    other = await passage.accept(voice("same words", b"mail two"))
    assert isinstance(first, Accepted)
    assert isinstance(again, Accepted)
    assert isinstance(other, Accepted)
    assert (first.again, again.again, other.again) == (False, True, False)
    assert len({first.code, again.code, other.code}) == 3
    with deployment.read() as conn:
        assert len(waiting(conn)) == 2


async def test_a_preview_shows_what_would_be_kept_and_keeps_nothing(deployment: Deployment) -> None:
    """Whoever looks first sees the very words that are stored when they send them."""
    passage, words = deployment.passage(), "my social worker Karolina never rings \x07, call me on 07700 900123"
    shown = await passage.preview(RawWords(words))
    assert isinstance(shown, Preview)
    with deployment.read() as conn:
        assert waiting(conn) == []
    await passage.accept(voice(words))
    with deployment.read() as conn:
        assert read(conn, waiting(conn)[0]).words == shown.redaction.words
    phone = next(span for span in shown.redaction.spans if span.label is Label.PHONE)
    assert shown.words.reveal()[phone.start : phone.end] == "07700 900123"  # offsets of the cleaned words


async def test_a_preview_fails_closed_too(deployment: Deployment) -> None:
    """What can't be redacted can't be shown, and helplines are shown all the same."""
    passage = deployment.passage(Breaks(RedactionFailed("over its time")))
    assert await passage.preview(RawWords("i want to die")) == NotSaved("redaction", urgent=True)


async def test_a_sender_who_hangs_up_does_not_undo_the_commit(deployment: Deployment) -> None:
    """Cancelling the caller in the middle of a commit leaves the voice stored."""
    task = asyncio.ensure_future(deployment.passage().accept(voice("i said it once")))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await deployment.writer.close()
    with deployment.read() as conn:
        assert len(waiting(conn)) == 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (" \n\t ", NotSaved("empty", urgent=False)),
        ("a" * (LONGEST + 1), NotSaved("too-long", urgent=False)),
        ("i want to die " * (LONGEST // 10), NotSaved("too-long", urgent=True)),
    ],
)
async def test_what_can_never_be_kept_is_told_apart(deployment: Deployment, text: str, answer: NotSaved) -> None:
    """Nothing, and far too much, are refused for good; helplines are shown where the words ask for them."""
    assert await deployment.passage().accept(voice(text)) == answer


@pytest.mark.parametrize("text", ["half \ud83d a pair", "ring \x07 and escape \x1b[2J", "an odd \x00 byte"])
async def test_what_is_not_text_is_taken_out_and_the_rest_kept(deployment: Deployment, text: str) -> None:
    """Broken code points and control characters lose nobody's message."""
    answer = await deployment.passage().accept(voice(text))
    assert isinstance(answer, Accepted)
    with deployment.read() as conn:
        kept = read(conn, waiting(conn)[0]).words
    assert kept is not None
    assert kept.text.partition(" ")[0] == text.partition(" ")[0]
    assert kept.text.isprintable()

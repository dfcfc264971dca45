"""Where voices typed in the terminal go: into a demonstration as any voice, and nowhere from a real deployment."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from desk.publishing import deeds
from intake.leavers import Leavers
from intake.passage import Passage
from intake.redaction import load_redactor
from intake.redaction.process import SameProcess
from intake.voices import Deeds, Voices
from storage import rehearsal
from storage.questions import Came
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.redaction import Redactor
    from storage.keys import Keys
    from storage.release import Thresholds


@asynccontextmanager
async def kept(settings: Settings, files: Files, limits: Thresholds) -> AsyncIterator[tuple[Passage, Voices]]:
    """Open the way in, and what may be asked of it; a real deployment's is in memory, and gone with the block."""
    if settings.demo:
        intake, keys = files.open_intake(), files.load_keys()
        done = deeds(files, limits, settings.backup.folder)
    else:
        intake, keys = rehearsal.open_rehearsal(), rehearsal.draw_keys()
        done = _rehearsed(intake, keys)
    writer = Writer(intake)
    voices = Voices(writer, keys, done)
    leavers = Leavers(voices)
    await leavers.open()
    try:
        yield Passage(SameProcess(_redactor(settings)), writer, keys), voices
    finally:
        await leavers.close()
        await writer.close()


def _rehearsed(intake: sqlite3.Connection, keys: Keys) -> Deeds:
    return Deeds(
        withdraw=partial(rehearsal.take_back, intake, keys),
        leave=lambda code: rehearsal.leave(intake, keys, code, time.time()),
        stay=lambda code: rehearsal.stay(intake, keys, code, time.time()),
        erase_left=lambda: rehearsal.erase_left(intake, time.time()),
        permit=lambda *_: Came.GONE,  # nobody reads what is rehearsed, so nobody asks
        choose=partial(rehearsal.choose, intake, keys),
    )


def _redactor(settings: Settings) -> Redactor:
    its = settings.redaction
    return load_redactor(keep=its.keep, hide=its.hide, seconds=its.seconds, detectors=its.detectors)

"""Where voices typed in the terminal go: into a demonstration as any voice, and nowhere from a real deployment."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from desk.publishing import choose_and_note, take_back_and_note
from intake.passage import Passage
from intake.redaction import load_redactor
from intake.redaction.process import SameProcess
from intake.voices import Voices
from storage import rehearsal
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.redaction import Redactor
    from storage.release import Thresholds


@asynccontextmanager
async def kept(settings: Settings, files: Files, limits: Thresholds) -> AsyncIterator[tuple[Passage, Voices]]:
    """Open the way in, and what may be asked of it; a real deployment's is in memory, and gone with the block."""
    if settings.demo:
        intake, keys = files.open_intake(), files.load_keys()
        withdraw = partial(take_back_and_note, files, limits, settings.backup.folder)
        choose = partial(choose_and_note, files, limits, settings.backup.folder)
    else:
        intake, keys = rehearsal.open_rehearsal(), rehearsal.draw_keys()
        withdraw = partial(rehearsal.take_back, intake, keys)
        choose = partial(rehearsal.choose, intake, keys)
    writer = Writer(intake)
    try:
        yield Passage(SameProcess(_redactor(settings)), writer, keys), Voices(writer, keys, withdraw, choose)
    finally:
        await writer.close()


def _redactor(settings: Settings) -> Redactor:
    its = settings.redaction
    return load_redactor(keep=its.keep, hide=its.hide, seconds=its.seconds, detectors=its.detectors)

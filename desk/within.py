"""What both doors lead to: opened once, before them, and closed after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.alerting import Alerting, limits_of, post_of
from desk.publishing import deeds, thresholds
from intake.leavers import Leavers
from intake.passage import Passage
from intake.redaction.process import OwnProcess
from intake.voices import Voices
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AsyncExitStack

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.quiet import Readers
    from intake.wording import Wording
    from storage.keys import Keys


@dataclass(frozen=True, slots=True)
class Within:
    """A deployment's settings and files, its words in each language it offers, and the way into intake.db."""

    settings: Settings
    files: Files
    spoken: Mapping[str, Wording]
    keys: Keys
    writer: Writer
    passage: Passage
    voices: Voices
    readers: Readers

    @property
    def wording(self) -> Wording:
        """The words of the deployment's main language."""
        return self.spoken[self.settings.deployment.languages[0]]


async def open_within(
    settings: Settings, files: Files, spoken: Mapping[str, Wording], readers: Readers, opened: AsyncExitStack
) -> Within:
    """Open the writer, the redactor and what works beside the doors; `opened` closes them, in the other order.

    Raises what `Files.open_intake` and `Files.load_keys` raise.
    """
    writer = Writer(files.open_intake())
    opened.push_async_callback(writer.close)
    keys = files.load_keys()
    redactor = _redactor(settings)
    await redactor.open()
    opened.push_async_callback(redactor.close)
    voices = Voices(writer, keys, deeds(files, thresholds(settings), settings.backup.folder))
    within = Within(settings, files, spoken, keys, writer, Passage(redactor, writer, keys), voices, readers)
    for beside in (_alerting(within), Leavers(voices)):
        await beside.open()
        opened.push_async_callback(beside.close)
    return within


def _alerting(within: Within) -> Alerting:
    its = within.settings
    return Alerting(within.writer, limits_of(its), post_of(its), within.wording, within.readers)


def _redactor(settings: Settings) -> OwnProcess:
    its = settings.redaction
    return OwnProcess(keep=its.keep, hide=its.hide, seconds=its.seconds, detectors=its.detectors)

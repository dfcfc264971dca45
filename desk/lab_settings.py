"""What the lab's process is told, out of a deployment's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.deployment import Files
from desk.lab.settings import LabSettings
from intake.wording import load_wording
from storage.model import Kind, Speaker
from storage.widening import AGES

if TYPE_CHECKING:
    from pathlib import Path

    from desk.settings import Settings
    from intake.wording import Wording


def lab_settings(settings: Settings, data: Path) -> LabSettings:
    """Return the lab's settings: its folder, and a readable label for every code."""
    files = Files(data, demo=settings.demo)
    say = load_wording(settings.deployment.languages[0], files.wording)
    return LabSettings(
        folder=files.lab,
        title=say("demo-title", name=settings.deployment.name) if settings.demo else settings.deployment.name,
        labels=labels_of(settings, say),
        host=settings.lab.host,
        port=settings.lab.port,
        sign_in=settings.lab.sign_in,
        words=say,
        round_to=settings.publication.round_to,
    )


def labels_of(settings: Settings, say: Wording) -> dict[str, dict[str, str]]:
    """Return the words for each code of a column, in the order in which they are shown."""
    return {
        "theme": {theme.code: theme.shown_as for theme in settings.themes},
        "council": {council.code: council.name for council in settings.councils},
        "kind": {kind.value: say(f"kind-{kind}") for kind in Kind},
        "age_band": {str(band): say(f"age-band-{band}") for band in AGES},
        "speaker": {speaker.value: say(f"speaker-{speaker}") for speaker in Speaker},
    }

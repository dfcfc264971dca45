"""What a deployment says to people in its settings, and where its own files of wording are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.settings.model import Settings, template
from intake.fluent_files import shipped_languages

if TYPE_CHECKING:
    from pathlib import Path

    from desk.deployment import Files


@dataclass(frozen=True, slots=True)
class Deployed:
    """`texts` are what people read of the settings in `file`, each with whether it stands on a button."""

    languages: tuple[str, ...]
    overrides: Path | None
    file: str
    source: str
    texts: tuple[tuple[str, bool], ...]

    def line_of(self, text: str) -> int:
        """Return the line of the file where a text stands first; 0 if it stands in none, as a default."""
        lines = enumerate(self.source.splitlines(), start=1)
        return next((number for number, line in lines if text in line), 0)


def deployed(settings: Settings, files: Files) -> Deployed:
    """Return what is to be looked over of a deployment, beside what it comes with."""
    path = files.data / "care-voice.toml"
    return Deployed(
        settings.deployment.languages, files.wording, str(path), path.read_text(encoding="utf-8"), texts(settings)
    )


def as_shipped() -> Deployed:
    """Return what is to be looked over where there is no deployment: every language of ours."""
    return Deployed(shipped_languages(), None, "desk/template.toml", template(), texts(Settings()))


def texts(settings: Settings) -> tuple[tuple[str, bool], ...]:
    """Return what people read of the settings."""
    consent = settings.consent
    buttons = [theme.shown_as for theme in settings.themes]
    buttons += [council.name for council in settings.councils]
    buttons += [consent.quote, consent.read, consent.count]
    lines = [text for line in settings.helplines for text in (line.name, line.how, line.hours) if text]
    return (*((text, True) for text in buttons), *((text, False) for text in (consent.question, *lines)))

"""Gathers what there is to look over: each language's messages, filled in with examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.wording.findings import Said
from intake.fluent_files import overriding, shipped
from intake.wording import FALL_BACK, filled_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from intake.fluent_files import Entry

EXAMPLE = "abcdefgh"  # stands for what the code fills in


@dataclass(frozen=True, slots=True)
class Looked:
    """All that is looked over: `languages` are those to look at, `overrides` the deployment's folder if it has one."""

    languages: tuple[str, ...]
    overrides: Path | None
    said: tuple[Said, ...]

    def of(self, language: str) -> list[Said]:
        """Return the messages of one language."""
        return [one for one in self.said if one.language == language]


def look(languages: Iterable[str], overrides: Path | None) -> Looked:
    """Read every message of some languages. What can't be shown is left out: that is found when files are read."""
    codes = tuple(dict.fromkeys(languages))
    said = tuple(one for code in codes for one in _said(code, overrides))
    return Looked(codes, overrides, said)


def _said(language: str, overrides: Path | None) -> list[Said]:
    ours, own = shipped(language), overriding(overrides, language)
    overridden = {entry.key for entry in own}
    behind = shipped(FALL_BACK) if language != FALL_BACK else []
    texts = filled_in(language, [*behind, *ours, *own], EXAMPLE)
    mine = [(entry, True) for entry in ours if entry.key not in overridden] + [(entry, False) for entry in own]
    return [Said(language, entry, texts[entry.key], ours) for entry, ours in mine if _is_shown(entry, texts)]


def _is_shown(entry: Entry, texts: dict[str, str]) -> bool:
    return entry.key in texts

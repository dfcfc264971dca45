"""A folder of copies: what they are called, which is the newest, which are too old. Opens none of them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = re.compile(r"care-voice-(?:damaged-)?(\d{8}T\d{6}Z)\.age")
_WHEN = "%Y%m%dT%H%M%SZ"
_DAY = timedelta(days=1)  # clocks and people may differ that much


def copy_path(folder: Path, when: datetime, kind: str = "") -> Path:
    """Return where a copy made at `when` (UTC) goes; if there is one of that second, the next free second's name."""
    while (path := folder / f"care-voice-{kind}{when:{_WHEN}}.age").exists():
        when += timedelta(seconds=1)
    return path


def made_at(path: Path) -> datetime | None:
    """Return when a copy was made, by its name; None for any other file."""
    found = _NAME.fullmatch(path.name)
    with suppress(ValueError):  # a month 13
        return datetime.strptime(found[1], _WHEN).replace(tzinfo=UTC) if found else None
    return None


def copies(folder: Path) -> list[Path]:
    """Return the copies in a folder, oldest first; those `from_the_future` are set aside."""
    return _by_time(path for path in folder.glob("care-voice-*.age") if not _is_ahead(path))


def from_the_future(folder: Path) -> list[Path]:
    """Return the copies named by a clock that was wrong: how old they are can't be told, so they count as none."""
    return _by_time(path for path in folder.glob("care-voice-*.age") if _is_ahead(path))


def newest(folder: Path) -> datetime | None:
    """Return when the newest whole copy in a folder was made; None if there is none."""
    return max(
        (when for path in copies(folder) if path.match("care-voice-[0-9]*") and (when := made_at(path))), default=None
    )


def prune(folder: Path, keep: int, made: Path | None = None) -> None:
    """Remove all copies but the newest `keep`, never the one just `made`, and what writers that died left behind."""
    for path in copies(folder)[:-keep]:
        if path != made:
            path.unlink(missing_ok=True)
    for left in folder.glob(".care-voice-*.age.part"):
        left.unlink(missing_ok=True)


def _by_time(paths: Iterable[Path]) -> list[Path]:
    when = {path: made_at(path) for path in paths}
    return sorted((path for path in when if when[path]), key=lambda path: (str(when[path]), path.name))


def _is_ahead(path: Path) -> bool:
    when = made_at(path)
    return when is not None and when > datetime.now(UTC) + _DAY

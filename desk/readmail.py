"""`care-voice mail FILE…`: what would be kept of mails, before redaction. It writes nothing else anywhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from intake.mail.read import ReadMail, read_mail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_files(paths: Sequence[Path], sink: TextIO) -> int:
    """Write an ASCII JSON line a file; `_shown` says what is in it. Return 1 if one can't be opened."""
    status = 0
    for path in paths:
        try:
            mail = read_mail(path.read_bytes())
        except OSError:
            mail = ReadMail("refused", None, None, "no such file, or it can't be read", automatic=False)
            status = 1
        sink.write(f"{json.dumps(_shown(path, mail))}\n")
        sink.flush()
    return status


def _shown(path: Path, mail: ReadMail) -> dict[str, str | bool | None]:
    return {
        "file": str(path),
        "kind": mail.kind,
        "words": mail.words.reveal() if mail.words else None,
        "note": mail.note.reveal() if mail.note else None,
        "reason": mail.reason,
        "unsure": mail.unsure,
        "automatic": mail.automatic,
        "command": mail.command.wish.value if mail.command else None,
    }

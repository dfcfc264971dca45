"""`care-voice mail FILE…`: what would be kept of mails, before redaction. It writes nothing else anywhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from intake.mail.files.joining import NOTHING_LEFT, with_files
from intake.mail.read import ReadMail, read_mail

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from intake.mail.files.joining import Left
    from intake.mail.files.kinds import Readable


def read_files(paths: Sequence[Path], sink: TextIO, kinds: Collection[Readable] = ()) -> int:
    """Write an ASCII JSON line a file; `_shown` says what is in it. Return 1 if one can't be opened.

    Words in files of these `kinds`, which came along, are read.
    """
    status = 0
    for path in paths:
        left = NOTHING_LEFT
        try:
            mail = read_mail(path.read_bytes())
        except OSError:
            mail = ReadMail("refused", None, None, "no such file, or it can't be read", automatic=False)
            status = 1
        if mail.files:
            mail, left = _with_files(mail, kinds)
        sink.write(f"{json.dumps(_shown(path, mail, left))}\n")
        sink.flush()
    return status


def _with_files(mail: ReadMail, kinds: Collection[Readable]) -> tuple[ReadMail, Left]:
    # ruff: noqa: PLC0415 - most mails need no process beside this one
    import asyncio

    from intake.mail.files.reading import FileReader, counted

    if mail.command is not None:
        return with_files(mail, counted(mail.files))
    return with_files(mail, asyncio.run(FileReader(kinds).read(mail.files)))


def _shown(path: Path, mail: ReadMail, left: Left) -> dict[str, Any]:
    return {
        "file": str(path),
        "kind": mail.kind,
        "words": mail.words.reveal() if mail.words else None,
        "note": mail.note.reveal() if mail.note else None,
        "reason": mail.reason,
        "unsure": mail.unsure,
        "automatic": mail.automatic,
        "command": mail.command.wish.value if mail.command else None,
        "files": {"read": left.read, "unread": left.unread, **dict(left.counted)},
    }

"""The process that redacts for the doors: `python -m intake.redaction.child SOCKET`.

It answers one message after the other over the socket that it was born with, and ends with it. It opens no file but
the redactor's own (and those of detectors that an operator added), and says nothing anywhere else.
"""

from __future__ import annotations

import signal
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

from intake import memory
from intake.frames import arriving, frame
from intake.raw import RawWords
from intake.redaction import load_redactor
from intake.redaction.packing import packed
from intake.redaction.result import RedactionFailed
from intake.wishes import Wishes

if TYPE_CHECKING:
    from intake.redaction.result import Redactor

_HOLDING_BACK = 0.002  # seconds; answers to messages that came together go back together


def _serve(parent: socket.socket) -> None:
    messages = arriving(parent)
    keep, hide, seconds, detectors = next(messages)
    try:
        redactor = load_redactor(keep=keep, hide=hide, seconds=seconds, detectors=detectors)
    except RedactionFailed as error:
        parent.sendall(frame(str(error)))  # of ours, and without anybody's words
        return
    parent.sendall(frame(None))
    answers, due = bytearray(), time.monotonic() + _HOLDING_BACK
    for message in messages:
        if message is not None:
            answers += frame(_answer(redactor, *message))
        if message is None or time.monotonic() > due:
            parent.sendall(answers)
            answers.clear()
            due = time.monotonic() + _HOLDING_BACK


def _answer(
    redactor: Redactor, text: str, hide: list[str], show: list[str], council: str | None
) -> tuple[Any, ...] | None:
    own = None if council is None else RawWords(council)
    wishes = Wishes(tuple(map(RawWords, hide)), tuple(map(RawWords, show)), own)
    try:
        return packed(redactor.redact(RawWords(text), wishes))
    except RedactionFailed:
        return None


def main() -> None:
    """Redact until the parent hangs up. Who wants it to stop tells the parent, which lets it finish."""
    memory.close()
    memory.end_with_parent()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as parent:
        _serve(parent)


if __name__ == "__main__":
    main()

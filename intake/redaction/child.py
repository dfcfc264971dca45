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
from intake.redaction.engine import Redaction, RedactionFailed, load_redactor
from intake.wishes import Wishes
from storage.model import Jigsaw, Label, RedactedWords, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.redaction.engine import Redactor

_LABELS = {label.value: label for label in Label}  # Label() itself runs Python for every span
_HOLDING_BACK = 0.002  # seconds; answers to messages that came together go back together


def unpacked(answer: tuple[Any, ...]) -> Redaction:
    """Return the redaction that `_packed` took apart."""
    text, hidden, kept, jigsaw, spans, suggestions, unusual, language = answer
    counts = tuple((_LABELS[label], count) for label, count in hidden)
    words = RedactedWords(text, counts, _spans(kept), tuple(map(Jigsaw, jigsaw)))
    return Redaction(words, _spans(spans), _spans(suggestions), language, _spans(unusual))


def _spans(packed: Sequence[tuple[int, int, str, float]]) -> tuple[Span, ...]:
    return tuple(Span(start, end, _LABELS[label], score) for start, end, label, score in packed)


def _packed(redaction: Redaction) -> tuple[Any, ...]:
    words = redaction.words
    hidden = [(label.value, count) for label, count in words.hidden]
    jigsaw = [reason.value for reason in words.jigsaw]
    spans = map(_plain, (redaction.spans, redaction.suggestions, redaction.unusual))
    return (words.text, hidden, _plain(words.suggestions), jigsaw, *spans, redaction.language)


def _plain(spans: Sequence[Span]) -> list[tuple[int, int, str, float]]:
    return [(span.start, span.end, span.label.value, span.score) for span in spans]


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
        return _packed(redactor.redact(RawWords(text), wishes))
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

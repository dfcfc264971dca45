"""What `care-voice redact` does: reads words, writes them redacted. Writes nothing anywhere else, keeps nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, TextIO

from intake.raw import RawWords
from intake.redaction import RedactionFailed, load_redactor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake.redaction import Redactor
    from storage.model import Jigsaw, Span

FAILED = 1


@dataclass(frozen=True, slots=True)
class Added:
    """What a deployment adds to the redactor."""

    keep: Sequence[str] = ()
    hide: Sequence[str] = ()
    detectors: Sequence[str] = ()


class _NotALine(Exception):
    """Raised when a line is not {"id", "text"}; its message is constant, its id is what could be read of it."""

    def __init__(self, message: str, line_id: str | int | None = None) -> None:
        super().__init__(message)
        self.line_id = line_id


def redact_text(
    source: TextIO, sink: TextIO, added: Added = Added(), tell: Callable[[Sequence[Jigsaw]], None] | None = None
) -> int:
    """Redact all of `source` as one message. Return the exit status; when it fails, nothing is written.

    `tell` hears the reasons, if there are any, why somebody might be recognised all the same.
    Raises RedactionFailed if the redactor itself, or a detector of another maker, can't be loaded.
    """
    redactor = _load(added)
    try:
        redaction = redactor.redact(RawWords(source.read()))
    except (RedactionFailed, UnicodeDecodeError):
        return FAILED
    sink.write(redaction.words.text)
    sink.flush()
    if tell and redaction.words.jigsaw:
        tell(redaction.words.jigsaw)
    return 0


def redact_jsonl(source: BinaryIO, sink: TextIO, added: Added = Added()) -> int:
    """Redact lines of {"id", "text"}; return the exit status, 1 if any line failed.

    Writes a line of ASCII JSON for each, in order and at once: {"id", "text", "spans", "suggestions", "jigsaw"} with
    spans as [start, end, type, score] in code points of the text that came in and jigsaw the reasons why somebody might
    be recognised all the same, or {"id", "error"}. Blank lines are skipped.
    """
    redactor = _load(added)
    status = 0
    for line in source:
        if line.strip():
            answer = _answer(redactor, line)
            status = FAILED if "error" in answer else status
            sink.write(json.dumps(answer) + "\n")
            sink.flush()
    return status


def _load(added: Added) -> Redactor:
    return load_redactor(keep=added.keep, hide=added.hide, detectors=added.detectors)


def _answer(redactor: Redactor, line: bytes) -> dict[str, object]:
    try:
        line_id, text = _read(line)
    except _NotALine as error:
        return {"id": error.line_id, "error": str(error)}
    try:
        redaction = redactor.redact(RawWords(text))
    except RedactionFailed as error:
        return {"id": line_id, "error": str(error)}
    return {
        "id": line_id,
        "text": redaction.words.text,
        "spans": _rows(redaction.spans),
        "suggestions": _rows(redaction.suggestions),
        "jigsaw": [reason.value for reason in redaction.words.jigsaw],
    }


def _read(line: bytes) -> tuple[str | int | None, str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise _NotALine("this line is not JSON") from None
    if not isinstance(row, dict):
        raise _NotALine("this line is not an object with an id and a text")
    line_id = row.get("id")
    if not isinstance(line_id, str | int):
        line_id = None
    text = row.get("text")
    if not isinstance(text, str):
        raise _NotALine("this line has no text", line_id)
    return line_id, text


def _rows(spans: Sequence[Span]) -> list[list[object]]:
    return [[span.start, span.end, span.label.value, round(span.score, 3)] for span in spans]

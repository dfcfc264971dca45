"""`care-voice redact` answers line by line, in order, and echoes nothing that failed."""

from __future__ import annotations

import io
import json

from desk.redact import redact_jsonl, redact_text
from storage.model import Jigsaw


def answers(*lines: bytes) -> tuple[int, list[dict[str, object]]]:
    """Return the exit status and what was written for `lines`."""
    sink = io.StringIO()
    status = redact_jsonl(io.BytesIO(b"\n".join(lines)), sink)
    assert sink.getvalue().isascii()
    return status, [json.loads(line) for line in sink.getvalue().splitlines()]


def test_text_comes_out_redacted() -> None:
    """Plain text in, redacted text out, and status 0."""
    sink = io.StringIO()
    assert redact_text(io.StringIO("my brother Kieran is in Leeds"), sink) == 0
    assert sink.getvalue() == "my brother [name 1] is in [place]"


def test_reasons_are_told_beside_the_text_and_never_in_it() -> None:
    """What is piped on is the words alone."""
    sink, told = io.StringIO(), list[Jigsaw]()
    redact_text(io.StringIO("I was head girl."), sink, tell=told.extend)
    assert (sink.getvalue(), told) == ("I was head girl.", [Jigsaw.ROLE])


def test_a_line_is_answered_with_its_spans() -> None:
    """Spans are offsets in code points of the text that came in, with type and score."""
    status, [answer] = answers('{"id": "a", "text": "🎂 Kieran"}'.encode())
    assert status == 0
    assert (answer["id"], answer["text"], answer["suggestions"]) == ("a", "🎂 [name 1]", [])
    assert [span[:3] for span in answer["spans"]] == [[2, 8, "NAME"]]  # type: ignore[attr-defined]


def test_a_line_says_why_somebody_might_be_recognised() -> None:
    """The reasons stand beside the text, none for ordinary words."""
    _, rows = answers(b'{"id": 1, "text": "im the only black kid in my year"}', b'{"id": 2, "text": "ok"}')
    assert [row["jigsaw"] for row in rows] == [["only"], []]


def test_a_failed_line_is_said_in_its_place_and_never_echoed() -> None:
    """Bad lines give an error with their id, the others are answered, and the status is 1."""
    status, rows = answers(
        b'{"id": 1, "text": "ok"}',
        b"Kieran{",
        b"",
        b'{"id": 2}',
        b"[]",
        b'{"id": 3, "text": 5}',
        b"\xff",
        b'{"id": 4, "text": "ok"}',
    )
    assert status == 1
    assert [row["id"] for row in rows] == [1, None, 2, None, 3, None, 4]
    assert [("error" in row) for row in rows] == [False, True, True, True, True, True, False]
    assert "Kieran" not in json.dumps(rows)


def test_lone_surrogates_come_back_as_they_were() -> None:
    """JSON may hold half a character; it is answered in ASCII."""
    _, [answer] = answers(rb'{"id": "s", "text": "\ud800 ok"}')
    assert answer["text"] == "\ud800 ok"

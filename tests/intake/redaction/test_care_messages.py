"""How much of what should be hidden is hidden, in messages written in the voice of care-experienced people."""

from __future__ import annotations

import json

from intake.redaction.training.material import OURS, ours
from tests.intake.redaction.hiding import redact
from tests.shared import shared

SAFE, UNTOUCHED = 0.95, 0.9  # shares of messages; the least that is good enough


def test_care_messages_are_safe_and_the_others_untouched() -> None:
    """Messages with something to hide have all of it hidden, and those with nothing are left as they are."""
    rows = [json.loads(line) for line in shared("redaction/eval/care_dev.jsonl").read_text("utf-8").splitlines()]
    safe = [is_safe(row["text"], row["spans"]) for row in rows if row["spans"]]
    untouched = [not redact(row["text"]).spans for row in rows if not row["spans"] and not row.get("ignore")]
    assert sum(safe) / len(safe) >= SAFE
    assert sum(untouched) / len(untouched) >= UNTOUCHED


APART = OURS.with_name("apart")
APART_SAFE, APART_UNTOUCHED = 0.93, 0.9  # what five writers whose words nobody read get; more is wanted: 0.95 safe


def test_messages_kept_apart_are_safe_and_the_others_untouched() -> None:
    """The same for writers whose messages nothing was trained on, and nobody read while rules were written."""
    examples = ours(APART, "e[1-5]")
    assert len(examples) == 1420
    safe = [is_safe(each.text, list(each.spans)) for each in examples if each.spans]
    untouched = [not redact(each.text).spans for each in examples if not each.spans]
    assert sum(safe) / len(safe) >= APART_SAFE
    assert sum(untouched) / len(untouched) >= APART_UNTOUCHED


def is_safe(text: str, wanted: list[tuple[int, int, str]]) -> bool:
    """Whether every letter and digit that should be hidden is."""
    gone = {i for span in redact(text).spans for i in range(span.start, span.end)}
    return all(i in gone for start, end, _ in wanted for i in range(start, end) if text[i].isalnum())

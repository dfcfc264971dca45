"""The labelled sets beside the project, and how each is measured. None of their words is ever printed or kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.redaction.training.material import OURS, ours

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Row = dict[str, Any]

APART = 5  # writers
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "redaction"


@dataclass(frozen=True, slots=True)
class Measured:
    """A set and its measure: with `names`, wrong words are those under masks for names alone; `recall` is all else."""

    file: str
    title: str
    names: bool = False
    lowered: bool = False
    recall_alone: bool = False
    apart: bool = False  # ours, in the project, by writers whom nobody who works on redaction has read


SETS = (
    *(Measured(f"e{n}", f"Care messages kept apart, writer {n}", apart=True) for n in range(1, APART + 1)),
    Measured("e6", "Words that are names too, and messages where they are only words, kept apart", apart=True),
    Measured("care_dev", "Care messages, written for this project"),
    Measured("wnut17_test", "Noisy tweets and posts (WNUT 17)", names=True),
    Measured("tweebank_test", "Tweets (Tweebank)", names=True),
    Measured("ewt_dev", "Mail, reviews and answers (English Web Treebank)", names=True),
    Measured("ewt_dev", "The same, lower-cased", names=True, lowered=True),
    Measured("multiwoz_uk_val", "UK chat: phones, postcodes, addresses, references (MultiWOZ)"),
    Measured("presidio_uk_unit", "UK identifiers (Presidio's own tests)", recall_alone=True),
)


def is_here(measured: Measured) -> bool:
    """Whether a set and the measure can be read."""
    return (BESIDE / "score.py").exists() and (measured.apart or (BESIDE / "eval" / f"{measured.file}.jsonl").exists())


def rows_of(measured: Measured) -> list[Row]:
    """Return the labelled messages of a set. Raises OSError if it isn't beside the project."""
    if measured.apart:
        examples = enumerate(ours(OURS.with_name("apart"), measured.file))
        return [{"id": i, "text": one.text, "spans": list(map(list, one.spans))} for i, one in examples]
    lines = (BESIDE / "eval" / f"{measured.file}.jsonl").read_text("utf-8").splitlines()
    rows: list[Row] = [json.loads(line) for line in lines]
    return [{**row, "text": _lowered(row["text"])} for row in rows] if measured.lowered else rows


def _lowered(text: str) -> str:
    """Lower the case, and keep every letter where it stands."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def load_score() -> Callable[..., tuple[dict[str, Any], object]]:
    """Return the measure that lies beside the sets. Raises OSError if it isn't there."""
    spec = spec_from_file_location("score", BESIDE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[..., tuple[dict[str, Any], object]] = module.score
    return score


def figures(measured: Measured, rows: Sequence[Row], found: Sequence[object]) -> dict[str, Any]:
    """Return the measure's figures, with those of names alone as `names` where the set has them."""
    score = load_score()
    predicted = {row["id"]: spans for row, spans in zip(rows, found, strict=True)}
    everything, _ = score(rows, predicted)
    return {**everything, "names": score(rows, predicted, {"NAME"})[0]} if measured.names else everything

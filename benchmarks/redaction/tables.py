"""Figures as tables of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.redaction.running import LONG, SHORT
from benchmarks.redaction.systems import SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.redaction.running import Cost
    from benchmarks.redaction.sets import Measured

LABELS = ("NAME", "PLACE", "ORG", "ADDRESS", "POSTCODE", "PHONE", "EMAIL", "URL", "HANDLE", "DATE", "AGE", "ID")


def cost_table(costs: Mapping[str, Cost]) -> str:
    """Return what each system costs."""
    head = ("", f"messages of {SHORT} characters/s", f"ms for {LONG:,}", "peak memory (MB)", "first answer after (s)")
    return _table(
        head,
        (
            (
                SYSTEMS[name].name,
                f"{1 / one.short:,.0f}",
                f"{one.long * 1000:.2f}",
                f"{one.memory:.0f}",
                f"{one.start:.2f}",
            )
            for name, one in costs.items()
        ),
    )


def quality_table(measured: Measured, scored: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what each system finds of a set."""
    some = next(iter(scored.values()))
    labels = [label for label in LABELS if label in some["by_type"]]
    head = ("", *_heads(measured, some), *(f"{label} ({some['by_type'][label][1]})" for label in labels))
    rows = (
        (SYSTEMS[name].name, *_cells(measured, of), *(_share(of["by_type"][label][0]) for label in labels))
        for name, of in scored.items()
    )
    return f"{some['messages']:,} messages, {some['entities']:,} things to hide.\n\n{_table(head, rows)}"


def _heads(measured: Measured, some: Mapping[str, Any]) -> Iterable[str]:
    yield "found"
    if measured.recall_alone:
        return
    yield "wrong per 100"
    if measured.names:
        yield "by masks for names"
    yield "safe"
    if _has_untouched(some):
        yield "untouched"


def _cells(measured: Measured, of: Mapping[str, Any]) -> Iterable[str]:
    yield _share(of["entity_recall"])
    if measured.recall_alone:
        return
    yield f"{of['wrong_per_100']:.1f}"
    if measured.names:
        yield f"{of['names']['wrong_per_100']:.1f}"
    yield _share(of["safe"])
    if _has_untouched(of):
        yield _share(of["untouched"])


def _has_untouched(of: Mapping[str, Any]) -> bool:
    """Whether the set has messages with nothing to hide: without any, the share is not a number."""
    return bool(of["untouched"] == of["untouched"])


def _share(part: float) -> str:
    return f"{min(part, 0.999):.3f}".removeprefix("0") if part < 1 else "1"  # one that was missed is never rounded away


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" if line[0] != "---" else f"|{'|'.join(line)}|" for line in lines)

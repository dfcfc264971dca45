"""Tells what was found: for a person in groups of short lines, for monitoring as JSON that names nobody."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from desk.doctor.findings import Finding, Host, Seen, Verdict
from desk.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = {Verdict.OK: "✓", Verdict.SKIPPED: "-", Verdict.WARNING: "!", Verdict.WRONG: "✗"}
_COLOURS = {Verdict.OK: "green", Verdict.SKIPPED: None, Verdict.WARNING: "yellow", Verdict.WRONG: "red"}
_WIDEST = 110


def status(seen: Sequence[Seen]) -> int:
    """Return the exit status: the worst of all."""
    return max(one.finding.verdict.status for one in seen)


def show(host: Host, seen: Sequence[Seen]) -> None:
    """Print all findings, and how many there are of each kind."""
    say = host.say
    colour = None if "NO_COLOR" not in os.environ else False  # no-color.org
    if host.settings.demo:
        click.echo(say("doctor-demo"))
    for group, findings in groupby(seen, key=lambda one: one.group):
        click.echo(click.style(f"\n{say(f'doctor-group-{group}')}", bold=True), color=colour)
        for one in findings:
            click.echo("\n".join(_lines(host, one.finding)), color=colour)
    click.echo(f"\n{_summary(host, seen)}")


def as_json(seen: Sequence[Seen]) -> str:
    """Return all findings as JSON, without what to do: paths stand in that."""
    worst = max(seen, key=lambda one: one.finding.verdict.status).finding.verdict
    found = [
        {"group": one.group, "check": one.check, "verdict": one.finding.verdict, "what": one.finding.what}
        for one in seen
    ]
    verdict = worst if worst.status else Verdict.OK
    return json.dumps({"verdict": verdict, "status": status(seen), "findings": found}, indent=1, ensure_ascii=False)


def _lines(host: Host, finding: Finding) -> Iterator[str]:
    verdict = finding.verdict
    words = {each: host.say(f"doctor-{each}") for each in Verdict}
    widest = max(map(len, words.values()))
    mark = click.style(f"{_MARKS[verdict]} {words[verdict]:{widest}}", fg=_COLOURS[verdict])
    margin = " " * (2 + 2 + widest + 2)
    width = max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns) - len(margin))
    first, *more = [*_wrapped(harmless(finding.what), width), *_wrapped(harmless(finding.todo), width)]
    yield f"  {mark}  {first}"
    yield from (margin + line for line in more)


def _wrapped(text: str, width: int) -> list[str]:
    # A path or a command is copied whole: nothing is broken but at spaces.
    return [
        part for line in text.splitlines() for part in wrap(line, width, break_long_words=False, break_on_hyphens=False)
    ]


def _summary(host: Host, seen: Sequence[Seen]) -> str:
    counts = Counter(one.finding.verdict for one in seen)
    summary = host.say(
        "doctor-summary",
        ok=counts[Verdict.OK],
        warning=counts[Verdict.WARNING],
        wrong=counts[Verdict.WRONG],
        skipped=counts[Verdict.SKIPPED],
    )
    closing = ("doctor-all-well", "doctor-warned", "doctor-act")[status(seen)]
    return f"{summary}\n{host.say(closing)}"

"""Puts the fictional voices into a demonstration, by the same way as any voice: accepted, decided on, published."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from desk.demo.answers import answer
from desk.release_note import tell
from intake.passage import Accepted, Passage, Voice
from intake.raw import RawWords
from intake.redaction import load_redactor
from intake.redaction.process import SameProcess
from intake.wording import load_wording
from storage.arriving import Known
from storage.decisions import Reason, approve, decline
from storage.errors import NotOurs, Refused
from storage.model import AgeBand, Channel, Consent, Happened, Kind, Speaker
from storage.opening import immediate
from storage.publishing import Released, publish
from storage.submissions import find, read
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.deployment import Files
    from storage.release import Thresholds

READERS = ("fictional-reader", "another-fictional-reader")  # two, because voices of under-16s need two


@dataclass(frozen=True, slots=True)
class Fiction:
    """A fictional voice, `day` days old, and what is decided about it."""

    voice: Voice
    day: int
    decision: str


def fictions() -> list[Fiction]:
    """Return the fictional voices, oldest first."""
    lines = (files("desk.demo") / "voices.jsonl").read_text("utf-8").splitlines()
    return [_fiction(json.loads(line)) for line in lines]


def seed(deployment: Files, thresholds: Thresholds, today: date, step: Callable[[], object]) -> None:
    """Fill an empty demonstration, calling `step` after each voice.

    Raises:
        NotOurs: this is no demonstration: nothing fictional may mix with real voices.
        Refused: there are voices in it already.
    """
    if not deployment.demo:
        raise NotOurs("Fictional voices go into a demonstration only.")
    intake = deployment.open_intake()
    if intake.execute("SELECT 1 FROM submissions").fetchone():
        raise Refused("There are voices in this demonstration already.")
    codes = asyncio.run(_accept(deployment, today, step))
    published, keys = deployment.open_published(), deployment.load_keys()
    for fiction, code in codes:
        with immediate(intake):
            _decide(intake, int(find(intake, keys, code) or 0), fiction.decision)
    released = publish(intake, published, thresholds, account=READERS[0], today=today)
    if isinstance(released, Released):
        tell(intake, published, thresholds, load_wording(), released.number, drilled=False)
    answer(intake, *READERS, today)
    intake.close()
    published.close()


async def _accept(deployment: Files, today: date, step: Callable[[], object]) -> list[tuple[Fiction, str]]:
    writer, keys, redactor = Writer(deployment.open_intake()), deployment.load_keys(), SameProcess(load_redactor())
    codes = []
    try:
        for fiction in fictions():
            day = today - timedelta(days=fiction.day)
            passage = Passage(redactor, writer, keys, today=lambda day=day: day)  # type: ignore[misc]
            kept = await passage.accept(fiction.voice)
            if not isinstance(kept, Accepted):
                raise NotOurs("A fictional voice could not be kept. Remove the data folder and start again.")
            codes.append((fiction, str(kept.code)))
            step()
    finally:
        await writer.close()
    return codes


def _decide(intake: sqlite3.Connection, submission: int, decision: str) -> None:
    what, _, reason = decision.partition(":")
    if what == "decline":
        decline(intake, read(intake, submission), READERS[0], Reason(reason))
    elif what == "approve" and not approve(intake, read(intake, submission), READERS[0]):
        approve(intake, read(intake, submission), READERS[1])


def _fiction(row: dict[str, Any]) -> Fiction:
    voice = Voice(
        words=RawWords(row["words"]),
        known=Known(
            channel=Channel.FICTION,
            consent=Consent(row["consent"]),
            kind=Kind(row["kind"]),
            theme=row["theme"],
            council=row["council"],
            age_band=AgeBand(row["age_band"]) if row["age_band"] else None,
            speaker=Speaker(row["speaker"]) if row["speaker"] else None,
            happened=Happened(row["happened"]) if row["happened"] else None,
        ),
    )
    return Fiction(voice, row["day"], row["decision"])

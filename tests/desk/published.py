"""A lab folder with fictional voices, made by the product's own storage, and a lab that serves it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import httpx

from desk.accounts import SignIns
from desk.lab.settings import LabSettings, make_secret
from storage.model import Consent
from storage.opening import immediate
from storage.outcomes import Became, keep
from storage.published_db import ReleaseNote, create_published, open_published, wipe_published
from storage.release import Thresholds
from tests.product import free_port, wait_for
from tests.storage.content import ApprovedVoice, Content, make_content, show

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

LABELS = {
    "theme": {
        "home": "Where you live",
        "health": "Health and wellbeing",
        "money": "Money",
        "support": "Your worker and your plan",
    },
    "kind": {"feedback": "Feedback", "idea": "Idea"},
    "council": {"swindon": "Swindon Borough Council", "wigan": "Wigan Council", "another": "Another council"},
    "age_band": {
        "under-16": "under 16",
        "16-17": "16 to 17",
        "18-20": "18 to 20",
        "21-24": "21 to 24",
        "25-plus": "25 or over",
    },
    "speaker": {
        "me": "for themselves",
        "advocate": "an advocate, passing on someone's words",
        "worker": "a worker or carer, for themselves",
    },
}
SAYINGS = (
    "My worker [name 1] listens. She rings when she says she will, and that matters more than any plan.",
    "I moved house four times in two years. Nobody asked me where I wanted to live.",
    "Tell us about the setting-up-home allowance before we move, not after. I found out from a friend at [a place].",
    "The bus pass changed everything. I can see my brothers and sisters now.",
    "Please keep the same worker through the move at 18. Starting again with your whole story is hard.\n\nIt is hard.",
    "A taster flat for a week before you live alone would help.",
)
NAME = "ash"
HARD = 11  # the voice that has content notes
BECAME = (
    Became("everything", 35, 100, None),
    Became("changed", 15, 43, None),
    Became("planned", None, None, "c"),
    Became("cannot-change", None, None, "c"),
    Became("no-answer", 10, 29, None),
)


def content(saying: str = "", voices: int = 66) -> Content:
    """Return a release of fictional voices; with `saying`, all of them say just that."""
    approved = [
        ApprovedVoice(
            id=1_000_000_000 + 104_729 * number,
            words=saying or SAYINGS[number % len(SAYINGS)],
            theme=list(LABELS["theme"])[number % 4],
            kind=("feedback", "idea")[number // 4 % 2],
            council=(*LABELS["council"], None)[number // 2 % 4],
            age_band=("16-17", "18-20", "21-24", "25-plus")[number // 20],
            speaker=("me", "me", "advocate")[number % 3],
            day_received=date(2026, 8 + number % 3, 5),
            consent=(Consent.READ, Consent.QUOTE, Consent.QUOTE)[number % 3],
            content_notes="abuse loss" if number == HARD else "",
        )
        for number in range(voices)
    ]
    return make_content(approved, Thresholds())


def make_lab(folder: Path, *, empty: bool = False, **changes: object) -> LabSettings:
    """Fill `folder` with all that a lab needs: two releases' worth of data, a key, no sign-ins yet."""
    create_published(folder / "published.db", demo=True)
    make_secret(folder)
    if not empty:
        fill(folder)
    return LabSettings(**{"folder": folder, "title": "Voices of Care", "labels": LABELS, "port": 0, **changes})  # type: ignore[arg-type]


def fill(folder: Path) -> None:
    """Publish two releases of fictional voices."""
    with published(folder) as conn:
        release(conn, content(voices=40), ReleaseNote(1, "2026-09-01", "The first 40 voices."))
        release(conn, content(), ReleaseNote(2, "2026-10-12", "26 new voices, most of them about money and home."))
        with immediate(conn):
            keep(conn, BECAME)


def release(conn: sqlite3.Connection, shown: Content, note: ReleaseNote) -> None:
    """Make published.db show just this, as the publisher does: in one transaction, leaving no trace of what went."""
    with immediate(conn):
        show(conn, shown, note)
    wipe_published(conn)


@contextmanager
def published(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open published.db as the publisher does."""
    conn = open_published(folder / "published.db", demo=True)
    try:
        yield conn
    finally:
        conn.close()


def sign_in_for(lab: LabSettings, name: str = NAME) -> str:
    """Make a sign-in and return its password."""
    return SignIns(lab.folder / "sign-ins.json").create(name)


_SERVE = """
import json, pathlib, sys
from desk.lab.serve import serve
from desk.lab.settings import LabSettings
from desk.logs import setup_logs
setup_logs(level="debug")
given = json.loads(sys.argv[1])
serve(LabSettings(**{**given, "folder": pathlib.Path(given["folder"])}))
"""


@contextmanager
def serving(lab: LabSettings) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve a lab in a process of its own; gives its address and the process, and stops it with SIGTERM."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, _as_json(lab, port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        if process.stdout:
            process.stdout.close()


def _as_json(lab: LabSettings, port: int) -> str:
    return json.dumps(
        {
            "folder": str(lab.folder),
            "title": lab.title,
            "labels": lab.labels,
            "port": port,
            "sign_in": lab.sign_in,
        }
    )


@contextmanager
def member(address: str, password: str) -> Iterator[httpx.Client]:
    """Give a client that has signed in."""
    with httpx.Client(base_url=address, timeout=20) as client:
        assert try_to_sign_in(client, NAME, password).status_code == 303
        yield client


def try_to_sign_in(client: httpx.Client, name: str, password: str, **more: str) -> httpx.Response:
    """Fill in the sign-in form as a browser does."""
    token = re.findall(r'name="csrftoken" value="([^"]+)"', client.get("/sign-in").text)[0]
    return client.post("/sign-in", data={"csrftoken": token, "name": name, "password": password, **more})

"""How long a first release of a million voices takes, and one change after it; how long readers wait meanwhile."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from storage.intake_db import create_intake, open_intake
from storage.opening import immediate
from storage.published_db import create_published, open_published, recount
from storage.publishing import Released, publish
from storage.release import Thresholds
from storage.syncing import sync

if TYPE_CHECKING:
    from collections.abc import Iterator

VOICES = int(os.environ.get("VOICES", "1_000_000"))
TODAY = date(2026, 11, 21)
COUNCILS = ("swindon", "manchester", "plymouth", "wigan", "tameside", "another", None)
AGES = ("under-16", "16-17", "18-20", "21-24", "25-plus", None)
SPEAKERS = ("me", "advocate", "worker", None)
SAYING = (
    "my worker rings when she says she will that matters more than any plan nobody asked where I wanted to live "
    "the bus pass helped see brothers sisters again moved four times two years starting with whole story"
)
_VOICE = (
    "INSERT INTO submissions (id, words, council, age_band, speaker, consent, day_received, hidden, suggestions, kind, "
    "theme, channel, language, state, urgent, version, flags) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, '{}', '[]', ?, ?, 'mail', 'en', 'approved', 0, 1, '')"
)


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    fill(folder, VOICES)
    yield f"| with {VOICES:,} voices | measured | goal |"
    yield "|---|---|---|"
    for name in DOES:
        with Reader(folder) as reader:
            found = in_a_process(folder, name)
        for what, value in found.items():
            yield f"| {what} | {value} |"
        yield f"| readers meanwhile: longest wait | {reader.longest * 1000:.0f} ms | 50 ms |"


def fill(folder: Path, voices: int) -> None:
    """Make a deployment in which many voices were approved and none is published."""
    create_intake(folder / "intake" / "intake.db", demo=False)
    create_published(folder / "lab" / "published.db", demo=False)
    intake = open_intake(folder / "intake" / "intake.db", demo=False)
    with immediate(intake):
        intake.executemany(_VOICE, made_up(voices))
    intake.close()


def made_up(voices: int) -> Iterator[tuple[Any, ...]]:
    """Make voices up, over three years."""
    draw = random.Random(1)  # noqa: S311 - the same in every run
    said = SAYING.split(" ")
    for _ in range(voices):
        words = " ".join(draw.choices(said, k=draw.randrange(15, 45)))
        yield (
            draw.getrandbits(63),
            words,
            draw.choices(COUNCILS, (40, 25, 12, 8, 3, 2, 10))[0],
            draw.choices(AGES, (2, 10, 30, 25, 10, 23))[0],
            draw.choices(SPEAKERS, (60, 10, 5, 25))[0],
            draw.choice(("quote", "read")),
            (TODAY - timedelta(days=draw.randrange(1000))).isoformat(),
            draw.choice(("idea", "feedback")),
            draw.choice(("home", "health", "money", "support", "voice")),
        )


class Reader:
    """Reads a page of the lab again and again, in a process of its own, and says how long it ever waited."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.longest = folder, 0.0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.gate", "read", str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self._process.stdout.readline()
        return self

    def __exit__(self, *_: object) -> None:
        said, _rest = self._process.communicate("done\n")
        self.longest = float(said)


def read_on(folder: Path) -> float:
    """Read until somebody writes a line; return the longest time that one look took."""
    import select  # noqa: PLC0415

    conn = sqlite3.connect(f"{(folder / 'lab' / 'published.db').as_uri()}?mode=ro", uri=True)
    print("reading", flush=True)
    longest = 0.0
    while not select.select([sys.stdin], [], [], 0.01)[0]:
        start = time.perf_counter()
        conn.execute("SELECT * FROM voices WHERE council = 'wigan' ORDER BY id LIMIT 20").fetchall()
        longest = max(longest, time.perf_counter() - start)
    return longest


def in_a_process(folder: Path, name: str) -> dict[str, str]:
    """Do one thing in a process of its own, so that its memory can be told."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.gate", name, str(folder)], capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def do(folder: Path, name: str) -> dict[str, str]:
    """Do it, and say how long it took and how much memory it needed."""
    import resource  # noqa: PLC0415

    intake = open_intake(folder / "intake" / "intake.db", demo=False)
    published = open_published(folder / "lab" / "published.db", demo=False)
    wiping: list[float] = []
    start, busy = time.perf_counter(), time.process_time()
    published.set_trace_callback(partial(_note, wiping) if name in WIPES else None)
    found = DOES[name](intake, published)
    done, cpu = time.perf_counter(), time.process_time() - busy
    seen = min(wiping, default=done) - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    goal = {"first": "60 s", "again": "-"}.get(name, "1 s")
    return {
        found: f"{seen:.2f} s | {goal}",
        **({f"{found}, until every byte was wiped": f"{done - start:.1f} s | -"} if name in WIPES else {}),
        f"{found}: processor time of all that": f"{cpu:.1f} s | -",
        f"{found}: memory": f"{memory:.0f} MB | 300 MB",
    }


def _note(wiping: list[float], sql: str) -> None:
    """Note when readers saw the change: the first thing after it is that published.db is wiped."""
    if "'optimize'" in sql:
        wiping.append(time.perf_counter())


def first(intake: sqlite3.Connection, published: sqlite3.Connection) -> str:
    """Publish them all."""
    done = publish(intake, published, Thresholds(), account="ash", today=TODAY)
    assert isinstance(done, Released)
    return "first release"


def withdraw(intake: sqlite3.Connection, published: sqlite3.Connection) -> str:
    """Take one voice back."""
    with immediate(intake):
        intake.execute("DELETE FROM submissions WHERE id = (SELECT max(id) FROM submissions)")
    sync(intake, published, Thresholds())
    return "one voice withdrawn"


def decline(intake: sqlite3.Connection, published: sqlite3.Connection) -> str:
    """Decline one voice late."""
    with immediate(intake):
        intake.execute(
            "UPDATE submissions SET state = 'declined', released_in = NULL "
            "WHERE id = (SELECT max(id) FROM submissions WHERE state = 'approved')"
        )
    sync(intake, published, Thresholds())
    return "one voice declined late"


def later(intake: sqlite3.Connection, published: sqlite3.Connection) -> str:
    """Publish ten more."""
    with immediate(intake):
        intake.executemany(_VOICE, [(number, *voice[1:]) for number, voice in enumerate(made_up(10))])
    done = publish(intake, published, Thresholds(), account="ash", today=TODAY + timedelta(days=28))
    assert isinstance(done, Released)
    return "a release of ten more"


def again(intake: sqlite3.Connection, published: sqlite3.Connection) -> str:
    """Make all of it again, and compare."""
    (before,) = intake.execute("SELECT digest FROM gate").fetchone()
    intake.execute("UPDATE gate SET digest = NULL")
    applied = sync(intake, published, Thresholds())
    assert applied.digest == before
    assert recount(published) == applied.figures
    return "made again whole, with the same digest"


WIPES = ("withdraw", "decline")
DOES = {"first": first, "withdraw": withdraw, "decline": decline, "later": later, "again": again}

if __name__ == "__main__":
    what, where = sys.argv[1], Path(sys.argv[2])
    print(read_on(where) if what == "read" else json.dumps(do(where, what)), flush=True)

"""How soon moderators' pages answer with 100,000 voices waiting, each page and each decision over HTTP."""

from __future__ import annotations

import time
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from storage.arriving import add
from storage.due import what_is_due
from storage.opening import immediate
from tests.desk.at_desk import Desk, make_desk
from tests.desk.reading import Moderator, hidden, serving
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAITING = 100_000
TIMES = 40
WORDS = "My worker [name 1] listens. She rings when she says she will, and that matters more than any plan. " * 4


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    desk = make_desk(folder / "data")
    fill(desk)
    with desk.opened() as intake:
        ids = [row[0] for row in intake.execute("SELECT id FROM submissions ORDER BY random() LIMIT 400")]
    with serving(desk) as site, site.moderator() as ash:
        yield "| what | median | slowest | goal |"
        yield "|---|---|---|---|"
        for name, goal, seconds in measured(ash, iter(ids), lambda: is_due(desk)):
            yield f"| {name} | {median(seconds) * 1000:.0f} ms | {max(seconds) * 1000:.0f} ms | {goal} |"


def fill(desk: Desk) -> None:
    """Store the voices, over a year, one in fifty of them urgent."""
    keys, today = desk.files.load_keys(), date.today()
    with desk.opened() as intake, immediate(intake):
        for number in range(WAITING):
            new = voice(f"{WORDS}{number}", urgent=number % 50 == 0)
            add(intake, keys, new, today - timedelta(days=number % 365))


def measured(
    ash: Moderator, ids: Iterator[int], still_due: Callable[[], bool]
) -> Iterator[tuple[str, str, list[float]]]:
    """Give what was measured, its goal, and the seconds that each took."""
    goal = "100 ms"
    yield "queue, first page", goal, [timed(lambda: ash.client.get("/").status_code == 200) for _ in range(TIMES)]
    yield "queue, further down", goal, further_down(ash)
    for listing in ("urgent", "overdue", "language"):
        path = f"/?show={listing}"
        yield f"list: {listing}", goal, [timed(lambda: ash.client.get(path).status_code == 200) for _ in range(TIMES)]  # noqa: B023 - run at once
    yield "the next free voice", goal, [timed(lambda: ash.client.get("/next").status_code == 303) for _ in range(TIMES)]
    yield "a voice's page", goal, [timed(lambda: read(ash, next(ids))) for _ in range(TIMES)]
    for what, form in (
        ("sort", {"theme": "money", "kind": "idea"}),
        ("approve", {"theme": "home", "kind": "feedback", "tell": "nobody"}),
        ("decline", {"reason": "spam"}),
        ("hold", {"why": "need-time", "until": (date.today() + timedelta(days=7)).isoformat()}),
        ("second-opinion", {"why": "not-sure"}),
    ):
        yield what, goal, [decided(ash, next(ids), what, form) for _ in range(TIMES)]
    yield "undo", goal, [undone(ash, next(ids)) for _ in range(TIMES)]
    hiding = {"words": "any plan", "sure": "yes"}
    yield "hide", goal, [decided(ash, next(ids), "hide", hiding) for _ in range(TIMES)]
    yield "approve, until hidden words were wiped away", goal, while_wiping(ash, ids, still_due)


def is_due(desk: Desk) -> bool:
    """Tell whether hidden words have still to be wiped out of the file."""
    with desk.opened() as intake:
        return bool(what_is_due(intake))


def timed(does: Callable[[], bool]) -> float:
    """Return how many seconds something took. Raises AssertionError if it failed."""
    start = time.perf_counter()
    assert does()
    return time.perf_counter() - start


def read(ash: Moderator, number: int) -> bool:
    """Open a voice's page."""
    return ash.client.get(f"/voice/{number}").status_code == 200


def further_down(ash: Moderator) -> list[float]:
    """Open pages that begin anywhere in the queue."""
    places = [f"0.{date.today() - timedelta(days=days)}.{2**62}" for days in range(1, 361, 360 // TIMES)]
    return [timed(lambda: ash.client.get(f"/?after={place}").status_code == 200) for place in places]  # noqa: B023 - run at once


def decided(ash: Moderator, number: int, what: str, form: dict[str, str]) -> float:
    """Read a voice, then send a decision about it; return how long that took."""
    sent = {**hidden(ash.read(f"/voice/{number}")), **form}
    return timed(lambda: ash.client.post(f"/voice/{number}/{what}", data=sent).status_code == 303)


def undone(ash: Moderator, number: int) -> float:
    """Decline a voice and undo that; return how long the undoing took."""
    decided(ash, number, "decline", {"reason": "spam"})
    return decided(ash, number, "undo", {})


def while_wiping(ash: Moderator, ids: Iterator[int], still_due: Callable[[], bool]) -> list[float]:
    """Hide words, then approve others at such a pace that wiping the file falls into it, until that is done."""
    decided(ash, next(ids), "hide", {"words": "any plan", "sure": "yes"})
    seconds = []
    while still_due():
        time.sleep(2.3)
        seconds.append(decided(ash, next(ids), "approve", {"theme": "home", "kind": "feedback", "tell": "nobody"}))
    return seconds

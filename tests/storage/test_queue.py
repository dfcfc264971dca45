"""The queue: urgent first, then oldest, page by page."""

from __future__ import annotations

from datetime import timedelta

from storage.model import AgeBand
from storage.queue import OPENING, Place, place_of, queue
from tests.storage.deployment import TODAY, Deployment, voice


def test_pages_show_every_voice_once_and_in_order(deployment: Deployment) -> None:
    """Urgent ones first, then by day; no page repeats or leaves out a voice."""
    for number in range(40):
        deployment.receive(voice(f"{number}", urgent=number % 7 == 0), TODAY - timedelta(days=number % 5))
    seen: list[Place] = []
    while page := queue(deployment.intake, seen[-1] if seen else None, limit=6):
        seen += [each.place for each in page]
    assert len(seen) == len(set(seen)) == 40
    assert seen == sorted(seen, key=lambda place: (not place.urgent, place.day, place.id))


def test_what_is_decided_keeps_its_place(deployment: Deployment) -> None:
    """The next one is found from a voice that has left the queue meanwhile."""
    codes = [deployment.arrived(voice(f"{number}")) for number in range(3)]
    ids = [each.place.id for each in queue(deployment.intake)]
    first = next(deployment.voice(code) for code in codes if deployment.voice(code).id == ids[0])
    deployment.intake.execute("UPDATE submissions SET state = 'declined' WHERE id = ?", (first.id,))
    assert [each.place.id for each in queue(deployment.intake, place_of(first))] == ids[1:]


def test_a_list_holds_the_beginning_alone(deployment: Deployment) -> None:
    """Long words are cut, what is unknown is None, and printing it shows no words."""
    deployment.receive(voice("canary " * 100, theme=None, kind=None, age_band=AgeBand.UNDER_16))
    (found,) = queue(deployment.intake)
    assert len(found.opening) == OPENING
    assert (found.theme, found.kind, found.age_band) == (None, None, AgeBand.UNDER_16)
    assert "canary" not in f"{found!r} {found}"


def test_a_page_walks_along_its_index(deployment: Deployment) -> None:
    """No page sorts or reads through all voices, however many wait."""
    asked: list[str] = []
    deployment.intake.set_trace_callback(asked.append)
    queue(deployment.intake, Place(urgent=True, day=TODAY, id=5))
    deployment.intake.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in deployment.intake.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(plans) == 2
    assert all("USING INDEX to_read (urgent=?" in plan for plan in plans)

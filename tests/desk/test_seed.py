"""The demonstration, filled: every state and threshold can be seen in it, and nothing in it is real."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.demo.seed import fictions, seed
from storage.errors import NotOurs, Refused
from storage.news import news
from storage.release import Thresholds
from storage.widening import DETAILS
from tests.desk.at_desk import passwords

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

K = 10


@pytest.fixture
def published(demo: Desk) -> Iterator[sqlite3.Connection]:
    """Give what the lab reads of the demonstration."""
    conn = demo.files.open_published()
    yield conn
    conn.close()


def test_every_voice_is_there_in_its_state(demo: Desk) -> None:
    """Some wait, most are approved, some were declined, and some were only counted."""
    decided = Counter(fiction.decision.partition(":")[0] for fiction in fictions())
    with demo.opened() as intake:
        states = dict(intake.execute("SELECT state, count(*) FROM submissions GROUP BY state").fetchall())
    assert sum(states.values()) == len(fictions())
    assert states["waiting"] == decided["waiting"] > 0
    assert states["declined"] == decided["decline"] > 0
    assert states["approved"] + states["counted"] == decided["approve"]
    assert states["counted"] > 0


def test_something_urgent_waits(demo: Desk) -> None:
    """Whoever tries moderation sees how an urgent voice is shown."""
    with demo.opened() as intake:
        row = intake.execute("SELECT count(*) FROM submissions WHERE state = 'waiting' AND urgent").fetchone()
    assert row[0] > 0


def test_something_was_done_that_everybody_can_read(demo: Desk) -> None:
    """Whoever tries /updates has a page to turn."""
    with demo.opened() as intake:
        assert news(intake).pages > 1


def test_every_voice_is_marked_as_fiction(demo: Desk) -> None:
    """The channel says so, in every row."""
    with demo.opened() as intake:
        assert intake.execute("SELECT DISTINCT channel FROM submissions").fetchall() == [("fiction",)]


def test_the_names_of_fictional_people_are_hidden(demo: Desk) -> None:
    """The voices went through the redactor as real ones do: what names and numbers they held is in no row."""
    with demo.opened() as intake:
        words = " ".join(row[0] or "" for row in intake.execute("SELECT words FROM submissions"))
        hidden = [row[0] for row in intake.execute("SELECT hidden FROM submissions WHERE hidden != '{}'")]
    assert "[name 1]" in words
    assert "07700" not in words
    assert len(hidden) > K


def test_thresholds_can_be_seen_at_work(published: sqlite3.Connection) -> None:
    """Some combinations are shown, each shared by ten or more; others are blank; some counts are too small to show."""
    rows = published.execute(f"SELECT {', '.join(DETAILS)} FROM voices").fetchall()  # noqa: S608 - our column names
    shared = Counter(rows)
    assert any(sum(map(bool, row)) > 1 for row in shared)
    assert any(not all(row) for row in shared)
    assert all(number >= K for row, number in shared.items() if any(row))
    symbols = Counter(symbol for (symbol,) in published.execute("SELECT symbol FROM counts"))
    assert symbols["c"] > 0
    assert symbols[None] > 0


def test_one_release_is_out(published: sqlite3.Connection) -> None:
    """The lab's pages have something to show, all of it of the first release."""
    ((number, voices, note),) = published.execute("SELECT number, voices, note FROM releases").fetchall()
    assert (number, note) == (1, "")
    assert published.execute("SELECT count(*) FROM voices").fetchone() == (voices,)


def test_a_demonstration_can_be_signed_in_to(demo: Desk) -> None:
    """Its first moderator and reader are shown once, as in a real one."""
    assert len(passwords(demo.said)) == len(["reader", "lab"])
    assert "1 voice" in demo.moderate("q") or "voices wait" in demo.moderate("q")


def test_a_real_deployment_is_not_filled(desk: Desk) -> None:
    """Fictional voices go into a demonstration only."""
    with pytest.raises(NotOurs, match="demonstration only"):
        seed(desk.files, Thresholds(), date.today(), lambda: None)
    with desk.opened() as intake:
        assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (0,)


def test_a_filled_demonstration_is_not_filled_again(demo: Desk) -> None:
    """No fictional voice is there twice."""
    with pytest.raises(Refused, match="already"):
        seed(demo.files, Thresholds(), date.today(), lambda: None)
    with demo.opened() as intake:
        assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (len(fictions()),)

"""Promise 5: what the lab can read singles nobody out. Tested by attack, on the file that the lab reads."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest

from storage.counting import SUPPRESSED
from storage.decisions import approve
from storage.model import AgeBand, Channel, Consent, Speaker
from storage.opening import immediate
from storage.period import period
from storage.publishing import Released
from storage.release import Thresholds
from storage.widening import DETAILS, path
from tests.storage.deployment import Deployment, make, opened, voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

GATE = Thresholds(days=0)  # as shipped, but for the pause between two releases
FIRST_DAY = date(2025, 11, 3)
COUNCILS = ("swindon", "manchester", "plymouth", "wigan", "tameside", "another", None)
Truth = dict[str, str | None]


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """Give an empty deployment, with its files open."""
    make(tmp_path)
    with opened(tmp_path) as deployment:
        yield deployment


def people(number: int, seed: int) -> Iterator[tuple[str, date, dict[str, Any]]]:
    """Make up people who say something: some kinds of them are many, others are alone of their kind."""
    drawn = random.Random(seed)  # noqa: S311 - nothing secret is drawn
    for each in range(number):
        said = {
            "council": drawn.choices(COUNCILS, (40, 25, 12, 8, 3, 2, 10))[0],
            "age_band": drawn.choices((*AgeBand, None), (2, 10, 30, 25, 10, 23))[0],
            "speaker": drawn.choices((*Speaker, None), (60, 10, 5, 25))[0],
            "consent": drawn.choices(list(Consent), (5, 4, 1))[0],
            "channel": drawn.choice(list(Channel)),
            "theme": drawn.choice(("home", "money", "voice")),
        }
        yield f"voice {each:04}", FIRST_DAY + timedelta(days=drawn.randrange(360)), said


def publish(deployment: Deployment, number: int, seed: int = 1) -> dict[str, Truth]:
    """Receive, approve and publish; return the truth about each voice by its words, as an insider would know it."""
    truths: dict[str, Truth] = {}
    for words, day, said in people(number, seed):
        code = deployment.receive(voice(f"{words} of {seed}", **said), day).code or ""
        for reader in ("ash", "bo"):  # voices of under-16s need two
            with immediate(deployment.intake):
                if approve(deployment.intake, deployment.voice(code), reader):
                    break
        known = {detail: said.get(detail) for detail in DETAILS} | {"quarter": period(day, by_month=False)}
        truths[f"{words} of {seed}"] = known
    assert isinstance(deployment.publish(GATE), Released)
    return truths


def rows(deployment: Deployment) -> list[dict[str, str | None]]:
    """Read the lab's voices as whoever has the file could."""
    cursor = deployment.published.execute(f"SELECT words, {', '.join(DETAILS)} FROM voices")  # noqa: S608 - our names
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def could_be(shown: str | None, detail: str, truth: str | None) -> bool:
    """Tell whether what is shown of a detail is the truth, or wider, or nothing."""
    return shown is None or shown in path(detail, truth)


def suspects(known: Truth, by: Sequence[str], shown: list[dict[str, str | None]]) -> list[dict[str, str | None]]:
    """Return the voices that could be a person's of whom this is known: nothing shown of them says otherwise."""
    return [row for row in shown if all(could_be(row[detail], detail, known[detail]) for detail in by)]


@pytest.mark.parametrize("seed", range(3))
def test_knowing_somebody_leaves_many_suspects(deployment: Deployment, seed: int) -> None:
    """Who knows some or all details of a person, and when they spoke, is left with ten voices or more."""
    truths = publish(deployment, 300, seed)
    shown = rows(deployment)
    for size in range(1, len(DETAILS) + 1):
        for by in combinations(DETAILS, size):
            for known in {tuple(truth.items()): truth for truth in truths.values()}.values():
                sure = [row for row in suspects(known, by, shown) if all(row[detail] for detail in by)]
                assert len(sure) == 0 or len(sure) >= GATE.k, (by, known)


def test_what_is_shown_is_true_or_left_out(deployment: Deployment) -> None:
    """No detail is ever changed into another: the lab may rely on what it reads."""
    truths = publish(deployment, 300)
    shown = rows(deployment)
    assert any(row["council"] for row in shown)
    for row in shown:
        assert all(could_be(row[detail], detail, truths[str(row["words"])][detail]) for detail in DETAILS)


def test_two_releases_side_by_side_tell_no_more(deployment: Deployment) -> None:
    """Who kept the last release sees ten new voices or more, and only combinations that ten share, in the new one."""
    publish(deployment, 200, seed=1)
    before = {row["words"] for row in rows(deployment)}
    publish(deployment, 40, seed=2)
    after = rows(deployment)
    new = [row for row in after if row["words"] not in before]
    assert len(new) >= GATE.batch
    for row in new:
        shown = {detail: row[detail] for detail in DETAILS if row[detail]}
        alike = [other for other in after if all(other[detail] == value for detail, value in shown.items())]
        assert len(alike) >= GATE.k


def test_no_count_under_ten_is_shown_and_no_count_is_exact(deployment: Deployment) -> None:
    """Counts are suppressed under ten and otherwise rounded to five."""
    publish(deployment, 130)
    counts = deployment.published.execute("SELECT voices, symbol FROM counts").fetchall()
    assert (None, SUPPRESSED) in counts
    shown = [number for number, symbol in counts if symbol is None]
    assert shown
    assert all(number >= GATE.count and number % GATE.round_to == 0 for number in shown)


def test_nothing_tells_the_order_or_the_day(deployment: Deployment) -> None:
    """In the file voices lie in another order than they came, and no time is finer than a quarter."""
    for number in range(60):
        code = deployment.receive(voice(f"voice {number:04}"), FIRST_DAY + timedelta(days=number % 2 * 90)).code or ""
        with immediate(deployment.intake):
            approve(deployment.intake, deployment.voice(code), "ash")
    deployment.publish(GATE)
    order = [int(str(row["words"])[6:10]) for row in rows(deployment)]
    assert len(order) > 40
    assert order != sorted(order)
    assert sum(later == earlier + 1 for earlier, later in pairwise(order)) < len(order) / 4
    times = {row["quarter"] for row in rows(deployment)} - {None}
    assert len(times) == 2
    assert all(re.fullmatch(r"\d{4} Q[1-4]", str(time)) for time in times)
    in_file = "\n".join(deployment.published.iterdump())
    released = deployment.published.execute("SELECT released_on FROM releases").fetchone()[0]
    assert set(re.findall(r"\b20\d\d-\d\d(?:-\d\d)?\b", in_file)) == {released}

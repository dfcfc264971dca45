"""A running lab shows a new release whole: no restart, no error, no mixture."""

from __future__ import annotations

import re
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx

from storage.published_db import ReleaseNote
from tests.desk.published import content, make_lab, published, release, serving

if TYPE_CHECKING:
    from pathlib import Path

APPLES = (content("Apples, all of it.", 66), ReleaseNote(3, "2026-11-01", "Apples only."))
PEARS = (content("Pears, all of it.", 45), ReleaseNote(3, "2026-11-02", "Pears only."))
PATHS = (
    "/",
    "/published/voices",
    "/published/voices?_search=all",
    "/published/voices.csv",
    "/published/counts",
    "/published/ideas",
)


def swap(folder: Path, stop: threading.Event) -> int:
    """Publish two wholly different releases in turn until told to stop; returns how often."""
    turns = 0
    with published(folder) as conn:
        while not stop.is_set():
            release(conn, *(APPLES, PEARS)[turns % 2])
            turns += 1
    return turns


def is_mixed(page: str) -> bool:
    """Say whether a page shows anything of both releases."""
    apples = ("Apples" in page) or bool(re.search(r"\b66 voices", page))
    return apples and (("Pears" in page) or bool(re.search(r"\b45 voices", page)))


def test_every_page_is_of_one_release(tmp_path: Path) -> None:
    """While releases change as fast as they can, every page is complete, of one release, and never an error."""
    lab, stop = make_lab(tmp_path, sign_in=False), threading.Event()
    with published(tmp_path) as conn:
        release(conn, *APPLES)
    with (
        serving(lab) as (address, _),
        ThreadPoolExecutor(5) as pool,
        httpx.Client(base_url=address, timeout=30) as anyone,
    ):
        swapping = pool.submit(swap, tmp_path, stop)
        answers = list(pool.map(lambda number: anyone.get(PATHS[number % len(PATHS)]), range(240)))
        stop.set()
        assert swapping.result() >= 4
    assert {answer.status_code for answer in answers} == {200}
    assert not [answer.url for answer in answers if is_mixed(answer.text)]
    assert {"Apples" in answer.text for answer in answers} == {True, False}


def test_what_is_withdrawn_is_gone_from_the_next_page(tmp_path: Path) -> None:
    """A voice taken out of published.db is on no page that is asked for afterwards, nor in the -wal file."""
    with serving(make_lab(tmp_path, sign_in=False)) as (address, _), httpx.Client(base_url=address) as anyone:
        assert "bus pass" in anyone.get("/published/voices").text
        with published(tmp_path) as conn:
            release(conn, *PEARS)
            assert (tmp_path / "published.db-wal").read_bytes() == b""
            assert "bus pass" not in anyone.get("/published/voices").text
            assert anyone.get("/published/voices", params={"_search": "bus"}).text.count("<article") == 0


def test_it_stops_when_told(tmp_path: Path) -> None:
    """SIGTERM ends the process in order, with exit status 0."""
    with serving(make_lab(tmp_path)) as (_, process):
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0

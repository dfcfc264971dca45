"""Promise 3: if redaction fails, runs over its time or misses a list, nothing is stored and the sender tries again."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import smtplib
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from intake.redaction import RedactionFailed, lexicon, load_redactor
from storage.intake_db import read_intake
from tests.fakes.relay import Relay
from tests.house.source import ROOMS, TOP
from tests.product import PATIENCE, Product, make_product, make_quiet_product, wait_for, with_relay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOR_MAKING = {"never-places.txt"}  # the others are made with it
LISTS = sorted({path.name for path in lexicon.LISTS.glob("*.txt")} - FOR_MAKING)
WORDS = "My flat is cold, says Zanzibarr. I want to kill myself."
MAIL = f"Subject: hello\r\nMessage-ID: <3@closed.example>\r\n\r\n{WORDS}\r\n"
QUICK = {"acknowledge = true": "acknowledge = false", "seconds = 2.0": "seconds = 0.05"}

# What breaks one detector of the redactor; everything else is as users have it.
RAISES = "raise ValueError(text.plain)"
OVERFLOWS = "return find_emails(text)"
TOO_SLOW = "time.sleep(0.1); return ()"
HANGS = "time.sleep(3600)"
DIES = "os.kill(os.getpid(), 9)"
PRINTS_AND_DIES = "print(text.plain, file=sys.stderr, flush=True); os.abort()"


def a_copy(folder: Path) -> Path:
    """Copy the product, and return where to."""
    for room in ROOMS:
        shutil.copytree(TOP / room, folder / "copy" / room)
    return folder / "copy"


@contextmanager
def broken_doors(product: Product, broken: str, output: Path) -> Iterator[None]:
    """Open the doors of a copy of the product with a detector that is broken."""
    copy = a_copy(output.parent)
    with (copy / "intake" / "redaction" / "shapes.py").open("a") as shapes:
        shapes.write(f"\n\nimport os, sys, time\ndef find_emails(text): {broken}\n")
    argv = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "doors", "--log-level", "debug"]
    seen = {**os.environ, "PYTHONPATH": str(copy)}
    with output.open("wb") as sink:
        process = subprocess.Popen(argv, stdout=sink, stderr=sink, cwd=copy, env=seen)
    try:
        wait_for(product.mail_port, process)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def send(product: Product) -> tuple[int, bytes]:
    """Send the mail; return the answer to its end."""
    with smtplib.SMTP("127.0.0.1", product.mail_port, timeout=PATIENCE) as client:
        client.ehlo()
        client.mail("advocate@closed.example")
        client.rcpt("voice@localhost")
        return client.data(MAIL)


def kept(product: Product) -> list[int]:
    """Count what intake.db holds of voices, receipts and marks of mails."""
    conn = read_intake(product.data / "intake" / "intake.db", demo=False)
    tables = ("submissions", "receipts", "deliveries")
    counts = [conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608 - our names
    conn.close()
    return counts


def files_with(folder: Path, text: str) -> list[str]:
    """Search every file, byte by byte."""
    return [path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    "broken",
    [RAISES, OVERFLOWS, TOO_SLOW, HANGS, DIES, PRINTS_AND_DIES],
    ids=["raises", "overflows", "too slow", "hangs", "dies", "prints and dies"],
)
def test_a_failing_redactor_stores_nothing(tmp_path: Path, broken: str) -> None:
    """The sender's server is told to try again, no file holds a word, and the retry is taken once all is well."""
    product = make_product(tmp_path, QUICK)
    with broken_doors(product, broken, tmp_path / "output"):
        code, reply = send(product)
    assert (code, b"will try again by itself" in reply) == (451, True)
    assert kept(product) == [0, 0, 0]
    assert '"reason": "redaction"' in (tmp_path / "output").read_text()
    assert files_with(tmp_path, "Zanzibarr") == []
    with product.running("doors"):
        assert send(product)[0] == 250
    assert kept(product) == [1, 1, 1]


async def test_helplines_go_out_although_nothing_is_kept(tmp_path: Path) -> None:
    """Words of risk that could not be saved are answered all the same, without a code."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        doors = broken_doors(product, RAISES, tmp_path / "output")
        await asyncio.to_thread(doors.__enter__)
        code, _ = await asyncio.to_thread(send, product)
        letter = await relay.letter()
        await asyncio.to_thread(doors.__exit__, None, None, None)
    assert code == 451
    assert "Samaritans: call 116 123" in letter.text
    assert not re.search(r"\b(?:[a-z]+-){4}[a-z]+\b", letter.text)


def test_doors_without_a_list_stay_shut(tmp_path: Path) -> None:
    """A copy of the product that lacks a list doesn't take mail, and says what to do."""
    product = make_quiet_product(tmp_path)
    copy = a_copy(tmp_path)
    (copy / "intake" / "redaction" / "lists" / "last-names.txt").unlink()
    said = subprocess.run(
        [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "doors"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert said.returncode == 1
    assert said.stderr.startswith("Error: a list or the model of the redactor can't be read")
    with pytest.raises(ConnectionRefusedError):
        send(product)


def test_doors_without_a_detector_stay_shut(tmp_path: Path) -> None:
    """A detector that the settings name and nobody installed doesn't go missing in silence."""
    changes = {"acknowledge = true": "acknowledge = false", "detectors = []": 'detectors = ["unheard-of"]'}
    product = make_product(tmp_path, changes)
    said = product.command("doors")
    assert said.returncode == 1
    assert said.stderr.startswith("Error: the detector “unheard-of” is not installed")
    with pytest.raises(ConnectionRefusedError):
        send(product)


@pytest.mark.parametrize("missing", LISTS)
def test_no_redactor_works_without_one_of_its_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Every list is needed, and its lack is noticed at once, not at the first message."""
    shutil.copytree(lexicon.LISTS, tmp_path / "lists")
    (tmp_path / "lists" / missing).unlink()
    monkeypatch.setattr(lexicon, "LISTS", tmp_path / "lists")
    with pytest.raises(RedactionFailed, match="install care-voice again"):
        load_redactor()

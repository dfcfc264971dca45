"""A real Postfix sends, a real Postfix in front of care-voice takes: every mail arrives once and rests nowhere."""

from __future__ import annotations

import itertools
import re
import smtplib
import time
from collections import Counter
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
import trustme

from storage.intake_db import read_intake
from tests.deploy.postfixes import Postfix, front, need_postfix, open_folder, quiet_log, sender
from tests.product import PATIENCE, Product, make_quiet_product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = ("warm", "quiet", "small", "long", "new", "old", "busy", "clean")
THINGS = ("meal", "room", "garden", "lesson", "meeting", "plan", "letter", "kitchen")
DOES = ("helped", "mattered", "worked", "changed", "lasted", "counted", "stopped", "moved")
# What identifies somebody, and a word that is kept: none of them belongs on the front server's disk.
CANARIES = ("quillfeather", "zephyrine", "charity-canary", "advocate-canary", "07700 900461", "tangerine")
SOCKETS = re.compile(r"^\d+ +\w+\(\d+<(?:socket|pipe|TCP|UDP|UNIX|NETLINK)[^>]*>")


def phrases(number: int) -> list[str]:
    """Return as many sentences, each of its own."""
    return [f"The {a} {b} {c}" for a, b, c in itertools.islice(itertools.product(KINDS, THINGS, DOES), number)]


def mail(number: int, phrase: str) -> str:
    """Return a mail that says it, with a name, a phone number and a word to look for."""
    head = f"From: Zephyrine Quillfeather <advocate-canary{number}@charity-canary.example>\r\nSubject: tangerine\r\n"
    words = f"{phrase}, like a tangerine. Ask Zephyrine Quillfeather on 07700 900461."
    return f"{head}To: voice@localhost\r\nMessage-ID: <{number}@charity-canary.example>\r\n\r\n{words}\r\n"


@contextmanager
def servers(folder: Path, door: int) -> Iterator[tuple[Postfix, Postfix]]:
    """Run a sending Postfix and one in front of the door; every write of the front's is recorded."""
    authority = trustme.CA()
    issued = authority.issue_cert("mx.care.example")
    key, chain = folder / "mx.key", folder / "mx.pem"
    issued.private_key_pem.write_to_path(str(key))
    issued.cert_chain_pems[0].write_to_path(str(chain))
    before = front(folder / "front", door, (key, chain), {"relay_domains = care.example": "relay_domains = localhost"})
    away = sender(folder / "sender", before.port)
    trace = ["strace", "-f", "-y", "-s", "100000", "-e", "trace=write,pwrite64,writev", "-o", str(folder / "trace")]
    with before.running(behind=quiet_log(), before=tuple(trace)), away.running():
        yield away, before


def post(away: Postfix, mails: list[str]) -> None:
    """Put mails into the sender's queue."""
    with smtplib.SMTP("127.0.0.1", away.port, timeout=PATIENCE) as client:
        for number, text in enumerate(mails):
            client.sendmail(f"advocate-canary{number}@charity-canary.example", "voice@localhost", text)


def kept(product: Product) -> list[str]:
    """Return the words of every voice."""
    with closing(read_intake(product.data / "intake" / "intake.db", demo=False)) as conn:
        return [row[0] for row in conn.execute("SELECT words FROM submissions")]


def wait_until_kept(product: Product, number: int, seconds: float = PATIENCE) -> None:
    """Wait until so many voices are there."""
    deadline = time.monotonic() + seconds
    while len(kept(product)) < number:
        assert time.monotonic() < deadline, f"{len(kept(product))} of {number}"
        time.sleep(0.05)


def wait_until_sent(away: Postfix, seconds: float) -> None:
    """Wait until nothing is left in the sender's queue."""
    deadline = time.monotonic() + seconds
    while away.waiting():
        assert time.monotonic() < deadline, away.waiting()
        time.sleep(0.1)


def found_on_disk(folder: Path) -> set[str]:
    """Return the canaries in any file of the front, and in anything that it wrote to any file at all."""
    trace = (folder / "trace").read_text("utf-8", "replace").splitlines()
    written = [line for line in trace if not SOCKETS.match(line)]
    files = [path.read_text("utf-8", "replace") for path in (folder / "front").rglob("*") if path.is_file()]
    return {canary for text in written + files for canary in CANARIES if canary in text.lower()}


def each_once(product: Product, said: list[str]) -> None:
    """Check that each sentence is in one voice, and no voice is without."""
    words = kept(product)
    count = Counter(next((phrase for phrase in said if phrase in text), "") for text in words)
    assert count == Counter(said)


def deliver(product: Product, folder: Path, number: int, stops: int, *, hard: bool) -> None:
    """Send mails while the service is stopped (or killed) and started again so many times."""
    said = phrases(number)
    with servers(folder, product.mail_port) as (away, _):
        post(away, [mail(at, phrase) for at, phrase in enumerate(said[: number // 4])])  # nobody takes them yet
        for at in range(stops):
            with product.running("doors") as doors:
                share = slice(number // 4 + at * number // 2 // stops, number // 4 + (at + 1) * number // 2 // stops)
                post(away, [mail(n, said[n]) for n in range(number)[share]])
                wait_until_kept(product, len(kept(product)) + 1)
                if hard:
                    doors.kill()
        post(away, [mail(n, said[n]) for n in range(number // 4 + number // 2, number)])
        with product.running("doors"):
            wait_until_sent(away, 4 * PATIENCE)
    each_once(product, said)
    assert found_on_disk(folder) == set()


def test_every_mail_arrives_once_and_rests_nowhere(tmp_path: Path) -> None:
    """While the service is away the sender keeps its mails; then each is a voice, and none is on the front's disk."""
    need_postfix()
    product = make_quiet_product(tmp_path)
    with open_folder() as folder:
        deliver(product, folder, 24, 1, hard=False)
        log = (folder / "front" / "log").read_text()
        trace = (folder / "trace").read_text("utf-8", "replace")
    assert "smtpd: proxy-accept END-OF-MESSAGE 250 2.0.0" in log
    assert "connect to proxy filter Connection refused" in log
    assert "tangerine" in trace  # the trace does see what is passed on


@pytest.mark.faults
def test_hundreds_of_mails_outlive_a_service_that_is_killed(tmp_path: Path) -> None:
    """The same with 400 mails and a kill -9 in the middle, six times."""
    need_postfix()
    product = make_quiet_product(tmp_path)
    with open_folder() as folder:
        deliver(product, folder, 400, 6, hard=True)

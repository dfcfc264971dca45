"""kill -9 under load, again and again: every mail is there once in the end, and what got a 250 is not sent again."""

from __future__ import annotations

import random
import smtplib
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from itertools import product as pairs
from typing import TYPE_CHECKING

import pytest

from intake.raw import RawWords
from intake.redaction import load_redactor
from storage.intake_db import read_intake
from tests.faults.test_telegram_kills import KINDS, THINGS
from tests.product import PATIENCE, Product, make_quiet_product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAILS, DEATHS = 5_000, 40
SENDERS = 20
FOR_GOOD = 500  # a reply's code
WHILE_OPENING = 0.1  # of the deaths
SOON = 1.0  # seconds after the start, for those


def different_words(count: int) -> list[str]:
    """Return texts of which no two are alike, and none is changed by redaction."""
    said = (f"The {a} {b} was {c} and then {d}." for a, c, d, b in pairs(KINDS, KINDS, KINDS, THINGS))
    texts, redactor = list(islice(said, count)), load_redactor()
    assert all(redactor.redact(RawWords(text)).words.text == text for text in texts)
    return texts


@dataclass
class Load:
    """Mails on their way: a sender goes on with one until it is taken, as a mail server does."""

    texts: list[str]
    product: Product
    taken: int = 0
    refused: list[str] = field(default_factory=list)
    alive: threading.Event = field(default_factory=threading.Event)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def begin(self) -> list[threading.Thread]:
        """Start to send."""
        shares = [enumerate(self.texts[start::SENDERS], start * len(self.texts)) for start in range(SENDERS)]
        threads = [threading.Thread(target=self._send, args=(share,)) for share in shares]
        for thread in threads:
            thread.start()
        return threads

    def wait_for(self, more: int) -> None:
        """Wait until so many more were taken, or all."""
        wanted = min(self.taken + more, len(self.texts))
        with self.changed:
            assert self.changed.wait_for(lambda: self.taken >= wanted or self.refused, PATIENCE)

    def _send(self, share: Iterator[tuple[int, str]]) -> None:
        client = None
        for number, text in share:
            while (client := self._sent(client or self._connected(), number, text)) is None:
                pass
            with self.changed:
                self.taken += 1
                self.changed.notify_all()
        if client:
            client.close()

    def _sent(self, client: smtplib.SMTP, number: int, text: str) -> smtplib.SMTP | None:
        """Send a mail; returns None if it has to be sent again, over a new connection."""
        try:
            client.sendmail(f"advocate{number}@kills.example", "voice@localhost", _mail(number, text))
        except (OSError, smtplib.SMTPException) as error:
            if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= FOR_GOOD:
                self.refused.append(f"{number}: {error.smtp_code}")
                return client
            client.close()
            return None
        return client

    def _connected(self) -> smtplib.SMTP:
        while True:
            assert self.alive.wait(PATIENCE)
            with suppress(OSError, smtplib.SMTPException):
                return smtplib.SMTP("127.0.0.1", self.product.mail_port, timeout=PATIENCE)


def _mail(number: int, text: str) -> str:
    return f"Subject: hello\r\nMessage-ID: <{number}@kills.example>\r\n\r\n{text}\r\n"


def kill_through(load: Load, kills: int, die: random.Random) -> None:
    """Kill the doors so many times while mails come in, or while they open; then let them take the rest."""
    for _ in range(kills):
        with load.product.running("doors") as door:
            if die.random() < WHILE_OPENING:
                door.kill()
                continue
            load.alive.set()
            load.wait_for(die.randint(1, 2 * len(load.texts) // kills))
            load.alive.clear()
            door.kill()
    with load.product.running("doors"):
        load.alive.set()
        while load.taken < len(load.texts):
            load.wait_for(1)


def kept(product: Product) -> Counter[str]:
    """Return how often each text is there."""
    conn = read_intake(product.data / "intake" / "intake.db", demo=False)
    try:
        return Counter(row[0] for row in conn.execute("SELECT words FROM submissions"))
    finally:
        conn.close()


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(2))
def test_a_door_that_is_killed_all_along(tmp_path: Path, seed: int) -> None:
    """Forty times amid 5,000 mails: none is lost, and none is there twice."""
    load = Load(different_words(MAILS), make_quiet_product(tmp_path))
    senders = load.begin()
    kill_through(load, DEATHS, random.Random(seed))  # noqa: S311 - chosen to be repeated
    for sender in senders:
        sender.join(PATIENCE)
    assert load.refused == []
    assert kept(load.product) == Counter(load.texts)

"""Promise 6 after a disaster: copies are made under load, receipts still work, and nothing taken back comes back."""

from __future__ import annotations

import asyncio
import re
import smtplib
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import count, takewhile
from typing import TYPE_CHECKING

from desk.deployment import Files
from desk.publishing import thresholds
from desk.settings import load_settings
from storage.decisions import Reason, decline, hide
from storage.model import State
from storage.opening import immediate
from storage.publishing import publish
from storage.receipts import WORDS_IN_A_CODE
from storage.release import Thresholds
from storage.submissions import find
from storage.syncing import sync
from tests.desk.at_copies import Vault, at, make_vault
from tests.fakes.relay import Relay
from tests.product import Product, make_product, with_relay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

SENDERS, BEFORE = 4, 30
CODE = re.compile(rf"\b[a-z]+(?:-[a-z]+){{{WORDS_IN_A_CODE - 1}}}\b")
NOW = Thresholds(batch=1)


@dataclass
class Load:
    """Mails on their way in, from several senders at once, until `stop` is set."""

    port: int
    stop: threading.Event = field(default_factory=threading.Event)
    stored: int = 0

    def send(self, sender: int) -> None:
        """Send one sender's mails, each under an address of its own: nobody gets many thanks a day."""
        with smtplib.SMTP("127.0.0.1", self.port, timeout=20) as client:
            for number in takewhile(lambda _: not self.stop.is_set(), count()):
                head = f"Subject: hello\r\nMessage-ID: <{sender}.{number}@drill.example>\r\n"
                body = "The drop-in is good, please keep it open.\r\n"
                client.sendmail(f"a{sender}.{number}@drill.example", "voice@localhost", f"{head}\r\n{body}")
                self.stored += 1


def codes_in(relay: Relay) -> list[str]:
    """Return the receipt code of every letter that arrived."""
    return [found[0] for letter in relay.letters if (found := CODE.search(letter.text))]


def published_before(at_desk: Desk) -> dict[str, str]:
    """Receive, approve and publish voices, for things to happen to; returns their codes by what they say."""
    said = ("Zanzibar is mine.", "Ask Timbuktu.", "Late decline.", "Stays.")
    codes = {words: at_desk.approved(words) for words in said}
    with at_desk.opened() as intake, closing(at_desk.files.open_published()) as published:
        publish(intake, published, NOW, account="reader", today=date.today())
    return codes


def removed_after(product: Product, at_desk: Desk, codes: dict[str, str]) -> None:
    """Take one voice back, hide words of another and decline a third, all of them published."""
    assert product.command("withdraw", codes["Zanzibar is mine."]).returncode == 0
    with at_desk.opened() as intake, closing(at_desk.files.open_published()) as published:
        with immediate(intake):
            hide(intake, at_desk.voice(codes["Ask Timbuktu."]), "reader", [(4, 12)])
        with immediate(intake):
            decline(intake, at_desk.voice(codes["Late decline."]), "reader", Reason.IDENTIFIES)
        sync(intake, published, NOW)


async def test_the_drill(tmp_path: Path) -> None:
    """A copy made in the middle of a flood of mail brings back every receipt from before it, but what was removed."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        at_desk = at(product.data)
        vault, codes = make_vault(at_desk, tmp_path), published_before(at_desk)
        thread, load = asyncio.to_thread, Load(product.mail_port)
        running = product.running("run")
        await thread(running.__enter__)
        try:
            with ThreadPoolExecutor(SENDERS) as pool:
                senders = [asyncio.wrap_future(pool.submit(load.send, sender)) for sender in range(SENDERS)]
                try:
                    await relay.letter(BEFORE, 30)
                    before, stored = codes_in(relay), load.stored
                    made = await thread(product.command, "backup")
                    stored_meanwhile = load.stored - stored
                finally:
                    load.stop.set()
                await asyncio.gather(*senders)
            assert made.returncode == 0, made.stderr
            assert stored_meanwhile > SENDERS, "the copy has to be made under load"
            withdrawn = before.pop()
            assert (await thread(product.command, "withdraw", withdrawn)).returncode == 0
            await thread(removed_after, product, at_desk, codes)
            assert (await thread(product.command, "backup")).returncode == 0  # brings the list up to date
        finally:
            await thread(running.__exit__, None, None, None)
        found = re.search(r"A copy was made: (\S+)", made.stdout)
        assert found
        await thread(check, vault, product, tmp_path / found[1], before, codes, withdrawn)
        await thread(opens, Product(tmp_path / "new", ""))


def check(vault: Vault, product: Product, copy: Path, before: list[str], codes: dict[str, str], withdrawn: str) -> None:
    """Restore into a fresh folder, the old one gone, and look at every receipt and every byte."""
    product.data.rename(product.data.with_name("lost"))
    new = product.data.with_name("new")
    result = vault.restore(copy, new)
    assert result.exit_code == 0, result.output
    assert "2 voices in the copy had been taken back" in result.output
    with at(new).opened() as intake, closing(at(new).files.open_published()) as published:
        keys = at(new).files.load_keys()
        assert len(before) >= BEFORE - 1
        assert [code for code in before if find(intake, keys, code) is None] == []
        assert [find(intake, keys, code) for code in (withdrawn, codes["Zanzibar is mine."])] == [None, None]
        assert at(new).voice(codes["Late decline."]).state == State.WAITING
        assert at(new).shown() == ["Ask [hidden].", "Stays."]
        digest = published.execute("SELECT digest FROM releases").fetchall()
        limits = thresholds(load_settings(new, {}))
        assert digest == [(sync(intake, published, limits).digest,)]
    kept = b"".join(path.read_bytes() for path in new.rglob("*") if path.is_file())
    assert [words for words in (b"Zanzibar", b"Timbuktu") if words in kept] == []


def opens(product: Product) -> None:
    """The whole service starts on what was restored, and takes the next voice."""
    with product.running("run"), smtplib.SMTP("127.0.0.1", product.mail_port, timeout=20) as client:
        assert client.sendmail("b@drill.example", "voice@localhost", "Subject: hi\r\n\r\nThank you all.\r\n") == {}
    files = Files(product.data, demo=False)
    with closing(sqlite3.connect(files.intake_db)) as intake:
        assert intake.execute("SELECT count(*) FROM submissions WHERE words LIKE 'Thank you%'").fetchone() == (1,)

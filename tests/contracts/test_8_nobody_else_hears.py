"""Promise 8: thanks go to who sent the mail and to nobody else, never to a machine, and no loop lasts."""

from __future__ import annotations

import asyncio
import smtplib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.fakes.relay import Relay
from tests.product import PATIENCE, Product, make_product, make_quiet_product, with_relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

OTHERS = ("young.person@inside.example", "mum@inside.example", "replies@inside.example", "list@inside.example")
A_DAY = 50
PERSONAL = (
    "From: Someone <young.person@inside.example>\r\nTo: voice@localhost, mum@inside.example\r\n"
    "Cc: list@inside.example\r\nReply-To: replies@inside.example\r\nReturn-Path: <mum@inside.example>\r\n"
    "Sender: list@inside.example\r\nSubject: Fwd: hello\r\nDisposition-Notification-To: mum@inside.example\r\n"
    "Message-ID: <8@inside.example>\r\n\r\n"
    "---------- Forwarded message ---------\r\nFrom: Someone <young.person@inside.example>\r\n"
    "Date: Mon, 2 Nov 2026 at 10:00\r\nSubject: hello\r\nTo: <advocate@outside.example>\r\n\r\n"
    "The drop-in is good. Please tell mum@inside.example.\r\n"
)
AUTOMATIC = {
    "a bounce": ("", "Message-ID: <b@a.example>\r\n\r\nIt could not be delivered.\r\n"),
    "an answering machine": (
        "advocate@outside.example",
        "Auto-Submitted: auto-replied\r\nMessage-ID: <r@a.example>\r\n\r\nI am away.\r\n",
    ),
    "a list": ("owner@outside.example", "List-Id: <all.a.example>\r\nMessage-ID: <l@a.example>\r\n\r\nHello all.\r\n"),
    "ourselves": ("voice@localhost", "Message-ID: <o@a.example>\r\n\r\nThank you.\r\n"),
    "a daemon": ("MAILER-DAEMON@outside.example", "Message-ID: <d@a.example>\r\n\r\nSorry.\r\n"),
}


def send(product: Product, sender: str, *mails: str) -> list[int]:
    """Send mails in one session; return the code of the answer to each one's end, or to its first refused command."""
    with smtplib.SMTP("127.0.0.1", product.mail_port, timeout=PATIENCE) as client:
        client.ehlo()
        return [_send(client, sender, mail) for mail in mails]


def _send(client: smtplib.SMTP, sender: str, mail: str) -> int:
    for code, _ in (client.mail(sender), client.rcpt("voice@localhost")):
        if code >= 400:
            return code
    return client.data(mail.encode())[0]


@asynccontextmanager
async def open_doors(product: Product) -> AsyncIterator[None]:
    """Run the doors; the relay goes on answering while they open and close."""
    doors = product.running("doors")
    await asyncio.to_thread(doors.__enter__)
    try:
        yield
    finally:
        await asyncio.to_thread(doors.__exit__, None, None, None)


async def test_only_who_sent_it_is_thanked(tmp_path: Path) -> None:
    """Of all the addresses in and around a mail, the envelope's sender alone hears of it, without a quoted word."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        async with open_doors(product):
            assert await asyncio.to_thread(send, product, "advocate@outside.example", PERSONAL) == [250]
            letter = await relay.letter()
    assert letter.recipients == ("advocate@outside.example",)
    assert letter.sender in {"", "<>"}
    assert [letter.recipients for letter in relay.letters] == [("advocate@outside.example",)]
    assert not [address for address in OTHERS if address.encode() in letter.content]
    assert "drop-in" not in letter.text


@pytest.mark.parametrize("what", AUTOMATIC)
async def test_no_machine_is_thanked(tmp_path: Path, what: str) -> None:
    """Mail from a machine is answered in the dialogue and never by a letter; a person's next mail is."""
    sender, mail = AUTOMATIC[what]
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        async with open_doors(product):
            assert await asyncio.to_thread(send, product, sender, mail) in ([250], [554], [550])
            assert await asyncio.to_thread(send, product, "advocate@outside.example", PERSONAL) == [250]
            letter = await relay.letter()
    assert letter.recipients == ("advocate@outside.example",)
    assert len(relay.letters) == 1


def test_a_loop_ends(tmp_path: Path) -> None:
    """Above fifty voices a day from one sender, mail is put off for that sender and for nobody else."""
    product = make_quiet_product(tmp_path)
    mails = [f"Message-ID: <{number}@loop.example>\r\n\r\nThank you for your mail.\r\n" for number in range(A_DAY + 2)]
    with product.running("doors"):
        answers = send(product, "machine@loop.example", *mails)
        assert send(product, "advocate@outside.example", PERSONAL) == [250]
    assert answers[:A_DAY] == [250] * A_DAY
    assert all(400 <= code < 500 for code in answers[A_DAY:])

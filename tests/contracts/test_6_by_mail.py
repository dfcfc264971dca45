"""Promise 6, by mail alone: with the code of a letter people stay in charge, from any mail program."""

from __future__ import annotations

import asyncio
import re
import smtplib
from typing import TYPE_CHECKING

from tests.contracts.test_8_nobody_else_hears import open_doors
from tests.fakes.relay import Relay
from tests.product import PATIENCE, Product, make_product, with_relay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.relay import Letter

ADVOCATE = "advocate@outside.example"
CODE = re.compile(r"\b(?:[a-z]{3,9}-){4}[a-z]{3,9}\b")


def send(product: Product, text: str, subject: str = "words", to: str = "voice@localhost") -> tuple[int, str]:
    """Send a mail as a program does; return the code and the words of the first refusal, or of the last reply."""
    with smtplib.SMTP("127.0.0.1", product.mail_port, timeout=PATIENCE) as client:
        client.ehlo()
        for code, said in (client.mail(ADVOCATE), client.rcpt(to)):
            if code >= 400:
                return code, said.decode()
        head = f"From: Ad Vocate <{ADVOCATE}>\r\nSubject: {subject}\r\n\r\n"
        code, said = client.data((head + text.replace("\n", "\r\n")).encode())
        return code, said.decode()


def answer(letter: Letter, said: str) -> str:
    """Write above a letter, which the program quotes."""
    quoted = "".join(f"> {line}\n" for line in letter.text.splitlines())
    return (
        f"{said}\n\nThanks\nAd Vocate\n\nOn Sat, 21 Nov 2026 at 10:00, Care voice <voice@localhost> wrote:\n\n{quoted}"
    )


async def test_an_answer_to_the_letter_is_enough(tmp_path: Path) -> None:
    """To ask, to choose and to take back: each is answered, and after that no file holds the words."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        async with open_doors(product):
            assert (await asyncio.to_thread(send, product, "The trampoline was taken away."))[0] == 250
            thanks = await relay.letter(1)
            for number, (said, told) in enumerate((("STATUS", "They are saved."), ("count", "Only count it")), start=2):
                assert (await asyncio.to_thread(send, product, answer(thanks, said), "Re: thanks"))[0] == 250
                assert told in (await relay.letter(number)).text
            assert _files_with(product, "trampoline")
            assert (await asyncio.to_thread(send, product, answer(thanks, "Please withdraw."), "Re: thanks"))[0] == 250
            assert "The words are gone" in (await relay.letter(4)).text
            assert _files_with(product, "trampoline") == []
            code = CODE.findall(thanks.text)[0]
            assert (await asyncio.to_thread(send, product, f"STATUS {code}"))[0] == 250
            assert "can't find that code" in (await relay.letter(5)).text
    assert {letter.recipients for letter in relay.letters} == {(ADVOCATE,)}
    assert {letter.message["Auto-Submitted"] for letter in relay.letters} == {"auto-replied"}
    assert [letter for letter in relay.letters if "trampoline" in letter.text] == []


async def test_an_organisations_address_works_until_it_is_revoked(tmp_path: Path) -> None:
    """From one command to the next, while the doors are open; what came by it stays."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        async with open_doors(product):
            made = await asyncio.to_thread(product.command, "relay", "add", "Coram Voice North")
            (address,) = re.findall(r"voice\+[a-z-]+@localhost", made.stdout)
            assert (await asyncio.to_thread(send, product, "Our bus was late.", to=address))[0] == 250
            await asyncio.to_thread(product.command, "relay", "revoke", "Coram Voice North")
            code, said = await asyncio.to_thread(send, product, "Our bus was late again.", to=address)
            assert (code, "This address does not work" in said) == (550, True)
            listed = await asyncio.to_thread(product.command, "relay", "list")
    assert f"{address}  Coram Voice North: fewer than 10 voices (revoked" in listed.stdout


def _files_with(product: Product, text: str) -> list[str]:
    files = (path for path in product.data.rglob("*") if path.is_file())
    return [path.name for path in files if text.encode() in path.read_bytes()]

"""A voice travels the whole way: from an advocate's mail to a lab member's screen, and back out of every file."""

from __future__ import annotations

import asyncio
import re
import smtplib
from contextlib import ExitStack, closing
from email.message import EmailMessage
from typing import TYPE_CHECKING

from desk.deployment import Files
from tests.browser.browsing import browsing, sign_in
from tests.fakes.relay import Relay
from tests.product import Product, make_product, with_relay
from tests.storage.deployment import let_a_minute_pass

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from tests.fakes.relay import Letter

WORDS = "The flumptious taster flat was brilliant. My PA Karolina came every week, call her on 07700 900123."
RARE = "flumptious"
FORWARDED = f"""Passing this on, she said I could.

From: Tilly Example <tilly@young.example>
Sent: 12 November 2026 21:07
To: Advocate <advocate@charity.example>
Subject: my flat

{WORDS}
"""


def forward() -> EmailMessage:
    """Return a young person's mail, forwarded by an advocate as council Outlook does."""
    mail = EmailMessage()
    mail["From"] = "An Advocate <advocate@charity.example>"
    mail["To"] = "voice@localhost"
    mail["Subject"] = "FW: my flat"
    mail["Message-ID"] = "<walk@charity.example>"
    mail.set_content(FORWARDED)
    return mail


def send(product: Product) -> None:
    """Send the mail with an ordinary SMTP client."""
    with smtplib.SMTP("127.0.0.1", product.mail_port) as client:
        client.send_message(forward())


def files_with(folder: Path, text: str) -> list[str]:
    """Search every file, byte by byte."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes().lower()]


async def found_by_search(page: Page) -> str:
    """Search the lab and return what the page says."""
    await page.goto("/published/voices")
    await page.get_by_label("Search the words").fill(RARE)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**_search**")
    return await page.inner_text("main")


async def test_a_voice_travels_the_whole_way(tmp_path: Path) -> None:
    """Mail, thanks with a code, moderation, release, search in the browser, withdrawal, and gone from every file."""
    async with Relay() as relay:
        product = make_product(tmp_path, with_relay(relay.port))
        with ExitStack() as stack:  # in a thread, because the relay has to answer while the service starts
            await asyncio.to_thread(stack.enter_context, product.running("run"))
            await asyncio.to_thread(send, product)
            code = code_in(await relay.letter())
            decide_and_publish(product)
            async with browsing(f"http://127.0.0.1:{product.lab_port}", tmp_path) as (page, said):
                await sign_in(page, "lab", product.password("lab"))
                seen = await found_by_search(page)
                withdrawn = product.command("withdraw", code)
                seen_after = await found_by_search(page)
            held_open = files_with(product.data, RARE)
    assert "taster flat was brilliant" in seen
    assert "Karolina" not in seen
    assert "900123" not in seen
    assert withdrawn.returncode == 0
    assert "taster flat" not in seen_after
    assert said == []
    assert held_open == []
    assert files_with(product.data, RARE) == []


def code_in(letter: Letter) -> str:
    """Take the code out of the letter of thanks, as its reader would."""
    assert letter.recipients == ("advocate@charity.example",)
    found = re.search(r"\b(?:[a-z]+-){4}[a-z]+\b", letter.text)
    assert found
    return found[0]


def decide_and_publish(product: Product) -> None:
    """Read the voice at the terminal, approve it with a theme and a kind, and publish it a minute later."""
    password = product.password("moderate")
    read = product.command("moderate", "--as", "reader", typed=f"{password}\na\n1\n1\n1\n")
    assert "taster flat was brilliant" in " ".join(read.stdout.split())
    assert "Karolina" not in read.stdout
    with closing(Files(product.data, demo=False).open_intake()) as intake:
        let_a_minute_pass(intake)
    published = product.command("publish", "--as", "reader", "--force", "the first of all", typed=f"{password}\n")
    assert "Release 1 is out" in published.stdout

"""A voice travels the whole way: from an advocate's mail to a lab member's screen, and back out of every file."""

from __future__ import annotations

import asyncio
import re
import smtplib
from email.message import EmailMessage
from typing import TYPE_CHECKING

from tests.browser.browsing import browsing, sign_in
from tests.fakes.relay import Relay
from tests.product import Product, make_product

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

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
        product = await asyncio.to_thread(make_product, tmp_path, host="_", **{}) if False else await asyncio.to_thread(
            make_product, tmp_path
        )
        del relay

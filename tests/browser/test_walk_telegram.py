"""A voice travels the whole way through the bot and the desk's pages: said, read, released, answered, taken back."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from desk.deployment import Files
from storage.answering import let_out, waiting
from storage.opening import immediate
from tests.bot.over_http import to_summary
from tests.bot.talking import code_in
from tests.browser.browsing import browsing, follow, sign_in
from tests.browser.test_walk import RARE, files_with, found_by_search
from tests.contracts.test_2_canary_telegram import with_telegram
from tests.fakes.bot_api import BotApi
from tests.product import Product, make_product
from tests.storage.deployment import let_a_minute_pass

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from tests.fakes.people import Person

WORDS = "The flumptious taster flat was brilliant. My PA Karolina came every week, from the blue house by the pier."
HIDE = "the blue house by the pier"
ANSWER = "We now have two more taster flats."


def make(folder: Path, api: BotApi) -> Product:
    """Make a deployment whose bot is the one of `api`."""
    product = make_product(folder, with_telegram(api.base_url))
    secrets = product.data / "secrets.toml"
    secrets.touch(0o600)
    secrets.write_text(f'[telegram]\ntoken = "{api.token}"\n')
    return product


async def says_it(tilly: Person) -> str:
    """Tell the bot, check what would be kept, send it; return the code."""
    await to_summary(tilly, WORDS)
    assert not [shown for shown in tilly.messages if "Karolina" in shown.text]
    await tilly.taps("Send")
    return code_in((await tilly.hears("Your code")).text)


async def read_and_decide(page: Page, files: Files) -> str:
    """Read the voice, hide more of it, approve it, publish with a reason and answer it; return what was read."""
    await follow(page, page.get_by_role("link", name="Start reading"))
    address, read = page.url, await page.inner_text("main")
    await page.get_by_text("Type the words instead").click()
    await page.get_by_label("Which words?").fill(HIDE)
    await page.get_by_role("button", name="Find them").click()
    await page.get_by_role("button", name="Hide them for good").click()
    await page.get_by_label("Nobody could").check()
    await page.get_by_role("button", name="Approve").click()
    await page.get_by_text("Approved. It goes out").wait_for()
    with closing(files.open_intake()) as intake:
        let_a_minute_pass(intake)
    await page.get_by_role("navigation").get_by_role("link", name="Publish").click()
    await page.get_by_label("Why can't it wait?").fill("the first of all")
    await page.get_by_role("button", name="Publish").click()
    await page.get_by_text("is out").wait_for()
    await page.goto(address)
    await page.get_by_text("Write an answer").click()
    await page.get_by_label("Something changed").check()
    await page.get_by_label("Your answer").fill(ANSWER)
    await page.get_by_role("button", name="Save it for a second person").click()
    await page.get_by_text("Saved. A second person reads it before it goes out.").wait_for()
    return read


def let_answers_out(files: Files) -> None:
    """Let every answer out as a second moderator does, a minute ago and more."""
    with closing(files.open_intake()) as intake, immediate(intake):
        for one in waiting(intake):
            let_out(intake, one.id, one.seen, "sam", 0.0)


async def test_a_voice_travels_the_whole_way_through_the_bot(tmp_path: Path) -> None:
    """Bot, code, pages, release, lab, answer by code, withdrawal in the bot, and gone from every file."""
    async with BotApi() as api:
        product = make(tmp_path, api)
        tilly = api.person("Tilly")
        with ExitStack() as stack:  # in a thread, because the Bot API has to answer while the service starts
            await asyncio.to_thread(stack.enter_context, product.running("run"))
            code = await says_it(tilly)
            async with browsing(f"http://127.0.0.1:{product.desk_port}", tmp_path) as (page, said):
                await sign_in(page, "reader", product.password("moderate"))
                read = await read_and_decide(page, Files(product.data, demo=False))
            async with browsing(f"http://127.0.0.1:{product.lab_port}", tmp_path) as (page, said_too):
                await sign_in(page, "lab", product.password("lab"))
                seen = await found_by_search(page)
                await tilly.says(code)
                too_early = (await tilly.hears("Here is what happened")).text
                let_answers_out(Files(product.data, demo=False))
                await tilly.says(code)
                status = (await tilly.hears("Here is what happened")).text
                await tilly.says(f"/withdraw {code}")
                await tilly.hears("I found these words")
                await tilly.taps("Yes")
                await tilly.hears("gone")
                seen_after = await found_by_search(page)
            await asyncio.to_thread(product.command, "withdraw", code)  # for good: it could be undone for a minute
            held_open = files_with(product.data, RARE)
            await asyncio.to_thread(stack.close)
    assert "taster flat was brilliant" in read
    assert "Karolina" not in read
    assert "in the collection that councils read" in status
    assert ANSWER not in too_early
    assert ANSWER in status
    assert "taster flat was brilliant" in seen
    assert "blue house" not in seen
    assert "taster flat" not in seen_after
    assert said == said_too == []
    assert held_open == []
    assert files_with(product.data, RARE) == []
    assert files_with(product.data, "blue house") == []

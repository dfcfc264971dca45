"""Every page of the desk and of the lab, in every state that looks different: what axe, Tab and the camera visit.

To add a page: a page of the desk without a number in its address is here already (`desk/pages/routes.py` tells);
any other one is a line in `DESK` or `LAB`, or in every_role.py if one role alone sees it. Its address may name a voice
of `stock` in braces. A page that only shows after something was done has an `act`, which must leave everything as it
was.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

from desk.pages.routes import PAGES
from storage.answering import of_theme
from storage.arriving import Known, NewSubmission, add
from storage.model import OTHER, AgeBand, Channel, Consent, Distress, Flag, Jigsaw, Label, RedactedWords, Span
from storage.moves import LeadReason, escalate
from storage.opening import immediate
from storage.permission import Permission, ask_permission, permit
from storage.questions import NewAnswer, answer, ask
from storage.responses import NewResponse, ResponseKind, draft
from tests.browser.browsing import browsing
from tests.browser.fitness import ALL_AT_ONCE, AXE, BEGIN_WITH_TAB, CONTRAST, SEEN, SEEN_WITH_TAB, UNFOLD
from tests.storage.deployment import TODAY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
    from pathlib import Path

    from playwright.async_api import Page

    from tests.desk.at_desk import Desk

    Act = Callable[[Page], Awaitable[None]]

SAID = "My worker [name 1] came to the flat in Zanzibar Road, number 9.\nShe listens \U0001f600 and that helps."
KNOWN = Known(Channel.MAIL, Consent.QUOTE)
WIDTHS = (1200, 768, 320)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
DRAWN = [
    "target-size",
    "scrollable-region-focusable",
]  # what depends on width, but contrast, which we look at ourselves
NO_RULES = "document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })"


@dataclass(frozen=True, slots=True)
class Look:
    """A page in one of its states, and what has to be done on it to see that."""

    name: str
    path: str
    act: Act | None = None


def press(form: str) -> Act:
    """Send the form that leads to an address ending like this, as somebody does who filled in nothing."""

    async def act(page: Page) -> None:
        await page.evaluate(NO_RULES)
        async with page.expect_navigation(wait_until="load"):  # its style is there too
            button = f'form[action$="{form}"] button:not([type=button]):not([formaction])'
            await page.locator(button).last.evaluate("(button) => button.click()")

    return act


def typed(form: str, field: str, text: str) -> Act:
    """Type something that is none of what is asked for, and send it."""

    async def act(page: Page) -> None:
        await page.locator(f'form[action$="{form}"] [name={field}]').last.evaluate(
            "(field, text) => { field.value = text; }", text
        )
        await press(form)(page)

    return act


async def tick_one(page: Page) -> None:
    """Answer the first voice of a list."""
    await page.locator("[name=voice]").first.check()
    await press("/answers/write")(page)


async def say_nothing(page: Page) -> None:
    """Write an answer that says nothing, and names somebody."""
    await page.locator("[name=kind][value=changed]").last.evaluate("(one) => { one.checked = true; }")
    await typed("/respond", "text", "Sarah Jones listened to you. This has been noted.")(page)


SIGNED_OUT = (
    Look("sign-in", "/sign-in"),
    Look("sign-in-again", "/sign-in?again=1"),
    Look("signed-out", "/sign-in?out=1"),
    Look("sign-in-wrong", "/sign-in", press("/sign-in")),
)
PLAIN = tuple(
    Look(page.path.strip("/").replace("/", "-") or "queue", page.path)
    for page in PAGES
    if "GET" in page.methods and not page.anyone and not re.search(r"[(\[\\]", page.path)
)
DESK = (
    *PLAIN,
    Look("no-such-page", "/-/nothing"),
    Look("no-such-voice", "/voice/1"),
    Look("no-such-number", "/find?number=12"),
    Look("voice", "/voice/{plain}"),
    Look("voice-urgent", "/voice/{urgent}"),
    Look("voice-not-english", "/voice/{foreign}"),
    Look("voice-under-16", "/voice/{young}"),
    Look("voice-jigsaw", "/voice/{jigsaw}"),
    Look("voice-spam", "/voice/{spam}"),
    Look("voice-suggested", "/voice/{suggested}"),
    Look("voice-asked", "/voice/{asked}"),
    Look("voice-hard", "/voice/{hard}"),
    Look("voice-waits-for-person", "/voice/{permission}"),
    Look("voice-summary", "/voice/{summary}"),
    Look("voice-who-could-tell", "/voice/{plain}", press("/approve")),
    Look("voice-copied-summary", "/voice/{plain}", typed("/ask-permission", "summary", "x" * 601)),
    Look("voice-approved", "/voice/{approved}"),
    Look("voice-published", "/voice/{published}"),
    Look("voice-nothing-chosen", "/voice/{bare}", press("/approve")),
    Look("voice-no-reason", "/voice/{plain}", press("/decline")),
    Look("voice-no-question", "/voice/{plain}", press("/ask")),
    Look("voice-no-answer", "/voice/{plain}", press("/respond")),
    Look("voice-hide-sure", "/voice/{suggested}", typed("/hide", "words", "flat")),
    Look("voice-hide-nothing", "/voice/{suggested}", typed("/hide", "words", "aeroplane")),
    Look("drill-voice", "/drill/{published}"),
    Look("drill-not-here", "/drill/{plain}"),
    Look("answer-choose-whom", "/answers", press("/answers/write")),
    Look("answer-write", "/answers", tick_one),
    Look("answer-think", "/voice/{published}", say_nothing),
    Look("answer-waits", "/answers/{answer}"),
    Look("answer-alone", "/answers/{own}"),
    Look("spam-sure", "/spam", press("/spam")),
    Look("withdraw-wrong", "/withdraw", typed("/withdraw", "code", "not a code")),
    Look("release-no-reason", "/release", press("/release")),
)
LAB = (
    Look("lab", "/"),
    Look("lab-voices", "/published/voices"),
    Look("lab-search", "/published/voices?_search=worker&theme=home"),
    Look("lab-nothing-found", "/published/voices?_search=nothingtofind"),
    Look("lab-voice", "/published/voices/1000000000"),
    Look("lab-counts", "/published/counts"),
    Look("lab-outcomes", "/published/outcomes"),
    Look("lab-releases", "/published/releases"),
    Look("lab-ideas", "/published/ideas"),
    Look("lab-quotable", "/published/may_be_quoted"),
    Look("lab-one-council", "/published/one_council"),
    Look("lab-counts-by-theme", "/published/counts_by_theme"),
    Look("lab-no-such-page", "/-/databases"),
)
# What shows nothing that came in looks the same whether anything did.
_ALIKE = frozenset({"/account", "/account/codes", "/care", "/find", "/keys", "/people", "/withdraw"})
EMPTY = {
    "desk": tuple(look for look in PLAIN if look.path not in _ALIKE),
    "lab": tuple(look for look in LAB if "voices/" not in look.path),
}


def stock(desk: Desk) -> dict[str, int]:
    """Store voices of every sort; return the number of each by its name."""
    codes = {
        "urgent": desk.receive("I don't feel safe at home.", urgent=True),
        "young": desk.receive("Nobody asked us.", age_band=AgeBand.UNDER_16),
        "foreign": desk.receive("Nikt nas nie pytał.", language=OTHER),
        "plain": desk.receive("The bus pass helped."),
        "bare": desk.receive("The bus pass helped.", theme=None, kind=None),
        "jigsaw": desk.receive("I am the only one.", jigsaw=tuple(Jigsaw)),
        "spam": desk.receive("Buy a house today.", flags=tuple(Flag)),
        "suggested": suggesting(desk),
        "asked": answering(desk),
        "hard": desk.receive("I wanted to die then.", urgent=True, warnings=tuple(Distress)),
        "permission": permitting(desk),
        "summary": permitting(desk, Permission.SUMMARY),
        "given": given(desk),
        "published": desk.approved("Shown one day."),
        "hard-published": desk.approved("They hurt me then.", urgent=True),
    }
    desk.approved("And one that nobody answered.")
    assert desk.publish("--force", "For the pages.").exit_code == 0
    codes["approved"] = desk.approved("Shown another day.")
    desk.let_a_minute_pass()
    answers = {"answer": waiting(desk, "sam"), "own": waiting(desk, "reader")}
    return {**answers, **{name: desk.voice(code).id for name, code in codes.items()}}


def waiting(desk: Desk, account: str) -> int:
    """Write an answer that waits for a second person; return its number."""
    with desk.opened() as intake, immediate(intake):
        to = of_theme(intake, "home", None)[:1]
        text = "There are three more flats, and you can stay for a month before you decide."
        return draft(intake, NewResponse(ResponseKind.CHANGED, text, account, TODAY, everyone=True), to)


def given(desk: Desk) -> str:
    """Store a voice that was given to the safeguarding lead; return its code."""
    code = desk.receive("He comes to the flat at night.", urgent=True)
    with desk.opened() as intake, immediate(intake):
        escalate(intake, desk.voice(code), "reader", LeadReason.OTHERS, "Please ring the duty team.")
    return code


def suggesting(desk: Desk) -> str:
    """Store a voice in which something might be a name; return its code."""
    start = SAID.index("Zanzibar")
    words = RedactedWords(SAID, ((Label.NAME, 1),), (Span(start, start + 8, Label.PLACE, 0.5),))
    with desk.opened() as intake, immediate(intake):
        return str(add(intake, desk.files.load_keys(), NewSubmission(words, KNOWN), TODAY).code)


def permitting(desk: Desk, said: Permission | None = None) -> str:
    """Store a voice whose person was asked if it may go out, and what they said; return its code."""
    code, keys = desk.receive("Nine moves before I was six."), desk.files.load_keys()
    with desk.opened() as intake, immediate(intake):
        ask_permission(intake, desk.voice(code), "reader", "Somebody moved often.", date.today())
        if said:
            permit(intake, keys, code, said, date.today())
    return code


def answering(desk: Desk) -> str:
    """Store a voice that was asked about twice, and answered once; return its code."""
    code, keys = desk.receive("The office was shut."), desk.files.load_keys()
    with desk.opened() as intake, immediate(intake):
        number = ask(intake, desk.voice(code), "Which office was it?", "reader", TODAY)
        words = RedactedWords("By the bridge, with [name 1].", ((Label.NAME, 1),), jigsaw=tuple(Jigsaw))
        answer(intake, keys, code, NewAnswer(number, 1, words, urgent=True, language=OTHER))
        ask(intake, desk.voice(code), "And how was it then?", "reader", TODAY)
    return code


@asynccontextmanager
async def browser(address: str, folder: Path) -> AsyncIterator[Page]:
    """Open a browser; the console must stay silent, but for the pages that say no."""
    async with browsing(address, folder) as (page, said):
        yield page
    assert [line for line in said if "Failed to load resource" not in line] == []


async def examine(page: Page, looks: Sequence[Look], names: Mapping[str, int] | None = None) -> None:
    """Visit each page and look at it as everyone does who needs it to be well made."""
    wrong: dict[str, list[str]] = {}
    for look in looks:
        await page.goto(look.path.format(**names or {}))
        if look.act:
            await look.act(page)
        await page.evaluate(UNFOLD)
        if await page.locator("#choosing:visible").count():
            await page.locator("#choosing").click()
            await page.locator(".word").first.press("Space")
        await page.evaluate(AXE_SCRIPT)
        wrong[look.name] = await found_on(page)
    assert {name: found for name, found in wrong.items() if found} == {}


async def found_on(page: Page) -> list[str]:
    """Return what is wrong with a page: light at each width, and dark at the narrowest."""
    wrong: list[str] = []
    seen = ""
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 720})
        found = await page.evaluate(ALL_AT_ONCE)
        if width != WIDTHS[1]:
            found += await by_keyboard(page)
            before, seen = seen, await page.evaluate(SEEN)
            found += await page.evaluate(AXE, {"rules": DRAWN} if seen == before else {"tags": RULES})
        wrong += [f"{width} {what}" for what in found]
    await page.emulate_media(color_scheme="dark")
    wrong += [f"dark {what}" for what in await page.evaluate(CONTRAST)]
    await page.emulate_media(color_scheme="light")
    return wrong


async def by_keyboard(page: Page) -> list[str]:
    """Hold Tab until the page is over, and return what it never came to, or what could not be seen when it did."""
    number = await page.evaluate(BEGIN_WITH_TAB)
    await asyncio.gather(*(page.keyboard.down("Tab") for _ in range(number + 5)))
    await page.keyboard.up("Tab")
    found: list[str] = await page.evaluate(SEEN_WITH_TAB)
    return found

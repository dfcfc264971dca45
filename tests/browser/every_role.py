"""What looks different to those who do one thing alone at the desk, for axe, Tab and the camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.accounts import add_account, password_hash
from storage.opening import immediate
from storage.roles import Role
from tests.browser.browsing import sign_in
from tests.browser.every_page import Look, typed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

    from tests.desk.at_desk import Desk


async def new_password(page: Page) -> None:
    """Make a new password for whoever stands last."""
    async with page.expect_navigation(wait_until="load"):
        button = 'form:has([name=do][value="password"]) button'
        await page.locator(button).last.evaluate("(button) => button.click()")


COUNCIL = "swindon"  # that the moderator works for: their voices are kept from them
# Each begins where whoever has that role begins, and goes on to what nobody with every role sees.
LOOKS = {
    Role.MODERATOR: (
        Look("moderator-begins", "/"),
        Look("moderator-somebody-reads-it", "/voice/{plain}"),
        Look("moderator-the-lead-has-it", "/voice/{given}"),
    ),
    Role.LEAD: (Look("lead-begins", "/?show=lead"), Look("lead-voice", "/voice/{given}")),
    Role.RESPONDER: (
        Look("responder-begins", "/"),
        Look("responder-answer-waits", "/answers/{answer}"),
        Look("responder-not-yours", "/release"),
    ),
    Role.ANALYST: (Look("analyst-begins", "/"),),
    Role.ADMINISTRATOR: (
        Look("administrator-begins", "/"),
        Look("administrator-no-role", "/people", typed("/people", "name", "kit")),
        Look("administrator-new-password", "/people", new_password),
    ),
}


def staff(desk: Desk) -> None:
    """Give each role somebody who has it alone, with the password of the first account."""
    with desk.opened() as intake, immediate(intake):
        known = str(password_hash(intake, "reader"))
        for role in Role:
            council = COUNCIL if role is Role.MODERATOR else None
            add_account(intake, role, known, [role], council=council)


async def as_each(page: Page, desk: Desk) -> AsyncIterator[tuple[Look, ...]]:
    """Sign in as one after the other, and give what to look at."""
    for role, looks in LOOKS.items():
        await page.context.clear_cookies()
        await sign_in(page, role, desk.password)
        yield looks

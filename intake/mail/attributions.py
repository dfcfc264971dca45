"""Lines that say who wrote what follows: "On 3 May 2025 at 10:12, Sam <sam@…> wrote:", in any language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.blocks import ADDRESS, DATE
from intake.mail.languages import fold, languages
from intake.mail.page import ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def wrote(page: Page, i: int) -> int | None:
    """Return where an attribution begins that ends on line `i`, over up to three lines.

    An address with a year and a time, ending in a colon, is one in every language. With less it needs the verb,
    and quoted or indented lines below it; between dashes (Zoho) it needs the verb too.
    """
    joined, weak = "", None
    for start in range(i, max(i - 3, -1), -1):
        text = page.texts[start].strip(ORNAMENTS)
        if not text or page.depths[start] != page.depths[i] or len(joined) + len(text) > 600:  # noqa: PLR2004
            break
        joined = f"{text} {joined}".rstrip()
        dated = bool(_YEAR.search(joined) and _TIME.search(joined))
        addressed = bool(ADDRESS.search(joined))
        if addressed and ((dated and joined[-1] != "-") or (_YEAR.search(joined) and _verb(joined))):
            return start
        if (dated or addressed or DATE.search(joined)) and (_verb(joined) or addressed) and _quotes_follow(page, i):
            if dated:
                return start
            weak = start if weak is None else weak
    return weak


def groupwise(core: str) -> bool:
    """Return whether a line is GroupWise's: `>>> Sam <sam@…> 03/05/2025 10:12 >>>`."""
    return core.endswith(">>>") and len(core) < 300 and DATE.search(core) is not None  # noqa: PLR2004


def attributes(text: str) -> bool:
    """Return whether a line ends as "Sam wrote:" does, without a date or an address."""
    return len(text) < 200 and text.rstrip(ORNAMENTS).endswith((":", "：")) and _verb(text)  # noqa: PLR2004, RUF001


def _verb(line: str) -> bool:
    words = fold(line).rstrip(":： \t*_-")  # noqa: RUF001
    return any(verb in words[-40:] for verb in languages().wrote)


def _quotes_follow(page: Page, i: int) -> bool:
    first = page.after(i + 1)
    return first < len(page) and (page.depths[first] > page.depths[i] or page.texts[first].startswith(("    ", "\t")))

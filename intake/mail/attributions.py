"""Lines that say who wrote what follows: "On 3 May 2025 at 10:12, Sam <sam@…> wrote:", in any language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.blocks import ADDRESS, DATE
from intake.mail.languages import fold, languages
from intake.mail.page import ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{1,4}[/.-] ?\d{1,2}[/.-] ?\d{2,4}\b")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
_DIGITS = {start + digit: str(digit) for start in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10)}
_ENCLOSED = re.compile(r"[<(\[][^<>\s]{0,10}\S@\S[^<>]{0,100}[>)\]]|\*@")  # and as GitHub hides addresses
_LINES = 4  # of the longest ones
_LONGEST = 600  # characters
_GOES_ON = ("<", "(", "[")  # how a line begins before which the name stands
_NAME = 100  # characters, by which such a line before is known
_NOTES = re.compile(r"-{3}\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4} \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: [AP]M)?-{3}")


def wrote(page: Page, i: int, *, answering: bool) -> int | None:
    """Return where an attribution begins that ends on line `i`, over a few lines.

    An address in brackets with a year and a time is one in every language. With less it needs the verb, and quoted or
    indented lines below it; between dashes (Zoho) it needs the verb too. In a mail that answers another
    (`answering`) a day and a time will do above a quote, and elsewhere a name beside the verb.
    """
    joined, weak, quoted = "", None, _quotes_follow(page, i)
    for start in range(i, max(i - _LINES, -1), -1):
        text = page.texts[start].strip(ORNAMENTS)
        if not text or page.depths[start] != page.depths[i] or len(joined) + len(text) > _LONGEST:
            break
        joined = f"{text} {joined}".rstrip().translate(_DIGITS)
        dated = bool(_YEAR.search(joined) and _TIME.search(joined))
        if _is_certain(joined, dated=dated) or (dated and _may_be(joined, quoted=quoted, answering=answering)):
            return _with_name(page, start)
        if answering and dated and not quoted and _stands_alone(page, start) and _names(joined):
            return start
        if (DATE.search(joined) or ADDRESS.search(joined)) and _may_be(joined, quoted=quoted, answering=False):
            told = DATE.search(text) or (text.endswith(",") and ADDRESS.search(text))
            weak = start if weak is None or told else weak
    return weak if weak is None else _with_name(page, weak)


def _is_certain(joined: str, *, dated: bool) -> bool:
    if not ADDRESS.search(joined):
        return False
    if dated and joined[-1] == "-":
        return _verb(joined, among_last=_LONGEST)
    if _verb(joined):
        return _YEAR.search(joined) is not None
    return dated and _ENCLOSED.search(joined) is not None


def _may_be(joined: str, *, quoted: bool, answering: bool) -> bool:
    """Return whether a line may be one above a quote, or in a reply."""
    if ADDRESS.search(joined):
        return quoted or answering
    return quoted and (answering or _verb(joined))


def _stands_alone(page: Page, start: int) -> bool:
    return start == 0 or page.blank(start - 1) or page.texts[start - 1].rstrip(ORNAMENTS).endswith((".", "!", "?"))


def _with_name(page: Page, start: int) -> int:
    """Take the line above as well where the name on it was broken off from its address."""
    if start == 0 or not page.texts[start].lstrip(ORNAMENTS).startswith(_GOES_ON):
        return start
    above = page.texts[start - 1].strip(ORNAMENTS)
    belongs = page.depths[start - 1] == page.depths[start] and 0 < len(above) < _NAME and above[-1] not in ".!?:"
    return start - 1 if belongs else start


def groupwise(core: str) -> bool:
    """Return whether a line is GroupWise's: `>>> Sam <sam@…> 03/05/2025 10:12 >>>`."""
    return core.endswith(">>>") and len(core) < 300 and DATE.search(core) is not None  # noqa: PLR2004


def notes(core: str) -> bool:
    """Return whether a line is Notes' own: `Sam Porter ---03/05/2025 10:12:00---What helps you?`."""
    return "---" in core[:_NAME] and _NOTES.search(core[: 2 * _NAME]) is not None


def attributes(text: str) -> bool:
    """Return whether a line ends as "Sam wrote:" does, without a date or an address."""
    return len(text) < 200 and text.rstrip(ORNAMENTS).endswith((":", "：")) and _verb(text)  # noqa: PLR2004, RUF001


def _verb(line: str, *, among_last: int = 40) -> bool:
    ending = fold(line).rstrip(":： \t*_-")[-among_last:]  # noqa: RUF001
    return any(map(ending.__contains__, languages().wrote))


def _names(line: str) -> bool:
    """Return whether a name stands beside the verb that a line ends with: "my worker wrote:" is what somebody tells."""
    folded = fold(line)
    if line[-1] not in ":：" or len(folded) != len(line):  # noqa: RUF001
        return False
    for verb in languages().wrote:
        before, found, _ = folded.rpartition(verb)
        name = line[len(before) + len(verb) :].strip(":： ").split() or line[: len(before)].split()[-1:]  # noqa: RUF001
        if found and name and not any(word[0].islower() for word in name):
            return True
    return False


def _quotes_follow(page: Page, i: int) -> bool:
    first = page.after(i + 1)
    return first < len(page) and (page.depths[first] > page.depths[i] or page.texts[first].startswith(("    ", "\t")))

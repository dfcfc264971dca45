"""What stands around words without being anybody's, message by message: it asks each kind's own module.

What those are unsure of stays as it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from intake.mail.banners import BANNERS_BEGIN, end_of_banner, is_marking
from intake.mail.disclaimers import FOOTERS_BEGIN, disclaims, is_footer, is_title, speaks_law, start_of_disclaimer
from intake.mail.languages import fold, languages
from intake.mail.meetings import MEETINGS_BEGIN, meeting_around
from intake.mail.page import LONGEST, SOMEBODYS, Page, Part
from intake.mail.rules import AROUND, RULES, is_rule
from intake.mail.signatures import DEVICES_BEGIN, is_picture, mark_signature, names_device, only_link

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING = 3  # so many of a line's first letters say whether it needs a close look
_LONGEST_LINE = 200  # characters; no program writes a longer line of these kinds


def mark_tails(page: Page, parts: list[Part]) -> None:
    """Judge every message by itself: each stretch of words or note between other things."""
    start = 0
    for i in range(len(parts) + 1):
        if i == len(parts) or parts[i] is not parts[start]:
            if parts[start] in SOMEBODYS:
                _mark_message(page, parts, start, i)
            start = i


def _mark_message(page: Page, parts: list[Part], start: int, end: int) -> None:
    legal = speaks_law(fold("\n".join(page.texts[start:end])))
    paragraphs = list(_paragraphs(page, start, end))
    telling: list[int] = []
    for first, last in paragraphs:
        telling += _judge_paragraph(page, parts, first, last, legal=legal)
    _mark_meetings(page, parts, telling, end)
    mark_signature(page, parts, paragraphs)


def _paragraphs(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if page.blank(i):
            if i > first:
                yield first, i
            first = i + 1
    if end > first:
        yield first, end


def _judge_paragraph(page: Page, parts: list[Part], first: int, last: int, *, legal: bool) -> list[int]:
    """Label what is nobody's; return the lines that begin as an invitation does."""
    text = " ".join(page.texts[first : min(last, first + 40)])[:LONGEST]
    folded = fold(text).strip(RULES)
    banner = end_of_banner(page, folded, first, last)
    if banner is not None:
        _put(page, parts, first, banner, Part.BANNER)
        return []
    follows = first > 1 and Part.DISCLAIMER in parts[first - 2 : first]
    if disclaims(folded, legal=legal, follows=follows or is_title(page.texts[first])):
        _put(page, parts, start_of_disclaimer(page, first, last), last, Part.DISCLAIMER)
        return []
    openings = _openings()
    return [
        i
        for i, text in enumerate(page.texts[first:last], first)
        if len(text) <= _LONGEST_LINE
        and (fold(text.lstrip(AROUND)[:_TELLING])[:_TELLING] in openings or text[:1] == "[")
        and not _judge_line(page, parts, i)
    ]


def _put(page: Page, parts: list[Part], first: int, last: int, part: Part) -> None:
    """Label lines, and the rules that frame them."""
    if first and is_rule(page.texts[first - 1]):
        first -= 1
    if last < len(page) and is_rule(page.texts[last]):
        last += 1
    parts[first:last] = [part] * (last - first)


def _judge_line(page: Page, parts: list[Part], i: int) -> bool:
    """Label a line that a program wrote; return whether it did."""
    text = page.texts[i]
    folded = fold(text).strip(AROUND)
    if names_device(folded):
        parts[i] = Part.SIGNATURE
        below = page.after(i + 1)
        if below < len(page) and parts[below] is not Part.HEADER and only_link(page.texts[below]):
            parts[below] = Part.SIGNATURE
    elif is_marking(text, folded):
        parts[i] = Part.BANNER
    elif is_footer(folded):
        parts[i] = Part.FOOTER
    elif is_picture(text):
        parts[i] = Part.SIGNATURE
    return parts[i] not in SOMEBODYS


def _mark_meetings(page: Page, parts: list[Part], telling: list[int], end: int) -> None:
    """Label invitations, which go over several paragraphs; no line is looked into twice."""
    looked = 0
    for i in telling:
        if i >= looked:
            meeting, looked = meeting_around(page, i, end)
            for j in meeting:
                if parts[j] in SOMEBODYS:
                    parts[j] = Part.FOOTER


@cache
def _openings() -> frozenset[str]:
    begin = (*DEVICES_BEGIN, *BANNERS_BEGIN, *FOOTERS_BEGIN, *MEETINGS_BEGIN, *languages().sent_from)
    return frozenset(opening[:_TELLING] for opening in begin)

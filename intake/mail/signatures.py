"""Signatures: what a device wrote, what stands below "-- ", below a sign-off, and cards without either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.cards import is_card, is_prose, presents, reaches
from intake.mail.languages import fold, languages
from intake.mail.page import ORNAMENTS, SOMEBODYS, Page, Part
from intake.mail.rules import AROUND, PUNCTUATION, is_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

# One of these begins every English line that a device wrote
DEVICES_BEGIN = ("sent ", "securely sent", "get ", "download ", "yahoo")

_DEVICES = (
    "yahoo mail|proton mail"
    "|iphone|ipad|ipod|samsung|galaxy|android|blackberry|huawei|xiaomi|redmi|oneplus|oppo|pixel|nokia|motorola|moto"
    "|htc|sony|xperia|windows|mail|outlook|yahoo|gmail|proton|aol|bt|ee|o2|vodafone|sky|three|mobile|phone|smartphone"
    "|smart phone|tablet|device|handheld|spark|sparrow|mailbird|airmail|bluemail|thunderbird|tutanota|fastmail|nine"
    "|verizon wireless|t-mobile|at&t|mymail|typeapp|protonmail|superhuman|fairphone|hushmail|workspace one|tuta"
    "|realme|vivo|lg|shortwave|k-9"
)
_SENT_FROM = re.compile(
    rf"(?:(?:securely )?sent (?:from|via|using|with|by) (?:my |the |an? )?(?:work |personal |mobile )?(?:{_DEVICES})"
    r"|(?:get|download) (?:outlook|bluemail|typeapp) for|yahoo mail: search)\b(?P<rest>.{0,140})",
)
_REST = re.compile(
    r"(?!(?:because|cos|as|so|and|but|while|when|since|if) )(?:[^\s.]{1,20} ?){0,2}(?:<?https?://\S+|[^\s.]{1,20})?"
    r"|(?:[^\s.]{1,20} ){0,3}(?:-|–|\||for|on|using|via|with) .{0,60}"  # noqa: RUF001
    r"|.{0,60}\b(?:excuse|forgive|apolog\w{2,5}|sorry for|typos|brevity|brief)\b.{0,60}",
)
_LONGEST_NAME = 100  # characters
_MOST_CARDS = 12  # paragraphs
_PICTURES = re.compile(r"(?:\[[^\[\]]{0,160}\]\s?){1,12}")
_SHOWS = re.compile(r"\b(?:logo|icon|description automatically generated|ai-generated content|image removed by)\b")


def names_device(folded: str) -> bool:
    """Return whether a program wrote a line: "Sent from my phone because mine broke" are somebody's words."""
    sent = _SENT_FROM.match(folded)
    if sent is None:
        return len(folded) < 60 and folded.startswith(languages().sent_from)  # noqa: PLR2004
    rest = sent["rest"].strip(" .")
    return sent.end() == len(folded) and _REST.fullmatch(rest) is not None


def only_link(text: str) -> bool:
    """Return whether nothing but an address of a page stands on a line."""
    return text.strip(AROUND).startswith("http") and len(text.split()) == 1


def is_picture(text: str) -> bool:
    """Return whether a line says what pictures show, in brackets: "[Northvale Council logo]"."""
    line = text.strip(ORNAMENTS)
    return line.startswith("[") and _PICTURES.fullmatch(line) is not None and _SHOWS.search(fold(line)) is not None


def mark_signature(page: Page, parts: list[Part], paragraphs: Sequence[tuple[int, int]]) -> None:
    """Label in `parts` the signature of a message, of which the first and last lines of paragraphs are given."""
    if not paragraphs:
        return
    start = paragraphs[0][0]
    end = _trim(page, parts, start, paragraphs[-1][1])
    _mark_delimited(page, parts, start, end)
    end = _trim(page, parts, start, end)
    _mark_signed_off(page, parts, start, end)
    _mark_cards(page, parts, paragraphs, _trim(page, parts, start, end))


def _trim(page: Page, parts: list[Part], start: int, end: int) -> int:
    """Return where the message ends once blank lines, rules and what was already labelled are taken off."""
    while end > start and (page.blank(end - 1) or is_rule(page.texts[end - 1]) or parts[end - 1] not in SOMEBODYS):
        if parts[end - 1] in SOMEBODYS and is_rule(page.texts[end - 1]):
            parts[end - 1] = Part.DISCLAIMER
        end -= 1
    return end


def _mark_delimited(page: Page, parts: list[Part], start: int, end: int) -> None:
    """Label what follows "-- " (RFC 3676, 4.3) if it is short; after a bare "--", if it tells how to be reached."""
    for i in range(max(start, end - 16), end):
        if page.texts[i].rstrip() != "--":
            continue
        below = [page.texts[j] for j in range(i + 1, end)]
        sure = page.texts[i] != "--" and not any(map(is_prose, below))
        if sure or any(map(reaches, below)):
            _sign(parts, i, end)
            return


def _mark_signed_off(page: Page, parts: list[Part], start: int, end: int) -> None:
    """Label a sign-off and what follows it, if that tells who its writer is at work and isn't prose."""
    begin = next((i for i in range(end - 1, max(start - 1, end - 30), -1) if _signs_off(page.texts[i])), None)
    if begin is None:
        return
    stop = begin + 1
    while stop < end and not is_prose(page.texts[stop]):
        stop += 1
    below = range(begin + 1, stop)
    if any(reaches(page.texts[i]) for i in below) or presents([page.texts[i] for i in below]):
        _sign(parts, begin, stop)


def _mark_cards(page: Page, parts: list[Part], paragraphs: Sequence[tuple[int, int]], end: int) -> None:
    """Label paragraphs that tell who somebody is at work and how to reach them: a card, wherever it stands."""
    for first, last in reversed(paragraphs[-_MOST_CARDS:]):
        last = min(last, end)  # noqa: PLW2901 - what stands below is labelled already
        if last < first + 2 or len(page.texts[first]) >= _LONGEST_NAME:
            continue
        alone = first > paragraphs[0][0] or parts[first] is Part.NOTE
        if alone and is_card(page.texts[first:last], ends=last == end):
            _sign(parts, first, last)
            end = first if last == end else end


def _sign(parts: list[Part], start: int, end: int) -> None:
    for i in range(start, end):
        if parts[i] in SOMEBODYS:
            parts[i] = Part.SIGNATURE


def _signs_off(text: str) -> bool:
    return len(text) < 60 and fold(text).strip(PUNCTUATION + "x") in languages().sign_off  # noqa: PLR2004

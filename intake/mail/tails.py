"""What stands around words without being anybody's: banners, disclaimers, signatures, sensitivity labels.

Judged by paragraph and line within one message, as UK councils and common programs write them. What it is unsure of
stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from intake.mail.languages import fold, languages
from intake.mail.page import LONGEST, ORNAMENTS, Page, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES = ORNAMENTS + "-–—=~#"  # noqa: RUF001 - dashes are what rules are made of
_PUNCTUATION = ORNAMENTS + ",.!:-–—"  # noqa: RUF001
_AROUND = _PUNCTUATION + "<>[]()"
_CONTACT = re.compile(
    r"\S@\S|\bwww\.|https?://|(?:\+|\b0)\d[\d ()-]{8,}"
    r"|^(?:tel|telephone|mob|mobile|phone|direct|direct line|ddi|ext|fax|e-?mail|web|website|[tmew])\b ?[:.|]",
    re.IGNORECASE,
)
_DEVICES = (
    "iphone|ipad|ipod|samsung|galaxy|android|blackberry|huawei|xiaomi|redmi|oneplus|oppo|pixel|nokia|motorola|moto|htc"
    "|sony|xperia|windows|mail|outlook|yahoo|gmail|proton|aol|bt|ee|o2|vodafone|sky|three|mobile|phone|smartphone"
    "|smart phone|tablet|device|handheld|spark|sparrow|mailbird|airmail|bluemail|thunderbird|tutanota|fastmail|nine"
)
_SENT_FROM = re.compile(
    rf"(?:sent (?:from|via|using|with|by) (?:my |the |an? )?(?:work |personal |mobile )?(?:{_DEVICES})"
    r"|(?:get|download) outlook for|yahoo mail: search)\b(?P<rest>.{0,60})",
)
_MARKING = re.compile(
    r"(?:(?:security )?classification|sensitivity|protective marking)\s?[:–-]\s?"  # noqa: RUF001
    r"(?:official|public|internal|general|normal|confidential|restricted|private|personal|sensitive|protect)\b.{0,50}"
    r"|(?:nhs )?official(?:[ :–/([-]{1,3}(?:sensitive|public|internal|personal|partners|commercial).{0,40})?"  # noqa: RUF001
    r"|not protectively marked|unclassified|restricted|external|external (?:e-?mail|sender|message)"
    r"|private (?:and|&) confidential",
)
_SENTENCES = re.compile(r"[.!:\]]+(?:\s|$)")
_OUTSIDE = (
    r"external (?:e-?mail|sender|source|message|address)|(?:from|by) (?:an )?external"
    r"|originat\w{1,4} (?:from )?outside"
    r"|outside (?:of )?(?:the |your |our |this )?(?:organi[sz]ation|council|company|network|trust|authority|borough)"
)
_BANNER = re.compile(
    r"you don['’]t often get e?-?mail from|some people who received this message don['’]t often get"  # noqa: RUF001
    rf"|this (?:is an|e-?mail|message|mail)\b.{{0,40}}(?:{_OUTSIDE})|(?:e-?mail|message) from (?:an )?external"
    r"|(?:caution|warning|alert|attention|external(?: e-?mail)?|be careful|think before you click)\b"
    rf".{{0,80}}(?:{_OUTSIDE}|(?:do not|don['’]t) click|not (?:been )?sent from|click(?:ing)? (?:on )?(?:any )?link)",  # noqa: RUF001
)
_BANNER_SAYS = re.compile(
    rf"{_OUTSIDE}|click|attachment|links?\b|sender|recogni[sz]e|content is safe|phish|suspicious|learn why|often get"
    r"|report (?:this|it)|it service|cyber|external e?-?mail",
)
_SOMEBODYS = frozenset({Part.WORDS, Part.NOTE})
# One of these begins every marking and every English line that a device wrote.
_LINE_BEGINS = (
    *("sent ", "get ", "download ", "yahoo", "classif", "security", "sensitiv", "protective", "official", "nhs"),
    *("not prot", "unclass", "restrict", "external", "private"),
)
_TELLING = 3  # so many of a line's first letters say whether it needs a close look
# One of these is in every phrase of `disclaims`: a text without them is no disclaimer.
_DISCLAIMERS_SAY = (
    *("this e", "this message", "this communication", "this transmission", "sender", "virus", "recipient", "liability"),
    *(
        "addressee",
        "registered",
        "company n",
        "information contained",
        "originator",
        "the named",
        "expressed",
        "mails ",
    ),
    "monitor",
)


def mark_tails(page: Page, parts: list[Part], start: int, end: int) -> None:
    """Label in `parts` what is nobody's words between lines `start` and `end`, which are one message."""
    for first, last in _paragraphs(page, start, end):
        _judge_paragraph(page, parts, first, last)
    end = _trim(page, parts, start, end)
    _mark_delimited(page, parts, start, end)
    end = _trim(page, parts, start, end)
    _mark_signed_off(page, parts, start, end)


def _paragraphs(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if page.blank(i):
            if i > first:
                yield first, i
            first = i + 1
    if end > first:
        yield first, end


def _judge_paragraph(page: Page, parts: list[Part], first: int, last: int) -> None:
    text = " ".join(page.texts[first : min(last, first + 40)])[:LONGEST]
    folded = fold(text).strip(_RULES)
    if _BANNER.match(folded.lstrip(" [<({!")):
        _put(page, parts, first, _end_of_banner(page, first, last), Part.BANNER)
        return
    follows = first > 1 and Part.DISCLAIMER in parts[first - 2 : first]
    if _disclaims(
        folded, follows=follows or fold(page.texts[first]).strip(_PUNCTUATION) in languages().disclaimer_title
    ):
        _put(page, parts, _start_of_disclaimer(page, first, last), last, Part.DISCLAIMER)
        return
    openings = _openings()
    for i in range(first, last):
        if fold(page.texts[i].lstrip(_AROUND)[:_TELLING])[:_TELLING] in openings:
            _judge_line(page.texts[i], parts, i)


def _put(page: Page, parts: list[Part], first: int, last: int, part: Part) -> None:
    """Label lines, and the rules that frame them."""
    if first and _is_rule(page.texts[first - 1]):
        first -= 1
    if last < len(page) and _is_rule(page.texts[last]):
        last += 1
    parts[first:last] = [part] * (last - first)


def _end_of_banner(page: Page, first: int, last: int) -> int:
    """Return where a banner ends: with its paragraph, unless words came in without a blank line between."""
    for i in range(first, last):
        line = fold(page.texts[i][:LONGEST])
        fresh = i > first and page.texts[i - 1].rstrip(ORNAMENTS + "])").endswith((".", "!"))
        scrap = 0 if fresh else 3  # words: "CAUTION", or the end of a sentence that was wrapped
        if any(len(said.split()) > scrap and not _BANNER_SAYS.search(said) for said in _SENTENCES.split(line)):
            return i
    return last


def _disclaims(folded: str, *, follows: bool) -> bool:
    """One phrase of the law does not make a paragraph a disclaimer; two do, or one below another or a title."""
    tables = languages()
    if folded in tables.disclaimer_title or folded.startswith(tables.disclaims_alone):
        return True
    found = 0
    if any(clue in folded for clue in _DISCLAIMERS_SAY):
        found = sum(phrase in folded for phrase in tables.disclaims)
    if not found and not follows:
        return False
    return found + sum(phrase in folded for phrase in tables.disclaims_too) > (0 if follows else 1)


def _start_of_disclaimer(page: Page, first: int, last: int) -> int:
    """Words may stand right above a disclaimer: it starts with the first line that sounds like one."""
    tables = languages()
    for i in range(first, last):
        line = fold(page.texts[i][:LONGEST])
        if any(phrase in line for phrase in (*tables.disclaims, *tables.disclaims_too, *tables.disclaims_alone)):
            return first if i == first + 1 and len(page.texts[first].split()) < 3 else i  # noqa: PLR2004 - its title
    return first


def _judge_line(text: str, parts: list[Part], i: int) -> None:
    if len(text) > 160:  # noqa: PLR2004 - no program writes a longer line of this kind
        return
    folded = fold(text).strip(_AROUND)
    if _names_device(folded):
        parts[i] = Part.SIGNATURE
    elif _MARKING.fullmatch(folded) and (text.upper() == text or ":" in text or " " in folded):
        parts[i] = Part.BANNER


@cache
def _openings() -> frozenset[str]:
    return frozenset(begin[:_TELLING] for begin in (*_LINE_BEGINS, *languages().sent_from))


def _names_device(folded: str) -> bool:
    """Return whether a program wrote a line: "Sent from my phone because mine broke" are somebody's words."""
    sent = _SENT_FROM.match(folded)
    if sent is None:
        return len(folded) < 60 and folded.startswith(languages().sent_from)  # noqa: PLR2004
    rest = sent["rest"].split()
    return sent.end() == len(folded) and (len(rest) < 4 or rest[0] in {"-", "–", "|", "for", "on", "using"})  # noqa: PLR2004, RUF001


def _trim(page: Page, parts: list[Part], start: int, end: int) -> int:
    """Return where the message ends once blank lines, rules and what was already labelled are taken off."""
    while end > start and (page.blank(end - 1) or _is_rule(page.texts[end - 1]) or parts[end - 1] not in _SOMEBODYS):
        if parts[end - 1] in _SOMEBODYS and _is_rule(page.texts[end - 1]):
            parts[end - 1] = Part.DISCLAIMER
        end -= 1
    return end


def _is_rule(text: str) -> bool:
    return 4 < len(text) <= LONGEST and not text.strip(_RULES) and not text.isspace()  # noqa: PLR2004 - longer than "-- "


def _mark_delimited(page: Page, parts: list[Part], start: int, end: int) -> None:
    """Label what follows "-- " (RFC 3676, 4.3) if it is short; after a bare "--", if it tells how to be reached."""
    for i in range(max(start, end - 16), end):
        if page.texts[i].rstrip() != "--":
            continue
        below = [page.texts[j] for j in range(i + 1, end)]
        sure = page.texts[i] != "--" and not any(map(_prose, below))
        if sure or any(map(_contact, below)):
            _sign(parts, i, end)
            return


def _mark_signed_off(page: Page, parts: list[Part], start: int, end: int) -> None:
    """Label a sign-off and what follows it, if that tells how its writer can be reached and isn't prose."""
    begin = next((i for i in range(end - 1, max(start - 1, end - 30), -1) if _signs_off(page.texts[i])), None)
    if begin is None:
        begin = _card(page, start, end)
    if begin is None:
        return
    stop = begin + 1
    while stop < end and not _prose(page.texts[stop]):
        stop += 1
    if any(_contact(page.texts[i]) for i in range(begin + 1, stop)):
        _sign(parts, begin, stop)


def _card(page: Page, start: int, end: int) -> int | None:
    """Return where a last paragraph begins that has three lines or more, two of which tell how to be reached."""
    first = end
    while first > max(start, end - 15) and not page.blank(first - 1):
        first -= 1
    lines = [page.texts[i] for i in range(first, end)]
    sure = len(lines) > 2 and not any(map(_prose, lines)) and sum(map(_contact, lines)) > 1  # noqa: PLR2004 - see above
    return first if sure and first > start else None


def _sign(parts: list[Part], start: int, end: int) -> None:
    for i in range(start, end):
        if parts[i] in _SOMEBODYS:
            parts[i] = Part.SIGNATURE


def _signs_off(text: str) -> bool:
    return len(text) < 60 and fold(text).strip(_PUNCTUATION + "x") in languages().sign_off  # noqa: PLR2004


def _contact(text: str) -> bool:
    return len(text) <= 200 and _CONTACT.search(text.strip(ORNAMENTS)) is not None  # noqa: PLR2004


def _prose(text: str) -> bool:
    """Return whether a line reads like a sentence, or a postscript: that is somebody's words even below a name."""
    words = text.split(maxsplit=12)
    if not words:
        return False
    ends = text.rstrip(ORNAMENTS).endswith((".", "!", "?"))
    postscript = words[0].strip(".:-").casefold() in {"ps", "p.s"}
    return postscript or len(words) > 12 or (len(words) > 4 and ends and not _contact(text))  # noqa: PLR2004

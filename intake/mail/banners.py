"""What a mail server puts into a mail: "CAUTION: from outside the organisation", OFFICIAL, "external sender"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.languages import fold
from intake.mail.page import LONGEST, ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

BANNERS_BEGIN = (
    *("classif", "security", "sensitiv", "protective", "official", "nhs"),
    *("not prot", "unclass", "restrict", "external", "private"),
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
    r"|report (?:this|it)|it service|cyber|external e?-?mail|log-?in|password|credential|exercise caution"
    r"|(?:be|stay) (?:cautious|vigilant|alert)|treat (?:it|this) with caution|service ?desk|help ?desk",
)


def end_of_banner(page: Page, folded: str, first: int, last: int) -> int | None:
    """Return where a banner ends that the paragraph `first` to `last` begins with, or None if it begins with none."""
    if not _BANNER.match(folded.lstrip(" [<({!")):
        return None
    for i in range(first, last):
        line = fold(page.texts[i][:LONGEST])
        fresh = i > first and page.texts[i - 1].rstrip(ORNAMENTS + "])").endswith((".", "!"))
        scrap = 0 if fresh else 3  # words: "CAUTION", or the end of a sentence that was wrapped
        if any(len(said.split()) > scrap and not _BANNER_SAYS.search(said) for said in _SENTENCES.split(line)):
            return i
    return last


def is_marking(text: str, folded: str) -> bool:
    """Return whether a line is a sensitivity label: in capitals, or with more than its one word."""
    return _MARKING.fullmatch(folded) is not None and (text.upper() == text or ":" in text or " " in folded)

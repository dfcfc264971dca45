"""Mail addresses as people type, spell and mistype them: `jay dot k at gmail dot com`, `kay"gmail,com`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

ENDINGS = (
    "com|co|org|net|uk|io|me|app|dev|info|biz|tv|gg|ly|be|link|site|online|xyz|eu|ie|scot|wales|cymru|london|edu|ac|gov|"
    "school|example|test|fr|de|page|blog|club|shop|social|news|chat"
)
# after a space these are endings, and seldom words
SURE_ENDINGS = "com|co|org|net|uk|io|gov|ac|example|test|cymru|scot|con|cm|cpm"
PROVIDER = r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|aol|protonmail|btinternet)"
OPEN, CLOSE = r"[(\[{<]", r"[)\]}>]"
DOT = (
    rf"(?:\.{{1,3}}[\w-]{{1,63}}| ?(?:{OPEN} ?(?:dot|\.) ?{CLOSE}|\bdot\b) ?[\w-]{{1,63}}|"
    rf" ?[.,;] ?(?:{SURE_ENDINGS})\b| (?:com|co uk|co\.uk)\b)"
)
NOBODY = "me|us|him|her|them|it|is|was|are|be|on|or|and|the|in|to|of|for|by|back|out|up|here|there|you|u|about|look"
MAIL = re.compile(
    rf"(?<![\w.+-])(?!(?:{NOBODY}) )(?P<local>[\w.+'-]{{1,200}})"
    r"(?P<parts>(?: (?:dot|underscore|dash|hyphen) [\w.+-]{1,64}){0,4})"
    rf"(?P<at> at | ?{OPEN} ?(?:at|@) ?{CLOSE} ?| ?@{{1,3}} ?|-at-)(?P<label>[\w-]{{1,99}})(?P<dots>{DOT}{{0,5}})"
)
AT = re.compile(r"@|at(?<![a-z]at)[ )\]}>-]")
KNOWN = re.compile(rf"{PROVIDER}(?![a-z])")
ENDS = re.compile(rf"(?:^|[^\w])(?:{ENDINGS})$")
SLIPPED = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:['\"#£~*:;%&]{{1,2}}|at)(?:{PROVIDER}\b(?:[.,]\w{{2,3}})*|[\w-]{{2,63}}(?:\.(?:{ENDINGS})\b)+)"
)
SLIP = re.compile(rf"(?:['\"#£~*:;%&]|at){PROVIDER}|['\"#£~*:;%&][\w-]{{2,63}}\.(?:{ENDINGS})\b")
SITES = (
    "mail",
    "outlook",
    "yahoo",
    "icloud",
    "aol",
    "btinternet",
    ".co",
    ".uk",
    ".org",
    ".net",
    ".example",
    ".me",
    ".test",
)
LETTERS = re.compile(r"(?<![\w'])(?:[a-z0-9][ .-]){2,20}$")  # of a name that is spelled out
MAILED = re.compile(r"\b(?:e-?mail|gmail|address|account|contact|reach)\b[^\n]{0,24}$")
PUNCTUATION = ".,;:!?)]}'\"*"


def find_mails(text: Text) -> Iterator[Span]:
    """Yield mail addresses."""
    low = text.low
    for start, end in text.around(AT):
        found = MAIL.search(low, start, end)
        while found:
            mail = _is_mail(text, found)
            if mail:
                letters = LETTERS.search(low, max(0, found.start() - 40), found.start())
                spelled = letters is not None and len(found["local"]) == 1
                begin = letters.start() if letters and spelled else found.start()
                yield text.span(begin, found.start() + len(found[0].rstrip(PUNCTUATION)), Label.EMAIL)
            found = MAIL.search(low, found.end() if mail else found.start("label"), end)
    if any(map(low.__contains__, SITES)) and SLIP.search(low):
        for found in SLIPPED.finditer(low):
            yield text.span(*found.span(), Label.EMAIL)


def _is_mail(text: Text, found: re.Match[str]) -> bool:
    """Only `at` among words says little, and `@` may begin a handle: something else must look like a mail."""
    at, dots = found["at"], found["dots"]
    known = KNOWN.match(found["label"]) is not None
    if at.strip() != "at":
        tight = at == at.strip() or at.strip() != "@"
        return tight or known or "dot" in dots or (ENDS.search(dots) is not None and _is_rare(text, found, at))
    if found["parts"] or known or "dot" in dots:
        return True
    if dots and not text.look_up(found["local"]) & WORD:
        return True
    mailed = MAILED.search(text.low, max(0, found.start() - 40), found.start())
    return mailed is not None and not text.look_up(found["label"]) & WORD


def _is_rare(text: Text, found: re.Match[str], at: str) -> bool:
    """Whether what stands before ` @` is no everyday word, which would make the rest a handle."""
    return at[0] != " " or at[-1] == " " or not text.look_up(found["local"]) & WORD

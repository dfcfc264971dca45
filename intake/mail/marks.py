"""Where another message begins inside a mail: separators, blocks of header lines, "On Monday, Sam wrote:".

Rules over shapes, with labels from `languages`; each looks at a bounded number of lines, so the whole is linear.
It only says where, and never decides what is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from intake.mail.languages import Header, fold, languages
from intake.mail.page import LONGEST, ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

RULES = "-–—_=~*#"  # noqa: RUF001 - dashes are what separators are made of

_SHORT = 60  # characters; every separator of the tables is shorter
_WRAPPED = 40  # lines a list of recipients may run over
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_ADDRESS = re.compile(r"\S@\S")
_RUN_ON = re.compile(r"[-–—]{3,}+\s*+([^\s–—-](?:[^–—-]|-(?!-)){2,60})[-–—]{3,}+\s*+(\S.*)")  # noqa: RUF001


class Origin(Enum):
    """What tells that another message begins."""

    FORWARDED = "a separator that says so"
    ORIGINAL = "a separator that stands above replies and forwards alike"
    HEADERS = "a block of header lines"
    WROTE = "a line like: On Monday, Sam wrote:"
    ENDED = "a separator that says: the forwarded message ends"


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines `start` to `end` (exclusive) stand above another message, and are nobody's words."""

    start: int
    end: int
    origin: Origin


def find_marks(page: Page, *, forwarding: bool = False) -> list[Mark]:
    """Return every mark, in order and without overlap. `forwarding`: the subject says "Fwd"."""
    marks: list[Mark] = []
    i = 0
    while i < len(page.texts):
        mark = _mark_at(page, i, forwarding=forwarding) if page.texts[i] else None
        if mark is not None:
            start = max(mark.start, marks[-1].end if marks else 0)
            marks.append(Mark(start, mark.end, mark.origin))
        i = mark.end if mark else i + 1
    return marks


def header_of(text: str) -> Header | None:
    """Return what a line is the header of: `From: …`, `*Von:* …`, `De : …`, `发件人：…`."""  # noqa: RUF002
    return languages().headers.get(_label(text))


def _label(text: str) -> str:
    head = text[:60].lstrip(ORNAMENTS)
    if not head.isascii():
        head = fold(head)
    cut = head.find(":", 0, 48)
    return head[:cut].strip(ORNAMENTS).casefold() if cut > 0 else ""


def _mark_at(page: Page, i: int, *, forwarding: bool) -> Mark | None:
    text = page.texts[i]
    if len(text) > LONGEST:
        return None
    if (":" in text or not text.isascii()) and header_of(text) is not None:
        block = _block(page, i, forwarding=forwarding)
        if block is not None:
            return Mark(_rule_above(page, i), block, Origin.HEADERS)
    core = text.strip(ORNAMENTS)
    if not core:
        return None
    ends = core[-1] in ":："  # noqa: RUF001
    if ends or core[0] in RULES or (len(core) <= _SHORT and fold(core) in languages().forwarded):
        return _separator(page, i, core) or (_wrote(page, i) if ends else None)
    return None


def _rule_above(page: Page, i: int) -> int:
    """Return where a line of underscores begins that stands above the headers (Outlook on the web)."""
    for above in range(i - 1, max(i - 4, -1), -1):
        text = page.texts[above].strip()
        if text:
            return above if len(text) >= 5 and not text.strip(RULES) else i  # noqa: PLR2004 - a rule, not "--"
    return i


def _separator(page: Page, i: int, core: str) -> Mark | None:
    origin, alone = _separator_says(page, i, core)
    if origin is None:
        return None
    if origin is Origin.ENDED or not alone:
        return Mark(i, i + 1, origin)
    first = page.after(i + 1)
    block = _block(page, first, forwarding=True, known=origin) if first < len(page) else None
    return Mark(i, block or i + 1, origin)


def _separator_says(page: Page, i: int, core: str) -> tuple[Origin | None, bool]:
    """Return what a line separates, if it does, and whether it stands alone (Yahoo runs the headers on)."""
    phrase = fold(core[:120].strip(RULES + ORNAMENTS + ":：.")).strip(ORNAMENTS)  # noqa: RUF001
    ruled = core[:2].strip(RULES) == "" and core[-2:].strip(RULES) == ""
    if len(core) <= 120:  # noqa: PLR2004 - no program writes a longer one
        origin = _says(phrase, ruled=ruled)
        if origin is not None and (ruled or core[-1] in ":：" or _headers_follow(page, i)):  # noqa: RUF001
            return origin, True
        if ruled and phrase and _headers_follow(page, i):
            return Origin.FORWARDED, True
    run_on = _RUN_ON.match(core)
    if run_on and (header_of(run_on[2]) is not None or _ADDRESS.search(run_on[2])):
        return _says(fold(run_on[1]).strip(), ruled=True) or Origin.FORWARDED, False
    return None, False


def _says(phrase: str, *, ruled: bool) -> Origin | None:
    tables = languages()
    if phrase in tables.forwarded:
        return Origin.FORWARDED
    if phrase in tables.original:
        return Origin.ORIGINAL
    if ruled and phrase.startswith(("end forwarded", "end of forwarded", "конец пересылаемого")):
        return Origin.ENDED
    if ruled and phrase.startswith(("forwarded by ", "forwarded message from ")):
        return Origin.FORWARDED
    return None


def _headers_follow(page: Page, i: int) -> bool:
    first = page.after(i + 1)
    return first < len(page) and _block(page, first, forwarding=True, known=Origin.ORIGINAL) is not None


def _block(page: Page, start: int, *, forwarding: bool, known: Origin | None = None) -> int | None:
    """Return the end of the block of header lines at `start`, or None if it isn't one.

    Without a separator above it (`known`) it needs two kinds of header with one of them From, or three, and something
    that only a header says: "From: a girl who moved nine times / To: whoever reads this" are somebody's words.
    """
    block = _Block(page, start, strange=known is not None)
    block.read()
    kinds = block.kinds - {Header.OTHER}
    if known is not None:
        good = bool(kinds) or block.strangers > 1
    elif Header.FROM in kinds:
        good = len(kinds) > 1 and (forwarding or block.proven or Header.SUBJECT in kinds)
    else:
        good = len(kinds) > 2 and Header.SUBJECT in kinds and block.proven  # noqa: PLR2004 - see the docstring
    return block.end if good else None


class _Block:
    """Reads header lines downwards. `strange`: labels of unknown languages count too."""

    def __init__(self, page: Page, start: int, *, strange: bool) -> None:
        self._page, self._strange = page, strange
        self._depth = page.depths[start]
        self._names: set[str] = set()
        self._last: Header | None = None
        self._empty = False  # the last label had no value beside it
        self._split = False  # labels and values stand on lines of their own
        self._wrapped = 0
        self._i = start
        self.end = start
        self.kinds: set[Header] = set()
        self.strangers = 0
        self.proven = False

    def read(self) -> None:
        page = self._page
        while self._i < len(page) and page.depths[self._i] == self._depth and self._takes(page.texts[self._i]):
            self._i += 1

    def _takes(self, text: str) -> bool:
        if len(text) > LONGEST:
            return False
        if not text.strip(ORNAMENTS):
            return self._blank()
        header = self._header(text)
        if header is not None:
            return self._header_line(text, header)
        if self._last is None or self._i > self.end or not self._continues(text):
            return False
        self._wrapped += 1
        self.proven = self.proven or bool(_ADDRESS.search(text))
        self.end = self._i + 1
        return True

    def _header(self, text: str) -> Header | None:
        """Return the kind of a line that this block has not had yet."""
        name = _label(text)
        header = languages().headers.get(name)
        if header is None and self._strange and 0 < len(name) <= 25 and name.count(" ") < 3:  # noqa: PLR2004
            value = text.partition(":")[2] or text.partition("：")[2]  # noqa: RUF001
            told = self.strangers > 1 or _ADDRESS.search(value) or _DATE.search(value)
            header = Header.OTHER if told else None
        again = header in self.kinds and header not in {Header.CC, Header.OTHER}
        return None if name in self._names or again else header

    def _header_line(self, text: str, header: Header) -> bool:
        name = _label(text)
        self.strangers += name not in languages().headers
        self._names.add(name)
        self.kinds.add(header)
        value = text[:LONGEST].partition(":")[2].strip(ORNAMENTS)
        self.proven = (
            self.proven or bool(_ADDRESS.search(value)) or (header is Header.DATE and bool(_DATE.search(value)))
        )
        self._last, self._wrapped, self._empty = header, 0, not value
        self.end = self._i + 1
        return True

    def _blank(self) -> bool:
        """Go over a blank line if another header follows: HTML mails have them between."""
        following = self._page.after(self._i + 1)
        return (
            self._last is not None
            and following - self._i <= 2  # noqa: PLR2004 - two blank lines end any block
            and following < len(self._page)
            and self._page.depths[following] == self._depth
            and self._header(self._page.texts[following]) not in {None, Header.OTHER}
        )

    def _continues(self, text: str) -> bool:
        if self._wrapped >= _WRAPPED:
            return False
        if self._empty and not self._wrapped and (self._last is not Header.SUBJECT or self._split):
            self._split = True
            return True
        before = self._page.texts[self._i - 1].rstrip()
        if self._last in {Header.FROM, Header.TO, Header.CC}:
            if before.endswith((",", ";", "<")):
                return True
            if _ADDRESS.search(text) and text.rstrip().endswith((">", ";", ",", "]", ")")):
                return True
        return any(
            self._header(self._page.texts[j]) not in {None, Header.OTHER}
            for j in range(self._i + 1, min(self._i + 3, len(self._page)))
            if self._page.depths[j] == self._depth
        )


def _wrote(page: Page, i: int) -> Mark | None:
    """Find "On 3 May 2025 at 10:12, Sam <sam@…> wrote:", in any language, over up to three lines.

    An address with a year and a time, ending in a colon, is one in every language. With less it needs the verb,
    and quoted or indented lines below it.
    """
    joined = ""
    weak = None
    for start in range(i, max(i - 3, -1), -1):
        text = page.texts[start].strip(ORNAMENTS)
        if not text or page.depths[start] != page.depths[i] or len(joined) + len(text) > 600:  # noqa: PLR2004
            break
        joined = f"{text} {joined}".rstrip()
        dated = bool(_YEAR.search(joined) and _TIME.search(joined))
        addressed = bool(_ADDRESS.search(joined))
        if addressed and (dated or (_YEAR.search(joined) and _verb(joined))):
            return Mark(start, i + 1, Origin.WROTE)
        if (dated or addressed or _DATE.search(joined)) and (_verb(joined) or addressed) and _quotes_follow(page, i):
            if dated:
                return Mark(start, i + 1, Origin.WROTE)
            weak = weak or Mark(start, i + 1, Origin.WROTE)
    return weak


def attributes(text: str) -> bool:
    """Return whether a line ends as "Sam wrote:" does, without a date or an address."""
    return len(text) < 200 and text.rstrip(ORNAMENTS).endswith((":", "：")) and _verb(text)  # noqa: PLR2004, RUF001


def _verb(line: str) -> bool:
    words = fold(line).rstrip(":： \t*_")  # noqa: RUF001
    return any(verb in words[-40:] for verb in languages().wrote)


def _quotes_follow(page: Page, i: int) -> bool:
    first = page.after(i + 1)
    return first < len(page) and (page.depths[first] > page.depths[i] or page.texts[first].startswith(("    ", "\t")))

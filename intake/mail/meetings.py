"""How to join a meeting, as Teams, Zoom, Meet and Outlook's calendar put it below or above words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.languages import fold
from intake.mail.page import LONGEST
from intake.mail.rules import AROUND, is_rule

if TYPE_CHECKING:
    from intake.mail.page import Page

MEETINGS_BEGIN = ("microsoft teams", "join", "click here to join", "topic", "when", "video call link", "google meet")

_MOST_LINES = 60
_LONGEST_LINE = 160  # characters
_LINE = re.compile(
    r"microsoft teams(?: (?:meeting|need help\??))?(?: ?<.{0,300})?|need help\??"
    r"|join (?:the meeting now|zoom meeting|microsoft teams meeting|with a video conferencing device"
    r"|on your computer.{0,60}|by phone|with google meet|via .{0,30})"
    r"|click here to join(?: the meeting)?|download teams.{0,40}|learn more.{0,60}|meeting options.{0,40}"
    r"|(?:meeting|webinar|video conference|phone conference|conference|tenant) (?:id|key|number)\s?:.{0,60}"
    r"|pass ?codes?\s?:.{0,40}|pin\s?:.{0,30}|topic\s?:.{0,150}|time\s?:.{0,80}|when\s?:.{0,120}|where\s?:.{0,120}"
    r"|for organi[sz]ers.{0,80}|dial[- ]in.{0,80}|or call in.{0,40}|find (?:a|your) local number.{0,80}"
    r"|reset (?:dial-in )?pin.{0,40}|one tap mobile|dial by your location|privacy and security"
    r"|google meet joining info|video call link\s?:.{0,120}|alternate vtc.{0,80}|vc (?:instructions|conference).{0,60}"
    r"|.{0,80} is inviting you to (?:a )?(?:scheduled )?(?:zoom|teams|webex).{0,30}|org(?:anizer)? help.{0,40}"
    r"|<?https?://\S{1,500}>?|[+•\s]{0,4}\+?[\d(][\d ()#,*.-]{6,60}.{0,60}|\d{1,2}/\d{1,2}/\d{4}.{0,60}"
)
_CERTAIN = re.compile(
    r"(?:meeting|webinar|video conference|phone conference|conference) id\s?:|pass ?code\s?:|join zoom meeting"
    r"|microsoft teams (?:need help|meeting)|meet\.google\.com|teams\.microsoft\.com|zoom\.us/j/|teams\.live\.com",
)


def meeting_around(page: Page, i: int, end: int) -> tuple[range, int]:
    """Return the lines of the invitation that line `i` belongs to, and how far down it was looked for.

    There are none if the line is somebody's words. One line that could be an invitation's says nothing; two do, if one
    of them is certain.
    """
    folded = fold(page.texts[i]).strip(AROUND)
    if not _LINE.fullmatch(folded):
        return range(0), i + 1
    lines, last, sure, j = 1, i + 1, _CERTAIN.search(folded) is not None, i + 1
    while j < min(end, i + _MOST_LINES):
        text = page.texts[j][:LONGEST]
        below = fold(text).strip(AROUND)
        if below and not is_rule(text):
            if not _LINE.fullmatch(below):
                break
            lines, last, sure = lines + 1, j + 1, sure or _CERTAIN.search(below) is not None
        j += 1
    if lines < 2 or not (sure or _calendar(page, i, j)):  # noqa: PLR2004 - see above
        return range(0), j
    return range(_above(page, i), _below(page, last, end)), j


def _calendar(page: Page, i: int, end: int) -> bool:
    """Return whether Outlook's row of stars ends the lines: "When: … Where: … *~*~*~*~*"."""
    return any("*~*~*" in page.texts[j] for j in range(i, min(end, i + 5)))


def _above(page: Page, i: int) -> int:
    """Take the rule above, and the line "Ann is inviting you" above "Topic"."""
    above = i - 1
    while above >= 0 and above > i - 3 and page.blank(above):
        above -= 1
    if above < 0:
        return i
    text = page.texts[above][:LONGEST]
    invites = "is inviting you to" in text and len(text) < _LONGEST_LINE
    return above if invites or is_rule(text) else i


def _below(page: Page, last: int, end: int) -> int:
    below = last
    while below < min(end, last + 3) and (page.blank(below) or is_rule(page.texts[below])):
        below += 1
        if is_rule(page.texts[below - 1]):
            last = below
    return last

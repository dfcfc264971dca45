"""What a subject line says about a mail: new, a reply or a forward. The subject itself is never kept."""

from __future__ import annotations

from enum import Enum

from intake.mail.languages import fold, languages
from intake.mail.page import ORNAMENTS


class Thread(Enum):
    """What the subject of a mail says it is."""

    NEW = "new"
    REPLY = "reply"
    FORWARD = "forward"


_LOOKED_AT = 20_000  # characters


def thread_of(subject: str, text: str = "") -> Thread:
    """Judge by the prefix of a subject. In-Reply-To says nothing: Outlook puts it into forwards too.

    What a prefix says that means two things, the language of the header lines in the `text` tells.
    """
    rest = fold(subject[:200]).strip()
    while rest.startswith("["):  # "[EXTERNAL] Fwd: …"
        rest = rest.partition("]")[2].strip()
    prefix = rest.partition(":")[0].partition("[")[0].partition("(")[0].strip() if ":" in rest[:40] else ""
    if prefix in languages().subject_forward:
        return Thread.FORWARD
    if prefix in languages().subject_either:
        return _by_language(text[:_LOOKED_AT])
    return Thread.REPLY if prefix in languages().subject_reply else Thread.NEW


def _by_language(text: str) -> Thread:
    for line in text.split("\n"):
        answers = languages().from_answers.get(fold(line[:40].partition(":")[0]).strip(ORNAMENTS + ">"))
        if answers is not None:
            return Thread.REPLY if answers else Thread.FORWARD
    return Thread.NEW

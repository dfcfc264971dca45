"""What a subject line says about a mail: new, a reply or a forward. The subject itself is never kept."""

from __future__ import annotations

from enum import Enum

from intake.mail.languages import fold, languages


class Thread(Enum):
    """What the subject of a mail says it is."""

    NEW = "new"
    REPLY = "reply"
    FORWARD = "forward"


def thread_of(subject: str) -> Thread:
    """Judge by the prefix of a subject. In-Reply-To says nothing: Outlook puts it into forwards too."""
    rest = fold(subject[:200]).strip()
    while rest.startswith("["):  # "[EXTERNAL] Fwd: …"
        rest = rest.partition("]")[2].strip()
    prefix = rest.partition(":")[0].partition("[")[0].partition("(")[0].strip() if ":" in rest[:40] else ""
    if prefix in languages().subject_forward:
        return Thread.FORWARD
    return Thread.REPLY if prefix in languages().subject_reply else Thread.NEW

"""Could someone tell who it is? What moderators are asked before they approve, and what each answer leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.model import Consent
from storage.permission import Permission

if TYPE_CHECKING:
    from storage.permission import Asking
    from storage.submissions import Submission

NOBODY, SOMEONE, ANYONE = "nobody", "someone", "anyone"
ANSWERS = (NOBODY, SOMEONE, ANYONE)


def matters(voice: Submission) -> bool:
    """Tell whether anybody will read it: what is only counted can't be recognised."""
    return voice.consent is not Consent.COUNT


def problem_with(said: str, voice: Submission, asked: Asking | None) -> str | None:
    """Return what stands against approving it, as the wording calls it; None if nothing does."""
    if not matters(voice) or said == NOBODY:
        return None
    if said == SOMEONE and asked is not None:
        return None if asked.answer is Permission.AS_IT_IS else "pages-tell-summary"
    return {SOMEONE: "pages-tell-ask", ANYONE: "pages-tell-hide"}.get(said, "pages-tell-missing")

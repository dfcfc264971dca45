"""Says the drill's findings in plain words. Prints and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.drill.signs import Sign
from desk.terminal import harmless
from storage.model import Jigsaw

if TYPE_CHECKING:
    from desk.drill.gate import Drill
    from desk.drill.ranking import Recognisable, Why
    from intake.wording import Wording


def left(found: Drill, say: Wording) -> str:
    """Say how many voices have to be looked at before a release, and how many are left."""
    said = say("drill-left", asked=found.asked, left=found.left) if found.asked else say("drill-not-asked")
    return f"{said} {say('drill-partly')}" if found.partly else said


def reasons(one: Recognisable, say: Wording) -> list[str]:
    """Return why a voice could be recognised, the weightiest reason first."""
    return [_reason(why, say) for why in one.why] or [say("drill-why-nothing")]


def _reason(why: Why, say: Wording) -> str:
    if isinstance(why.sign, Jigsaw):
        return say(f"jigsaw-{why.sign}-moderator")
    said = say(f"drill-why-{why.sign}")
    if not why.words:
        return said
    words = [say(f"drill-topic-{word}") for word in why.words] if why.sign is Sign.MIXED else map(_quoted, why.words)
    return f"{said} {', '.join(words)}"


def _quoted(word: str) -> str:
    return f"“{harmless(word)}”"

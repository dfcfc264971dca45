"""One voice: its words, what is known about it, and everything that can be decided."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages import turns
from desk.pages.pace import Told
from desk.pages.showing import marked
from desk.pages.telling import ANSWERS, matters
from storage.answering import Written, answers_to
from storage.asides import FIRST, Aside, last_aside
from storage.beside import Beside, beside
from storage.claims import Claim, claimed
from storage.decisions import decided_elsewhere, first_approvals, history
from storage.errors import Refused
from storage.model import ENGLISH, ContentNote, Outcome, Section, State
from storage.moves import LONGEST_HOLD, BackReason, HoldReason, LeadReason, OpinionReason
from storage.permission import Asking, asking
from storage.questions import Question, Standing, questions_to
from storage.queue import next_free, place_of
from storage.responses import ResponseKind
from storage.submissions import Submission, read
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.pace import Wants
    from desk.pages.site import Desk
    from desk.rules import Rules

# What can be done with a voice that waits besides approving and declining it, and why.
ASIDE: dict[str, list[str]] = {
    "hold": list(HoldReason),
    "second-opinion": list(OpinionReason),
    "escalate": list(LeadReason),
    "send-back": list(BackReason),
}
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A voice with all that its page shows. `first` are those whose first approval stands; `next` waits behind it."""

    voice: Submission
    decisions: tuple[tuple[str, str, str | None, str], ...]
    first: frozenset[str]
    answers: tuple[Written, ...]
    questions: tuple[Question, ...]
    next: int | None
    asking: Asking | None
    beside: tuple[Beside, ...] = ()
    four_eyes: bool = False
    claim: Claim | None = None
    aside: Aside | None = None
    elsewhere: str = ""  # why somebody else has to decide, if so

    @property
    def needs_two(self) -> bool:
        """Tell whether two people have to approve it."""
        return self.four_eyes or self.is_young

    @property
    def is_young(self) -> bool:
        """Tell whether somebody under 16 is speaking, or may be."""
        return may_be_young(self.voice.age_band, self.voice.flags)

    @property
    def is_aside(self) -> bool:
        """Tell whether it can be sent back among those to read."""
        return self.waits and self.aside is not None and self.aside.reason != FIRST and not self.is_back

    @property
    def is_back(self) -> bool:
        """Tell whether it was sent back, or came back, among those to read."""
        return self.voice.section is Section.RETURNED

    def is_others(self, account: str) -> bool:
        """Tell whether somebody else reads it now."""
        return self.claim is not None and self.claim.account != account

    @property
    def is_english(self) -> bool:
        """Tell whether redaction knew the language."""
        return self.voice.language == ENGLISH

    @property
    def waits(self) -> bool:
        """Tell whether it waits for a decision."""
        return self.voice.state is State.WAITING

    @property
    def can_be_declined(self) -> bool:
        """Tell whether it can be kept out of the collection, or taken out of it."""
        return self.voice.state in {State.WAITING, State.APPROVED}

    @property
    def has_unread(self) -> bool:
        """Tell whether there is an answer that nobody has read yet."""
        return any(question.unread for question in self.questions)

    @property
    def can_be_asked(self) -> bool:
        """Tell whether whoever has its code can be asked something now."""
        open_now = any(question.standing is Standing.OPEN for question in self.questions)
        return self.voice.words is not None and not open_now and self.voice.state is not State.ASKED

    @property
    def can_ask_permission(self) -> bool:
        """Tell whether its person can be asked if it may go out."""
        return self.waits and self.asking is None and self.could_be_read and self.voice.words is not None

    @property
    def is_distressing(self) -> bool:
        """Tell whether it may be hard to read."""
        return self.voice.is_distressing

    @property
    def could_be_read(self) -> bool:
        """Tell whether anybody will read it: then it matters who could tell whose it is."""
        return matters(self.voice)

    @property
    def standing(self) -> str:
        """Return where the voice is on its way, as the wording calls it."""
        return "published" if self.voice.released_in is not None else self.voice.state.value


async def show(request: Any, datasette: Desk) -> Response:
    """Show one voice; if it waits it is now read by whoever opened it, unless somebody else reads it."""
    await turns.opened(datasette, request, number_of(request))
    return await page(datasette, request)


async def page(desk: Desk, request: Any, *, problem: str = "", status: int = 200, **kept: Any) -> Response:
    """Show the voice that a request is about, with a problem at its top and whatever was typed before kept."""
    try:
        reading = await desk.store.read(_loading(desk, request))
    except Refused as error:
        return await gone(desk, request, str(error))
    voice = reading.voice
    shown = {
        "here": "queue",
        "reading": reading,
        "voice": voice,
        "words": marked(voice.words, kept.get("chosen", ())) if voice.words else None,
        "marked": marked,
        "problem": problem,
        "told": _told(desk, request, reading),
        "tell_answers": ANSWERS,
        "days_to_answer": desk.desk.permission_days,
        "suggested": _suggested(voice),
        "response_kinds": [kind.value for kind in ResponseKind],
        "aside": ASIDE,
        "hold_days": [(date.today() + timedelta(days=days)).isoformat() for days in (1, LONGEST_HOLD, 7)],
        "outcomes": list(Outcome),
        "content_notes": list(ContentNote),
        "kept": {"theme": voice.theme, "kind": voice.kind, **kept},
    }
    return await desk.page(request, "voice.html", shown, status)


async def gone(desk: Desk, request: Any, what: str) -> Response:
    """Say that a voice is not there (any more)."""
    return await desk.page(request, "error.html", {"status": 404, "what": what}, 404)


def number_of(request: Any) -> int:
    """Return the id in the address."""
    return min(int(request.url_vars["number"]), _LARGEST_ID)


def _loading(desk: Desk, request: Any) -> Callable[[sqlite3.Connection], Reading]:
    name = request.actor["id"]
    wants = desk.pace.wants(name)
    return partial(load, number=number_of(request), rules=desk.desk.rules, account=name, wants=wants)


def load(conn: sqlite3.Connection, *, number: int, rules: Rules, account: str, wants: Wants) -> Reading:
    """Read a voice and what belongs to it; the next one is what its reader `wants`. Raises `Refused` if it is gone."""
    voice, now = read(conn, number), time.time()
    wanted = rules.asking(rules.viewer(conn, account))
    return Reading(
        voice,
        tuple(history(conn, number)),
        first_approvals(conn, number),
        answers_to(conn, number),
        questions_to(conn, number),
        next_free(conn, wanted, now, place_of(voice), besides=wants.left | {number}, mild=wants.mild),
        asking(conn, number),
        beside(conn, voice) if voice.state is State.WAITING else (),
        rules.four_eyes,
        claimed(conn, number, now),
        last_aside(conn, number) if voice.section else None,
        decided_elsewhere(conn, voice, account),
    )


def _told(desk: Desk, request: Any, reading: Reading) -> Told:
    """Take in that somebody opened a voice; returns what they are told for their own sake."""
    name = request.actor["id"]
    if not reading.waits or reading.is_others(name):
        return Told()
    return desk.pace.opened(name, reading.voice.id, hard=reading.is_distressing)


def _suggested(voice: Submission) -> list[tuple[str, str]]:
    """Return where to ask "is this a name?", and what stands there."""
    if voice.words is None:
        return []
    return [(f"{span.start}-{span.end}", voice.words.text[span.start : span.end]) for span in voice.words.suggestions]

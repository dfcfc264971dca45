"""What fictional councils did with the fictional voices: so that there is something to see in /updates."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.opening import immediate
from storage.responses import NewResponse, ResponseKind, draft

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

_TO = 3  # voices that each of them answers
_ANSWERS = (
    (
        "home",
        ResponseKind.CHANGED,
        90,
        (
            "You told us that moving out felt like a cliff edge. There are now three more taster flats, and you can "
            "stay for a month before you decide."
        ),
    ),
    (
        "support",
        ResponseKind.PLANNED,
        40,
        (
            "You told us that a new worker means telling your story all over again. From next spring your old and your "
            "new worker meet you together, and you choose what is passed on."
        ),
    ),
    (
        "money",
        ResponseKind.CHANGED,
        20,
        "You told us that bus fares eat up the week's money. Care leavers now get a free bus pass until they are 25.",
    ),
    (
        "money",
        ResponseKind.CANNOT,
        12,
        (
            "You asked us to pay driving lessons for everyone. We can't: there is no money for it this year. We do pay "
            "them where a job or a course needs a licence, so please ask your worker."
        ),
    ),
)


def answer(intake: sqlite3.Connection, account: str, approver: str, today: date) -> None:
    """Answer some of the voices that were published, for everybody to read."""
    for theme, kind, days, text in _ANSWERS:
        rows = intake.execute(
            "SELECT id FROM submissions WHERE theme = ? AND released_in IS NOT NULL ORDER BY day_received, id LIMIT ?",
            (theme, _TO),
        ).fetchall()
        with immediate(intake):
            if rows:
                to = [row[0] for row in rows]
                draft(
                    intake,
                    NewResponse(kind, text, account, today - timedelta(days), everyone=True, approver=approver),
                    to,
                )

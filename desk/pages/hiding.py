"""Hiding more of a voice: by words that were selected, by a suggestion, or by typing them. Asks once before it does."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.decide import CONFLICT, UNCLEAR, back, change
from desk.pages.forms import Form, form_of
from desk.pages.showing import Span, shown
from desk.web.words import places
from storage import decisions
from storage.errors import Refused
from storage.submissions import Submission, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_SPAN = re.compile(r"(\d{1,7})-(\d{1,7})", re.ASCII)


async def hide(request: Any, datasette: Desk) -> Response:
    """Show what would be hidden and ask; once that was answered, hide it for good."""
    form = form_of(request)
    try:
        voice = await datasette.store.read(partial(read, submission=one.number_of(request)))
    except Refused as error:
        return await one.gone(datasette, request, str(error))
    spans, typed = _chosen(form, voice), form.one("words").strip()
    if not spans:
        problem = datasette.words("pages-words-not-there" if typed else "pages-nothing-chosen")
        return await one.page(datasette, request, problem=problem, status=UNCLEAR, typed=typed)
    if str(voice.version) != form.one("version"):
        problem = datasette.words("pages-changed-meanwhile")
        return await one.page(datasette, request, problem=problem, status=CONFLICT, typed=typed)
    if not form.one("sure"):
        return await one.page(datasette, request, chosen=spans, asked=_written(spans), typed=typed)
    return await _hide(datasette, request, spans)


async def _hide(datasette: Desk, request: Any, spans: Sequence[Span]) -> Response:
    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        decisions.hide(conn, voice, account, spans)

    _, problem = await change(datasette, request, job)
    return problem or back(datasette, request, "pages-hidden")


def _chosen(form: Form, voice: Submission) -> list[Span]:
    """Return what was selected, ticked or typed, in order and without overlaps."""
    if voice.words is None:
        return []
    text = voice.words.text
    written = ",".join(form.all("spans")).split(",")
    spans = [(int(found[1]), int(found[2])) for each in written if (found := _SPAN.fullmatch(each.strip()))]
    spans += places(form.one("words"), shown(text))
    return decisions.joined([(start, end) for start, end in spans if 0 <= start < end <= len(text)])


def _written(spans: Sequence[Span]) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)

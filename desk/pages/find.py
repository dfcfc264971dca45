"""Looking up a voice by the number under which the lab shows it."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from storage.errors import Refused
from storage.submissions import published_as

if TYPE_CHECKING:
    from desk.pages.site import Desk

_NUMBER = re.compile(r"[0-9]{1,12}")


async def show(request: Any, datasette: Desk) -> Response:
    """Ask for a number, or lead to the voice that has it."""
    asked = (request.args.get("number") or "").strip()
    problem = ""
    if asked:
        number = re.sub(r"(?i)\A\s*voice\b|\s", "", asked)  # as it is cited: "Voice 4821093377"
        if not _NUMBER.fullmatch(number):
            problem = datasette.words("pages-not-a-number")
        else:
            try:
                found = await datasette.store.read(partial(published_as, number=int(number)))
                return Response.redirect(f"/voice/{found}", status=303)
            except Refused as error:
                problem = str(error)
    shown = {"here": "find", "asked": asked[:60], "problem": problem}
    return await datasette.page(request, "find.html", shown, 404 if problem else 200)

"""What the lab's pages show besides what Datasette gives them. Reads published.db through Datasette alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from desk.lab.gate import FILTERS, HELD
from desk.lab.showing import FOUND, FOUND_END
from storage.widening import AGES, path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desk.lab.site import Lab

_IN_LINKS = FILTERS | {"_search"}
_HIGHLIGHT = """
    select rowid, highlight(voices_fts, 0, :found, :found_end) from voices_fts
    where voices_fts match escape_fts(:search) and rowid in (select value from json_each(:ids))
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow a list down, or to undo that. Without a number: small ones would point to someone."""

    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """The choices within one column."""

    heading: str
    choices: tuple[Choice, ...]


def link(request: Any, **changes: object) -> str:
    """Return the query of this page with some parameters changed (None takes one out), on its first page again."""
    now = {name: request.args[name] for name in request.args if name in _IN_LINKS}
    new = {name: str(value) for name, value in {**now, **changes}.items() if value is not None}
    return str(request.path) + ("?" + urlencode(new) if new else "")


def chosen(lab: Lab, request: Any) -> list[Choice]:
    """Return the filters in use, each with a link that undoes it."""
    return [
        Choice(_chosen(lab, request, name), link(request, **{name: None})) for name in request.args if name in FILTERS
    ]


def _chosen(lab: Lab, request: Any, name: str) -> str:
    column, value = name, request.args[name]
    if name == HELD:  # the widest of them comes first
        column, value = "age_band", value.partition(",")[0]
    return f"{lab.showing.heading(column)}: {lab.showing.value(column, value)}"


def groups(lab: Lab, request: Any, facets: Mapping[str, Mapping[str, Any]]) -> list[Group]:
    """Return Datasette's facets as choices in plain words, but for the columns already narrowed down."""
    return [
        Group(lab.showing.heading(column), tuple(_choices(lab, request, column, facet["results"])))
        for column, facet in facets.items()
        if facet["results"] and column not in request.args and not (column == "age_band" and HELD in request.args)
    ]


def _choices(lab: Lab, request: Any, column: str, results: Sequence[Mapping[str, Any]]) -> Iterable[Choice]:
    ordered = sorted(results, key=lambda result: (lab.showing.rank(column, result["value"]), str(result["value"])))
    for result in ordered:
        value = result["value"]
        held = [age for age in AGES if value in path("age_band", age)[1:]] if column == "age_band" else []
        wanted = {HELD: ",".join([value, *held])} if held else {column: value}
        yield Choice(lab.showing.value(column, value), link(request, **wanted))


async def found(lab: Lab, search: str, rows: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """Return the words of those rows with the searched words marked, as the index itself found them."""
    if not search:
        return {}
    params = {
        "search": search,
        "found": FOUND,
        "found_end": FOUND_END,
        "ids": json.dumps([row["id"] for row in rows]),
    }
    return {row[0]: row[1] for row in (await lab.pages.execute(_HIGHLIGHT, params)).rows}


async def latest(lab: Lab) -> Mapping[str, Any] | None:
    """Return the latest release, or None before the first one."""
    row: Mapping[str, Any] | None = (
        await lab.pages.execute("select * from releases order by number desc limit 1")
    ).first()
    return row


async def themes(lab: Lab) -> list[Choice]:
    """Return every theme that someone spoke about."""
    rows = (await lab.pages.execute("select distinct theme from voices")).rows
    ordered = sorted((row[0] for row in rows), key=lambda theme: (lab.showing.rank("theme", theme), theme))
    return [
        Choice(lab.showing.value("theme", theme), f"/published/voices?{urlencode({'theme': theme})}")
        for theme in ordered
    ]

"""CSV for the lab: whole, from one release, safe to open in a spreadsheet, and with a day to delete it by."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import NotFound, Response  # type: ignore[import-untyped]

from desk.lab.gate import FILTERS, HELD
from desk.lab.pages import latest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from desk.lab.showing import Showing
    from desk.lab.site import Lab

_TABLES = ("voices", "counts", "outcomes", "releases")
# A spreadsheet takes a cell that starts with one of these for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - their full-width twins too


async def export(request: Any, datasette: Lab) -> Response:
    """Answer with one table (the voices as filtered on their page) or one saved query, as CSV."""
    name = request.url_vars["name"]
    sql, params = await _query(datasette, request, name)
    columns, rows = await datasette.pages.execute_fn(lambda connection: _read(connection, sql, params))
    release = await latest(datasette)
    delete_by = (datetime.now(UTC).date() + timedelta(days=datasette.lab.keep_exports_days)).isoformat()
    text = await asyncio.to_thread(to_csv, datasette.showing, columns, rows, delete_by)
    file = f"{name.replace('_', '-')}-release-{release['number'] if release else 0}-delete-by-{delete_by}.csv"
    headers = {"content-disposition": f'attachment; filename="{file}"'}
    return Response(text.encode("utf-8-sig"), headers=headers, content_type="text/csv; charset=utf-8")


def to_csv(showing: Showing, columns: Sequence[str], rows: Iterable[Sequence[Any]], delete_by: str) -> str:
    """Return rows as CSV in plain words, each with the day to delete it by at its end."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([*map(showing.heading, columns), showing.heading("delete_by")])
    for row in rows:
        cells = [_cell(showing, column, value) for column, value in zip(columns, row, strict=True)]
        writer.writerow([*cells, delete_by])
    return written.getvalue()


def _cell(showing: Showing, column: str, value: Any) -> str | int:
    if value is None:
        return ""
    if isinstance(value, int) and column != "may_quote":
        return value
    return harmless(showing.value(column, value))


def harmless(text: str) -> str:
    """Return text that no spreadsheet runs: a leading apostrophe says that it is only text."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else text


async def _query(datasette: Lab, request: Any, name: str) -> tuple[str, dict[str, str]]:
    """Return what to read. Raises Forbidden as Datasette would, for its own answer is not asked."""
    database = datasette.pages.name
    query = await datasette.get_canned_query(database, name, request.actor)
    action = "view-query" if query else "view-table"
    asked = [(action, (database, name)), ("view-database", database), "view-instance"]
    await datasette.ensure_permissions(request.actor, asked)
    if query:
        return query["sql"], {param: request.args.get(param) or "" for param in query["params"]}
    if name not in _TABLES:
        raise NotFound("no such table")
    return _table(request, name)


def _table(request: Any, name: str) -> tuple[str, dict[str, str]]:
    params = {column: request.args[column] for column in request.args if column in FILTERS}
    where = [_matches(column) for column in params]
    if search := request.args.get("_search"):
        params["_search"] = search
        where.append("id in (select rowid from voices_fts where voices_fts match escape_fts(:_search))")
    return f"select * from {name}" + (f" where {' and '.join(where)}" if where else ""), params  # noqa: S608 - our names


def _matches(column: str) -> str:
    if column == HELD:
        return f"instr(',' || :{HELD} || ',', ',' || age_band || ',')"
    return f"{column} = :{column}"


def _read(connection: sqlite3.Connection, sql: str, params: dict[str, str]) -> tuple[list[str], list[Any]]:
    cursor = connection.execute(sql, params)
    return [column[0] for column in cursor.description], cursor.fetchall()

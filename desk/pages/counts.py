"""The published counts, for who may see numbers and no words: the same as the lab's, rounded and kept safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desk.lab.counts import lay_out, read_counts
from desk.lab.showing import Showing

if TYPE_CHECKING:
    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk


async def show(request: Any, datasette: Desk) -> Response:
    """Show every table of the counts."""
    rows = await datasette.store.slow(lambda _intake, published: read_counts(published))
    tables = lay_out(Showing(datasette.words, datasette.desk.labels), rows)
    shown = {"here": "counts", "all": tables, "round_to": datasette.desk.thresholds.round_to}
    return await datasette.page(request, "counts.html", shown)

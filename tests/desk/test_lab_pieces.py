"""Pieces of the lab that a page alone doesn't bring to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markupsafe import escape

from desk.lab.showing import FOUND, FOUND_END, Showing, marked
from desk.web.answers import Guarded
from desk.web.asgi import Held, cookie
from intake.wording import load_wording
from tests.desk.published import LABELS

if TYPE_CHECKING:
    from desk.web.asgi import Message, Receive, Scope, Send


@pytest.fixture(scope="module")
def showing() -> Showing:
    """What the lab calls things, in English."""
    return Showing(load_wording(), LABELS)


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("theme", "home", "Where you live"),
        ("theme", "a-new-one", "a-new-one"),
        ("quarter", "2026 Q4", "October to December 2026"),
        ("quarter", "2026-11", "November 2026"),
        ("quarter", "not-said", "Did not say"),
        ("council", None, "–"),  # noqa: RUF001 - the dash that pages show
        ("may_quote", 1, "May be quoted"),
        ("may_quote", "0", "Read only: do not quote"),
    ],
)
def test_codes_read_as_words(showing: Showing, column: str, value: object, shown: str) -> None:
    """Codes, times and blanks are shown in words; a code that nobody named is shown as it is."""
    assert showing.value(column, value) == shown


def test_columns_read_as_words(showing: Showing) -> None:
    """A column has a name of its own, or at least none of a database's underscores."""
    assert showing.heading("age_band") == "Age"
    assert showing.heading("some_new_column") == "Some new column"


@pytest.mark.parametrize("hidden", ["name 1", "children's home 2", "age 16-17", "age 25+", "place of worship"])
def test_every_placeholder_is_set_apart(hidden: str) -> None:
    """Whatever stands for what was hidden looks so."""
    assert marked(f"at [{hidden}] now") == f'at <span class="hidden">{escape(f"[{hidden}]")}</span> now'


def test_marks_never_make_markup() -> None:
    """What was found is marked and what was hidden set apart; everything else of a voice is plain text."""
    text = f"<i>{FOUND}bus{FOUND_END}</i> & [name 1] [not a thing we hide, 1]"
    assert marked(text) == (
        '&lt;i&gt;<mark>bus</mark>&lt;/i&gt; &amp; <span class="hidden">[name 1]</span> [not a thing we hide, 1]'
    )


async def fails(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Fail as a page that nobody foresaw, with a secret in the error."""
    raise RuntimeError("canary")


async def nothing() -> Message:
    """Receive nothing."""
    return {"type": "http.disconnect"}


async def test_whatever_fails_is_an_apology() -> None:
    """An error that nothing caught gives a plain 500 under our headers, and its text is nowhere in it."""
    answer = Held()
    await Guarded(fails, sorry="Sorry.")({"type": "http", "scheme": "http"}, nothing, answer)
    assert (answer.status, bytes(answer.body)) == (500, b"Sorry.")
    assert b"content-security-policy" in dict(answer.headers)


def test_a_broken_cookie_is_no_cookie() -> None:
    """A cookie header that can't be read is as good as none."""
    broken = {"headers": [(b"cookie", b"lab_session=x; \x00=;;;=")]}
    assert cookie(broken, "lab_session") in {None, "x"}
    assert cookie({"headers": [(b"cookie", b"lab session=x")]}, "lab session") is None
    assert cookie({"headers": []}, "lab_session") is None

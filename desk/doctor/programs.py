"""Checks what care-voice runs on: SQLite, Python, and the libraries whose older versions have holes."""

from __future__ import annotations

import re
import sqlite3
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, wrong
from storage.looking import lacks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*([^;]*)(?:;\s*(.*))?")
_BOUND = re.compile(r"(>=|<|==)\s*([0-9.]+)")


def sqlite(host: Host) -> Iterator[Finding]:
    """SQLite can do all that is asked of it."""
    conn = sqlite3.connect(":memory:")
    try:
        missing = lacks(conn)
    finally:
        conn.close()
    there = sqlite3.sqlite_version
    if missing:
        lacking = ", ".join(missing)
        yield wrong(host.say("doctor-sqlite-lacks", version=there, missing=lacking), host.say("doctor-sqlite-do"))
    else:
        yield ok(host.say("doctor-sqlite-ok", version=there))


def libraries(host: Host) -> Iterator[Finding]:
    """Every library is of a version that care-voice is made for."""
    unfit = [name for line in requires("care-voice") or () if (name := _unfit(line))]
    for name in unfit:
        yield wrong(host.say("doctor-library-unfit", name=name), host.say("doctor-library-do"))
    if not unfit:
        yield ok(host.say("doctor-libraries-ok"))


def _unfit(line: str) -> str | None:
    """Return the name of a library that is missing or of the wrong version; extras are nobody's concern here."""
    found = _REQUIREMENT.fullmatch(line)
    if found is None or "extra" in (found[3] or ""):
        return None
    try:
        there = _numbers(version(found[1]))
    except PackageNotFoundError:
        return found[1]
    return None if all(_fits(there, sign, _numbers(bound)) for sign, bound in _BOUND.findall(found[2])) else found[1]


def _numbers(written: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", written)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def _fits(there: tuple[int, ...], sign: str, bound: tuple[int, ...]) -> bool:
    return {">=": there >= bound, "<": there < bound, "==": there == bound}[sign]

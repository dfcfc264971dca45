"""What the operator's own servers say of a mail: whether it is from where it says, and whether it looks like spam.

Only what those servers wrote is believed (RFC 8601, 5 and 7.1), it only ever marks a voice, and nothing of it is kept:
no domain, no address, no score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from storage.model import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEAD_BYTES = 256_000
_MOST_FIELDS = 200
_VALUE_BYTES = 4_000
_FIELDS = re.compile(
    rb"^(authentication-results|received|x-spam|x-spam-flag|x-spam-status|x-spamd-result"
    rb"|x-ms-exchange-organization-scl)[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_SERVER = re.compile(r'\s*(?:"([^"]{1,255})"|([^\s;"]{1,255}))')
_RESULT = re.compile(r"\s*(spf|dkim|dmarc)\s*(?:/\s*\d+\s*)?=\s*([a-z]+)", re.IGNORECASE)
_FAILS = {"spf": {"fail", "softfail"}, "dkim": {"fail"}, "dmarc": {"fail"}}
_SPAM = {
    "x-spam": re.compile(r"\s*yes\b", re.IGNORECASE),
    "x-spam-flag": re.compile(r"\s*yes\b", re.IGNORECASE),
    "x-spam-status": re.compile(r"\s*yes\b", re.IGNORECASE),
    "x-spamd-result": re.compile(r"[^:]{0,40}:\s*true\b", re.IGNORECASE),
    "x-ms-exchange-organization-scl": re.compile(r"\s*[5-9]\s*\Z"),
}


@dataclass(frozen=True, slots=True)
class FrontRules:
    """What is believed of what stands in a mail: results of `server` (empty: of none), and headers about spam."""

    server: str = ""
    spam_headers: bool = False


NOBODY = FrontRules()


def flags_of(mail: bytes, rules: FrontRules) -> tuple[Flag, ...]:
    """Return what the operator's servers noticed about a mail. Linear in its size."""
    if not rules.server and not rules.spam_headers:
        return ()
    fields = list(_fields(mail))
    spam = rules.spam_headers and any(name in _SPAM and bool(_SPAM[name].match(value)) for name, value in fields)
    return as_flags(_results(fields, rules.server.casefold()) if rules.server else {}, spam=spam)


def as_flags(results: Mapping[str, set[str]], *, spam: bool) -> tuple[Flag, ...]:
    """Return the marks for results ("pass", "fail" …) of "spf", "dkim" and "dmarc", and for spam."""
    return (*((Flag.UNAUTHENTIC,) if _failed(results) else ()), *((Flag.SPAM,) if spam else ()))


def _fields(mail: bytes) -> Iterator[tuple[str, str]]:
    end = _HEAD_END.search(mail, 0, _HEAD_BYTES)
    head = mail[: end.start() if end else _HEAD_BYTES]
    for field in islice(_FIELDS.finditer(head), _MOST_FIELDS):
        yield field[1].decode("ascii").lower(), field[2][:_VALUE_BYTES].decode("ascii", "replace")


def _results(fields: list[tuple[str, str]], server: str) -> dict[str, set[str]]:
    """Return the results of the last of the operator's servers that checked, by method.

    Servers write above what is there: the topmost are the operator's, down to the next server's Received line.
    Whoever sends a mail may have written more of them below, in the operator's name.
    """
    results: dict[str, set[str]] = {}
    for name, value in fields:
        if name == "received" and results:
            break
        if name == "authentication-results":
            for method, result in _said_by(server, _without_comments(value)):
                results.setdefault(method, set()).add(result)
    return results


def _said_by(server: str, value: str) -> Iterator[tuple[str, str]]:
    who, *parts = value.split(";")
    named = _SERVER.match(who)
    if named is None or (named[1] or named[2]).casefold() != server:
        return
    yield "", ""  # it was checked here, with whatever result
    for part in parts:
        if found := _RESULT.match(part):
            yield found[1].lower(), found[2].lower()


def _failed(results: Mapping[str, set[str]]) -> bool:
    """Tell whether a mail is not from where it says: by its domain's own policy, or else by whatever was checked."""
    if "pass" in results.get("dmarc", ()):
        return False
    if _FAILS["dmarc"] & results.get("dmarc", set()):
        return True
    if any("pass" in results.get(method, ()) for method in ("spf", "dkim")):
        return False
    return any(_FAILS[method] & results.get(method, set()) for method in ("spf", "dkim"))


def _without_comments(value: str) -> str:
    """Leave out (comments), which may hold others (RFC 5322, 3.2.2)."""
    kept, depth = [], 0
    for part in re.split(r"([()])", value):
        if part == "(":
            depth += 1
        elif part == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(part)
    return "".join(kept)

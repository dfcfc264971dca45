#!/usr/bin/env python3
"""Lets of Postfix's log pass what happened, and never who: no address, no name, no word of a mail.

It is a list of what may pass, not of what may not: of a line that isn't known, only the program and how bad it is.
Reads lines from standard input and writes to standard output. Needs nothing but Python.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = re.compile(
    r"(?P<when>\w{3} [ \d]\d [\d:]{8}) \S+ postfix[^/]*/(?P<program>[a-z0-9/-]{1,40})\[\d+\]: (?P<said>.*)"
)
_BAD = re.compile(r"(?P<how>warning|error|fatal|panic): ")
# Each pattern begins where what is said begins; what stands in its groups is passed on, and nothing else is.
_CODE = r"(\d{3}(?: \d\.\d{1,3}\.\d{1,3})?)"
_KNOWN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(connect) from ",
        r"NOQUEUE: (client)=",
        r"(lost connection|timeout|improper command pipelining|too many errors) after ([A-Z]{4,8}|END-OF-MESSAGE)\b",
        r"(disconnect) from \S+((?: [a-z]{3,8}=\d{1,4}(?:/\d{1,4})?)+)$",
        rf"(?:NOQUEUE|proxy): (reject): ([A-Z]{{4,8}}) from \S+ {_CODE}",
        rf"(proxy-accept|proxy-reject): ([A-Z]{{4,8}}|END-OF-MESSAGE): {_CODE}",
        rf"(warning: proxy) \S+ (rejected) \"([A-Z]{{4,8}})\b.*\": \"{_CODE}",
        r"(warning: connect to proxy filter) \S+: (Connection refused|Connection timed out|No route to host)$",
        r"(warning: (?:lost connection|timeout) (?:with|talking to) proxy) ",
        r"(warning: (?:Connection concurrency|Connection rate|Message delivery request rate) limit exceeded)",
        r"(warning: TLS library problem|SSL_accept error)",
        r"[0-9A-Za-z]{6,20}: to=<.*, (dsn=\d\.\d{1,3}\.\d{1,3}), (status=(?:sent|deferred|bounced|expired)) \(",
        r"[0-9A-Za-z]{6,20}: (removed)$",
        r"((?:starting|stopping|refreshing) the Postfix mail system|daemon started|reload)\b",
        r"(terminating on signal \d{1,2})$",
        r"(fatal: the Postfix mail system is (?:already|not) running)$",
        r"(fatal: bind) \S+ (port \d{1,5}: (?:Address already in use|Permission denied))$",
        r"(warning|error|fatal): (?:open|cannot (?:get|load|open)) [^<@]{0,80}?(/etc/(?:postfix|ssl)/[a-z/.-]{1,60})\b",
    )
)


def quiet(lines: Iterable[str]) -> Iterator[str]:
    """Yield what may be written of each line."""
    for line in lines:
        if found := _LINE.match(line):
            yield f"{found['when']} {found['program']}: {_passed(found['said'])}"
        elif line.strip():
            yield f"postfix: {_passed(line.partition(': ')[2])}"


def _passed(said: str) -> str:
    for known in _KNOWN:
        if found := known.match(said):
            return " ".join(part.strip() for part in found.groups() if part)
    bad = _BAD.match(said)
    return f"{bad['how']}: (left out)" if bad else "(left out)"


def main() -> None:
    """Filter until the input ends."""
    for line in quiet(sys.stdin):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    main()

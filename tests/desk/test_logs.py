"""The shape of what is logged: an allow-list, and nothing that could be anything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from desk.logs import fault, scrub


def logged(code: str, *, style: str = "json", level: str = "info") -> list[str]:
    """Run `code` in a process with logs set up and return its lines on stderr; nothing may be on stdout."""
    start = f"import structlog\nfrom desk.logs import setup_logs\nsetup_logs(style={style!r}, level={level!r})\n"
    run = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, timeout=30, check=False)
    assert run.stdout == ""
    return run.stderr.splitlines()


def test_what_is_on_the_list_is_kept() -> None:
    """Codes and numbers of ours come through as they are."""
    fields: dict[str, Any] = {"event": "voice-stored", "door": "mail", "count": 3, "seconds": 0.25, "release": 7}
    assert scrub(fields) == fields


def test_what_is_not_on_the_list_is_dropped_and_counted() -> None:
    """A field that slipped in shows up as a number, for whoever has to take it out."""
    assert scrub({"event": "voice-stored", "sender": "x", "subject": "y"}) == {"event": "voice-stored", "dropped": 2}


@pytest.mark.parametrize(
    "value",
    [
        "two words",
        "07700900123",
        "ref-07700900123",
        "192.0.2.7",
        "peer-192.0.2.7",
        "fe80::1",
        "a@b.c",
        "Jay",
        "",
        None,
        b"x",
    ],
)
def test_a_value_that_is_no_code_is_not_said(value: object) -> None:
    """Words, numbers of people, addresses of machines."""
    assert scrub({"reason": value}) == {"reason": "…"}


@pytest.mark.parametrize("value", ["3", 7700900123, float("inf"), float("nan"), [3]])
def test_a_number_that_could_be_someones_is_not_said(value: object) -> None:
    """A phone number is a number too."""
    assert scrub({"count": value}) == {"count": "…"}


def test_an_error_is_told_by_its_kind_and_what_was_behind_it() -> None:
    """The outer kind first; never what it says."""
    error = RuntimeError("words")
    error.__cause__ = ExceptionGroup("words", [KeyError("words")])
    assert fault(error) == {"error": "RuntimeError/ExceptionGroup/KeyError"}


def test_an_error_s_hidden_cause_stays_hidden() -> None:
    """`raise … from None` is respected."""
    error = RuntimeError()
    error.__context__ = KeyError()
    error.__suppress_context__ = True
    assert fault(error) == {"error": "RuntimeError"}


def test_an_error_shows_the_lines_of_ours_that_it_came_through() -> None:
    """Enough to find the fault, without a line of source or a path of this machine."""
    (line,) = logged(
        "from intake.wording import load_wording\n"
        "try: load_wording('no such language')\n"
        "except Exception: structlog.get_logger('desk').exception('start-failed')\n"
    )
    where = json.loads(line)["where"]
    assert where
    assert all(re.fullmatch(r"intake/wording\.py:\d+", one) for one in where)


def test_a_line_is_json_with_time_in_whole_seconds() -> None:
    """Finer times could tie a line to a message."""
    (line,) = logged("structlog.get_logger('desk').info('door-open', door='mail', port=8025)")
    told = json.loads(line)
    assert told.pop("when").endswith("+00:00")
    assert told == {"level": "info", "event": "door-open", "logger": "desk", "door": "mail", "port": 8025}


def test_a_line_for_a_terminal_can_be_read() -> None:
    """The same, for people."""
    (line,) = logged("structlog.get_logger('desk').warning('door-open', port=8025)", style="console")
    assert line.split()[1:] == ["warning", "door-open", "logger=desk", "port=8025"]


def test_what_is_below_the_level_is_left_out() -> None:
    """Ours and the libraries' alike."""
    code = (
        "import logging\nfor log in (structlog.get_logger('desk'), logging.getLogger('httpx')):\n"
        "    log.debug('x')\n    log.info('x')\n    log.warning('x')\n"
    )
    assert [json.loads(line)["level"] for line in logged(code, level="warning")] == ["warning", "warning"]


def test_a_log_that_cannot_be_written_stops_nothing() -> None:
    """A full disk or a closed pipe behind stderr never turns a saved message into an error."""
    code = "import os, sys\nos.close(2)\nstructlog.get_logger('desk').error('x')\nsys.exit(3 if os.getpid() else 0)\n"
    run = subprocess.run(
        [sys.executable, "-c", "import structlog\nfrom desk.logs import setup_logs\nsetup_logs()\n" + code],
        check=False,
        capture_output=True,
        timeout=30,
    )
    assert run.returncode == 3


def test_stopping_by_hand_is_no_crash() -> None:
    """Ctrl-C leaves no line that looks like a fault."""
    assert logged("raise KeyboardInterrupt") == []

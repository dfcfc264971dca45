"""Promise 9: logs say what happened, never who or what."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desk.logs import CODES, NUMBERS

HOUSE = Path(__file__).parents[2]
ROOMS = ("bot", "intake", "storage", "desk")
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}
FIELDS = {*CODES, *NUMBERS, "error", "exc_info"}

CANARIES = (
    "Quillon",  # a name alone
    "Quillon Featherstonehaugh",
    "07700 900123",
    "07700900123",
    "+447700900123",
    "quillon@example.org",
    "@quill_on",
    "192.0.2.77",
    "2001:db8::77",
    "peer-192.0.2.77",
    "He hit me last night.",
    "SW1A 9ZZ",
)

LEAKS = r"""
import asyncio, faulthandler, gc, json, logging, logging.config, sys, threading, warnings
import structlog
from desk.logs import quiet_loop, setup_logs

canaries, style, crash = json.loads(sys.stdin.readline()), sys.argv[1], sys.argv[2]
early = logging.getLogger("early.library")
early.addHandler(logging.StreamHandler(sys.stdout))
early.propagate = False
ours_early = structlog.get_logger("intake")

setup_logs(style=style, level="debug")
faulthandler.enable()

late = logging.getLogger("late.library")
late.addHandler(logging.StreamHandler(sys.stdout))
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"f": {"format": "%(levelname)s %(message)s %(args)s %(exc_text)s"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}},
    "loggers": {"configured.library": {"handlers": ["h"], "level": "DEBUG"}},
})


class Unfit:
    def __init__(self, words):
        self.words = words

    def __repr__(self):
        raise ValueError(self.words)

    def __del__(self):
        raise ValueError(self.words)


def fail(words):
    try:
        {}[words]
    except KeyError as error:
        raise RuntimeError(words) from error


def log_ours(log, words):
    log.info("ours-ran", count=1)
    log.info("own-event", words=words, sender=words, exc_text=words)
    if words != "Quillon":  # a lone word may be a code; the next test forbids making one from data
        log.debug(words)
        log.info("own-event", outcome=words.lower() + " ", reason=words, state=words, door=words, logger=words)
    log.warning("own-event %s", words)
    log.info("own-event", count=words, port=words, where=words, error=ValueError(words), when=words, level=words)
    log.bind(words=words).info("own-event", stack_info=True)
    try:
        fail(words)
    except RuntimeError:
        log.exception("own-failure", words=words)


def log_theirs(name, words):
    log = logging.getLogger(name)
    log.debug(words)
    log.info("said %s", words)
    log.warning("said %(words)s", {"words": words}, extra={"words": words}, stack_info=True)
    log.error("wrong %d arguments", words)
    log.log(5, words)
    logging.getLogger(f"{name}.{words}").error("x")
    logging.getLogger(name).critical(Unfit(words))
    try:
        fail(words)
    except RuntimeError:
        log.exception("failed for %s", words)
    try:
        raise ExceptionGroup(words, [ValueError(words), KeyError(words)])
    except ExceptionGroup as group:
        log.error("failed", exc_info=group)


async def in_a_loop(words):
    quiet_loop(asyncio.get_running_loop())
    task = asyncio.create_task(asyncio.to_thread(fail, words), name=words)
    await asyncio.wait([task])
    del task
    gc.collect()
    asyncio.get_running_loop().call_soon(fail, words)
    asyncio.get_running_loop().call_exception_handler({"message": words, "words": words})
    await asyncio.sleep(0.05)


for words in canaries:
    log_ours(ours_early, words)
    for name in ("early.library", "late.library", "configured.library", "mail.log", "httpx", "uvicorn.access"):
        log_theirs(name, words)
    asyncio.run(in_a_loop(words), debug=True)
    warnings.warn(words, stacklevel=1)
    warnings.warn_explicit(words, UserWarning, words, 1)
    thread = threading.Thread(target=fail, args=(words,), name=words)
    thread.start()
    thread.join()
    Unfit(words)
    gc.collect()
structlog.get_logger("desk").info("all-done")
fail(crash)
"""


def output_of_leaks(style: str) -> subprocess.CompletedProcess[str]:
    """Run a process that logs every canary in every way, at DEBUG, and then crashes."""
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", LEAKS, style, CANARIES[1]],
        input=json.dumps(CANARIES) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=HOUSE,
    )


@pytest.mark.parametrize("style", ["json", "console"])
def test_nothing_anyone_said_reaches_the_output(style: str) -> None:
    """Fields, messages, errors in any thread or task, warnings, libraries' arguments: none shows a word."""
    run = output_of_leaks(style)
    output = (run.stdout + run.stderr).lower()
    assert run.returncode == 1
    assert "all-done" in output
    assert [canary for canary in CANARIES if canary.lower() in output] == []


def test_what_happened_is_still_told() -> None:
    """An operator learns the kind of error, and from which logger it came."""
    lines = [json.loads(line) for line in output_of_leaks("json").stderr.splitlines()]
    told = {(line.get("logger"), line["event"], line.get("error")) for line in lines}
    assert {
        ("intake", "own-failure", "RuntimeError/KeyError"),
        ("mail", "library", "RuntimeError/KeyError"),
        ("httpx", "library", "ExceptionGroup/ValueError"),
        ("asyncio", "loop-error", "RuntimeError/KeyError"),
        ("python", "crashed", "RuntimeError/KeyError"),
        ("python", "warned", "UserWarning"),
    } <= told


def test_every_log_call_of_ours_names_its_event_and_allowed_fields() -> None:
    """An event is written out in the source, never made from data; no field is one that would be dropped."""
    wrong = [
        f"{path.relative_to(HOUSE)}:{call.lineno}"
        for room in ROOMS
        for path in (HOUSE / room).rglob("*.py")
        for call in log_calls(path.read_text(encoding="utf-8"))
        if not is_harmless(call)
    ]
    assert wrong == []


def log_calls(source: str) -> list[ast.Call]:
    """Find the calls like log.info(…) of a module that uses structlog; of any other logger nothing is shown."""
    return [
        node
        for node in ast.walk(ast.parse(source))
        if "structlog" in source
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LEVELS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "_log"}
    ]


def is_harmless(call: ast.Call) -> bool:
    """Tell whether a call has one literal event and only fields that may be logged."""
    literal = len(call.args) == 1 and isinstance(call.args[0], ast.Constant)
    return literal and all(word.arg in FIELDS for word in call.keywords)

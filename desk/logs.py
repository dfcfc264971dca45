"""What the logs may say: what happened, where in our code, how often. Never who or what (promise 9).

Our own events keep an allow-list of fields; libraries' records keep their logger's name, level and kind of error;
a crash keeps its kind and our own lines. No message, argument, value or line of source is ever written.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Literal, TextIO

import structlog

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator, Mapping, MutableMapping
    from types import TracebackType

Style = Literal["json", "console"]
Level = Literal["debug", "info", "warning", "error"]

# A code's parts begin with a letter and hold no long number: neither a phone number nor an IP address is one.
CODE = re.compile(r"(?!.*\d{5})[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*")
LOGGER = re.compile(r"(?!.*\d{5})[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
ERROR = re.compile(r"[A-Za-z_]\w*(/[A-Za-z_]\w*)*", re.ASCII)
LINE = re.compile(r"[a-z_]+(/\w+)+\.py:\d+", re.ASCII)

NUMBERS = frozenset({"count", "seconds", "release", "port", "attempt"})
CODES = ("event", "room", "door", "size_band", "outcome", "reason", "state")
SHAPES = {**dict.fromkeys(CODES, CODE), "logger": LOGGER, "error": ERROR, "where": LINE}
UNSAID = "…"
LONGEST = 160  # characters
LARGEST = 10**9  # shorter than any phone or NHS number

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = ("bot", "intake", "storage", "desk")
DEEPEST = 5  # errors behind errors, and lines of ours, that are told


def setup_logs(*, style: Style | None = None, level: Level = "info") -> None:
    """Send all that this process logs to stderr, one line each, stripped of whom and what it is about.

    `style` None is "console" where a person looks on, else "json".

    From here on no handler, whoever adds it, sees more of a library's record than its name, level and kind of error.
    """
    least = logging.getLevelNamesMapping()[level.upper()]
    shown = style or ("console" if sys.stderr.isatty() else "json")
    structlog.configure(
        processors=[_at_least(least), _event, _as_json if shown == "json" else _as_console],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=_Stderr,
        cache_logger_on_first_use=True,
    )
    _take_over_libraries(least)
    _take_over_crashes()


def quiet_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Log what goes wrong in the event loop's own corners by its kind alone."""
    loop.set_exception_handler(
        lambda _, context: structlog.get_logger("asyncio").error("loop-error", exc_info=context.get("exception"))
    )


def scrub(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what may be logged, put "…" for values that could be anything, and count what was left out."""
    kept = {name: _safe(name, value) for name, value in fields.items() if name in NUMBERS or name in SHAPES}
    dropped = len(fields) - len(kept)
    return {**kept, "dropped": dropped} if dropped else kept


def fault(error: BaseException | None) -> dict[str, Any]:
    """Describe an error by the kinds of it and of those behind it, and the lines of ours that it came through."""
    chain = list(islice(_behind(error), DEEPEST))
    if not chain:
        return {}
    kinds = "/".join(type(each).__name__ for each in chain)
    lines = [line for each in reversed(chain) for line in _our_lines(each.__traceback__)]
    return {"error": kinds, **({"where": lines[-DEEPEST:]} if lines else {})}


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        else:
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _our_lines(traceback: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(traceback):
        if ours := _ours(frame.f_code.co_filename):
            yield f"{ours}:{line}"


@lru_cache(maxsize=1024)
def _ours(file: str) -> str | None:
    path = Path(file)
    inside = path.relative_to(HOUSE) if path.is_relative_to(HOUSE) else None
    return str(inside) if inside and inside.parts[0] in ROOMS else None


def _safe(name: str, value: object) -> object:
    if isinstance(value, bool) or (isinstance(value, int | float) and abs(value) < LARGEST):
        return value
    if name == "where" and isinstance(value, list):
        return [_safe(name, line) for line in value]
    shape = SHAPES.get(name)
    allowed = shape and isinstance(value, str) and len(value) <= LONGEST and shape.fullmatch(value)
    return str(value) if allowed else UNSAID


class _Stderr:
    """Writes lines. A log that can't be written stops nobody's message from being saved."""

    def __init__(self, name: str | None = None) -> None:
        self.name = name

    def line(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text + "\n")

    # The names of structlog's methods.
    debug = info = warning = warn = error = critical = exception = fatal = line


def _at_least(least: int) -> structlog.typing.Processor:
    levels = logging.getLevelNamesMapping()

    def processor(_: Any, method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if levels[_level(method).upper()] < least:
            raise structlog.DropEvent
        return fields

    return processor


def _level(method: str) -> str:
    return {"exception": "error", "warn": "warning", "fatal": "critical"}.get(method, method)


def _event(logger: _Stderr, method: str, fields: MutableMapping[str, Any]) -> dict[str, Any]:
    error = fields.pop("exc_info", None)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    named = {"logger": logger.name} if logger.name else {}
    said = scrub({"event": fields.pop("event", UNSAID), **named, **fields, **fault(_raised(error))})
    return {"when": now, "level": _level(method), **said}


def _raised(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, tuple):
        exc_info = exc_info[1]
    elif exc_info and not isinstance(exc_info, BaseException):
        exc_info = sys.exc_info()[1]
    return exc_info if isinstance(exc_info, BaseException) else None


def _as_json(_: Any, __: str, fields: MutableMapping[str, Any]) -> str:
    return json.dumps(fields)


def _as_console(_: Any, __: str, fields: MutableMapping[str, Any]) -> str:
    rest = dict(fields)
    when, level, event = rest.pop("when")[11:19], rest.pop("level"), rest.pop("event")
    said = (f"{name}={' '.join(value) if isinstance(value, list) else value}" for name, value in rest.items())
    return " ".join([when, f"{level:<8}", event, *said])


def _take_over_libraries(least: int) -> None:
    logging.raiseExceptions = False  # it would print the record's arguments
    logging.setLogRecordFactory(_bare_record)
    logging.root.handlers = [_Libraries()]
    # Without its message a library's everyday record says nothing: below a warning only DEBUG shows that it was there.
    logging.root.setLevel(least if least == logging.DEBUG else max(least, logging.WARNING))
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True


def _bare_record(
    name: str, level: int, path: str, line: int, _message: object, _args: object, exc_info: object, *_: Any, **__: Any
) -> logging.LogRecord:
    """Make a record without what it says: whoever handles it has nothing to give away."""
    record = logging.LogRecord(name, level, path, line, "", (), None)
    record.__dict__["fault"] = fault(_raised(exc_info))
    return record


class _Libraries(logging.Handler):
    """Turns libraries' records into events of ours."""

    def emit(self, record: logging.LogRecord) -> None:
        method = next((name for least, name in _METHODS if record.levelno >= least), "debug")
        name = record.name.partition(".")[0]  # what follows may be made from data
        getattr(structlog.get_logger(name), method)("library", **record.__dict__.get("fault", {}))


_METHODS = ((50, "critical"), (40, "error"), (30, "warning"), (20, "info"))


def _take_over_crashes() -> None:
    sys.excepthook = _crashed
    threading.excepthook = lambda crash: _crashed(crash.exc_type, crash.exc_value, None)
    sys.unraisablehook = lambda crash: _crashed(crash.exc_type, crash.exc_value, None)
    warnings.showwarning = _warned


def _crashed(kind: type[BaseException], error: BaseException | None, _: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt | SystemExit):
        structlog.get_logger("python").critical("crashed", **(fault(error) or {"error": kind.__name__}))


def _warned(
    message: Warning | str,  # noqa: ARG001 - it may quote what it warns about
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 - all goes one way
    line: str | None = None,  # noqa: ARG001 - it is source
) -> None:
    ours = _ours(filename)
    where = {"where": [f"{ours}:{lineno}"]} if ours else {}
    structlog.get_logger("python").warning("warned", error=category.__name__, **where)

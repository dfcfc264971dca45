"""Explains mistakes in the settings: where each is, what is wrong, what to write instead. Never shows a value."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from desk.settings.model import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

KeyPath = tuple[str | int, ...]  # ("themes", 2, "code"): the code of the third theme

WRONG = {
    "missing": "this is missing",
    "string_type": "this must be text in quotes",
    "int_type": "this must be a whole number",
    "float_type": "this must be a number",
    "bool_type": "this must be true or false",
    "tuple_type": "this must be a list in [square brackets]",
    "model_type": "this must be a section, under a line in [square brackets]",
    "literal_error": "this must be one of {expected}",
    "greater_than": "this must be more than {gt}",
    "greater_than_equal": "this must be {ge} or more",
    "less_than_equal": "this must be {le} or less",
    "string_too_short": "this can't be empty",
    "too_short": "this can't be empty",
    "string_too_long": "this can't be longer than {max_length} letters",
    "string_pattern_mismatch": "a code is small letters and digits, joined by hyphens",
    "refused": "{wrong}",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `line` counts from 1 and is None where there is none; `key` is dotted; both texts are for people."""

    file: str
    line: int | None
    key: str
    wrong: str
    instead: str

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(part for part in (self.file, line, self.key) if part)
        return f"{place}: {self.wrong}." + (f"\n    {self.instead}" if self.instead else "")


class SettingsWrong(Exception):
    """Raised when a deployment's settings can't be used; `mistakes` holds all that is wrong."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))


class Lines:
    """Finds the line of a key, however it is written, by asking the TOML parser itself."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    @cached_property
    def _steps(self) -> list[tuple[int, dict[str, Any]]]:
        # Each beginning of the file that is whole TOML, with the line on which its last statement starts.
        steps, start = [], 1
        for end in range(1, len(self._lines) + 1):
            try:
                steps.append((start, tomllib.loads("\n".join(self._lines[:end]))))
            except tomllib.TOMLDecodeError:
                continue
            start = end + 1
        return steps

    def of(self, path: KeyPath) -> int | None:
        """Return the line where `path` is written, or else what is around it; None if nothing of it is."""
        for length in range(len(path), 0, -1):
            for line, beginning in self._steps:
                if holds(beginning, path[:length]):
                    return line
        return None


def holds(document: Any, path: KeyPath) -> bool:
    """Tell whether a parsed file has something at `path`."""
    for step in path:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def syntax_mistake(file: str, content: bytes, error: ValueError) -> Mistake:
    """Explain why a file is not TOML. The parser's own words name no value."""
    if isinstance(error, UnicodeDecodeError):
        line = content.count(b"\n", 0, error.start) + 1
        return Mistake(file, line, "", "some letters can't be read", "Save the file as UTF-8.")
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    line = int(found[1]) if found and found[1] else content.count(b"\n") + 1
    wrong = str(error)[: found.start()] if found else str(error)
    return Mistake(
        file,
        line,
        "",
        f"this line can't be read ({wrong})",
        'Write it like this: name = "some text", or name = true, or name = 10',
    )


def mistake_of(error: ErrorDetails, file: str, lines: Lines | None) -> Mistake:
    """Explain one finding of pydantic's, without the value it was found in."""
    context = error.get("ctx", {})
    path = (*error["loc"], *context.get("at", ()))
    line = lines.of(path) if lines else None
    if error["type"] == "extra_forbidden":
        return Mistake(file, line, dotted(path), "there is no such setting", _meant(path))
    wrong = WRONG.get(error["type"], "this can't be used").format_map(context)
    return Mistake(file, line, dotted(path), wrong, context.get("cure") or _example(path))


def dotted(path: KeyPath) -> str:
    """Write a path for people; they count from one."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _example(path: KeyPath) -> str:
    field = _field(path)
    if field is None or section_of(field):
        return ""
    key = next(step for step in reversed(path) if isinstance(step, str))
    return f"Write for example: {key} = {as_toml(field.examples[0] if field.examples else field.default)}"


def _meant(path: KeyPath) -> str:
    *around, key = path
    section = _section(tuple(around))
    close = get_close_matches(str(key), section.model_fields if section else (), n=1)
    if close:
        return f"Did you mean {close[0]}?"
    homes = sorted({".".join(home[:-1]) for home, _ in every_setting() if home[-1] == key and home[1:]})
    return f"Move it into [{homes[0]}]." if homes else "Take it out."


def _section(path: KeyPath) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Settings
    for step in path:
        if isinstance(step, str) and model:
            field = model.model_fields.get(step)
            model = section_of(field) if field else None
    return model


def _field(path: KeyPath) -> FieldInfo | None:
    names: Sequence[str] = [step for step in path if isinstance(step, str)]
    section = _section(tuple(names[:-1]))
    return section.model_fields.get(names[-1]) if section else None


def section_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the section that a field holds, or holds a list of; None for a plain value."""
    kinds = (field.annotation, *get_args(field.annotation))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def every_setting(
    model: type[BaseModel] = Settings, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    """Walk all plain values: ("mail", "relay", "port") and its field."""
    for name, field in model.model_fields.items():
        if section := section_of(field):
            yield from every_setting(section, (*path, name))
        else:
            yield (*path, name), field


def as_toml(value: object) -> str:
    """Write a default as it would stand in the file; empty for what has none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return str(value) if isinstance(value, int | float) else ""

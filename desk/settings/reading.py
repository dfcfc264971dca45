"""Reads a deployment's settings: care-voice.toml, and secrets from the environment or secrets.toml beside it.

The only file it writes is the commented one of `care-voice init`. Each room gets what it needs handed down; none
reads a file itself. Importing this costs 0.2 s (pydantic), so only commands that need settings do.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import TomlConfigSettingsSource

from desk.place import FILE
from desk.settings.mistakes import Lines, Mistake, SettingsWrong, dotted, every_setting, mistake_of, syntax_mistake
from desk.settings.model import Settings, template
from desk.terms import KINDS, read_terms
from storage.opening import make_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SECRETS = "secrets.toml"
PREFIX = "CARE_VOICE_"
SECRET_PATHS = tuple(path for path, setting in every_setting() if setting.annotation is SecretStr)
VARIABLES = {PREFIX + "_".join(path).upper(): path for path in SECRET_PATHS}
DEMO = """\
# A demonstration, made by `make run`. For real use begin in another folder, with `care-voice init`.
demo = true

"""
_NO_FILE = (
    "Say with --data which folder it is in, or make a new one: care-voice init, or care-voice run --demo to try it out."
)


def load_settings(data: Path, env: Mapping[str, str] = os.environ, *, secrets: bool = True) -> Settings:
    """Read the settings of the deployment whose data folder is `data`.

    `secrets=False` leaves secrets.toml and the environment alone: the lab's process has no business with them.
    Raises SettingsWrong with every mistake at once.
    """
    written = _read(data / FILE)
    hidden = _read_secrets(data / SECRETS) if secrets else _Source(SECRETS)
    given = {VARIABLES[name]: value for name, value in env.items() if name in VARIABLES} if secrets else {}
    mistakes = [*written.mistakes, *_secrets_shown(written), *hidden.mistakes, *_not_secrets(hidden)]
    mistakes += _variables_misspelt(env) if secrets else ()
    values = {path: value for path, value in _leaves(hidden.content) if path in SECRET_PATHS} | given
    try:
        settings = Settings(**_with(written.content, values))
    except ValidationError as error:
        for found in error.errors(include_url=False, include_input=False):
            source = hidden if found["loc"] in values else written
            mistakes.append(mistake_of(found, source.name, source.lines))
    files = tuple(read_terms(data, kind) for kind in KINDS) if secrets else ()  # nor with names that are hidden
    mistakes += (Mistake(str(file.path), at or None, "", *said) for file in files for at, *said in file.wrong)
    if mistakes:
        raise SettingsWrong(sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line or 0)))
    return _with_terms(settings, {kind: file.terms for kind, file in zip(KINDS, files, strict=False)})


def _with_terms(settings: Settings, terms: Mapping[str, tuple[str, ...]]) -> Settings:
    """Return the settings with the terms of the files after their own."""
    its = settings.redaction
    more = {kind: (*getattr(its, kind), *terms[kind]) for kind in terms}
    return settings.model_copy(update={"redaction": its.model_copy(update=more)})


def write_template(path: Path, *, demo: bool = False) -> None:
    """Write the commented file that holds every default; it holds no secret, and the lab's user may read it too.

    Raises FileExistsError when there is one already: nobody's settings are overwritten.
    """
    text = template()
    if demo:
        text = DEMO + re.sub(r"^(codes|own_password) = true ", r"\1 = false", text, flags=re.MULTILINE)
    make_file(path, text.encode(), 0o640)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that was read, or what kept it from being read."""

    name: str
    content: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines | None = None
    mistakes: tuple[Mistake, ...] = ()


def _read(path: Path) -> _Source:
    try:
        content = path.read_bytes()
        document = TomlConfigSettingsSource(Settings, path).toml_data
    except FileNotFoundError:
        return _unread(path, Mistake(str(path), None, "", "there is no such file", _NO_FILE))
    except OSError as error:
        return _unread(path, Mistake(str(path), None, "", f"it can't be opened ({error.strerror})", ""))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return _unread(path, syntax_mistake(str(path), content, error))
    return _Source(str(path), document, Lines(content.decode()))


def _unread(path: Path, mistake: Mistake) -> _Source:
    return _Source(str(path), mistakes=(mistake,))


def _read_secrets(path: Path) -> _Source:
    if not path.exists():
        return _Source(str(path))
    source = _read(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        open_to_all = Mistake(str(path), None, "", "others on this machine can open it", f"Run: chmod 600 {path}")
        return _Source(source.name, source.content, source.lines, (open_to_all, *source.mistakes))
    return source


def _secrets_shown(source: _Source) -> Iterator[Mistake]:
    """Find secrets in the file that the lab's process reads too."""
    for path, _ in _leaves(source.content):
        if path in SECRET_PATHS:
            yield _mistake(source, path, "this is a secret, and this file is not secret", f"Move it into {SECRETS}.")


def _not_secrets(source: _Source) -> Iterator[Mistake]:
    """Find what is in secrets.toml and is none."""
    names = {dotted(path) for path, _ in every_setting()}
    for path, _ in _leaves(source.content):
        if path not in SECRET_PATHS:
            known = dotted(path) in names
            close = get_close_matches(dotted(path), map(dotted, SECRET_PATHS), n=1, cutoff=0)
            instead = f"Move it into {FILE}." if known else f"Did you mean {close[0]}?"
            yield _mistake(source, path, "this is not a secret of care-voice", instead)


def _variables_misspelt(env: Mapping[str, str]) -> Iterator[Mistake]:
    for name in sorted(env):
        if name.startswith(PREFIX) and name not in VARIABLES and (close := get_close_matches(name, VARIABLES, 1, 0.8)):
            yield Mistake("the environment", None, name, "there is no such secret", f"Did you mean {close[0]}?")


def _mistake(source: _Source, path: tuple[str, ...], wrong: str, instead: str) -> Mistake:
    return Mistake(source.name, source.lines.of(path) if source.lines else None, dotted(path), wrong, instead)


def _leaves(document: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in document.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _with(document: Mapping[str, Any], values: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """Return the document with each value put at its path; what is no section there is left to be refused."""
    merged = dict(document)
    for (key, *rest), value in values.items():
        inside = merged.get(key, {})
        if not rest:
            merged[key] = value
        elif isinstance(inside, dict):
            merged[key] = _with(inside, {tuple(rest): value})
    return merged

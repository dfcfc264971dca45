"""The words people read, from Fluent files: the package's own, then the deployment's over them, message by message.

Never shows a message's id or a half-filled message to a person: what is wrong is found when the files are read.
Importing it costs about 0.07 s (Fluent brings Babel), so the command line imports it only where words are shown.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from intake.directions import COPIED, directed, is_right_to_left, isolated
from intake.fluent_files import overriding, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from intake.fluent_files import Entry

FALL_BACK = "en"
NAMED = "named-"  # a text of the settings; English has these there
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
REPLY_LENGTH = 480  # characters; RFC 5321, 4.5.3.1.5 allows 512 octets with the codes and the line's end


class WordingWrong(Exception):
    """Raised when files of wording can't be used; `mistakes` say each file, line and cure."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


@dataclass(frozen=True, slots=True)
class _Tongue:
    """A language's own messages. Behind them its bundle holds the English ones, for a message may quote another."""

    bundle: FluentBundle
    own: frozenset[str]
    turned: bool  # it is written from right to left


class Wording:
    """What to say, in the first of some languages that has the message."""

    def __init__(self, tongues: Iterable[_Tongue]) -> None:
        self._tongues = tuple(tongues)

    def __call__(self, message_id: str, /, **args: str | int) -> str:
        """Return the message with its { $parts } filled in.

        Raises KeyError when no language has the message, and ValueError when a part is missing or is text of
        more than 2,500 characters (Fluent's own limit). Neither error carries what a part says.
        """
        for tongue in self._tongues:
            if message_id in tongue.own:
                return (_turned if tongue.turned else _filled)(tongue.bundle, message_id, args)
        raise KeyError(message_id)

    def named(self, text: str) -> str:
        """Return a text of the settings as this language has it, under `name_of` it; the text itself if it has not."""
        try:
            return self(name_of(text))
        except KeyError:
            return text


def name_of(text: str) -> str:
    """Return the message that says a text of the settings in another language: named-where-you-live."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return NAMED + "-".join(re.findall("[a-z0-9]+", plain))


def load_wording(language: str = FALL_BACK, overrides: Path | None = None) -> Wording:
    """Read a language's words, with English behind them.

    `overrides` is the deployment's folder of wording: its `<language>/*.ftl` replace messages of the same name,
    and may bring a whole language. Raises WordingWrong with every mistake of every file at once.
    """
    return load_wordings((language,), overrides)[language]


def load_wordings(languages: Iterable[str], overrides: Path | None = None) -> dict[str, Wording]:
    """Read some languages' words, with one English behind all of them. Raises WordingWrong as `load_wording` does."""
    codes = tuple(dict.fromkeys((*languages, FALL_BACK)))
    for code in codes:
        if not LANGUAGE.fullmatch(code):
            raise WordingWrong([f"{code!r} is not the code of a language: write for example “en” or “cy”"])
    read = {code: (shipped(code), overriding(overrides, code)) for code in codes}
    if silent := [code for code, files in read.items() if not any(files)]:
        raise WordingWrong(
            [f"there are no words in “{each}” yet: put them into wording/{each}/bot.ftl" for each in silent]
        )
    english = [*chain(*read[FALL_BACK])]
    bundles = {code: _bundle(code, [*english, *ours, *own]) for code, (ours, own) in read.items()}
    known = _known(read[FALL_BACK][0])
    wrong = [each for code, (_, own) in read.items() for each in _mistakes(own, known, bundles[code])]
    if wrong:
        raise WordingWrong(f"{entry.where}: {cure}" for entry, cure in wrong)
    tongues = {code: _tongue(code, bundles[code], chain(*files)) for code, files in read.items()}
    return {code: Wording(dict.fromkeys((tongues[code], tongues[FALL_BACK]))) for code in codes}


def mistakes(language: str, overrides: Path | None = None) -> list[tuple[Entry, str]]:
    """Return what can't be used of a language's files, ours and the deployment's, each with its cure."""
    entries = [*shipped(language), *overriding(overrides, language)]
    english = shipped(FALL_BACK)
    return [*_mistakes(entries, _known(english), _bundle(language, [*english, *entries]))]


def filled_in(language: str, entries: Sequence[Entry], example: str) -> dict[str, str]:
    """Return the text of every message that can be shown, with an example, or 2 where it counts, for each part."""
    bundle = _bundle(language, entries)
    parts = {entry.key: entry.parts for entry in entries}
    texts = {}
    for entry in entries:
        if isinstance(entry.node, ast.Message):
            with suppress(ValueError, RecursionError):
                texts[entry.key] = _filled(bundle, entry.key, dict.fromkeys(_needed(parts, entry.key), example))
    return texts


def unsaid(language: str, overrides: Path | None = None) -> tuple[str, ...]:
    """Return the messages that a language has no words of its own for: they are said in English."""
    own = {entry.key for entry in (*shipped(language), *overriding(overrides, language))}
    return tuple(entry.key for entry in shipped(FALL_BACK) if entry.key not in own)


def _needed(parts: Mapping[str, frozenset[str]], key: str, deep: int = 9) -> set[str]:
    """Return what a message has to be given, for those that it quotes too."""
    quoted = (_needed(parts, part, deep - 1) for part in parts.get(key, ()) if part[0] != "$" and deep)
    return {part.lstrip("$") for part in parts.get(key, ()) if part[0] == "$"}.union(*quoted)


def _tongue(language: str, bundle: FluentBundle, entries: Iterable[Entry]) -> _Tongue:
    own = frozenset(entry.key for entry in entries if isinstance(entry.node, ast.Message))
    return _Tongue(bundle, own, is_right_to_left(language))


def _known(english: Iterable[Entry]) -> dict[str, frozenset[str]]:
    return {entry.key: entry.parts for entry in english}


def _bundle(language: str, entries: Iterable[Entry]) -> FluentBundle:
    # Fluent's own marks of direction would stand in receipt codes too, and break one that is pasted: see directions.py.
    bundle = FluentBundle([language, FALL_BACK], use_isolating=False)
    bundle.add_resource(ast.Resource([entry.node for entry in entries]), allow_overrides=True)
    return bundle


def _mistakes(
    entries: Sequence[Entry], known: Mapping[str, frozenset[str]], bundle: FluentBundle
) -> Iterator[tuple[Entry, str]]:
    names = known.keys() | {entry.key for entry in entries}
    for entry in entries:
        wrong = _wrong(entry, known, names) or _wrong_when_filled(entry, bundle)
        if wrong:
            yield entry, wrong


def _wrong(entry: Entry, known: Mapping[str, frozenset[str]], names: set[str]) -> str | None:
    """Say what is wrong with a message by itself."""
    if isinstance(entry.node, ast.Junk):
        return "this can't be read (" + "; ".join(note.message or "" for note in entry.node.annotations) + ")"
    if "\ufffd" in str(entry.node.value and entry.node.value.to_json()):
        return "some letters can't be read: save the file as UTF-8"
    if missing := sorted(part for part in entry.parts if not part.startswith("$") and part not in names):
        return f"“{missing[0]}” is used here, but there is no such message"
    return None if isinstance(entry.node, ast.Term) else _wrong_name(entry, known)


def _wrong_name(entry: Entry, known: Mapping[str, frozenset[str]]) -> str | None:
    if entry.key.startswith(NAMED):
        return _wrong_parts(entry.parts, frozenset())
    if entry.key not in known:
        return f"there is no message called “{entry.key}”{_meant(entry.key, known)}"
    return _wrong_parts(entry.parts, known[entry.key])


def _meant(key: str, known: Iterable[str]) -> str:
    close = get_close_matches(key, known, n=1)
    return f": did you mean “{close[0]}”?" if close else ": take it out"


def _wrong_parts(parts: frozenset[str], expected: frozenset[str]) -> str | None:
    given, wanted = ({part for part in some if part.startswith("$")} for some in (parts, expected))
    if lacking := sorted(wanted - given):
        return f"{{ {lacking[0]} }} is missing: people need it, so put it in"
    if extra := sorted(given - wanted):
        return f"{{ {extra[0]} }} means nothing here: take it out"
    return None


def _wrong_when_filled(entry: Entry, bundle: FluentBundle) -> str | None:
    """Say what goes wrong when a message is shown, which reading it doesn't tell."""
    if not isinstance(entry.node, ast.Message):
        return None
    try:
        text = _filled(bundle, entry.key, dict.fromkeys((part.lstrip("$") for part in entry.parts), 2))
    except (ValueError, RecursionError) as error:  # Fluent doesn't notice every message that contains itself
        return f"it can't be shown ({error})"
    if entry.key.startswith("smtp-") and not (text.isascii() and text.isprintable() and len(text) <= REPLY_LENGTH):
        return f"a mail server's answer is one line of plain ASCII, {REPLY_LENGTH} characters at most"
    return None


def _filled(bundle: FluentBundle, message_id: str, args: Mapping[str, str | int]) -> str:
    pattern = bundle.get_message(message_id).value
    if pattern is None:
        raise ValueError(f"{message_id}: it has no words")
    text, errors = bundle.format_pattern(pattern, dict(args))
    if errors:
        raise ValueError(f"{message_id}: {errors[0]}")
    return str(text)


def _turned(bundle: FluentBundle, message_id: str, args: Mapping[str, str | int]) -> str:
    """Fill in a message that is written from right to left: what is put into it keeps its own direction."""
    apart = {
        name: isolated(part) if isinstance(part, str) and name not in COPIED else part for name, part in args.items()
    }
    return directed(_filled(bundle, message_id, apart))

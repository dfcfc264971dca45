"""The words people read, from Fluent files: the package's own, then the deployment's over them, message by message.

Never shows a message's id or a half-filled message to a person: what is wrong is found when the files are read.
Importing it costs about 0.07 s (Fluent brings Babel), so the command line imports it only where words are shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import resources
from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

FALL_BACK = "en"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
REPLY_LENGTH = 480  # characters; RFC 5321, 4.5.3.1.5 allows 512 octets with the codes and the line's end


class WordingWrong(Exception):
    """Raised when files of wording can't be used; `mistakes` say each file, line and cure."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class Wording:
    """What to say, in the first of some languages that has the message."""

    def __init__(self, bundles: Sequence[FluentBundle]) -> None:
        self._bundles = tuple(bundles)

    def __call__(self, message_id: str, /, **args: str | int) -> str:
        """Return the message with its { $parts } filled in.

        Raises KeyError when no language has the message, and ValueError when a part is missing or is text of
        more than 2,500 characters (Fluent's own limit). Neither error carries what a part says.
        """
        for bundle in self._bundles:
            if bundle.has_message(message_id):
                return _filled(bundle, message_id, args)
        raise KeyError(message_id)


def load_wording(language: str = FALL_BACK, overrides: Path | None = None) -> Wording:
    """Read a language's words, with English behind them.

    `overrides` is the deployment's folder of wording: its `<language>/*.ftl` replace messages of the same name,
    and may bring a whole language. Raises WordingWrong with every mistake of every file at once.
    """
    if not LANGUAGE.fullmatch(language):
        raise WordingWrong([f"{language!r} is not the code of a language: write for example “en” or “cy”"])
    codes = tuple(dict.fromkeys((language, FALL_BACK)))
    read = {code: (_shipped(code), _overriding(overrides, code)) for code in codes}
    if not any(entries for files in read[language] for entries in files):
        raise WordingWrong([f"there are no words in “{language}” yet: put them into wording/{language}/doors.ftl"])
    bundles = {code: _bundle(code, shipped + own) for code, (shipped, own) in read.items()}
    known = {entry.key: entry.parts for entry in read[FALL_BACK][0]}
    mistakes = [wrong for code, (_, own) in read.items() for wrong in _mistakes(own, known, bundles[code])]
    if mistakes:
        raise WordingWrong(mistakes)
    return Wording(tuple(bundles.values()))


def unsaid(language: str, overrides: Path | None = None) -> tuple[str, ...]:
    """Return the messages that a language has no words of its own for: they are said in English."""
    own = {entry.key for entry in (*_shipped(language), *_overriding(overrides, language))}
    return tuple(entry.key for entry in _shipped(FALL_BACK) if entry.key not in own)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a file: `where` is for people, `key` is `name`, `-name` for a term, or empty for broken text."""

    where: str
    key: str
    node: ast.Message | ast.Term | ast.Junk
    parts: frozenset[str]  # "$name" for what the code gives, "name" and "-name" for other entries


def _shipped(language: str) -> list[_Entry]:
    folder = resources.files("intake") / "locales" / language
    if not folder.is_dir():
        return []
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return [entry for file in files for entry in _entries(file.name, file.read_bytes())]


def _overriding(overrides: Path | None, language: str) -> list[_Entry]:
    if overrides is None:
        return []
    files = sorted((overrides / language).glob("*.ftl"))
    return [entry for file in files for entry in _entries(str(file), file.read_bytes())]


def _entries(name: str, content: bytes) -> list[_Entry]:
    text = content.decode("utf-8-sig", errors="replace")
    nodes = FluentParser().parse(text).body
    return [
        _Entry(f"{name}, line {_line(text, node)}", _key(node), node, _parts(node))
        for node in nodes
        if isinstance(node, ast.Message | ast.Term | ast.Junk)
    ]


def _line(text: str, node: ast.Message | ast.Term | ast.Junk) -> int:
    spans = [note.span for note in node.annotations] if isinstance(node, ast.Junk) else [node.id.span]
    start = spans[0].start if spans and spans[0] else 0
    return text.count("\n", 0, start) + 1


def _key(node: ast.Message | ast.Term | ast.Junk) -> str:
    if isinstance(node, ast.Junk):
        return ""
    return f"-{node.id.name}" if isinstance(node, ast.Term) else node.id.name


def _parts(node: ast.BaseNode) -> frozenset[str]:
    parts = _Parts()
    parts.visit(node)
    return frozenset(parts.found)


class _Parts(Visitor):
    """Collects what a message takes from elsewhere."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.found.add(f"${node.id.name}")

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's name
        self.found.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - Fluent's name
        self.found.add(f"-{node.id.name}")
        self.generic_visit(node)


def _bundle(language: str, entries: Iterable[_Entry]) -> FluentBundle:
    # Isolating marks are invisible characters that would break a receipt code pasted from a mail.
    bundle = FluentBundle([language, FALL_BACK], use_isolating=False)
    bundle.add_resource(ast.Resource([entry.node for entry in entries]), allow_overrides=True)
    return bundle


def _mistakes(entries: Sequence[_Entry], known: Mapping[str, frozenset[str]], bundle: FluentBundle) -> Iterator[str]:
    names = known.keys() | {entry.key for entry in entries}
    for entry in entries:
        wrong = _wrong(entry, known, names) or _wrong_when_filled(entry, bundle)
        if wrong:
            yield f"{entry.where}: {wrong}"


def _wrong(entry: _Entry, known: Mapping[str, frozenset[str]], names: set[str]) -> str | None:
    """Say what is wrong with a message by itself."""
    if isinstance(entry.node, ast.Junk):
        return "this can't be read (" + "; ".join(note.message or "" for note in entry.node.annotations) + ")"
    if "\ufffd" in str(entry.node.value and entry.node.value.to_json()):
        return "some letters can't be read: save the file as UTF-8"
    if missing := sorted(part for part in entry.parts if not part.startswith("$") and part not in names):
        return f"“{missing[0]}” is used here, but there is no such message"
    if isinstance(entry.node, ast.Term):
        return None
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


def _wrong_when_filled(entry: _Entry, bundle: FluentBundle) -> str | None:
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

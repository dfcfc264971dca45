"""Reads Fluent files entry by entry: where each stands, what it is called, and what it takes from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file. `key` is its name, `-name` for a term, or empty for text that can't be read."""

    file: str
    line: int
    key: str
    node: ast.Message | ast.Term | ast.Junk
    parts: frozenset[str]  # "$name" for what the code gives, "name" and "-name" for other entries

    @property
    def where(self) -> str:
        """Return file and line, for people."""
        return f"{self.file}, line {self.line}"


def shipped_languages() -> tuple[str, ...]:
    """Return the codes of the languages that care-voice comes with."""
    return tuple(sorted(folder.name for folder in _locales().iterdir() if folder.is_dir()))


def shipped(language: str) -> list[Entry]:
    """Read our own files of a language; there may be none."""
    folder = _locales() / language
    if not folder.is_dir():
        return []
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return [entry for file in files for entry in _entries(_called(language, file.name), file.read_bytes())]


def overriding(overrides: Path | None, language: str) -> list[Entry]:
    """Read a deployment's files of a language; there may be none."""
    if overrides is None:
        return []
    files = sorted((overrides / language).glob("*.ftl"))
    return [entry for file in files for entry in _entries(str(file), file.read_bytes())]


def _locales() -> Traversable:
    return resources.files("intake") / "locales"


def _called(language: str, name: str) -> str:
    return f"intake/locales/{language}/{name}"


def _entries(name: str, content: bytes) -> list[Entry]:
    text = content.decode("utf-8-sig", errors="replace")
    nodes = FluentParser().parse(text).body
    return [
        Entry(name, _line(text, node), _key(node), node, _parts(node))
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

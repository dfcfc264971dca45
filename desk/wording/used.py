"""Finds messages that nothing says any more, by reading our own source."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from storage.model import AgeBand, Happened, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

_ROOMS = ("bot", "desk", "intake")
_APART = frozenset(("training", "lists", "locales", "__pycache__"))
_HOLE = "\0"
_LITERAL = re.compile(r"""(~ )?["']([a-z]*(?:-[a-z0-9]*)+)["']( ~)?""")  # in a template, where ~ joins
_BEGINS = re.compile(f"[a-z]+-|{_HOLE}-[a-z]")
# What stands in holes so near to a message's beginning that anything would fit.
_STEPS = ("kind", "theme", "words", "speaker", "council", "age", "happened")
_DOCTOR = ("ok", "warning", "wrong", "skipped", "late", "needs-settings", "not-in-demo", "not-allowed", "broken")
_NARROW = {
    f"bot-{_HOLE}": (*_STEPS, "mine", "not-mine"),
    f"bot-{_HOLE}-{_HOLE}": tuple(
        f"{step}-{code}"
        for step, codes in (("speaker", Speaker), ("age", AgeBand), ("happened", Happened))
        for code in codes
    ),
    f"doctor-{_HOLE}": (*_DOCTOR, *(f"{told}-do" for told in _DOCTOR)),
    f"lab-{_HOLE}": ("everything", "not-said", "voices", "counts", "releases"),
}


def unused(keys: Iterable[str]) -> list[str]:
    """Return those of some messages that no code, and no template of a page, can say."""
    whole, patterns = _said()
    return [key for key in keys if key not in whole and not any(each.fullmatch(key) for each in patterns)]


@cache
def _said() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    texts = {text for room in _ROOMS for file in _files(resources.files(room)) for text in _texts(file)}
    whole = {text for text in texts if _HOLE not in text}
    holed = {text for text in texts - whole if _BEGINS.match(text)}
    whole.update(begins.split(_HOLE)[0] + end for begins in holed & _NARROW.keys() for end in _NARROW[begins])
    patterns = (re.escape(text).replace(_HOLE, "[a-z0-9_-]+") for text in holed - _NARROW.keys())
    return frozenset(whole), tuple(map(re.compile, patterns))


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in folder.iterdir():
        if each.is_dir() and each.name not in _APART:
            yield from _files(each)
        elif each.name.endswith((".py", ".html")):
            yield each


def _texts(file: Traversable) -> Iterator[str]:
    """Give the texts in a file that may name a message, with a mark where something is filled in."""
    source = file.read_text(encoding="utf-8")
    if file.name.endswith(".html"):
        for found in _LITERAL.finditer(source):
            yield (_HOLE if found[1] else "") + found[2] + (_HOLE if found[3] else "")
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield _joined(node)


def _joined(node: ast.JoinedStr) -> str:
    return "".join(str(piece.value) if isinstance(piece, ast.Constant) else _HOLE for piece in node.values)

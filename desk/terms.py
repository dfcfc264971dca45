"""The terms that a deployment keeps readable or always hides: which are allowed, and those it has in files.

`redaction/keep.txt` and `redaction/hide.txt` in the data folder add to [redaction] keep and hide: a term a line, and
what follows a # is a remark. They may hold names, so no message repeats a term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "redaction"
KINDS = ("keep", "hide")
LEAST, MOST = 3, 500  # letters and digits; characters
LARGEST = 1_000_000  # bytes: some 50,000 terms
NUMBER = 6  # digits
LETTER = re.compile(r"[^\W_]")
DIGIT = re.compile(r"\d")
FREE = re.compile(r"0800|0808|03|116\d{3}$")  # numbers of helplines and offices, never of a person (Ofcom)


@dataclass(frozen=True, slots=True)
class TermFile:
    """What a file of terms holds, and what is wrong in it: line (0: the file as a whole), what, and what to do."""

    path: Path
    terms: tuple[str, ...] = ()
    wrong: tuple[tuple[int, str, str], ...] = ()


def what_is_wrong(term: str, *, keep: bool) -> tuple[str, str] | None:
    """Return what is wrong with a term, and what to do; None if nothing is."""
    if len(LETTER.findall(term)) < LEAST:
        do = "Write the whole name, as people write it, or take it out."
        return f"a term needs at least {LEAST} letters or digits, or it would be found everywhere", do
    if len(term) > MOST:
        return f"a term can't be longer than {MOST} letters", "Write one term a line."
    digits = "".join(DIGIT.findall(term))
    if keep and len(digits) >= NUMBER and not FREE.match(digits):
        do = "Only numbers that begin with 0800, 0808, 03 or 116 can be kept: take this one out."
        return "a number that could be somebody's can't be kept readable", do
    return None


def read_terms(data: Path, kind: str) -> TermFile:
    """Read the deployment's file of terms to `keep` or to `hide`; none is as good as an empty one."""
    path = data / FOLDER / f"{kind}.txt"
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        return TermFile(path)
    except OSError as error:
        return TermFile(path, wrong=((0, f"it can't be opened ({error.strerror})", ""),))
    except UnicodeDecodeError:
        return TermFile(path, wrong=((0, "this is not text in UTF-8", "Save it again as UTF-8."),))
    if len(content) > LARGEST:
        return TermFile(path, wrong=((0, "it is larger than a megabyte", "Leave out what nobody would write."),))
    lines = tuple(_lines(text))
    wrong = tuple((at, *said) for at, term in lines if (said := what_is_wrong(term, keep=kind == "keep")))
    return TermFile(path, tuple(dict.fromkeys(term for _, term in lines)), wrong)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each term with the number of its line."""
    for at, line in enumerate(text.splitlines(), 1):
        term = line.partition("#")[0].strip()
        if term:
            yield at, term

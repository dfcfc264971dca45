"""Numbers people within one message: who is the same person, as far as that is clear. Keeps nothing between messages.

The same first name, nickname or slip of the pen is the same person; two full names that differ are two people.
Where it isn't clear who is meant, it is whoever was named last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.redaction import lexicon
from intake.redaction.cues import NICKNAMES
from intake.redaction.kinds import FIRST
from intake.redaction.lists import fold
from intake.redaction.text import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ShortNames = dict[str, frozenset[str]]
TITLE = re.compile(r"(?<!\w)(mr|mister|mrs|ms|miss|mx|dr|doctor|sir|prof|cllr|judge|pc|sgt|dc)\.? $", re.IGNORECASE)
HE, SHE = frozenset({"mr", "mister", "sir"}), frozenset({"mrs", "ms", "miss"})
NEAR = 12  # characters that hold a title
LISTED = re.compile(
    r"(?: \([^()]{1,20}\))? ?(?:,|&|\+|/| and| n| or)(?: (?:and|my|her|his|our|with|me|brother|sister|mate|friend))* "
)
LONGEST_GAP = 40
ENOUGH, MOST = 5, 24  # letters of names that are compared letter by letter
COMPARED = 20  # with so many names of a letter at most: in a message as long as a book it takes no longer


@dataclass(slots=True)
class _Person:
    number: int
    first: str = ""
    last: str = ""
    sex: str = ""  # as a title says
    titled: bool = False


class People:
    """Who was named so far. `look_up` says what kinds of word a lower-case word is, `also` which names are one."""

    def __init__(self, look_up: Callable[[str], int], also: ShortNames, after: int = 0) -> None:
        self._look_up = look_up
        self._other_forms = also
        self._last_number = after
        self._first: dict[str, _Person] = {}
        self._last: dict[str, _Person] = {}
        self._full: dict[tuple[str, str], _Person] = {}
        self._alike: dict[str, list[str]] = {}  # first names, by their first letter
        self._before: _Person | None = None

    def call(self, name: str, before: str, between: str) -> int:
        """Return the number of whoever is named; `between` stands between this name and the last one."""
        parts = [_joined(part) for part in TOKEN.findall(fold(name))] or [""]
        title = TITLE.search(before) if before[-1:] == " " else None
        called = fold(title[1]) if title else ""
        sex = "he" if called in HE else "she" if called in SHE else ""
        listed = self._before if len(between) < LONGEST_GAP and LISTED.fullmatch(between) else None
        if len(parts) > 1 and parts[0] in NICKNAMES:  # Big Chris and Little Chris are two, as with surnames
            parts = parts[1:] if len(parts) > 2 else parts[::-1]  # noqa: PLR2004 - a nickname and a name
        if len(parts) > 1:
            first, last = parts[0], parts[-1]
            person = self._find_full(first, last, listed)
        elif title and not (called in {"miss", "sir"} and self._is_first(parts[0])):
            first, last = "", parts[0]
            person = self._find_titled(last, sex)
        else:
            first, last = parts[0], ""
            person = self._find_alone(first, listed)
        if person is None:
            self._last_number += 1
            person = _Person(self._last_number)
        person.titled |= bool(title)
        self._remember(person, first, last, sex)
        return person.number

    def _is_first(self, name: str) -> bool:
        return bool(self._look_up(name) & FIRST)

    def _find_full(self, first: str, last: str, listed: _Person | None) -> _Person | None:
        known = self._full.get((first, last))
        if known is not None:
            return known
        one = self._first.get(first) or self._also(first, listed)
        if one is not None and (not one.last or _are_near(one.last, last)):
            return one
        other = self._last.get(last)
        if other is not None and (
            not other.first or (1 in {len(other.first), len(first)} and other.first[0] == first[0])
        ):
            return other
        alone = self._first.get(last)  # a surname that stood alone
        return alone if alone is not None and not alone.last and not self._is_first(last) else None

    def _find_titled(self, last: str, sex: str) -> _Person | None:
        one = self._last.get(last)
        if one is None:
            one = self._first.get(last) if not self._is_first(last) else None
        return one if one is not None and (not sex or one.sex in {"", sex}) else None

    def _find_alone(self, name: str, listed: _Person | None) -> _Person | None:
        one = self._first.get(name)
        if one is not None:
            return one
        other = self._last.get(name)
        if other is not None and (other.titled or not self._is_first(name)):
            return other
        return self._also(name, listed)

    def _also(self, name: str, listed: _Person | None) -> _Person | None:
        """Return who is called by another form of a name: `Kay`, `Kayleigh`, `Kayliegh`; not two side by side."""
        forms = {person.number: person for form in self._other_forms.get(name, ()) if (person := self._first.get(form))}
        if len(forms) == 1:
            (one,) = forms.values()
            return one if one is not listed else None
        if name.endswith("s") and name[:-1] in self._first and not self._is_first(name):
            return self._first[name[:-1]]
        if forms or not ENOUGH <= len(name) <= MOST:
            return None
        return next(self._slipped(name, listed), None)

    def _slipped(self, name: str, listed: _Person | None) -> Iterator[_Person]:
        """Yield who is called almost so, unless both are names that people have."""
        for known in self._alike.get(name[0], ()):
            if _are_near(known, name) and not (self._is_first(name) and self._is_first(known)):
                person = self._first[known]
                if person is not listed:
                    yield person

    def _remember(self, person: _Person, first: str, last: str, sex: str) -> None:
        person.first, person.last, person.sex = person.first or first, person.last or last, person.sex or sex
        if first:
            alike = self._alike.setdefault(first[0], [])
            if first not in self._first and len(alike) < COMPARED and ENOUGH <= len(first) <= MOST:
                alike.append(first)
            self._first[first] = person
        if last:
            self._last[last] = person
        if first and last:
            self._full[first, last] = person
        self._before = person


def _joined(name: str) -> str:
    """Return a name that is spelled out as the name: n-h-u-n-g."""
    parts = name.split("-")
    return "".join(parts) if len(parts) > 2 and all(len(part) == 1 for part in parts) else name  # noqa: PLR2004 - letters


def _is_initial(one: str, other: str) -> bool:
    """Whether one of two first names is the initial of the other."""
    return one[:1] == other[:1] and 1 in {len(one), len(other)}


def _are_near(one: str, other: str) -> bool:
    """Whether one letter, or two that changed places, tells two names apart."""
    if one == other:
        return True
    if min(len(one), len(other)) < ENOUGH - 1 or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at in range(min(len(one), len(other))) if one[at] != other[at]), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def short_names() -> ShortNames:
    """Return the other forms of each first name: long for short, and short for long. Raises OSError."""
    forms: dict[str, set[str]] = {}
    for line in (lexicon.LISTS / "short-names.txt").read_text("utf-8").splitlines():
        short, *others = line.split(" = ")
        for other in others:
            forms.setdefault(short, set()).add(other)
            forms.setdefault(other, set()).add(short)
    return {name: frozenset(others) for name, others in forms.items()}

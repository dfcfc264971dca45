"""Finds why words could point to somebody although no name is left: jigsaw identification. Hides nothing itself.

It reads the words as they will be kept, with a mark for each thing that is hidden: whoever knows the person knows
the place or the school too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from intake.redaction.backgrounds import SIGNS, is_told
from intake.redaction.found import places_of
from intake.redaction.jigsaw_events import EVENT
from intake.redaction.jigsaw_people import FAMILY, ONLY
from intake.redaction.jigsaw_roles import ROLE
from intake.redaction.jigsaw_rule import pattern, together
from storage.model import Jigsaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intake.redaction.jigsaw_rule import Rule
    from intake.redaction.text import Text
    from storage.model import Span

BEFORE, NEAR = 60, 110  # characters that a rule looks at, before its word and around it
RULES = together(ONLY, FAMILY, ROLE, EVENT)
TRIED, BACKGROUNDS = frozenset(RULES), frozenset(SIGNS)
PARAGRAPH, ODD_SPACE = re.compile(r"\n\s*\n"), re.compile(r"[\t-\r]|  ")


def find(text: Text, spans: Sequence[Span]) -> tuple[Jigsaw, ...]:
    """Return the reasons, each once and in the order of Jigsaw; `spans` are what is hidden, sorted and disjoint."""
    signs = TRIED & text.spoken
    backgrounds = BACKGROUNDS & text.spoken
    if not signs and not backgrounds:
        return ()
    view = _view(text, spans)
    found: set[Jigsaw] = set()
    for sign in signs:
        places = tuple(places_of(view, sign))
        found.update(rule.says for rule in RULES[sign] if rule.says not in found and _holds(rule, view, places))
    if backgrounds and is_told(view, backgrounds):
        found.add(Jigsaw.BACKGROUND)
    return tuple(reason for reason in Jigsaw if reason in found)


def _view(text: Text, spans: Sequence[Span]) -> str:
    """Return the words as they will be kept, in lower case, without apostrophes and with single spaces."""
    low, end = text.low, 0
    pieces: list[str] = []
    for span in spans:
        start, stop = _inside(text, span.start), _inside(text, span.end)
        pieces += low[end:start], f"[{span.label.lower()}]"
        end = stop
    plain = "".join([*pieces, low[end:]]).replace("'", "")
    if "\n" in plain:
        plain = PARAGRAPH.sub(" . ", plain)
    return " ".join(plain.split()) if ODD_SPACE.search(plain) else plain


def _inside(text: Text, offset: int) -> int:
    """Return where a raw offset is in the normalised text."""
    return offset if text.origin is None else bisect_left(text.origin, offset)


def _holds(rule: Rule, view: str, places: Iterable[int]) -> bool:
    return any(_holds_at(rule, view, at) for at in places)


def _holds_at(rule: Rule, view: str, at: int) -> bool:
    if not pattern(rule.here).match(view, at):
        return False
    if rule.before and not pattern(rule.before).search(view, max(0, at - BEFORE), at):
        return False
    return all(pattern(near).search(view, max(0, at - NEAR), at + NEAR) for near in rule.near)

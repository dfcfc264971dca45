"""How a rule that finds what could point to somebody is written down, and what several of them share.

A rule stands under the words at which it is tried. It sees lower case without apostrophes, with what is hidden as
[name], [place] and the like, and looks at a bounded stretch, so that its cost is linear.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction.kinds import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.model import Jigsaw

HIDDEN_PLACE = r"\[(?:org|place|address|council)\]"
SELF = "(?:im|i am|i was|am|was|as|being|be|ahm|he is|she is|hes|shes|is|me)"
GROUP = (
    "(?:home|house|school|college|uni|university|class|year|form|unit|estate|street|road|village|town|city|county|"
    "country|borough|area|authority|course|team|club|group|choir|band|halls?|hostel|hotel|centre|ward|wing|prison|"
    "church|mosque|island|hamlet|site|region|league|squad|cast|campus|corridor|placement|lodgings|academy|yoi|district)s?"
)


class Rule(NamedTuple):
    """What is said at a word: `before` ends there, `here` begins there, and `near` stands around both. Patterns all."""

    says: Jigsaw
    here: str
    before: str
    near: tuple[str, ...]


# made when a message first asks for it: to make them all is a tenth of what a start takes
pattern = cache(re.compile)
Rules = dict[str, tuple[Rule, ...]]


def rule(says: Jigsaw, here: str = r"\w+", *, before: str = "", near: Iterable[str] = ()) -> Rule:
    """Return a rule from its patterns; without `here`, the word alone is enough."""
    ends = rf"(?<!\w)(?:{before})\Z" if before else ""
    return Rule(says, here, ends, tuple([rf"(?<!\w)(?:{sign})" for sign in near]))


def at(signs: str, *rules: Rule) -> Rules:
    """Return rules that are tried at each of these words."""
    return dict.fromkeys(sorted(word_set(signs)), rules)


def together(*several: Rules) -> Rules:
    """Return all rules by their words."""
    rules: Rules = {}
    for each in several:
        for sign, more in each.items():
            rules[sign] = rules.get(sign, ()) + more
    return rules

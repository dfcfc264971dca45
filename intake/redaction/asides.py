"""Whoever a bracket says more of: `they took peanut (my rabbit)`, `i miss storm (my sister)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.age_leads import KIN, WORKER
from intake.redaction.kinds import NUMBER, WORD, word_set
from intake.redaction.wheres import STOPS
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

LIKELY = 0.6
PET = (
    "dog|puppy|pup|cat|kitten|rabbit|bunny|hamster|guinea pig|budgie|parrot|horse|pony|tortoise|snake|ferret|rat|staffy"
)
OPENS = re.compile(
    r"(?<= )\((?:that'?s |who is |who'?s |he'?s |she'?s )?(?:my|our) (?:[a-z]{2,8} )?"
    rf"(?:{PET}|{KIN}|{WORKER})(?=[,)]| who\b| and\b)"
)
NOBODY = STOPS | word_set(
    """
    him her them they it one someone somebody person people guy man woman lady girl boy kid child baby family place time
    home house school worker carer carers parents mum mam mom dad brother sister brothers sisters nan gran friend mate
    friends siblings relative relatives others other else everyone anyone myself himself herself themselves two three
    four five both lot adult adults team staff room flat number name hers mine theirs ours course members member couple
    """
)


def find_asides(text: Text) -> Iterator[Span]:
    """Yield the word before a bracket that says who it is."""
    if " (" not in text.low:
        return
    ends = {word.end: word for word in text.words}
    for found in OPENS.finditer(text.low):
        word = ends.get(found.start() - 1)
        if word and not _is_nobody(word):
            yield text.span(word.start, word.end, Label.NAME, LIKELY)


def _is_nobody(word: Word) -> bool:
    several = word.kinds & WORD and word.low.endswith("s")
    return bool(several or word.kinds & NUMBER) or word.low in NOBODY or len(word.low) == 1

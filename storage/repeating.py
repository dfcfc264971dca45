"""Whether what one person writes repeats what another said. Keeps nothing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def repeats(text: str, said: str, in_a_row: int) -> bool:
    """Tell whether so many words in a row of a text stand in what was said too, however they are written."""
    return bool(_runs(text, in_a_row) & _runs(said, in_a_row))


def _runs(text: str, in_a_row: int) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold().replace("\u2019", "'"))
    return {tuple(words[at : at + in_a_row]) for at in range(len(words) - in_a_row + 1)}

"""A person's own words, before redaction: in memory, for as short a time as can be."""

from __future__ import annotations

from typing import NoReturn


class RawWords:
    """Words as they came in. Can't be printed, logged, compared, pickled or stored by mistake.

    Only `reveal()` gives the text; whoever calls it must be on the list in `tests/contracts/`.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the words themselves."""
        return self._text

    def above(self, below: RawWords) -> RawWords:
        """Return these words with others under them."""
        return RawWords(f"{self._text}\n\n{below._text}")

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return f"<raw words, {len(self._text)} characters>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("raw words are never pickled")

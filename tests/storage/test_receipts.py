"""Receipt codes are easy to read out and impossible to guess."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from storage.receipts import _words, hash_code, new_code

KEY = b"k" * 32


def test_there_are_enough_words() -> None:
    """Five words of plain letters make 64 bits or more."""
    assert 5 * math.log2(len(set(_words()))) > 64
    assert all(word.isascii() and word.isalpha() and word.islower() for word in _words())


def test_a_code_is_five_words() -> None:
    """A code is five words of the list, and no two codes are alike."""
    codes = [new_code() for _ in range(200)]
    assert all(len(code.split("-")) == 5 and set(code.split("-")) <= set(_words()) for code in codes)
    assert len(set(codes)) == 200


@given(st.lists(st.sampled_from(["-", " ", "  ", "\n", " - ", ".", "/"]), min_size=4, max_size=4), st.booleans())
def test_a_code_is_found_however_it_is_typed(gaps: list[str], shout: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    """Case, spaces and hyphens don't matter."""
    words = ["velvet", "otter", "plank", "sunny", "drift"]
    typed = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    assert hash_code(KEY, typed.upper() if shout else typed) == hash_code(KEY, "-".join(words))


@given(st.text())
def test_any_text_can_be_looked_up(typed: str) -> None:
    """Whatever is typed gives 32 bytes and never an error."""
    assert len(hash_code(KEY, typed)) == 32


def test_a_code_is_kept_under_the_key_only() -> None:
    """Without the key nobody can tell which code a hash belongs to."""
    assert hash_code(KEY, "velvet-otter") != hash_code(b"j" * 32, "velvet-otter")

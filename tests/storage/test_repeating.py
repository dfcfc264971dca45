"""Whether somebody's words are repeated by whoever writes about them."""

from __future__ import annotations

import pytest

from storage.repeating import repeats


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They said: I DON\u2019T want to go.", True),
        ("don't, want to!", True),
        ("want to don't", False),
        ("don't want", False),
        ("", False),
    ],
)
def test_words_in_a_row_are_found(text: str, *, found: bool) -> None:
    """Three in a row are a copy, whatever stands between them and however they are written; the same apart are none."""
    assert repeats(text, "I don't want to move again.", 3) is found

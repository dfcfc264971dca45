"""The bytes after DATA."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.body import Body
from intake.mail.limits import Room

LINES = st.lists(st.sampled_from([b"", b".", b"..", b"a", b".b", b"\r", b"\n", b"\n.\n", b"\r.\r", b"word " * 9]))


def _read(sent: bytes, cuts: list[int], body: Body) -> bytes | None:
    """Feed what is sent in pieces; return what follows the end."""
    edges = [0, *sorted(cut % (len(sent) + 1) for cut in cuts), len(sent)]
    for start, end in pairwise(edges):
        rest = body.feed(sent[start:end])
        if rest is not None:
            return rest + sent[end:]
    return None


@given(LINES, st.lists(st.integers(min_value=0)), st.sampled_from([b"", b"QUIT\r\n", b".\r\n", b"\r\n.\r\n"]))
def test_any_mail_comes_through_whole_however_it_is_cut(lines: list[bytes], cuts: list[int], rest: bytes) -> None:
    """What was sent between DATA and the dot is what is read, and what follows the dot is left for the next command."""
    content = b"".join(line + b"\r\n" for line in lines)
    stuffed = (b"\r\n" + content).replace(b"\r\n.", b"\r\n..")[2:]
    with Body(10_000, Room(10_000)) as body:
        assert _read(stuffed + b".\r\n" + rest, cuts, body) == rest
        assert body.content() == content


@pytest.mark.parametrize("size", [99, 100, 101, 5_000])
def test_a_mail_is_taken_up_to_the_limit_and_not_a_byte_over(size: int) -> None:
    """The limit counts the bytes of the mail; its end is seen even when the mail was dropped."""
    with Body(100, Room(10_000)) as body:
        assert _read(b"x" * (size - 2) + b"\r\n.\r\nQUIT", list(range(0, size, 7)), body) == b"QUIT"
        assert body.trouble == ("too-big" if size > 100 else None)


def test_big_mails_on_their_way_share_one_room() -> None:
    """A mail that finds no room is put off, and the room is free again when the other has ended."""
    room = Room(150_000)
    with Body(300_000, room) as first, Body(300_000, room) as second:
        first.feed(b"x" * 200_000)
        second.feed(b"x" * 200_000)
        assert (first.trouble, second.trouble) == (None, "no-room")
    assert room.take(150_000)


def test_a_letter_always_finds_room() -> None:
    """Whoever fills the room with pictures keeps nobody's words out."""
    with Body(1_000_000, Room(0)) as body:
        assert body.feed(b"x" * 99_000 + b"\r\n.\r\n") == b""
        assert body.trouble is None

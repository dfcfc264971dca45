"""What a council offers is read from its file as it was written, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from intake.rights import A_PAGE, LARGEST, LONGEST, OfferWrong, in_pages, offer, read_offer

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, content: bytes) -> Path:
    """Write Swindon's file."""
    (folder / "swindon.md").write_bytes(content)
    return folder


def test_paragraphs_are_read_as_they_stand(tmp_path: Path) -> None:
    """Whoever writes it needs no more than empty lines; headings and bold text lose their signs, lists keep theirs."""
    folder = written(tmp_path, "\ufeff# Our offer\r\n\r\nWe **pay** #1.\r\n \r\n- bus\r\n- laptop 🙂\r\n".encode())
    assert read_offer(folder, "swindon") == ("Our offer", "We pay #1.", "- bus\n- laptop 🙂")


def test_no_file_is_no_offer(tmp_path: Path) -> None:
    """Nor is a missing folder."""
    assert read_offer(tmp_path / "rights", "swindon") == ()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\n# \n\n", "empty"),
        ("Prifysgol ŵ".encode("utf-16"), "utf-8"),
        (b"\x00\x01", "odd"),
        (b"a " * LARGEST, "large"),
        (b"a " * LONGEST, "paragraph"),
    ],
)
def test_a_bad_file_is_told_and_shown_to_nobody(tmp_path: Path, content: bytes, why: str) -> None:
    """The administrator hears why; who asks reads what holds everywhere."""
    folder = written(tmp_path, content)
    with pytest.raises(OfferWrong) as wrong:
        read_offer(folder, "swindon")
    assert wrong.value.why == why
    assert offer(folder, "swindon") == ()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    """It is no file."""
    (tmp_path / "swindon.md").mkdir()
    with pytest.raises(OfferWrong, match="closed"):
        read_offer(tmp_path, "swindon")


def test_pages_hold_every_paragraph_whole() -> None:
    """In order, and short enough for a phone."""
    paragraphs = tuple(f"{number} " + "word " * 40 for number in range(30))
    pages = in_pages(paragraphs)
    assert tuple(one for page in pages for one in page) == paragraphs
    assert all(sum(map(len, page)) <= A_PAGE for page in pages)
    assert len(pages) > 1

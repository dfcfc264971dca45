"""/rights shows what somebody can expect; which council they looked at is kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.incoming import Press
from intake.rights import offer
from tests.bot.talking import SETTINGS, Kept, Talker, talk

if TYPE_CHECKING:
    from pathlib import Path

TOLD = ("pathway plan", "personal adviser", "£3,000", "£2,000", "advocate", "local offer", "Nobody here has checked")
MADE_UP = ("nowhere-0", "swindon-x", "swindon-99", "--", "x")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the offer of Swindon, on several pages."""
    folder = tmp_path / "rights"
    folder.mkdir()
    paragraphs = [f"We do {number} things. " + "They help a lot. " * 15 for number in range(12)]
    (folder / "swindon.md").write_text("\n\n".join(["# What we do", *paragraphs]))
    return folder


@pytest.fixture
def sam(kept: Kept, folder: Path) -> Talker:
    """Give somebody who talks with a bot that has that folder."""
    return talk(kept, settings=replace(SETTINGS, offer=partial(offer, folder)))


@pytest.mark.parametrize("typed", ["/rights", "rights", "Rights"])
async def test_it_asks_for_the_council_and_keeps_it_nowhere(sam: Talker, typed: str) -> None:
    """At any time, before anything was begun or in the middle of a voice."""
    await sam.gets_to("words")
    await sam.types(typed)
    assert "I don't keep what you choose" in sam.reads
    await sam.presses("Swindon")
    assert "Swindon Borough Council says:" in sam.reads
    assert "We do 0 things." in sam.reads
    assert sam.begun.council is None
    await sam.presses("Carry on")
    assert sam.begun.step == "words"
    assert not sam.begun.parts


async def test_long_files_are_paged_with_every_paragraph(sam: Talker) -> None:
    """Forward and back, by taps or typed, and the last page says to ask."""
    await sam.types("/rights")
    await sam.presses("Swindon")
    read = sam.reads
    while "More" in sam.labels:
        await sam.presses("More")
        read += sam.reads
    assert all(f"We do {number} things." in read for number in range(12))
    assert "Ask your adviser" in sam.reads
    last = sam.reads
    await sam.types("page before")
    assert sam.reads != last
    await sam.types("more")
    assert sam.reads == last
    assert sam.draft is None or not sam.draft.parts


@pytest.mark.parametrize("label", ["All of England", "Another council"])
async def test_what_holds_everywhere_is_always_there(sam: Talker, label: str) -> None:
    """With whom to ask, and that nobody has checked it yet."""
    await sam.types("/rights")
    await sam.presses(label)
    read = sam.reads
    while "More" in sam.labels:
        await sam.presses("More")
        read += sam.reads
    for told in TOLD:
        assert told in read
    assert "don't know yet what this council offers" not in read


async def test_a_council_without_a_file_says_so(sam: Talker, folder: Path) -> None:
    """And a bad file is as good as none; put right, it is shown at once."""
    good = (folder / "swindon.md").read_text()
    (folder / "swindon.md").write_bytes(b"\xff\xfe")
    await sam.types("/rights")
    await sam.types("swindon borough council")
    assert "don't know yet what this council offers" in sam.reads
    assert "pathway plan" in sam.reads
    (folder / "swindon.md").write_text(good)
    await sam.presses("Choose another council")
    await sam.presses("Swindon")
    assert "We do 0 things." in sam.reads


@pytest.mark.parametrize("value", MADE_UP)
async def test_made_up_buttons_lead_somewhere(sam: Talker, value: str) -> None:
    """Old and made-up ones show a page, and no file but a council's."""
    await sam.does(Press("-", "rights", value, 1))
    assert {"All of England", "Choose another council"} & set(sam.labels)


async def test_words_typed_beside_it_are_words(sam: Talker) -> None:
    """Nothing somebody wants to tell is taken for a button."""
    await sam.gets_to("words")
    await sam.types("/rights my flat is damp")
    assert len(sam.begun.parts) == 1
    await sam.presses("Swindon")
    await sam.types("and my PA left")
    assert len(sam.begun.parts) == 2

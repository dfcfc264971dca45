"""What the preview says and offers beside the words: a warning about what points to someone, and the council."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.draft import Step
from intake.wishes import NO_WISHES, Wishes
from tests.bot.talking import Kept, Talker, redactor, talk, wording

if TYPE_CHECKING:
    from pathlib import Path

    from intake.raw import RawWords
    from intake.redaction import Redaction

NAMED = "Swindon council never rings me back"
ONLY = "i was the only Afghan girl in my home"


@dataclass
class Listens:
    """Redacts as the product does, and remembers which council it was told of."""

    councils: list[str | None] = field(default_factory=list)

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Redact."""
        self.councils.append(wishes.council.reveal() if wishes.council else None)
        return redactor().redact(words, wishes)


async def previewed(alex: Talker, words: str) -> None:
    """Walk to the preview of some words."""
    await alex.gets_to("words")
    await alex.types(words)
    await alex.presses("Done")


async def test_what_points_to_someone_is_said_with_its_reason(alex: Talker, kept: Kept) -> None:
    """Before it is kept, and without pressing anybody: the five taps are the same."""
    await previewed(alex, ONLY)
    for message in ("warning", "only", "advice"):
        assert wording()(f"jigsaw-{message}-writer") in alex.reads
    for label in ("don't quote", "Send"):
        await alex.presses(label)
    assert alex.taps == 5
    assert len(kept.all()) == 1


async def test_who_says_less_is_warned_no_more(alex: Talker) -> None:
    """The warning is about the words as they are."""
    await alex.gets_to("words")
    number = await alex.types(ONLY)
    await alex.presses("Done")
    await alex.edits(number, "i was one of a few girls in my home")
    assert wording()("jigsaw-warning-writer") not in alex.reads


@pytest.mark.parametrize("yes", ["Yes, it's mine", "yes", "yes, it's mine"])
async def test_a_council_that_is_named_is_offered(alex: Talker, kept: Kept, yes: str) -> None:
    """A yes fills it in, and it is seen again before Send."""
    await previewed(alex, NAMED)
    assert "Swindon Borough Council" in alex.reads
    await (alex.types(yes) if yes.islower() else alex.presses(yes))
    assert alex.begun.step is Step.PREVIEW
    assert "I noted your council" in alex.reads
    assert "Is it the council that looks after you" not in alex.reads
    await alex.presses("don't quote")
    assert "Swindon Borough Council" in alex.reads
    await alex.presses("Send")
    assert [voice.council for voice in kept.all()] == ["swindon"]


async def test_the_words_say_whose_council_it_is(alex: Talker, kept: Kept) -> None:
    """Once it is known to be theirs, in what they see and in what is kept."""
    await previewed(alex, f"{NAMED}. Wigan council did")
    await alex.presses("Yes, it's mine")
    assert "[my council] never rings me back. [another council] did" in alex.reads
    for label in ("don't quote", "Send"):
        await alex.presses(label)
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text == "[my council] never rings me back. [another council] did"


async def test_a_no_leaves_it_empty_and_is_asked_no_more(alex: Talker, kept: Kept) -> None:
    """Nor does anybody have to answer."""
    await previewed(alex, NAMED)
    await alex.presses("No")
    assert "Is it the council" not in alex.reads
    for label in ("don't quote", "Send"):
        await alex.presses(label)
    assert [voice.council for voice in kept.all()] == [None]


async def test_the_council_can_be_taken_back(alex: Talker) -> None:
    """As everything else."""
    await previewed(alex, NAMED)
    await alex.presses("Yes, it's mine")
    await alex.presses("Undo")
    assert alex.begun.council is None
    assert "Is it the council" in alex.reads


async def test_nobody_is_asked_about_what_they_said(alex: Talker) -> None:
    """Whoever chose a council, or names none, gets no question."""
    await alex.gets_to("council")
    await alex.presses("Swindon")
    await alex.types(NAMED)
    await alex.presses("Done")
    assert "Is it the council" not in alex.reads


async def test_the_redactor_hears_which_council_is_theirs(tmp_path: Path) -> None:
    """In the preview and when it is kept, so that the words tell it from others in both; not of one unlisted."""
    listens = Listens()
    kept = Kept(tmp_path, listens)
    alex = talk(kept)
    await previewed(alex, NAMED)
    await alex.presses("Yes, it's mine")
    before = len(listens.councils)
    for label in ("don't quote", "Send"):
        await alex.presses(label)
    assert listens.councils[before - 1 :] == ["Swindon Borough Council"] * 2
    await previewed(alex, "Wigan council never rings me back")
    for label in ("don't quote", "Add more", "Rather not", "Another council"):
        await alex.presses(label)
    assert listens.councils[-1] is None
    await kept.writer.close()


async def test_a_council_chosen_late_shows_the_words_again(alex: Talker, kept: Kept) -> None:
    """If they name one they are kept differently: nobody's answer about other words counts."""
    await previewed(alex, NAMED)
    for label in ("and quote", "Add more", "Rather not", "Swindon"):
        await alex.presses(label)
    assert (alex.begun.step, alex.begun.consent) == (Step.PREVIEW, None)
    assert "please look at them again" in alex.reads
    for label in ("and quote", "Send"):
        await alex.presses(label)
    assert [voice.council for voice in kept.all()] == ["swindon"]


async def test_who_names_no_council_is_not_held_up(alex: Talker) -> None:
    """Then choosing one changes nothing of the words."""
    await alex.gets_to("council")
    await alex.presses("Swindon")
    assert alex.begun.step is Step.AGE
    assert alex.begun.consent is not None

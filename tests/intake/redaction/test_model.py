"""The model of names: it holds no rare word, is refused when altered, and says the same as when it was trained."""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest

import intake.redaction.engine as engine_module
from intake.redaction import RedactionFailed, names
from intake.redaction.engine import DIGEST, MODEL, load_redactor
from intake.redaction.features import KNOWN, KNOWN_NAME, see
from intake.redaction.kinds import WORD
from intake.redaction.lexicon import Lexicon, load_lexicon
from intake.redaction.tagger import LIMITS, Model, load_model
from intake.redaction.text import read_text
from intake.redaction.training.material import Example, everyday, lowered, misspelt, ours, renamed, unmarked
from tests.intake.redaction.hiding import hidden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def chance() -> random.Random:
    """Return the same chance every time."""
    return random.Random(1)  # noqa: S311 - not for secrets


LETTERS = re.compile(r"[a-z'-]+")
ENOUGH = 4  # letters of a word that could point to someone


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Everything that the lists say of words."""
    return load_lexicon()


@pytest.fixture(scope="module")
def model() -> Model:
    """The model that is shipped."""
    return load_model(MODEL, DIGEST.read_text("ascii").strip())


def test_the_model_holds_only_common_words(model: Model, lexicon: Lexicon) -> None:
    """Whatever has four letters or more in it is a word that English uses at least ten times in a million."""
    words = {word for guess in (model.first, model.second) for told in guess.weights for word in _words(told)}
    words |= {word for told in model.talk.weights if len(told) >= ENOUGH for word in LETTERS.findall(told)}
    assert len(words) > 1_000
    for word in words:
        assert lexicon.look_up(word) & WORD, word
        assert lexicon.ranks[word] <= (KNOWN if lexicon.look_up(word) == WORD else KNOWN_NAME), word


def _words(told: str) -> list[str]:
    """Return all that could be a word in a feature, whose first sign or two say which it is."""
    name = 2 if told.startswith("2") else 1
    if told.startswith("2u"):  # the first two and the last two letters
        return []
    return [word for run in LETTERS.findall(told[name:]) if len(word := run.strip("'-")) >= ENOUGH]


@pytest.mark.parametrize("harm", ["missing", "shorter", "altered", "another digest"])
def test_an_altered_model_is_refused(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redactor without exactly the model that was shipped never starts."""
    model, digest = tmp_path / MODEL.name, tmp_path / DIGEST.name
    shutil.copy(MODEL, model)
    shutil.copy(DIGEST, digest)
    packed = model.read_bytes()
    if harm == "missing":
        model.unlink()
    elif harm == "another digest":
        digest.write_text("0" * 64, "ascii")
    else:
        model.write_bytes(packed[:-1] if harm == "shorter" else packed[:-1] + bytes([packed[-1] ^ 1]))
    monkeypatch.setattr(engine_module, "MODEL", model)
    monkeypatch.setattr(engine_module, "DIGEST", digest)
    with pytest.raises(RedactionFailed, match="model"):
        load_redactor()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("shanice deffo helped me get my flat", "[name 1] deffo helped me get my flat"),
        ("went round ours with tyrell n sat there all day", "went round ours with [name 1] n sat there all day"),
        ("will they ever answer the phone", "will they ever answer the phone"),
        ("The Pathway Plan was done without me", "The Pathway Plan was done without me"),
    ],
)
def test_names_without_a_cue_are_found(text: str, kept: str) -> None:
    """What stands around a word says whether it is a name."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("my social worker said my pathway plan review is at the leaving care team", "c"),
        ("breaking news: the president will visit the stadium tonight #live http", "p"),
    ],
)
def test_a_message_sounds_like_care_talk_or_like_what_is_told_to_the_public(
    text: str, style: str, model: Model, lexicon: Lexicon
) -> None:
    """By its everyday words alone: in what is told to the public less is enough to hide a name."""
    read = read_text(text, lexicon.look_up)
    assert see(read, lexicon.ranks, names.scores(read), model.sounds).style[0] == style
    limits = LIMITS[style]
    assert limits.ask < limits.hide < limits.untold
    assert limits.told < limits.ask


def test_our_messages_are_marked_in_place() -> None:
    """A mark gives the words as they were sent, and where the marked ones stand."""
    assert unmarked("my sw [[NAME|Kim]] left [[PLACE|Sale]]") == Example(
        "my sw Kim left Sale", ((6, 9, "NAME"), (15, 19, "PLACE"))
    )
    examples = ours()
    assert len(examples) > 2_000
    assert len(everyday()) > 400
    assert not any("[[" in example.text or example.spans for example in everyday())
    assert not any("[[" in example.text or "]]" in example.text for example in examples)


def test_material_is_varied_without_losing_what_is_marked() -> None:
    """Other names, other cases and other spellings: every mark still stands where it stood, and the same twice."""
    own = ours()[:200]
    ways: tuple[Callable[[], list[Example]], ...] = (
        lambda: [lowered(example) for example in own],
        lambda: list(renamed(own, chance())),
        lambda: list(misspelt(own, ["magnolia", "lanyards"], chance())),
    )
    for vary in ways:
        varied = vary()
        assert varied == vary()
        assert varied != own
        for example in varied:
            assert all(example.text[start:end].strip() for start, end, _ in example.spans)
    odd = list(misspelt(own, ["magnolia"], chance()))
    marked = [[each.text[start:end] for start, end, _ in each.spans] for each in own]
    assert [[each.text[start:end] for start, end, _ in each.spans] for each in odd] == marked

"""The spaCy detector, with a small pipeline that the test trains itself: nothing is downloaded."""

from __future__ import annotations

import random
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from intake.raw import RawWords
from intake.redaction import RedactionFailed, load_redactor, with_spacy
from intake.redaction.detectors import NoDetector
from intake.redaction.process import OwnProcess
from tests.intake.redaction.hiding import hidden

if TYPE_CHECKING:
    from pathlib import Path

needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed: make setup")

NICKNAMES = ("pebble", "button", "pickle", "spanner", "cushion", "dumpling")
SAYINGS = ("then {} came round", "{} made us tea", "i told {} about it", "it was {} who stayed", "ask {}")
PLAIN = ("then nobody came round", "the staff made us tea", "i told them about it", "it was fine", "ask again")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train a pipeline that knows a home's nicknames as people, and give its folder."""
    import spacy  # noqa: PLC0415 - need not be there
    from spacy.training import Example  # noqa: PLC0415

    spacy.util.fix_random_seed(4)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    said = [(saying.format(name), saying.index("{"), len(name)) for saying in SAYINGS for name in NICKNAMES]
    marked = [(text, [(start, start + size, "PERSON")]) for text, start, size in said] + [(text, []) for text in PLAIN]
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in marked]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(15):
        random.shuffle(examples)  # spaCy seeds it too
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return folder


@needs_spacy
def test_it_hides_what_the_pipeline_knows(pipeline: Path) -> None:
    """Nicknames that no rule can see are hidden, in code points whatever stands before them; plain words stay."""
    text = "🙂 é then pebble came round. my worker Karolina made us tea"
    assert "pebble" in hidden(text)
    redactor = load_redactor(detectors=[f"spacy:{pipeline}"])
    said = redactor.redact(RawWords(text)).words.text
    assert said == "🙂 é then [name 1] came round. my worker [name 2] made us tea"
    for plain in PLAIN:
        assert redactor.redact(RawWords(plain)).words.text == plain


@needs_spacy
async def test_it_works_in_the_redactors_own_process(pipeline: Path) -> None:
    """The process that serves the doors loads it."""
    redactor = OwnProcess(detectors=[f"spacy:{pipeline}"])
    await redactor.open()
    try:
        assert (await redactor.redact(RawWords("then morgo came round"))).words.text == "then [name 1] came round"
    finally:
        await redactor.close()


@needs_spacy
def test_it_keeps_no_word_of_a_message(pipeline: Path) -> None:
    """The vocabulary of spaCy, which lives as long as the process, doesn't grow by what people write."""
    import spacy  # noqa: PLC0415

    nlp = spacy.load(pipeline)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(spacy, "load", lambda _: nlp)
        find = with_spacy.load(str(pipeline))
    find("then zephyrinequill came round")
    assert "zephyrinequill" not in nlp.vocab.strings


@needs_spacy
@pytest.mark.parametrize(
    ("setting", "says"),
    [("spacy", "needs a pipeline"), ("spacy:no-such-pipeline", "has no pipeline “no-such-pipeline”")],
)
def test_a_pipeline_that_is_not_there_is_noticed_at_once(setting: str, says: str) -> None:
    """A redactor without the pipeline that it should have never starts, and says what to do."""
    with pytest.raises(RedactionFailed, match=says):
        load_redactor(detectors=[setting])


@needs_spacy
def test_a_pipeline_that_finds_nobody_is_refused(tmp_path: Path) -> None:
    """One without any finder of entities would hide nothing, and nobody would notice."""
    import spacy  # noqa: PLC0415

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(RedactionFailed, match="finds no entities"):
        load_redactor(detectors=[f"spacy:{tmp_path}"])


def test_without_spacy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NoDetector, match=r"install care-voice\[spacy\]"):
        with_spacy.load("anything")

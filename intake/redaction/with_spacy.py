"""A detector that asks a spaCy pipeline: `detectors = ["spacy:NAME OR FOLDER"]`, with `care-voice[spacy]` installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake.redaction.detectors import NoDetector
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.redaction.detectors import Detect

# What spaCy's own pipelines call it, and pipelines trained for care-voice. The rest (dates such as "last week", sums,
# nationalities, laws) would only make words useless.
LABELS = {
    "PERSON": Label.NAME,
    "PER": Label.NAME,
    "NAME": Label.NAME,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
    "FAC": Label.PLACE,
    "PLACE": Label.PLACE,
    "ORG": Label.ORG,
    "ADDRESS": Label.ADDRESS,
}


def load(model: str) -> Detect:
    """Return a detector of the pipeline's people, places and organisations. Raises NoDetector."""
    nlp = _load_pipeline(model)

    def find(text: str) -> list[tuple[int, int, str]]:
        with nlp.memory_zone():  # or every word that it meets would stay in its vocabulary
            entities = nlp(text).ents
            return [(e.start_char, e.end_char, LABELS[e.label_]) for e in entities if e.label_ in LABELS]

    return find


def _load_pipeline(model: str) -> Any:
    if not model:
        raise NoDetector('the detector “spacy” needs a pipeline: write detectors = ["spacy:NAME OR FOLDER"]')
    load_pipeline = _import_spacy()
    try:
        nlp = load_pipeline(model)
    except OSError as error:
        raise NoDetector(f"spaCy has no pipeline “{model}”: install it, or write its folder's whole path") from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(nlp.pipe_names):
        raise NoDetector(f"the pipeline “{model}” finds no entities: choose one that does")
    return nlp


def _import_spacy() -> Callable[[str], Any]:
    try:
        import spacy  # noqa: PLC0415 - 100 MB that only this detector needs
    except ImportError as error:
        raise NoDetector("the detector “spacy” needs spaCy: install care-voice[spacy]") from error
    load_pipeline: Callable[[str], Any] = spacy.load
    return load_pipeline

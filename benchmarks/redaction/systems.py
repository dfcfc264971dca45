"""What is compared. Each loads in a process of its own, and returns what finds [start, end, label] in a text.

Libraries are imported where they are used: this module loads in our environment and in that of the peers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Found = list[tuple[int, int, str]]
    Finds = Callable[[str], Found]

TOP = Path(__file__).resolve().parents[2]
LISTS = TOP / "intake" / "redaction" / "lists"
LONGEST = 4  # words of a place's name
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
UK = ("UkNino", "UkPostcode", "UkPassport", "UkVehicleRegistration", "UkDrivingLicence")
# Everything else that Presidio and scrubadub find counts as ID.
PRESIDIO_LABELS = {
    "PERSON": "NAME",
    "LOCATION": "PLACE",
    "UK_POSTCODE": "POSTCODE",
    "PHONE_NUMBER": "PHONE",
    "EMAIL_ADDRESS": "EMAIL",
    "URL": "URL",
    "DATE_TIME": "DATE",
}
SCRUBADUB_LABELS = {
    "name": "NAME",
    "address": "ADDRESS",
    "postalcode": "POSTCODE",
    "phone": "PHONE",
    "email": "EMAIL",
    "url": "URL",
    "twitter": "HANDLE",
    "date_of_birth": "DATE",
}


@dataclass(frozen=True, slots=True)
class System:
    """What is compared: `peer` lives in the peers' environment, not in ours."""

    name: str
    load: Callable[[], Finds]
    peer: bool = False


def care_voice() -> Finds:
    """Load our redactor, at the one setting that ships. What it only asks about doesn't count as hidden."""
    from intake.raw import RawWords  # noqa: PLC0415
    from intake.redaction.engine import load_redactor  # noqa: PLC0415

    redactor = load_redactor()

    def find(text: str) -> Found:
        return [(span.start, span.end, span.label.value) for span in redactor.redact(RawWords(text)).spans]

    return find


def presidio() -> Finds:
    """Load Presidio as it can be had offline: spaCy without a model, UK recognisers, the most lenient phones."""
    import presidio_analyzer.predefined_recognizers as recognisers  # noqa: PLC0415
    import spacy  # noqa: PLC0415
    import tldextract  # noqa: PLC0415
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())  # its own list: it would ask the network for one
    engine = SpacyNlpEngine()
    engine.nlp = {"en": spacy.blank("en")}
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    registry.remove_recognizer("PhoneRecognizer")
    registry.add_recognizer(recognisers.PhoneRecognizer(supported_regions=("GB",), leniency=0))
    for name in UK:
        registry.add_recognizer(getattr(recognisers, f"{name}Recognizer")())
    analyser = AnalyzerEngine(registry=registry, nlp_engine=engine)

    def find(text: str) -> Found:
        results = analyser.analyze(text, language="en")
        return [(found.start, found.end, PRESIDIO_LABELS.get(found.entity_type, "ID")) for found in results]

    return find


def scrubadub() -> Finds:
    """Load scrubadub with what it turns on for Great Britain."""
    import scrubadub as library  # noqa: PLC0415

    scrubber = library.Scrubber(locale="en_GB")

    def find(text: str) -> Found:
        return [(f.beg, f.end, SCRUBADUB_LABELS.get(f.type, "ID")) for f in scrubber.iter_filth(text)]

    return find


def name_list() -> Finds:
    """Load lists of British first names, surnames (Faker) and places (GeoNames), and find them in any case."""
    from faker.providers.person.en_GB import Provider  # noqa: PLC0415

    names = {name.lower() for name in (*Provider.first_names, *Provider.last_names)}
    places = set((LISTS / "places.txt").read_text("utf-8").split("\n"))

    def find(text: str) -> Found:
        words = [(word.start(), word.end()) for word in WORD.finditer(text)]
        found = [(start, end, "NAME") for start, end in words if text[start:end].lower() in names]
        runs = ((words[at][0], words[last][1]) for at, last in _runs(len(words)))
        return found + [(start, end, "PLACE") for start, end in runs if text[start:end].lower() in places]

    return find


def _runs(words: int) -> Iterable[tuple[int, int]]:
    """Yield the first and last word of every run that a place's name may be."""
    return ((first, last) for first in range(words) for last in range(first, min(first + LONGEST, words)))


SYSTEMS = {
    "care-voice": System("care-voice", care_voice),
    "presidio": System("Presidio", presidio, peer=True),
    "scrubadub": System("scrubadub", scrubadub, peer=True),
    "name-list": System("name list", name_list),
}

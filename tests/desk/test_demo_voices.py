"""The demonstration's voices: fictional, well formed, and enough for the thresholds to be seen at work."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from desk import demo
from storage.model import AgeBand, Channel, Consent, Happened, Kind, Speaker

VOICES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(demo.__file__).parent / "voices.jsonl").read_text(encoding="utf-8").splitlines()
]
THEMES = [
    "home",
    "health",
    "money",
    "education",
    "work",
    "relationships",
    "support",
    "voice",
    "fairness",
    "something-else",
]
CODES: dict[str, set[str | None]] = {
    "kind": {*Kind},
    "theme": set(THEMES),
    "council": {"swindon", "manchester", "plymouth", "wigan", "tameside", "another", None},
    "age_band": {*AgeBand, None},
    "speaker": {*Speaker, None},
    "happened": {*Happened, None},
    "consent": {*Consent},
}
REASONS = {"identifies-someone", "not-about-services", "spam", "unsafe-to-share", "duplicate", "not-readable"}
DECISIONS = {"approve", "waiting", *(f"decline:{reason}" for reason in REASONS)}
EVERYTHING = "\n".join(voice["words"] for voice in VOICES)


def test_every_voice_is_marked_as_fiction() -> None:
    """Each voice says twice that it is invented: by its id and by its channel."""
    assert all(voice["channel"] == Channel.FICTION for voice in VOICES)
    assert all(re.fullmatch(r"fiction-\d{3}", voice["id"]) for voice in VOICES)


def test_no_two_voices_are_the_same() -> None:
    """Ids are unique, and so are the words."""
    assert len({voice["id"] for voice in VOICES}) == len(VOICES)
    assert len({voice["words"].casefold() for voice in VOICES}) == len(VOICES)


def test_every_line_has_the_same_fields() -> None:
    """A voice has exactly the documented fields."""
    fields = {"id", "channel", "words", "day", "decision", *CODES}
    assert all(set(voice) == fields for voice in VOICES)


def test_codes_are_those_of_the_model() -> None:
    """Only codes that the product knows are used, and every one of them occurs."""
    for field, allowed in CODES.items():
        assert {voice[field] for voice in VOICES} == allowed, field


def test_days_lie_within_the_last_year() -> None:
    """A day is a whole number of days before today, never in the future."""
    assert all(type(voice["day"]) is int and 0 <= voice["day"] <= 360 for voice in VOICES)


def test_decisions_leave_something_on_every_page() -> None:
    """Most voices are approved, each reason to decline is seen once, and some voices wait."""
    decisions = Counter(voice["decision"] for voice in VOICES)
    assert set(decisions) == DECISIONS
    assert all(decisions[f"decline:{reason}"] == 1 for reason in REASONS)
    assert (decisions["approve"], decisions["waiting"], len(VOICES)) == (127, 17, 150)


def test_consent_is_mixed_as_people_choose() -> None:
    """About half may be read, a third quoted, and the rest only counted."""
    share = {code: n / len(VOICES) for code, n in Counter(v["consent"] for v in VOICES).items()}
    assert 0.5 < share["read"] < 0.6
    assert 0.3 < share["quote"] < 0.37
    assert 0.09 < share["count"] < 0.15


def test_nobody_under_sixteen_is_quoted() -> None:
    """Under-16 voices are never offered for quotation."""
    young = [voice for voice in VOICES if voice["age_band"] == AgeBand.UNDER_16]
    assert young
    assert all(voice["consent"] != Consent.QUOTE for voice in young)


def test_thresholds_can_be_seen_at_work() -> None:
    """With k = 10 some groups are shown, one is a single voice short, and many are far too small."""
    groups = Counter(
        (voice["council"], voice["age_band"], voice["speaker"])
        for voice in VOICES
        if voice["decision"] == "approve" and voice["consent"] != Consent.COUNT
    )
    assert sum(size >= 10 for size in groups.values()) >= 4
    assert groups["wigan", "18-20", "me"] == 9
    assert sum(size < 5 for size in groups.values()) >= 20


def test_words_are_of_a_length_that_people_write() -> None:
    """Messages run from a couple of sentences to a page, and a few are long."""
    lengths = [len(voice["words"].split()) for voice in VOICES]
    assert min(lengths) >= 15
    assert max(lengths) <= 200
    assert 4 <= sum(length >= 150 for length in lengths) <= 10


def test_contact_details_can_reach_nobody() -> None:
    """Numbers are Ofcom's drama numbers, addresses and sites end in .example, postcodes lie in no area."""
    for number in re.findall(r"\b0\d{4} \d{6}\b", EVERYTHING):
        assert re.fullmatch(r"07700 900\d{3}|01632 960\d{3}", number)
    assert set(re.findall(r"\S+@(\S+\.\w+)", EVERYTHING)) == {"mailbox.example"}
    assert all(site.endswith(".example") for site in re.findall(r"www\.\S+", EVERYTHING))
    assert all(code.startswith("ZZ") for code in re.findall(r"\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b", EVERYTHING))

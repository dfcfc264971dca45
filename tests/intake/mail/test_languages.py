"""The tables of labels, by putting every one of them where programs put it."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

import intake.mail
from intake.mail.languages import Header, fold, languages
from intake.mail.subject import Thread
from intake.mail.words import own_words

TABLES = tomllib.loads((Path(intake.mail.__file__).parent / "labels.toml").read_text("utf-8"))
SAID = "I moved nine times.\n\nNobody asked."


def kept(body: str) -> tuple[str, str]:
    """Return note and words, each on one line."""
    found = own_words(f"See below.\n\n{body}", Thread.NEW)
    return " ".join(found.note.split()), " ".join(found.words.split())


EXPECTED = ("See below.", "I moved nine times. Nobody asked.")


@pytest.mark.parametrize("language", TABLES)
def test_every_label_begins_a_block(language: str) -> None:
    """Any words for From, Date and Subject make a block, with any colon, with or without a blank line below."""
    table = TABLES[language]
    for sender, date, subject in product(table["from"], table.get("date", ()), table["subject"]):
        for colon, gap in product((":", "\xa0:", "："), ("\n", "\n\n")):  # noqa: RUF001 - a wide colon
            block = f"{sender}{colon} Jo <jo@mail.example>\n{date}{colon} 3. 5. 2025 10:12\n{subject}{colon} hi"
            assert kept(f"{block}{gap}{SAID}") == EXPECTED


@pytest.mark.parametrize("language", [language for language in TABLES if "forwarded" in TABLES[language]])
def test_every_separator_begins_a_forward(language: str) -> None:
    """Each phrase works between dashes, above a quoted block, and with the headers run on behind it."""
    table = TABLES[language]
    sender, to = table["from"][0], table["to"][0]
    quoted = SAID.replace("\n", "\n> ")
    for phrase in table["forwarded"]:
        assert kept(f"---------- {phrase} ---------\n\n{SAID}") == EXPECTED
        assert kept(f"> {phrase}:\n>\n> {sender}: Jo <jo@mail.example>\n> {to}: Ann\n>\n> {quoted}") == EXPECTED
        assert kept(f"  ----- {phrase} ----- {sender}: Jo <jo@mail.example>{to}: Ann\n {SAID}") == EXPECTED


def test_what_two_languages_disagree_on_decides_nothing() -> None:
    """A subject prefix is a forward's or a reply's, never both."""
    assert not languages().subject_forward & languages().subject_reply
    assert {"fwd", "wg", "tr"} <= languages().subject_forward
    assert {"re", "aw", "sv"} <= languages().subject_reply


def test_labels_are_found_in_any_case_and_form() -> None:
    """Capitals, composed and decomposed letters, and wide ones are the same label."""
    assert languages().headers[fold("A\u0300")] is Header.TO
    assert languages().headers[fold("ＦＲＯＭ")] is Header.FROM  # noqa: RUF001

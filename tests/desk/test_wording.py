"""`care-voice wording check`: the words that people read, ours and a deployment's."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from desk.cli import main
from desk.settings import FILE
from desk.wording.avoided import avoided
from desk.wording.reading_age import OLDEST, reading_age
from desk.wording.used import unused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

HARD = (
    "The aforementioned representatives subsequently investigate individual circumstances comprehensively, "
    "considering developmental characteristics, environmental determinants, organisational responsibilities, "
    "professional recommendations, statutory obligations and administrative requirements of neighbouring authorities."
)
LONG = "This is a button that says far more than a phone can show"


def write(desk: Desk, text: str, name: str = "en/bot.ftl") -> None:
    """Write a file of the deployment's wording."""
    path = desk.files.wording / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_words_that_are_shipped_are_clean(tmp_path: Path) -> None:
    """In every language: nothing missing, unused, cut off, refused, hard to read or to be avoided.

    Of a language that nobody has checked yet it is only told how much is said in English.
    """
    looked = CliRunner().invoke(main, ["--data", str(tmp_path), "wording", "check"])
    *found, last = looked.output.splitlines()
    assert [line for line in found if not line.startswith("To know: ")] == []
    assert last.startswith("All is well: ")
    assert looked.exit_code == 0


@pytest.mark.parametrize(
    ("text", "todo"),
    [
        (f"bot-button-send = {LONG}", f"{len(LONG)} letters. A phone shows 35"),
        ("bot-button-help = Get some help", "A phone shows 11"),
        (f"bot-about-short = {'a' * 121}", "Telegram takes 120"),
        (f"bot-about = {'a' * 513}", "Telegram takes 512"),
        (f"bot-command-stop = {'a' * 257}", "Telegram takes 256"),
        (f"bot-help = {'a b c. ' * 586}", "Telegram takes 4,096"),
        (f"bot-words = {HARD}", "Use shorter words and sentences, up to an age of 11"),
        ("bot-words = Is it about your placement?", "“placement”: say home, or where someone lives"),
        ("bot-wrods = Write.", "did you mean “bot-words”?"),
        ("named-no-such-theme = Home", "no text of care-voice.toml has this name"),
    ],
)
def test_each_thing_to_change_is_said_with_its_place(desk: Desk, text: str, todo: str) -> None:
    """File, line, message and what to do; and the command ends with 1."""
    write(desk, f"# ours\n{text}\n")
    looked = desk.run("wording", "check")
    (line,) = (line for line in looked.output.splitlines() if todo in line)
    assert line.startswith(f"{desk.files.wording}/en/bot.ftl, line 2: {text.split(maxsplit=1)[0]}: ")
    assert looked.exit_code == 1


def test_files_that_nobody_reads_are_said(desk: Desk) -> None:
    """Of a language that isn't offered, and without the right ending."""
    write(desk, "bot-kind = Pwy?\n", "cy/bot.ftl")
    write(desk, "notes", "en/notes.txt")
    said = desk.run("wording", "check").output
    assert "wording/cy: nobody reads this: “cy” is not in [deployment] languages" in said
    assert "en/notes.txt: nobody reads this: files of wording end in .ftl" in said


def test_messages_missing_in_a_language_are_said(desk: Desk) -> None:
    """Of those that the bot says: a person would meet English between the lines."""
    write(desk, "bot-kind = Beth hoffech chi ei ddweud?\n", "gd/bot.ftl")
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace('languages = ["en"]', 'languages = ["en", "gd"]'))
    said = desk.run("wording", "check").output
    assert "wording/gd: bot-hello: this is not said in “gd” yet" in said
    assert "bot-kind: this is not said" not in said
    assert "doctor-" not in said


def test_what_people_read_of_the_settings_is_looked_over(desk: Desk) -> None:
    """Themes and councils are buttons, and the same words are avoided in them."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace('"Money"', f'"{LONG}"').replace('"Where you live"', '"Your placement"'))
    said = desk.run("wording", "check").output
    assert f"“{LONG}”: {len(LONG)} letters" in said
    assert f"{FILE}, line " in said
    assert "“placement”: say home" in said


def test_what_nothing_says_is_found() -> None:
    """Not what the code puts together: `bot-` and a step, `hidden-` and a label."""
    there = ["bot-theme", "bot-age-16-17", "bot-button-undo", "hidden-name", "pages-nav-find", "flag-spam-short"]
    assert unused([*there, "bot-nothing-says-this", "bot-nothing"]) == ["bot-nothing-says-this", "bot-nothing"]


@pytest.mark.parametrize(
    "text", ["Ask the people who told you, or contact hello@council.example", "he placed it there"]
)
def test_other_senses_of_a_word_are_left_alone(text: str) -> None:
    """Contact is only to be avoided for family time."""
    assert list(avoided(text)) == []


@pytest.mark.parametrize(
    "text", ["You have contact with your mum", "your siblings", "LAC review", "placed with carers"]
)
def test_words_to_avoid_are_found(text: str) -> None:
    """Each in its sense, with what to say instead."""
    assert len(list(avoided(text))) == 1


def test_a_reading_age_is_that_of_the_sentences() -> None:
    """Commands and addresses are copied, not read; a line of a list is a sentence of its own."""
    plain = "We read what you say.\nWe keep it safe.\nYou can take it back at any time."
    assert reading_age(plain) < OLDEST < reading_age(HARD)
    assert reading_age(f"{plain}\n    care-voice --data /srv/administration backup") == reading_age(plain)
    assert reading_age(f"{plain} /withdraw https://council.example/administration") == reading_age(plain)


def test_no_service_imports_textstat() -> None:
    """It brings seven packages and 100 MB, which nothing needs beside people's words."""
    code = "import sys, desk.cli, desk.doors, desk.telegram, desk.service; sys.exit('textstat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0

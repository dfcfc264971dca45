"""Mails whose every line says what must come of it (`voices/*.txt`): forwards, replies, direct mails, HTML."""

from __future__ import annotations

import pytest

from intake.mail.read import ReadMail, read_mail
from tests.fakes.damage import PAGES, PLAIN, as_mail
from tests.fakes.voices import Voice, told


def texts(mail: ReadMail) -> tuple[str, str]:
    """Return the words and the note of a mail."""
    return mail.words.reveal() if mail.words else "", mail.note.reveal() if mail.note else ""


def found(lines: list[str], text: str) -> list[str]:
    """Return those of the lines that a text holds, rules and blank lines left out."""
    return [line for line in lines if told(line).strip() and told(line) in told(text)]


@pytest.mark.parametrize("voice", PLAIN + PAGES, ids=lambda voice: voice.name)
def test_every_line_becomes_what_it_is(voice: Voice) -> None:
    """The author's lines stay, in their order; others' lines, headers and tails go; the note is told apart."""
    words, note = texts(read_mail(as_mail(voice)))
    kept = [line for line in voice.signed("+") if told(line).strip()]
    assert found(kept, words) == kept
    assert found(voice.signed("-", "n"), words) == []
    assert found(voice.signed("-"), note) == []
    assert found(voice.signed("n"), note) == voice.signed("n")
    assert [line for line in voice.signed("!") if line in words] == []
    places = [told(words).find(told(line)) for line in kept]
    assert places == sorted(places)


@pytest.mark.parametrize("voice", PLAIN + PAGES, ids=lambda voice: voice.name)
def test_the_same_lines_say_the_same_with_any_line_ends(voice: Voice) -> None:
    """SMTP ends lines with CRLF, files with LF."""
    mail = as_mail(voice)
    assert texts(read_mail(mail.replace(b"\n", b"\r\n"))) == texts(read_mail(mail))


UNSURE = [
    *("between-red", "between-names", "hand-quote", "poem-letter"),
    *("forward-of-reply-gmail", "forward-of-reply-outlook", "nested-twice-gmail", "nested-thrice-outlook"),
    *("reply-typed-quotes", "forward-poem-inside", "forward-quoted-council-in-words"),
]
SURE = ["gmail-above", "between", "below", "outlook-web", "apple-mail", "dashes-divide", "greeting-and-signoff"]


@pytest.mark.parametrize("name", UNSURE + SURE)
def test_what_may_be_somebody_elses_is_said(name: str) -> None:
    """Lines that may not be the author's are kept, and the mail says so; where all is clear it says nothing."""
    voice = next(voice for voice in PLAIN if voice.name == name)
    assert read_mail(as_mail(voice)).unsure is (name in UNSURE)

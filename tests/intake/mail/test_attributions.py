"""Lines like "On Monday, Sam wrote:" of every program and language in `attributions.txt`, however they were broken."""

from __future__ import annotations

import time
import timeit
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.mail.read import read_mail
from intake.mail.subject import Thread
from intake.mail.words import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = (Path(__file__).parent / "attributions.txt").read_text(encoding="utf-8").splitlines()
MINE = ["The hostel locks us out at ten and that is wrong.", "Nobody asked me about it."]
THEIRS = ["Fathom: what would help you most?", "Fathom: there are no wrong answers."]
QUOTED = [f"> {line}" for line in THEIRS]


def broken(line: str, at: int) -> list[str]:
    """Break a line at its last space before `at`, as programs do."""
    space = line.rfind(" ", 0, at) if len(line) > at else -1
    return [line] if space < 0 else [line[:space], line[space + 1 :]]


def layouts(head: list[str]) -> Iterator[list[str]]:
    """Words above the quote, below it and between its lines, and a quote that has the attribution in it."""
    yield [*MINE, "", *head, *QUOTED]
    yield [*MINE, "", *head, "", *QUOTED]
    yield [*head, *QUOTED, "", *MINE]
    yield [*head, QUOTED[0], "", MINE[0], "", QUOTED[1], "", MINE[1]]
    yield [*MINE, "", *(f"> {line}" for line in head), *(f">{line}" for line in QUOTED)]


@pytest.mark.parametrize("line", LINES)
def test_what_stands_above_a_quote_goes_with_it(line: str) -> None:
    """In every language and layout the writer's words stay alone, whether the subject says "Re" or not."""
    for lines in layouts([line]):
        for found in (own_words("\n".join(lines), Thread.REPLY), own_words("\n".join(lines), answers=True)):
            assert [said for said in found.words.split("\n") if said] == MINE


@pytest.mark.parametrize("line", LINES)
def test_one_that_was_broken_goes_too(line: str) -> None:
    """Of lines that were broken anywhere the quote always goes; at the address the name goes with it."""
    address = line.find(" <")
    for at in (40, 60, 72):
        for lines in layouts(broken(line, at)):
            words = own_words("\n".join(lines), Thread.REPLY).words
            assert [mine in words for mine in MINE] == [True, True]
            assert "Fathom" not in words
    for lines in layouts([line[:address], line[address + 1 :]] if address > 0 else [line]):
        assert "Porter" not in own_words("\n".join(lines), Thread.REPLY).words


UNQUOTED = [line for line in LINES if "2025" in line and "10" in line and "sam.porter@" in line]


@pytest.mark.parametrize("line", UNQUOTED)
def test_with_an_address_a_day_and_a_time_no_marks_are_needed(line: str) -> None:
    """Phones and web mail put the other message below without a mark."""
    assert "Fathom" not in own_words("\n".join([*MINE, "", line, "", *THEIRS]), Thread.REPLY).words


def test_what_somebody_tells_with_a_day_and_a_time_stays() -> None:
    """A line of a log is no attribution: nothing below it is lost, whatever the subject says."""
    for line in ("On 5 March 2025 at 10:00 my worker wrote:", "In 2025, at 10:00, I told a@b.example by mail:"):
        told = f"This is my log.\n\n{line}\n\nyou are moving on Friday"
        assert "moving on Friday" in own_words(told).words


def test_a_mail_that_names_another_answers_it() -> None:
    """Without "Re" in its subject: what is quoted in it is somebody else's."""
    body = "> What helps?\n\nA lock on my own door.\n"
    read = [read_mail(f"Subject: my door\n{more}\n{body}".encode()) for more in ("", "In-Reply-To: <1@a.example>\n")]
    words = [mail.words.reveal() for mail in read if mail.words]
    assert ["What helps" in each for each in words] == [True, False]


LINE = "On Wed, 5 Mar 2025 at 10:00, Sam <a@b.example> wrote:\n"
HOSTILE = {
    "attributions": LINE * 2_000,
    "broken ones": LINE.replace(" <", "\n<") * 2_000,
    "brackets": "2025 10:00 " + "<a@" * 30_000 + ":",
    "lines of brackets": ("2025 10:00 " + "<a@" * 150 + ":\n") * 200,
    "initials": "".join(f"{chr(65 + i % 26)}{chr(65 + i // 26 % 26)}{chr(65 + i // 676)}> x\n" for i in range(7_000))
    * 2,
    "indented names": "".join(f"  {'x' * (i % 15)}{i % 10}> x\n" for i in range(7_000)),
    "notes": "---05/03/2025 10:00" * 5_000,
    "columns": "\n        x  To\n" * 7_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("thread", Thread)
def test_hostile_lines_cost_little(name: str, thread: Thread) -> None:
    """100 kB of anything take less than half a second, at best of three: others may be busy on the same processor."""
    text = f"{MINE[0]}\n\n{HOSTILE[name]}"[:100_000]
    assert (
        min(timeit.repeat(partial(own_words, text, thread, answers=True), timer=time.process_time, number=1, repeat=3))
        < 0.5
    )

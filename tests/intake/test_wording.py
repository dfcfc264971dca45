"""The words people read are complete, and a deployment changes them without touching code."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.fluent_files import shipped
from intake.wording import WordingWrong, load_wording
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

REFUSALS = [
    "smtp-no-words",
    "smtp-encrypted",
    "smtp-unreadable",
    "smtp-report",
    "smtp-unknown-address",
    "smtp-unknown-relay",
    "smtp-too-many-codes",
    "smtp-too-big",
    "smtp-try-later",
    "smtp-too-many-today",
    "smtp-busy",
]

HOUSE = Path(__file__).parents[2]
SPEAKERS = {"say", "_say", "words", "wording"}  # what the rooms call a Wording


@pytest.fixture
def doors(tmp_path: Path) -> Path:
    """Return a deployment's own file of wording, not written yet."""
    (tmp_path / "en").mkdir()
    return tmp_path / "en" / "doors.ftl"


def mistakes_of(doors: Path, text: str) -> tuple[str, ...]:
    """Return what is said about a deployment's file that holds `text`."""
    doors.write_text(text, encoding="utf-8")
    with pytest.raises(WordingWrong) as wrong:
        load_wording("en", doors.parent.parent)
    return wrong.value.mistakes


@pytest.mark.parametrize("reply", ["smtp-accepted", *REFUSALS])
def test_a_mail_servers_answer_is_one_line_of_ascii(reply: str) -> None:
    """RFC 5321, 4.5.3.1.5: a reply fits a line of 512 octets; other programs show it as it is."""
    text = load_wording()(reply)
    assert text.isascii()
    assert text.isprintable()
    assert len(text) <= 480


@pytest.mark.parametrize("reply", REFUSALS)
def test_every_refusal_ends_with_the_emergency_number(reply: str) -> None:
    """Whoever could not get through still learns whom to call."""
    assert load_wording()(reply).endswith("Call 999.")


@pytest.mark.parametrize("label", Label)
def test_everything_that_is_hidden_can_be_counted_in_words(label: Label) -> None:
    """Each label has words for one and for many, and they differ."""
    words = load_wording()
    one, many = (words(f"hidden-{label.lower()}", count=count) for count in (1, 3))
    assert one.startswith("1 ")
    assert many.startswith("3 ")
    assert one[2:] != many[2:]


def test_nothing_invisible_is_put_around_a_code() -> None:
    """A code copied out of a mail is the code and nothing else."""
    lines = load_wording()("ack-code", code="plum river candle seven moss").splitlines()
    assert "plum river candle seven moss" in [line.strip() for line in lines]


def test_an_unknown_message_is_an_error() -> None:
    """A person never sees a message's id."""
    with pytest.raises(KeyError, match="no-such-message"):
        load_wording()("no-such-message")


def test_a_missing_part_is_an_error() -> None:
    """A person never sees a message with a hole in it."""
    with pytest.raises(ValueError, match="ack-code"):
        load_wording()("ack-code")


def test_a_deployments_words_replace_ours_one_by_one(doors: Path) -> None:
    """Only the messages that a council writes again change."""
    doors.write_text("ack-thanks = Diolch. We have it.\n", encoding="utf-8")
    words = load_wording("en", doors.parent.parent)
    assert words("ack-thanks") == "Diolch. We have it."
    assert words("smtp-accepted") == load_wording()("smtp-accepted")


def test_a_file_from_windows_is_read(doors: Path) -> None:
    """Notepad's mark at the start and its line ends do no harm."""
    doors.write_bytes("\ufeffack-thanks = We have it.\r\nack-again =\r\n    Two\r\n    lines\r\n".encode())
    words = load_wording("en", doors.parent.parent)
    assert (words("ack-thanks"), words("ack-again")) == ("We have it.", "Two\nlines")


def test_a_whole_language_can_be_brought(tmp_path: Path) -> None:
    """What a new language doesn't say yet is said in English."""
    (tmp_path / "cy").mkdir()
    (tmp_path / "cy" / "doors.ftl").write_text("ack-subject = Diolch\n", encoding="utf-8")
    words = load_wording("cy", tmp_path)
    assert words("ack-subject") == "Diolch"
    assert words("smtp-accepted") == load_wording()("smtp-accepted")


@pytest.mark.parametrize("language", ["gd", "../en", "English"])
def test_a_language_without_words_is_refused(language: str) -> None:
    """Nobody who asked for Welsh silently gets English, and no code leads out of the folder."""
    with pytest.raises(WordingWrong, match=r"for example|wording/gd/bot\.ftl"):
        load_wording(language)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("# ours\nack-thnks = Ta\n", "did you mean “ack-thanks”"),
        ("#\nack-code = Keep your code.\n", "{ $code } is missing"),
        ("#\nack-thanks = Thank you { $name }\n", "{ $name } means nothing here"),
        ("#\nack-thanks = From { -council }\n", "no such message"),
        ("#\nack-thanks = { ack-thanks }\n", "can't be shown"),
        ("#\nsmtp-busy = Ydyn ni'n brysur, arhoswch ŷch\n", "plain ASCII"),
        ("#\nack-thanks\n", "can't be read"),
        ("#\nack-thanks = Thank \ufffd\n", "UTF-8"),
    ],
)
def test_a_mistake_says_its_file_its_line_and_its_cure(doors: Path, text: str, cure: str) -> None:
    """Whoever edits wording is told where to look and what to do."""
    (mistake,) = mistakes_of(doors, text)
    assert mistake.startswith(f"{doors}, line 2: ")
    assert cure in mistake


def test_all_mistakes_are_told_at_once(doors: Path) -> None:
    """Nobody mends a file ten times."""
    assert len(mistakes_of(doors, "one = 1\ntwo = 2\nack-code = x\n")) == 3


def test_every_message_has_one_home() -> None:
    """A message written in two of our files would be said in the words of either."""
    keys = Counter(entry.key for entry in shipped("en"))
    assert [key for key, times in keys.items() if times > 1] == []


def needed(parts: Mapping[str, frozenset[str]], key: str) -> set[str]:
    """Return what a message needs to be given, for the messages that it quotes too."""
    quoted = (needed(parts, part) for part in parts[key] if not part.startswith("$"))
    return {part for part in parts[key] if part.startswith("$")}.union(*quoted)


def test_whatever_the_rooms_say_is_written_with_the_parts_they_give() -> None:
    """No person meets a message that is missing or lacks a part, whichever way the program takes."""
    parts = {entry.key: entry.parts for entry in shipped("en")}
    wrong = {
        f"{path.relative_to(HOUSE)}:{line}"
        for room in ("bot", "intake", "desk")
        for path in (HOUSE / room).rglob("*.py")
        for line, key, given in said(ast.parse(path.read_text(encoding="utf-8")))
        if key not in parts or needed(parts, key) - given
    }
    assert wrong == set()


def said(tree: ast.AST) -> list[tuple[int, str, frozenset[str]]]:
    """Find calls like say("ack-code", code=…): their line, message and parts."""
    return [
        (node.lineno, str(node.args[0].value), frozenset(f"${word.arg}" for word in node.keywords))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in SPEAKERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def test_phone_numbers_keep_their_order_from_right_to_left() -> None:
    """A space between groups of digits would turn them round in Arabic (UAX 9: N1); a no-break space doesn't."""
    wrong = [entry.key for entry in shipped("ar") if re.search(r"[0-9] [0-9]", str(entry.node.to_json()))]
    assert wrong == []

"""The bot's conversation in a terminal, held as a person would: a demonstration keeps it, a rehearsal never does."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desk.settings import FILE
from storage.submissions import count_waiting
from tests.desk.at_chat import CODE, DONE, FEEDBACK, HOME, IDEA, READ, SEND, talking
from tests.desk.at_desk import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

NAME = "Zephyrine Quillfeather"
WORDS = f"Let {NAME} keep the flat at 19 until college ends, it is near M14 5TQ."


@pytest.fixture
def try_out(demo: Desk, tmp_path: Path) -> Desk:
    """Give a demonstration of one's own."""
    return copy_of(demo, tmp_path)


def piped(desk: Desk, *lines: str, options: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess[str]:
    """Hold the conversation through pipes."""
    argv = [sys.executable, "-m", "desk", "--data", str(desk.files.data), "chat", *options]
    typed = "".join(f"{line}\n" for line in lines)
    ran = subprocess.run(
        argv, input=typed, capture_output=True, text=True, check=False, timeout=30, env={**os.environ, **env}
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, and what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def waiting(desk: Desk) -> int:
    """Return how many voices wait."""
    with desk.opened() as intake:
        return count_waiting(intake)[0]


def test_a_demonstration_keeps_what_is_sent(try_out: Desk) -> None:
    """From hello to a code; then a moderator reads the words, and they hold no name."""
    before = waiting(try_out)
    with talking(try_out.files.data) as person:
        assert "This is a demonstration" in person.screen
        assert "Hello!" in person.screen
        code = person.send(WORDS)
        assert "Read it and decide:" in person.leave("moderate --as reader")
    assert waiting(try_out) == before + 1
    kept = try_out.voice(code)
    assert kept.words is not None
    assert (kept.channel, kept.kind, kept.theme, kept.consent) == ("telegram", "idea", "home", "read")
    assert "keep the flat" in kept.words.text
    assert "keep the flat" in try_out.moderate(*["s"] * (before + 1))
    found = [name for name, content in everything(try_out.files.data).items() if b"Quillfeather" in content]
    assert found == []


def test_a_code_works_in_the_next_session(try_out: Desk) -> None:
    """Status and withdrawal by code, as on Telegram; the second voice of a second session is a second voice."""
    before = waiting(try_out)
    with talking(try_out.files.data) as person:
        code = person.send("The bus pass helped.")
        person.leave()
    with talking(try_out.files.data) as person:
        other = person.send("The bus pass helped.")
        assert "have not decided yet" in person.type(f"/status {code}")
        assert "Take them back?" in person.type(f"/withdraw {code}")
        assert "Your words are gone" in person.press("Yes, take it back")
        assert "You took these words back" in person.type(code)
        person.leave()
    assert waiting(try_out) == before + 1
    assert try_out.voice(other).words is not None


def test_a_rehearsal_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    """On a real deployment all of it works, and afterwards no byte of any file is another, nor is any file new."""
    (tmp_path / "elsewhere").mkdir()
    before = everything(tmp_path)
    ran = piped(
        desk,
        *(IDEA, HOME, WORDS, DONE, READ, SEND, "/status"),
        *("velvet otter plank sunny drift", "/quit"),
        TMPDIR=str(tmp_path / "elsewhere"),
        SQLITE_TMPDIR=str(tmp_path / "elsewhere"),
    )
    assert "This is a rehearsal: nothing is kept." in ran.stdout
    assert "Your words are saved" in ran.stdout
    assert "Nothing was kept." in ran.stdout
    assert everything(tmp_path) == before


def test_a_rehearsal_writes_nowhere_and_calls_nobody(desk: Desk, tmp_path: Path) -> None:
    """It opens files for reading alone, makes, renames and removes none, and no socket leads out of it."""
    calls = "trace=openat,open,creat,mkdir,mkdirat,rename,renameat2,unlink,unlinkat,link,symlink,truncate,memfd_create"
    strace = ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", f"{calls},socket,connect,bind"]
    typed = "".join(f"{line}\n" for line in (IDEA, HOME, WORDS, DONE, READ, SEND, "/quit"))
    ran = subprocess.run(
        [*strace, sys.executable, "-B", "-m", "desk", "--data", str(desk.files.data), "chat"],
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")},
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    )
    traced = (tmp_path / "trace").read_text().splitlines()
    assert CODE.search(ran.stdout)
    assert len(traced) > 100
    assert [call for call in traced if "O_RDONLY" not in call and " = -1" not in call] == []


def test_a_code_works_within_a_rehearsal(desk: Desk) -> None:
    """Who judges the wording sees every screen: what became of it, and how it is taken back."""
    with talking(desk.files.data) as person:
        code = person.send("The bus pass helped.")
        assert "have not decided yet" in person.type(code)
        person.type(f"/withdraw {code}")
        assert "Your words are gone" in person.press("Yes, take it back")
        assert "You took these words back" in person.type(f"/status {code}")
        assert "back as they were" in person.press("Undo")
        assert "have not decided yet" in person.type(f"/status {code}")
        assert person.leave("Nothing was kept.")


def test_back_and_stop_work(desk: Desk) -> None:
    """A step back shows the question again; stop forgets all of it."""
    with talking(desk.files.data) as person:
        first = person.press(FEEDBACK)
        person.press(HOME)
        assert person.press("Back") == first
        assert "I have forgotten what you wrote" in person.press("Stop")
        assert "Hello!" in person.press("Tell us something")
        person.leave()


def test_a_wrong_number_changes_nothing(desk: Desk) -> None:
    """It says which numbers there are, and the buttons still work."""
    with talking(desk.files.data) as person:
        assert "There is no button 99. Type a number from 1 to" in person.type("99")
        assert "There is no button 0." in person.type("0")
        person.screen = "1. first"
        assert "What is it mostly about?" in person.press("first")
        person.leave()


def test_a_long_number_is_words(desk: Desk) -> None:
    """A phone number is no button: it is hidden, like any."""
    said = piped(desk, IDEA, HOME, "07700900123", DONE, "7" * 5000, "/quit").stdout
    assert "[phone]" in said
    assert "There is no button" not in said


def test_words_can_be_changed(desk: Desk) -> None:
    """As on Telegram, where a message is edited: the preview shows the new words."""
    with talking(desk.files.data) as person:
        assert "no words of yours here" in person.type("/edit The train pass helped.")
        person.type("/start")
        for label in (IDEA, HOME):
            person.press(label)
        person.type("The bus pass helped.")
        assert "The bus pass helped." in person.press(DONE)
        shown = person.type("/edit The train pass helped.")
        assert "The train pass helped." in shown
        assert "bus" not in shown
        person.leave()


def test_an_empty_line_does_nothing(desk: Desk) -> None:
    """Enter alone asks again, and nothing more."""
    with talking(desk.files.data) as person:
        assert person.type("") == ">"
        assert person.type("   ") == ">"
        person.leave()


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_hanging_up_in_the_middle_sends_nothing(try_out: Desk, key: str) -> None:
    """Who goes away before Send has said nothing, and the command ends well."""
    before = waiting(try_out)
    with talking(try_out.files.data) as person:
        person.press(IDEA)
        person.press(HOME)
        person.type(WORDS)
        assert "left." in person.hang_up(key)
    assert waiting(try_out) == before


def test_what_is_pasted_is_one_message(desk: Desk) -> None:
    """Lines that come together are one text, as they are on Telegram."""
    with talking(desk.files.data) as person:
        person.press(IDEA)
        person.press(HOME)
        assert "tap Done" in person.type("First line.\nSecond line.\n\nLast line.")
        assert "First line. Second line. Last line." in person.press(DONE)
        person.leave()


def test_a_choice_typed_ahead_is_a_choice(desk: Desk) -> None:
    """Who is quicker than the program has pressed a button, not written a number into their words."""
    with talking(desk.files.data) as person:
        person.press(IDEA)
        person.press(HOME)
        assert "tap Done" in person.type("The bus pass helped.\n1")
        assert "The bus pass helped. We found nothing that needs hiding." in person.read()
        person.leave()


def test_a_line_may_be_of_any_length(desk: Desk) -> None:
    """A long story typed without Enter arrives whole: a plain terminal would cut it at 4,095 letters, unseen."""
    story = "It went on and on. " * 400 + "And then it ended."
    with talking(desk.files.data) as person:
        person.press(IDEA)
        person.press(HOME)
        person.type(story)
        assert "And then it ended." in person.press(DONE)
        assert " ".join(person.shown.split()).count("It went on and on.") >= 400
        person.leave()


def test_nothing_typed_or_said_drives_the_terminal(try_out: Desk) -> None:
    """Escapes in words, in a council's answer or in a setting are shown as signs or left out, never obeyed."""
    settings = try_out.files.data / FILE
    settings.write_text(settings.read_text().replace("Where you live", "Where \\u202eyou live", 1))
    hostile = "The \x1b[2Jbus \x1b]0;title\x07pass \x9b31mhelped \u202etsoc."
    said = piped(try_out, IDEA, "home", hostile, DONE, READ, SEND, "/quit").stdout
    assert "The ␛[2Jbus" in said
    assert "helped" in said
    assert CODE.search(said)
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(said)


def test_letters_that_can_not_be_read_or_shown_stop_nobody(desk: Desk) -> None:
    """Whatever a terminal is set to, the conversation goes on with a sign in their place."""
    argv = [sys.executable, "-m", "desk", "--data", str(desk.files.data), "chat"]
    typed = b"%b\n\xff\xfe caf\xe9 \xf0\x9f\x98\x80 \xed\xa0\x80\n/quit\n" % IDEA.encode()
    for codec in ("utf-8:strict", "ascii:strict", "utf-8:surrogateescape"):
        ran = subprocess.run(
            argv,
            input=typed,
            capture_output=True,
            check=False,
            timeout=30,
            env={**os.environ, "PYTHONIOENCODING": codec},
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert b"I have your words so far" in ran.stdout


@pytest.mark.parametrize("term", ["dumb", "xterm", "linux"])
def test_no_terminal_needs_colours_or_a_cursor(desk: Desk, monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    """What is shown is plain text from top to bottom: good for a screen reader, a printer, any terminal."""
    monkeypatch.setenv("TERM", term)
    with talking(desk.files.data) as person:
        person.press(IDEA)
        person.leave()
    assert "\x1b" not in person.shown
    assert "\x08" not in person.shown


def test_wording_of_ones_own_is_tried_out(desk: Desk) -> None:
    """What a council wrote with its young people is what they read, at the next start."""
    own = desk.files.wording / "en" / "bot.ftl"
    own.parent.mkdir(parents=True)
    own.write_text("bot-theme = So, what's it about?\n")
    assert "So, what's it about?" in piped(desk, IDEA, "/quit").stdout
    own.write_text("bot-theme = About { $theme }\n")
    argv = [sys.executable, "-m", "desk", "--data", str(desk.files.data), "chat"]
    ran = subprocess.run(argv, input="", capture_output=True, text=True, check=False, timeout=30)
    assert (ran.returncode, "bot.ftl, line 1: { $theme } means nothing here" in ran.stderr) == (1, True)


def test_help_says_how_to_begin(desk: Desk) -> None:
    """The first lines say what this is, how a button is pressed, and how to leave."""
    with talking(desk.files.data) as person:
        for said in ("This is the Telegram bot", "type its number", "/quit leaves", "1. "):
            assert said in person.screen
        person.leave()


def test_without_a_deployment_it_says_what_to_do(tmp_path: Path) -> None:
    """No trace of a program, but the file that is missing and how to make it."""
    argv = [sys.executable, "-m", "desk", "--data", str(tmp_path / "nowhere"), "chat"]
    ran = subprocess.run(argv, input="", capture_output=True, text=True, check=False, timeout=30)
    assert ran.returncode == 1
    assert "care-voice init" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_each_language_can_be_tried(desk: Desk) -> None:
    """Whether it is offered or not; what has no words is refused with what to do."""
    easy = piped(desk, "/quit", options=("--language", "en-simple"))
    assert "Or do you speak up for someone who is?" in easy.stdout
    arabic = piped(desk, "/quit", options=("--language", "ar"))
    assert "مرحبًا" in arabic.stdout
    assert not {"\u2068", "\u2069", "\ufffd"} & set(arabic.stdout)
    assert "there are no words in “tlh” yet" in desk.run("chat", "--language", "tlh").output

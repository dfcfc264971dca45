"""Commands in mails: what is one, what is not, and that nothing beside one is lost."""

from __future__ import annotations

import time

import pytest

from intake.mail.commands import Wish, codes_in, find_command, without_codes
from intake.mail.letter import Acknowledgement, compose
from intake.mail.read import ReadMail, read_mail
from intake.mail.replies import Reply
from intake.passage import Accepted
from intake.wording import load_wording
from storage.receipts import new_code
from tests.intake.mail.test_acknowledge import LETTER
from tests.intake.redaction.hiding import hidden

CODE = "velvet-otter-plank-candle-drift"
SPACED = CODE.replace("-", " ")
say = load_wording()
THANKS = compose(
    LETTER, say, Acknowledgement("a@x.example", Accepted(CODE, (), urgent=False, again=False), Reply.ACCEPTED)
)


def sent(body: str, subject: str = "hello", **headers: str) -> ReadMail:
    """Read a mail with this body."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"From: Sam <sam@x.example>\r\nSubject: {subject}\r\n{more}Content-Type: text/plain; charset=utf-8\r\n\r\n"
    return read_mail((head + body).encode())


def asked(mail: ReadMail) -> tuple[Wish, str | None, str] | None:
    """Return what a mail asks for, with its code and what stands beside it."""
    found = mail.command
    return (found.wish, found.code, found.rest.reveal() if found.rest else "") if found else None


@pytest.mark.parametrize("wish", Wish)
@pytest.mark.parametrize(
    "said",
    [
        f"{{}} {CODE}",
        f"{{}} {SPACED}",
        f"{{}}: {CODE.upper()}.",
        f"please {{}} {CODE}",
        f"Hi,\n\nPlease could you {{}} my words? The code is {CODE}.\n\nMany thanks,\nSam Jones\nAdvocate, Coram Voice",
        f"{{}}\n\n{CODE}\n\nSent from my iPhone",
        "{} velvet-otter-\nplank-candle-drift",
        "{} velvet\u2013otter\u2013plank\u2013candle\u2013drift",
        f"> {CODE}\n\n{{}} {CODE}\n\n-- \nSam Jones\nCoram Voice",
        f"{CODE} {{}} please",
        f"Dear team\nI would like to {{}} this, please.\n{SPACED}\nKind regards\nSam",
    ],
)
def test_a_line_with_a_command_and_a_code_is_one(wish: Wish, said: str) -> None:
    """In any case, with hyphens or spaces, over two lines, with politeness and a signature around it."""
    for verb in (wish.name, wish.value, wish.value.capitalize()):
        assert asked(sent(said.format(verb))) == (wish, CODE, "")


def test_a_mistyped_code_is_still_a_command() -> None:
    """Whoever mistypes hears that there is no such code; it isn't taken for words."""
    assert asked(sent("withdraw velvet-oter-plank-candle-drift")) == (
        Wish.WITHDRAW,
        "velvet-oter-plank-candle-drift",
        "",
    )
    assert asked(sent("withdraw velvet oter plank candle drift")) == (
        Wish.WITHDRAW,
        "velvet-oter-plank-candle-drift",
        "",
    )


@pytest.mark.parametrize(
    ("said", "wish"),
    [("Read it, don't quote it", Wish.READ), ("Read it and quote it", Wish.QUOTE), ("Only count it", Wish.COUNT)],
)
def test_the_answers_about_consent_are_commands(said: str, wish: Wish) -> None:
    """As the letter words them, whatever apostrophe the phone makes."""
    assert asked(sent(f"{said}: {CODE}")) == (wish, CODE, "")
    assert asked(sent(f"{said.replace(chr(39), chr(8217))} {CODE}")) == (wish, CODE, "")


def quoted(style: str) -> str:
    """Return our letter as a program quotes it below an answer."""
    text = THANKS[1].rstrip("\n")
    marked = "\n".join(f"> {line}" for line in text.split("\n"))
    return {
        "gmail": f"On Sat, 21 Nov 2026 at 10:00, Care Voice <voice@care.example> wrote:\n\n{marked}",
        "apple": f"> On 21 Nov 2026, at 10:00, Care Voice <voice@care.example> wrote:\n> \n{marked}",
        "outlook": "________________________________\nFrom: Care Voice <voice@care.example>\nSent: 21 November 2026"
        f" 10:00\nTo: Sam <sam@x.example>\nSubject: {THANKS[0]}\n\n{text}",
        "original": f"-----Original Message-----\nFrom: Care Voice <voice@care.example>\nSent: 21 November 2026 10:00\n"
        f"To: Sam <sam@x.example>\nSubject: {THANKS[0]}\n\n{text}",
    }[style]


STYLES = ("gmail", "apple", "outlook", "original")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "said",
    [
        "QUOTE",
        "quote please",
        "QUOTE\n\nSam Jones | Advocate | Coram Voice North",
        "Hello,\n\nQuote.\n\nThanks\nSam Jones",
        f"QUOTE {CODE}",
    ],
)
def test_a_command_alone_takes_the_code_of_our_letter(style: str, said: str) -> None:
    """An answer to our letter needs no code: there is one below, and one only."""
    mail = sent(f"{said}\n\n{quoted(style)}", f"Re: {THANKS[0]}", In_Reply_To="<1@care.example>")
    assert asked(mail) == (Wish.QUOTE, CODE, "")


@pytest.mark.parametrize("style", STYLES)
def test_our_letter_sent_on_with_a_command_above_is_one(style: str) -> None:
    """Some press Forward in place of Reply."""
    mail = sent(f"withdraw\n\n{quoted(style)}", f"FW: {THANKS[0]}")
    assert asked(mail) == (Wish.WITHDRAW, CODE, "")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("said", ["She is happier now.", "Please count on us to read this.", "Thank you!", ""])
def test_our_quoted_letter_alone_asks_for_nothing(style: str, said: str) -> None:
    """It names every command, and the code: only what its reader wrote counts. What they wrote is kept."""
    mail = sent(f"{said}\n\n{quoted(style)}", f"Re: {THANKS[0]}")
    assert mail.command is None
    assert mail.words is not None
    assert mail.words.reveal().startswith(said)
    assert mail.code_seen


def test_no_letter_of_ours_is_a_command() -> None:
    """Even if nothing tells it from somebody's own words."""
    assert find_command(THANKS[1], "", THANKS[1], THANKS[0]) is None


def test_two_codes_below_are_none() -> None:
    """Nobody guesses which voice was meant."""
    below = f"> {CODE}\n> {new_code()}"
    assert asked(sent(f"WITHDRAW\n\nOn 1 May 2026, Sam wrote:\n{below}", "Re: hello")) == (Wish.WITHDRAW, None, "")


@pytest.mark.parametrize("said", ["withdraw", "Please quote", "COUNT", "STATUS?", "READ"])
def test_a_command_without_a_code_is_told_so(said: str) -> None:
    """There is nothing else in it that could be lost."""
    found = asked(sent(said))
    assert found is not None
    assert found[1:] == (None, "")


@pytest.mark.parametrize(
    "said",
    [
        "They never read my file.",
        "please read",
        "Please read this, thanks.",
        "Count me in",
        "I count the days.",
        "My social worker's status changed.",
        "They told me to withdraw my complaint.",
        f"Do not withdraw {CODE}",
        f"Can I withdraw {CODE}?",
        f"How do I withdraw {CODE}?",
        f"I was told to send {CODE} to somebody",
        CODE,
        f"WITHDRAW {CODE}\nQUOTE {CODE}",
        f"withdraw and quote {CODE}",
        pytest.param(f"WITHDRAW {CODE}\nWITHDRAW {new_code()}", id="two codes"),  # workers have to agree on names
        "I quote: velvet is soft, otter is wet, and the plank is dry.",
        f"WITHDRAW {'x' * 400} {CODE}",
    ],
)
def test_what_may_be_anything_else_is_words(said: str) -> None:
    """In doubt a mail is a voice, whole but for codes: those who read it could take somebody's words back."""
    mail = sent(said)
    assert mail.command is None
    assert mail.words is not None
    assert len(mail.words.reveal().split()) == len(said.split())
    assert CODE not in mail.words.reveal()
    assert mail.code_seen is (CODE in said)


@pytest.mark.parametrize(
    ("beside", "kept"),
    [
        ("She has changed her mind.", "She has changed her mind."),
        ("Thanks\nI want to die", "I want to die"),
        ("Help me", "Help me"),
        ("Help", "Help"),
        ("Sam", ""),
        ("Kind regards\nSam Jones\nSenior Advocate for Care Leavers\nsam@voice.example\n01234 567890", ""),
        ("Thanks Sam\n\nNobody listens to us.", "Thanks Sam\nNobody listens to us."),
        ("hello i am scared", "hello i am scared"),
        ("Sam Jones | Senior Advocate | Coram Voice North\nT: 01234 567890 | sam@voice.example", ""),
        ("Sam Jones\nAdvocate\nsam.jones@voice.example", ""),
        ("Thanks\nhe hits me @ home", "he hits me @ home"),
        ("bullied", "bullied"),
        ("MUM SHOUTS AT US", "MUM SHOUTS AT US"),
        ("I Hate It Here", "I Hate It Here"),
        ("Best day of my life was the trip.", "Best day of my life was the trip."),
    ],
)
def test_words_beside_a_command_are_kept(beside: str, kept: str) -> None:
    """Only greetings, thanks and names go; whatever somebody says is a voice of its own."""
    found = find_command(f"COUNT {CODE}\n{beside}", "", "", "")
    assert found is not None
    assert (found.rest.reveal() if found.rest else "") == kept


def test_what_was_passed_on_below_a_command_is_kept() -> None:
    """A forward under "WITHDRAW code" may be what a young person said."""
    block = "From: Jo <jo@x.example>\nSent: 1 May 2026 10:00\nTo: Sam <sam@x.example>\nSubject: words"
    mail = sent(f"withdraw {CODE}\n\n{block}\n\nI don't want them to read it any more.", "FW: words")
    assert asked(mail) == (Wish.WITHDRAW, CODE, "I don't want them to read it any more.")


def test_a_note_above_a_forward_is_no_command() -> None:
    """Please read: that is what people write above what they pass on."""
    block = "From: Jo <jo@x.example>\nSent: 1 May 2026 10:00\nTo: Sam <sam@x.example>\nSubject: words"
    mail = sent(f"READ\n\n{block}\n\nNobody asked me.", "FW: words")
    assert mail.command is None
    assert mail.words is not None


@pytest.mark.parametrize("subject", [f"WITHDRAW {CODE}", f"Re: withdraw {SPACED}", f"=?utf-8?q?withdraw_{CODE}?="])
@pytest.mark.parametrize(("body", "kept"), [("", ""), ("Thank you\nSam", ""), ("It is too hard.", "It is too hard.")])
def test_a_subject_may_be_a_command(subject: str, body: str, kept: str) -> None:
    """Some write it there, and nothing below."""
    assert asked(sent(body, subject)) == (Wish.WITHDRAW, CODE, kept)


def test_a_code_is_hidden_and_nothing_else() -> None:
    """Words with hyphens that no code holds stay as they are; a code inside a longer chain is none."""
    text = f"My code is {CODE.title()}, and my mother-in-law-to-be and {CODE}-again are well-known-to-us-all-now."
    assert without_codes(text) == text.replace(CODE.title(), "[code]")
    assert codes_in(f"> {CODE[:13]}\n> {CODE[13:]}") == {CODE}


@pytest.mark.parametrize(
    "typed",
    [
        SPACED,
        f"{CODE[:18]}\n> {CODE[18:]}",
        f"{SPACED[:19]}\n> {SPACED[19:]}",
        f"\n> > {SPACED[:6]}\n> >   {SPACED[7:]}",
    ],
)
def test_a_code_in_words_of_others_is_hidden(typed: str) -> None:
    """What may be quoted is kept, and any code in it hidden, with lines wrapped and signs of a quote in it."""
    read = sent(f"I was sad.\n\n> My code is {typed}\n> and I am fine.\n\nThat was all.")
    assert read.words is not None
    assert read.unsure
    kept = hidden(read.words.reveal())
    assert not [word for word in CODE.split("-") if word in kept]


def test_nothing_shows_a_code() -> None:
    """A command that is logged by mistake says what for, and never which voice."""
    assert "velvet" not in repr(sent(f"WITHDRAW {CODE}"))


@pytest.mark.parametrize(
    "hostile",
    [
        "-".join(["velvet"] * 20_000),
        "velvet-" * 4 + " " * 100_000,
        "withdraw " * 12_000,
        "withdraw\n" * 12_000,
        ("a" * 9 + "-\n> ") * 8_000,
        "velvet otter plank candle drift " * 3_000,
        "\n".join(["withdraw velvet otter plank candle drif"] * 3_000),
        "-" * 100_000,
        "thanks\n" * 15_000,
        "Aaaa\n" * 20_000 + "withdraw " + CODE,
    ],
)
def test_hostile_mails_cost_little(hostile: str) -> None:
    """100 kB of anything is looked through in a fraction of a second."""
    start = time.process_time()
    find_command(hostile, hostile, hostile, hostile[:300])
    without_codes(hostile)
    assert time.process_time() - start < 0.5

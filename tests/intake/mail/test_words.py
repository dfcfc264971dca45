"""Whose words a line is. The mails here are fictional; the shapes are those of the programs named."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.labelling import label_lines
from intake.mail.page import Part
from intake.mail.subject import Thread, thread_of
from intake.mail.words import own_words
from tests.shared import shared

SAID = "I moved nine times.\n\nNobody ever asked me which box was mine."
NOTE = "Please see below, with permission."


HERE = Path(__file__).parent


@dataclass(frozen=True)
class Shape:
    """A body as a program writes it, and the subject prefix that goes with it."""

    program: str
    body: str
    thread: Thread


def shapes(name: str) -> list[Shape]:
    """Read the shapes in a file: its first line says how they are written."""
    _, *entries = (HERE / name).read_text("utf-8").split("\n%% ")
    return [_shape(*entry.split("\n", 1)) for entry in entries]


def _shape(title: str, body: str) -> Shape:
    lines = []
    for line in body.rstrip("\n").split("\n"):
        before, _, said = line.partition("SAID")
        lines += [before + own for own in SAID.split("\n")] if _ and not said else [line.replace("NOTE", NOTE)]
    return Shape(title, "\n".join(lines), Thread.NEW if title.endswith("(no Fwd)") else Thread.FORWARD)


COUNCIL = [
    *shapes("council.txt"),
    _shape(
        "right-to-left marks, no-break spaces and capitals",
        "NOTE\n\n\u200eFROM\xa0: Jo Reed <jo@mail.example>\n\u200fSENT\xa0: 12 March 2025 14:22\nTO\xa0: Ann Shaw\n"
        "SUBJECT\xa0: my boxes\n\nSAID",
    ),
]
PROGRAMS = [
    *shapes("programs.txt"),
    _shape(
        "Outlook 2019 for Mac",
        'NOTE\n\n\ufeffOn 12/03/2025, 14:22, "Jo Reed" <jo@mail.example> wrote:\n\n    SAID\n',
    ),
]


@pytest.mark.parametrize("shape", COUNCIL + PROGRAMS, ids=lambda shape: shape.program)
def test_a_forward_keeps_the_words_whole_and_alone(shape: Shape) -> None:
    """The forwarded words come out without a header, and the forwarder's note apart from them."""
    found = own_words(shape.body, shape.thread)
    assert found.kind == "forward"
    assert found.words.split() == SAID.split()
    assert found.note.split() == NOTE.split()


@pytest.mark.parametrize(
    "shape", [shape for shape in COUNCIL if "quoted" not in shape.program], ids=lambda s: s.program
)
def test_the_same_block_in_a_reply_is_history(shape: Shape) -> None:
    """Below "Re:" a block of headers begins what is only quoted."""
    found = own_words(shape.body, Thread.REPLY)
    assert found.kind == "reply"
    assert found.words.split() == NOTE.split()


def test_nested_forwards_keep_every_message_in_order() -> None:
    """Every message's words stay, oldest last, and every header goes."""
    inner = "\n".join(
        f"From: P{n} <p{n}@mail.example>\nSent: {n} May 2025 10:0{n}\nTo: Q\nSubject: s{n}\n\nWords number {n}.\n"
        for n in (4, 3, 2, 1)
    )
    found = own_words(f"{NOTE}\n\n{inner}", Thread.FORWARD)
    assert found.words.split("\n\n* * *\n\n") == [f"Words number {n}." for n in (4, 3, 2, 1)]


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 3 Nov 2025 at 10:12, Ann Shaw <ann@lab.example> wrote:",
        "On 3 Nov 2025, at 10:12, Ann Shaw wrote:",
        "On Mon, 3 Nov 2025 at 10:12, Ann Shaw of the Participation Team\n<ann@lab.example> wrote:",
        "Am 03.11.2025 um 10:12 schrieb Ann Shaw:",
        "Le lun. 3 nov. 2025 à 10:12, Ann Shaw <ann@lab.example> a écrit :",
        "El 3/11/25 a las 10:12, Ann Shaw escribió:",
        "2025年11月3日(月) 10:12 Ann Shaw <ann@lab.example>:",
        "pon., 3 lis 2025 o 10:12 Ann Shaw <ann@lab.example> napisał(a):",
        "------- Original Message -------\nOn Monday, 3 November 2025 at 10:12, Ann <ann@lab.example> wrote:",
        "Ann Shaw wrote:",
        "--- On Mon, 3/11/25, Ann Shaw <ann@lab.example> wrote:",
    ],
)
def test_words_between_and_below_quotes_stay(attribution: str) -> None:
    """A reply keeps what was written above, between and below the quotes, and nothing of them."""
    body = f"Above.\n\n{attribution}\n\n> First question?\n\nBetween.\n\n> Second question?\n> More of it.\n\nBelow."
    found = own_words(body, Thread.REPLY)
    assert found.kind == "reply"
    assert found.words == "Above.\n\nBetween.\n\nBelow."


def test_an_unquoted_message_below_a_reply_goes() -> None:
    """Yahoo and Outlook put the answered message below without marking its lines."""
    body = "Yes please.\n\nOn Monday 3 November 2025 at 10:12:00 GMT, Ann <ann@lab.example> wrote:\n\nWould you come?\n"
    assert own_words(body, Thread.REPLY).words == "Yes please."


def test_a_reply_without_own_words_is_read_for_what_it_quotes() -> None:
    """Nobody sends nothing: an empty reply passes on what is below it."""
    found = own_words("On 3 Nov 2025, at 10:12, Jo <jo@mail.example> wrote:\n\n> I liked the garden.", Thread.REPLY)
    assert (found.kind, found.words) == ("forward", "I liked the garden.")


def test_a_mailbox_escape_is_no_quote() -> None:
    """Old servers write ">From" where somebody wrote "From" at the start of a line."""
    body = "Ann wrote:\n> Since when?\n\n>From September, and I asked five times."
    assert own_words(body, Thread.REPLY).words == "From September, and I asked five times."


def test_answers_among_the_questions_are_kept() -> None:
    """When a reply says that its answers are below, in red, what is below is kept: nothing tells them apart."""
    history = "From: Ann <ann@lab.example>\nSent: 12 March 2025 14:22\nSubject: ask\n\nWhat helped?\nA bike."
    found = own_words(f"My answers are in red below.\n\n{history}", Thread.REPLY)
    assert found.words == "My answers are in red below.\n\nWhat helped?\nA bike."


def test_a_forward_of_nothing_keeps_the_note() -> None:
    """The forwarder's note is never lost: with nothing below the headers it is the message."""
    body = f"{SAID}\n\nFrom: Ann <ann@council.example>\nSent: 12 March 2025 14:22\nTo: Jo\nSubject: hello\n"
    found = own_words(body, Thread.FORWARD)
    assert (found.kind, found.words, found.note) == ("direct", SAID, "")


def test_what_stands_below_a_quoted_forward_is_the_forwarders() -> None:
    """Apple Mail quotes what it forwards, so a line below it is not the young person's."""
    body = "Begin forwarded message:\n\n> From: Jo <jo@mail.example>\n> Subject: x\n>\n> I like maps.\n\nShe is twelve."
    found = own_words(body, Thread.FORWARD)
    assert (found.words, found.note) == ("I like maps.", "She is twelve.")


DIRECT = [
    "From: a girl who moved nine times\nTo: whoever reads this\n\nDear you, I would like a door that locks.",
    "Q: What helped?\nA: A bike.\nQ: What else?\nA: Nothing: nobody asked.",
    "On 3 May 2025 my PA wrote:\n\nYou are doing well.\n\nShe never wrote again.",
    "On 3 May 2025 at 14:30 my PA wrote:\n\nYou are doing well.\n\nShe never wrote again.",
    "I told them > they did not listen.\n> they never do.\n>:( that is my face",
    "I had a room\n--\nthen I had a bag\n--\nthen I had a room again",
    "Sent from my nan's phone because mine is broken. I want family time back.",
    "Sent from my phone because nobody bought me a laptop",
    "They read my confidential file in front of everyone. I asked them to delete it.",
    "Warning: this is long. Caution is my middle name.",
    "Warning: outside my window there was a bus to my brothers.",
    "External people came to my review. Stop telling me to click links.",
    "CAUTION: This email originated from outside the organisation. I grew up in your care, though.",
    "They quoted the Data Protection Act and sent a privacy notice instead of my file.",
    "I am sending this message because my file was sent to another family in error. It was strictly confidential.",
    "Disclaimer: I love my foster mum. Unsubscribe me from reviews though.",
    "Save paper. Stop printing plans about us.",
    "Sensitivity: nobody had any.",
    "Thanks\n\nfor the bags\nfor the bus fare\nfor nothing",
    "Subject: poems\n\nRoses are red, my file is blue,\nit has every name in it, except for who.",
    "I said:\n\n    let me stay\n\nand they said:\n\n    no",
    "Thanks\nJay",
    "Regards is what they write when they do not regard you.\n\nRegards,\nMe",
    "Date: 12 May 2025\nPlace: the contact centre\nTime: 14:00\nIt was cold.",
    "Official\n\nThat is what they call us: official children.",
]


@pytest.mark.parametrize("text", DIRECT)
def test_nothing_is_lost_from_a_direct_mail(text: str) -> None:
    """What looks a little like a header, a quote or a signature, and isn't, is somebody's words."""
    found = own_words(text, Thread.NEW)
    assert (found.kind, found.words) == ("direct", text)


@pytest.mark.parametrize(
    "tail",
    [
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Get Outlook for Android<https://aka.example/x>",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows",
        "Sent from Outlook for iOS",
        "Envoyé de mon iPhone",
        "Von meinem iPhone gesendet",
        "-- \nJay Doe\nYear 12",
        "--\nJay Doe\n07700 900123",
        "Best wishes\n\nJay Doe\nMobile: 07700 900123",
        "Many thanks,\nAnn Shaw\nPersonal Adviser\nLeaving Care Team\nT: 01632 960123 | E: ann@council.example",
        "Ann Shaw\nPersonal Adviser\nTel 01632 960123\nann@council.example",
        "OFFICIAL",
        "Classification: OFFICIAL-SENSITIVE",
        "DISCLAIMER\nThis message is for its addressee.",
        "This email and any attachments are confidential. If you are not the\nintended recipient, delete it.",
        "This email has been checked for viruses by Avast antivirus software.\nwww.avast.example",
        "Please consider the environment before printing this email.",
        "This e-mail is for the named recipient.\nUnauthorised use is prohibited.\n\nRead our privacy notice.",
    ],
)
def test_what_nobody_wrote_goes(tail: str) -> None:
    """Signatures, device lines, markings and disclaimers are not words."""
    assert own_words(f"{SAID}\n\n{tail}\n").words == SAID


def test_a_postscript_below_a_signature_stays() -> None:
    """A sentence below a name and number was written by hand."""
    found = own_words(f"{SAID}\n\nThanks\nJay\n07700 900123\n\nPS I still have the box.\n")
    assert found.words == f"{SAID}\n\nPS I still have the box."


def test_labelling_never_deletes() -> None:
    """Every line gets a label and none is dropped, each part in its place."""
    lines = f"CAUTION: external sender\n\n{COUNCIL[-2].body}".split("\n")
    labelled = label_lines(lines, Thread.FORWARD).lines
    assert [line.text for line in labelled] == lines
    assert {line.part for line in labelled} == set(Part) - {Part.QUOTED, Part.FOOTER}


@pytest.mark.parametrize(
    ("subject", "thread"),
    [
        ("Fwd: hello", Thread.FORWARD),
        ("[EXTERNAL] FW: hello", Thread.FORWARD),
        ("WG: hallo", Thread.FORWARD),
        ("Re: Fwd: hello", Thread.REPLY),
        ("Re[2]: hello", Thread.REPLY),
        ("YML: helo", Thread.FORWARD),
        ("转发：你好", Thread.FORWARD),  # noqa: RUF001
        ("VS: reply in Finnish, forward in Danish", Thread.NEW),
        ("رد: سؤال", Thread.REPLY),
        ("my room: what I think", Thread.NEW),
        ("", Thread.NEW),
    ],
)
def test_a_subject_says_what_a_mail_is(subject: str, thread: Thread) -> None:
    """The first prefix decides, in every language that has one."""
    assert thread_of(subject) is thread


def test_the_public_suite_of_forwards_comes_out_whole() -> None:
    """Words and note of every forward in the development half; where they are nested, every message without headers."""
    wrong = []
    for line in shared("mail/forwards_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        body = row["body"].replace("\r\n", "\n")
        found = own_words(body, thread_of(row["subject"] or ""))
        if not _as_expected(row, found.kind, found.words, found.note):
            wrong.append(row["id"])
    assert wrong == []


def _as_expected(row: dict[str, str], kind: str, words: str, note: str) -> bool:
    if not row["forwarded"]:
        return kind == "reply" and words in row["body"].replace("\r\n", "\n")
    expected, got = row["words"].split(), words.split()
    if any(label in row["words"] for label in ("From:", "From: \t")):
        got_all = all(words.count(sentence) == row["words"].count(sentence) for sentence in _sentences(row["words"]))
        return kind == "forward" and got_all and "@" not in words and "From:" not in words
    return kind == "forward" and got == expected and note.split() == (row["note"] or "").split()


def _sentences(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.endswith(".") and ":" not in line}


SCRAPS = [
    "a",
    ":",
    ">",
    "-",
    "_",
    "*",
    "@",
    ".",
    " ",
    "\t",
    "\n",
    "\n",
    "2025",
    "10:12",
    "From: ",
    "Sent: ",
    "\n> ",
    "wrote:\n",
]


@given(st.lists(st.sampled_from(SCRAPS)).map("".join))
def test_every_line_is_labelled_once(text: str) -> None:
    """Whatever the lines, there are as many labels as lines."""
    lines = text.split("\n")
    for thread in Thread:
        assert len(label_lines(lines, thread).lines) == len(lines)


LABELS = {"From": "Reed, Jo <jo@mail.example>", "Sent": "12 March 2025 14:22", "Subject": "my boxes"}
TO = {
    "short": "Shaw, Ann; Bell, Kay",
    "wrapped": "Ann Shaw <ann@council.example>; Kay\nBell <kay@council.example>; Team",
}
ORDERS = [
    "From Sent To Subject",
    "From To Subject Sent",
    "Subject Sent From To",
    "From Subject",
    "From Sent",
    "Sent To",
]
STYLES = ["{}: {}", "*{}:* {}", "**{}**: {}", "*{}: *{}", "{} : {}", "{}:\t{}", " {}: {}"]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("to", TO)
@pytest.mark.parametrize("below", ["\n", "\n\n", "\n\nOFFICIAL-SENSITIVE\n\n"])
def test_a_block_of_any_order_and_style_is_a_header(order: str, style: str, to: str, below: str) -> None:
    """Two labels are enough below "Fwd", bold or not, wrapped or not, with a label of sensitivity below or not."""
    values = {**LABELS, "To": TO[to]}
    block = "\n".join(style.format(label, values[label]) for label in order.split())
    found = own_words(f"{NOTE}\n\n{block}{below}{SAID}", Thread.FORWARD)
    assert (found.words, found.note) == (SAID, NOTE)

"""Files through the real door: read in a process of their own, or ended, and owned up to in the letter."""

from __future__ import annotations

import asyncio
import resource
from email.message import EmailMessage
from typing import TYPE_CHECKING

import aiosmtplib
import pytest

from intake.mail.files.contents import Contents
from intake.mail.files.joining import Left, with_files
from intake.mail.files.kinds import Readable
from intake.mail.files.limits import LONGEST, UNPACKED
from intake.mail.files.reading import FileReader
from intake.mail.read import read_mail
from intake.wording import load_wording
from storage.model import Flag
from tests.fakes.door import ADDRESS, mail_door
from tests.fakes.files import archive, docx, odt, page, paragraph, pdf, properties, rtf, winmail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.mail.letter import Acknowledgement
    from tests.fakes.passage import MemoryPassage

ALL = tuple(Readable)
LETTER = docx(paragraph("I want a door that locks."))
PACKED = winmail((0x69003, properties((0x1F, 0x1000, "Packed words.".encode("utf-16-le")))))
say = load_wording()


def mail(text: str, *files: tuple[str, bytes], subject: str = "hello") -> EmailMessage:
    """Return a mail with these files, whose type is what their name says or unknown."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "ann@council.example", ADDRESS, subject
    made.set_content(text)
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


async def send(
    passage: MemoryPassage, *mails: EmailMessage, kinds: Sequence[Readable] = ALL
) -> tuple[list[str], list[Acknowledgement]]:
    """Send mails through a door; return its answers, and the letters."""
    letters: list[Acknowledgement] = []
    answers: list[str] = []
    async with mail_door(passage, letters.append, file_kinds=tuple(kinds)) as door:
        for each in mails:
            try:
                answers.append((await aiosmtplib.send(each, hostname="127.0.0.1", port=door.port))[1])
            except aiosmtplib.SMTPDataError as refusal:
                answers.append(f"{refusal.code} {refusal.message}")
    return answers, letters


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Jo Bloggs.docx", LETTER),
        ("letter.odt", odt("<text:p>I want a door that locks.</text:p>")),
        ("letter.rtf", rtf("I want a door that locks.")),
        ("letter.pdf", pdf(page("I want a door that locks."))),
        ("letter.txt", b"I want a door that locks.\r\n"),
        ("letter", pdf(page("I want a door that locks."))),
        ("letter.txt", "I want a door that locks.".encode("utf-16")),
    ],
)
async def test_the_words_of_a_file_stand_below_the_mail(passage: MemoryPassage, name: str, data: bytes) -> None:
    """After a plain mark; the sender hears what was kept."""
    _, letters = await send(passage, mail("Please see attached.", (name, data)))
    assert passage.words == ["Please see attached.\n\n* * *\n\nI want a door that locks."]
    assert (letters[0].left, passage.voices[0].flags) == (Left(read=1), (Flag.UNSURE,))


async def test_a_mail_may_be_a_file_alone(passage: MemoryPassage) -> None:
    """An empty mail is taken for the words in its file, be it packed by Outlook or a document."""
    answers, _ = await send(
        passage, mail("\n", ("l.docx", LETTER)), mail("Sent from my iPhone", ("winmail.dat", PACKED))
    )
    assert [answer[:3] for answer in answers] == ["2.0", "2.0"]
    assert passage.words == ["I want a door that locks.", "Packed words."]


async def test_no_file_is_read_unless_the_deployment_says_so(passage: MemoryPassage) -> None:
    """By default files are counted; a mail that is nothing else is refused with what to do."""
    answers, letters = await send(
        passage, mail("See attached.", ("l.docx", LETTER)), mail("\n", ("l.docx", LETTER)), kinds=()
    )
    assert passage.words == ["See attached."]
    assert letters[0].left == Left(counted=(("file", 1),))
    assert answers[1] == f"554 5.6.0 {say('smtp-no-words')}"


async def test_a_file_that_cannot_be_read_loses_nothing_else(passage: MemoryPassage) -> None:
    """The mail's own words and its other files are kept, and the sender is asked for the rest."""
    files = ("broken.pdf", b"%PDF-1.7 and no more"), ("l.docx", LETTER), ("scan.pdf", pdf("")), ("me.jpg", b"\xff\xd8")
    answers, letters = await send(passage, mail("See attached.", *files), mail("\n", files[0]))
    assert passage.words == ["See attached.\n\n* * *\n\nI want a door that locks."]
    assert letters[0].left == Left(read=1, unread=2, counted=(("picture", 1),))
    assert answers[1] == f"554 5.6.1 {say('smtp-files-unread')}"


async def test_no_name_of_an_author_is_read(passage: MemoryPassage) -> None:
    """Every file here says in its properties, heads and comments who wrote it: none of that comes through."""
    files = [
        ("Quillfeather.docx", LETTER),
        ("Quillfeather.odt", odt("<text:p>Words.</text:p>")),
        ("Quillfeather.rtf", rtf("Words.")),
        ("Quillfeather.pdf", pdf(page("Words."))),
    ]
    await send(passage, mail("See attached.", *files))
    assert passage.words[0].count("* * *") == 4
    assert "Quillfeather" not in passage.words[0]


NESTED = "<w:p>" * 10_000 + "</w:p>" * 10_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BLANKS = " " * (UNPACKED - 1_000)
# A page tree, a font and a stream that are their own parents; and streams that open into more than there is room for.
CYCLE = pdf("q", objects=("<</Type/Pages/Kids[2 0 R 100 0 R]/Count 9999999>>",)).replace(b"[10 0 R]", b"[100 0 R]")
DEEP = pdf(page("x"), objects=("[" * 50_000,), info="[" * 50_000)
SLOW = pdf("BT /F 1 Tf " + "(x) Tj " * 1_000_000 + "ET")
REPEATS = b"\0\0\0\0\xff\xff\x2d\0LZFu" + bytes(4) + b"\xff" + b"\x00\x0f" * 400_000
BOMBS = {
    "nested.docx": docx(NESTED),
    "laughs.docx": archive(word__document_xml=f"<!DOCTYPE l [<!ENTITY l0 'ha'>{LAUGHS}]><l>&l9;</l>"),
    "blank.docx": archive(word__document_xml=f"<a>{BLANKS}</a>"),
    "elements.docx": docx("<w:p/>" * 2_900_000),
    "attributes.docx": docx("<w:p " + " ".join(f'a{n}="1"' for n in range(300_000)) + "/>"),
    "members.docx": archive(**{f"m{n}": b"" for n in range(20_000)}),
    "spaces.odt": odt("<text:p>" + '<text:s text:c="9999999999"/>' * 100_000 + "</text:p>"),
    "groups.rtf": b"{\\rtf1" + b"{" * 2_000_000,
    "words.rtf": b"{\\rtf1" + b"\\u8217 ?" * 500_000,
    "bin.rtf": b"{\\rtf1 " + b"\\bin9999999999 x" * 60_000 + b"}",
    "cycle.pdf": CYCLE,
    "deep.pdf": DEEP,
    "huge.pdf": pdf("q " * 15_000_000),
    "brackets.pdf": pdf("[" * 1_000_000),
    "lengths.dat": b"\x78\x9f\x3e\x22\x01\x00" + b"\x01\x03\x90\x06\x00\x04\x00\x00\x00\xff\xff\xff\xff\0\0" * 60_000,
    "count.dat": winmail((0x69003, b"\xff\xff\xff\xff" + b"\x02\x10\x00\x10\xff\xff\xff\xff" * 100_000)),
    "repeats.dat": winmail((0x69003, properties((0x102, 0x1009, REPEATS)))),
}


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_ends_in_its_own_process(passage: MemoryPassage, name: str) -> None:
    """Whatever it is made of, it is read within limits or ended; this process grows no more than by the file itself."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _, letters = await send(passage, mail("My own words.", (name, BOMBS[name])))
    assert passage.words[0].startswith("My own words.")
    assert letters[0].left.read + letters[0].left.unread + len(letters[0].left.counted) <= 1
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < 50_000_000 + 10 * len(BOMBS[name])


async def test_a_reader_that_hangs_is_ended_on_time() -> None:
    """One that has no time at all answers nothing: its file counts as unread, and the next one is read."""
    (attached,) = read_mail(mail("Words.", ("l.docx", LETTER)).as_bytes()).files
    hurried = await FileReader(ALL, seconds=0.001).read([attached])
    assert (hurried.unread, hurried.texts) == (1, [])
    assert (await FileReader(ALL).read([attached])).texts == ["I want a door that locks."]


async def test_the_doors_go_on_while_a_file_is_read(passage: MemoryPassage) -> None:
    """A mail without files is answered while another's file takes all the time that there is; that one is ended."""
    letters: list[Acknowledgement] = []
    async with mail_door(passage, letters.append, file_kinds=ALL) as door:

        async def one(made: EmailMessage, sender: str) -> None:
            await aiosmtplib.send(made, sender=sender, hostname="127.0.0.1", port=door.port)

        await asyncio.gather(
            one(mail("Slow.", ("l.pdf", SLOW)), "slow@x.example"), one(mail("Quick."), "quick@x.example")
        )
    assert [letter.to for letter in letters] == ["quick@x.example", "slow@x.example"]
    assert letters[1].left == Left(unread=1)


def test_what_no_longer_fits_is_left_and_owned_up_to() -> None:
    """A file whose words would make the message too long to keep is left; the mail's own are not lost for it."""
    read = read_mail(b"Subject: x\n\nMy own words.")
    found, left = with_files(read, Contents(texts=["x" * (LONGEST - 5), "It fits."]))
    assert found.words is not None
    assert found.words.reveal() == "My own words.\n\n* * *\n\nIt fits."
    assert left == Left(read=1, unread=1)


def test_a_mail_packed_beside_its_plain_text_is_read_once() -> None:
    """winmail.dat repeats the text that stands beside it: only what was attached to it adds words."""
    read = read_mail(b"Subject: x\n\nSee attached.")
    found, _ = with_files(read, Contents("See attached.", ["The young person's mail."], ["A letter."]))
    assert found.words is not None
    assert (found.words.reveal(), found.kind) == ("The young person's mail.\n\n* * *\n\nA letter.", "forward")

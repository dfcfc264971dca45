"""`care-voice poster`: a page to print, whose code a decoder reads again and whose words a reader finds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.desk.examined import change, give_secrets
from tests.fakes.bot_api import TOKEN, BotApi
from tests.fakes.bot_chats import BOT as THE_BOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

BOT = "https://t.me/care_voice_bot"
MAIL = ('addresses = ["voice@localhost"]', 'addresses = ["voice@council.example"]')


def made(desk: Desk, folder: Path, *arguments: str) -> str:
    """Make a poster of a named bot, and return what was said."""
    result = desk.run("poster", "--bot", "care_voice_bot", "-o", str(folder), *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def scanned(picture: Path, smaller: int = 1) -> str:
    """Return what a phone would read from a picture, seen so much smaller."""
    with Image.open(picture) as opened:
        (code,) = zxingcpp.read_barcodes(opened.reduce(smaller))
    return str(code.text)


def read(page: Path) -> str:
    """Return the words of a PDF of one page."""
    (only,) = PdfReader(page).pages
    return " ".join(str(only.extract_text()).split())


def alternatives(pdf: PdfReader) -> set[str]:
    """Return all texts of a PDF that stand for a picture."""
    objects = [pdf.get_object(number) for number in sorted(pdf.xref[0])]
    return {str(one["/Alt"]) for one in objects if isinstance(one, DictionaryObject) and "/Alt" in one}


@pytest.mark.parametrize("smaller", [1, 2, 4])
def test_the_code_opens_the_bot(desk: Desk, tmp_path: Path, smaller: int) -> None:
    """From near and from further away; the link stands beside it, for those who can't scan it."""
    made(desk, tmp_path)
    assert scanned(tmp_path / "poster-en.png", smaller) == BOT
    assert BOT.removeprefix("https://") in read(tmp_path / "poster-en.pdf")


def test_a_council_is_preset(desk: Desk, tmp_path: Path) -> None:
    """The code brings it, and the poster asks whether it is theirs."""
    said = made(desk, tmp_path, "--council", "swindon")
    assert scanned(tmp_path / "poster-swindon-en.png") == f"{BOT}?start=c_swindon"
    assert "Does Swindon Borough Council look after you" in read(tmp_path / "poster-swindon-en.pdf")
    assert f"{BOT}?start=c_swindon" in said


def test_a_poster_says_what_it_must(desk: Desk, tmp_path: Path) -> None:
    """What happens with the words, who knows of it, that nobody can come, 999, and the mail address."""
    change(desk, MAIL)
    assert "no mail address" not in made(desk, tmp_path)
    words = read(tmp_path / "poster-en.pdf")
    for said in ("voice@council.example", "hides names", "You get a code", "Telegram", "come and help", "Call 999"):
        assert said in words
    assert "Childline call 0800 1111" in words


def test_without_a_mail_address_none_is_shown(desk: Desk, tmp_path: Path) -> None:
    """That of a deployment not yet set up reaches nobody; the command says what to do."""
    assert "Set addresses in [mail]" in made(desk, tmp_path)
    words = read(tmp_path / "poster-en.pdf")
    assert "@" not in words
    assert "email" not in words


def test_a_screen_reader_can_read_it(desk: Desk, tmp_path: Path) -> None:
    """The PDF has a title, a language, and tags with words in the place of the code."""
    made(desk, tmp_path, "--size", "a5")
    pdf = PdfReader(tmp_path / "poster-a5-en.pdf")
    assert pdf.metadata
    assert pdf.metadata.title == "What is care really like?"
    assert str(pdf.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in pdf.root_object
    assert "A code to scan with a phone. It opens https://t.me/care_voice_bot" in alternatives(pdf)


def test_a_page_has_the_size_that_was_asked_for(desk: Desk, tmp_path: Path) -> None:
    """In millimetres, to the nearest."""
    for size, paper in (("a4", (210, 297)), ("a5", (148, 210))):
        made(desk, tmp_path, "--size", size)
        box = PdfReader(next(tmp_path.glob("*.pdf"))).pages[0].mediabox
        assert (round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) == paper
        next(tmp_path.glob("*.pdf")).unlink()


def test_many_words_are_set_smaller_and_too_many_refused(desk: Desk, tmp_path: Path) -> None:
    """On one page in any case; who wrote them hears where."""
    own = desk.files.wording / "en" / "poster.ftl"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(f"poster-step-write = {'Write what you like. ' * 20}\n", "utf-8")
    made(desk, tmp_path)
    assert read(tmp_path / "poster-en.pdf").count("Write what you like.") == 20
    own.write_text(f"poster-step-write = {'Write what you like. ' * 200}\n", "utf-8")
    refused = desk.run("poster", "--bot", "care_voice_bot", "-o", str(tmp_path))
    assert refused.exit_code == 1
    assert "poster.ftl shorter" in refused.output


def test_words_are_never_read_as_markup(desk: Desk, tmp_path: Path) -> None:
    """What a council writes stands on the page as it wrote it."""
    odd = "A*b*_c_ #panic() $x$ [d] @e <f> \\ “g”"
    change(desk, ('name = "Swindon Borough Council"', f"name = '{odd}'"))
    made(desk, tmp_path, "--council", "swindon")
    assert "A*b*_c_ #panic() $x$ [d] @e <f> \\ “g”" in read(tmp_path / "poster-swindon-en.pdf")


@pytest.mark.parametrize(
    ("arguments", "todo"),
    [
        (("--bot", "x"), "the name behind t.me/"),
        (("--bot", "care_voice_bot", "--council", "swidon"), "Write one of: swindon, manchester"),
        (("--bot", "care_voice_bot", "--council", "another"), "Write one of: swindon, manchester"),
        (("--bot", "care_voice_bot", "--language", "cy"), "Add it to languages"),
        ((), "put its token into secrets.toml"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    desk: Desk, tmp_path: Path, arguments: tuple[str, ...], todo: str
) -> None:
    """And no file is made."""
    result = desk.run("poster", "-o", str(tmp_path / "posters"), *arguments)
    assert result.exit_code == 1
    assert todo in " ".join(result.output.split())
    assert not (tmp_path / "posters").exists()


def test_a_language_without_a_poster_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Half of it in English would help nobody; the deployment may write it itself."""
    change(desk, ('languages = ["en"]', 'languages = ["en", "xx"]'))
    result = desk.run("poster", "--bot", "care_voice_bot", "--language", "xx", "-o", str(tmp_path))
    assert result.exit_code == 1
    assert "wording/xx/poster.ftl" in result.output


@pytest.mark.parametrize(("language", "said"), [("en-simple", "Or did it?"), ("cy", "Ffoniwch 999"), ("ar", "999")])
def test_a_poster_speaks_each_language_of_the_bot(desk: Desk, tmp_path: Path, language: str, said: str) -> None:
    """Whole, with the code as good as in English; words that nobody has checked yet are told of."""
    change(desk, ('languages = ["en"]', f'languages = ["en", "{language}"]'))
    unchecked = "Nobody who speaks" in made(desk, tmp_path, "--council", "swindon", "--language", language)
    assert unchecked == (language in {"cy", "ar"})
    assert scanned(tmp_path / f"poster-swindon-{language}.png") == f"{BOT}?start=c_swindon"
    assert said in read(tmp_path / f"poster-swindon-{language}.pdf")


@pytest.mark.parametrize("typed", ["@care_voice_bot", "t.me/care_voice_bot", "https://t.me/care_voice_bot"])
def test_a_bots_name_is_taken_as_people_write_it(desk: Desk, tmp_path: Path, typed: str) -> None:
    """With what they copied along."""
    assert desk.run("poster", "--bot", typed, "-o", str(tmp_path)).exit_code == 0
    assert scanned(tmp_path / "poster-en.png") == BOT


async def test_telegram_says_what_the_bot_is_called(desk: Desk, tmp_path: Path) -> None:
    """With getMe; where it says nothing useful, the way on is told and the token isn't."""
    async with BotApi() as api:
        give_secrets(desk, f'[telegram]\ntoken = "{TOKEN}"\n')
        change(desk, ('base_url = "https://api.telegram.org/bot"', f'base_url = "{api.base_url}"'))
        said = await asyncio.to_thread(desk.run, "poster", "-o", str(tmp_path))
        assert said.exit_code == 0, said.output
        assert scanned(tmp_path / "poster-en.png") == f"https://t.me/{THE_BOT['username']}"
    gone = await asyncio.to_thread(desk.run, "poster", "-o", str(tmp_path))
    assert "--bot NAME" in gone.output
    assert TOKEN not in said.output + gone.output

"""What is told of a message's language, and what is hidden when it is not English."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from intake.redaction.foreign import LISTED
from storage.model import ENGLISH, OTHER, Label
from tests.intake.redaction.hiding import hidden, redact
from tests.shared import shared

SAID = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "languages.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
BRACES = re.compile(r"[{}]")
NAMED = re.compile(r"\{(.+?)\}")
# scripts of which no list of names or everyday words is at hand: names in them are left to people (docs/redaction.md)
READ_BY_PEOPLE = {"bn", "pa", "zh"}
MOST_WRONG = 0.003

IN_ENGLISH = [
    # text-speak and slang
    "wots da point in tellin da sw anyfing she dnt lissen innit",
    "nah fam mandem at da unit r peng still but man's not movin agen wallahi",
    "bare ppl chattin bout me in da yard its long bruv allow it",
    "idk y dey put me dere tbh smh lol xx",
    "omg omg omg yesss ty ty ty xxx",
    "LAC rev wz pants iro nt even there",
    # Scots, Geordie, Ulster, patois, pidgin
    "ah dinnae ken whit they're daein wi ma file, naebody tellt us onyhin",
    "wur wean wis aye greetin efter contact an naebody cared a jot",
    "wor lass divvent gan tae contact nee mair man its proper shan like",
    "whit a dreich wee flat, ma da wid huv bin black affrontit so he wid",
    "mi nuh wan go back deh di people dem nuh treat mi good",
    "wetin dey happen, dem no dey hear word for that office o",
    # a few words of another language, and names from everywhere
    "my nan always said cwtch and cariad and i miss that",
    "they got me halal food and said eid mubarak, mashallah it made me cry",
    "hola amigos, gracias for everything at the youth club",
    "c'est la vie as my key worker says",
    "at home we speak polski and here nobody knows what dziekuje means",
    "my friends are Agnieszka Kowalska, Nguyen Thi Mai, Abdirahman Warsame and Xhesika Hoxha",
    "Samira Tesfaye Bereket Yonas Hiwot Dawit",
    "ok", "thx x", "no", "?!", "", "12 34", "(\u0ca0_\u0ca0) \u00af\\_(\u30c4)_/\u00af i cba",
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), SAID)
def test_a_message_in_another_language_is_seen(language: str, said: str) -> None:
    """Whatever it is written in, and with accents or without."""
    assert language
    assert redact(BRACES.sub("", said)).language == OTHER


@pytest.mark.parametrize("said", IN_ENGLISH)
def test_english_is_english_however_it_is_written(said: str) -> None:
    """Slang, dialects, text-speak, names and a few foreign words make no message a foreign one."""
    assert redact(said).language == ENGLISH


def test_care_messages_are_english() -> None:
    """Messages in the voice of care-experienced people hardly ever count as foreign."""
    rows = [
        json.loads(line)["text"] for line in shared("redaction/eval/care_dev.jsonl").read_text("utf-8").splitlines()
    ]
    assert sum(redact(text).language == OTHER for text in rows) <= MOST_WRONG * len(rows)


@pytest.mark.parametrize(("language", "said"), [row for row in SAID if NAMED.search(row[1])])
def test_names_in_other_languages_are_hidden(language: str, said: str) -> None:
    """A name is hidden wherever capitals or a list of everyday words can tell it, and the message stays readable."""
    name = NAMED.findall(said)[0]
    kept = hidden(BRACES.sub("", said))
    assert (name in kept) == (language in READ_BY_PEOPLE)


@pytest.mark.parametrize("language", sorted({language for language, _ in SAID}))
def test_most_words_of_other_languages_stay_readable(language: str) -> None:
    """Hiding what is unknown leaves the greater part of what was said."""
    said = [BRACES.sub("", text) for code, text in SAID if code == language]
    taken = sum(span.end - span.start for text in said for span in redact(text).spans)
    assert taken < (0.2 if language in LISTED else 0.4) * sum(map(len, said))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("nie wiem czy Zdzichu i Kryspin są w domu", "nie wiem czy [hidden] i [hidden] są w domu"),
        ("mój numer to 07700 900123 i nikt nie dzwoni", "mój numer to [phone] i nikt nie dzwoni"),
        ("nie dostałem Universal Credit i nie wiem dlaczego", "nie dostałem Universal Credit i nie wiem dlaczego"),
        ("je ne sais pas pourquoi les gens ne m'écoutent jamais", None),
    ],
)
def test_what_is_hidden_in_other_languages(said: str, kept: str | None) -> None:
    """Capitals and numbers go; everyday words, and terms that always stay readable, remain."""
    assert hidden(said) == (kept or said)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("اسمي كمالو ولا أحد يسمعني", "كمالو"),
        ("زما نوم زمری دی او څوک مې نه اوري", "زمری"),
        ("ناوم هێمن و کەس گوێم لێ ناگرێت", "هێمن"),
        ("ስሜ ዳዊት ነው ማንም አይሰማኝም", "ዳዊት"),
        ("ስመይ ተስፋይ እዩ ዝሰምዓኒ ሰብ የለን", "ተስፋይ"),
        ("আমার নাম রাফি কেউ আমার কথা শোনে না", "রাফি"),
        ("ਮੇਰਾ ਨਾਮ ਹਰਮਨ ਹੈ ਕੋਈ ਨਹੀਂ ਸੁਣਦਾ", "ਹਰਮਨ"),
        ("我叫小杰 没有人听我说话", "小杰"),
        ("мене звати шмигайло та ніхто не слухає", "шмигайло"),
    ],
)
def test_who_says_their_name_has_it_hidden(said: str, name: str) -> None:
    """In scripts without capitals too: "my name is" is known in many of them."""
    assert name not in hidden(said)


@pytest.mark.parametrize(
    "said",
    [
        *(f"nie wiem gdzie jest {name} bo nikt mi nie mówi" for name in ("kasi", "wojtkiem", "magdą", "kuby")),
        *(f"я не знаю де {name} адже мені ніхто не каже" for name in ("оксани", "тараса", "софію")),
        *(f"nežinau kur yra {name} nes niekas man nesako" for name in ("rasos", "eglės")),
    ],
)
def test_a_name_with_an_ending_is_a_name(said: str) -> None:
    """In lower case too, and though its language's lists know the form for a word."""
    assert "[" in hidden(said)


def test_unknown_words_of_other_languages_are_hidden_as_one() -> None:
    """A run of them is one stretch that nobody says what it was."""
    spans = redact("nie wiem gdzie jest Grzmichuj Brzdękowski i nikt mi nie mówi").spans
    assert [span.label for span in spans] == [Label.HIDDEN]

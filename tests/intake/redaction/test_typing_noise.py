"""Numbers and mail addresses stay hidden however badly they are typed: each kind of noise, tried at every place."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.intake.redaction.hiding import redact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Noise = Callable[[str], Iterable[str]]

ENOUGH = 0.98  # of what each kind of noise makes

PHONES = ("07700 900123", "01632 960 451", "0161 496 0777", "+44 7700 900 846", "02079460018", "07700900582")
REFERENCES = {
    "NHS": ("943 476 5919", "9434765919"),
    "National Insurance": ("QQ 12 34 56 C", "QQ123456C"),
    "bank": ("00418265", "04-99-17", "71904426"),
    "case": ("WX/0071182/25", "COMP-118842", "CS 1188427"),
    "crime": ("CRN 44071/25", "42/118823/25"),
    "tenancy": ("TEN-0048213", "T0048213"),
    "student": ("RC2208814", "22088147"),
    "vehicle": ("BK44 RVO", "YT09KLB"),
}
POSTCODES = ("NG7 9QZ", "M14 5TQ", "SW1A 1AA", "CF24 3AG")
MAILS = ("jay.k@mailbox.example", "kayla_09@gmail.com", "t.osei-bonsu@hotmail.co.uk", "bxby2k9@outlook.com")
HANDLES = ("@bxby.k", "@kay_09x", "lil.k_09", "xX_Kay_Xx", "wolfie#1234")
LINKS = ("www.site.example/kay", "https://site.example/a?b=1", "vidtube.example/c/kay")
MACHINES = ("203.0.113.77", "198.51.100.4", "00:1a:2b:3c:4d:5e", "2001:db8:85a3::8a2e:370:7334")
DATES = ("14/02/2008", "4th of april", "22 June 2009", "2008-01-31", "March 6th, 2019", "12.04.09")
SETTINGS = ("ring me on {} after four", "my new one is {}", "{} thats it", "write it down: {}.", "i said {}, ok")
WORDS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def everywhere(text: str, put: str, between: Callable[[str, str], bool]) -> list[str]:
    """Return `text` with `put` at each place where the characters on both sides allow it."""
    return [text[:i] + put + text[i:] for i in range(1, len(text)) if between(text[i - 1], text[i])]


def digits(one: str, two: str) -> bool:
    """Whether both are digits."""
    return one.isdigit() and two.isdigit()


def spaced(number: str) -> list[str]:
    """Put a space, two, or one between all digits."""
    return [*everywhere(number, " ", digits), *everywhere(number, "  ", digits), " ".join(number.replace(" ", ""))]


def joined_by(mark: str) -> Callable[[str], list[str]]:
    """Return the noise that puts `mark` for every space, between all digits, or at any place."""
    return lambda number: [
        number.replace(" ", mark),
        "".join(everywhere_at_once(number.replace(" ", "").replace("+", ""), mark)),
        *everywhere(number, mark, digits),
    ]


def everywhere_at_once(number: str, mark: str) -> str:
    """Return `number` with `mark` between all digits that are neighbours."""
    return re.sub(r"(?<=[0-9])(?=[0-9])", mark, number)


def wrong_digit(number: str) -> list[str]:
    """Change one digit."""
    return [number[:i] + str(9 - int(c)) + number[i + 1 :] for i, c in enumerate(number) if c.isdigit()]


def missing_digit(number: str) -> list[str]:
    """Leave one digit out."""
    return [number[:i] + number[i + 1 :] for i, c in enumerate(number) if c.isdigit()]


def swapped(text: str) -> list[str]:
    """Swap two neighbours."""
    swaps = range(1, len(text))
    return [text[: i - 1] + text[i] + text[i - 1] + text[i + 1 :] for i in swaps if text[i].isalnum()]


def extra_digit(number: str) -> list[str]:
    """Type one digit twice."""
    return [number[: i + 1] + c + number[i + 1 :] for i, c in enumerate(number) if c.isdigit()]


def bracketed(number: str) -> list[str]:
    """Put the whole or its first part in brackets."""
    first, _, rest = number.partition(" ")
    return [f"({number})", f"[{number}]", *([f"({first}) {rest}"] if rest else [])]


def broken(number: str) -> list[str]:
    """Break the line at a space, or in the middle."""
    half = len(number) // 2
    middle = [] if " " in number or number[half].isalpha() else [f"{number[:half]}\n{number[half:]}"]
    return [number.replace(" ", "\n"), number.replace(" ", "\n", 1), *middle]


def halved(number: str) -> list[str]:
    """Say it in two parts."""
    first, _, rest = number.partition(" ")
    one, two = (first, rest) if rest else (number[:5].rstrip("-/"), number[5:].lstrip("-/"))
    return [f"{one} then {two}", f"{one} and then {two}", f"{one}... {two}", f"{one}, {two}", f"{one} - {two}"]


def in_case(text: str) -> list[str]:
    """Write all letters small, or all as capitals."""
    return [text.lower(), text.upper()]


def unseen(text: str) -> list[str]:
    """Put characters that nobody sees between all others, or at one place."""
    return [text[: len(text) // 2] + mark + text[len(text) // 2 :] for mark in ZERO_WIDTH] + ["\u200b".join(text)]


def other_digits(zero: int) -> Callable[[str], list[str]]:
    """Return the noise that writes the digits of another script."""
    return lambda text: ["".join(chr(zero + int(c)) if c.isdigit() else c for c in text)]


def keycaps(number: str) -> list[str]:
    """Write digits as the keycap emoji of phones."""
    return ["".join(c + "\ufe0f\u20e3" if c.isdigit() else c for c in number)]


def full_width(text: str) -> list[str]:
    """Write the characters as wide as Chinese ones."""
    return ["".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)]


def letters_for(digit: str, letter: str) -> Callable[[str], list[str]]:
    """Return the noise that writes a letter for one such digit, or all, small or as a capital."""

    def noise(number: str) -> list[str]:
        at = [i for i, c in enumerate(number) if c == digit]
        some = [number[:i] + letter + number[i + 1 :] for i in at]
        return [*some, number.replace(digit, letter), number.replace(digit, letter.upper())]

    return noise


def said(number: str) -> str:
    """Say the digits in words, and leave what else there is."""
    words = re.sub("[0-9]", lambda found: f" {WORDS[int(found[0])]} ", number)
    return " ".join(re.sub(r"[^\w]+", " ", words).split())


def spelled(number: str) -> list[str]:
    """Say the digits in words, all or the last or first half of them."""
    half = len(number) // 2
    return [
        said(number),
        said(number).replace("oh oh", "double oh").replace("seven seven", "double seven"),
        said(number).replace(" ", ", "),
        f"{number[:half]} {said(number[half:])}",
        f"{said(number[:half])} {number[half:]}",
    ]


def at_and_dot(mail: str) -> list[str]:
    """Write `at` and `dot`, in words or in brackets."""
    local, domain = mail.split("@")
    ats = (" at ", " (at) ", "[at]", " AT ", "(@)", " @ ", "@ ", " @", "<at>")
    dots = (" dot ", ".", "[dot]", "(dot)", " . ", " .")
    plain = [local + at + domain.replace(".", dot) for at, dot in product(ats, dots)]
    spoken = [local.replace(".", " dot ") + at + domain.replace(".", " dot ") for at in ats]
    return plain + [words for words in spoken if "@" not in words or " @ " in words]


def other_mark(mail: str) -> list[str]:
    """Hit the key beside: a comma for a dot, something else for the @, or either twice."""
    name, ending = mail.rsplit(".", 1)
    return [
        f"{name},{ending}",
        f"{name}, {ending}",
        f"{name}. {ending}",
        f"{name};{ending}",
        f"{name}..{ending}",
        mail.replace("@", "@@"),
        *(mail.replace("@", mark) for mark in ("'", '"', "#", "2", "£", "")),
    ]


def one_missing(mail: str) -> list[str]:
    """Leave one character out."""
    return [mail[:i] + mail[i + 1 :] for i in range(len(mail))]


def as_it_is(text: str) -> list[str]:
    """Type it well."""
    return [text]


def other_marks(date: str) -> list[str]:
    """Put another mark between day, month and year."""
    return [re.sub("[ /.-]", mark, date) for mark in "./-_ "]


def over_lines(date: str) -> list[str]:
    """Break the line at every space, or at the first."""
    return [date.replace(" ", "\n"), date.replace(" ", "\n", 1)]


NUMBER_NOISE: dict[str, Noise] = {
    "as it is": as_it_is,
    "spaces": spaced,
    "dots": joined_by("."),
    "dashes": joined_by("-"),
    "commas": joined_by(","),
    "slashes": joined_by("/"),
    "underscores": joined_by("_"),
    "brackets": bracketed,
    "line breaks": broken,
    "in two parts": halved,
    "case": in_case,
    "wrong digit": wrong_digit,
    "missing digit": missing_digit,
    "extra digit": extra_digit,
    "neighbours": swapped,
    "keycaps": keycaps,
    "full width": full_width,
    "zero width": unseen,
    "Arabic digits": other_digits(0x660),
    "Persian digits": other_digits(0x6F0),
    "Bengali digits": other_digits(0x9E6),
    "o for 0": letters_for("0", "o"),
    "l for 1": letters_for("1", "l"),
    "i for 1": letters_for("1", "i"),
    "s for 5": letters_for("5", "s"),
    "in words": spelled,
    "other marks": other_marks,
    "over lines": over_lines,
}
MAIL_NOISE: dict[str, Noise] = {
    "at and dot": at_and_dot,
    "other mark": other_mark,
    "one missing": one_missing,
    "neighbours": swapped,
    "full width": full_width,
    "zero width": unseen,
    "case": in_case,
}


MARKS = ("dots", "dashes", "commas", "slashes", "underscores", "brackets")
TYPED = ("wrong digit", "missing digit", "extra digit", "neighbours", "o for 0", "l for 1", "i for 1")
SHOWN = ("as it is", "case", "keycaps", "full width", "zero width", "Arabic digits", "Persian digits", "Bengali digits")
SPACED = ("spaces", "line breaks")
EVERY = (*MARKS, *TYPED, *SHOWN, *SPACED, "in two parts", "s for 5", "in words")
WRITTEN = {  # what there is, and which noise leaves it what it is
    "phones": (PHONES, EVERY),
    "NHS numbers": (REFERENCES["NHS"], EVERY),
    "National Insurance numbers": (REFERENCES["National Insurance"], EVERY),
    "bank details": (REFERENCES["bank"], EVERY),
    "case numbers": (REFERENCES["case"], EVERY),
    "crime numbers": (REFERENCES["crime"], EVERY),
    "tenancy numbers": (REFERENCES["tenancy"], EVERY),
    "student numbers": (REFERENCES["student"], EVERY),
    "number plates": (REFERENCES["vehicle"], (*MARKS, *SPACED, *SHOWN, *TYPED[:3], *TYPED[4:])),
    "postcodes": (POSTCODES, (*MARKS, *SPACED, *SHOWN, "wrong digit", "o for 0")),
    "handles": (HANDLES, (*SHOWN, "wrong digit", "missing digit", "extra digit", "o for 0", "l for 1", "i for 1")),
    "links": (LINKS, (*SHOWN, "wrong digit", "missing digit", "extra digit")),
    "machines": (MACHINES, (*SHOWN, "wrong digit", "missing digit", "extra digit", "o for 0")),
    "dates": (DATES, ("other marks", "over lines", *SHOWN)),
}
TABLE = [(what, kind) for what, (_, kinds) in WRITTEN.items() for kind in kinds]


def share_hidden(written: Iterable[str]) -> float:
    """Return the share of `written` of which no letter or digit is left, in any setting."""
    all_written = list(written)
    gone = [
        is_hidden(before, noisy, after)
        for noisy in all_written
        for before, after in (setting.split("{}") for setting in SETTINGS)
    ]
    return sum(gone) / len(gone)


def is_hidden(before: str, noisy: str, after: str) -> bool:
    """Whether every letter and digit of `noisy` is hidden between `before` and `after`."""
    hidden = {i for span in redact(before + noisy + after).spans for i in range(span.start, span.end)}
    return all(len(before) + i in hidden for i, c in enumerate(noisy) if c.isalnum())


@pytest.mark.parametrize(("what", "kind"), TABLE)
def test_numbers_are_hidden_with_typing_noise(what: str, kind: str) -> None:
    """Each kind of noise leaves nearly all of what leads to someone hidden, wherever it stands."""
    assert share_hidden(noisy for number in WRITTEN[what][0] for noisy in NUMBER_NOISE[kind](number)) >= ENOUGH


@pytest.mark.parametrize("kind", MAIL_NOISE)
def test_mails_are_hidden_with_typing_noise(kind: str) -> None:
    """Each kind of noise leaves nearly every mail address hidden."""
    assert share_hidden(noisy for mail in MAILS for noisy in MAIL_NOISE[kind](mail)) >= ENOUGH

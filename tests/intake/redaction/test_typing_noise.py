"""Numbers and mail addresses stay hidden however badly they are typed: each kind of noise, tried at every place."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.intake.redaction.hiding import redact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ENOUGH = 0.98  # of what each kind of noise makes

PHONES = ("07700 900123", "01632 960 451", "0161 496 0777", "+44 7700 900 846", "02079460018", "07700900582")
REFERENCES = ("943 476 5919", "QQ 12 34 56 C", "00418265", "04-99-17", "WX/0071182/25", "COMP-118842")
MAILS = ("jay.k@mailbox.example", "kayla_09@gmail.com", "t.osei-bonsu@hotmail.co.uk", "bxby2k9@outlook.com")
SETTINGS = ("ring me on {} after four", "my new one is {}", "{} thats it", "write it down: {}.", "i said {}, ok")
WORDS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

Noise = "Callable[[str], Iterable[str]]"


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
        mark.join(number.replace(" ", "").replace("+", "")),
        *everywhere(number, mark, digits),
    ]


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


def spelled(number: str) -> list[str]:
    """Say the digits in words, all or the last or first half of them."""
    said = [WORDS[int(c)] if c.isdigit() else "" for c in number]
    words = " ".join(filter(None, said))
    half = len(number) // 2
    return [
        words,
        words.replace("oh oh", "double oh").replace("seven seven", "double seven"),
        ", ".join(filter(None, said)),
        number[:half] + " " + " ".join(filter(None, said[half:])),
        " ".join(filter(None, said[:half])) + " " + number[half:],
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


NUMBER_NOISE = {
    "spaces": spaced,
    "dots": joined_by("."),
    "dashes": joined_by("-"),
    "commas": joined_by(","),
    "slashes": joined_by("/"),
    "wrong digit": wrong_digit,
    "missing digit": missing_digit,
    "neighbours": swapped,
    "keycaps": keycaps,
    "full width": full_width,
    "o for 0": letters_for("0", "o"),
    "l for 1": letters_for("1", "l"),
    "in words": spelled,
}
MAIL_NOISE = {
    "at and dot": at_and_dot,
    "other mark": other_mark,
    "one missing": one_missing,
    "neighbours": swapped,
    "full width": full_width,
}


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


@pytest.mark.parametrize("kind", NUMBER_NOISE)
def test_phones_are_hidden_with_typing_noise(kind: str) -> None:
    """Each kind of noise leaves nearly every phone hidden."""
    assert share_hidden(noisy for phone in PHONES for noisy in NUMBER_NOISE[kind](phone)) >= ENOUGH


@pytest.mark.parametrize("kind", MAIL_NOISE)
def test_mails_are_hidden_with_typing_noise(kind: str) -> None:
    """Each kind of noise leaves nearly every mail address hidden."""
    assert share_hidden(noisy for mail in MAILS for noisy in MAIL_NOISE[kind](mail)) >= ENOUGH


@pytest.mark.parametrize("kind", ["wrong digit", "neighbours", "keycaps", "full width", "o for 0", "l for 1"])
def test_references_are_hidden_with_typing_noise(kind: str) -> None:
    """Each kind of noise that leaves a reference a reference leaves it hidden."""
    assert share_hidden(noisy for number in REFERENCES for noisy in NUMBER_NOISE[kind](number)) >= ENOUGH

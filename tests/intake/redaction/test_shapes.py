"""Whatever has a recognisable shape is hidden, however it is written."""

from __future__ import annotations

import re

import pytest

from tests.intake.redaction.hiding import marked as hidden


@pytest.mark.parametrize(
    "phone",
    [
        "07700 900123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "o77oo 9oo123",
        "O77OO 9OO i23",
        "+44 (0)7700 900 123",
        "0770090012",
        "".join(chr(ord(digit) + 0xFEE0) for digit in "07700900123"),
        "0\u200b7700\u200b900123",
        "0\ufe0f\u20e37\ufe0f\u20e37\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e3 900123",
        "oh seven seven double oh, nine double oh, one two three",
        "07700, nine hundred, one two three",
        "o77oo, 9oo, 1two3",
        "double oh seven no wait oh seven seven double oh nine oh oh one two three",
        "o 1 6 3 2, 9 6 o, 1 2 3",
    ],
)
def test_a_phone_is_hidden_however_it_is_written(phone: str) -> None:
    """Odd spacing, words, letters for digits, emoji and a digit too few hide nothing from the redactor."""
    assert hidden(f"ring me on {phone} after four") == "ring me on [phone] after four"


def test_a_number_ends_with_its_sentence() -> None:
    """What the next sentence counts is no part of a phone."""
    assert hidden("its o77oo 9oo i23. 24/7 staff") == "its [phone]. 24/7 staff"


@pytest.mark.parametrize(
    "address",
    [
        "jay.k@mailbox.example",
        "jay dot k at gmail dot com",
        "jay (at) gmail",
        "jay[at]post[dot]example",
        "jay underscore k at quickpost dot example",
        "jay.k @ gmail . com",
        "jay.k@gmail,com",
        'jay.k"gmail.com',
        "j a y at outlook dot com",
    ],
)
def test_a_mail_address_is_hidden_also_as_it_is_spoken(address: str) -> None:
    """Writing `at` and `dot` doesn't keep an address from being hidden."""
    assert hidden(f"write to {address} please") == "write to [email] please"


@pytest.mark.parametrize("link", ["https://site.example/a?b=1", "www.site.example", "vidtube.example/c/me"])
def test_a_link_is_hidden(link: str) -> None:
    """Links and names of sites are hidden, without the full stop after them."""
    assert hidden(f"look at {link}.") == "look at [link]."


@pytest.mark.parametrize(
    "handle",
    ["@bxby.k", "my insta is jay.draws", "xX_Kay_Xx", "on discord im wolfie#1234", "lil.k_09", "psn wolfblade"],
)
def test_a_handle_is_hidden(handle: str) -> None:
    """Names on networks and in games are hidden by their shape or by the network's name before them."""
    assert hidden(f"{handle} ok").endswith("[handle] ok")


@pytest.mark.parametrize(
    "postcode",
    [
        "NG7 9QZ",
        "ng79qz",
        "in SE15",
        "on Maplin Street m14",
        "at n17",
        "NG7 9 something",
        "ng17 again",
        "in Moss Side m14",
    ],
)
def test_a_postcode_is_hidden_also_its_first_half(postcode: str) -> None:
    """Half a postcode is hidden where the words before it call for one."""
    assert "[postcode]" in hidden(f"i live {postcode} now")


@pytest.mark.parametrize(
    "address",
    [
        "47 Tolpuddle Avenue",
        "flat 3, 82 Cobblers Row",
        "11a inkerman rise",
        "2 Heol y Dderwen",
        "Garland Hill",
        "flat 6 tolpuddle court",
        "Flat B, 290 Cobblers Way",
        "The Old Rectory, Cobblers Lane",
        "Tolpuddle Parade, no. 61",
        "the caravan behind 3 Tolpuddle Cottages",
        "9 Cobblers Steps",
        "3/2, 118 Cobblers Street",
        "the flat above the chip shop on Cobblers Road",
        "the basement at 4a Cobblers Mews",
        "block c flat 19 tolpuddle house",
        "19 tolpuddle gdns",
        "Ground Floor Flat, 231 Old Cobblers Road",
        "the caravan opposite 3 Tolpuddle Cottages",
        "3rd floor, 112 Cobblers Parade",
    ],
)
def test_an_address_is_hidden_whole(address: str) -> None:
    """A flat, its house number and its street are one address."""
    assert hidden(f"they moved me to {address}!") == "they moved me to [address]!"


@pytest.mark.parametrize(
    "date",
    [
        "14/02/08",
        "4th of april",
        "17 September 2024",
        "2008-01-31",
        "the 30/9",
        "March 6th, 2019",
        "22nd of June",
        "march the 1st",
        "the 3rd of sept",
        "12.04.09",
        "fri 13 dec",
        "the ninth of the ninth 05",
        "31-xii-2005",
        "6 Tachwedd 2007",
        "the 23rd",
        "Thurs 9/10",
        "moved to 17/04",
        "22 June 2o09",
        "4th.of.april",
    ],
)
def test_a_calendar_date_is_hidden(date: str) -> None:
    """A day with its month is hidden however it is written."""
    assert "[date]" in hidden(f"they told me on {date} ok")


def test_days_in_a_row_are_dates() -> None:
    """What is beside a date, and written as it is, is one too; marks and shares are not."""
    assert hidden("reported 3/11 9/11 and again 20/11") == "reported [date] [date] and again [date]"
    assert hidden("rang 14/9, then 2/9") == "rang [date], then [date]"
    same = "9/11 was on, 3/4 of us said 9/10, one 11/10, we are here 24/7"
    assert hidden(same) == same


@pytest.mark.parametrize(
    "age",
    [
        *("im 18", "who is 15", "aged nine", "my 12 yr old brother", "my cousin Besart 16", "she's 8 months"),
        *(
            "im fiveteen",
            "i am 17 and a half",
            "hes 22 lives in a van",
            "my bby is 8mths",
            "me 16 her 14",
            "i have 17 years.",
        ),
        *(
            "my two, 9 and 12",
            "Wren (they/them, 20)",
            "im bi, 16",
            "the home office says 22",
            "wor kid's 11",
            "Age: 15.",
        ),
        *("I turned eighteen on tuesday", "i've just hit 25", "turnin 21 in june", "he'll be sixteen in a week"),
        *("my twin sisters, both 7, are here", "the youngest lad here, 9, cries", "two lads here, 15 n 16, wait"),
        *(
            "our three are 4, 6 and 11",
            "me and my sister are 12 and 14",
            "Both girls (9 and 12) wait",
            "girl of 13 here",
        ),
        *("19F, care leaver", "YP is 14yrs old", "16 yr old here", "15 here", "seventeen n pregnant", "17m", "18 y.o."),
        *("its my 18th birthday tomorrow", "at the grand old age of 17", "nearly 18 n no flat", "ages: 5 and 7"),
        *("the lad in the next room is 15", "my papers say im 16", "im 2o", "16 in march", "pregnant and seventeen"),
    ],
)
def test_the_age_that_someone_has_now_is_hidden(age: str) -> None:
    """The exact present age of a particular person is hidden."""
    said = hidden(f"hello. {age}, thats all")
    assert "[age]" in said
    assert not re.search("[0-9]|teen", re.sub(r"\[name [0-9]\]", "", said))


def test_an_age_is_hidden_however_soon_it_comes() -> None:
    """It tells the birthday to the day; that two in three are somewhere tells nothing."""
    assert hidden("im 18 in 3 weeks. hes 21 in two days") == "im [age] in 3 weeks. hes [age] in two days"
    assert hidden("i am 2 in 3 of us, 1 in 5") == "i am 2 in 3 of us, 1 in 5"


@pytest.mark.parametrize(
    "number",
    [
        *("943 476 5919", "QQ 12 34 56 C", "WX/0071182/25", "04-99-17", "00418265", "BK44 RVO", "COMP-118842"),
        *("RC2208814", "CAMPB 903154 D99KT", "RX1 4470032", "BX 0091 / 3", "WMUKPTG6", "A 1234 AA", "bk44 rvo"),
    ],
)
def test_a_reference_is_hidden(number: str) -> None:
    """Runs of six digits and codes of letters and digits are hidden, whether they are valid or not."""
    assert hidden(f"my number is {number} ok") == "my number is [number] ok"


@pytest.mark.parametrize(
    "plain",
    [
        "I got £1,200 and 28 days notice at 10:30 in Year 10, room 3, on section 20.",
        "Ring 999, 111, 0800 1111, 116 123 or 0808 800 5792, or text 85258.",
        "When I turned 18, at 16, over 21s, until 25, from 16 to 18: rules.",
        "It was May 2019, a Tuesday in June, 3 miles and 24/7.",
        "a 16 year old shouldn't have to sign a tenancy",
        "how is a 16 yr old meant to live, im 2 buses away, hes 6 foot and she's 17 weeks pregnant",
        "moved to 3 different homes in 2 years, i live at my nans, my address is wrong on the form",
        "i may go on the first of many days, on the 9th floor, the 2nd time, 9/10 for it, open till 9.30",
        "see u l8r m8 on the M62 in year 10 on level 2 with vitamin B12",
        "kids of nine, ten, eleven, twelve, since 2019, 2020, 2021; we got 1,200, 2,300 and 4,500",
        "£1,200 then £300, 300 then 400, 12.50 and 10.99, 10:30 to 11:45, 10.30-11.15, 1.5, 2.25 and 3.75 hours",
        "24/7, 50/50, 7/10, 3 of 4, 18-25, section 20, s47, no. 1, C2, EHCP 2022-2023, 2019/20, bus 17, 500 points",
        "grades 9 8 8 7 7 6, GCSE 7 7 6 6 5 5, 90% of 200 kids, 100,000 kids, 1,200,000 pounds, UC 1,200, year 2024 25",
        "NO ONE told me, NOT ONE of you. we won 3-2, 4-4-2, 1 2 3 4 5 6, ages 5,6,7,8 and 9, a laptop (HP, 16GB)",
        "Part 1. What went wrong. part 2 is next, step 3, phase 4, my font is size 14",
        "the kids of 9 homes, aged 5 to 11, children aged 10, ages 16 or over, they turn 18, when he turned 18",
        "dont @ me, dont email me at work, how many had hardware that could",
    ],
)
def test_what_points_to_nobody_stays_readable(plain: str) -> None:
    """Money, times, laws, years, legal ages and public helplines are left alone."""
    assert hidden(plain) == plain


@pytest.mark.parametrize(
    "code",
    [
        "velvet-otter-plank-clinic-drift",
        "velvet otter plank clinic drift",
        "Velvet Otter\nPlank Clinic Drift",
        "velvet otter plank\n> clinic drift",
        "velvet otter\n> > plank clinic\n> > drift",
        "velvet otter plank\n        clinic drift",
        "velvet\n\notter\n\nplank\n\nclinic\n\ndrift",
        "velvet. otter. plank. clinic. drift",
        "velvet/otter/plank/clinic/drift",
        "velvet_otter_plank_clinic_drift",
        "velvet* *otter* *plank* *clinic* *drift",
        "velvet 2. otter 3. plank 4. clinic 5. drift",
        "velvet, 2) otter, 3) plank, 4) clinic, 5) drift",
        "velvetotterplankclinicdrift",
        "VelvetOtterPlankClinicDrift",
        "velvet\u00adotter\u00adplank\u00adclinic\u00addrift",
        "velvet-otter-plnak-clinic-drift",
    ],
)
def test_a_receipt_code_is_hidden(code: str) -> None:
    """Whoever reads a code could take the voice back, so none is ever kept in clear."""
    assert hidden(f"my code is {code}") == "my code is [number]"


@pytest.mark.parametrize(
    "plain",
    [
        "it was an up-to-the-minute plan",
        "we had dinner, a plank, otters, a clinic and a drift",
        "we said the misunderstandings were disproportionately stressful",
    ],
)
def test_what_only_looks_like_a_code_stays(plain: str) -> None:
    """Hyphens, long words and a few of a code's words make none."""
    assert hidden(plain) == plain


@pytest.mark.parametrize(
    "address", ["203.0.113.77", "2001:db8:85a3::8a2e:370:7334", "fe80::1", "00:1A:2b:3c:4d:5e", "00-1a-2b-3c-4d-5e"]
)
def test_an_address_of_a_machine_is_hidden(address: str) -> None:
    """An IP or MAC address leads to a household."""
    assert hidden(f"it says {address} on it") == "it says [number] on it"


@pytest.mark.parametrize("text", ["back by 10:30:45 please", "well:: that is that", "version 1.2.3 of the plan :)"])
def test_what_only_looks_like_such_an_address_stays(text: str) -> None:
    """A time, a double colon and a version point to nobody."""
    assert hidden(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I live at 14b Albert Road, Wigan WN1 3AB now", "I live at [address], [place] [postcode] now"),
        ("its in wigan wn1 3ab", "its in [place] [postcode]"),
        ("write to Stoke-on-Trent, ST1 1AA please", "write to [place], [postcode] please"),
        ("my postcode is WN1 3AB", "my postcode is [postcode]"),
    ],
)
def test_the_town_before_a_postcode_is_hidden(text: str, kept: str) -> None:
    """A town is part of its address, listed or not."""
    assert hidden(text) == kept

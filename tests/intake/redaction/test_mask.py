"""Placeholders keep the sense: who is who, what sort of place it was, how old in the law's bands, and the grammar."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.passage import LONGEST
from intake.raw import RawWords
from intake.redaction.councils import label_councils, same
from intake.redaction.entities import as_elsewhere
from intake.redaction.lexicon import Lexicon, load_lexicon
from intake.redaction.mask import mask
from intake.redaction.people import short_names
from intake.redaction.sense import PLACEHOLDER, Known, pieces
from intake.wishes import Wishes
from storage.model import Label, Span
from tests.cost import costs_less_than
from tests.intake.redaction.hiding import hidden, the_redactor

HIDDEN = re.compile(r"\{([A-Z]+) ([^}]*)\}")


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    return load_lexicon()


def parsed(text: str) -> tuple[str, list[Span]]:
    """Return a text, and the spans that stand in it as `{NAME Karolina}`."""
    raw, end = "", 0
    spans: list[Span] = []
    for found in HIDDEN.finditer(text):
        raw += text[end : found.start()]
        spans.append(Span(len(raw), len(raw) + len(found[2]), Label(found[1])))
        raw += found[2]
        end = found.end()
    return raw + text[end:], spans


def masked(text: str, *, council: str | None = None, english: bool = True) -> str:
    """Return `text` masked, with what stands in it as `{NAME Karolina}` hidden."""
    raw, spans = parsed(text)
    look_up = lexicon().look_up
    spans = label_councils(raw, as_elsewhere(raw, spans, look_up))
    return mask(raw, spans, (), Known(look_up, short_names(), english, same(council) if council else None)).text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{NAME kayleigh} rang. {NAME Kayleigh}'s lovely", "[name 1] rang. [name 1]'s lovely"),
        ("{NAME Kayleigh} rang. {NAME Kay} never rings", "[name 1] rang. [name 1] never rings"),
        ("{NAME Kayliegh} is my PA. {NAME Kayleigh} is ok", "[name 1] is my PA. [name 1] is ok"),
        ("{NAME karolina} and {NAME karolinas} dog", "[name 1] and [name 1] dog"),
        ("{NAME N-H-U-N-G}. {NAME Nhung}.", "[name 1]. [name 1]."),
        ("{NAME Daniel} came. {NAME Dan} left. {NAME Danny} rang", "[name 1] came. [name 1] left. [name 1] rang"),
        ("Mr {NAME Okafor} said no. {NAME Okafor} says no", "Mr [name 1] said no. [name 1] says no"),
        ("{NAME Daniel Okafor} and then Mr {NAME Okafor}", "[name 1] and then Mr [name 1]"),
        ("{NAME Karolina Nowak}, so {NAME K Nowak}", "[name 1], so [name 1]"),
        ("{NAME Shanice} and later {NAME Shanice Brown}", "[name 1] and later [name 1]"),
    ],
)
def test_the_same_person_has_the_same_number(text: str, kept: str) -> None:
    """By first name, surname, nickname, one wrong letter, a possessive or letter by letter."""
    assert masked(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{NAME Kayleigh} and {NAME Kay} came round", "[name 1] and [name 2] came round"),
        ("{NAME Liam Nowak}, then {NAME Jake Nowak}. {NAME Liam} left", "[name 1], then [name 2]. [name 1] left"),
        ("{NAME Sarah Jones}, {NAME Sarah Smith}, {NAME Sarah Jones}", "[name 1], [name 2], [name 1]"),
        ("Mr {NAME Okafor} and Mrs {NAME Okafor}. Mrs {NAME Okafor}", "Mr [name 1] and Mrs [name 2]. Mrs [name 2]"),
        ("{NAME Lee James} says {NAME James} is ok", "[name 1] says [name 2] is ok"),
        ("my friend {NAME Grace} and Mr {NAME Grace}", "my friend [name 1] and Mr [name 2]"),
        ("my sis {NAME kay} ({AGE 9}) and {NAME Kayleigh Nowak}", "my sis [name 1] ([age under 16]) and [name 2]"),
        ("{NAME Samuel}. {NAME Samantha}. {NAME Sam}", "[name 1]. [name 2]. [name 3]"),
        ("{NAME Jordan} left. {NAME J} came", "[name 1] left. [name 2] came"),
        ("{NAME Carla} left. {NAME Carly} came", "[name 1] left. [name 2] came"),
    ],
)
def test_two_people_are_never_made_one(text: str, kept: str) -> None:
    """Two full names, two titles, two names that people have, or a name that might be either's."""
    assert masked(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i go to {ORG st bede's high}", "i go to [school]"),
        ("my school {ORG langley high} dont care", "my [school] dont care"),
        ("{ORG Oakwood} school was ok", "[school] was ok"),
        ("got excluded from {ORG kingsmead}", "got excluded from [school]"),
        ("im doing btec at {ORG Wigan college}", "im doing btec at [college]"),
        ("i went to the {ORG University of Bradford}", "i went to the [university]"),
        ("the {ORG Oakfield} children's home closed", "the [children's home] closed"),
        ("i was at {ORG St Cuthman's Home for Boys}", "i was at [children's home]"),
        ("i moved into {ORG Oakfield House} in may", "i moved into [home] in may"),
        ("{ORG Oakfield House}. my placement at {ORG oakfield} ended", "[home]. my placement at [home] ended"),
        ("{ORG Oakfield House} is my home. {NAME Oakfield} was cold", "[home] is my home. [home] was cold"),
        ("a {ORG Hazelcroft} kid", "an [organisation] kid"),
        ("an {ORG Oakwood Academy} kid", "a [school] kid"),
        ("the gp at {ORG greenhill surgery}", "the gp at [surgery]"),
        ("born at {ORG Airedale}, in the hospital", "born at [hospital], in the hospital"),
        ("at {ORG Leeds Crown Court}", "at [court]"),
        ("got sent to {ORG hmp doncaster}", "got sent to [prison]"),
        ("i train at {ORG Salford Boxing Club}.", "i train at [club]."),
        ("i work at {ORG Pennock's bakery}", "i work at [workplace]"),
        ("{ORG St Barnabas} church gave me food", "[place of worship] gave me food"),
        ("we met at {ORG Civic House}", "we met at [organisation]"),
        ("from {ORG Langley High} to {ORG Moor End Academy}", "from [school 1] to [school 2]"),
        ("{ORG Langley High}. {ORG langley}. {ORG Wigan college}", "[school]. [school]. [college]"),
        ("{ORG Langley High}'s teachers", "[school]'s teachers"),
    ],
)
def test_an_organisation_is_called_what_it_is(text: str, kept: str) -> None:
    """By its own words or those beside it; its kind is said once, and two of a kind have numbers."""
    assert masked(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("im {AGE 17}", "im [age 16-17]"),
        ("my bro ({AGE 9})", "my bro ([age under 16])"),
        ("im {AGE seventeen}, shes {AGE twenty four}", "im [age 16-17], shes [age 21-24]"),
        ("a {AGE 14}-year-old girl", "an [age under 16] girl"),
        ("A {AGE 18} year old care leaver", "An [age 18-20] care leaver"),
        ("as a {AGE 16} year old i got nothing", "as an [age 16-17] year old i got nothing"),
        ("my {AGE 12} yr old sister", "my [age under 16] sister"),
        ("im {AGE 17} yrs old", "im [age 16-17]"),
        ("hes {AGE 15}yo and sad", "hes [age under 16] and sad"),
        ("a girl aged {AGE 14}", "a girl [age under 16]"),
        ("im {AGE 20}, {AGE 21}, {AGE 25} and {AGE 82}", "im [age 18-20], [age 21-24], [age 25+] and [age 25+]"),
        ("baby is {AGE 18 months}", "baby is [age under 16]"),
        ("im {AGE 18 and 3 months}", "im [age 18-20]"),
        ("im {AGE 16 and a half}", "im [age 16-17]"),
        ("my {AGE 8-month}-old son", "my [age under 16] son"),
        ("im {AGE 1\ufe0f\u20e37\ufe0f\u20e3}", "im [age 16-17]"),
        ("they were {AGE 5}, {AGE 7} and {AGE ten}", "they were [age under 16], [age under 16] and [age under 16]"),
        ("im {AGE xvii}", "im [age]"),
    ],
)
def test_an_age_is_kept_as_its_band(text: str, kept: str) -> None:
    """The bands are those of the law; what can't be read as a number has none."""
    assert masked(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{PLACE salford} council said no", "[council] said no"),
        ("{PLACE Salford} City Council's social workers", "[council]'s social workers"),
        ("{PLACE Kirklees} said no", "[council] said no"),
        ("the {PLACE London} {NAME Borough} of {PLACE Brent} owes me", "the [council] owes me"),
        ("the London Borough of {PLACE Brent} owes me", "[council] owes me"),
        ("{ORG Birmingham Children's Trust} rang", "[council] rang"),
        ("{PLACE kent} social services came", "[council] social services came"),
        ("{PLACE Kent} LA wont pay", "[council] wont pay"),
        (
            "my council is {PLACE wigan}. {PLACE wigan} council never ring",
            "my council is [my council]. [my council] never ring",
        ),
        ("i am in care to {PLACE Kent}", "i am in care to [my council]"),
        ("she was in care to {PLACE Kent}", "she was in care to [council]"),
        ("I'm a {PLACE Barnet} care leaver in {PLACE Hull}", "I'm a [my council] care leaver in [place]"),
        ("{PLACE Sunderland} stopped my payment", "[council] stopped my payment"),
        ("{PLACE Kent} are my corporate parent", "[my council] are my corporate parent"),
        ("my council {PLACE Kent} said no", "[my council] said no"),
        (
            "my council, {PLACE Kent}, says {PLACE Wigan} council pays",
            "my council, [my council], says [another council] pays",
        ),
        ("moved out of area to {PLACE Kent} council", "moved out of area to [another council]"),
        (
            "placed in {PLACE Trafford}'s area, {PLACE Trafford} council wont pay",
            "placed in [another council]'s area, [another council] wont pay",
        ),
        ("{PLACE Lambeth} council says {PLACE Croydon} council pays", "[council 1] says [council 2] pays"),
        ("no {PLACE wigan} council tax", "no [place] council tax"),
        ("i live in {PLACE wigan} and {PLACE wigan} council is ok", "i live in [place] and [council] is ok"),
        (
            "from {PLACE Leeds} to {PLACE Hull} and back to {PLACE leeds}",
            "from [place 1] to [place 2] and back to [place 1]",
        ),
        ("{PLACE Stoke-on-Trent}. {PLACE stoke}", "[place]. [place]"),
        ("{PLACE Leeds} and {PLACE North Leeds}", "[place 1] and [place 2]"),
    ],
)
def test_a_council_keeps_its_role_and_places_are_told_apart(text: str, kept: str) -> None:
    """Whose council it is stays, and so does moving from one place to another and back."""
    assert masked(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{PLACE salford} council said no", "[my council] said no"),
        ("my {PLACE Salford} council worker", "[my council] worker"),
        ("{PLACE Salford} and {PLACE Kent} council", "[place] and [another council]"),
        ("my council is {PLACE Kent}", "my council is [another council]"),
    ],
)
def test_whoever_says_which_council_is_theirs_is_believed(text: str, kept: str) -> None:
    """The council that was chosen is theirs, and every other one another's."""
    assert masked(text, council="Salford City Council") == kept


def test_a_message_that_is_not_english_keeps_its_own_words() -> None:
    """Articles and nouns of English mean something else there; bands and numbers are the same."""
    text = "a {AGE 17} school {ORG Langley High} {PLACE Leeds} {PLACE Hull}"
    assert masked(text, english=False) == "a [age 16-17] school [school] [place 1] [place 2]"


def test_a_chosen_council_goes_with_the_words() -> None:
    """The redactor tells a writer's council by the name that they chose."""
    wishes = Wishes(council=RawWords("Salford City Council"))
    said = the_redactor().redact(RawWords("salford council said wigan council should pay"), wishes)
    assert said.words.text == "[my council] said [another council] should pay"


@pytest.mark.parametrize(
    "text",
    [
        "[name 1] told [name 2] in [place], [place 2]",
        "[school] and [school 2], [children's home], [place of worship], [organisation 3]",
        "[age], [age under 16], [age 16-17], [age 18-20], [age 21-24], [age 25+]",
        "[council], [my council], [another council], [another council 2]",
        "[address] [postcode] [phone] [email] [link] [handle] [date] [number] [hidden]",
    ],
)
def test_what_was_redacted_before_stays(text: str) -> None:
    """Somebody passes on what we showed them."""
    assert hidden(text) == text
    assert all(PLACEHOLDER.fullmatch(one) for one in re.findall(r"\[.*?\]", text))


def test_numbers_go_on_after_those_that_are_there() -> None:
    """A new person is never one who was in the words already."""
    assert (
        masked("[name 2] in [place], {NAME Karolina} in {PLACE Leeds}") == "[name 2] in [place], [name 3] in [place 2]"
    )


SAID = [
    "{NAME Kay}",
    "{NAME Kay Ng}",
    "{PLACE Leeds}",
    "{ORG Moor High}",
    "{AGE 17}",
    "{AGE x}",
    "{HIDDEN q}",
    "{PLACE Kent}",
]
WORDS = [
    "council",
    "a",
    "an",
    "my",
    "the",
    "year",
    "old",
    "girl",
    "school",
    "'s",
    "aged",
    "in care to",
    "borough of",
    ",",
    "\n",
]


@given(st.lists(st.sampled_from(SAID + WORDS), max_size=14).map(" ".join))
def test_pieces_cover_every_span_and_nothing_twice(text: str) -> None:
    """Whatever else a placeholder stands for, what had to be hidden is gone, and suggestions stay where they were."""
    raw, spans = parsed(text)
    labelled = label_councils(raw, spans)
    asked = [Span(*found.span(), Label.NAME, 0.4) for found in re.finditer("old|council", raw)]
    known = Known(lexicon().look_up, short_names())
    made = list(pieces(raw, labelled, asked, known))
    assert all(piece.start <= span.start and span.end <= piece.end for piece, span in zip(made, labelled, strict=True))
    assert all(one.end <= two.start for one, two in pairwise(made))
    words = mask(raw, labelled, asked, known)
    assert [words.text[span.start : span.end] for span in words.suggestions] == [raw[a.start : a.end] for a in asked]


@pytest.mark.parametrize(
    "piece",
    ["{NAME Kayaaa%d} ", "{ORG Moor%d} ", "{PLACE Kent%d} council ", "my council is {PLACE K%d} ", "[name 1] {AGE 1} "],
)
def test_a_message_full_of_names_costs_no_more_than_its_length(piece: str) -> None:
    """Who is who is found out in a time that grows with the text alone."""
    count = LONGEST // len(piece)
    text = "".join(piece % n if "%d" in piece else piece for n in range(count))
    assert costs_less_than(2, lambda: masked(text))

"""Places and organisations are told from everyday words by what stands around them, in capitals or not."""

from __future__ import annotations

import pytest

from tests.intake.redaction.hiding import marked as hidden


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i live at oakfield with 4 others", "i live at [organisation] with 4 others"),
        ("staff at hazelcroft are sound", "staff at [organisation] are sound"),
        ("the limes is where i grew up", "[organisation] is where i grew up"),
        ("no one asked at st bedes", "no one asked at [organisation]"),
        ("my school langley high dont care", "my school [organisation] dont care"),
        ("got sent to hmp doncaster", "got sent to [organisation]"),
        ("my brother is at kingfisher academy", "my brother is at [organisation]"),
        ("im in wetherby yoi", "im in [organisation]"),
        ("our gp at greenhill surgery", "our gp at [organisation]"),
        ("the rainbow centre helped", "[organisation] helped"),
        ("ms okafor at city heights sixth form", "ms [name 1] at [organisation]"),
        ("paid in cash from delaney's fish bar", "paid in cash from [organisation]"),
        ("staff at haven are sound", "staff at [organisation] are sound"),
        ("the nursery at little acorns let me pay weekly", "the nursery at [organisation] let me pay weekly"),
        ("me and Keisha from new leaf hostel", "me and [name 1] from [organisation]"),
        ("what time does streetspace shut", "what time does [organisation] shut"),
        ("crossways charge the council a fortune", "[organisation] charge the council a fortune"),
        ("her school holy trinity read it out", "her school [organisation] read it out"),
        ("went from oak bank to elm bank", "went from [organisation] to [organisation]"),
        ("harmony house is shut", "[organisation] is shut"),
        ("i volunteer for hedgehog rescue", "i volunteer for [organisation]"),
        ("keystone is damp", "[organisation] is damp"),
        ("the home is called hearts of oak which is odd", "the home is called [organisation] which is odd"),
        ("my advocate from speakeasy wrote it down", "my advocate from [organisation] wrote it down"),
        ("brightpath staff sleep on shift", "[organisation] staff sleep on shift"),
        ("st cuths is better than bishop barr", "[organisation] is better than [organisation]"),
        ("kicked out of oakwood academy", "kicked out of [organisation]"),
    ],
)
def test_organisations_are_hidden_in_lower_case(text: str, kept: str) -> None:
    """Homes, schools and surgeries are known by the shape of their names and by what leads to them."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We met at Stepping Stones", "We met at [organisation]"),
        ("They put me in The Haven", "They put me in [organisation]"),
        ("In Year 9 I moved to New Wine Chapel", "In Year 9 I moved to [organisation]"),
        ("the new home is called Stepping Stones", "the new home is called [organisation]"),
        ("at the Watling Hostel", "at [organisation]"),
        ("the Bread and Roses kitchen", "[organisation]"),
        ("a resident of St Cuthman's Home for Boys", "a resident of [organisation]"),
        ("studying at the University of Bradford", "studying at [organisation]"),
        ("at Pennock's bakery", "at [organisation]"),
        ("at St Aidan's secure unit", "at [organisation]"),
        ("settled at Bishop Monkton C of E", "settled at [organisation]"),
        ("my evening was at Lady Lumley, honest", "my evening was at [organisation], honest"),
        ("came out of HMP Parc in trackies", "came out of [organisation] in trackies"),
        ("mass at Our Lady and St Brendan's because", "mass at [organisation] because"),
        ("whoever runs The Old Fire Station now", "whoever runs [organisation] now"),
        ("the job in Hassan's car wash", "the job in [organisation]"),
        ("i play for AFC Stonebridge", "i play for [organisation]"),
        ("a group called Rise Up Rhyl meets", "a group called [organisation] meets"),
        ("dance at Miss Kelly's on a weds", "dance at [organisation] on a weds"),
        ("King Alfred's gave me a laptop", "[organisation] gave me a laptop"),
        ("what happened to Project 18?", "what happened to [organisation]?"),
        ("with a couple who run the Hot Potato now", "with a couple who run [organisation] now"),
        ("in Chapel they take ur phone", "in [organisation] they take ur phone"),
        ("at college (Westking) I get a bursary", "at college ([organisation]) I get a bursary"),
        ("three homes: Hope Cottage and worse", "three homes: [organisation] and worse"),
        ("sacked from Gino's cos i had a review", "sacked from [organisation] cos i had a review"),
        ("my apprenticeship is with Denton & Sons", "my apprenticeship is with [organisation]"),
        ("they changed my school to LPGS", "they changed my school to [organisation]"),
        ("got me a mentor thru Second Wind Lewes", "got me a mentor thru [organisation]"),
    ],
)
def test_names_in_capitals_are_hidden_whole(text: str, kept: str) -> None:
    """A name goes from its first word to its last; its article with it, since nobody can say whose it is."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "my school is worse than the leaving care team and the family court",
        "the youth club, a secure unit, the children's home and the contact centre",
        "At Parents Evening the Independent Reviewing Officer asked about my Pathway Plan",
        "The Home Office wrote to the Director of Children's Services",
        "Manchester United, a Newcastle fan and Everton till i die",
        "a manky house, a bail hostel, this poxy school",
        "we played at breaktime under the footbridge",
        "Clare's Law, Alton Towers and a Vauxhall Corsa",
        "my dads house and my mum's house",
        "at night, at 3am, at work experience, good at drawing and shouting at people",
        "my worker from leaving care and the lady from housing",
        "it is called privilege, or so they say",
        "the home called police over a mug",
        "waiting for proper housing, good with kids, to the river bank",
        "the hull of a ship, four adults in one small kitchen, in supported housing",
        "in March, in History, at Reception and in Work",
        "at the Duke of Edinburgh thing, through the Prince's Trust",
    ],
)
def test_everyday_words_chains_and_teams_stay(text: str) -> None:
    """What everybody has, buys or watches points to nobody."""
    assert hidden(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my nan lives in bury and i was in deal", "my nan lives in [place] and i was in [place]"),
        ("hook. fleet. basingstoke. that is my life", "[place]. [place]. [place]. that is my life"),
        ("the Aylesbury estate", "[place]"),
        ("salford council ignored me", "[council] council ignored me"),
        ("from moston to toxteth", "from [place] to [place]"),
        ("Street is a real town", "[place] is a real town"),
        ("i came from herat through calais", "i came from [place] through [place]"),
    ],
)
def test_places_are_hidden_however_small_or_like_words(text: str, kept: str) -> None:
    """Suburbs and estates, towns that are words too, and cities elsewhere."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "i had to bury my dad and deal with it",
        "it is set in stone and i am good in reading",
        "That was in March",
        "they wanted him to settle",
        "she taught me to plait",
        "our council estate in Wales",
    ],
)
def test_words_that_are_places_too_stay(text: str) -> None:
    """A verb, a month or a country is no town."""
    assert hidden(text) == text


@pytest.mark.parametrize("name", ["hunter", "spencer", "flood", "hope", "fisher", "forest"])
@pytest.mark.parametrize(
    "said", ["i go to {} high school", "kicked out of {} academy", "they took me to {} hospital", "went {} primary"]
)
def test_schools_called_as_families_are_that_are_words_are_hidden(name: str, said: str) -> None:
    """In lower case too, where something leads there."""
    assert name not in hidden(said.format(name))


@pytest.mark.parametrize(
    "plain",
    [
        "i want to go to normal high school",
        "she went to private hospital",
        "he got into cook school",
        "they sent me to small primary schools, better high schools",
        "go to beauty college, or to young academy kids",
    ],
)
def test_what_sort_of_school_it_is_stays_readable(plain: str) -> None:
    """A word that is a surname too says what sort of school it is."""
    assert hidden(plain) == plain

"""Schools, homes, clubs and small firms are hidden by what their names are made of and by where these stand."""

from __future__ import annotations

import pytest

from tests.intake.redaction.hiding import marked as hidden


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i go fulwell comp now", "i go [organisation] now"),
        ("our doctors is green lane medical centre", "our doctors is [organisation]"),
        ("i help at wansford food bank", "i help at [organisation]"),
        ("im at uni of kent", "im at [organisation]"),
        ("our mosque masjid al huda fed us", "our mosque [organisation] fed us"),
        ("goldthread care ltd took the money", "[organisation] took the money"),
        ("All Souls put me in isolation", "[organisation] put me in isolation"),
        ("im starting Barnfield Tech in sept", "im starting [organisation] in sept"),
        ("Mossbrook Collage said i cant", "[organisation] said i cant"),
        ("H&K Autos took me on", "[organisation] took me on"),
        ("Amber Trust paid for it", "[organisation] paid for it"),
        ("got kicked out of the Mulberry", "got kicked out of [organisation]"),
        ("then the Bridge, then nothing", "then [organisation], then nothing"),
        ("what is a PEP if Kings Lea wont come", "what is a PEP if [organisation] wont come"),
        ("before that Copper Beech, before that a caravan", "before that [organisation], before that a caravan"),
        ("Cornerhouse Kinship Café is my sanity", "[organisation] is my sanity"),
        ("i was born at Fairhaven Mother and Baby Home", "i was born at [organisation]"),
        ("a friend is in eastwood park with her baby", "a friend is in [organisation] with her baby"),
        ("they do plays at the Brewhouse youth theatre", "they do plays at [organisation]"),
        ("who at St Oswald's RC thought of it", "who at [organisation] thought of it"),
        ("they put me in harbourside with no lock", "they put me in [organisation] with no lock"),
        ("i got kicked out of parrs wood", "i got kicked out of [organisation]"),
        ("she goes ashton sixth", "she goes [organisation]"),
        ("a shift at the red lion", "a shift at [organisation]"),
        ("from blossom house to rose cottage", "from [organisation] to [organisation]"),
        ("lost in the flood at Mill Road depot", "lost in the flood at [organisation]"),
    ],
)
def test_a_name_is_known_by_what_it_is_made_of(text: str, kept: str) -> None:
    """By the kind of thing that it ends with, trees and birds in capitals, and how names of houses end."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "plain",
    [
        "he won the fortnite comp again",
        "the local food bank is shut, and the police station too",
        "i walk down the main road primary kids use",
        "the Queen came, and the Duke of Edinburgh award is hard, and the North is cold",
        "they shop at B&M. everyone slags CAMHS",
        "the operating theatre at the hospital",
        "a lion and a red bus, and i came sixth",
        "he is on ward 12 and i am in bed 9",
        "there is a Christmas Tree and a Family Tree",
        "the other side of it is that the view is nice",
    ],
)
def test_what_is_made_alike_and_names_nothing_stays_readable(plain: str) -> None:
    """Awards, chains, trees and whatever everybody has."""
    assert hidden(plain) == plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Salt & Scissors are taking on juniors", "[organisation] are taking on juniors"),
        ("shout out Pedals & Punctures for the bike", "shout out [organisation] for the bike"),
        ("my surgery is dr patel & partners", "my surgery is [organisation]"),
        ("i worked for Hobbs and sons", "i worked for [organisation]"),
        ("Cutz by Marlon does it for free", "[organisation] does it for free"),
        ("nails by elen did mine", "[organisation] did mine"),
        ("Ngozi from Next Steps Lewisham rang", "[name 1] from [organisation] rang"),
        ("i got it through Build It Bolton", "i got it through [organisation]"),
        ("Aspire2Nest are coining it", "[organisation] are coining it"),
        ("a lady at the Tuesday Lunch Club", "a lady at [organisation]"),
        ("it's from the Polish Saturday School", "it's from [organisation]"),
        ("i lived at Number 9 for a year", "i lived at [organisation] for a year"),
        ("dont get me started on hilltop", "dont get me started on [organisation]"),
        ("he is in parc now", "he is in [organisation] now"),
        ("our group is Loud And Proud", "our group is [organisation]"),
    ],
)
def test_a_name_is_known_by_its_parts(text: str, kept: str) -> None:
    """By two things that are one, by who makes them, by their day, and by what schemes promise."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "plain",
    [
        "Mum & Dad are coming, and Health & Safety is a joke",
        "Terms & Conditions are long",
        "fathers and sons, partners welcome",
        "cakes by my carer are lush",
        "Sunday School was fun, then Monday Night Football",
        "an address i hadnt lived at since i was small",
        "i always panic at unknown numbers",
        "the man at desk, very polite. boys at placement laugh",
    ],
)
def test_parts_of_everyday_speech_stay_readable(plain: str) -> None:
    """Stock pairs, families, days, and what an article is missing before."""
    assert hidden(plain) == plain

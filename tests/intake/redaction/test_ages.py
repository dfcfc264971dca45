"""The age that someone has now is told from past ages, legal ages and whatever else is counted."""

from __future__ import annotations

import pytest

from tests.intake.redaction.hiding import marked as hidden


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("chase is 6 and he thinks hes coming home", "[name 1] is [age] and he thinks hes coming home"),
        ("so ibby is 17 and they want him out", "so [name 1] is [age] and they want him out"),
        ("i come by lorry. now 17 but they dont believe", "i come by lorry. now [age] but they dont believe"),
        ("f/17, semi independent", "f/[age], semi independent"),
        ("sat by a bloke whos 40 when im only 18", "sat by a bloke whos [age] when im only [age]"),
        ("can i complain if im 30 now? it was ages ago", "can i complain if im [age] now? it was ages ago"),
        ("9 placements. 28 and loud about it", "9 placements. [age] and loud about it"),
        ("sixteen and i still need the light on", "[age] and i still need the light on"),
        ("Kev here again. 66. I asked for large print", "[name 1] here again. [age]. I asked for large print"),
        ("she'd be 88 by now", "she'd be [age] by now"),
        ("a lad, eighteen on paper. his teeth say no", "a lad, [age] on paper. his teeth say no"),
        ("its 17 according to his mother", "its [age] according to his mother"),
        ("Eighty-one next month. We had a band", "[age] next month. We had a band"),
        ("she'll be 18 on a saturday", "she'll be [age] on a saturday"),
        ("my mates 17 nearly 18 and told to go", "my mates [age] nearly [age] and told to go"),
        (
            "he's a year younger than me, so 17, and has a laptop",
            "he's a year younger than me, so [age], and has a laptop",
        ),
        ("they say 23. i am 17", "they say [age]. i am [age]"),
        ("my sister is only 22 herself", "my sister is only [age] herself"),
        ("my lads five weeks and hes huge", "my lads [age] and hes huge"),
        ("and at 79 I'm learning to type", "and at [age] I'm learning to type"),
        ("am i still a care leaver at 33? who knows", "am i still a care leaver at [age]? who knows"),
        ("my PA is 24 and has never rented", "my PA is [age] and has never rented"),
        ("im pushing 40 and still waiting", "im pushing [age] and still waiting"),
        ("shes still only 15 ffs", "shes still only [age] ffs"),
        ("hiya im jade 16 from here", "hiya im [name 1] [age] from here"),
        ("15 almost 16 and no bank card", "[age] almost [age] and no bank card"),
        ("I'm a grandmother of 63", "I'm a grandmother of [age]"),
        ("shes one today and walking", "shes [age] today and walking"),
        ("he must be 70 by now", "he must be [age] by now"),
        ("she be like six now", "she be like [age] now"),
        ("2 weeks till im 18 and no plan", "2 weeks till im [age] and no plan"),
        ("i was 21 last week. just had my 21st", "i was [age] last week. just had my [age]"),
        ("I will be 21 in the new year", "I will be [age] in the new year"),
        ("i 18 now. they write in paper 22", "i [age] now. they write in paper [age]"),
        ("im a 20 year old care leaver", "im a [age] year old care leaver"),
        ("now 18, still no key", "now [age], still no key"),
        ("its my 18th on friday", "its my [age] on friday"),
        ("we are both 12 and in the same class", "we are both [age] and in the same class"),
        ("in two months i turn 21", "in two months i turn [age]"),
        ("siblings aged 4, 6 and 11", "siblings aged [age], [age] and [age]"),
        ("can i get help with rent at 23?", "can i get help with rent at [age]?"),
        ("i am girl 15 from Sudan", "i am girl [age] from Sudan"),
    ],
)
def test_the_present_age_of_somebody_is_hidden(text: str, kept: str) -> None:
    """However it is said, with and without a verb."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "plain",
    [
        "the max is 4 and the bill is 60 and i cant pay",
        "there are now 17 but we need 20",
        "when im 18 i will leave",
        "i was a 12 year old with a carrier bag",
        "til we were both 19",
        "i was 15 going on 40",
        "18 and out. thats the policy",
        "14 moves. 14 and counting",
        "rent went up. 45 and rising",
        "17 and under go free. 16 and over pay",
        "at 13 i was moved",
        "who is ready to leave at 17?",
        "i do want a baby one day. they wrote it down",
        "13 yr old lads eat, what did they expect",
        "15 y/o me would of loved this",
        "turned 18 on a tuesday. hostel by wednesday",
        "my social worker is 2 hours late",
        "they say 3 more weeks",
        "one today, one tomorrow. you must be 18 to apply",
        "im about 16 stone",
    ],
)
def test_what_is_nobodys_age_now_stays_readable(plain: str) -> None:
    """Past and legal ages, ages of nobody in particular, and things that are counted."""
    assert hidden(plain) == plain

"""Names, places and organisations are hidden by what they are and by the words of care talk around them."""

from __future__ import annotations

import pytest

from intake.raw import RawWords
from intake.redaction import load_redactor
from tests.intake.redaction.hiding import marked as hidden
from tests.intake.redaction.hiding import redact


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my social worker qwendolinia never rings", "my social worker [name 1] never rings"),
        ("a guard called Zzandeep sat with me", "a guard called [name 1] sat with me"),
        ("mr t at my unit", "mr [name 1] at my unit"),
        ("My sisters Mia, Zara and Esme", "My sisters [name 1], [name 2] and [name 3]"),
        ("N-H-U-N-G. Nhung.", "[name 1]. [name 1]."),
        ("they took biscuit (my dog) away", "they took [name 1] (my dog) away"),
        ("i told them (my carers) and services (my worker)", "i told them (my carers) and services (my worker)"),
        ("I chaired K.B.'s review. RW has been told", "I chaired [name 1]'s review. [name 2] has been told"),
        ("The young person (P.B.) was asked by f.d. too", "The young person ([name 1]) was asked by [name 2] too"),
        ("tell miss c that jp got banned", "tell miss [name 1] that [name 2] got banned"),
        ("i miss u. P.S. my P.E. bag is gone", "i miss u. P.S. my P.E. bag is gone"),
        *[(plain, plain) for plain in ("a DJ has been, and my PA said she left, e.g. no YP got moved",)],
        ("Dear Ms O'Connor, thanks", "Dear Ms [name 1], thanks"),
        ("Unhappy Hungry Freezing And Scary", "Unhappy Hungry Freezing And Scary"),
        ("My Worker Karolina Never Rings Me", "My Worker [name 1] Never Rings Me"),
        ("thank you\nKind regards,\nPrecious", "thank you\nKind regards,\n[name 1]"),
    ],
)
def test_care_talk_gives_names_away(text: str, kept: str) -> None:
    """Kin, roles, titles, naming and sign-offs show a name that no list knows."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mark says he will mark it", "[name 1] says he will mark it"),
        ("I asked Will whether he will stay", "I asked [name 1] whether he will stay"),
        ("summer is my sister. i see her in summer", "[name 1] is my sister. i see her in summer"),
        ("i hope they have faith and may be frank", "i hope they have faith and may be frank"),
    ],
)
def test_an_everyday_word_is_a_name_only_where_it_is_used_as_one(text: str, kept: str) -> None:
    """Will, Mark and Summer are hidden as people and left as words."""
    assert hidden(text) == kept


def test_the_same_person_has_the_same_number() -> None:
    """A first name alone is the person whose full name was given before, also in lower case."""
    said = hidden("Angela Ferreira rang. Ken didn't. angela's lovely to me")
    assert said == "[name 1] rang. [name 2] didn't. [name 1]'s lovely to me"


def test_a_nickname_is_part_of_the_name() -> None:
    """It is hidden with it, and tells two of one name apart."""
    assert (
        redact("shout out to big Sal. Sal rang, big Sal did").words.text
        == "shout out to [name 1]. [name 1] rang, [name 1] did"
    )
    assert redact("Big Kofi left, Little Kofi stayed").words.text == "[name 1] left, [name 2] stayed"
    assert redact("a big fella with a wee dog").words.text == "a big fella with a wee dog"


@pytest.mark.parametrize("signed", ["Sorrel", "D. Abernethy", "Sandra T. Osei"])
def test_a_signature_is_hidden(signed: str) -> None:
    """A last line of its own in capitals is one, unless its words are everyday ones."""
    assert "[name 1]" in redact(f"It is not fair that she moved in June.\n\n{signed}").words.text
    assert redact("They never came.\n\nThank You").words.text == "They never came.\n\nThank You"


@pytest.mark.parametrize("name", ["Omar bin Saeed", "Muqtada al-Sadr", "Kevin A. Boone", "R.E. Glenn", "Daniel Kang"])
def test_a_whole_name_is_one_person(name: str) -> None:
    """Initials, and the little words and surnames of the world's names, are parts of it."""
    assert redact(f"my worker {name} rang").words.text == "my worker [name 1] rang"


@pytest.mark.parametrize("name", ["Mr Ireland", "Dr McDonald", "Ms Skoda", "my worker Asia", "I asked Jon Costa"])
def test_what_stays_readable_elsewhere_is_hidden_as_a_name(name: str) -> None:
    """Countries, brands and chains are surnames too, where a title or a first name stands before them."""
    assert "[name 1]" in redact(f"{name} rang").words.text
    assert name.rpartition(" ")[2] not in redact(f"{name} rang").words.text


@pytest.mark.parametrize(
    "said",
    [
        "my social worker is called {}",
        "My name is {} and I am in care",
        "her name's {}",
        "they call me {}",
        "my foster mum {} was lovely",
        "my brother {} (15) left",
        "thanks for listening.\nlove\n{}",
        "thats all. love {}",
    ],
)
def test_a_namesake_is_hidden_wherever_somebody_is_said_to_be_called_so(said: str) -> None:
    """What says of an unknown word that it is a name says it of a country as well."""
    assert "Asia" not in hidden(said.format("Asia"))


@pytest.mark.parametrize(
    "plain", ["an app called Kindle", "a charity called Mind", "i love Asia", "my mum, Irish and proud", "from Ireland"]
)
def test_what_is_called_so_and_is_nobody_stays_readable(plain: str) -> None:
    """Things have names too, and people come from countries."""
    assert hidden(plain) == plain


def test_countries_and_chains_stay_readable() -> None:
    """Where nobody is called so."""
    same = "I miss Costa coffee, Ireland and McDonald's. In Asia nobody rang, nor in Spain."
    assert redact(same).words.text == same


def test_a_name_found_once_is_hidden_everywhere() -> None:
    """What a cue shows in one place is hidden in the others too."""
    assert hidden("my PA is called Zorbla. zorbla left") == "my PA is called [name 1]. [name 1] left"


def test_no_words_are_left_beside_a_placeholder_that_tell_what_it_stands_for() -> None:
    """A singer of the same name stays readable, and what is called after the town is hidden with it."""
    assert hidden("my sister Taylor loves Taylor Swift") == "my sister [name 1] loves Taylor Swift"
    assert hidden("my PA Harry read Harry Potter to me") == "my PA [name 1] read Harry Potter to me"
    assert hidden("I live in London, we did the London Eye") == "I live in [place], we did the [place]"
    assert hidden("moved from Leeds but support Leeds United") == "moved from [place] but support [place]"


def test_a_deployments_own_term_stays_readable_where_a_part_of_it_is_hidden() -> None:
    """It knows its own schemes, and the town in their names."""
    redactor = load_redactor(keep=["Salford Foyer"], seconds=20)
    said = redactor.redact(RawWords("I live in Salford. Salford Foyer helped me")).words.text
    assert said == "I live in [place]. Salford Foyer helped me"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I moved to Stoke-on-Trent from Rhyl", "I moved to [place] from [place]"),
        ("Swindon Borough Council", "[council] Borough Council"),
        ("cant afford a bath in Bath", "cant afford a bath in [place]"),
        ("im moving to reading so reading it", "im moving to [place] so reading it"),
    ],
)
def test_places_are_hidden_and_councils_by_their_place(text: str, kept: str) -> None:
    """Towns are hidden, also where they are words, and the place in a council's name."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "name", ["tolliver grenby", "TOLLIVER GRENBY", "Tolliver Grenby", "coret dhiarmada", "jayla grenby", "JAYLA GRENBY"]
)
@pytest.mark.parametrize("said", ["i told {} about it", "{} said no", "i stayed with {}"])
def test_a_surname_that_no_list_knows_goes_with_its_name(name: str, said: str) -> None:
    """In lower case and in capitals too: a rare word beside a name is the rest of it."""
    assert hidden(said.format(name)) == said.format("[name 1]")


def test_what_stands_beside_a_name_and_is_everyday_stays_readable() -> None:
    """Greetings and what somebody does are none of the name, which is hidden in capitals again."""
    assert hidden("Hiya Jade. i told jade everything, and JADE SHOUTED") == (
        "Hiya [name 1]. i told [name 1] everything, and [name 1] SHOUTED"
    )
    assert hidden("i told Will that you WILL go. IT WILL BE OK") == "i told [name 1] that you WILL go. IT WILL BE OK"


@pytest.mark.parametrize("name", ["connie", "stacie", "rubina", "fitsum", "jakub"])
def test_a_first_name_with_an_s_and_no_apostrophe_is_hidden(name: str) -> None:
    """Whose room it is, is said without apostrophes."""
    assert hidden(f"my room is next to {name}s room") == "my room is next to [name 1] room"


def test_everyday_words_that_end_as_names_with_an_s_stay_readable() -> None:
    """Shifts, food and aunties are nobody."""
    plain = "im on earlies, my nanas patties and samosas, the bibis, teddies, hoodies and laddies"
    assert hidden(plain) == plain


@pytest.mark.parametrize("where", ["haughton", "walia", "north lanarkshire", "Scottish Borders", "isle of anglesey"])
def test_places_that_are_surnames_or_councils_are_hidden_where_somebody_lives(where: str) -> None:
    """A hamlet is on no list but that of surnames; a council's area points to someone as a county does."""
    assert hidden(f"they moved me to {where} last year") == "they moved me to [place] last year"
    assert hidden(f"im from {where}") == "im from [place]"


def test_kin_and_everyday_words_are_no_place_to_be_from() -> None:
    """`cousins` is a surname as well."""
    plain = "im the closest to cousins. i went to sleep, from now on we moved to another"
    assert hidden(plain) == plain


@pytest.mark.parametrize(
    "text", ["at Welland Vale College", "harrowdene academy", "HMP Garrowby", "St Wilfrid's RC High", "Oakapple House"]
)
def test_organisations_are_hidden(text: str) -> None:
    """Schools, homes, prisons and courts are hidden with their whole name."""
    assert hidden(f"i was {text} once") in {"i was [organisation] once", "i was at [organisation] once"}


def test_public_bodies_stay_readable() -> None:
    """National bodies, chains, laws, benefits and countries point to nobody."""
    plain = "Ofsted, CAMHS and Barnardo's read the Children Act in Wales; Universal Credit pays Tesco."
    assert hidden(plain) == plain


def test_a_deployment_keeps_and_hides_its_own_terms() -> None:
    """`keep` stays readable even if it looks like a name; `hide` is hidden whatever it looks like."""
    redactor = load_redactor(keep=["Norman Galloway Homes"], hide=["purple gate"])
    kept = redactor.redact(RawWords("Norman Galloway Homes by the purple gate")).words.text
    assert kept == "Norman Galloway Homes by the [hidden]"


def test_weaker_candidates_are_asked_about_and_not_hidden() -> None:
    """A suggestion is readable, and its offsets point at the same words before and after redaction."""
    text = "Tomasz, i had hope sherzad"
    redaction = redact(text)
    before = [text[s.start : s.end] for s in redaction.suggestions]
    assert before == [redaction.words.text[s.start : s.end] for s in redaction.words.suggestions]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my mate Jazz says hi", "my mate [name 1] says hi"),
        ("i asked her friend River about it", "i asked her friend [name 1] about it"),
        ("my Child Protection plan ended", "my Child Protection plan ended"),
        ("my nan said Monday is fine", "my nan said Monday is fine"),
    ],
)
def test_an_everyday_word_with_a_capital_is_a_name_after_kin(text: str, kept: str) -> None:
    """Nobody writes `my mate Jazz` of music."""
    assert hidden(text) == kept


@pytest.mark.parametrize("text", ["Hello sir. I come here last year, and I was sad.", "Thank you miss. I'm happy."])
def test_whoever_speaks_is_no_name_behind_a_title(text: str) -> None:
    """Many a letter begins with sir or miss, and goes on with I."""
    assert redact(text).words.text == text

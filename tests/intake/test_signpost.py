"""Words that suggest a risk of harm are seen, however they are written."""

import pytest

from intake.raw import RawWords
from intake.signpost import distress, suggests_risk
from storage.model import Distress
from tests.cost import costs_less_than


@pytest.mark.parametrize(
    "words",
    [
        "I don't want to be here anymore",
        "i dont wanna LIVE",
        "he hits me when hes drunk",
        "got nowhere\nto sleep tonight",
        "been self-harming again",
        "thinking about suicide",
        "She ran away on Friday",
        "they want me to do county-lines stuff",
        "I don\u2019t feel safe here",
        "im gonna end it",
        "ive been cutting",
        "i took all my tablets",
        "he makes me send pics",
        "they lock me in",
        "she is being hit at home",
        "i took 20 pills",
        "ive taken too many tablets",
        "i cant do this any more",
    ],
)
def test_risk_is_seen(words: str) -> None:
    """Case, apostrophes, hyphens and line breaks don't hide a phrase."""
    assert suggests_risk(RawWords(words))


@pytest.mark.parametrize("words", ["My PA is great", "the kickoff was at 3", "", "I hit my target at work"])
def test_ordinary_words_raise_nothing(words: str) -> None:
    """A phrase inside another word is no phrase."""
    assert not suggests_risk(RawWords(words))


@pytest.mark.parametrize("words", ["kill " * 20_000, "a" * 100_000, "'" * 100_000, "hurt my " * 12_500])
def test_a_hundred_thousand_characters_take_no_time(words: str) -> None:
    """Looking for risk costs no more than a step or so a character."""
    assert costs_less_than(1, lambda: suggests_risk(RawWords(words)))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("i want to die", (Distress.SELF_HARM,)),
        ("he hits me, and now I have nowhere to sleep tonight", (Distress.HARM, Distress.HOMELESS)),
        ("they want me to do county lines", (Distress.EXPLOITATION,)),
        ("She ran away on Friday", (Distress.MISSING,)),
        ("My PA is great", ()),
    ],
)
def test_what_may_be_hard_to_read_is_told_by_its_kind(words: str, kinds: tuple[Distress, ...]) -> None:
    """Moderators are warned of what it may be about; the words themselves are noted nowhere."""
    assert distress(RawWords(words)) == kinds

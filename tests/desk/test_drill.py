"""The drill at a desk: who is easiest to recognise and why, what people find, and what a release waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.drill import signs
from desk.drill.ranking import ranked
from desk.drill.signs import Sign
from desk.settings import FILE
from storage.drills import Candidate, found
from storage.model import Jigsaw, RedactedWords, State
from tests.desk.reading import Moderator, hidden, serving

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

PLAIN = "My worker listens to me and that helps."
TOLD = "In 2019 I turned 16 and my twin won the cup for Wendlemere Rovers."


def candidate(number: int, text: str = PLAIN, jigsaw: tuple[Jigsaw, ...] = ()) -> Candidate:
    """Make a voice that is about to be published."""
    words = RedactedWords(text, jigsaw=jigsaw)
    return Candidate(number, 1, words, ("wigan", "18-20", "me"), "home", published=None, cleared=False)


def told_of(text: str) -> set[str]:
    """Return the signs that are found in a text, among ten plain voices."""
    voices = [candidate(number) for number in range(10)]
    (one,) = (each for each in ranked([*voices, candidate(99, text)], 10) if each.voice.id == 99)
    return {str(why.sign) for why in one.why}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("They moved me to Wendlemere and it was fine.", Sign.NAMES),
        ("ask Kazimir he knows about it", Sign.NAMES),
        ("Everybody called it the snickelway and laughed.", Sign.RARE),
        ("I was fifteen and nobody asked me.", Sign.AGES),
        ("A 17 year old should not have to do that.", Sign.AGES),
        ("I have had eleven homes in all.", Sign.NUMBERS),
        ("They still owe me £1,180 for it.", Sign.NUMBERS),
        ("It was shut on the 3rd of October.", Sign.TIMES),
        ("It was better in the nineties.", Sign.TIMES),
        ("It was in the newspaper after the fire.", Sign.EVENTS),
        ("My sister and I are Somali, and I play rugby near the village.", Sign.MIXED),
        (f"{PLAIN} " * 20, Sign.LONG),
    ],
)
def test_what_somebody_could_start_from_is_found(text: str, sign: Sign) -> None:
    """Each sign that a motivated intruder could start from is told by its own reason."""
    assert sign in told_of(text)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "[name 1] came to [place 1] and I was glad.",
        "My PA and my IRO and CAMHS should talk. Staying put helps, and so does the bursary.",
        "NOBODY LISTENS TO US. It's not fair!",
    ],
)
def test_everyday_words_and_the_fields_own_stand_for_nobody(text: str) -> None:
    """What was hidden, what everybody in the field says, and shouting are no reasons."""
    assert told_of(text) <= {Sign.FEW}


def test_the_most_recognisable_come_first() -> None:
    """A story with an age, a year, a twin and a town before one with a number, and that before a plain one."""
    only = candidate(3, "I was the only girl there.", jigsaw=(Jigsaw.ONLY,))
    order = ranked([candidate(1), candidate(2, "I had four homes."), only, candidate(4, TOLD)], 1)
    assert [one.voice.id for one in order] == [4, 3, 2, 1]
    assert order[-1].why == ()


def test_a_word_that_others_use_too_is_not_rare() -> None:
    """What tells one voice from all others counts, not what many say."""
    voices = [candidate(number, "The snickelway helped.") for number in range(2)]
    assert all(one.why == () for one in ranked(voices, 1))


def test_few_who_share_their_details_are_told() -> None:
    """Fewer than k with the same council, age and speaker."""
    voices = [candidate(number) for number in range(3)]
    assert {why.sign for one in ranked(voices, 4) for why in one.why} == {Sign.FEW}


def test_what_was_hidden_is_not_looked_at() -> None:
    """A mark that redaction left is no word of anybody's."""
    assert signs.text_of(RedactedWords("[children's home] is fine")).words == ("is", "fine")


# In the terminal


def told(desk: Desk, *typed: str) -> str:
    """Do the drill in the terminal, and return what it said, on one line."""
    ran = desk.run("drill", "--as", "reader", typed="\n".join([desk.password, *typed, ""]))
    assert ran.exit_code == 0, ran.output
    return " ".join(ran.output.split())


def test_a_release_waits_for_the_drill(desk: Desk) -> None:
    """Ten approved voices don't go out before those easiest to recognise were read; then they do."""
    for number in range(10):
        desk.approved(f"{PLAIN} {'I like it. ' * number}")
    desk.let_a_minute_pass()
    said = desk.run("publish", "--as", "reader", typed=f"{desk.password}\n")
    assert "10 voices that are easy to recognise must be read first." in said.output
    assert "care-voice drill --as reader" in said.output
    assert (said.exit_code, desk.shown()) == (0, [])
    done = told(desk, *["1", "1"] * 10)
    assert "Done: all 10 that had to be read were read." in done
    assert "Nothing is left to read." in done
    assert "Release 1 is out" in desk.run("publish", "--as", "reader", typed=f"{desk.password}\n").output
    assert drilled(desk) == [1]


def test_a_forced_release_may_go_without_and_is_marked(desk: Desk) -> None:
    """A reason lets it out, and it is written down that nobody tried."""
    desk.approved()
    desk.let_a_minute_pass()
    desk.run("publish", "--as", "reader", "--force", "the lab meets", typed=f"{desk.password}\n")
    assert (len(desk.shown()), drilled(desk)) == (1, [0])


def test_a_deployment_may_do_without(desk: Desk) -> None:
    """With drill = 0 nothing has to be read, and no release counts as drilled."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace("drill = 10 ", "drill = 0 "))
    for _ in range(10):
        desk.approved()
    desk.let_a_minute_pass()
    assert "Release 1 is out" in desk.run("publish", "--as", "reader", typed=f"{desk.password}\n").output
    assert drilled(desk) == [0]


def drilled(desk: Desk) -> list[int]:
    """Return for each release whether it was drilled."""
    with desk.opened() as intake:
        return [row[0] for row in intake.execute("SELECT drilled FROM releases ORDER BY number")]


def test_reasons_are_said_and_verdicts_acted_on(desk: Desk) -> None:
    """The voice is shown with why, and what has to be hidden first goes back among those that wait."""
    code, other = desk.approved(TOLD), desk.approved(PLAIN)
    desk.let_a_minute_pass()
    said = told(desk, "3", "1", "3", "2", "")
    assert "It tells how old someone was: “turned 16”" in said
    assert "it can't go out as it stands" in said
    assert "It waits to be read again" in said
    assert "Left for later." in said
    assert [desk.voice(one).state for one in (code, other)] == [State.WAITING, State.APPROVED]
    assert desk.decisions(code)[-1] == ("reader", "withhold", None)


def test_the_list_changes_nothing(desk: Desk) -> None:
    """Most recognisable first, with what was read already."""
    desk.approved(PLAIN)
    code = desk.approved(TOLD)
    desk.let_a_minute_pass()
    said = desk.run("drill", "--as", "reader", "--list", typed=f"{desk.password}\n").output
    assert said.index("In 2019") < said.index("My worker")
    assert said.count("(not read yet)") == 2
    with desk.opened() as intake:
        assert found(intake, desk.voice(code).id) == []


def test_strangers_read_nothing(desk: Desk) -> None:
    """It shows voices, so it takes a moderator's password; and what can still be undone is not in it."""
    desk.approved(TOLD)
    refused = desk.run("drill", "--as", "reader", typed="guess\n" * 3)
    assert (refused.exit_code, "Wendlemere" in refused.output) == (1, False)
    assert "There is nothing to read" in told(desk)


# On the page


def judge(ash: Moderator, path: str, **form: str) -> tuple[int, str]:
    """Fill in what was found; return the status and where it leads, or the page."""
    answer = ash.client.post(path, data={**hidden(ash.client.get(path).text), **form})
    return answer.status_code, answer.headers.get("location", answer.text)


def test_the_page_shows_records_and_lets_go(desk: Desk) -> None:
    """From the list to the last verdict, refused where nothing was chosen; then the release may go."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace("drill = 10 ", "drill = 1 "))
    for number in range(9):
        desk.approved(f"{PLAIN} {'I like it. ' * number}")
    code, hard = desk.approved(TOLD), desk.voice(desk.approved("It hurt.")).id
    with desk.opened() as intake:
        intake.execute("UPDATE submissions SET warnings = 'harm' WHERE id = ?", (hard,))
    desk.let_a_minute_pass()
    at = f"/drill/{desk.voice(code).id}"
    with serving(desk) as site, site.moderator() as ash:
        assert "1 of the first 1 new voices must still be read" in ash.text("/release")
        listed = ash.text("/drill")
        assert listed.index("In 2019") < listed.index("My worker listens")
        assert "Go on to the release" not in listed
        assert ("A voice that may be hard to read" in listed, "It hurt." in listed) == (True, False)
        folded = ash.text(f"/drill/{hard}")
        assert folded.index("It may be about abuse") < folded.index("Show me the words") < folded.index("It hurt.")
        assert "It tells how old someone was: “turned 16”" in ash.text(at)
        assert judge(ash, at, verdict="nobody")[0] == 422
        status, page = judge(ash, at, verdict="anyone", follows="nothing")
        assert (status, "can&#39;t go out as it stands" in page) == (409, True)
        assert judge(ash, at, verdict="nobody", follows="nothing", version="999")[0] == 409
        assert judge(ash, at, verdict="nobody", follows="nothing", version="9" * 5000)[0] == 422
        status, onwards = judge(ash, at, verdict="nobody", follows="nothing")
        assert (status, onwards.startswith("/drill/")) == (303, True)
        assert "Go on to the release" in ash.text(onwards)
        assert "I can't tell who it is" in ash.text(at)
        assert "Ready to publish" in ash.text("/release")
        assert ash.fill("/release", "/release").status_code == 303
        assert drilled(desk) == [1]
        status, onwards = judge(ash, at, verdict="who-knows-them", follows="hide")
        assert (status, onwards) == (303, f"/voice/{desk.voice(code).id}")
        assert desk.voice(code).state is State.WAITING
        assert len(desk.shown()) == 10
        assert ash.client.get(at).status_code == 409

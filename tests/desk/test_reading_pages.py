"""Reading with care, on the moderators' pages: who could be recognised, and asking them first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desk.settings import FILE
from storage.model import Consent, Distress, State
from storage.opening import immediate
from storage.permission import MARKED, Permission, permit
from tests.desk.at_desk import copy_of
from tests.desk.reading import Moderator, Site, serving, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

SUMMARY = "Somebody moved very often as a small child."
CHOSEN = {"theme": "home", "kind": "idea"}


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the pages of a deployment, for every test that minds its own voices."""
    with serving(copy_of(_new_desk, tmp_path_factory.mktemp("reading"))) as served:
        yield served


@pytest.fixture
def ash(site: Site) -> Iterator[Moderator]:
    """The first moderator, signed in."""
    with site.moderator() as moderator:
        yield moderator


def at(site: Site, code: str) -> str:
    """Return the page of the voice that a code stands for."""
    return f"/voice/{site.desk.voice(code).id}"


def says(site: Site, code: str, said: Permission) -> None:
    """Answer, as a door does."""
    with site.desk.opened() as intake, immediate(intake):
        permit(intake, site.desk.files.load_keys(), code, said, date.today())


@pytest.mark.parametrize(
    ("tell", "told"),
    [
        ("", "Answer this first"),
        ("anyone", "Hide more of it, or don't publish it"),
        ("someone", "ask the person first"),
    ],
)
def test_only_what_nobody_could_tell_is_approved(site: Site, ash: Moderator, tell: str, told: str) -> None:
    """Whoever approves is asked who could tell, and led on if somebody could; what was chosen is kept."""
    code = site.desk.receive()
    refused = ash.fill(f"{at(site, code)}/approve", **CHOSEN, tell=tell)
    assert refused.status_code == 422
    assert told in words_of(refused.text)
    assert 'value="idea" checked' in refused.text
    assert site.desk.voice(code).state is State.WAITING
    assert ('<details class="card asked" id="ask-first" open>' in refused.text) == (tell == "someone")


def test_what_is_only_counted_needs_no_such_look(site: Site, ash: Moderator) -> None:
    """Nobody reads it, so nobody can be recognised by it."""
    code = site.desk.receive(consent=Consent.COUNT)
    assert "Could someone tell" not in ash.text(at(site, code)).partition("What is it about?")[2]
    assert ash.fill(f"{at(site, code)}/approve", **CHOSEN, tell="").status_code == 303


def test_its_person_is_asked_and_the_voice_waits(site: Site, ash: Moderator) -> None:
    """It leaves the queue for a list of its own, with the day that it ends on; it can't be approved meanwhile."""
    code = site.desk.receive("Nine moves before I was six.")
    assert ash.fill(f"{at(site, code)}/ask-permission", summary=SUMMARY).status_code == 303
    last = date.today() + timedelta(days=28)
    page = ash.text(at(site, code))
    assert "Asked. This voice now waits for its person." in page
    assert f"They can answer until {last.day}" in page
    assert SUMMARY in page
    assert "waits for its person" in ash.text("/")
    assert f'href="{at(site, code)}"' in ash.read("/asked")
    assert f'href="{at(site, code)}"' not in ash.read("/")
    assert ash.fill(f"{at(site, code)}/approve", **CHOSEN).status_code == 409
    assert site.desk.decisions(code)[-1] == ("reader", "ask-permission", None)


@pytest.mark.parametrize(
    ("said", "told", "kept"),
    [
        (Permission.AS_IT_IS, "said that it may go out as it is", "Nine moves."),
        (Permission.SUMMARY, "chose a summary", MARKED + SUMMARY),
    ],
)
def test_the_answer_stands_above_the_words(site: Site, ash: Moderator, said: Permission, told: str, kept: str) -> None:
    """With a yes it can be approved although someone could tell; a summary only if nobody could."""
    code = site.desk.receive("Nine moves.")
    ash.fill(f"{at(site, code)}/ask-permission", summary=SUMMARY)
    says(site, code, said)
    page = ash.text(at(site, code))
    assert told in page
    assert kept in page
    answer = ash.fill(f"{at(site, code)}/approve", **CHOSEN, tell="someone")
    assert answer.status_code == (303 if said is Permission.AS_IT_IS else 422)


def test_a_summary_that_copies_is_refused_and_kept(site: Site, ash: Moderator) -> None:
    """What was typed still stands there, to be put into other words."""
    code = site.desk.receive("They moved me nine times before I was six.")
    copied = "Said: moved me nine times before I was six."
    refused = ash.fill(f"{at(site, code)}/ask-permission", summary=copied)
    assert refused.status_code == 409
    assert "Use words of your own" in words_of(refused.text)
    assert f">{copied}</textarea>" in refused.text


def test_asking_can_be_stopped(site: Site, ash: Moderator) -> None:
    """The voice waits for a decision again."""
    code = site.desk.receive("Nine moves.")
    ash.fill(f"{at(site, code)}/ask-permission", summary="")
    assert "it is only counted" in ash.text(at(site, code))
    assert ash.fill(f"{at(site, code)}/stop-asking").status_code == 303
    assert site.desk.voice(code).state is State.WAITING


HARD: dict[str, Any] = {"urgent": True, "warnings": (Distress.SELF_HARM,)}


def test_what_may_be_hard_to_read_is_folded_away(site: Site, ash: Moderator) -> None:
    """A warning says what it may be about; the words open with a click, and no list shows how they begin."""
    code = site.desk.receive("I wanted to die then.", **HARD)
    page = ash.read(at(site, code))
    assert "about harm to oneself" in words_of(page)
    assert page.index('<details class="warned">') < page.index("I wanted to die then.")
    assert "I wanted to die" not in ash.text("/")
    assert "A voice that may be hard to read" in ash.text("/")


def test_it_stays_open_while_somebody_works_on_it(site: Site, ash: Moderator) -> None:
    """Who hid a word or saved a theme has read it, and needn't open it again."""
    code = site.desk.receive("I wanted to die then.", **HARD)
    ash.fill(f"{at(site, code)}/sort", **CHOSEN)
    assert '<details class="warned" open>' in ash.read(at(site, code))
    refused = ash.fill(f"{at(site, code)}/approve", theme="home", kind="idea", tell="")
    assert '<details class="warned" open>' in refused.text


def test_older_urgent_voices_are_folded_away_too(site: Site, ash: Moderator) -> None:
    """Nobody noted then what they may be about."""
    code = site.desk.receive("I wanted to die then.", urgent=True)
    assert '<details class="warned">' in ash.read(at(site, code))


def test_published_voices_on_the_theme_stand_beside_it(site: Site, ash: Moderator) -> None:
    """To judge whether it stands out; without a theme the page says how to see them."""
    site.desk.approved("My worker rings before she comes.")
    assert site.desk.publish("--force", "the lab meets").exit_code == 0
    assert "My worker rings before she comes." in ash.text(at(site, site.desk.receive("Nine moves.")))
    bare = ash.text(at(site, site.desk.receive("Nine moves.", theme=None)))
    assert "Save a theme first." in bare


def test_the_page_about_care_says_what_to_expect(ash: Moderator) -> None:
    """What they will read, that stopping is fine, whom to talk to, and what is kept of them."""
    page = ash.text("/care")
    for said in ("wanting to die", "You can stop at any time", "Nobody is named yet", "116 123", "never written down"):
        assert said in page


def test_who_likes_it_sees_words_at_once(desk: Desk) -> None:
    """For themselves alone, and still in their next session."""
    code = desk.receive("I wanted to die then.", **HARD)
    with serving(desk) as site:
        with site.moderator() as ash:
            assert ash.fill("/care", "/care", **{"at-once": "yes"}).status_code == 303
        with site.moderator() as ash:
            assert '<details class="warned">' not in ash.read(at(site, code))
            assert "I wanted to die" in ash.text("/")
        with site.moderator("sam", site.second()) as sam:
            assert '<details class="warned">' in sam.read(at(site, code))


def after(moderator: Moderator, path: str) -> str:
    """Return where "the next one" leads to from a voice."""
    return moderator.client.get(f"/next?after={path.rpartition('/')[2]}").headers["location"]


def test_a_voice_is_left_to_somebody_else(desk: Desk) -> None:
    """Without a reason, and the next one is given; it isn't offered to them again that day, and waits for others."""
    codes = [desk.receive(f"Voice {number}.", date.today() - timedelta(days=9 - number)) for number in range(3)]
    with serving(desk) as site, site.moderator() as ash:
        first, second, third = (at(site, code) for code in codes)
        assert ash.fill(f"{second}/leave").headers["location"] == third
        assert "Left to somebody else" in ash.text(third)
        assert after(ash, first) == third
        with site.moderator("sam", site.second()) as sam:
            assert after(sam, first) == second
    assert desk.decisions(codes[1]) == []


def test_after_their_share_somebody_is_given_others(desk: Desk) -> None:
    """The next hard voice is passed over, and said to be one too many; they may choose to read on."""
    settings = desk.files.data / FILE
    settings.write_text(settings.read_text().replace("hard_a_day = 10", "hard_a_day = 1"))
    hard = [desk.receive("I wanted to die then.", date.today(), **HARD) for _ in range(2)]
    mild = desk.receive("The bus pass helped.")
    with serving(desk) as site, site.moderator() as ash:
        one, two = sorted((at(site, code) for code in hard), key=lambda path: int(path.rpartition("/")[2]))
        assert after(ash, one) == two
        ash.read(one)
        assert after(ash, one) == at(site, mild)
        assert "You have read enough hard voices for today" in ash.text(two)
        assert ash.fill("/care/read-on", two, voice=two.rpartition("/")[2]).headers["location"] == two
        assert "enough hard voices" not in ash.text(two)
        assert after(ash, one) == two
        assert "You have opened 2 hard voices today" in ash.text("/care")

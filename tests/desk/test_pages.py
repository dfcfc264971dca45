"""What moderators do on their pages: read, hide, decide, undo, answer, publish, look up, take back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desk.pages import banner
from desk.pages.queue import ON_A_PAGE
from storage.answering import let_out, waiting
from storage.arriving import Known, NewSubmission, add
from storage.backup.removed import RemovedList
from storage.decisions import approve, undo
from storage.due import Due, mark
from storage.model import OTHER, AgeBand, Channel, Consent, Flag, Jigsaw, Kind, Label, RedactedWords, Span, State
from storage.opening import immediate
from storage.questions import Came, NewAnswer, answer, open_question
from storage.responses import responses_to
from storage.responses import status as status_of
from tests.desk.at_copies import make_vault
from tests.desk.at_desk import copy_of
from tests.desk.reading import Moderator, Site, hidden, serving, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desk.at_desk import Desk

TODAY, LAMPS = date.today(), "We bought new lamps for every flat."


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the pages of a deployment, for every test that minds its own voices."""
    with serving(copy_of(_new_desk, tmp_path_factory.mktemp("pages"))) as served:
        yield served


@pytest.fixture
def ash(site: Site) -> Iterator[Moderator]:
    """The first moderator, signed in."""
    with site.moderator() as moderator:
        yield moderator


@pytest.fixture
def empty(desk: Desk) -> Iterator[tuple[Site, Moderator]]:
    """Give pages with no voice yet, and the first moderator, signed in."""
    with serving(desk) as served, served.moderator() as moderator:
        yield served, moderator


def at(site: Site, code: str) -> str:
    """Return the page of the voice that a code stands for."""
    return f"/voice/{site.desk.voice(code).id}"


def words(site: Site, code: str) -> str:
    """Return the words that are kept of a voice."""
    kept = site.desk.voice(code).words
    assert kept
    return kept.text


def publish(site: Site, moderator: Moderator) -> None:
    """Publish what is approved, on the page, once that can't be undone any more."""
    site.desk.let_a_minute_pass()
    assert moderator.fill("/release", "/release", reason="the lab meets").status_code == 303


def see_at_once(moderator: Moderator) -> None:
    """Let somebody see in lists, too, what may be hard to read."""
    assert moderator.fill("/care", "/care", **{"at-once": "yes"}).status_code == 303


# The queue


def test_urgent_voices_come_first_then_the_oldest(empty: tuple[Site, Moderator]) -> None:
    """Somebody at risk never waits behind others; the counts stand at the top."""
    site, ash = empty
    see_at_once(ash)
    site.desk.receive("Said second.", TODAY)
    site.desk.receive("Said first.", TODAY - timedelta(days=3))
    site.desk.receive("Said in need.", TODAY, urgent=True)
    shown = ash.text("/")
    assert "3 voices wait" in shown
    assert "1 urgent" in shown
    places = [shown.index(said) for said in ("3 voices wait", "Said in need.", "Said first.", "Said second.")]
    assert places == sorted(places)


def test_an_empty_queue_says_so(empty: tuple[Site, Moderator]) -> None:
    """Nobody looks for work that isn't there."""
    _, ash = empty
    assert "Nothing waits. Thank you for reading." in ash.text("/")


def test_pages_of_the_queue_show_every_voice_once(empty: tuple[Site, Moderator]) -> None:
    """Following "Next page" to the end shows each voice once, in order."""
    site, ash = empty
    see_at_once(ash)
    for number in range(ON_A_PAGE * 2 + 3):
        site.desk.receive(f"Voice number {number:02}.", TODAY - timedelta(days=number), urgent=number % 9 == 0)
    seen, following = [], "/"
    while following:
        page = ash.read(following)
        seen += re.findall(r"Voice number (\d\d)", page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        following = found[1] if found else ""
    urgent = [f"{number:02}" for number in range(45, -1, -9) if number < ON_A_PAGE * 2 + 3]
    others = [f"{number:02}" for number in range(ON_A_PAGE * 2 + 2, -1, -1) if number % 9]
    assert seen == urgent + others


@pytest.mark.parametrize("after", ["x", "1.2026-13-45.1", "0.2026-11-22.99999999999999999999", "0.2026-11-22.-1"])
def test_a_broken_place_in_the_queue_is_its_beginning(site: Site, ash: Moderator, after: str) -> None:
    """An address that somebody mistyped shows the first page, and no error."""
    site.desk.receive("Said first.")
    assert "Said first." in ash.text(f"/?after={after}")


def test_long_words_are_cut_at_a_word(site: Site, ash: Moderator) -> None:
    """The list shows how a voice begins, whole words only; what was hidden is marked."""
    site.desk.receive("[name 1] listens " + "and listens " * 40)
    page = ash.read("/")
    assert '<span class="gone">[name 1]</span> listens' in page
    assert re.search(r" (and|listens) …", words_of(page))


def test_a_voice_that_is_not_english_is_marked(empty: tuple[Site, Moderator]) -> None:
    """Who reads the language finds it in the queue, and only they can approve it."""
    site, ash = empty
    code, other = site.desk.receive("Nikt nie pyta.", language=OTHER), site.desk.receive()
    assert ash.text("/").count("Not English") == 1
    assert "I read this language" in ash.text(at(site, code))
    assert "English" not in ash.text(at(site, other))
    refused = ash.fill(f"{at(site, code)}/approve", theme="home", kind="idea")
    assert "Only someone who reads its language can approve it." in refused.text
    assert (refused.status_code, site.desk.voice(code).state) == (409, State.WAITING)
    assert ash.fill(f"{at(site, code)}/approve", theme="home", kind="idea", understood="yes").status_code == 303
    assert site.desk.voice(code).state is State.APPROVED


def test_a_voice_that_might_be_recognised_is_marked(empty: tuple[Site, Moderator]) -> None:
    """The queue says so in a word, the voice's page with every reason and what to do; other voices stay unmarked."""
    site, ash = empty
    code, other = site.desk.receive("The only one.", jigsaw=(Jigsaw.ONLY, Jigsaw.EVENT)), site.desk.receive()
    assert ash.text("/").count("Could be recognised") == 1
    page = ash.text(at(site, code))
    told = ("might know who it is", "the only one of a kind", "a story in the news", "hide the words", "The only one.")
    assert [page.index(part) for part in told] == sorted(page.index(part) for part in told)
    assert "might know who it is" not in ash.text(at(site, other))


def test_a_voice_that_others_may_have_written_in_is_marked(empty: tuple[Site, Moderator]) -> None:
    """The queue says so in a word, the voice's page above the words with what to do; other voices stay unmarked."""
    site, ash = empty
    code, other = site.desk.receive("It was cold.", flags=(Flag.UNSURE,)), site.desk.receive()
    assert ash.text("/").count("Who wrote it?") == 1
    page = ash.text(at(site, code))
    told = ("Someone else may have written part of this", "Hide what isn't the person's own.", "It was cold.")
    assert [page.index(part) for part in told] == sorted(page.index(part) for part in told)
    assert "Someone else" not in ash.text(at(site, other))


# Reading


def test_a_voice_shows_through_whom_it_came(site: Site, ash: Moderator) -> None:
    """The organisation whose address was used; nothing stands there for a voice that came by the plain one."""
    through = site.desk.receive("Said to an advocate.", relay="Coram Voice North")
    assert "Coram Voice North" in ash.text(at(site, through))
    assert "Came through" not in ash.text(at(site, site.desk.receive("Said to us.")))


def test_a_voice_shows_what_is_known(site: Site, ash: Moderator) -> None:
    """Its words with what was hidden marked, how they may be used, age, council, and what to do if it is urgent."""
    code = site.desk.receive("My PA [name 1] listens.", date(2026, 11, 5), urgent=True, age_band=AgeBand.FROM_21)
    shown = ash.text(at(site, code))
    for said in ("A voice from 5 November 2026", "My PA [name 1] listens.", "Read it and quote it", "21 to 24"):
        assert said in shown
    assert "Tell Jo Field now. If they can't be reached, tell Alex Reed." in shown
    assert '<span class="gone">[name 1]</span>' in ash.read(at(site, code))


def test_what_might_be_a_name_is_asked(site: Site, ash: Moderator) -> None:
    """Each suggestion is marked in the words and can be ticked; ticking hides just that, once that was confirmed."""
    new = NewSubmission(RedactedWords("Oakley helped, Oakley stayed.", (), (Span(15, 21, Label.NAME, 0.4),)), KNOWN)
    with site.desk.opened() as intake, immediate(intake):
        code = str(add(intake, site.desk.files.load_keys(), new, TODAY).code)
    page = ash.read(at(site, code))
    assert 'Oakley helped, <span class="ask">Oakley</span> stayed.' in page
    asked = ash.fill(f"{at(site, code)}/hide", spans="15-21")
    assert '<span class="ask cut">Oakley</span>' in asked.text
    assert words(site, code) == "Oakley helped, Oakley stayed."
    assert ash.fill(f"{at(site, code)}/hide", spans="15-21", sure="yes").status_code == 303
    assert words(site, code) == "Oakley helped, [hidden] stayed."


KNOWN = Known(Channel.MAIL, Consent.QUOTE, Kind.FEEDBACK, "home")


@pytest.mark.parametrize("number", ["1", "9999999999999999999"])
def test_a_voice_that_is_gone_says_so(ash: Moderator, number: str) -> None:
    """Withdrawn meanwhile, or never there."""
    answer = ash.client.get(f"/voice/{number}")
    assert answer.status_code == 404
    assert "This voice is gone: it was withdrawn." in answer.text


# Deciding


def test_approving_leads_to_the_next_one(empty: tuple[Site, Moderator]) -> None:
    """With the theme and kind chosen beside it; what was done is on record; the next voice is shown under a banner."""
    site, ash = empty
    first = site.desk.receive("Said first.", TODAY - timedelta(days=1), theme=None, kind=None)
    second = site.desk.receive("Said second.")
    answer = ash.fill(f"{at(site, first)}/approve", theme="home", kind="idea")
    assert answer.headers["location"] == at(site, second)
    assert "Approved. It goes out with the next release." in ash.text(at(site, second))
    assert site.desk.decisions(first) == [
        ("reader", "sort", "home"),
        ("reader", "sort", "idea"),
        ("reader", "approve", None),
    ]
    assert ash.fill(f"{at(site, second)}/approve", theme="home", kind="feedback").headers["location"] == "/"


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({}, {"theme", "kind"}),
        ({"theme": "home"}, {"kind"}),
        ({"kind": "idea", "theme": "not-a-theme"}, {"theme"}),
        ({"kind": "not-a-kind", "theme": "home"}, {"kind"}),
    ],
)
def test_nothing_is_approved_without_theme_and_kind(
    site: Site, ash: Moderator, given: dict[str, str], lacks: set[str]
) -> None:
    """It says so beside each choice that lacks, and keeps the other."""
    code = site.desk.receive(theme=None, kind=None)
    answer = ash.fill(f"{at(site, code)}/approve", **given)
    assert answer.status_code == 422
    assert {name for name in ("theme", "kind") if f"Choose a {name} first." in answer.text} == lacks
    assert site.desk.decisions(code) == []
    assert ('value="home" selected' in answer.text) == (given.get("theme") == "home")


def test_theme_and_kind_can_be_changed(site: Site, ash: Moderator) -> None:
    """What the sender or the machine chose can be put right, without deciding anything else."""
    code = site.desk.receive()
    assert ash.fill(f"{at(site, code)}/sort", theme="money", kind="idea").headers["location"] == at(site, code)
    assert "What you chose is saved." in ash.text(at(site, code))
    kept = site.desk.voice(code)
    assert (kept.theme, kept.kind, kept.state) == ("money", "idea", State.WAITING)


def test_a_theme_that_the_settings_dropped_may_stay(site: Site, ash: Moderator) -> None:
    """A voice sorted before the themes were changed can be approved as it is; no other voice gets that theme."""
    kept, other = site.desk.receive(theme="of-old"), site.desk.receive(theme="home")
    assert ash.fill(f"{at(site, kept)}/approve", theme="of-old", kind="idea").status_code == 303
    assert ash.fill(f"{at(site, other)}/approve", theme="of-old", kind="idea").status_code == 422


def test_declining_takes_a_reason(site: Site, ash: Moderator) -> None:
    """Who declined and why is kept for ever; no reason, no decision."""
    code = site.desk.receive()
    for reason in ({}, {"reason": "because"}):
        answer = ash.fill(f"{at(site, code)}/decline", **reason)
        assert (answer.status_code, "Choose a reason first." in answer.text) == (422, True)
    assert ash.fill(f"{at(site, code)}/decline", reason="spam").status_code == 303
    assert site.desk.decisions(code) == [("reader", "decline", "spam")]
    assert "reader declined it: It is spam" in ash.text(at(site, code))


@pytest.mark.parametrize("young", [{"age_band": AgeBand.UNDER_16}, {"flags": (Flag.YOUNG,)}])
def test_under_16s_need_two_people(empty: tuple[Site, Moderator], young: dict[str, Any]) -> None:
    """The first is told that one more must read it and can't approve twice; the second's approval counts."""
    site, ash = empty
    code = site.desk.receive(**young)
    assert ash.text("/").lower().count("under 16: two people must read it") == 1
    assert "two people must approve it" in ash.text(at(site, code))
    ash.fill(f"{at(site, code)}/approve", theme="home", kind="idea")
    assert "One more person must read it" in ash.text("/")
    assert "You approved it: one more person must read it" in ash.text("/")
    assert ">Approve</button>" not in ash.read(at(site, code))
    ash.fill(f"{at(site, code)}/approve", theme="home", kind="idea")
    assert site.desk.voice(code).state is State.WAITING
    with site.moderator("sam", site.second()) as sam:
        assert "Somebody else approved it already. One more person must read it." in sam.text(at(site, code))
        sam.fill(f"{at(site, code)}/approve", theme="home", kind="idea")
    assert site.desk.voice(code).state is State.APPROVED


def test_nobody_decides_on_what_they_never_read(site: Site, ash: Moderator) -> None:
    """Whoever comes second is told, whatever they wanted to do, and what they typed is still there."""
    code = site.desk.receive("The bus pass helped.")
    forms = {
        "approve": {"theme": "money", "kind": "idea"},
        "sort": {"theme": "money", "kind": "idea"},
        "decline": {"reason": "spam"},
        "hide": {"words": "bus pass", "sure": "yes"},
    }
    stale = {"version": "0"}
    for what, form in forms.items():
        answer = ash.fill(f"{at(site, code)}/{what}", **form, **stale)
        assert answer.status_code == 409, what
        assert "Somebody else changed this voice meanwhile." in answer.text
        kept = {"approve": 'value="money" selected', "sort": 'value="money" selected', "hide": 'value="bus pass"'}
        assert kept.get(what, 'value="spam" checked') in answer.text
    assert site.desk.decisions(code) == []


# Undoing


def test_a_decision_can_be_undone(site: Site, ash: Moderator) -> None:
    """From the banner on any page, by who made it; then the banner is gone and the voice waits again."""
    for what, form in {"approve": {"theme": "home", "kind": "feedback"}, "decline": {"reason": "spam"}}.items():
        code = site.desk.receive()
        ash.fill(f"{at(site, code)}/{what}", **form)
        assert f'action="{at(site, code)}/undo"' in ash.read("/find")
        assert ash.fill(f"{at(site, code)}/undo", "/find").headers["location"] == at(site, code)
        assert site.desk.voice(code).state is State.WAITING
        shown = ash.read(at(site, code))
        assert "Taken back: this voice waits again." in shown
        assert f'action="{at(site, code)}/undo"' not in shown


def test_every_decision_of_the_last_minute_can_be_undone(empty: tuple[Site, Moderator]) -> None:
    """Not the last one alone: from the voice's own page, where it stands first, and from a list on every other."""
    site, ash = empty
    codes = [site.desk.receive(f"Voice number {number}.") for number in range(3)]
    for code in codes:
        ash.fill(f"{at(site, code)}/decline", reason="spam")
    assert undo_forms(ash, "/") == [at(site, code) for code in reversed(codes)]
    assert "You can undo 2 more decisions" in ash.text("/")
    assert "Voice number 0." in ash.text("/")
    assert undo_forms(ash, at(site, codes[0])) == [at(site, codes[place]) for place in (0, 2, 1)]
    assert ash.fill(f"{at(site, codes[0])}/undo").headers["location"] == at(site, codes[0])
    assert undo_forms(ash, at(site, codes[0])) == [at(site, codes[place]) for place in (2, 1)]
    assert [site.desk.voice(code).state for code in codes] == [State.WAITING, State.DECLINED, State.DECLINED]
    with site.moderator("sam", site.second()) as sam:
        assert undo_forms(sam, at(site, codes[1])) == []
    site.desk.let_a_minute_pass()
    assert undo_forms(ash, at(site, codes[1])) == []


def undo_forms(moderator: Moderator, path: str) -> list[str]:
    """Return the voices whose decisions a page offers to undo, in its order."""
    return re.findall(r'action="(/voice/\d+)/undo"', moderator.read(path))


def test_a_first_approval_can_be_undone(empty: tuple[Site, Moderator]) -> None:
    """Who pressed Approve by mistake doesn't leave half of a release behind."""
    site, ash = empty
    code = site.desk.receive(age_band=AgeBand.UNDER_16)
    ash.fill(f"{at(site, code)}/approve", theme="home", kind="feedback")
    assert ash.fill(f"{at(site, code)}/undo", "/").status_code == 303
    with site.moderator("sam", site.second()) as sam:
        sam.fill(f"{at(site, code)}/approve", theme="home", kind="feedback")
    assert site.desk.voice(code).state is State.WAITING


def test_only_ones_own_decision_and_the_last_one_can_be_undone(empty: tuple[Site, Moderator]) -> None:
    """Somebody else's is decided again, not undone; what was published can't be undone either."""
    site, ash = empty
    code = site.desk.receive()
    ash.fill(f"{at(site, code)}/approve", theme="home", kind="feedback")
    with site.moderator("sam", site.second()) as sam:
        answer = sam.fill(f"{at(site, code)}/undo", "/")
    assert (answer.status_code, "It is too late to undo that" in answer.text) == (409, True)
    publish(site, ash)
    assert ash.fill(f"{at(site, code)}/undo", "/").status_code == 409
    assert "/undo" not in ash.read("/")
    assert site.desk.voice(code).released_in == 1


def test_after_a_minute_it_is_too_late(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's clock decides, not the page's."""
    code = desk.approved()
    with desk.opened() as intake:
        number = desk.voice(code).id
        found = banner.undoable(intake, number, "reader")
        assert found is not None
        assert 0 < found.seconds <= banner.UNDO_SECONDS
        assert found.step in range(10, 70, 10)
        monkeypatch.setattr(banner, "UNDO_SECONDS", 0)
        assert banner.undoable(intake, number, "reader") is None
        with immediate(intake):
            undo(intake, desk.voice(code), "reader")
        assert banner.undoable(intake, number, "reader") is None


# Hiding


def test_words_are_hidden_by_typing_them(site: Site, ash: Moderator) -> None:
    """They are shown first, however their lines are broken; hidden once that was confirmed, for good."""
    code = site.desk.receive("At Oak House we laughed.\nOak\nHouse was home.")
    asked = ash.fill(f"{at(site, code)}/hide", words="oak  house")
    assert asked.status_code == 200
    assert "2 parts are marked above." in asked.text
    assert 'At <span class="cut">Oak House</span> we laughed.' in asked.text
    assert "Oak House" in words(site, code)
    spans = re.search(r'name="spans" value="([\d,-]+)"', asked.text)
    assert spans
    ash.fill(f"{at(site, code)}/hide", spans=spans[1], sure="yes")
    assert words(site, code) == "At [hidden] we laughed.\n[hidden] was home."
    assert "Hidden. Nobody can bring those words back." in ash.text(at(site, code))


@pytest.mark.parametrize("form", [{}, {"words": "zebra"}, {"spans": "5-2"}, {"spans": "0-999"}, {"spans": "a-b,-1-3"}])
def test_what_is_not_there_is_not_hidden(site: Site, ash: Moderator, form: dict[str, str]) -> None:
    """Nothing is changed, and it says so."""
    code = site.desk.receive("The bus pass helped.")
    answer = ash.fill(f"{at(site, code)}/hide", **form, sure="yes")
    assert (answer.status_code, "nothing was changed." in answer.text.lower()) == (422, True)
    assert words(site, code) == "The bus pass helped."


def files_with(site: Site, text: str) -> list[str]:
    """Return the files that hold these bytes."""
    return [
        path.name for path in site.desk.files.data.rglob("*") if path.is_file() and text.encode() in path.read_bytes()
    ]


def test_hidden_words_leave_every_file(desk: Desk) -> None:
    """The answer comes at once; the bytes are gone at the latest when the pages have closed."""
    code = desk.receive("Hear zanzibar.")
    with serving(desk) as site, site.moderator() as ash:
        assert ash.fill(f"{at(site, code)}/hide", words="zanzibar", sure="yes").status_code == 303
    assert files_with(site, "zanzibar") == []


def test_a_wipe_that_was_cut_short_is_finished_at_the_next_start(desk: Desk) -> None:
    """Killed -9 right after hiding, the pages wipe when they open again: it was remembered with the hiding itself."""
    code = desk.receive("Hear zanzibar.")
    with serving(desk) as site, site.moderator() as ash:
        ash.fill(f"{at(site, code)}/hide", words="zanzibar", sure="yes")
        site.process.kill()
        site.process.wait()
    with desk.opened() as intake, immediate(intake):
        assert intake.execute("SELECT count(*) FROM due").fetchone() == (1,)
        mark(intake, Due.WIPE)
    with serving(desk):
        pass
    assert files_with(site, "zanzibar") == []
    with desk.opened() as intake:
        assert intake.execute("SELECT count(*) FROM due").fetchone() == (0,)


# Published voices


def test_what_is_changed_in_a_published_voice_the_lab_sees_at_once(empty: tuple[Site, Moderator]) -> None:
    """Found by its number, words hidden, and declined: published.db follows before the answer."""
    site, ash = empty
    code = site.desk.approved("Hear zanzibar.")
    publish(site, ash)
    number = site.desk.voice(code).public_id
    assert ash.client.get(f"/find?number=Voice+{number}").headers["location"] == at(site, code)
    assert f"Published as voice {number}." in ash.text(at(site, code))
    ash.fill(f"{at(site, code)}/hide", words="zanzibar", sure="yes")
    assert site.desk.shown() == ["Hear [hidden]."]
    assert files_with(site, "zanzibar") == []
    ash.fill(f"{at(site, code)}/decline", reason="identifies-someone")
    assert site.desk.shown() == []


@pytest.mark.parametrize(("number", "said"), [("x", "has only digits"), ("123", "The lab shows no voice")])
def test_a_number_that_is_none_says_so(ash: Moderator, number: str, said: str) -> None:
    """What was typed is kept, and what to type is said."""
    answer = ash.client.get(f"/find?number={number}")
    assert answer.status_code == 404
    assert said in answer.text
    assert f'value="{number}"' in answer.text


# Publishing


def test_publishing_shows_first_what_would_change(empty: tuple[Site, Moderator]) -> None:
    """How many voices, how many details are held back; then it publishes just that, and says so."""
    site, ash = empty
    assert "Nothing new to publish" in ash.text("/release")
    for _ in range(9):
        site.desk.approved()
    site.desk.let_a_minute_pass()
    shown = ash.text("/release")
    assert "9 new voices are approved. A release waits for 10." in shown
    assert "Council 0 0 9 Age 0 0 9 Speaking 0 0 9 Came in 0 0 9" in shown
    site.desk.approved()
    site.desk.let_a_minute_pass()
    site.desk.drill()
    shown = ash.text("/release")
    assert "Ready to publish" in shown
    assert "Council 10 0 0 Age 10 0 0 Speaking 10 0 0 Came in 10 0 0" in shown
    assert ash.fill("/release", "/release").status_code == 303
    assert "Release 1 is out, with 10 new voices." in ash.text("/release")
    assert len(site.desk.shown()) == 10


def test_publishing_goes_by_what_was_seen(empty: tuple[Site, Moderator]) -> None:
    """If another voice took the place of one that was seen, nothing goes out until somebody looked at that too."""
    site, ash = empty
    codes = [site.desk.approved(f"Voice number {number}.") for number in range(3)]
    site.desk.let_a_minute_pass()
    seen = hidden(ash.read("/release"))
    ash.fill(f"{at(site, codes[0])}/decline", reason="unsafe-to-share")
    site.desk.approved("Nobody saw this.")
    site.desk.let_a_minute_pass()
    answer = ash.client.post("/release", data={**seen, "reason": "the lab meets"})
    assert (answer.status_code, "Please look again, then publish." in answer.text) == (409, True)
    for broken in ({"seen": "x"}, {"until": "x"}, {"until": "9" * 30}):
        assert ash.fill("/release", "/release", reason="the lab meets", **broken).status_code == 409
    assert site.desk.shown() == []


def test_publishing_leaves_the_minute_for_undoing(empty: tuple[Site, Moderator]) -> None:
    """What was approved less than a minute ago stays out, whatever the form says, and can be undone afterwards."""
    site, ash = empty
    site.desk.approved("Shown.")
    site.desk.let_a_minute_pass()
    fresh = site.desk.receive("Approved by mistake.")
    ash.fill(f"{at(site, fresh)}/approve", theme="home", kind="feedback")
    assert "1 voice was approved less than a minute ago." in ash.text("/release")
    much_later = {"until": "9" * 10}
    assert ash.fill("/release", "/release", reason="the lab meets", **much_later).status_code == 303
    assert site.desk.shown() == ["Shown."]
    assert ash.fill(f"{at(site, fresh)}/undo", "/").status_code == 303
    assert site.desk.voice(fresh).state is State.WAITING


def test_what_is_approved_can_be_found_until_it_is_published(empty: tuple[Site, Moderator]) -> None:
    """How each begins leads to it, last approved first, page by page; a published voice is found by its number."""
    site, ash = empty
    codes = [site.desk.approved(f"Voice number {number:02}.") for number in range(ON_A_PAGE + 3)]
    seen, following = [], "/release"
    while following:
        page = ash.read(following)
        seen += re.findall(r'class="opening" href="([^"]+)"', page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        following = found[1] if found else ""
    assert seen == [at(site, code) for code in reversed(codes)]
    assert "Voice number 22." in ash.text("/release")
    publish(site, ash)
    assert 'class="opening"' not in ash.read("/release")


def test_a_release_that_should_wait_needs_a_reason(desk: Desk) -> None:
    """Too few voices: without a reason nothing goes out; with one, everyone can read it."""
    desk.approved("Shown.")
    desk.let_a_minute_pass()
    with serving(desk) as site, site.moderator() as ash:
        assert "1 new voice is approved. A release waits for 10." in ash.text("/release")
        for reason in ("", "  \n\u202e\x00 "):
            answer = ash.fill("/release", "/release", reason=reason)
            assert (answer.status_code, "Say why it can" in answer.text) == (422, True)
        assert ash.fill("/release", "/release", reason="x" * 501).status_code == 422
        assert desk.shown() == []
        assert ash.fill("/release", "/release", reason="the\nlab \u202emeets").status_code == 303
    assert desk.shown() == ["Shown."]
    published = desk.files.open_published()
    assert published.execute("SELECT note FROM releases").fetchall() == [("the lab meets",)]
    published.close()


# Questions


def answers(site: Site, code: str, words: str | None, *, urgent: bool = False) -> None:
    """Answer the open question about a voice, as the bot does."""
    with site.desk.opened() as intake, immediate(intake):
        question = open_question(intake, site.desk.voice(code).id)
        assert question
        redacted = None if words is None else RedactedWords(words)
        new = NewAnswer(question.id, question.id % 10**9, redacted, urgent=urgent)
        assert answer(intake, site.desk.files.load_keys(), code, new) is Came.KEPT


def field(page: str, name: str) -> str:
    """Return what the first hidden field of this name holds."""
    found = re.search(rf'name="{name}" value="(\d+)"', page)
    assert found
    return found[1]


def test_a_question_is_asked_and_its_answer_read(site: Site, ash: Moderator) -> None:
    """One at a time; the answer stands marked beside the voice, and on the first page until somebody has read it."""
    code = site.desk.receive("The office was shut.")
    here = at(site, code)
    assert ash.fill(f"{here}/ask", here, text="Which office was it?").status_code == 303
    assert "Waits for an answer" in ash.read(here)
    again = ash.fill(f"{here}/ask", here, text="And when?")
    assert (again.status_code, "asked something already" in again.text) == (409, True)
    answers(site, code, "By <b>the</b> bridge with [name].", urgent=True)
    assert f'href="{here}#questions"' in ash.read("/")
    page = ash.read(here)
    assert 'By &lt;b&gt;the&lt;/b&gt; bridge with <span class="gone">[name]</span>.' in page
    assert "Urgent: someone may be at risk" in page
    assert "asked the person a question" in page
    assert ash.fill(f"{here}/read-answer", here).status_code == 303
    assert f'href="{here}#questions"' not in ash.read("/")
    assert "bridge" in ash.read(here)


def test_who_would_rather_not_answer_is_heard(site: Site, ash: Moderator) -> None:
    """The desk sees it, and may ask something else."""
    code = site.desk.receive("The office was shut.")
    ash.fill(f"{at(site, code)}/ask", text="Which office was it?")
    answers(site, code, None)
    assert "They would rather not answer" in ash.read(at(site, code))
    assert ash.fill(f"{at(site, code)}/ask", text="How was it then?").status_code == 303


def test_a_question_can_be_taken_back_until_it_is_answered(site: Site, ash: Moderator) -> None:
    """Then nobody is shown it any more."""
    code = site.desk.receive("The office was shut.")
    here = at(site, code)
    ash.fill(f"{here}/ask", text="Which office was it?")
    number = field(ash.read(here), "question")
    assert ash.fill(f"{here}/unask", here, question=number).status_code == 303
    assert "Which office" not in ash.read(here)
    gone = ash.fill(f"{here}/unask", here, question=number)
    assert (gone.status_code, "open no more" in gone.text) == (409, True)


def test_more_is_hidden_in_an_answer(site: Site, ash: Moderator) -> None:
    """Just what was typed, for good; what isn't there hides nothing."""
    code = site.desk.receive("The office was shut.")
    here = at(site, code)
    ash.fill(f"{here}/ask", text="Which office was it?")
    answers(site, code, "By the zanzibar bridge.")
    page = ash.read(here)
    about = {"question": field(page, "question"), "answer-version": field(page, "answer-version")}
    wrong = ash.fill(f"{here}/hide-answer", here, words="timbuktu", **about)
    assert (wrong.status_code, "not in the answer" in wrong.text) == (422, True)
    assert ash.fill(f"{here}/hide-answer", here, words="zanzibar", **about).status_code == 303
    assert "zanzibar" not in ash.read(here)
    late = ash.fill(f"{here}/hide-answer", here, words="bridge", **about)
    assert (late.status_code, "changed it meanwhile" in late.text) == (409, True)


@pytest.mark.parametrize(
    ("text", "status", "said"), [(" \n ", 409, "Write your question"), ("x" * 501, 409, "Make it shorter")]
)
def test_a_question_that_is_none_is_kept_on_the_page(
    site: Site, ash: Moderator, text: str, status: int, said: str
) -> None:
    """It says what is missing, and nobody types twice."""
    code = site.desk.receive("The office was shut.")
    answer = ash.fill(f"{at(site, code)}/ask", text=text)
    assert (answer.status_code, said in answer.text, text.strip() in answer.text) == (status, True, True)


# Answers


def let_out_all(site: Site) -> None:
    """Let every answer out, as a second moderator does, and let a minute pass."""
    with site.desk.opened() as intake, immediate(intake):
        for one in waiting(intake):
            let_out(intake, one.id, one.seen, "sam", 0.0)


def test_answers_reach_whoever_has_the_code(site: Site, ash: Moderator) -> None:
    """Written here, read by code, listed on the voice's page, and taken back for everyone."""
    code = site.desk.receive()
    text = "We bought new lamps for every flat.\r\n\r\nThank you."
    ash.fill(f"{at(site, code)}/respond", kind="changed", text=text)
    let_out_all(site)
    with site.desk.opened() as intake:
        told = status_of(intake, site.desk.files.load_keys(), code)
    assert told is not None
    assert [(answer.kind, answer.text) for answer in told.responses] == [("changed", text.replace("\r\n", "\n"))]
    page = ash.read(at(site, code))
    assert "Something changed" in page
    number = re.search(r'name="response" value="(\d+)"', page)
    assert number
    assert ash.fill(f"{at(site, code)}/take-back", response=number[1]).status_code == 303
    with site.desk.opened() as intake:
        assert responses_to(intake, site.desk.voice(code).id) == ()
    assert ash.fill(f"{at(site, code)}/take-back", response=number[1]).status_code == 409


def test_an_answer_is_for_everybody_only_if_that_was_chosen(site: Site, ash: Moderator) -> None:
    """The page says who reads each answer, and what was unticked stays so when something is missing."""
    code = site.desk.receive()
    ash.fill(f"{at(site, code)}/respond", kind="changed", text=f"{LAMPS} For all.", everyone="yes")
    assert "Everybody can read it in /updates" in ash.read(at(site, code))
    ash.fill(f"{at(site, code)}/respond", kind="changed", text=f"{LAMPS} For one.")
    assert "Only whoever has the code" in ash.read(at(site, code))
    let_out_all(site)
    with site.desk.opened() as intake:
        told = {answer.text[-8:]: answer.everyone for answer in responses_to(intake, site.desk.voice(code).id)}
    assert told == {"For all.": True, "For one.": False}
    ticked = r'name="everyone" value="yes"[^>]* checked'
    assert re.search(ticked, ash.read(at(site, code)))
    assert not re.search(ticked, ash.fill(f"{at(site, code)}/respond", text="For one.").text)


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({"text": "We bought lamps."}, 422, "Choose what became of it."),
        ({"kind": "maybe", "text": "We bought lamps."}, 422, "Choose what became of it."),
        ({"kind": "thanks", "text": " \n "}, 422, "Write what changed"),
        ({"kind": "thanks", "text": "x" * 2001}, 422, "Make it shorter"),
    ],
)
def test_an_answer_that_is_none_is_kept_on_the_page(
    site: Site, ash: Moderator, form: dict[str, str], status: int, said: str
) -> None:
    """It says what is missing, and nobody types twice."""
    code = site.desk.receive()
    answer = ash.fill(f"{at(site, code)}/respond", **form)
    assert (answer.status_code, said in answer.text) == (status, True)
    assert form["text"].strip() in answer.text
    with site.desk.opened() as intake:
        assert responses_to(intake, site.desk.voice(code).id) == ()


# Taking back


def test_a_voice_is_taken_back_by_its_code(empty: tuple[Site, Moderator]) -> None:
    """For someone who rings up: asked once more, never shown, then gone from everywhere."""
    site, ash = empty
    code = site.desk.approved("Hear zanzibar.")
    publish(site, ash)
    asked = ash.fill("/withdraw", "/withdraw", code=code.upper().replace("-", " "))
    assert "There is a voice with that code." in asked.text
    assert "zanzibar" not in asked.text
    assert site.desk.shown() == ["Hear zanzibar."]
    done = ash.fill("/withdraw", "/withdraw", code=code, sure="yes")
    assert "It is gone from everywhere" in done.text
    assert site.desk.shown() == []
    assert files_with(site, "zanzibar") == []


def test_what_is_removed_on_the_pages_is_noted_beside_the_copies(desk: Desk, tmp_path: Path) -> None:
    """Words hidden and a voice taken back, before anything else runs; if it can't be noted, the page says so."""
    vault = make_vault(desk, tmp_path)
    codes = [desk.receive(words) for words in ("Hear zanzibar.", "Mine.", "Mine too.")]
    ids = [desk.voice(code).id for code in codes]
    with serving(desk) as site, site.moderator() as ash:
        assert ash.fill(f"{at(site, codes[0])}/hide", spans="5-13", sure="yes").status_code == 303
        assert "could not be noted" not in ash.fill("/withdraw", "/withdraw", code=codes[1], sure="yes").text
        assert f"gone {ids[1]:016x};" in RemovedList(vault.folder).lines()
    assert any(line.startswith(f"hidden {ids[0]:016x} ") for line in RemovedList(vault.folder).lines())
    vault.folder.rename(tmp_path / "away")
    with serving(desk) as site, site.moderator() as ash:
        said = ash.fill("/withdraw", "/withdraw", code=codes[2], sure="yes").text
    assert "It is gone from everywhere" in said
    assert "could not be noted beside the copies" in said


def test_a_code_that_is_none_says_so(ash: Moderator) -> None:
    """What was typed is kept, so that a slip is found; no code at all is asked for."""
    answer = ash.fill("/withdraw", "/withdraw", code="no such code", sure="yes")
    assert (answer.status_code, "We have no voice with that code." in answer.text) == (404, True)
    assert 'value="no such code"' in answer.text
    assert ash.fill("/withdraw", "/withdraw", code=" ").status_code == 422


def test_two_who_approve_at_once_do_it_once(site: Site, ash: Moderator) -> None:
    """The second of two is told that somebody else was first."""
    code = site.desk.receive()
    form = {"theme": "home", "kind": "feedback", "version": str(site.desk.voice(code).version)}
    with site.desk.opened() as intake, immediate(intake):
        approve(intake, site.desk.voice(code), "sam")
    answer = ash.fill(f"{at(site, code)}/approve", **form)
    assert answer.status_code == 409
    assert [row[0] for row in site.desk.decisions(code)] == ["sam"]

"""The queue's lists, whose turn it is, and putting voices aside, over HTTP, with two people at the desk."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.accounts import add_account, give_roles, password_hash
from storage.decisions import approve
from storage.model import ContentNote, Outcome, Section, State
from storage.opening import immediate
from storage.permission import ask_permission
from storage.roles import Role
from tests.desk.at_desk import copy_of
from tests.desk.reading import Moderator, Site, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

TODAY = date.today()
LONG_AGO = TODAY - timedelta(days=40)


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the pages of a deployment with a second moderator and a lead."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("queue"))
    with desk.opened() as intake, immediate(intake):
        for name, role in (("bo", Role.MODERATOR), ("lee", Role.LEAD)):
            add_account(intake, name, str(password_hash(intake, "reader")), [role])
    with serving(desk) as served:
        yield served


@pytest.fixture(scope="module")
def people(site: Site) -> Iterator[dict[str, Moderator]]:
    """Give everybody, signed in."""
    with site.moderator() as reader, site.moderator("bo") as bo, site.moderator("lee") as lee:
        yield {"reader": reader, "bo": bo, "lee": lee}


@pytest.fixture(autouse=True)
def _nothing_waits(site: Site) -> None:
    with site.desk.opened() as intake, immediate(intake):
        intake.execute("DELETE FROM submissions")
        give_roles(intake, "bo", [Role.MODERATOR], None)


def at(site: Site, code: str) -> str:
    """Return the page of the voice that a code stands for."""
    return f"/voice/{site.desk.voice(code).id}"


def answer_field(page: str) -> str:
    """Return what stands in the field for an answer."""
    return page.partition('<textarea id="answer"')[2].partition("</textarea>")[0]


def counts(page: str) -> dict[str, int]:
    """Return how many voices each list at the top says that it holds."""
    found = re.findall(r'href="/(?:[?]show=)?([a-z]*)"[^>]*><strong>([0-9]+)</strong>', page)
    return {name or "all": int(many) for name, many in found}


def test_every_list_is_counted_at_the_top(site: Site, people: dict[str, Moderator]) -> None:
    """What needs doing shows as a number that leads to it; an empty list says so."""
    site.desk.receive("Said at once.", TODAY, urgent=True)
    site.desk.receive("Said long ago.", LONG_AGO)
    shown = people["reader"].read("/")
    assert counts(shown) == {"all": 2, "urgent": 1, "overdue": 1} | dict.fromkeys(
        ("lead", "second", "returned", "hold", "spam", "language"), 0
    )
    overdue = people["reader"].text("/?show=overdue")
    assert "Said long ago." in overdue
    assert "Overdue since" in overdue
    assert "Said at once." not in overdue
    assert "Nothing is on hold." in people["reader"].text("/?show=hold")


def test_who_opens_a_voice_has_it(site: Site, people: dict[str, Moderator]) -> None:
    """Others see who reads it, get the next one, can't decide on it, and can take it over with a press."""
    first, second = site.desk.receive("Said first.", LONG_AGO), site.desk.receive("Said second.")
    assert people["reader"].client.get("/next").headers["location"] == at(site, first)
    assert people["bo"].client.get("/next").headers["location"] == at(site, second)
    people["bo"].client.get("/next?after=" + at(site, second).rpartition("/")[2])
    seen = people["bo"].text(at(site, first))
    assert "reader is reading this" in seen
    assert "Said first." in seen
    assert "Not sure, or not now?" not in seen
    assert "Write an answer" not in seen
    assert "reader is reading this" in people["bo"].text("/")
    refused = people["bo"].fill(f"{at(site, first)}/decline", reason="spam")
    assert refused.status_code == 409
    assert "reader is reading this voice" in refused.text
    answered = people["bo"].fill(f"{at(site, first)}/respond", kind="thanks", text="We heard you.")
    assert (answered.status_code, "We heard you." in answer_field(answered.text)) == (409, True)
    assert people["bo"].fill(f"{at(site, first)}/take").status_code == 303
    assert people["reader"].fill(f"{at(site, first)}/decline", reason="spam").status_code == 409
    assert people["bo"].fill(f"{at(site, first)}/decline", reason="spam").status_code == 303
    assert site.desk.voice(first).state is State.DECLINED


@pytest.mark.parametrize(
    ("does", "form", "section"),
    [
        ("hold", {"why": "need-time", "until": (TODAY + timedelta(days=3)).isoformat()}, Section.HOLD),
        ("second-opinion", {"why": "not-sure", "note": "What do you think?"}, Section.SECOND),
        ("escalate", {"why": "risk-to-self"}, Section.LEAD),
    ],
)
def test_a_voice_is_put_aside_and_that_undone(
    site: Site, people: dict[str, Moderator], does: str, form: dict[str, str], section: Section
) -> None:
    """It needs a reason, leads on to the next voice, and comes back with one press within a minute."""
    code = site.desk.receive()
    assert people["reader"].fill(f"{at(site, code)}/{does}").status_code == 422
    assert people["reader"].fill(f"{at(site, code)}/{does}", **form).headers["location"] == "/"
    assert site.desk.voice(code).section is section
    assert people["reader"].fill(f"{at(site, code)}/undo").status_code == 303
    assert site.desk.voice(code).section is Section.NONE


@pytest.mark.parametrize("wrong", [{"until": "soon"}, {"until": "2020-01-01"}, {"note": "the bus pass helped"}])
def test_what_cannot_be_kept_is_refused(site: Site, people: dict[str, Moderator], wrong: dict[str, str]) -> None:
    """A day that is past or none, and a note that repeats the words, change nothing; what was typed stays."""
    code = site.desk.receive()
    form = {"why": "need-time", "until": (TODAY + timedelta(days=3)).isoformat(), **wrong}
    answer = people["reader"].fill(f"{at(site, code)}/hold", **form)
    assert answer.status_code == 409
    assert all(text in answer.text for text in wrong.values())
    assert site.desk.decisions(code) == []


def test_the_lead_gets_theirs_first_and_sends_it_back(site: Site, people: dict[str, Moderator]) -> None:
    """The next voice of the lead is one that was given to them; nobody else decides on it."""
    code = site.desk.receive()
    site.desk.receive("Said first.", LONG_AGO, urgent=True)
    people["reader"].fill(f"{at(site, code)}/escalate", why="worried", note="Please ring me.")
    refused = people["bo"].fill(f"{at(site, code)}/decline", reason="spam")
    assert refused.status_code == 409
    assert "safeguarding lead decides" in refused.text
    people["bo"].client.get("/next?after=" + at(site, code).rpartition("/")[2])
    looked = people["reader"].read(at(site, code))  # which claims nothing: the lead is given it all the same
    assert "The safeguarding lead decides on this voice now." in looked
    assert not re.search(r'action="[^"]*/(approve|decline|hold|send-back|ask-permission)"', looked)
    assert people["lee"].client.get("/next").headers["location"] == at(site, code)
    assert "Please ring me." in people["lee"].text(at(site, code))
    assert people["lee"].fill(f"{at(site, code)}/send-back", why="looked-at").status_code == 303
    assert counts(people["bo"].read("/"))["returned"] == 1


def test_where_nothing_is_left_to_read_somebody_is_told(site: Site, people: dict[str, Moderator]) -> None:
    """Pressing "Start reading" where others read all there is does not look like nothing happened."""
    code = site.desk.receive()
    people["reader"].read(at(site, code))
    assert people["bo"].client.get("/next?show=all").headers["location"] == "/"
    assert "Others may be reading the rest." in people["bo"].text("/")


def test_what_was_ticked_stays_on_a_page_that_refuses(site: Site, people: dict[str, Moderator]) -> None:
    """A content note is not lost because something else was left out."""
    code = site.desk.receive()
    ticked = {"choices": "yes", "content-note": "loss", "theme": "home", "kind": "idea", "tell": ""}
    refused = people["reader"].fill(f"{at(site, code)}/approve", **ticked)
    assert refused.status_code == 422
    assert re.search(r'name="content-note" value="loss" checked', refused.text)


def test_outcomes_and_content_notes_are_kept(site: Site, people: dict[str, Moderator]) -> None:
    """They are ticked beside theme and kind, shown ticked, and undone with one press."""
    code = site.desk.receive()
    ticked = {"choices": "yes", "outcome": "services-21-plus", "content-note": "loss", "theme": "money", "kind": "idea"}
    people["reader"].fill(f"{at(site, code)}/sort", **ticked)
    kept = site.desk.voice(code)
    assert (kept.outcomes, kept.content_notes, kept.theme) == ((Outcome.OVER_21,), (ContentNote.LOSS,), "money")
    assert len(re.findall(r'type="checkbox"[^>]* checked', people["reader"].read(at(site, code)))) >= 2
    people["reader"].fill("/next?after=" + at(site, code).rpartition("/")[2])
    before, folded, _ = people["bo"].read(at(site, code)).partition('<details class="warned">')
    assert ("Losing somebody" in before, bool(folded)) == (True, True)
    people["reader"].fill(f"{at(site, code)}/undo")
    kept = site.desk.voice(code)
    assert (kept.outcomes, kept.content_notes, kept.theme) == ((), (), "home")


def test_own_council_s_voices_are_shown_to_others_alone(site: Site, people: dict[str, Moderator]) -> None:
    """Neither the lists nor an address of its own shows one, and nothing can be done with it."""
    code = site.desk.receive("Said about Wigan.", council="wigan")
    asked = site.desk.receive("Asked about Wigan.", council="wigan")
    number = at(site, code)
    with site.desk.opened() as intake, immediate(intake):
        give_roles(intake, "bo", [Role.MODERATOR], "wigan")
        ask_permission(intake, site.desk.voice(asked), "reader", "A summary.", TODAY)
    assert "1 voice waits for its person" in people["reader"].text("/")
    assert f"{at(site, asked)}" in people["reader"].read("/asked")
    with site.moderator("bo") as bo:
        assert at(site, asked) not in bo.read("/asked")
        shown = bo.text("/")
        assert "waits for its person" not in shown
        assert "Said about Wigan." not in shown
        assert "Voices about Wigan Council are not shown to you" in shown
        for path in (number, f"{number}/approve", f"{number}/take"):
            answer = bo.client.get(path) if path == number else bo.fill(path, "/")
            assert (answer.status_code, "Said about Wigan." in answer.text) == (404, False), path
        assert bo.client.get("/next").headers["location"] == "/"
        with site.desk.opened() as intake, immediate(intake):
            approve(intake, site.desk.voice(code), "reader")
        site.desk.let_a_minute_pass()
        for path in ("/release", "/drill", number.replace("voice", "drill")):
            assert "Said about Wigan." not in bo.client.get(path).text, path
    assert people["reader"].read("/release").count("Said about Wigan.") == 1


def test_signing_out_leaves_what_one_read_to_others(site: Site, people: dict[str, Moderator]) -> None:
    """Nobody waits for half an hour for somebody who went home."""
    code = site.desk.receive()
    with site.moderator("lee") as lee:
        lee.read(at(site, code))
        assert "lee is reading this" in people["bo"].text(at(site, code))
        lee.fill("/sign-out", "/")
    assert people["bo"].client.get("/next").headers["location"] == at(site, code)


def test_the_shortcuts_have_a_page(people: dict[str, Moderator]) -> None:
    """Every key is listed, also for who has no script."""
    shown = people["reader"].text("/keys")
    assert "Go to “Undo”" in shown
    assert "Shortcuts need JavaScript" in shown

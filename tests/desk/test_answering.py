"""Answers as responders write them: looked over first, kept for a second person, and let out by a moderator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from desk.answering.plain import Missing, missing
from storage.accounts import add_account, password_hash
from storage.news import news
from storage.opening import immediate
from storage.responses import ResponseKind
from storage.roles import Role
from tests.desk.at_desk import copy_of
from tests.desk.reading import Site, hidden, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from tests.desk.at_desk import Desk
    from tests.desk.reading import Moderator

GOOD = "The office is open on Saturdays now, and somebody is there to talk."


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve pages with one published voice, one that waits, and a responder."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("answering"))
    desk.approved("The office was always shut when I came by.")
    desk.approved("They hurt me there.", urgent=True)
    assert desk.publish("--force", "For the pages.").exit_code == 0
    desk.receive("Nobody may read this yet.")
    with desk.opened() as intake, immediate(intake):
        add_account(intake, "robin", str(password_hash(intake, "reader")), [Role.RESPONDER])
    with serving(desk) as served:
        yield served


def numbers(site: Site) -> dict[str, int]:
    """Return the voices by their states, those that aren't urgent."""
    with site.desk.opened() as intake:
        return dict(intake.execute("SELECT state, id FROM submissions ORDER BY urgent DESC").fetchall())


def write(who: Moderator, voice: int, text: str = GOOD, kind: str = "changed", **more: str) -> httpx.Response:
    """Send the form for an answer to one voice."""
    token = hidden(who.read("/answers"))["token"]
    form = {"token": token, "step": "send", "voice": str(voice), "kind": kind, "text": text, "everyone": "yes", **more}
    return who.client.post("/answers/write", data=form)


def test_a_responder_writes_and_a_moderator_lets_out(site: Site) -> None:
    """A responder reads what is published and nothing else, and lets nothing out, not even their own."""
    voices = numbers(site)
    with site.moderator("robin") as robin, site.moderator() as reader:
        shown = robin.read("/answers")
        assert "always shut" in shown
        assert re.search(r'<details class="warned"><summary>[^<]*</summary><blockquote[^>]*>They hurt me there', shown)
        assert "Nobody may read this" not in shown
        assert write(robin, voices["waiting"]).status_code == 422
        at = write(robin, voices["approved"]).headers["location"]
        page = robin.read(at)
        assert "A moderator who did not write it has to read it first." in page
        assert robin.client.post(f"{at}/let-out", data={**hidden(page), "seen": "x"}).status_code == 403
        assert reader.client.post(f"{at}/let-out", data=hidden(reader.read(at))).status_code == 303
        assert "It goes out in a minute." in reader.text(at)
        assert reader.client.post(f"{at}/call-back", data=hidden(reader.read(at))).status_code == 303
        assert reader.client.post(f"{at}/take-back", data=hidden(reader.read(at))).status_code == 303
    with site.desk.opened() as intake:
        assert news(intake).responses == ()


def test_who_is_alone_may_let_their_own_answer_out_tomorrow(site: Site) -> None:
    """They are asked for a second person first, and have to say that there is nobody else."""
    with site.moderator() as reader:
        at = write(reader, numbers(site)["approved"]).headers["location"]
        page = reader.read(at)
        assert "nobody else reads voices at this desk" in page
        assert reader.client.post(f"{at}/let-out", data=hidden(page)).status_code == 409
        assert reader.client.post(f"{at}/let-out", data={**hidden(page), "alone": "yes"}).status_code == 303
        assert "This goes out in 24 hours" in reader.text(at)
        assert reader.client.post(f"{at}/call-back", data=hidden(page)).status_code == 303
        site.second()  # as soon as there is somebody, they have to look
        assert "A moderator who did not write it has to read it first." in reader.text(at)
        assert reader.client.post(f"{at}/take-back", data=hidden(page)).status_code == 303
    site.desk.run("user", "remove", "sam")


def test_a_name_is_marked_and_asked_about(site: Site) -> None:
    """Nothing is kept until somebody has thought about just this text; the second person sees the mark too."""
    voice = numbers(site)["approved"]
    text = f"{GOOD} Please ask for Sarah Jones."
    with site.moderator("robin") as robin:
        asked = write(robin, voice, text)
        assert asked.status_code == 422
        assert '<span class="ask">Sarah Jones</span>' in asked.text
        found = re.search(r'name="sure" value="([0-9a-f]+)"', asked.text)
        assert found
        assert write(robin, voice, f"{text} Or Darren.", sure=found[1]).status_code == 422
        kept = write(robin, voice, text, sure=found[1])
        assert kept.status_code == 303
        assert '<span class="ask">Sarah Jones</span>' in robin.read(kept.headers["location"])
        page = robin.read(kept.headers["location"])
        assert robin.client.post(f"{kept.headers['location']}/take-back", data=hidden(page)).status_code == 303


def test_an_answer_that_says_nothing_is_not_kept(site: Site) -> None:
    """It is asked what changed, whatever is ticked; what was typed stays."""
    with site.moderator("robin") as robin:
        asked = write(robin, numbers(site)["approved"], "Thank you, we take this very seriously. It has been noted.")
        assert "What changed?" in asked.text
        assert 'name="sure"' not in asked.text
        assert "It has been noted." in asked.text


def test_a_theme_of_few_is_not_answered_as_one(site: Site) -> None:
    """Its name would point to them."""
    with site.moderator("robin") as robin:
        said = write(robin, 0, theme="home")
        assert said.status_code == 422
        assert "Fewer than 10 people spoke of this" in said.text


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [
        ("changed", GOOD, []),
        ("changed", "We listened to you and this has been changed.", [Missing.CHANGED]),
        ("changed", "We will open the office on Saturdays.", [Missing.ONLY_PLANNED]),
        ("planned", "We will build three more taster flats.", [Missing.WHEN]),
        ("planned", "We will build three more taster flats by next spring.", []),
        ("cannot-change", "Driving lessons for everyone are not something that we do.", [Missing.CANNOT]),
        ("cannot-change", "We can't give driving lessons to everyone, because there is no money left.", []),
        ("thanks", "Thank you.", []),
        ("changed", "Whenever you came by the office was always shut, so it opens at ten now.", []),
        ("changed", "The office was always shut when I came by. It opens at ten now.", [Missing.REPEATS]),
    ],
)
def test_what_an_answer_lacks_is_asked_about(kind: str, text: str, asked: list[Missing]) -> None:
    """A change says what changed, a plan by when, a refusal why, and none repeats what somebody said."""
    assert missing(ResponseKind(kind), text, ["The office was always shut when I came by."]) == asked


def test_what_is_hard_to_read_is_said() -> None:
    """Long words and long sentences keep young people out."""
    text = (
        "Following extensive multidisciplinary consultation, comprehensive accommodation commissioning arrangements "
        "were subsequently reconfigured to facilitate considerably improved transitional accommodation availability "
        "for individuals approaching independence, notwithstanding ongoing budgetary constraints nationally."
    )
    assert missing(ResponseKind.CHANGED, text, []) == [Missing.LONG, Missing.HARD]

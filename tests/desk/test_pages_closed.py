"""Secure by default: whom the moderators' pages let in, and that nothing changes without a form of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from desk.pages.routes import PAGES
from desk.pages.sessions import IDLE, LASTS, Sessions
from desk.settings import FILE
from desk.web.gate import POST, READ
from desk.web.proxied import Proxied
from storage.accounts import add_account, password_hash
from storage.opening import immediate
from tests.desk import published
from tests.desk.at_desk import copy_of, passwords
from tests.desk.reading import Moderator, Site, hidden, serving, try_to_sign_in
from tests.product import Product, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.pages.routes import Page
    from desk.web.asgi import Receive, Scope, Send
    from tests.desk.at_desk import Desk

CLOSED = (
    *(
        f"/-/{page}{ending}"
        for page in ("databases", "versions", "threads", "settings", "plugins", "metadata", "actor", "refused")
        for ending in ("", ".json")
    ),
    "/-/permissions",
    "/-/allow-debug",
    "/-/messages",
    "/-/logout",
    "/-/auth-token",
    "/-/static/app.css",
    "/.json",
    "/?_size=1",
    "/intake",
    "/intake.db",
    "/intake/submissions",
    "/intake.json?sql=select+1",
    "/_memory",
    "/_memory?sql=select+1",
    "/_internal",
    "/_internal/databases",
    "/:memory:",
    "/voice",
    "/voice/x",
    "/voice/1/",
    "/voice/%31",
    "/voice/1?after=1",
    "/voice/1/approve/",
    "/find?number=1&number=2",
    "/static/",
    "/static/../site.py",
    "/static/hide.js.map",
    "/favicon.ico",
)
GATED = [page for page in PAGES if not page.anyone]
CHANGING = [page for page in PAGES if page.methods & POST]
MODERATORS = [page for page in CHANGING if not page.anyone]
# What ends a moderator's session in its midst.
ENDINGS = {
    "another role": "UPDATE accounts SET role = 'analyst' WHERE name = 'kai'",
    "another password": "UPDATE accounts SET password_hash = password_hash || 'x' WHERE name = 'kai'",
    "taken away": "DELETE FROM accounts WHERE name = 'kai'",
}
# What makes each form a good one, so that a refusal is for the reason that is tested. A new route has to be added here.
GOOD = {
    "sign-in": {"name": "reader", "password": "wrong"},
    "sign-out": {},
    "sort": {"theme": "money", "kind": "idea"},
    "approve": {"theme": "home", "kind": "idea", "tell": "nobody"},
    "decline": {"reason": "spam"},
    "undo": {},
    "take": {},
    "hold": {"why": "need-time", "until": str(date.today() + timedelta(days=7))},
    "second-opinion": {"why": "not-sure"},
    "escalate": {"why": "worried"},
    "send-back": {"why": "looked-at"},
    "leave": {},
    "care": {"at-once": "yes"},
    "read-on": {},
    "rested": {},
    "ask-permission": {"summary": "Fares were paid."},
    "stop-asking": {},
    "drill": {"verdict": "nobody", "follows": "nothing"},
    "hide": {"words": "bus", "sure": "yes"},
    "ask": {"text": "Which office was it?"},
    "unask": {"question": "1"},
    "read-answer": {},
    "hide-answer": {"question": "1", "answer-version": "1", "words": "bus"},
    "respond": {"kind": "thanks", "text": "Thank you."},
    "take-back": {"response": "1"},
    "write": {"kind": "thanks", "text": "Thank you.", "step": "send"},
    "let-out": {"seen": "1"},
    "call-back": {},
    "release": {"reason": "the lab meets on Monday"},
    "spam": {"seen": "1.1", "sure": "yes"},
    "code": {"code": "000000"},
    "password": {"new": "heron Tractor lemonade", "again": "heron Tractor lemonade", "now": "wrong"},
    "set-up": {"code": "000000"},
    "done": {},
    "codes": {"code": "000000", "now": "wrong"},
    "recovery": {"now": "wrong"},
    "others": {},
    "people": {"do": "roles", "name": "nobody", "role": "lead"},
    "withdraw": {"code": "a-b-c-d-e", "sure": "yes"},
}


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve pages with one voice that waits."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("closed"))
    desk.receive("The bus pass helped.")
    with serving(desk) as served:
        yield served


@pytest.fixture(scope="module")
def another(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the same in another folder, for what changes it."""
    with serving(copy_of(site.desk, tmp_path_factory.mktemp("another"))) as served:
        yield served


@pytest.fixture
def stranger(site: Site) -> Iterator[httpx.Client]:
    """Someone who has not signed in."""
    with httpx.Client(base_url=site.address, timeout=20) as client:
        yield client


@pytest.fixture
def moderator(site: Site) -> Iterator[Moderator]:
    """A moderator who has signed in."""
    with site.moderator() as signed_in:
        yield signed_in


@pytest.fixture
def kai(site: Site) -> Iterator[Moderator]:
    """A moderator who has signed in, and may not be one for much longer."""
    with site.desk.opened() as intake:
        with immediate(intake):
            add_account(intake, "kai", str(password_hash(intake, "reader")))
        with site.moderator("kai") as signed_in:
            yield signed_in
        with immediate(intake):
            intake.execute("DELETE FROM accounts WHERE name = 'kai'")


@pytest.fixture(scope="module")
def lab_cookie(site: Site) -> str:
    """Return the cookie of somebody who has signed in to the lab of the same deployment."""
    settings = site.desk.files.data / FILE
    settings.write_text(re.sub(r"(\[lab\]\nhost = .*\nport = )\d+", rf"\g<1>{free_port()}", settings.read_text()))
    product = Product(site.desk.files.data, site.desk.said)
    address = f"http://127.0.0.1:{product.lab_port}"
    with product.running("lab"), httpx.Client(base_url=address, timeout=20) as client:
        assert published.try_to_sign_in(client, "lab", product.password("lab")).status_code == 303
        assert client.get("/").status_code == 200
        return str(client.cookies["lab_session"])


def ends(site: Site, ending: str) -> None:
    """Change kai's account."""
    with site.desk.opened() as intake, immediate(intake):
        intake.execute(ENDINGS[ending])


def voice_id(site: Site) -> int:
    """Return the id of the voice that waits."""
    with site.desk.opened() as intake:
        return int(intake.execute("SELECT id FROM submissions").fetchone()[0])


def address(site: Site, page: Page) -> str:
    """Return a page's address, for the voice that waits."""
    return filled(page, voice_id(site))


def filled(page: Page, number: int) -> str:
    """Return a page's address, for a voice."""
    return re.sub(r"\(\?P<number>.*?\)", str(number), page.path)


def kept(site: Site) -> list[str]:
    """Return everything that intake.db holds, but for who is reading: whoever opens a voice is."""
    with site.desk.opened() as intake:
        return [line for line in intake.iterdump() if not line.startswith('INSERT INTO "claims"')]


def good_form(site: Site, moderator: Moderator, page: Page) -> dict[str, str]:
    """Return a form that this page takes: its token, version and all."""
    shown = moderator.client.get("/sign-in" if page.anyone else f"/voice/{voice_id(site)}").text
    name = page.path.removesuffix(f"/{page.path.rpartition('/')[2]}" if page.path.endswith(")") else "").rpartition(
        "/"
    )[2]
    return {**hidden(shown), "ready": "1", "voice": str(voice_id(site)), **GOOD[name]}


@pytest.mark.parametrize("page", GATED, ids=lambda page: page.path)
def test_a_stranger_is_sent_to_the_sign_in(site: Site, stranger: httpx.Client, page: Page) -> None:
    """Whatever a stranger asks for, by whatever method, leads to the sign-in and shows nothing."""
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = stranger.request(method, address(site, page))
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")
        assert answer.content == b""


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_not_a_page_of_ours_is_closed(stranger: httpx.Client, moderator: Moderator, path: str) -> None:
    """Datasette's own pages, its databases, SQL and odd spellings: closed to moderators too, and to strangers."""
    assert stranger.get(path).headers.get("location", "").startswith("/sign-in")
    answer = moderator.client.get(path)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


@pytest.mark.parametrize("page", CHANGING, ids=lambda page: page.path)
def test_nothing_is_changed_from_anywhere_else(site: Site, moderator: Moderator, page: Page) -> None:
    """Anonymous, without a token, with a wrong or another browser's, from another site, or too large: refused."""
    where, form, before = address(site, page), good_form(site, moderator, page), kept(site)
    bare = {name: value for name, value in form.items() if name != "token"}
    with site.moderator() as other:
        foreign = good_form(site, other, page)["token"]
    tries: list[tuple[dict[str, str], dict[str, str]]] = [
        (bare, {}),
        ({**form, "token": ""}, {}),
        ({**form, "token": "x" * 32}, {}),
        ({**form, "token": foreign}, {}),
        (form, {"origin": "https://evil.example"}),
        (form, {"origin": site.address.replace("http:", "https:")}),
        (form, {"sec-fetch-site": "cross-site"}),
        (form, {"sec-fetch-site": "same-site", "origin": "null"}),
        ({**form, "padding": "x" * 65_000}, {}),
    ]
    for sent, headers in tries:
        answer = moderator.client.post(where, data=sent, headers=headers)
        assert answer.status_code == (303 if page.anyone else 403)
        assert answer.headers.get("location") == ("/sign-in?again=1" if page.anyone else None)
    for content in ({"content": b"{}"}, {"files": {"token": form["token"]}}, {"json": form}):
        assert moderator.client.post(where, **content).status_code in {303, 403}
    anonymous = httpx.post(site.address + where, data=form)
    assert (anonymous.status_code, anonymous.content) == (303, b"")
    assert kept(site) == before


@pytest.mark.parametrize("page", MODERATORS, ids=lambda page: page.path)
def test_nothing_is_changed_by_the_lab(site: Site, moderator: Moderator, lab_cookie: str, page: Page) -> None:
    """Who may read in the lab may change nothing here, by whatever name their cookie is sent, with a good form."""
    where, form, before = address(site, page), good_form(site, moderator, page), kept(site)
    for name in ("desk_session", "lab_session"):
        answer = httpx.post(site.address + where, data=form, headers={"cookie": f"{name}={lab_cookie}"})
        assert (answer.status_code, answer.content) == (303, b"")
        assert answer.headers["location"].startswith("/sign-in")
    assert kept(site) == before


@pytest.mark.parametrize(
    ("page", "ending"),
    list(zip(MODERATORS, cycle(ENDINGS), strict=False)),
    ids=lambda each: getattr(each, "path", each),
)
def test_nothing_is_changed_by_who_was_a_moderator(site: Site, kai: Moderator, page: Page, ending: str) -> None:
    """A form opened by somebody who may not be here any more when it is sent is not taken."""
    form = good_form(site, kai, page)
    ends(site, ending)
    before = kept(site)
    answer = kai.client.post(address(site, page), data=form)
    assert (answer.status_code, answer.content) == (303, b"")
    assert answer.headers["location"].startswith("/sign-in")
    assert kept(site) == before


@pytest.mark.parametrize("page", CHANGING, ids=lambda page: page.path)
def test_the_same_form_from_our_page_is_taken(site: Site, another: Site, page: Page) -> None:
    """What the test above sends is refused for what it says and for nothing else; browsers' own headers are fine."""
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    with site.moderator() as moderator:
        form = good_form(site, moderator, page)
        nothing = page.path.endswith(("undo", "take-back", "unask", "hide-answer", "let-out", "call-back", "send-back"))
        nothing = nothing or page.path.endswith("stop-asking") or page.path.startswith("/drill")
        looks = {
            "/people",
            "/release",
            "/spam",
            "/withdraw",
            "/account/password",
            "/account/codes",
            "/account/recovery",
        }
        if page.path in looks or nothing or page.anyone:
            answer = moderator.client.post(address(site, page), data=form, headers=headers)
            assert answer.status_code in {401, 404, 409, 422}  # looked at, with nothing there to do
            assert "Nothing was changed, because" not in answer.text
        else:
            number = another.desk.voice(another.desk.receive("The bus pass helped.")).id
            with another.moderator() as reader:
                sent = {**form, **hidden(reader.read(f"/voice/{number}")), "voice": str(number)}
                assert reader.client.post(filled(page, number), data=sent, headers=headers).status_code == 303


@pytest.mark.parametrize("page", [page for page in CHANGING if not page.methods & READ], ids=lambda page: page.path)
def test_a_link_changes_nothing(site: Site, moderator: Moderator, page: Page) -> None:
    """What changes something is no page to be opened, however its address is filled in."""
    before = kept(site)
    for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE"):
        assert moderator.client.request(method, address(site, page)).status_code == 404
    assert moderator.client.get(address(site, page), params=good_form(site, moderator, page)).status_code == 404
    assert kept(site) == before


@pytest.mark.parametrize(
    "path", ["/sign-in", "/", "/release", "/voice/1", "/-/x", "/static/hide.js", "/shared/care.css"]
)
def test_every_answer_is_under_strict_headers(moderator: Moderator, stranger: httpx.Client, path: str) -> None:
    """No script but our own file, no frame, no other site, no cache, no referrer: on everything."""
    for client in (moderator.client, stranger):
        headers = client.get(path).headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_cookies_stay_in_the_browser_and_in_this_site(site: Site) -> None:
    """No script and no other site can use them; behind TLS they never travel without it; none has the lab's name."""
    with httpx.Client(base_url=site.address) as client:
        form = {**hidden(client.get("/sign-in").text), "name": "reader", "password": site.desk.password}
        answer = client.post("/sign-in", data=form, headers={"x-forwarded-proto": "https"})
    session, known = answer.headers.get_list("set-cookie")
    assert session.startswith("desk_session=")
    assert "max-age=43200" in session.lower()
    for cookie in (session, known):
        assert all(part in cookie.lower() for part in ("; httponly", "; secure", "samesite=strict"))
    plain = httpx.get(f"{site.address}/sign-in").headers["set-cookie"]
    assert plain.startswith("desk_form=")
    assert "Secure" not in plain


@pytest.mark.parametrize(("address", "scheme"), [("127.0.0.1", "https"), ("::1", "https"), ("192.0.2.7", "http")])
async def test_only_a_web_server_here_says_what_is_https(address: str, scheme: str) -> None:
    """A header that says so is believed from this machine alone; whose address a header claims is never believed."""
    seen: list[Scope] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    headers = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-for", b"198.51.100.1")]
    scope = {"type": "http", "scheme": "http", "client": (address, 1), "headers": headers}
    await Proxied(app)(scope, nothing, nothing)
    assert (seen[0]["scheme"], seen[0]["client"][0]) == (scheme, address)


async def nothing(*_: object) -> Any:
    """Neither ask nor answer."""


def test_who_is_not_a_moderator_is_not_let_in(site: Site) -> None:
    """A wrong name, a wrong password, an account without a role and one of the lab look the same, to the letter."""
    made = passwords(site.desk.run("user", "add", "kit", "--role", "moderator").output)[0]
    with site.desk.opened() as intake, immediate(intake):
        hashed = intake.execute("DELETE FROM accounts WHERE name = 'kit' RETURNING password_hash").fetchone()[0]
        add_account(intake, "kit", hashed, ())
    of_the_lab = Product(site.desk.files.data, site.desk.said).password("lab")
    with httpx.Client(base_url=site.address) as client:
        tried = [
            try_to_sign_in(client, name, password)
            for name, password in (
                ("reader", "wrong"),
                ("nobody", "wrong"),
                ("kit", made),
                ("lab", of_the_lab),
                ("", ""),
            )
        ]
    assert {answer.status_code for answer in tried} == {401}
    assert len({answer.text for answer in tried}) == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_ends_with_the_account(site: Site, kai: Moderator, ending: str) -> None:
    """Taking an account away, or giving it another password or role, closes every page at once."""
    assert kai.client.get("/").status_code == 200
    ends(site, ending)
    for path in ("/", "/release", "/find", "/withdraw", f"/voice/{voice_id(site)}"):
        assert kai.client.get(path).status_code == 303


def test_a_session_does_not_come_back_with_the_account(site: Site) -> None:
    """Who is made a moderator again by the same name signs in again."""
    password = passwords(site.desk.run("user", "add", "kim", "--role", "moderator").output)[0]
    with site.moderator("kim", password) as kim:
        assert kim.client.get("/").status_code == 200
        site.desk.run("user", "remove", "kim", "--role", "moderator")
        assert kim.client.get("/").status_code == 303
        site.desk.run("user", "add", "kim", "--role", "moderator")
        assert kim.client.get("/").status_code == 303


def test_a_stolen_cookie_is_worth_nothing_after_signing_out(site: Site) -> None:
    """Signing out ends the session on the server as well."""
    with site.moderator() as leaving:
        stolen = leaving.client.cookies["desk_session"]
        assert leaving.fill("/sign-out", "/").headers["location"] == "/sign-in?out=1"
    assert httpx.get(f"{site.address}/", cookies={"desk_session": stolen}).status_code == 303


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "x"])
def test_signing_in_leads_nowhere_else(site: Site, back: str) -> None:
    """Only a page of ours is led back to."""
    with httpx.Client(base_url=site.address) as client:
        assert try_to_sign_in(client, "reader", site.desk.password, next=back).headers["location"] == "/"


def test_signing_in_leads_back(site: Site, stranger: httpx.Client) -> None:
    """A stranger who asked for a page gets there after signing in."""
    asked = f"/voice/{voice_id(site)}"
    assert f'name="next" value="{asked}"' in stranger.get(stranger.get(asked).headers["location"]).text
    assert try_to_sign_in(stranger, "reader", site.desk.password, next=asked).headers["location"] == asked


def test_guessing_is_slowed_and_shuts_nobody_out(desk: Desk, tmp_path: Path) -> None:
    """After eight wrong tries, whatever address a header claims, the next ones wait; the right password still opens."""
    with serving(desk, tmp_path / "said") as site, httpx.Client(base_url=site.address) as guesser:
        for number in range(9):
            guesser.headers["x-forwarded-for"] = f"192.0.2.{number}"
            assert try_to_sign_in(guesser, "reader", f"guess {number}").status_code == 401
        slowed = (tmp_path / "said").read_text().count("slowed")
        assert try_to_sign_in(guesser, "reader", desk.password).status_code == 303
    assert slowed == 1


def test_guessing_codes_is_stopped(desk: Desk) -> None:
    """After twenty codes that are none, a moderator has to wait with the right one too."""
    code = desk.receive()
    with serving(desk) as site, site.moderator() as moderator:
        tries = {moderator.fill("/withdraw", "/withdraw", code=f"no-{number}").status_code for number in range(20)}
        stopped = moderator.fill("/withdraw", "/withdraw", code=code, sure="yes")
    assert (tries, stopped.status_code) == ({404}, 429)
    assert desk.voice(code)


def test_sessions_end_by_themselves() -> None:
    """After twelve hours whatever happens, and after an hour in which nothing did."""
    now, marks = [0.0], {"ash": "hash"}
    sessions = Sessions(marks.get, clock=lambda: now[0])
    cookie = sessions.start("ash")
    assert sessions.start("nobody") is None
    for _ in range(int(LASTS / IDLE * 2)):
        assert sessions.who(cookie) == "ash"
        now[0] += IDLE / 2
    now[0] += 1
    assert sessions.who(cookie) is None
    idle = sessions.start("ash")
    now[0] += IDLE + 1
    assert sessions.who(idle) is None
    changed = sessions.start("ash")
    marks["ash"] = "another hash"
    assert [sessions.who(each) for each in (changed, None, "", "x")] == [None] * 4


_BARE = """
import asyncio, pathlib, sys
from datasette.plugins import pm
from desk.pages.site import Desk
from desk.pages_settings import pages_settings
from desk.settings import load_settings
async def main():
    data = pathlib.Path(sys.argv[1])
    site = Desk(pages_settings(load_settings(data, {}, secrets=False), data))
    await site.invoke_startup()
    print(sorted(site.databases))
    print([(await site.client.get(path)).status_code for path in ("/_internal", "/-/databases.json", "/_memory")])
    member = {"id": "reader"}
    print(await site.permission_allowed(member, "execute-sql", "_internal", default=True))
    print(pm.get_plugin("datasette.handle_exception"))
asyncio.run(main())
"""


def test_datasette_itself_has_no_database_to_show(desk: Desk) -> None:
    """Behind the gate there is still no file attached, and Datasette's own permissions are shut to strangers."""
    argv = [sys.executable, "-c", _BARE, str(desk.files.data)]
    said = subprocess.run(argv, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == ["['_internal']", "[404, 404, 404]", "False", "None"]


def test_logs_tell_nothing_of_anyone(desk: Desk) -> None:
    """At debug, with wrong passwords, refused forms and decisions: no name, address, word, id or token is written."""
    desk.receive("Canary words.")
    output = desk.files.data / "said"
    with serving(desk, output) as site:
        with httpx.Client(base_url=site.address) as client:
            try_to_sign_in(client, "reader", "canary-password")
            client.post("/sign-in", data={"token": "canary-token"})
        number = voice_id(site)
        with site.moderator() as moderator:
            cookie, token = moderator.client.cookies["desk_session"], hidden(moderator.read("/"))["token"]
            moderator.fill(f"/voice/{number}/hide", words="Canary", sure="yes")
            moderator.client.post(f"/voice/{number}/decline", data={"reason": "canary"})
    said = output.read_text()
    assert "desk-sign-in" in said
    for private in ("reader", "anary", "127.0.0.1", str(number), cookie, token, desk.password):
        assert private not in said

"""Secure by default: what strangers and members can't open, and what every answer carries."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.web.gate import OURS
from tests.desk.published import NAME, make_lab, member, serving, sign_in_for, try_to_sign_in

if TYPE_CHECKING:
    from pathlib import Path

OPEN = (
    "/",
    "/published/voices",
    "/published/voices.json",
    "/published/voices.csv",
    "/published/voices/1000000000",
    "/published/voices/1000000000.json",
    "/published/counts",
    "/published/releases",
    "/published/ideas",
    "/published/ideas.csv",
)
CLOSED = (
    *(
        f"/-/{page}{ending}"
        for page in ("databases", "versions", "threads", "settings", "plugins", "metadata", "actor", "config")
        for ending in ("", ".json")
    ),
    "/-/permissions",
    "/-/allow-debug",
    "/-/patterns",
    "/-/messages",
    "/-/logout",
    "/-/auth-token",
    "/-/static/app.css",
    "/.json",
    "/published",
    "/published.json",
    "/published.db",
    "/published?sql=select+1",
    "/published.json?sql=select+1",
    "/published.csv?sql=select+1",
    "/published/voices?sql=select+1",
    "/published/voices?_where=1",
    "/published/voices?_trace=1",
    "/published/voices?_facet=words",
    "/published/voices?words__contains=a",
    "/published/voices?_sort=words",
    "/published/voices?theme=home&theme=money",
    "/published/voices.csv?theme=home&theme=money",
    "/published/voices.blob",
    "/published/voices/",
    "/published%2Fvoices",
    "/published/voices%2ecsv",
    "/published/voices/1000000000/words",
    "/published/counts/theme,home",
    "/published/voices_fts",
    "/published/voices_fts_data.json",
    "/published/sqlite_master",
    "/_memory",
    "/_internal",
    "/:memory:",
    "/favicon.ico",
    "/shared/../serve.py",
    "/shared/",
    "/sign-out",
)


@pytest.mark.parametrize("path", [*OPEN, *CLOSED])
def test_a_stranger_is_sent_to_the_sign_in(stranger: httpx.Client, path: str) -> None:
    """Whatever a stranger asks for, open, closed or not there at all, leads to the sign-in and shows nothing."""
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = stranger.request(method, path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")
        assert answer.content == b""


@pytest.mark.parametrize("path", CLOSED)
def test_a_member_finds_nothing_there(reader: httpx.Client, path: str) -> None:
    """Datasette's own pages, SQL, downloads and odd spellings are closed to members as well, all in the same way."""
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "SQLite" not in answer.text
    assert reader.post(path).status_code in {303, 404}


@pytest.mark.parametrize("path", OPEN)
def test_a_member_can_read(reader: httpx.Client, path: str) -> None:
    """What the pages link to opens; HEAD tells the same without the body."""
    answer, head = reader.get(path), reader.head(path)
    assert answer.status_code == head.status_code == 200
    assert head.content == b""


@pytest.mark.parametrize(
    "path", ["/sign-in", "/robots.txt", "/shared/care.css", "/", "/published/voices", "/-/x", "/.json"]
)
def test_every_answer_is_under_strict_headers(reader: httpx.Client, stranger: httpx.Client, path: str) -> None:
    """No script, no frame, no other site, no cache, no referrer: on pages, files, redirects and errors alike."""
    for client in (reader, stranger):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "permissions-policy" in headers
        assert "server" not in headers


def test_robots_are_turned_away(stranger: httpx.Client) -> None:
    """A search engine is told to stay out of everything."""
    assert stranger.get("/robots.txt").text == "User-agent: *\nDisallow: /"


_BARE = """
import asyncio, pathlib, sys
from datasette.plugins import pm
from desk.lab.settings import LabSettings
from desk.lab.site import Lab
async def main():
    site = Lab(LabSettings(folder=pathlib.Path(sys.argv[1]), title="x"))
    await site.invoke_startup()
    for path in ("", "/voices", "/voices.json", "/voices.csv", "/ideas", "/ideas.csv"):
        print((await site.client.get("/published" + path)).status_code)
    member = {"id": "ash"}
    print(await site.permission_allowed(member, "view-table", ("published", "voices_fts"), default=True))
    print(await site.permission_allowed(member, "execute-sql", "published", default=True))
    print(pm.get_plugin("datasette.handle_exception"))
asyncio.run(main())
"""


def test_datasette_itself_is_closed_behind_the_gate(tmp_path: Path) -> None:
    """Datasette still reads the root allow block, so that a hole in our gate opens nothing (it would stop in 1.0)."""
    assert (0, 65, 5) <= tuple(map(int, version("datasette").split("."))) < (0, 66)
    make_lab(tmp_path)
    said = subprocess.run([sys.executable, "-c", _BARE, str(tmp_path)], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["303"] * 6 + ["False", "False", "None"]


def test_a_session_cookie_stays_in_the_browser(stranger: httpx.Client, lab: tuple[str, str]) -> None:
    """No script and no other site can use the cookies; they end with the day's work."""
    cookies = try_to_sign_in(stranger, NAME, lab[1]).headers.get_list("set-cookie")
    assert all("HttpOnly" in cookie and "samesite=lax" in cookie.lower() for cookie in cookies)
    assert "Max-Age=43200" in cookies[0]


def test_cookies_are_secure_behind_https(stranger: httpx.Client, lab: tuple[str, str]) -> None:
    """Where a proxy on this machine speaks TLS, no cookie travels without it."""
    assert "; Secure" not in stranger.get("/sign-in").headers["set-cookie"]
    stranger.headers["x-forwarded-proto"] = "https"
    assert "; Secure" in try_to_sign_in(stranger, NAME, lab[1]).headers["set-cookie"]


def test_a_wrong_name_and_a_wrong_password_look_the_same(stranger: httpx.Client) -> None:
    """The answer doesn't tell whether a name exists."""
    one, other = (try_to_sign_in(stranger, name, "wrong") for name in (NAME, "nobody"))
    assert (one.status_code, one.text) == (other.status_code, other.text)
    assert one.status_code == 401


def test_a_form_needs_its_token(stranger: httpx.Client, lab: tuple[str, str]) -> None:
    """A sign-in sent by another site, with no token, a wrong one, or no cookie, doesn't sign in."""
    form = {"name": NAME, "password": lab[1]}
    for cookies, token in (({}, {}), ({}, {"csrftoken": "x"}), ({"ds_csrftoken": "x"}, {"csrftoken": "x"})):
        answer = httpx.post(f"{lab[0]}/sign-in", data={**form, **token}, cookies=cookies)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?again=1")
    assert stranger.post("/sign-in", content=b"x" * 5000).headers["location"] == "/sign-in?again=1"


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "x"])
def test_signing_in_leads_nowhere_else(stranger: httpx.Client, lab: tuple[str, str], back: str) -> None:
    """Only a page of the lab is led back to."""
    assert try_to_sign_in(stranger, NAME, lab[1], next=back).headers["location"] == "/"


@given(st.text("/\\.:@?#%2f \t\na", max_size=12))
def test_whatever_is_led_back_to_is_ours(back: str) -> None:
    """No address that our rule takes is another site's, however a browser reads it."""
    if OURS.fullmatch(back):
        read = "".join(letter for letter in back if letter not in "\t\r\n").replace("\\", "/")
        assert urlsplit(urljoin("http://lab.example/sign-in", read)).netloc == "lab.example"


def test_signing_in_leads_back(stranger: httpx.Client, lab: tuple[str, str]) -> None:
    """A stranger who asked for a page gets there after signing in."""
    asked = "/published/voices?theme=home&_search=bus+pass"
    form = stranger.get(stranger.get(asked).headers["location"])
    assert 'name="next" value="/published/voices?theme=home&amp;_search=bus+pass"' in form.text
    assert try_to_sign_in(stranger, NAME, lab[1], next=asked).headers["location"] == asked


def test_guessing_shuts_nobody_out(tmp_path: Path) -> None:
    """After eight wrong tries the right password opens the lab all the same, if a little later."""
    lab = make_lab(tmp_path)
    password = sign_in_for(lab)
    with serving(lab) as (address, _), httpx.Client(base_url=address) as guesser:
        assert {try_to_sign_in(guesser, NAME, f"guess {number}").status_code for number in range(9)} == {401}
        assert try_to_sign_in(guesser, NAME, password).status_code == 303


def test_a_stolen_cookie_is_worth_nothing_after_signing_out(lab: tuple[str, str]) -> None:
    """Signing out ends the session on the server as well."""
    with member(*lab) as leaving:
        stolen = leaving.cookies["lab_session"]
        token = leaving.get("/").text.split('csrftoken" value="')[1].split('"')[0]
        assert leaving.post("/sign-out", data={"csrftoken": token}).headers["location"] == "/sign-in?out=1"
    assert httpx.get(f"{lab[0]}/", cookies={"lab_session": stolen}).status_code == 303


def test_sign_in_can_be_left_out(tmp_path: Path) -> None:
    """Where a deployment asks for no sign-in the pages open and everything else stays closed."""
    with serving(make_lab(tmp_path, sign_in=False)) as (address, _):
        assert httpx.get(f"{address}/published/voices").status_code == 200
        assert {httpx.get(address + path).status_code for path in ("/published?sql=select+1", "/sign-in")} == {404}

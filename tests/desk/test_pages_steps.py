"""Signing in as a real deployment asks for it: passwords of one's own, one-time codes, a lock that shuts nobody out."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from pyotp import TOTP

from desk.codes import secret_of, step_of
from desk.pages.locking import Counting, KnownBrowsers, Locking
from desk.settings import FILE
from storage.opening import immediate
from storage.second_factors import lock, locked_until, unlock
from tests.desk.at_desk import copy_of, passwords
from tests.desk.reading import Moderator, Site, hidden, serving, try_to_sign_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

OWN = "heron Tractor lemonade"


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the pages of a deployment that asks for codes and passwords of one's own, as `init` leaves it."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("steps"))
    settings = desk.files.data / FILE
    settings.write_text(re.sub(r"(codes|own_password) = false", r"\1 = true", settings.read_text()))
    with serving(desk) as served:
        yield served


@pytest.fixture
def browser(site: Site) -> Iterator[httpx.Client]:
    """A browser that nobody has signed in with."""
    with httpx.Client(base_url=site.address, timeout=20, follow_redirects=True) as client:
        yield client


def someone(site: Site, name: str) -> str:
    """Make a moderator's account and return its password."""
    return passwords(site.desk.run("user", "add", name, "--role", "moderator").output)[0]


def send(browser: httpx.Client, page: httpx.Response, where: str, **fields: str) -> httpx.Response:
    """Fill in a form of a page."""
    return browser.post(where, data={**hidden(page.text), **fields})


def secret_in(page: httpx.Response) -> str:
    """Return the secret that a page shows in letters."""
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', page.text)
    assert found
    return found[1].replace(" ", "")


def codes_in(page: httpx.Response) -> list[str]:
    """Return the recovery codes that a page shows."""
    return re.findall(r"<code>((?:[0-9a-z]{4}-){2}[0-9a-z]{4})</code>", page.text)


def set_up(browser: httpx.Client, name: str, password: str) -> tuple[str, list[str]]:
    """Go the whole way of a first sign-in; return the codes' secret and the recovery codes."""
    page = send(browser, try_to_sign_in(browser, name, password), "/sign-in/password", new=OWN, again=OWN)
    secret = secret_in(page)
    page = send(browser, page, "/sign-in/set-up", code=TOTP(secret).at(time.time() - 30))
    recovery = codes_in(page)
    assert "Voices to read" in send(browser, page, "/sign-in/done").text
    return secret, recovery


def test_password_managers_learn_whose_password_it_is(site: Site, browser: httpx.Client) -> None:
    """Every form that takes a password of an account names that account, unseen, where a browser looks for it."""
    page = try_to_sign_in(browser, "heath", someone(site, "heath"))
    forms = [browser.get("/sign-in/password").text]
    page = send(browser, page, "/sign-in/password", new=OWN, again=OWN)
    page = send(browser, page, "/sign-in/set-up", code=TOTP(secret_in(page)).at(time.time() - 30))
    send(browser, page, "/sign-in/done")
    forms += [browser.get(path).text for path in ("/account", "/account/codes")]
    asking = [form for form in re.findall(r"<form.*?</form>", "".join(forms), re.DOTALL) if 'type="password"' in form]
    assert len(asking) == 4
    assert all('autocomplete="username" value="heath" hidden' in form for form in asking)


def test_a_first_sign_in_leads_through_every_step(site: Site, browser: httpx.Client) -> None:
    """No page opens before each is done; nothing of a secret or a recovery code is in a file or a log."""
    page = try_to_sign_in(browser, "ash", someone(site, "ash"))
    assert "Choose your own password" in page.text
    for path in ("/", "/account", "/sign-in/set-up", "/sign-in/code"):
        assert "Voices to read" not in browser.get(path).text
    for weak in ("short", "password1234", "aaaaaaaaaaaaaaaa", "qwertyuiop123", "ash ash ash ash", "123456789012"):
        page = send(browser, page, "/sign-in/password", new=weak, again=weak)
        assert page.status_code == 422
    page = send(browser, page, "/sign-in/password", new=OWN, again=OWN)
    secret = secret_in(page)
    assert browser.get("/").url.path == "/sign-in"
    page = send(browser, page, "/sign-in/set-up", code="000000")
    assert (page.status_code, secret_in(page)) == (422, secret)
    page = send(browser, page, "/sign-in/set-up", code=TOTP(secret).now())
    recovery = codes_in(page)
    assert len(recovery) == 10
    assert "Voices to read" in send(browser, page, "/sign-in/done").text
    held = b"".join(path.read_bytes() for path in site.desk.files.data.rglob("*") if path.is_file())
    assert not [each for each in (secret, OWN, *recovery) if each.encode() in held]


def test_each_code_opens_once(site: Site, browser: httpx.Client) -> None:
    """A code that was used, the one before it and a wrong one open nothing; a recovery code opens once."""
    secret, recovery = set_up(browser, "bo", someone(site, "bo"))
    used = TOTP(secret).at(time.time() - 30)
    for code in (used, "123456", "", recovery[0][:-1]):
        page = send(browser, try_to_sign_in(browser, "bo", OWN), "/sign-in/code", code=code)
        assert (page.status_code, "Voices to read" in page.text) == (401, False)
    for code in (TOTP(secret).now(), recovery[0].upper().replace("-", " ")):
        page = send(browser, try_to_sign_in(browser, "bo", OWN), "/sign-in/code", code=code)
        assert "Voices to read" in page.text
        page = send(browser, try_to_sign_in(browser, "bo", OWN), "/sign-in/code", code=code)
        assert page.status_code == 401
    send(browser, try_to_sign_in(browser, "bo", OWN), "/sign-in/code", code=recovery[1])
    assert "You have 8 recovery codes left." in words_of(browser.get("/account").text)


def test_five_wrong_codes_ask_for_the_password_again(site: Site, browser: httpx.Client) -> None:
    """Nobody guesses codes on and on behind one right password."""
    set_up(browser, "cy", someone(site, "cy"))
    page = try_to_sign_in(browser, "cy", OWN)
    for _ in range(5):
        page = send(browser, page, "/sign-in/code", code="000000")
    assert "Please sign in again." in page.text
    assert "Please sign in here." in send(browser, page, "/sign-in/code", code="000000").text


def test_ones_own_account(site: Site, browser: httpx.Client) -> None:
    """A new password ends all other sessions and keeps this one; others are ended by hand; codes are set up anew."""
    first = someone(site, "dee")
    _, recovery = set_up(browser, "dee", first)
    with httpx.Client(base_url=site.address, timeout=20, follow_redirects=True) as other:
        send(other, try_to_sign_in(other, "dee", OWN), "/sign-in/code", code=recovery[0])
        page = browser.get("/account")
        assert page.text.count("Signed in at") == 2
        assert "Your other sessions have ended." in send(browser, page, "/account/others").text
        assert other.get("/").url.path == "/sign-in"
        send(other, try_to_sign_in(other, "dee", OWN), "/sign-in/code", code=recovery[1])
        new = "walnut Ferry saxophone"
        wrong = send(browser, browser.get("/account"), "/account/password", now=first, new=new, again=new)
        assert "That is not your password." in wrong.text
        page = send(browser, browser.get("/account"), "/account/password", now=OWN, new=new, again=new)
        assert "Your password is changed." in page.text
        assert other.get("/").url.path == "/sign-in"
    page = send(browser, page, "/account/recovery", now=new)
    assert len(codes_in(page)) == 10
    assert not codes_in(browser.get("/account"))
    page = browser.get("/account/codes")
    code = TOTP(secret_in(page)).now()
    assert "That is not your password." in send(browser, page, "/account/codes", code=code, now=OWN).text
    assert len(codes_in(send(browser, page, "/account/codes", code=code, now=new))) == 10


def test_a_lock_keeps_strangers_out_and_nobody_else(site: Site, browser: httpx.Client) -> None:
    """A locked account opens to a browser that it knows; a stranger's right password doesn't, until it is unlocked."""
    password = someone(site, "eli")
    _, recovery = set_up(browser, "eli", password)
    with site.desk.opened() as intake, immediate(intake):
        lock(intake, "eli", int(time.time()), 900)
    with httpx.Client(base_url=site.address, timeout=20, follow_redirects=True) as stranger:
        assert "many wrong tries" in try_to_sign_in(stranger, "eli", OWN).text
        page = send(browser, try_to_sign_in(browser, "eli", OWN), "/sign-in/code", code=recovery[0])
        assert "Voices to read" in page.text
        assert site.desk.run("user", "unlock", "eli").exit_code == 0
        assert "Your code" in try_to_sign_in(stranger, "eli", OWN).text


def test_an_unlocked_account_stays_open_a_while(site: Site) -> None:
    """Whoever goes on guessing can't lock it again at once; later they can."""
    someone(site, "fay")
    with site.desk.opened() as intake, immediate(intake):
        assert lock(intake, "fay", 1000, 900)
        assert locked_until(intake, "fay", 1001) == 1900
        unlock(intake, "fay", 1001, 600)
        assert not lock(intake, "fay", 1600, 900)
        assert locked_until(intake, "fay", 1600) is None
        assert lock(intake, "fay", 1601, 900)
        assert not lock(intake, "nobody", 1000, 900)


def test_wrong_passwords_are_counted_apart_for_known_browsers() -> None:
    """Twenty from strange browsers lock; from a known one they make it a strange one; time heals."""
    locking = Locking()
    assert [locking.failed("ash", None) for _ in range(20)] == [False] * 19 + [True]
    assert not any(locking.failed("bo", "mine") for _ in range(20))
    assert not locking.is_known("mine")
    assert locking.is_known("another")
    clock = [0.0]
    counting = Counting(2, clock=lambda: clock[0])
    assert [counting.failed("ash"), counting.failed("ash")] == [False, True]
    clock[0] = 901.0
    assert not counting.are_too_many("ash")


def test_a_known_browser_is_known_for_its_account_alone() -> None:
    """What it keeps can't be made up, says no name, and means nothing for another account."""
    known = KnownBrowsers(b"k" * 32)
    kept = known.new("ash")
    assert known.which("ash", kept) == kept.partition(".")[0]
    assert [known.which("bo", kept), known.which("ash", kept[:-1] + "x"), known.which("ash", None)] == [None] * 3
    assert "ash" not in known.cookie("ash") + kept


def test_codes_are_those_of_rfc_6238(site: Site) -> None:
    """Appendix B's values for a secret of its own; a neighbouring step is forgiven, the next is not."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890"
    for moment, code in ((1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")):
        steps = [step_of(secret, code, moment + off) for off in (0, 30, -30, 60, -60)]
        assert steps == [moment // 30, moment // 30, moment // 30, None, None]
    keys = site.desk.files.load_keys()
    assert secret_of(keys, "ash", b"salt") != secret_of(keys, "bo", b"salt")


def test_the_terminal_asks_for_a_code_too(site: Site, browser: httpx.Client) -> None:
    """Who has codes needs one there as well."""
    _, recovery = set_up(browser, "gus", someone(site, "gus"))
    typed = f"{OWN}\n{recovery[0]}\n"
    assert "Nothing waits." in site.desk.run("moderate", "--as", "gus", typed=typed).output
    assert "Three tries" in site.desk.run("moderate", "--as", "gus", typed=typed + f"{OWN}\n1\n{OWN}\n2\n").output


def test_a_moderator_of_old_needs_no_new_step(desk: Desk) -> None:
    """Where neither is asked for, a password opens the desk as before."""
    with serving(desk) as served, served.moderator() as reader:
        assert isinstance(reader, Moderator)
        assert "You sign in without a code." in reader.text("/account")

"""Settings are read whole or refused whole, and whoever wrote them is told what to change."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desk.settings import FILE, SECRETS, Mistake, Settings, SettingsWrong, load_settings, write_template
from desk.settings.mistakes import every_setting
from desk.settings.model import template
from desk.settings.reading import VARIABLES

LISTS = {"councils", "themes", "helplines"}


def mistakes_of(data: Path, text: str, env: dict[str, str] | None = None) -> tuple[Mistake, ...]:
    """Return what is said about a deployment whose care-voice.toml holds `text`."""
    (data / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(data, env or {})
    return wrong.value.mistakes


def write_secrets(data: Path, text: str, mode: int = 0o600) -> Path:
    """Write an empty care-voice.toml and a secrets.toml beside it."""
    (data / FILE).touch()
    path = data / SECRETS
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_the_template_holds_exactly_the_defaults(tmp_path: Path) -> None:
    """What `init` writes changes nothing until someone edits it."""
    write_template(tmp_path / FILE)
    assert load_settings(tmp_path, {}) == Settings()


def test_the_template_shows_every_setting() -> None:
    """Nobody has to guess a key: all but secrets and `demo` stand in the file."""
    for (*section, key), _ in every_setting():
        entries = tomllib.loads(template())
        for name in section:
            entries = entries.get(name, {})[0] if name in LISTS else entries.get(name, {})
        assert key in entries or key in {"demo", "password", "token", "secret_token"}


def test_the_template_is_for_its_owner_and_group(tmp_path: Path) -> None:
    """The lab's process may run under a user of its own; nobody else need know who leads on safeguarding."""
    write_template(tmp_path / FILE)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o640


def test_settings_are_never_overwritten(tmp_path: Path) -> None:
    """A second `init` leaves the first one's file as it is."""
    (tmp_path / FILE).write_text("# mine\n", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_template(tmp_path / FILE)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "# mine\n"


def test_a_demonstration_is_marked_in_its_file(tmp_path: Path) -> None:
    """Fictional voices belong to folders that say so, and to no other."""
    write_template(tmp_path / FILE, demo=True)
    assert load_settings(tmp_path, {}).demo
    assert not Settings().demo


def test_the_fields_own_codes_are_the_defaults() -> None:
    """The lab's member councils and a council's care leaver offer, as the field writes them."""
    settings = Settings()
    assert [council.code for council in settings.councils] == (
        ["swindon", "manchester", "plymouth", "wigan", "tameside", "another"]
    )
    assert [theme.code for theme in settings.themes][:3] == ["home", "health", "money"]
    assert settings.helplines[0].how == "call 999"


def test_nothing_changes_once_it_was_read(tmp_path: Path) -> None:
    """Settings are frozen: what was checked is what is used."""
    (tmp_path / FILE).touch()
    with pytest.raises(ValueError, match="frozen"):
        load_settings(tmp_path, {}).publication.k = 1


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        ("[mail]\n\nprot = 25\n", 3, "mail.prot", "Did you mean port?"),
        ("k = 10\n", 1, "k", "Move it into [publication]."),
        ("[retenton]\ndeclined_days = 7\n", 1, "retenton", "Did you mean retention?"),
        ("[mail]\nport = '25'\n", 2, "mail.port", "port = 8025"),
        ("[lab]\nsign_in = 'yes'\n", 2, "lab.sign_in", "sign_in = true"),
        ("mail = 3\n", 1, "mail", "must be a section"),
        ("[mail]\naddresses = [\n  'a@example.org',\n  'b',\n]\n", 2, "mail.addresses[2]", "email address"),
        ("[publication]\nbatch = 1\n", 2, "publication.batch", "batch = 10"),
        ("[publication]\ndays_between_releases = 0\n", 2, "publication.days_between_releases", "= 28"),
        ("[publication]\nround_to = 500\n", 2, "publication.round_to", "would show 0"),
        ("[mail]\nfrom_name = 'a\\u0007b'\n".replace("'", '"'), 2, "mail.from_name", "from_name"),
        ("[mail]\naddresses = []\n", 2, "mail.addresses", "can't be empty"),
        ("helplines = []\n", 1, "helplines", "can't be empty"),
        ("[[helplines]]\nname = 'Us'\n", 1, "helplines[1].how", 'how = "call 0800 1111"'),
        ("[[themes]]\ncode = 'My Home'\nshown_as = 'Home'\n", 2, "themes[1].code", "small letters"),
        (
            "[[themes]]\ncode = 'a'\nshown_as = 'A'\n[[themes]]\nshown_as = 'B'\ncode = 'a'\n",
            6,
            "themes[2].code",
            "twice",
        ),
        ("[[councils]]\ncode = 'a'\nname = 'A'\n" * 2, 5, "councils[2].code", "twice"),
        ("[publication]\nk = 4\n", 2, "publication.k", "single a person out"),
        ("[publication]\ncount_threshold = 4\n", 2, "publication.count_threshold", "single a person out"),
        ("[publication]\nperiod = 'week'\n", 2, "publication.period", "'quarter' or 'month'"),
        ("[mail]\nhost = '0.0.0.0'\n", 2, "mail.host", "this machine only"),
        ("[mail]\ncertificate = 'a.pem'\n", 1, "mail.key", "named together"),
        ("[mail]\nrequire_tls = true\n", 2, "mail.require_tls", "no TLS to require"),
        ("[mail]\ntrusted_networks = ['::/0/1']\n", 2, "mail.trusted_networks[1]", "a slash and a number"),
        ("[mail]\nrspamd = '192.0.2.1:11333'\n", 2, "mail.rspamd", "on this machine only"),
        ("[lab]\nhost = 'lab.example.org'\n", 2, "lab.host", "this machine only"),
        ("[redaction]\ndetectors = ['spacy:']\n", 2, "redaction.detectors[1]", "its name, a colon and its model"),
        ("mail.relay.host = 'far.example.org'\nmail.relay.tls = 'none'\n", 2, "mail.relay.tls", "receipt codes"),
        ("[telegram]\nbase_url = 'https://a.example.org/bot/'\n", 2, "telegram.base_url", "no slash after it"),
        ("[telegram]\nbase_url = 'https://api.telegram.org'\n", 2, "telegram.base_url", "has to end in /bot"),
        ("[telegram]\nbase_url = 'http://a.example.org/bot'\n", 2, "telegram.base_url", "an open way"),
        ("[telegram]\nmode = 'webhook'\n", 1, "telegram.webhook_url", "where to post"),
        ("[telegram]\nwebhook_url = 'http://a.example.org/x'\n", 2, "telegram.webhook_url", "https addresses only"),
        ("[telegram]\nwebhook_url = 'https://a:b@c.example/x?y'\n", 2, "telegram.webhook_url", "a path at most"),
        ("[telegram]\nsecret_token = 'x'\n", 2, "telegram.secret_token", "Move it into secrets.toml."),
        ("[mail.relay]\npassword = 'x'\n", 2, "mail.relay.password", "Move it into secrets.toml."),
        ("[mail]\nport = \n", 2, "", "can't be read"),
        ("[mail\n", 1, "", "can't be read"),
        ("a = '''\n\n", 3, "", "can't be read"),
    ],
)
def test_a_mistake_says_its_line_and_its_cure(tmp_path: Path, text: str, line: int, key: str, says: str) -> None:
    """File, line, key, what is wrong, what to write instead."""
    (mistake,) = mistakes_of(tmp_path, text)
    assert (mistake.file, mistake.line, mistake.key) == (str(tmp_path / FILE), line, key)
    assert says in str(mistake)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Also those of several files, in the order in which they are met."""
    write_secrets(tmp_path, "[mail.relay]\npasword = 'x'\n", mode=0o644)
    found = mistakes_of(tmp_path, "[lab]\nport = 0\nhost = '::'\n[mail]\nlargest_mb = 1.5\n")
    assert [(mistake.key, mistake.line) for mistake in found] == [
        ("lab.port", 2),
        ("lab.host", 3),
        ("mail.largest_mb", 5),
        ("", None),
        ("mail.relay.pasword", 2),
    ]


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    """An old editor's accents are found."""
    (tmp_path / FILE).write_bytes(b"[deployment]\nname = 'Caf\xe9'\n")
    with pytest.raises(SettingsWrong, match=r"line 2.*\n.*UTF-8"):
        load_settings(tmp_path, {})


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    """A folder without settings is no deployment."""
    with pytest.raises(SettingsWrong, match="care-voice init"):
        load_settings(tmp_path, {})


def test_secrets_that_others_can_open_are_refused(tmp_path: Path) -> None:
    """The cure can be pasted into a terminal."""
    path = write_secrets(tmp_path, "[mail.relay]\npassword = 'x'\n", mode=0o640)
    with pytest.raises(SettingsWrong, match=f"chmod 600 {path}"):
        load_settings(tmp_path, {})


def test_secrets_come_from_their_file_or_the_environment(tmp_path: Path) -> None:
    """The environment wins, as a container's operator expects."""
    write_secrets(tmp_path, "[mail.relay]\npassword = 'file'\n")
    filed = load_settings(tmp_path, {})
    given = load_settings(tmp_path, {"CARE_VOICE_MAIL_RELAY_PASSWORD": "environment"})
    assert filed.mail.relay.password.get_secret_value() == "file"
    assert given.mail.relay.password.get_secret_value() == "environment"


def test_the_lab_reads_no_secret(tmp_path: Path) -> None:
    """Its process may not even open the file."""
    write_secrets(tmp_path, "not TOML", mode=0o644)
    settings = load_settings(tmp_path, dict.fromkeys(VARIABLES, "x"), secrets=False)
    assert not settings.mail.relay.password.get_secret_value()


def test_only_secrets_stand_among_the_secrets(tmp_path: Path) -> None:
    """Each setting has one home."""
    write_secrets(tmp_path, "[lab]\nport = 8002\n")
    with pytest.raises(SettingsWrong, match=r"line 2, lab\.port.*\n.*Move it into care-voice\.toml"):
        load_settings(tmp_path, {})


def test_a_misspelt_variable_is_noticed(tmp_path: Path) -> None:
    """A password that never arrives is worse than a start that stops."""
    (mistake,) = mistakes_of(tmp_path, "", {"CARE_VOICE_MAIL_RELAY_PASWORD": "x"})
    assert mistake.instead == "Did you mean CARE_VOICE_MAIL_RELAY_PASSWORD?"


def test_no_mistake_shows_a_secret(tmp_path: Path) -> None:
    """What is wrong is said without the value it is wrong with."""
    write_secrets(tmp_path, "[mail.relay]\npassword = ['hunter2']\npasword = 'hunter2'\n")
    (first, second) = mistakes_of(tmp_path, "")
    assert "hunter2" not in f"{first!r}{second!r}"


def test_the_settings_page_is_what_the_program_does() -> None:
    """docs/settings.md is generated from the model; run `cog -r docs/settings.md` after a change."""
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    subprocess.run([sys.executable, "-m", "cogapp", "--check", page], check=True, capture_output=True)

"""The doctor looks at what a deployment wrote: settings, duty, helplines, thresholds, wording, people."""

from __future__ import annotations

import shutil
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from tests.desk.examined import change, found, give_secrets, verdict
from tests.product import ON_DUTY

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

OWN = ('addresses = ["voice@localhost"]', 'addresses = ["voice@example.org"]')


def test_good_settings_are_ok(desk: Desk) -> None:
    """Everything that an administrator has to write is written."""
    change(desk, OWN, ('contact = ""', 'contact = "0800 000 000"'), ('hours = ""', 'hours = "any time"'))
    for check in ("settings", "duty", "addresses", "helplines", "thresholds", "wording", "terms"):
        assert verdict(desk, check) == "ok", check


def test_every_mistake_is_told_and_the_rest_is_looked_at(desk: Desk) -> None:
    """Each with its file, line and cure; what needs settings waits, and the databases don't."""
    change(desk, ("port = 8025", 'port = "high"'), ("batch = 10", "bach = 10"))
    wrong = found(desk, "settings")
    assert [one for one, _ in wrong] == ["wrong", "wrong"]
    assert wrong[0][1].startswith("care-voice.toml, line ")
    assert "mail.port" in wrong[0][1]
    said = desk.run("doctor")
    assert said.exit_code == 2
    assert "Did you mean batch?" in said.output
    assert verdict(desk, "relay") == verdict(desk, "ports") == "skipped"
    assert verdict(desk, "intake-db") == verdict(desk, "published-db") == "ok"


def test_a_folder_without_a_deployment_is_one_line(desk: Desk) -> None:
    """Whoever mistyped --data reads one thing, not thirty."""
    (desk.files.data / "care-voice.toml").unlink()
    said = desk.run("doctor")
    assert said.exit_code == 2
    assert "there is no such file" in said.output
    assert "--data" in said.output
    assert "Files" not in said.output


@pytest.mark.parametrize("name", ["lead", "deputy", "hours"])
def test_nobody_on_duty_is_wrong(desk: Desk, name: str) -> None:
    """Lead, deputy and hours: the doors stay shut without, and it says which is missing."""
    change(desk, (f'\n{name} = "{ON_DUTY[name]}"', f'\n{name} = " "'))
    ((verdict_, what), *_) = found(desk, "duty")
    assert verdict_ == "wrong"
    assert f": {name} not set" in what


def test_nobody_to_take_words_back_is_a_warning(desk: Desk) -> None:
    """Letters of thanks name whom to ask."""
    assert [one for one, _ in found(desk, "duty")] == ["ok", "warning"]


def test_the_example_address_is_a_warning(desk: Desk) -> None:
    """No mail from outside reaches localhost."""
    assert verdict(desk, "addresses") == "warning"


def test_helplines_without_hours_are_counted(desk: Desk) -> None:
    """Monitoring gets their number, the administrator their names."""
    ((one, what),) = found(desk, "helplines")
    assert (one, what) == ("warning", "3 helplines don't say when somebody answers.")
    assert "Shelter" in desk.run("doctor").output


def test_councils_without_numbers_of_their_own_are_counted(desk: Desk) -> None:
    """A duty team that answers at night is a number that only its council has; “another” has none."""
    assert found(desk, "duty-teams") == [("warning", "5 councils have no number of their own here.")]
    assert "Wigan" in desk.run("doctor").output
    given = "".join(
        f'\n\n[[helplines]]\nname = "Duty team"\nhow = "call 01632 960999"\ncouncil = "{code}"\n'
        for code in ("swindon", "manchester", "plymouth", "wigan", "tameside")
    )
    change(desk, ("\n# How people say their words may be used.", f"{given}\n# How people say"))
    assert verdict(desk, "duty-teams") == "ok"


@pytest.mark.parametrize(
    ("setting", "weaker"),
    [
        ("k = 10", "k = 9"),
        ("count_threshold = 10", "count_threshold = 9"),
        ('period = "quarter"', 'period = "month"'),
        ("declined_days = 90", "declined_days = 91"),
        ("sign_in = true", "sign_in = false"),
    ],
)
def test_bolder_than_it_came_is_a_warning(desk: Desk, setting: str, weaker: str) -> None:
    """Thresholds, time, retention and the lab's door may be loosened, and that is always told."""
    change(desk, (setting, weaker))
    ((one, what),) = found(desk, "thresholds")
    assert one == "warning"
    assert setting.split(" = ", maxsplit=1)[0] in f"{what} {desk.run('doctor').output}"


def test_more_careful_than_it_came_is_ok(desk: Desk) -> None:
    """Higher numbers protect better."""
    change(desk, ("k = 10", "k = 50"), ("declined_days = 90", "declined_days = 30"))
    assert verdict(desk, "thresholds") == "ok"


def test_broken_wording_is_wrong_in_our_own_words(desk: Desk) -> None:
    """Each mistake with its file and line; what is broken is not what the doctor speaks with."""
    folder = desk.files.wording / "en"
    folder.mkdir(parents=True)
    (folder / "doors.ftl").write_text("ack-thnks = Ta\nack-code = Keep it.\n")
    wrong = found(desk, "wording")
    assert [one for one, _ in wrong] == ["wrong", "wrong"]
    assert wrong[0][1].startswith("wording/en/doors.ftl, line 1: ")


def test_a_language_with_gaps_is_a_warning(desk: Desk) -> None:
    """What isn't said in it is said in English; the administrator's own page doesn't count."""
    change(desk, ('languages = ["en"]', 'languages = ["en", "en-simple", "gd"]'))
    folder = desk.files.wording / "gd"
    folder.mkdir(parents=True)
    (folder / "bot.ftl").write_text("bot-sent = Tapadh leibh\n")
    english, easy, gaelic = found(desk, "wording")
    assert english[0] == easy[0] == "ok"  # beside the main language only the bot speaks
    assert gaelic[0] == "warning"
    assert "bot-" in desk.run("doctor").output
    assert "pages-" not in desk.run("doctor").output
    shipped = resources.files("intake") / "locales" / "en"
    for file in shipped.iterdir():
        if file.name != "doctor.ftl":
            with resources.as_file(file) as path:
                shutil.copy(path, folder / file.name)
    assert [one for one, _ in found(desk, "wording")] == ["ok", "ok", "ok"]


def test_a_language_without_words_is_wrong(desk: Desk) -> None:
    """A code that nobody brought words for."""
    change(desk, ('languages = ["en"]', 'languages = ["gd"]'))
    ((one, what),) = found(desk, "wording")
    assert one == "wrong"
    assert "no words in “gd”" in what


def test_secrets_open_to_others_are_wrong(desk: Desk) -> None:
    """Both as a mistake of the settings and as a file's mode, with the cure."""
    path = give_secrets(desk, "", 0o644)
    assert found(desk, "settings")[0][0] == "wrong"
    assert ("wrong", "secrets.toml is open to others on this machine (mode 644).") in found(desk, "modes")
    assert f"chmod 600 {path}" in " ".join(desk.run("doctor").output.split())


def test_moderators_are_counted(desk: Desk) -> None:
    """Nobody is wrong, one is a warning, two are enough."""
    assert verdict(desk, "moderators") == "warning"
    desk.second_moderator()
    assert found(desk, "moderators") == [("ok", "2 people can moderate.")]
    for name in ("sam", "reader"):
        desk.run("user", "remove", name, "--role", "moderator")
    assert verdict(desk, "moderators") == "wrong"


def test_a_lab_without_members_is_a_warning(desk: Desk) -> None:
    """Unless its door stands open anyway."""
    assert verdict(desk, "lab-members") == "ok"
    desk.run("user", "remove", "lab", "--role", "lab")
    assert verdict(desk, "lab-members") == "warning"


def test_people_are_never_named(desk: Desk) -> None:
    """Neither on the page nor in the JSON: lead, deputy, contact, accounts."""
    change(desk, ('lead = "Jo Field"', 'lead = "Zephyrine"'), ('contact = ""', 'contact = "Quillfeather"'))
    desk.run("user", "add", "zephyrine", "--role", "moderator")
    said = (desk.run("doctor").output + desk.run("doctor", "--json").output).casefold()
    assert "zephyrine" not in said
    assert "quillfeather" not in said


def test_councils_offers_are_looked_over(desk: Desk) -> None:
    """Who has no page, which file is bad or shown to nobody, and that somebody has to check what holds everywhere."""
    assert found(desk, "rights") == [
        ("warning", "5 councils have no page of their own behind /rights."),
        ("warning", "Nobody has checked yet what /rights says of all of England."),
    ]
    folder = desk.files.data / "rights"
    folder.mkdir()
    (folder / "swindon.md").write_bytes(b"\xff\xfe")
    (folder / "swindn.md").write_text("We pay your council tax.")
    assert {what for verdict, what in found(desk, "rights") if verdict == "wrong"} == {
        "rights/swindn.md is shown to nobody: no council has that code.",
        "rights/swindon.md has letters that can't be read, so nobody can read it.",
    }
    (folder / "swindn.md").unlink()
    for code in ("swindon", "manchester", "plymouth", "wigan", "tameside"):
        (folder / f"{code}.md").write_text("We pay your council tax.")
    (desk.files.wording / "en").mkdir(parents=True)
    (desk.files.wording / "en" / "rights.ftl").write_text("bot-rights-checked = Checked in May 2027 by the team.\n")
    assert verdict(desk, "rights") == "ok"

"""The table of contents of the doctor: every check, in the order in which they are told."""

from __future__ import annotations

from desk.doctor.certificate import certificate
from desk.doctor.copies import copies, keys_in_the_clear, restored
from desk.doctor.databases import days, intake_db, published_db, taken_back
from desk.doctor.deployed import mail_addresses, on_duty, readable, terms, thresholds, wording
from desk.doctor.findings import Check
from desk.doctor.keeping import retention
from desk.doctor.listening import ports
from desk.doctor.machine import clock, crashes, encryption, file_system, room, swap
from desk.doctor.modes import keys, modes, owners
from desk.doctor.network import relay, telegram
from desk.doctor.people import alerts, lab_members, leads, moderators, readers
from desk.doctor.programs import libraries, sqlite
from desk.doctor.service import logs, memory, running
from desk.doctor.turning import contact, duty_teams, helplines, rights

_NETWORK = 6.0  # seconds; looking up a name may hang for longer

FIRST = Check("settings", readable, needs_settings=False)

CHECKS: dict[str, tuple[Check, ...]] = {
    "settings": (
        FIRST,
        Check("duty", on_duty, in_demo=False),
        Check("contact", contact, in_demo=False),
        Check("addresses", mail_addresses, in_demo=False),
        Check("helplines", helplines, in_demo=False),
        Check("duty-teams", duty_teams, in_demo=False),
        Check("rights", rights, in_demo=False),
        Check("thresholds", thresholds),
        Check("wording", wording),
        Check("terms", terms),
    ),
    "people": (
        Check("moderators", moderators),
        Check("leads", leads, in_demo=False),
        Check("alerts", alerts, in_demo=False),
        Check("readers", readers, in_demo=False),
        Check("lab-members", lab_members),
    ),
    "files": (
        Check("intake-db", intake_db, needs_settings=False),
        Check("published-db", published_db, needs_settings=False),
        Check("retention", retention),
        Check("taken-back", taken_back, needs_settings=False),
        Check("modes", modes, needs_settings=False),
        Check("owners", owners, needs_settings=False),
        Check("keys", keys, needs_settings=False),
    ),
    "service": (
        Check("running", running),
        Check("ports", ports),
        Check("logs", logs),
        Check("memory", memory),
        Check("certificate", certificate),
        Check("relay", relay, patience=_NETWORK),
        Check("telegram", telegram, patience=_NETWORK),
    ),
    "copies": (
        Check("copies", copies, in_demo=False),
        Check("copies-keys", keys_in_the_clear),
        Check("restore", restored, needs_settings=False),
    ),
    "machine": (
        Check("room", room, needs_settings=False),
        Check("file-system", file_system),
        Check("encryption", encryption, needs_settings=False, in_demo=False),
        Check("swap", swap, needs_settings=False, in_demo=False),
        Check("crashes", crashes, needs_settings=False, in_demo=False),
        Check("clock", clock, needs_settings=False, in_demo=False),
        Check("days", days, needs_settings=False),
        Check("sqlite", sqlite, needs_settings=False),
        Check("libraries", libraries, needs_settings=False),
    ),
}

"""What the process of the moderators' pages is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk.answering.look import Redaction
from desk.pages.pace import Caring
from desk.rules import Rules
from intake.wording import Wording, load_wording
from storage.permission import DAYS
from storage.release import Thresholds
from storage.watching import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.deployment import Files
    from storage.model import Consent

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that can be chosen, how it is shown, and what belongs to it."""

    code: str
    shown: str
    covers: str = ""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Whom to tell when someone may be at risk, and when they can be reached."""

    lead: str = ""
    deputy: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class PagesSettings:
    """How one deployment's pages are served. `copies` is the folder beside whose copies it is noted what was removed.

    `codes`: whether everyone must set one-time codes up; `own_password`: whether a password that was made for somebody
    has to be changed when they first sign in.

    `quiet` is for how many seconds nobody must have decided anything before words that were hidden are wiped out of
    the file, which keeps others waiting; `latest` is after how many seconds it is done all the same.
    """

    files: Files
    title: str
    themes: tuple[Choice, ...]
    councils: Mapping[str, str]
    consent: Mapping[Consent, str]
    on_duty: OnDuty = field(default_factory=OnDuty)
    thresholds: Thresholds = field(default_factory=Thresholds)
    caring: Caring = field(default_factory=Caring)
    permission_days: int = DAYS
    host: str = "127.0.0.1"
    port: int = 8001
    copies: str = ""
    codes: bool = False
    own_password: bool = False
    redaction: Redaction = field(default_factory=Redaction)
    alerts: bool = False
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    quiet: float = 2.0
    latest: float = 30.0
    rules: Rules = field(default_factory=Rules)
    words: Wording = field(default_factory=load_wording)

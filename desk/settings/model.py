"""All that can be set, with its default and what is allowed. Reads no file; touches no network."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo  # noqa: TC002 - pydantic looks it up when it runs
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from desk.settings.desk import Accounts, Alerts, Care, Desk
from desk.settings.doors import Contact, Mail, Telegram
from desk.settings.gate import Lab, Publication, Retention
from desk.settings.kinds import Detector, Filled, Hidden, Kept, Listed, Section, Several, refused
from desk.settings.people import Consent, Council, Deployment, Helpline, Theme


class Backup(Section):
    """Where encrypted copies go, and who can open them."""

    folder: str = Field(default="", description="the folder for copies: on another disk; empty: none are made")
    recipients: Several[Filled] = Field(
        default=(), description="age public keys of those who can open a copy", examples=[["age1…"]]
    )
    days: int = Field(default=1, ge=1, le=31, description="days between two copies; doctor warns when one is older")
    keep: int = Field(default=14, ge=1, le=365, description="how many copies are kept")

    @field_validator("recipients")
    @classmethod
    def _public_keys(cls, recipients: tuple[str, ...]) -> tuple[str, ...]:
        for at, key in enumerate(recipients):
            if key.startswith("AGE-SECRET-KEY"):
                raise refused("this is a secret key: whoever reads this file could open every copy", "", (at,))
            if not re.fullmatch(r"age1[0-9a-z]{58}", key):
                raise refused("an age public key begins with age1 and has 62 letters and digits", "", (at,))
        return recipients


class Redaction(Section):
    """What is hidden, besides what the redactor finds itself."""

    keep: Several[Kept] = Field(
        default=(),
        description="words that must stay readable: local services, teams, schemes; more in `redaction/keep.txt`",
    )
    hide: Several[Hidden] = Field(
        default=(),
        description="words that are always hidden: local names, homes, schools; more in `redaction/hide.txt`",
    )
    seconds: float = Field(
        default=2.0, gt=0, le=30, description="the longest time one message may take; then it isn't stored"
    )
    detectors: Several[Detector] = Field(
        default=(),
        description="detectors of other makers, which may hide more: see [redaction.md](redaction.md)",
        examples=[["spacy:en_core_web_sm"]],
    )


@cache
def template() -> str:
    """Return the commented file that `care-voice init` writes; it holds every default."""
    return (resources.files("desk") / "template.toml").read_text(encoding="utf-8")


def _listed(section: str) -> Any:
    return tomllib.loads(template())[section]


class Settings(BaseSettings):
    """All settings of a deployment."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", strict=True)

    demo: bool = Field(default=False, description="fictional voices to look at; only `make run` writes this")
    deployment: Deployment = Field(default_factory=Deployment)
    contact: Contact = Field(default_factory=Contact)
    councils: Listed[Council] = Field(default_factory=lambda: _listed("councils"), validate_default=True)
    themes: Listed[Theme] = Field(default_factory=lambda: _listed("themes"), validate_default=True)
    helplines: Listed[Helpline] = Field(default_factory=lambda: _listed("helplines"), validate_default=True)
    consent: Consent = Field(default_factory=Consent)
    mail: Mail = Field(default_factory=Mail)
    telegram: Telegram = Field(default_factory=Telegram)
    desk: Desk = Field(default_factory=Desk)
    care: Care = Field(default_factory=Care)
    accounts: Accounts = Field(default_factory=Accounts)
    alerts: Alerts = Field(default_factory=Alerts)
    lab: Lab = Field(default_factory=Lab)
    publication: Publication = Field(default_factory=Publication)
    retention: Retention = Field(default_factory=Retention)
    redaction: Redaction = Field(default_factory=Redaction)
    backup: Backup = Field(default_factory=Backup)

    def speaking(self, language: str) -> Settings:
        """Return the same settings with another main language, before those that are offered."""
        languages = tuple(dict.fromkeys((language, *self.deployment.languages)))
        return self.model_copy(update={"deployment": self.deployment.model_copy(update={"languages": languages})})

    @field_validator("councils", "themes")
    @classmethod
    def _codes_differ(cls, entries: tuple[Council | Theme, ...]) -> tuple[Council | Theme, ...]:
        seen: set[str] = set()
        for at, entry in enumerate(entries):
            if entry.code in seen:
                raise refused(
                    f"the code “{entry.code}” stands here twice", "Give one of them another code.", (at, "code")
                )
            seen.add(entry.code)
        return entries

    @field_validator("helplines")
    @classmethod
    def _of_councils_that_are_listed(
        cls, helplines: tuple[Helpline, ...], info: ValidationInfo
    ) -> tuple[Helpline, ...]:
        known = {"", *(council.code for council in info.data.get("councils", ()))}
        for at, line in enumerate(helplines):
            if "councils" in info.data and line.council not in known:
                wrong = "none of the councils has this code"
                raise refused(wrong, "Write a code from [[councils]], or leave it empty.", (at, "council"))
        return helplines

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what `load_settings` read, and nothing that happens to be in the environment."""
        return (init_settings,)

"""What can be set, section by section, with its default and what is allowed. Reads no file; touches no network."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator
from pydantic_core.core_schema import ValidationInfo  # noqa: TC002 - pydantic looks it up when it runs
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from desk.settings_kinds import (
    Address,
    Code,
    Days,
    Detector,
    FileKind,
    Filled,
    Hidden,
    Kept,
    Listed,
    Loopback,
    Network,
    Port,
    Rspamd,
    Several,
    Threshold,
    is_loopback,
    refused,
)
from intake.mail.files.kinds import Readable


class Section(BaseModel):
    """A table of the file: nothing unknown in it, nothing changed after it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Deployment(Section):
    """Who runs this, and who is called when someone is at risk."""

    name: Filled = Field(
        default="Care voice", description="what people see at the end of a mail and at the top of the lab"
    )
    contact: str = Field(
        default="", description="whom people ask to take their words back: an address or a phone number"
    )
    lead: str = Field(default="", description="who leads on safeguarding")
    deputy: str = Field(default="", description="who stands in for the lead")
    hours: str = Field(default="", description="when the lead or the deputy can be reached")
    languages: Listed[Code] = Field(
        default=("en",), description="languages that the bot offers; the main one, which all else speaks, first"
    )


class Contact(Section):
    """The mailbox of the safeguarding lead: people at risk can ask to be contacted once it is set, and tested."""

    mailbox: Address | Literal[""] = Field(
        default="",
        description="where the lead and the deputy read; empty: nobody can be asked",
        examples=["safeguarding@council.example"],
    )
    role: Filled = Field(
        default="the person who leads on keeping people safe", description="what the lead is called to people who write"
    )


class Council(Section):
    """A council that looks or looked after someone."""

    code: Code = Field(description="how it is kept", examples=["swindon"])
    name: Filled = Field(description="how it is shown", examples=["Swindon Borough Council"])


class Theme(Section):
    """What a voice is about."""

    code: Code = Field(description="how it is kept", examples=["home"])
    shown_as: Filled = Field(description="how it is shown", examples=["Where you live"])
    covers: str = Field(default="", description="what belongs to it, for moderators and the lab")


class Helpline(Section):
    """Where to turn."""

    name: Filled = Field(description="who answers", examples=["Childline"])
    how: Filled = Field(description="what to do: call, text or chat", examples=["call 0800 1111"])
    hours: str = Field(default="", description="when someone answers; empty if you don't know")
    council: str = Field(
        default="", description="the code of the council whose people it is for, and first; empty: it is for everybody"
    )


class Consent(Section):
    """How the words may be used: the question and its three answers."""

    question: Filled = Field(default="How may we use your words?", description="the question")
    quote: Filled = Field(default="Read it and quote it", description="may be printed in a report")
    read: Filled = Field(
        default="Read it, don't quote it", description="is shown in the lab only; what mail starts with"
    )
    count: Filled = Field(default="Only count it", description="is counted, and the words are erased")


class Relay(Section):
    """The mail server that carries thank-you mails away."""

    host: str = Field(default="", description="its name; empty: none")
    port: Port = Field(default=587, description="its port")
    tls: Literal["none", "starttls", "tls"] = Field(default="starttls", description="how the way there is locked")
    user: str = Field(default="", description="the name to sign in with, if it wants one")
    password: SecretStr = Field(default=SecretStr(""), description="the password to sign in with", examples=["…"])

    @field_validator("tls")
    @classmethod
    def _locked_unless_at_home(cls, tls: str, info: ValidationInfo) -> str:
        host = info.data.get("host", "")
        if tls == "none" and host and not is_loopback(host):
            raise refused("an open way to another machine would show receipt codes to anyone on it")
        return tls


class Mail(Section):
    """The mail door."""

    host: Filled = Field(
        default="127.0.0.1", description="where it listens: this machine only, unless it has a certificate"
    )
    port: Port = Field(default=8025, description="its port")
    addresses: Listed[Address] = Field(default=("voice@localhost",), description="the addresses it takes mail for")
    largest_mb: int = Field(default=10, ge=1, le=50, description="the largest mail it takes, in megabytes")
    acknowledge: bool = Field(default=True, description="whether people get a thank-you mail with their receipt code")
    from_name: Filled = Field(default="Care voice", description="who the thank-you mail is from")
    keep_note: bool = Field(
        default=False, description="whether what stands above forwarded words is kept too, marked and redacted"
    )
    read_files: bool = Field(
        default=False, description="whether the words in files that come along are read, each in a process of its own"
    )
    file_kinds: Several[FileKind] = Field(
        default=tuple(Readable), description="the kinds of files that are read then; others are only counted"
    )
    certificate: str = Field(
        default="", description="a PEM file with its certificate and chain, to offer TLS: read anew when it changes"
    )
    key: str = Field(default="", description="a PEM file with the certificate's key")
    require_tls: bool = Field(default=False, description="whether mail is taken over TLS only")
    trusted_networks: Several[Network] = Field(
        default=("127.0.0.0/8", "::1/128"),
        description="where your own mail servers are: they may bring as much as they like, and say for whom",
        examples=[["127.0.0.0/8", "192.0.2.25/32"]],
    )
    authserv_id: str = Field(
        default="", description="the name under which your own mail server writes Authentication-Results; empty: none"
    )
    rspamd: Rspamd = Field(
        default="",
        description="where rspamd listens on this machine, to be asked about each mail; empty: none",
        examples=["127.0.0.1:11333"],
    )
    trust_spam_headers: bool = Field(
        default=False,
        description="whether your own mail server takes out what others say about spam and says it itself",
    )
    relay: Relay = Field(default_factory=Relay, description="the mail server that carries thank-you mails away")

    @model_validator(mode="after")
    def _locked_unless_at_home(self) -> Self:
        if bool(self.certificate) != bool(self.key):
            raise refused(
                "a certificate and its key are named together", "", ("key" if self.certificate else "certificate",)
            )
        if not self.certificate and not is_loopback(self.host):
            wrong = "without a certificate of its own, the mail door listens on this machine only"
            raise refused(wrong, "", ("host",))
        if not self.certificate and self.require_tls:
            raise refused("without a certificate there is no TLS to require", "", ("require_tls",))
        return self


class Telegram(Section):
    """The Telegram door. It is open if there is a token."""

    base_url: Filled = Field(
        default="https://api.telegram.org/bot", description="where the Bot API is; the token follows it"
    )
    mode: Literal["polling", "webhook"] = Field(
        default="polling", description="whether we ask Telegram for messages, or it posts them to webhook_url"
    )
    webhook_url: str = Field(
        default="",
        description="where Telegram posts to: your web server's address, which leads to webhook_port",
        examples=["https://voice.council.example/telegram"],
    )
    webhook_port: Port = Field(default=8003, description="the port it listens on then, on this machine only")
    secret_token: SecretStr = Field(
        default=SecretStr(""),
        description="what Telegram must know to post here: up to 256 letters, digits, _ and -",
        examples=["…"],
    )
    voices_a_day: int = Field(
        default=50, ge=5, le=1000, description="voices that come from one chat in a day before the next has to wait"
    )
    token: SecretStr = Field(default=SecretStr(""), description="the bot's token, from @BotFather", examples=["…"])

    @field_validator("webhook_url")
    @classmethod
    def _leads_here(cls, url: str) -> str:
        found = re.fullmatch(r"(https?)://(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[\w./-]*)?", url)
        if url and not found:
            raise refused("this does not look like an address of a web server, with a path at most")
        if found and found[1] == "http" and not is_loopback(found[2].strip("[]")):
            raise refused("Telegram posts to https addresses only, and an open way would show everything on it")
        return url

    @field_validator("secret_token")
    @classmethod
    def _fits_into_a_header(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value()):
            raise refused("Telegram takes up to 256 letters, digits, _ and - here")
        return secret

    @model_validator(mode="after")
    def _knows_where_to_post(self) -> Self:
        if self.mode == "webhook" and not self.webhook_url:
            raise refused("Telegram has to be told where to post", "", ("webhook_url",))
        return self

    @field_validator("base_url")
    @classmethod
    def _leads_to_a_bot_api(cls, url: str) -> str:
        found = re.fullmatch(r"(https?)://(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[\w./-]*)?", url)
        if not found:
            raise refused("this does not look like an address of the Bot API")
        if found[1] == "http" and not is_loopback(found[2].strip("[]")):
            raise refused("an open way to another machine would show everything to anyone on it")
        if not url.endswith("/bot"):  # core.telegram.org/bots/api#making-requests
            raise refused("the token follows this at once, so it has to end in /bot, with no slash after it")
        return url


class Desk(Section):
    """The pages where moderators read and decide."""

    host: Loopback = Field(default="127.0.0.1", description="where it listens: this machine only")
    port: Port = Field(default=8001, description="its port")
    urgent_days: int = Field(
        default=1, ge=1, le=10, description="working days within which an urgent voice is to be decided on"
    )
    other_days: int = Field(default=7, ge=1, le=90, description="days within which any other is")
    claim_minutes: int = Field(
        default=30, ge=5, le=240, description="minutes for which who opens a voice has it to themselves, if they stop"
    )
    four_eyes: bool = Field(
        default=False, description="whether every voice needs two people's approval; those of under-16s always do"
    )
    own_council: bool = Field(
        default=False, description="whether people who work for a council are shown the voices about it"
    )


class Care(Section):
    """Care for the people who read: how much that is hard to read, and when to take a break."""

    hard_a_day: int = Field(
        default=10, ge=1, le=1000, description="distressing voices that one person is given to read in a day"
    )
    voices_before_break: int = Field(
        default=15, ge=1, le=1000, description="voices in a row after which a break is suggested"
    )
    minutes_before_break: int = Field(
        default=45, ge=5, le=480, description="minutes of reading after which a break is suggested"
    )
    talk_to: str = Field(
        default="",
        description="whom moderators can talk to about what they read, and how; empty: the page says to ask for that",
        examples=["Sam Lee, 01234 567890, weekdays 9 to 5"],
    )


class Accounts(Section):
    """How people sign in at the desk."""

    codes: bool = Field(
        default=True, description="whether everyone at the desk must also type a one-time code from an app"
    )
    own_password: bool = Field(
        default=True, description="whether a password that was made for somebody must be changed at the first sign-in"
    )


class Alerts(Section):
    """Who hears, by mail and without a word of it, that a voice can't wait, and when nobody seems to be reading."""

    addresses: Several[Address] = Field(
        default=(),
        description="the safeguarding lead's and the deputy's; empty: nobody is told",
        examples=[["lead@council.example", "deputy@council.example"]],
    )
    again_hours: int = Field(default=4, ge=1, le=168, description="hours before the same need is told once more")
    unopened_hours: int = Field(
        default=48, ge=1, le=720, description="hours after which a voice that nobody opened is told of too"
    )
    urgent_hours: int = Field(
        default=24, ge=1, le=720, description="hours unopened after which an urgent voice makes the doors say so"
    )
    quiet_days: int = Field(
        default=7, ge=1, le=90, description="days without any decision, while voices wait, after which they say so too"
    )


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


class Lab(Section):
    """The pages where the policy lab reads."""

    host: Loopback = Field(default="127.0.0.1", description="where it listens: this machine only")
    port: Port = Field(default=8002, description="its port")
    sign_in: bool = Field(default=True, description="whether people must sign in to read")


class Publication(Section):
    """When something may be shown."""

    k: Threshold = Field(
        default=10, description="how many voices must share a combination of details before it is shown"
    )
    count_threshold: Threshold = Field(default=10, description="the smallest count that is shown")
    round_to: Threshold = Field(default=5, description="what counts are rounded to")
    batch: int = Field(default=10, ge=10, description="how many new voices a release needs")
    period: Literal["quarter", "month"] = Field(default="quarter", description="how finely time is shown")
    days_between_releases: int = Field(default=28, ge=28, le=3650, description="the least days between two releases")
    drill: int = Field(
        default=10,
        ge=0,
        le=1000,
        description="how many new voices somebody must try to recognise before a release, the likeliest first; 0: none",
    )

    permission_days: int = Field(
        default=28, ge=7, le=90, description="days to answer for somebody whose story could be recognised"
    )

    @field_validator("round_to")
    @classmethod
    def _shows_what_may_be_shown(cls, round_to: int, info: ValidationInfo) -> int:
        if round_to > info.data.get("count_threshold", round_to):
            raise refused("rounding to more than count_threshold would show 0 where there are voices", "5")
        return round_to


class Retention(Section):
    """How long something is kept."""

    waiting_days: int = Field(
        default=365, ge=30, le=3650, description="days after which a voice that nobody decided on is erased"
    )
    held_days: int = Field(default=180, ge=30, le=3650, description="days after which a voice put aside is erased")
    declined_days: Days = Field(default=90, description="days after which the words of a declined voice are erased")
    published_days: int = Field(
        default=1825, ge=90, le=3650, description="days after its release when a voice is erased, from the lab too"
    )
    counted_days: int = Field(
        default=1825, ge=90, le=3650, description="days after which what is left of a voice without words is erased"
    )
    questions_days: int = Field(
        default=180, ge=30, le=3650, description="days after which what was asked and answered is erased"
    )
    warning_days: int = Field(default=30, ge=7, le=365, description="for how many days it is said before what goes")


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

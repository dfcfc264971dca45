"""What can be set about the doors: mail, Telegram, and the mailbox of whom people at risk can ask for."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_core.core_schema import ValidationInfo  # noqa: TC002 - pydantic looks it up when it runs

from desk.settings.kinds import (
    Address,
    FileKind,
    Filled,
    Listed,
    Network,
    Port,
    Rspamd,
    Section,
    Several,
    is_loopback,
    refused,
)
from intake.mail.files.kinds import Readable


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

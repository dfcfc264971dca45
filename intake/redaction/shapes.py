"""Addresses of the net: mails, links, handles. Shape decides, never validity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import WORD, word_set
from intake.redaction.mails import ENDINGS, PUNCTUATION, find_mails
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

URL = re.compile(
    r"(?:https?:/{1,2}|www ?[.,] ?)[^\s<>\"]{2,2000}"
    rf"|(?<![\w@.-])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{2,63}}){{0,4}}\.(?:{ENDINGS})(?![\w-])(?:/[^\s<>\"]{{0,2000}})?"
)
ENDING = re.compile(rf"\.(?:{ENDINGS})(?![\w-])")
LIKELY = 0.9  # less than a link, which may look the same

AT_HANDLE = re.compile(r"(?<![\w@])@ ?[\w](?:[\w.-]{0,62}\w)?")
SHAPED_HANDLE = re.compile(
    r"(?<![\w.@/-])(?:\w{2,32}#(?=[oliOLI]{0,2}[0-9])[0-9oliOLI]{3,5}(?!\w)|[^\W_]{0,30}(?:\.[^\W_]{1,20}){0,2}_{1,3}[\w.]{1,40}|[^\W\d_]\w{1,20}(?:\.\w{2,20}){2,4})(?![\w@])"
)
DOTTED = re.compile(r"\.\w{2,20}\.\w")
NETWORK = (
    r"(?:add me|insta|instagram|ig|snap|snapchat|snapcode|sc|tik ?tok|discord|xbox|xbl|psn|playstation|ps[345]|steam|"
    r"roblox|twitter|twitch|fortnite|minecraft|gamer ?tag|username|user ?name|handle|telegram|whatsapp|kik|"
    r"facebook|fb|youtube|bereal|threads)"
)
NETWORKS = word_set(
    """
    add insta instagram ig snap snapchat snapcode sc tik tiktok discord xbox xbl psn playstation ps3 ps4 ps5 steam
    roblox twitter twitch fortnite minecraft gamer gamertag user username handle telegram whatsapp kik facebook fb
    youtube bereal threads
    """
)  # the first words of NETWORK
CUED_HANDLE = re.compile(
    rf"\b{NETWORK}\b(?: (?:name|tag|handle|account|user|username|id|is|its|it's|im|i'm|as|at|me|on|"
    rf"under|called|:|-|@|{NETWORK})|:){{0,4}} ?@?"
    r"(?<!\w)(?P<handle>[\w][\w.-]{2,62}\w(?:#[0-9]{3,5})?)"
)

# a word that no list knows is a handle only if something says so: not `we do minecraft tues`
CUED_NAME = re.compile(
    rf"(?:\b(?:name|tag|handle|account|user|username|id|is|its|it's|im|i'm|as|at|me|under|called)|[:@=-])[ @:]{{1,3}}$"
    rf"|\b(?:add|my|his|her|their|on|follow|find|msg|message) (?:me |him |her |us )?(?:on )?(?:my )?{NETWORK} ?$"
    r"|\b(?:psn|xbl|gamer ?tag|snapcode|username|kik) $"
)
NOBODY = word_set("me u us you him her them it ur all every everyone")


def find_emails(text: Text) -> Iterator[Span]:
    """Yield mail addresses, also as spoken: `jay dot k at gmail dot com`."""
    return find_mails(text)


def find_links(text: Text) -> Iterator[Span]:
    """Yield links and names of sites."""
    if "http" in text.low or "www" in text.low or ENDING.search(text.low):
        for found in URL.finditer(text.low):
            yield text.span(found.start(), found.start() + len(found[0].rstrip(PUNCTUATION)), Label.URL)


def find_handles(text: Text) -> Iterator[Span]:
    """Yield names on social networks and in games."""
    plain = text.plain
    for pattern, possible in (
        (AT_HANDLE, "@" in plain),
        (SHAPED_HANDLE, "_" in plain or "#" in plain or DOTTED.search(plain)),
    ):
        for found in pattern.finditer(plain) if possible else ():
            if any(map(str.isalnum, found[0])) and not _is_spoken(text, found[0].lower()):
                yield text.span(*found.span(), Label.HANDLE, LIKELY)
    if NETWORKS.isdisjoint(text.spoken):
        return
    for found in CUED_HANDLE.finditer(text.low):
        handle = found["handle"]
        start = found.start("handle")
        simple = handle.rstrip(".").isalpha()
        if not simple or (not text.look_up(handle) and CUED_NAME.search(text.low, max(0, start - 40), start)):
            yield text.span(found.start("handle"), found.start("handle") + len(handle), Label.HANDLE)


def _is_spoken(text: Text, handle: str) -> bool:
    """Whether `@` only stands for a word: `dont @ me`, `meet @ 7`."""
    name = handle.lstrip("@")
    if name.startswith(" "):
        return name.strip().isdigit() or bool(text.look_up(name.strip()) & WORD)
    return name in NOBODY

"""Sees when somebody asks to be called or met, which needs more than a bot. Keeps nothing. Pure."""

from __future__ import annotations

import re

from bot.meaning import folded

MOST = 14  # words; who writes more tells something
_WHO = "(?:any|some)(?:one|body)|you|u|a (?:real |actual )?(?:person|human)|they|your team"
_DOES = "call|ring|phone|text|contact|reach|message|email|e-mail|visit|meet|speak (?:to|with)|talk (?:to|with)"
_TO_TALK = "(?:speak|talk|chat)(?: (?:to|with))?"
_PERSON = "(?:some(?:one|body)|any(?:one|body)|a (?:real |actual )?(?:person|human)(?: being)?|you on the phone)"
_ASKS = re.compile(
    rf"\b(?:can|could|will|would|when (?:will|can)|is it possible (?:for|that)) (?:{_WHO})"
    rf"(?: please| not)? (?:{_DOES}|give) me\b"
    rf"|\b(?:i(?:'d| would)? (?:really )?(?:want|wanna|need|like)|can i|could i|how (?:can|do) i|i have) "
    rf"(?:to )?(?:{_TO_TALK} {_PERSON}|get a call|have a call|be called|be contacted)"
    rf"|\b(?:want|need|like) (?:some|any)(?:one|body) to (?:{_DOES}) me\b"
    rf"|^(?:please |pls |plz )?(?:call|ring|phone|contact) me(?: back)?(?: please| pls| plz| now| today)*$"
)
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")


def wants_call(text: str) -> bool:
    """Tell whether a short message asks that somebody gets in touch, in English."""
    plain = folded(text).translate(_APOSTROPHES).strip(" .,!?")
    return len(plain.split()) <= MOST and _ASKS.search(plain) is not None

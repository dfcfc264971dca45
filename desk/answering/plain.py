"""Whether an answer says what it says it says, in words that young people read. Reads a text, and nothing else.

Nothing here understands English: it finds what is missing (a reason, a time), what says nothing, what is hard to read.
A person who is asked "what changed?" decides.
"""

from __future__ import annotations

import re
from enum import StrEnum

from storage.repeating import repeats
from storage.responses import ResponseKind

OLDEST = 12  # years: who may be read to understands it at eleven
_FEWEST = 3  # words that say something
_LONG = 25  # words of a sentence; of fewer in all, one long word makes the age
_REPEATED = 6  # words in a row that somebody said too
_STOCK_PHRASES = (  # what is said in every answer, whatever was done
    r"thank you(?: so much| very much)?(?: for (?:your|this|the|all your) \w+)?",
    r"thanks|noted|watch this space|in due course|as soon as possible|(?:going|moving) forward",
    r"we (?:are|'re) (?:working|looking) (?:hard )?(?:on|into|at) (?:it|this|that)",
    r"we (?:take|took) (?:this|that|it|your \w+|all \w+) (?:very |extremely )?seriously",
    r"(?:this|it|that) (?:has been|is|was|will be) (?:noted|changed|sorted|fixed|done|under review)",
    r"(?:this|it|that) (?:has been|is|was|will be)(?: being)? (?:looked (?:at|into)|reviewed|addressed|considered)",
    r"(?:we )?(?:hear|heard|have heard|listened to) (?:you|what you said)|you said|you told us|we did",
    r"we(?: have|'ve)? (?:changed|fixed|sorted|noted) (?:it|this|that|things)",
    r"your (?:views|feedback|voice|words) (?:matter|is|are)(?: \w+)? ?(?:important|valued)?(?: to us)?",
    r"we will (?:look into|consider|review|think about|see|do our best)(?: it| this| that)?|we value your \w+",
    r"lessons (?:have been|will be) learn(?:ed|t)|(?:sorry|we apologise) (?:to hear|for) (?:this|that|it)",
)
_STOCK = re.compile(rf"\b(?:{'|'.join(_STOCK_PHRASES)})\b", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "did",
        "do",
        "for",
        "from",
        "had",
        "has",
        "have",
        "i",
        "in",
        "is",
        "it",
        "its",
        "more",
        "much",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "some",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "you",
        "your",
        "things",
        "thing",
        "something",
        "now",
        "better",
    ]
)
_WHEN = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter|christmas|easter|today|tomorrow|tonight|next|this (?:week|month|year|term)|weeks?|months?|years?|term|"
    r"20\d\d|by the end|don't know (?:yet )?when|no date)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:because|since|as (?:the|we|it|there)|so that|the law|by law|rules?|money|budget|afford|due to|"
    r"there (?:is|are|isn't|aren't) (?:no|not|only)|too few|not enough|safe|unsafe|reason|means that|only (?:the )?"
    r"(?:government|court|judge|parliament)|not allowed|belongs? to|decides?)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(r"\b(?:will|going to|plan(?:s|ned|ning)? to|promise|hope to|aim to|soon)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:now|since|has|have|had|is|are|was|were|can|gets?|got|does|do|did|\w{3,}ed|opened|began|started)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


class Missing(StrEnum):
    """What is asked about an answer."""

    CHANGED = "what-changed"
    PLANNED = "what-is-planned"
    CANNOT = "why-not"
    THANKED = "what-for"
    WHEN = "by-when"
    ONLY_PLANNED = "only-planned"
    LONG = "long-sentence"
    HARD = "hard-to-read"
    REPEATS = "repeats"


_EMPTY = {
    ResponseKind.CHANGED: Missing.CHANGED,
    ResponseKind.PLANNED: Missing.PLANNED,
    ResponseKind.CANNOT: Missing.CANNOT,
    ResponseKind.THANKS: Missing.THANKED,
}


def is_empty(kind: ResponseKind, text: str) -> bool:
    """Tell whether an answer says nothing once what is said in every answer is taken out; thanks need no more."""
    said = {word.lower() for word in _WORD.findall(_STOCK.sub(" ", text))} - _SMALL
    return kind is not ResponseKind.THANKS and len(said) < _FEWEST


def missing(kind: ResponseKind, text: str, said: list[str]) -> list[Missing]:
    """Return what to ask about an answer; `said` are words of those whom it answers."""
    found = [_EMPTY[kind]] if is_empty(kind, text) else list(_unsaid(kind, text))
    if any(len(sentence) > _LONG for sentence in _sentences(text)):
        found.append(Missing.LONG)
    if reading_age(text) > OLDEST:
        found.append(Missing.HARD)
    if any(repeats(text, words, _REPEATED) for words in said):
        found.append(Missing.REPEATS)
    return found


def reading_age(text: str) -> float:
    """Return the age at which a text is read with ease: the mean of ARI and Coleman-Liau, as `care-voice wording` does.

    Of a few words it says nothing: 0.
    """
    words = _WORD.findall(text)
    if len(words) < _LONG:
        return 0.0
    letters, sentences = sum(map(len, words)) / len(words), len(_sentences(text)) / len(words)
    automated = 4.71 * letters + 0.5 / sentences - 21.43
    coleman_liau = 5.88 * letters - 29.6 * sentences - 15.8
    return (automated + coleman_liau) / 2 + 5


def _unsaid(kind: ResponseKind, text: str) -> list[Missing]:
    if kind is ResponseKind.PLANNED and not _WHEN.search(text):
        return [Missing.WHEN]
    if kind is ResponseKind.CANNOT and not _WHY.search(text):
        return [Missing.CANNOT]
    if kind is ResponseKind.CHANGED and _PROMISE.search(text) and not _DONE.search(_PROMISE.sub(" ", text)):
        return [Missing.ONLY_PLANNED]
    return []


def _sentences(text: str) -> list[list[str]]:
    return [words for part in re.split(r"[.!?\n]+", text) if (words := _WORD.findall(part))]

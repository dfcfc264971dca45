"""Turns codes, days and a voice's words into what moderators read. Reads no database."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from desk.pages.settings import Choice
from desk.terminal import harmless
from desk.web.words import HIDDEN, begins
from storage.decisions import Action, Reason
from storage.model import AgeBand, Kind, Speaker
from storage.queue import OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from desk.pages.settings import PagesSettings
    from intake.wording import Wording
    from storage.model import RedactedWords
    from storage.submissions import Submission

Span = tuple[int, int]


class Showing:
    """The words for one deployment's codes."""

    def __init__(self, words: Wording, settings: PagesSettings) -> None:
        self._words, self._settings = words, settings
        self._themes = {theme.code: theme.shown for theme in settings.themes}

    def themes(self, chosen: str | None) -> Sequence[Choice]:
        """Return the themes to choose from; one that the settings don't know any more is kept if it was chosen."""
        gone = chosen and chosen not in self._themes
        return (*self._settings.themes, Choice(chosen, chosen)) if gone and chosen else self._settings.themes

    def kinds(self) -> Sequence[Choice]:
        """Return the kinds to choose from."""
        return [Choice(kind, self._words(f"kind-{kind}")) for kind in Kind]

    def reasons(self) -> Sequence[Choice]:
        """Return the reasons to decline for."""
        return [Choice(reason, self._words(f"reason-{reason}")) for reason in Reason]

    def theme(self, code: str | None) -> str:
        """Return what a theme is called."""
        return self._themes.get(code or "", code or self._words("not-said"))

    def kind(self, kind: Kind | None) -> str:
        """Return what a kind is called."""
        return self._words(f"kind-{kind}") if kind else self._words("not-said")

    def age(self, band: AgeBand | None) -> str:
        """Return an age band in words."""
        return self._words(f"age-band-{band}") if band else self._words("not-said")

    def council(self, code: str) -> str:
        """Return what a council is called."""
        return self._settings.councils.get(code, code)

    def clock(self, when: int) -> str:
        """Return the time of day by the clock of this machine."""
        return f"{datetime.fromtimestamp(when, UTC).astimezone():%H:%M}"

    def details(self, voice: Submission) -> list[tuple[str, str]]:
        """Return what is known about a voice besides its words, with what each thing is called."""
        unknown = self._words("not-said")
        known = {
            "came-in": self.day(voice.day_received),
            "use": self._settings.consent[voice.consent],
            "age": self.age(voice.age_band),
            "speaking": self._words(f"speaker-{Speaker(voice.speaker)}") if voice.speaker else unknown,
            "council": self._settings.councils.get(voice.council or "", voice.council or unknown),
            "happened": self._words(f"pages-happened-{voice.happened}") if voice.happened else unknown,
        }
        came_by = voice.relay or voice.workshop
        through = {"through": came_by} if came_by else {}
        return [(self._words(f"pages-{name}"), value) for name, value in (known | through).items()]

    def day(self, day: date) -> str:
        """Return a day as people write it."""
        return self._words("lab-day", day=day.day, month=self._words(f"lab-month-{day.month}", year=str(day.year)))

    def decision(self, account: str, action: str, reason: str | None, at: str) -> tuple[str, str, str]:
        """Return when, who and what of a decision, in words and by the clock of this machine."""
        when = datetime.fromisoformat(at).astimezone()
        return f"{self.day(when.date())}, {when:%H:%M}", account, self._did(action, reason)

    def _did(self, action: str, reason: str | None) -> str:
        if action in {Action.DECLINE, Action.TOGETHER} and reason:
            return self._words("pages-did-decline", reason=self._words(f"reason-{reason}"))
        if action == Action.SORT and reason:
            shown = self._words(f"kind-{reason}") if reason in set(Kind) else self.theme(reason)
            return self._words("pages-did-sort", choice=shown)
        return self._words(f"pages-did-{action}")


def shown(text: str) -> str:
    """Return a stranger's words as a page shows them: what would turn or break it is made visible. Keeps offsets."""
    return harmless(text)


def highlighted(text: str, spans: Iterable[Span]) -> Markup:
    """Return a text of our own as HTML, with what may name somebody marked."""
    return _marked(shown(text), {"ask": list(spans)})


def opening(text: str, length: int = OPENING) -> Markup:
    """Return how a voice begins, as HTML; what was cut off at this length ends with a whole word."""
    start = shown(begins(text, length))
    return _marked(start, {"gone": [match.span() for match in HIDDEN.finditer(start)]})


def marked(words: RedactedWords, chosen: Iterable[Span] = ()) -> Markup:
    """Return words as HTML: what was hidden, what might be a name, and what is chosen to be hidden, each marked.

    Its text is as long as the words themselves, so that offsets into the one are offsets into the other.
    """
    text = shown(words.text)
    return _marked(
        text,
        {
            "gone": [match.span() for match in HIDDEN.finditer(text)],
            "ask": [(span.start, span.end) for span in words.suggestions],
            "cut": list(chosen),
        },
    )


def _marked(text: str, spans: dict[str, list[Span]]) -> Markup:
    return Markup("").join(_pieces(text, spans))


def _pieces(text: str, spans: dict[str, list[Span]]) -> Iterator[Markup]:
    ends = {0, len(text)} | {end for some in spans.values() for span in some for end in span if 0 <= end <= len(text)}
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        classes = [name for name, some in spans.items() if any(a <= start and end <= b for a, b in some)]
        piece = escape(text[start:end])
        yield Markup('<span class="{}">{}</span>').format(" ".join(classes), piece) if classes else piece

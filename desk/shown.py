"""Voices as a moderator's terminal shows them. Shows nothing that a terminal would obey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from desk.terminal import harmless
from desk.web.words import HIDDEN, begins
from storage.asides import FIRST, last_aside
from storage.beside import beside
from storage.decisions import first_approvals
from storage.model import ENGLISH, Consent, State
from storage.permission import asking
from storage.questions import questions_to
from storage.queue import Asking, Listing, count
from storage.together import count_spam
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desk.pages.pace import Told
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.claims import Claim
    from storage.model import RedactedWords
    from storage.questions import Question
    from storage.submissions import Submission
    from storage.together import Taken
    from storage.viewer import Viewer

WIDTH = 88


class Shows:
    """Prints voices, in the words and choices of a deployment."""

    def __init__(self, intake: sqlite3.Connection, settings: Settings, say: Wording, who: Viewer | None = None) -> None:
        self._intake = intake
        self._say, self._who = say, who
        self.themes = {theme.code: theme.shown_as for theme in settings.themes}
        self._councils = {council.code: council.name for council in settings.councils}
        self._consent = {Consent.QUOTE: settings.consent.quote, Consent.READ: settings.consent.read}
        self._consent[Consent.COUNT] = settings.consent.count
        self._console = Console(width=WIDTH, highlight=False, markup=False, emoji=False)
        self._lead = _lead(settings, say)
        self._four_eyes = settings.desk.four_eyes

    def voice(self, voice: Submission, others: Claim | None = None, *, folded: bool = False) -> None:
        """Print one voice, and what there is to know about it; not its words, if they are `folded` away.

        `others` is whose it is now, if it is somebody else's.
        """
        total, urgent = (count(self._intake, Asking(self._who, each)) for each in (Listing.ALL, Listing.URGENT))
        self._console.rule(self._say("moderate-waiting", waiting=total, urgent=urgent))
        if spam := count_spam(self._intake, self._who.hidden if self._who else None):
            self._console.print(self._say("moderate-spam-some", count=spam), style="dim")
        if voice.urgent:
            self._console.print(self._say("moderate-urgent", lead=self._lead), style="bold red")
        if voice.language != ENGLISH:
            self._console.print(self._say("moderate-not-english"), style="bold")
        if others:
            self._console.print(self._say("queue-reading-title", who=others.account), style="bold")
            self._console.print(self._say("moderate-others"))
        self._approvals(voice)
        self._aside(voice)
        self._warn(voice)
        self._console.print(self._about(voice), style="dim")
        if through := voice.relay or voice.workshop:
            self._console.print(self._say("moderate-through", organisation=through), style="dim")
        if voice.words and voice.is_distressing:
            self.may_be_hard(voice)
        if voice.words and folded:
            self._console.print(self._say("moderate-folded"), style="bold")
        else:
            self._console.print(Padding(marked(voice.words), (1, 2)))
        for question in questions_to(self._intake, voice.id):
            self._question(question, folded=folded)

    def beside(self, voice: Submission) -> None:
        """Print published voices on the same theme, to judge by whether somebody could tell whose this one is."""
        found = beside(self._intake, voice)
        if not found:
            self._console.print(self._say("pages-beside-none"), style="dim")
            return
        theme = self.themes.get(voice.theme or "", voice.theme or "")
        self._console.print(self._say("pages-beside-means", theme=theme), style="dim")
        for one in found:
            self._console.print(Padding(Text(harmless(begins(one.opening))), (0, 0, 1, 4)))

    def enough(self) -> None:
        """Say to somebody that they have read enough hard voices for today."""
        self._console.print(self._say("care-enough"), style="bold")
        self._console.print(self._say("care-enough-means"))

    def pause(self, told: Told) -> None:
        """Suggest a break."""
        self._console.print(self._say("care-break"), style="bold")
        self._console.print(self._say("care-break-means", voices=told.voices, minutes=told.minutes))

    def may_be_hard(self, voice: Submission) -> None:
        """Say what the words may be about."""
        self._console.print(self._say("care-warning"), style="bold")
        for kind in voice.warnings:
            self._console.print("- " + self._say(f"care-about-{kind}"))
        for note in voice.content_notes:
            self._console.print("- " + self._say(f"content-note-{note}"))
        self._console.print(self._say("care-warning-noted" if voice.content_notes else "care-warning-means"))

    def _approvals(self, voice: Submission) -> None:
        """Say whether two people have to approve it, who did already, and what its person said to going out."""
        asked = asking(self._intake, voice.id)
        if asked and asked.answer:
            self._console.print(self._say(f"pages-permitted-{asked.answer}"), style="bold")
        young = may_be_young(voice.age_band, voice.flags)
        if voice.state is not State.WAITING or not (young or self._four_eyes):
            return
        self._console.print(self._say("pages-two" if young else "queue-four-eyes"), style="bold")
        if first := first_approvals(self._intake, voice.id):
            mine = self._who is not None and self._who.account in first
            self._console.print(self._say("pages-first-yours" if mine else "pages-first-other"))

    def _question(self, question: Question, *, folded: bool) -> None:
        self._console.print(self._say("moderate-question", question=harmless(question.text)), style="dim")
        self._console.print(self._say(f"moderate-question-{question.standing}"), style="dim")
        if question.answer and not folded:
            self._console.print(Padding(marked(question.answer), (0, 4)))

    def _aside(self, voice: Submission) -> None:
        """Say who put it where it stands, why, and what they noted."""
        aside = last_aside(self._intake, voice.id) if voice.section else None
        if aside is None or aside.reason == FIRST:
            return
        self._console.print(self._say(f"queue-set-by-{voice.section}", who=aside.account), style="bold")
        self._console.print(self._say(f"queue-why-{aside.reason}"))
        if aside.note:
            self._console.print(self._say("queue-note-left", note=harmless(aside.note)))

    def _warn(self, voice: Submission) -> None:
        """Say why somebody might be recognised, and what the door noticed; and what to do about it."""
        if voice.words is None:
            return
        if voice.words.jigsaw:
            self._console.print(self._say("jigsaw-warning-moderator"), style="bold")
            for reason in voice.words.jigsaw:
                self._console.print("- " + self._say(f"jigsaw-{reason}-moderator"))
            self._console.print(self._say("jigsaw-advice-moderator"))
        for flag in voice.flags:
            self._console.print(self._say(f"flag-{flag}-warning"), style="bold")
            self._console.print(self._say(f"flag-{flag}-advice"))

    def _about(self, voice: Submission) -> str:
        unknown = self._say("not-said")
        return self._say(
            "moderate-about",
            day=f"{voice.day_received:%-d %B %Y}",
            use=self._consent[voice.consent],
            theme=self.themes.get(voice.theme or "", unknown),
            kind=self._say(f"kind-{voice.kind}") if voice.kind else unknown,
            council=self._councils.get(voice.council or "", unknown),
            age=self._say(f"age-band-{voice.age_band}") if voice.age_band else unknown,
            speaker=self._say(f"speaker-{voice.speaker}") if voice.speaker else unknown,
        )

    def spam(self, voices: Sequence[Taken]) -> None:
        """Print how each of many voices begins, under the number by which it is opened."""
        self._console.rule(self._say("pages-spam-title"))
        self._console.print(self._say("pages-spam-means"))
        for number, voice in enumerate(voices, start=1):
            opening = harmless(begins(voice.opening)) or self._say("pages-no-words")
            self._console.print(f"{number:4}  {voice.day:%-d %B %Y}", style="dim")
            self._console.print(Padding(Text(" ".join(opening.split())), (0, 0, 0, 6)))


def marked(words: RedactedWords | None) -> Text:
    """Return words with what was hidden, and what might be a name, marked."""
    if words is None:
        return Text("")
    text = Text(harmless(words.text))
    text.highlight_regex(HIDDEN, "reverse")
    for span in words.suggestions:
        text.stylize("underline yellow", span.start, span.end)
    return text


def _lead(settings: Settings, say: Wording) -> str:
    """Say whom to tell when someone may be at risk."""
    on_duty = settings.deployment
    if not on_duty.lead:
        return say("moderate-no-lead")
    return say("moderate-lead", lead=on_duty.lead, deputy=on_duty.deputy, hours=on_duty.hours)

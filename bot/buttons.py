"""The buttons of each step. Each says where it leads, not "one back", so that pressing it twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.draft import Draft, Step
from bot.leaving import LeavingButtons
from bot.screen import ANY, Button, Rows, button, in_columns
from bot.support import CONTACT
from bot.word_buttons import WordButtons
from storage.model import AgeBand, Consent, Happened, Kind, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.saying import Say
    from bot.settings import BotSettings
    from bot.support import Support

SKIP = "skip"
BACK = {
    Step.KIND: Step.KIND,
    Step.THEME: Step.KIND,
    Step.WORDS: Step.THEME,
    Step.PREVIEW: Step.WORDS,
    Step.SUMMARY: Step.PREVIEW,
    Step.SPEAKER: Step.SUMMARY,
    Step.COUNCIL: Step.SPEAKER,
    Step.AGE: Step.COUNCIL,
    Step.HAPPENED: Step.AGE,
    Step.HIDE: Step.PREVIEW,
    Step.SHOW: Step.PREVIEW,
}
CHOOSES = frozenset(
    ("kind", "theme", "use", "change", "speaker", "council", "age", "happened")
)  # actions that answer a question


class Buttons:
    """Makes buttons in the deployment's words."""

    def __init__(self, settings: BotSettings, say: Say, support: Support) -> None:
        self._settings = settings
        self._say = say
        self._support = support
        self.about = WordButtons(say)
        self.leaving = LeavingButtons(say, support)

    def of(self, draft: Draft) -> Rows:
        """Return the buttons of the step that a draft is at."""
        rows = {
            Step.KIND: self._kind,
            Step.THEME: self._theme,
            Step.WORDS: self._words,
            Step.PREVIEW: lambda draft: (*self._uses(draft), *self.about.tools(draft, show=True)),
            Step.SUMMARY: self._send,
            Step.HIDE: self.about.out,
            Step.SHOW: self.about.out,
        }.get(draft.step, self._detail)(draft)
        return (*rows, self._foot(draft))

    def preview(self, draft: Draft, question: Rows, *, show: bool) -> Rows:
        """Return the buttons below a preview, with those of a question about the words; `show` if any may be shown."""
        return (*self._uses(draft), *question, *self.about.tools(draft, show=show), self._foot(draft))

    def typable(self, draft: Draft) -> Rows:
        """Return the buttons whose labels may be typed: the step's, and those of pages that may stand beside it."""
        beside = [self.of(draft), self.begun(draft), self._support.ways(draft), self.leaving.clearings()]
        if draft.has_words:
            on = Step.PREVIEW if draft.step is Step.WORDS else draft.step
            labels = ("bot-button-done", "bot-button-try-again")
            beside.append((tuple(button(self._say(label), draft.token, "go", on) for label in labels),))
        if draft.age_band is AgeBand.UNDER_16:
            beside.append(self.young(draft))
        if draft.aside:
            beside.append(self.not_a_code(draft))
        if draft.code:
            beside.append(self.withdrawal(draft))
        return tuple(row for rows in beside for row in rows)

    def options(self, step: Step) -> list[tuple[str, str]]:
        """Return the answers to a question about the person: how each is kept, and how it is shown."""
        if step is Step.COUNCIL:
            return list(self._settings.councils)
        kept: Sequence[str] = {Step.SPEAKER: tuple(Speaker), Step.AGE: tuple(AgeBand)}.get(step, tuple(Happened))
        return [(code, self._say(f"bot-{step}-{code}")) for code in kept]

    def use(self, consent: Consent) -> str:
        """Return an answer about how words may be used, as the deployment has it."""
        uses = self._settings.uses
        return {Consent.QUOTE: uses.quote, Consent.READ: uses.read, Consent.COUNT: uses.count}[consent]

    def carry_on(self, draft: Draft | None) -> Rows:
        """Return the way back to the conversation, or into it."""
        if draft and draft.contact and draft.contact.is_open:
            return ((button(self._say("bot-button-carry-on"), draft.contact.token, CONTACT, "show"),),)
        if draft is None or not (draft.is_begun or draft.greeted):
            return self.leaving.begin("begin")
        return ((button(self._say("bot-button-carry-on"), draft.token, "go", draft.step),),)

    def beside(self, draft: Draft | None) -> Rows:
        """Return the ways out of a page that stands beside the conversation."""
        if draft is None:
            return (*self.carry_on(None), (self._support.help(),))
        return (*self.carry_on(draft), self._foot(draft)[-2:])

    def updates(self, draft: Draft, page: int, pages: int) -> Rows:
        """Return the ways to what is newer and older, where there is any, and out."""
        newer = button(self._say("bot-button-newer"), ANY, "updates", str(page - 1))
        older = button(self._say("bot-button-older"), ANY, "updates", str(page + 1))
        both = (*((newer,) if page else ()), *((older,) if page + 1 < pages else ()))
        return (*((both,) if both else ()), *self.beside(draft))

    def languages(self, draft: Draft | None) -> Rows:
        """Return the languages to choose from, each by its own name, and the way out."""
        names = (button(name, ANY, "language", code) for code, name in self._settings.languages)
        return (*in_columns(names), *self.beside(draft))

    def language(self) -> Rows:
        """Return the button that goes on in this language."""
        return ((button(self._say("bot-button-use-language"), ANY, "language", self._settings.language),),)

    def beside_help(self, draft: Draft | None) -> Rows:
        """Return the same for the page with help, which needn't lead to itself."""
        return (*self.carry_on(draft), *self._support.ways(draft), *((self._foot(draft)[-1:],) if draft else ()))

    def begun(self, draft: Draft) -> Rows:
        """Ask whether to go on with what was begun."""
        again = button(self._say("bot-button-start-again"), draft.token, "again")
        return (*self.carry_on(draft), (again,), self._foot(draft)[-2:])

    def young(self, draft: Draft) -> Rows:
        """Let somebody under 16 go on, or back."""
        on = button(self._say("bot-button-young"), draft.token, "young")
        asked = Step.KIND if draft.step is Step.KIND else Step.AGE
        back = button(self._say("bot-button-back"), draft.token, "go", asked)
        return ((on,), (back, *self._foot(draft)[-2:]))

    def trouble(self, draft: Draft) -> Rows:
        """Let somebody try once more to see their words."""
        again = button(self._say("bot-button-try-again"), draft.token, "go", Step.PREVIEW)
        return ((again,), self._foot(draft))

    def not_a_code(self, draft: Draft) -> Rows:
        """Let somebody say that what looked like a code were words."""
        return ((button(self._say("bot-button-my-words"), draft.token, "aside"),), *self.beside(draft))

    def withdrawal(self, draft: Draft) -> Rows:
        """Ask whether a voice is really to be taken back."""
        yes = button(self._say("bot-button-withdraw"), draft.token, "withdraw", f"yes-{draft.asked}")
        no = button(self._say("bot-button-keep"), draft.token, "withdraw", f"no-{draft.asked}")
        return ((yes,), (no,), self._foot(draft)[-2:])

    def stay(self, draft: Draft) -> Rows:
        """Let somebody undo that they took words back."""
        undo = button(self._say("bot-button-undo"), draft.token, "stay", f"yes-{draft.asked}")
        return ((undo,), *self.beside(draft))

    def change(self, draft: Draft) -> Rows:
        """Ask how words that were sent may be used from now on."""
        leave = button(self._say("bot-button-leave-use"), draft.token, "change", f"no-{draft.asked}")
        return (*self._offered(Consent, draft, "change", draft.asked), (leave,), self._foot(draft)[-2:])

    def _kind(self, draft: Draft) -> Rows:
        young = button(self._say("bot-button-under-16"), draft.token, "under16")
        offered = () if draft.age_band is AgeBand.UNDER_16 else (young,)
        kinds = ((button(self._say(f"bot-kind-{kind}"), draft.token, "kind", kind),) for kind in Kind)
        young_or_on = (*offered, self._skip(draft, "kind", "bot-button-skip"))
        return (*kinds, *self._of_poster(draft), young_or_on, *self._other_languages())

    def _of_poster(self, draft: Draft) -> Rows:
        """Return the answers to what is asked of who came by a poster."""
        if draft.asks == "poster":
            labels = (("yes", "bot-button-my-council"), ("no", "bot-button-other-council"))
            return (tuple(button(self._say(label), draft.token, "poster", said) for said, label in labels),)
        return self._leave_workshop(draft) if draft.asks == "workshop" else ()

    def _leave_workshop(self, draft: Draft) -> Rows:
        leave = button(self._say("bot-button-leave-workshop"), draft.token, "workshop", "no")
        return ((leave,),) if draft.workshop else ()

    def _other_languages(self) -> Rows:
        many = len(self._settings.languages) > 1
        return ((button(self._say("bot-button-language"), ANY, "language"),),) if many else ()

    def _theme(self, draft: Draft) -> Rows:
        themes = [button(shown, draft.token, "theme", code) for code, shown in self._settings.themes]
        return (*in_columns(themes), (self._skip(draft, "theme", "bot-button-skip"),))

    def _words(self, draft: Draft) -> Rows:
        if not draft.has_words:
            return (self._rather_not(draft),) if draft.answers else ()
        done = (button(self._say("bot-button-done"), draft.token, "go", Step.PREVIEW),)
        if not draft.parts:
            return (done,)
        last = str(draft.parts[-1].message)
        new = button(self._say("bot-button-no-answer"), draft.token, "no-answer")
        out = button(self._say("bot-button-take-out"), draft.token, "drop", last)
        return (done, (out,), *(((new,),) if draft.answers else ()))

    def _rather_not(self, draft: Draft) -> tuple[Button, ...]:
        return (button(self._say("bot-button-rather-not-answer"), draft.token, "rather-not", draft.asked),)

    def question(self, draft: Draft) -> Rows:
        """Let somebody answer what the desk asks, or not."""
        answers = button(self._say("bot-button-answer"), draft.token, "answer", draft.asked)
        return ((answers,), self._rather_not(draft), *self.beside(draft))

    def _uses(self, draft: Draft) -> Rows:
        if draft.answers:
            return ((button(self._say("bot-button-send"), draft.token, "reply", str(draft.revision)),),)
        return self._offered(uses(draft), draft, "use", str(draft.revision))

    def _offered(self, consents: Iterable[Consent], draft: Draft, action: str, about: str) -> Rows:
        return tuple((button(self.use(each), draft.token, action, f"{each}-{about}"),) for each in consents)

    def _send(self, draft: Draft) -> Rows:
        more = button(self._say("bot-button-more"), draft.token, "go", Step.SPEAKER)
        return ((button(self._say("bot-button-send"), draft.token, "send"),), (more,), *self._leave_workshop(draft))

    def _detail(self, draft: Draft) -> Rows:
        choices = [button(shown, draft.token, draft.step, code) for code, shown in self.options(draft.step)]
        finish = button(self._say("bot-button-to-sending"), draft.token, "go", Step.SUMMARY)
        return (*in_columns(choices), (self._skip(draft, draft.step, "bot-button-rather-not"),), (finish,))

    def _skip(self, draft: Draft, action: str, label: str) -> Button:
        return button(self._say(label), draft.token, action, SKIP)

    def _foot(self, draft: Draft) -> tuple[Button, ...]:
        back = button(self._say("bot-button-back"), draft.token, "go", BACK[draft.step])
        rest = tuple(button(self._say(f"bot-button-{name}"), draft.token, name) for name in ("help", "stop"))
        first = draft.step is (Step.WORDS if draft.answers else Step.KIND)
        return rest if first or draft.step in {Step.HIDE, Step.SHOW} else (back, *rest)


def leads_back(draft: Draft, rows: Rows) -> bool:
    """Say whether any of these buttons leads one step back: those of a page beside the conversation don't."""
    back = button("", draft.token, "go", BACK[draft.step]).data
    return draft.step is Step.KIND or any(one.data == back for row in rows for one in row)


def uses(draft: Draft) -> tuple[Consent, ...]:
    """Return how words may be used: those of somebody under 16 are never quoted, so that isn't offered."""
    young = draft.age_band is AgeBand.UNDER_16
    return tuple(consent for consent in Consent if not (young and consent is Consent.QUOTE))

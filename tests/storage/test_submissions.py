"""Voices come in once, are found by their code, and wait their turn."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import arriving
from storage.arriving import Known, NewSubmission, add
from storage.errors import Refused
from storage.model import AgeBand, Channel, Consent, Happened, Jigsaw, Kind, Label, RedactedWords, Span, Speaker, State
from storage.opening import immediate
from storage.submissions import count_waiting, find, read, waiting
from tests.storage.deployment import OPEN, TODAY, Deployment, make, opened, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = NewSubmission(
    RedactedWords(
        "Ring [NAME] or Sky.", ((Label.NAME, 1),), (Span(15, 18, Label.NAME, 0.5),), (Jigsaw.ONLY, Jigsaw.ROLE)
    ),
    Known(
        Channel.MAIL,
        Consent.READ,
        kind=Kind.IDEA,
        theme="support",
        council="swindon",
        age_band=AgeBand.FROM_16,
        speaker=Speaker.ADVOCATE,
        happened=Happened.LAST_YEAR,
        relay="a charity",
    ),
    urgent=True,
)


def test_a_voice_is_kept_as_it_came(deployment: Deployment) -> None:
    """Everything that was said is read back the same, and it waits."""
    kept = deployment.voice(deployment.arrived(FULL))
    assert (kept.words, kept.urgent) == (FULL.words, FULL.urgent)
    for name in ("channel", "consent", "kind", "theme", "council", "age_band", "speaker", "happened", "relay"):
        assert getattr(kept, name) == getattr(FULL.known, name)
    assert (kept.state, kept.day_received, kept.version, kept.public_id) == (State.WAITING, TODAY, 1, None)


def test_nothing_but_words_is_required(deployment: Deployment) -> None:
    """Whoever would rather not say anything about themselves doesn't."""
    bare = NewSubmission(RedactedWords("Hello."), Known(Channel.MAIL, Consent.READ))
    kept = deployment.voice(deployment.arrived(bare))
    assert (kept.kind, kept.theme, kept.council, kept.age_band, kept.speaker, kept.happened) == (None,) * 6


_spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99), st.sampled_from(Label), st.floats(0, 1))
_hidden = st.dictionaries(st.sampled_from(Label), st.integers(1, 9)).map(lambda counts: tuple(counts.items()))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """Give one deployment that many voices go into."""
    make(tmp_path_factory.mktemp("data"))
    with opened(next(tmp_path_factory.getbasetemp().glob("data*"))) as files:
        yield files


@given(
    st.text(st.characters(codec="utf-8")),
    _hidden,
    st.lists(_spans).map(tuple),
    st.lists(st.sampled_from(Jigsaw)).map(tuple),
)
def test_any_words_are_read_back_the_same(
    filled: Deployment,
    text: str,
    hidden: tuple[tuple[Label, int], ...],
    suggestions: tuple[Span, ...],
    jigsaw: tuple[Jigsaw, ...],
) -> None:
    """Any text, any counts, any suggestions and any reasons survive the file, NULs and line ends too."""
    words = RedactedWords(text, hidden, suggestions, jigsaw)
    assert filled.voice(filled.arrived(NewSubmission(words, Known(Channel.MAIL, Consent.READ)))).words == words


def test_a_code_finds_its_own_voice_only(deployment: Deployment) -> None:
    """Each code stands for one voice, and a code that nobody got for none."""
    one, two = deployment.arrived(voice("one")), deployment.arrived(voice("two"))
    assert [deployment.voice(code).words for code in (one, two)] == [RedactedWords("one"), RedactedWords("two")]
    assert find(deployment.intake, deployment.keys, "velvet-otter-plank-sunny-drift") is None


def test_no_code_is_written_down(deployment: Deployment) -> None:
    """The files hold a keyed hash of the code and not one form of the code itself."""
    code = deployment.arrived()
    assert not deployment.find_bytes(code)
    assert not deployment.find_bytes(code.replace("-", ""))


def test_a_code_that_is_taken_is_drawn_again(deployment: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two voices never share a code, even if the same words are drawn twice."""
    drawn = iter(["a-b-c-d-e", "a-b-c-d-e", "f-g-h-i-j"])
    monkeypatch.setattr(arriving, "new_code", lambda: next(drawn))
    assert [deployment.arrived(), deployment.arrived()] == ["a-b-c-d-e", "f-g-h-i-j"]


def test_a_mail_that_comes_again_is_folded(deployment: Deployment) -> None:
    """A re-delivery within a week is no second voice; it gets a fresh code, and both codes work."""
    first = deployment.receive(voice(delivery=b"mark"))
    again = deployment.receive(voice(delivery=b"mark"), TODAY + timedelta(7))
    assert (first.again, again.again) == (False, True)
    assert again.code not in (None, first.code)
    assert count_waiting(deployment.intake) == (1, 0)
    assert len({find(deployment.intake, deployment.keys, str(code)) for code in (first.code, again.code)}) == 1


def test_after_a_week_nothing_is_folded(deployment: Deployment) -> None:
    """The same mark more than a week later is a new voice, and later re-deliveries fold into that one."""
    deployment.receive(voice(delivery=b"mark"))
    late = deployment.receive(voice(delivery=b"mark"), TODAY + timedelta(8))
    later = deployment.receive(voice(delivery=b"mark"), TODAY + timedelta(9))
    assert (late.again, later.again) == (False, True)
    assert deployment.voice(str(late.code)) == deployment.voice(str(later.code))


def test_a_mail_that_comes_again_after_a_withdrawal_is_not_kept(deployment: Deployment) -> None:
    """A late re-delivery can't bring back what its sender took back."""
    deployment.withdraw(str(deployment.receive(voice(delivery=b"mark")).code))
    again = deployment.receive(voice(delivery=b"mark"))
    assert (again.code, again.again) == (None, True)
    assert count_waiting(deployment.intake) == (0, 0)


def test_equal_words_of_two_people_are_two_voices(deployment: Deployment) -> None:
    """Words are never compared: without a mark of the delivery nothing is folded."""
    deployment.receive(voice("Me too."))
    deployment.receive(voice("Me too."))
    deployment.receive(voice("Me too.", delivery=b"another mail"))
    assert count_waiting(deployment.intake) == (3, 0)


def test_a_failed_transaction_leaves_no_code_and_no_mark(deployment: Deployment) -> None:
    """Voice, code and mark are stored together or not at all."""
    with pytest.raises(OverflowError), immediate(deployment.intake) as conn:
        add(conn, deployment.keys, voice(delivery=b"mark", relay=2**70), TODAY)
    kept = "SELECT id FROM submissions UNION SELECT hash FROM receipts UNION SELECT hash FROM deliveries"
    assert deployment.intake.execute(kept).fetchall() == []


def test_urgent_voices_come_first_then_the_oldest(deployment: Deployment) -> None:
    """The queue is urgent first, then by day."""
    comes = [(False, 2), (False, 0), (True, 1), (False, 1), (True, 0)]
    codes = [str(deployment.receive(voice(urgent=u), TODAY + timedelta(d)).code) for u, d in comes]
    expected = [deployment.voice(codes[number]).id for number in (4, 2, 1, 3, 0)]
    assert waiting(deployment.intake) == expected
    assert waiting(deployment.intake, limit=2) == expected[:2]
    assert count_waiting(deployment.intake) == (5, 2)


def test_nothing_tells_in_which_order_voices_came(deployment: Deployment) -> None:
    """Beside a mail server's log, an order of arrival would say who sent what."""
    codes = [str(deployment.receive(voice(f"Said {number}.", delivery=b"%d" % number)).code) for number in range(30)]
    came = [deployment.voice(code).id for code in codes]
    for table, column in (("submissions", "id"), ("receipts", "submission"), ("deliveries", "submission")):
        lies = [row[0] for row in deployment.intake.execute(f"SELECT {column} FROM {table}")]  # noqa: S608 - our names
        assert sorted(lies) == sorted(came)
        assert lies != came
    assert waiting(deployment.intake) != came


def test_only_undecided_voices_wait(deployment: Deployment) -> None:
    """A voice that was approved is not in the queue."""
    deployment.approved()
    assert waiting(deployment.intake) == []


def test_reading_a_withdrawn_voice_says_that_it_is_gone(deployment: Deployment) -> None:
    """A moderator who had the voice open hears why it can't be read."""
    code = deployment.arrived()
    gone = deployment.voice(code).id
    deployment.withdraw(code)
    with pytest.raises(Refused, match="withdrawn"):
        read(deployment.intake, gone)


def test_erased_words_are_none(deployment: Deployment) -> None:
    """A voice that was only to be counted has no words any more once it was."""
    code = deployment.approved(consent=Consent.COUNT)
    deployment.publish(OPEN)
    assert (deployment.voice(code).words, deployment.voice(code).state) == (None, State.COUNTED)

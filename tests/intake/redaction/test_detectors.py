"""Other makers' detectors: they hide more and never less, and whatever goes wrong in one fails closed."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.raw import RawWords
from intake.redaction import RedactionFailed, Redactor, load_redactor
from intake.redaction.process import OwnProcess
from storage.model import Label
from tests.intake.redaction import offered
from tests.intake.redaction.hiding import redact
from tests.intake.redaction.test_process import children
from tests.intake.redaction.test_promises import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from intake.redaction import Redaction

WORDS = "by the blue gate"


@pytest.fixture(scope="module")
def a_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Install a package that offers detectors."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        offered.offer(tmp_path_factory.mktemp("offered"), monkeypatch)
        yield


@pytest.fixture(scope="module")
def given_ones(a_package: None) -> Redactor:  # noqa: ARG001 - it must be there
    """Give a redactor that also hides what a test says."""
    return load_redactor(seconds=20, detectors=["given"])


def hidden_by(redaction: Redaction) -> set[int]:
    """Return the offsets of all that is hidden."""
    return {at for span in redaction.spans for at in range(span.start, span.end)}


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """Draw any text, and anything that a detector may find in it."""
    text = draw(texts.filter(bool))
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    labels = st.sampled_from([*Label, "PERSON"])
    return text, [(start, draw(st.integers(start + 1, len(text))), draw(labels)) for start in starts]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts_and_spans())
def test_a_detector_only_ever_adds(given_ones: Redactor, drawn: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Whatever a detector finds, all that is hidden without it stays hidden."""
    text, offered.GIVEN[:] = drawn
    redaction = given_ones.redact(RawWords(text))
    assert hidden_by(redact(text)) <= hidden_by(redaction)
    assert not hidden_by(redaction) & {at for span in redaction.suggestions for at in range(span.start, span.end)}


@pytest.mark.usefixtures("a_package")
def test_what_it_finds_is_hidden_under_its_label() -> None:
    """A label that care-voice doesn't know hides too."""
    redactor = load_redactor(detectors=["words:PLACE=blue gate,PERSON=tall one"])
    assert redactor.redact(RawWords(f"{WORDS}, the tall one 🙂")).words.text == "by the [place], the [hidden] 🙂"


@pytest.mark.usefixtures("a_package")
def test_a_name_it_finds_is_hidden_everywhere() -> None:
    """What the detector saw once is a name in the message's other places too."""
    redactor = load_redactor(detectors=["words:NAME=zibble"])
    assert redactor.redact(RawWords("zibble came round, then zibble left")).words.text.count("[name 1]") == 2


@pytest.mark.usefixtures("a_package")
def test_what_a_deployment_keeps_stays_readable() -> None:
    """A detector doesn't take the names of services that a deployment wants to read."""
    redactor = load_redactor(keep=["blue gate"], detectors=["words:ORG=blue gate"])
    assert redactor.redact(RawWords(WORDS)).words.text == WORDS


@pytest.mark.usefixtures("a_package")
@pytest.mark.parametrize("detector", ["raises", "beyond"])
def test_one_that_fails_fails_the_message(detector: str) -> None:
    """Whether it raises or can't count, nothing comes back, and nothing of the words is said."""
    with pytest.raises(RedactionFailed) as caught:
        load_redactor(detectors=[detector]).redact(RawWords(f"é, {WORDS}"))
    said = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "blue " + "gate" not in said


@pytest.mark.usefixtures("a_package")
@pytest.mark.parametrize(("detector", "says"), [("unheard-of", "is not installed"), ("broken", "ZeroDivisionError")])
def test_one_that_is_not_there_is_noticed_at_once(detector: str, says: str) -> None:
    """A redactor without a detector that it should have never starts."""
    with pytest.raises(RedactionFailed, match=says):
        load_redactor(detectors=[detector])


@pytest.mark.usefixtures("a_package")
def test_a_name_that_two_packages_claim_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody slips another detector in under a name that is taken."""
    offered.offer(tmp_path, monkeypatch, "claiming")
    with pytest.raises(RedactionFailed, match="several packages"):
        load_redactor(detectors=["given"])


@pytest.mark.usefixtures("a_package")
async def test_it_works_in_the_redactors_own_process() -> None:
    """The process that serves the doors has it."""
    redactor = OwnProcess(detectors=["words:PLACE=blue gate"])
    await redactor.open()
    try:
        assert (await redactor.redact(RawWords(WORDS))).words.text == "by the [place]"
    finally:
        await redactor.close()


@pytest.mark.usefixtures("a_package")
@pytest.mark.parametrize("detector", ["raises", "hangs", "leaves"])
async def test_in_its_own_process_it_fails_one_message_alone(detector: str) -> None:
    """One that raises, hangs or takes the process with it costs that message, and the next is redacted."""
    redactor = OwnProcess(detectors=[detector], seconds=0.3)
    await redactor.open()
    try:
        with pytest.raises(RedactionFailed) as caught:
            await redactor.redact(RawWords(WORDS))
        assert "gate" not in str(caught.value)
        assert (await redactor.redact(RawWords("Karolina rang"))).words.text == "[name 1] rang"
    finally:
        await redactor.close()


@pytest.mark.usefixtures("a_package")
async def test_the_process_does_not_start_without_it() -> None:
    """What is missing is said in words that tell what to do."""
    with pytest.raises(RedactionFailed, match="“unheard-of” is not installed: install it, or take it out"):
        await OwnProcess(detectors=["unheard-of"]).open()
    assert children() == []

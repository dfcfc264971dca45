"""Promise 2: raw words and identities never reach a disk. By construction: who may touch raw words at all."""

import logging
import pickle

import pytest

from intake.raw import RawWords
from storage.model import RedactedWords
from tests.house.source import calls, imports, modules

CANARY = "Zephyrine Quillfeather"

# Each may look at raw words, and why.
MAY_REVEAL = {
    "intake/clean.py",  # takes out what isn't text
    "intake/signpost.py",  # do they suggest a risk
    "intake/redaction/engine.py",  # makes them safe
    "intake/redaction/councils.py",  # which of the deployment's own councils do they name
    "intake/redaction/process.py",  # hands them to the process that makes them safe
    "intake/mail/read.py",  # takes them out of a mail
    "intake/mail/files/joining.py",  # puts the words of files below them
    "intake/mail/contact.py",  # sends what somebody asks to be sent to the safeguarding lead: the one exception
    "bot/contact_screens.py",  # shows it to them first, as it will be sent
    "bot/wishing.py",  # tells which of a writer's wishes are about the same word
    "bot/terms.py",  # cuts out of them what somebody may tap to hide or show, for their eyes alone
    "bot/codes.py",  # is what looked like a code the right one, mistyped
    "desk/readmail.py",  # `care-voice mail` prints what would be kept, and keeps nothing
    "desk/redact.py",  # `care-voice redact` prints offsets into its input, and keeps nothing
}
# Each may make redacted words, and why.
MAY_SEAL = {
    "intake/redaction/mask.py",  # the redactor
    "intake/redaction/packing.py",  # takes the redactor's answer over from its process
    "storage/submissions.py",  # reads them back from a row that the redactor filled
    "storage/decisions.py",  # hides more of them
}


def test_only_a_few_may_look_at_raw_words() -> None:
    """Whoever calls reveal() is on the list, with a reason."""
    assert calls("reveal") <= MAY_REVEAL


def test_only_the_redactor_makes_redacted_words() -> None:
    """Nothing else can dress raw words up as redacted ones."""
    assert calls("RedactedWords") <= MAY_SEAL


def test_storage_does_not_know_raw_words() -> None:
    """No module of storage imports anything of intake."""
    storage = [path for path in modules() if path.startswith("storage/")]
    assert storage
    assert not any("intake" in imports(modules()[path]) for path in storage)


@pytest.mark.parametrize("words", [RawWords(CANARY), RedactedWords(CANARY)])
def test_words_never_show_in_text(words: object, caplog: pytest.LogCaptureFixture) -> None:
    """Formatting, logging or printing words by mistake shows their length only."""
    logging.getLogger("any").error("%s %r %s", words, words, [words])
    shown = caplog.text + str(words) + repr([words]) + f"{words}"
    assert CANARY not in shown
    assert str(len(CANARY)) in shown


def test_raw_words_can_not_be_pickled() -> None:
    """Nothing that pickles (a cache, a queue, another process) can carry raw words."""
    with pytest.raises(TypeError, match="never pickled"):
        pickle.dumps(RawWords(CANARY))

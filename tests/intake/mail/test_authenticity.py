"""What the operator's own servers say of a mail marks it, and never more; what anybody else says is nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from intake.mail.authenticity import FrontRules, flags_of
from intake.passage import NotSaved
from storage.model import Flag
from tests.cost import costs_less_than
from tests.fakes.door import mail, mail_door
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from intake.mail.letter import Acknowledgement
    from tests.fakes.passage import MemoryPassage

OURS = FrontRules("mx.care.example", spam_headers=True)
RECEIVED = "Received: from a.example by b.example; Sun, 1 Nov 2026 10:00:00 +0000"
FAILED, SPAM = Flag.UNAUTHENTIC, Flag.SPAM


def checked(*results: str, server: str = "mx.care.example") -> str:
    """Return a field as a server writes it."""
    return f"Authentication-Results: {server}; " + "; ".join(results)


def flags(*head: str, rules: FrontRules = OURS) -> set[Flag]:
    """Return what a mail with this head is marked with."""
    return set(flags_of("\r\n".join([*head, "From: a@x.example", "", "Words."]).encode(), rules))


@pytest.mark.parametrize(
    ("results", "failed"),
    [
        (("spf=pass smtp.mailfrom=x.example", "dkim=pass header.d=x.example", "dmarc=pass"), False),
        (("spf=fail", "dkim=fail", "dmarc=fail header.from=x.example"), True),
        (("spf=fail smtp.mailfrom=x.example", "dkim=pass", "dmarc=pass"), False),
        (("spf=pass", "dkim=pass", "dmarc=fail"), True),
        (("spf=fail",), True),
        (("spf=softfail",), True),
        (("spf=fail", "dkim=pass"), False),
        (("dkim=fail",), True),
        (("dkim=fail", "dkim=pass"), False),
        (("spf=none", "dkim=none", "dmarc=none"), False),
        (("spf=temperror", "dkim=permerror"), False),
        (("none",), False),
        (("DMARC/1 = FAIL",), True),
        (("auth=fail", "xspf=fail", "arc=fail"), False),
    ],
)
def test_a_failure_marks(results: tuple[str, ...], failed: bool) -> None:  # noqa: FBT001 - a column of the table
    """The domain's own policy decides; without one, a mail that nothing vouches for and something speaks against."""
    assert flags(checked(*results)) == ({FAILED} if failed else set())


def test_comments_case_folds_and_quotes_are_understood() -> None:
    """A field as RFC 8601 lets it be written."""
    odd = 'authentication-results: (by (us)) "MX.care.example" 1 (v); (dmarc=pass) dmarc\r\n = fail (p=none); spf=pass'
    assert flags(odd.replace("\r\n ", "\r\n\t")) == {FAILED}


def test_only_the_operator_s_own_server_is_believed() -> None:
    """Anybody may write such a field: others' say nothing, nor does our own below the next server's line."""
    bad, good = checked("dmarc=fail"), checked("dmarc=pass")
    assert flags(checked("dmarc=fail", server="mx.care.example.evil.example")) == set()
    assert flags(checked("dmarc=fail", server="evil.example"), RECEIVED, bad) == {FAILED}
    assert flags(RECEIVED, bad, RECEIVED, good) == {FAILED}
    assert flags(RECEIVED, good, RECEIVED, bad) == set()
    assert flags(RECEIVED, RECEIVED, bad) == {FAILED}
    assert flags(checked("spf=fail"), checked("dkim=pass"), RECEIVED) == set()
    assert flags(checked("none"), RECEIVED, bad) == set()


def test_nothing_is_believed_unless_the_settings_say_so() -> None:
    """Without a name of the operator's server, and without trust in spam headers, all of it is noise."""
    assert flags(checked("dmarc=fail"), "X-Spam-Flag: YES", rules=FrontRules()) == set()
    assert flags(checked("dmarc=fail", server=""), rules=FrontRules()) == set()
    assert flags("X-Spam-Flag: YES", rules=FrontRules("mx.care.example")) == set()


@pytest.mark.parametrize(
    ("field", "spam"),
    [
        ("X-Spam: Yes", True),
        ("X-Spam-Flag: YES", True),
        ("X-Spam-Status: Yes, score=7.1 required=5.0", True),
        ("X-Spamd-Result: default: True [7.10 / 6.00];", True),
        ("X-MS-Exchange-Organization-SCL: 6", True),
        ("X-MS-Exchange-Organization-SCL: -1", False),
        ("X-Spam-Flag: NO", False),
        ("X-Spam-Status: No, score=0.1", False),
        ("X-Spamd-Result: default: False [0.10 / 6.00]; YES", False),
        ("X-Spam: ", False),
        ("Subject: X-Spam: Yes", False),
    ],
)
def test_spam_marks(field: str, spam: bool) -> None:  # noqa: FBT001 - a column of the table
    """As rspamd, SpamAssassin and Exchange write it."""
    assert flags(field) == ({SPAM} if spam else set())


def test_what_stands_in_the_words_marks_nothing() -> None:
    """Only the head is looked at."""
    assert flags_of(mail(f"{checked('dmarc=fail')}\r\nX-Spam: Yes\r\n"), OURS) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ")",
        "()",
        ";",
        "; spf=",
        "spf=fail ",
        '"',
        "dkim=fail;",
        " ",
        "\r\n ",
        "\r\n",
        "x",
        "a: b\r\n",
        "received:\r\n",
    ],
)
@pytest.mark.parametrize("name", ["Authentication-Results: mx.care.example; ", "X-Spamd-Result: ", ""])
def test_hostile_fields_cost_nothing(name: str, piece: str) -> None:
    """Half a megabyte of anything is looked over at once."""
    hostile = (name + piece * (500_000 // len(piece))).encode()
    assert costs_less_than(0.5, partial(flags_of, hostile, OURS))


async def test_a_mark_goes_with_the_voice_and_never_drops_it(passage: MemoryPassage) -> None:
    """A mail that fails every check is saved as any other, and marked."""
    sent = mail("Nobody asked me.", Authentication_Results="mx.care.example; dmarc=fail", X_Spam="Yes")
    async with mail_door(passage, front=OURS) as door, Peer(door.port) as peer:
        assert (await peer.mail(sent)).startswith("250")
    assert set(passage.voices[0].flags) == {FAILED, SPAM}


@pytest.mark.parametrize(
    ("head", "urgent", "answered"),
    [
        ({"X_Spam": "Yes"}, False, True),
        ({"Authentication_Results": "mx.care.example; dmarc=fail"}, False, True),
        ({"X_Spam": "Yes", "Authentication_Results": "mx.care.example; dmarc=fail"}, False, False),
        ({"X_Spam": "Yes", "Authentication_Results": "mx.care.example; dmarc=fail"}, True, True),
    ],
)
async def test_a_letter_to_a_forged_sender_is_not_written(
    passage: MemoryPassage,
    head: dict[str, str],
    urgent: bool,  # noqa: FBT001 - a column of the table
    answered: bool,  # noqa: FBT001
) -> None:
    """Spam that isn't from where it says would have us thank a stranger; where someone may be at risk, we do write."""
    passage.instead = NotSaved("storage", urgent=True) if urgent else None
    letters: list[Acknowledgement] = []
    async with mail_door(passage, letters.append, front=OURS) as door, Peer(door.port) as peer:
        await peer.mail(mail("Buy this.", **head))
    assert bool(letters) is answered

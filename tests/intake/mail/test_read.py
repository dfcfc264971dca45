"""Bytes to words: every structure of a mail, every refusal, and nothing that can harm."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from intake.mail.read import ReadMail, read_mail
from tests.fakes.voices import outcome
from tests.shared import shared

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.eml"))


def part(kind: str, body: str, *headers: str) -> str:
    """Return a part, or a whole mail, with the given content type."""
    return "\n".join([f"Content-Type: {kind}", *headers, "", body])


def multipart(kind: str, *parts: str, boundary: str = "=_b") -> str:
    """Return a multipart of parts."""
    between = "".join(f"--{boundary}\n{each}\n" for each in parts)
    return part(f'multipart/{kind}; boundary="{boundary}"', f"{between}--{boundary}--\n")


def words(mail: ReadMail) -> str:
    """Return a mail's words, or nothing."""
    return mail.words.reveal() if mail.words else ""


def note(mail: ReadMail) -> str:
    """Return the forwarder's note, or nothing."""
    return mail.note.reveal() if mail.note else ""


HI = part("text/plain", "Hi, a bike please.")
PICTURE = part(
    "image/jpeg", "AAAA", "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=jo.jpg"
)
NAMED = part("text/plain; name=notes.txt", "secret", "Content-Disposition: inline; filename=notes.txt")
AFTER = part("text/plain; name=ATT00001.txt", "And a lock.", "Content-Disposition: attachment; filename=ATT00001.txt")
RICH = part(
    "text/html; charset=utf-8", "<p>Hi, a <b>bike</b> please, and a lock for it, and somebody to ride with.</p>" * 3
)
ATTACHED_TEXT = "From: Jo <jo@mail.example>\nSubject: my room\n\nI want a door that locks."
ATTACHED = part("message/rfc822", ATTACHED_TEXT)
BASE64 = "Content-Transfer-Encoding: base64"


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        (HI, "Hi, a bike please."),
        ("Hi, a bike please.", "Hi, a bike please."),
        ("Subject: x\nHi, no blank line.", "Hi, no blank line."),
        ("From jo Mon Nov  3 10:00:00 2025\nSubject: x\n\nHi.", "Hi."),
        ("Subject: x\r\rHi, old line ends.", "Hi, old line ends."),
        (multipart("mixed", HI, PICTURE, NAMED), "Hi, a bike please."),
        (multipart("mixed", HI, PICTURE, part("text/plain", "And a lock.")), "Hi, a bike please.\n\nAnd a lock."),
        (multipart("alternative", HI, part("text/html", "<p>Hi, a bike please.")), "Hi, a bike please."),
        (multipart("signed", HI, part("application/pgp-signature", "x")), "Hi, a bike please."),
        (
            multipart("related", multipart("alternative", HI, RICH, boundary="in"), PICTURE),
            "Hi, a bike please, and a lock",
        ),
        (multipart("alternative", part("text/plain", " "), RICH), "Hi, a bike please, and a lock"),
        (multipart("alternative", part("text/plain", "Your program shows no HTML."), RICH), "Hi, a bike please, and"),
        (multipart("mixed", HI).removesuffix("--=_b--\n"), "Hi, a bike please."),
        (part("multipart/mixed; boundary=none", "No boundary at all."), "No boundary at all."),
        (part("multipart/mixed", "No boundary named."), "No boundary named."),
        (
            part("text/plain; charset=utf-8", "It=E2=80=99s=20mine=\n!", "Content-Transfer-Encoding: quoted-printable"),
            "It’s mine!",  # noqa: RUF001
        ),
        (part("text/plain", "50=% of us, =ZZ", "Content-Transfer-Encoding: quoted-printable"), "50=% of us, =ZZ"),
        (part("text/plain", "SGkgdGhlcmU", "Content-Transfer-Encoding: BASE64"), "Hi there"),
        (part("text/plain; format=flowed", "one \ntwo"), "one two"),
        (part("no such type", "Hi."), "Hi."),
        (part("plain/text", "Hi."), "Hi."),
        (part('"text/html", charset=utf-8', "<p>Hi.</p>"), "Hi."),
        (part("text/plain; name=hi.txt", "Hi.", "Content-Disposition: attachment; filename=hi.txt"), "Hi."),
        (multipart("mixed", NAMED.replace("secret", "Hi.")), "Hi."),
        (multipart("mixed", HI, PICTURE, AFTER), "Hi, a bike please.\n\nAnd a lock."),
        (part("text/plain", "<!DOCTYPE html>\n<html><body><p>Hi, a <b>bike</b>.</p></body></html>"), "Hi, a bike."),
        (part("message/partial; id=1; number=1; total=2", f"Subject: x\n{HI}"), "Hi, a bike please."),
        ("Subject: x\nX-Größe: 1\n\nHi.", "Hi."),
        (f"Subject: x\n\n--_b\n{HI}\n--_b\n{RICH}\n--_b--\n", "Hi, a bike please, and a lock"),
        (part("text/plain; charset*0=ut; charset*1=f-8", "Hi."), "Hi."),
    ],
)
def test_the_text_of_every_structure_is_found(mail: str, expected: str) -> None:
    """Plain text before HTML unless it is a stub; inline parts in order; files never, not even by name."""
    assert words(read_mail(mail.encode())).startswith(expected)
    assert "secret" not in words(read_mail(mail.replace("\n", "\r\n").encode()))


@pytest.mark.parametrize(
    ("mail", "reason"),
    [
        ("", "empty"),
        ("Subject: everything is in here\n\n", "empty"),
        (multipart("mixed", part("text/plain", "\n\n"), PICTURE), "empty"),
        (part("text/plain", "Sent from my iPhone"), "empty"),
        (PICTURE, "empty"),
        (
            part("application/pkcs7-mime; smime-type=enveloped-data", "MIAG", "Content-Transfer-Encoding: base64"),
            "encrypted",
        ),
        (multipart("encrypted", part("application/pgp-encrypted", "Version: 1")), "encrypted"),
        (part("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----"), "encrypted"),
        (
            multipart("report; report-type=delivery-status", HI, part("message/delivery-status", "Action: failed")),
            "report",
        ),
        (part("application/ms-tnef; name=winmail.dat", "eJ8+", "Content-Transfer-Encoding: base64"), "unreadable"),
        (multipart("mixed", part("text/plain", ""), part("application/ms-tnef", "eJ8+")), "unreadable"),
        (part("message/delivery-status", "Action: failed"), "report"),
        (part("text/plain; charset=utf-8", "\ufffd" * 40 + "x"), "unreadable"),
    ],
)
def test_a_mail_without_readable_words_is_refused(mail: str, reason: str) -> None:
    """A refusal has a reason to tell the sender, and no words."""
    refused = read_mail(mail.encode())
    assert (refused.kind, refused.reason, refused.words, refused.note) == ("refused", reason, None, None)


def test_an_attached_message_is_a_forward() -> None:
    """What was forwarded as an attachment is the words; what stands beside it is the note."""
    mail = read_mail(multipart("mixed", HI, ATTACHED).encode())
    assert (mail.kind, words(mail), note(mail)) == ("forward", "I want a door that locks.", "Hi, a bike please.")


def test_a_message_attached_beside_the_html_is_a_forward() -> None:
    """Apple Mail attaches inside the HTML version; the plain version is read, and the message is not lost."""
    rich = multipart("mixed", RICH, ATTACHED, boundary="in")
    mail = read_mail(multipart("alternative", part("text/plain", "Hi. " * 200), rich).encode())
    assert words(mail) == "I want a door that locks."


def test_an_attached_message_alone_is_a_forward() -> None:
    """Without a word beside it there is no note."""
    mail = read_mail(ATTACHED.encode())
    assert (mail.kind, words(mail), mail.note) == ("forward", "I want a door that locks.", None)


STRANGE = {
    "a message as base64": multipart(
        "mixed", HI, part("message/rfc822", base64.b64encode(ATTACHED_TEXT.encode()).decode(), BASE64)
    ),
    "a digest": multipart("mixed", HI, multipart("digest", f"\n{ATTACHED_TEXT}", boundary="in")),
    "a message without a type of its own": multipart(
        "mixed", HI, part("message/rfc822", "Subject: x\n\nI want a door that locks.")
    ),
    "a message with a caption": multipart(
        "mixed", HI, part("message/rfc822", ATTACHED_TEXT, "Content-Disposition: attachment; filename=x.eml")
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_an_attached_message_is_found_however_it_is_packed(name: str) -> None:
    """Programs attach messages in many ways: the note stays apart from the words."""
    mail = read_mail(STRANGE[name].encode())
    assert (mail.kind, words(mail), note(mail)) == ("forward", "I want a door that locks.", "Hi, a bike please.")


def test_several_attached_messages_are_told_apart() -> None:
    """A digest holds many people's words: each is kept, with a sign between, and moderators hear of it."""
    mail = read_mail(multipart("digest", f"\n{ATTACHED_TEXT}", "\nSubject: y\n\nMe too.").encode())
    assert words(mail) == "I want a door that locks.\n\n* * *\n\nMe too."
    assert mail.unsure


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        ("Resent-From: a@b.example\nResent-To: c@d.example\nFrom: e@f.example\n\nI want a bike.", "I want a bike."),
        (part("text/enriched", "<bold>I</bold> want <smaller>a bike</smaller>."), "I want a bike."),
        (part("text/markdown", "I want *a bike*."), "I want *a bike*."),
        (part("text/html", "<meta charset=windows-1251><p>\xc4\xee\xec"), "Дом"),
        (part("text/plain; charset=utf-8", "\xff\xfeH\0i\0"), "Hi"),
        (multipart("mixed", HI).replace('boundary="=_b"', 'boundary="another"'), "Hi, a bike please."),
        (multipart("alternative", part("text/calendar", "BEGIN:VCALENDAR"), HI), "Hi, a bike please."),
        (part("text/plain; charset=hz-gb-2312", "~{<R~}"), "家"),
    ],
)
def test_odd_mails_are_read(mail: str, expected: str) -> None:
    """Redirects, old kinds of text, a charset that only the page declares, a boundary that isn't there."""
    assert words(read_mail(mail.encode("latin-1"))) == expected


def test_messages_attached_to_attached_messages_keep_their_words() -> None:
    """Nested attachments are nested forwards: all words, oldest last, no header."""
    inner = part("message/rfc822", multipart("mixed", part("text/plain", "The middle one."), ATTACHED, boundary="in"))
    mail = read_mail(multipart("mixed", HI, inner).encode())
    assert words(mail) == "The middle one.\n\n* * *\n\nI want a door that locks."


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Re: my room", "reply"),
        ("=?utf-8?Q?Re:_my_room?=", "reply"),
        ("Fwd: my room", "forward"),
        ("=?UTF-8?B?RldEOiBteSByb29t?=", "forward"),
        ("=?utf-8?B?%%%?=", "forward"),
        ("my room", "forward"),
    ],
)
def test_the_subject_only_says_what_a_mail_is(subject: str, kind: str) -> None:
    """A block of headers is history in a reply and a forward otherwise; the subject itself is never kept."""
    body = "Mine.\n\nFrom: Jo <jo@mail.example>\nSent: 3 May 2025 10:00\nSubject: x\n\nTheirs."
    mail = read_mail(f"Subject: {subject}\n\n{body}".encode())
    assert mail.kind == kind
    assert "room" not in words(mail) + note(mail)


def test_nothing_of_the_headers_is_kept() -> None:
    """Addresses, subject, ids and file names are in no part of what was read."""
    mail = read_mail(
        f"From: canary@a.example\nSubject: canary\nMessage-ID: <canary@b>\n{multipart('mixed', HI, PICTURE)}".encode()
    )
    assert words(mail) == "Hi, a bike please."
    assert "canary" not in repr(mail)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_read_with_any_line_ends(path: Path) -> None:
    """The same mail says the same over SMTP (CRLF) and from a file."""
    raw = path.read_bytes()
    assert words(outcome(raw)) == words(outcome(raw.replace(b"\n", b"\r\n"))) != ""


def test_real_mails_are_read() -> None:
    """Replies and forwards as real programs send them raise nothing."""
    for path in sorted(shared("mail/eml").glob("*.eml")):
        assert outcome(path.read_bytes()).kind in {"direct", "reply", "forward", "refused"}


def test_a_text_read_aloud_is_not_altered() -> None:
    """Not a word of a direct mail is lost, whatever signs and scripts are in it."""
    text = "Été, 家, שלום, дом 😊 <3 >:( -- 100% *really* _mine_ #voice @home\n\n  two spaces, then a tab\there"
    mail = read_mail(f"Content-Type: text/plain; charset=utf-8\n\n{text}".encode())
    assert words(mail) == text
